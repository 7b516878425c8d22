/**
 * Which source line the code comes from, once it is linked: in flow the line records of the sections, out flow triples as
 * `State.codeLines` gives them. A record stands for the lines that follow at a fixed distance, too: those are counted in the action list.
 */
import type { ActionList } from './actionlist.ts';
import { FIRST_ACTION } from './actions.ts';
import { fixedBytes, inlineBytes } from './actionsize.ts';
import * as Record from './record.ts';
import type { Section } from './section.ts';

/** By how much a record moves what is behind it; `end` is its estimated end in the code, `shift` the sum before it. */
function recordShift(kind: number, value: number, end: number, shift: number): number {
  switch (kind) {
    case Record.ALIGN:
      return -((end + shift) & value);
    case Record.JMP | Record.SHORT:
      return -Record.JMP_SAVES;
    case Record.JCC | Record.SHORT:
      return -Record.JCC_SAVES;
    default:
      return 0;
  }
}

/** See `State.codeLines`. */
export function codeLines(sections: readonly Section[], starts: Int32Array, list: ActionList): Int32Array {
  const triples: number[] = [];
  const fileIndex = new Map(list.files.map((file, index) => [file, index]));
  let shift = 0;
  const add = (position: number, offset: number): void => {
    const source = list.sourceOf(offset);
    if (source) triples.push(position, fileIndex.get(source.file) ?? 0, source.line);
  };
  sections.forEach((section, index) => {
    const start = starts[index] ?? 0;
    const { records, recordEnd, lines, lineEnd } = section;
    let r = 0;
    const advance = (position: number): void => {
      for (; r < recordEnd && (records[r + 2] ?? 0) <= position; r += Record.WORDS) {
        const end = start + (records[r + 2] ?? 0);
        shift += recordShift((records[r] ?? 0) & 0xff, records[r + 1] ?? 0, end, shift);
      }
    };
    for (let i = 0; i < lineEnd; i += Record.LINE_WORDS) {
      const position = lines[i] ?? 0;
      const recorded = lines[i + 1] ?? 0;
      for (const [distance, offset] of [[0, recorded] as const, ...linesBehind(recorded, list)]) {
        advance(position + distance);
        add(start + position + distance + shift, offset);
      }
    }
    advance(section.position);
  });
  return Int32Array.from(triples);
}

/** Of the lines at a fixed distance behind that of the action at `offset`, which have no record, the distance and the offset. */
function linesBehind(
  offset: number,
  { actions, chunks }: ActionList,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let distance = 0;
  for (let at = offset; at < actions.length;) {
    if (at > offset && chunks.startsLine(at)) found.push([distance, at]);
    const code = actions[at] ?? 0;
    if (code < FIRST_ACTION) {
      distance++;
      at++;
      continue;
    }
    const bytes = fixedBytes(code, actions[at + 1] ?? 0, chunks.addressBytes);
    if (bytes < 0) break;
    distance += bytes;
    at += 1 + inlineBytes(code);
  }
  return found;
}

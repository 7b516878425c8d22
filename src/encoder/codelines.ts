/**
 * Which source line linked code comes from. Takes a state, whose sections have line records; returns triples.
 * A line record stands also for the lines that follow at a fixed distance; those are counted in the action
 * list. It is a function, so that a bundle of a program that does not ask leaves it out.
 */
import type { ActionList } from './actionlist.ts';
import * as Record from './format/record.ts';
import { checkState } from './inspection.ts';
import { readerOf } from './listreader.ts';
import type { Section } from './section.ts';
import { removedBytes } from './shortening.ts';
import type { State } from './state.ts';

/** What is needed of a section that has been linked. */
export interface LinkedSection extends Pick<Section, 'position' | 'recordEnd' | 'lineEnd'> {
  readonly records: ArrayLike<number>;
  readonly lines: ArrayLike<number>;
}

/**
 * After link: which source lines the code comes from. Triples: offset in the code (ascending), index into the
 * list's `files`, line (from 1). Empty before link and where the list has no lines.
 * @throws {EncodeError} BAD_CALL after `free`
 */
export function codeLines(state: State): Int32Array {
  checkState('codeLines', state);
  const { list, emitter, linkedStarts: starts } = state;
  if (starts === undefined) return new Int32Array(0);
  const triples: number[] = [];
  const fileIndex = new Map(list.files.map((file, index) => [file, index]));
  for (const [position, offset] of linesOf(emitter.sections, starts, list)) {
    const source = list.sourceOf(offset);
    if (source) triples.push(position, fileIndex.get(source.file) ?? 0, source.line);
  }
  return Int32Array.from(triples);
}

/** Where the source lines begin: the position in the code, and the offset of the action. */
export function linesOf(
  sections: readonly LinkedSection[],
  starts: ArrayLike<number>,
  list: ActionList,
): readonly (readonly [position: number, offset: number])[] {
  const found: [number, number][] = [];
  let shift = 0;
  sections.forEach((section, index) => {
    const start = starts[index] ?? 0;
    const { records, recordEnd, lines, lineEnd } = section;
    let r = 0;
    /** Goes through the records up to a position, which `shift` then belongs to. */
    const advance = (position: number): void => {
      for (; r < recordEnd && records[r + Record.END]! <= position; r += Record.WORDS) {
        const kind = records[r]! & Record.KIND_MASK;
        const end = start + records[r + Record.END]! + shift;
        shift -= removedBytes(kind, records[r + Record.VALUE]!, end);
      }
    };
    for (let i = 0; i < lineEnd; i += Record.LINE_WORDS) {
      const position = lines[i + Record.LINE_POSITION] ?? 0;
      for (const [distance, offset] of linesFrom(lines[i + Record.LINE_OFFSET] ?? 0, list)) {
        advance(position + distance);
        found.push([start + position + distance + shift, offset]);
      }
    }
    advance(section.position);
  });
  return found;
}

/**
 * The lines that the line record of the action at `offset` stands for: its own, and those that start at a
 * fixed distance behind it. Returns pairs: the distance in bytes, the offset of the action.
 */
function linesFrom(
  offset: number,
  list: ActionList,
): readonly (readonly [distance: number, offset: number])[] {
  const { chunks } = list;
  const { lengthAt, bytesAt } = readerOf(list);
  const found: [number, number][] = [[0, offset]];
  let distance = 0;
  for (let at = offset; chunks.actionAt(at) !== undefined; at += lengthAt(chunks, at)) {
    if (at > offset && chunks.lineStarts[at] === 1) found.push([distance, at]);
    const bytes = bytesAt(chunks, at);
    if (bytes < 0) break;
    distance += bytes;
  }
  return found;
}

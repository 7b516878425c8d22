/**
 * The functions of a module, one for each chunk that has one: in flow the unit's puts, out flow the names to call and the lines of the functions.
 */
import { ChunkCache } from '../../../encoder/chunk.ts';
import type { Item, Place } from '../../item.ts';
import type { Unit } from '../target.ts';
import type { Line } from './line.ts';
import type { Put } from './put.ts';
import { type ChunkFunction, specialise } from './specialise.ts';
import { AsciiText } from './text.ts';

/** Source text of the output may grow so many times. */
const GROWTH = 2.5;

/** Stands above the functions. */
const HEAD = `
// One function for each chunk: what its put does, straight on. See generated-code.md of dynasm.
`;

type PlacedFunction = ChunkFunction & { readonly place: Place };

export class ChunkFunctions {
  /** By start of the chunk. */
  readonly #functions: ReadonlyMap<number, PlacedFunction>;

  /**
   * Writes functions for the chunks of `items`, the shortest first, as long as the output does not grow too much.
   * `words`: the names in the module; `encoder`: namespace of `dynasm/encoder`.
   */
  constructor(unit: Unit, items: readonly Item[], words: ReadonlySet<string>, encoder: string) {
    const { bytes, arch, signed, lines } = unit;
    const triples = new Int32Array(lines.length * 3);
    lines.forEach(({ offset, line }, index) => triples.set([offset, 0, line], index * 3));
    const chunks = new ChunkCache(Uint8Array.from(bytes), arch === 'x64', signed, triples);
    const prefix = unusedPrefix(words);
    const scratch = new AsciiText();
    const all = new Map<number, PlacedFunction>();
    for (const item of items) {
      if (item.kind !== 'put' || all.has(item.start)) continue;
      const name = prefix + item.start;
      const written = specialise(name, chunks, item.start, encoder, scratch);
      if (written) all.set(item.start, { ...written, place: item.place });
    }
    this.#functions = shortest(all, plainLength(unit, items) * (GROWTH - 1));
  }

  /** Name of the function for a put's chunk; undefined where the generic put does it. */
  nameOf({ start }: Put): string | undefined {
    return this.#functions.get(start)?.name;
  }

  /** All functions, one behind the other, as whole lines. */
  get text(): string {
    let text = '';
    for (const written of this.#functions.values()) text += written.text;
    return text === '' ? '' : HEAD + text;
  }

  /** Where each line of `text` comes from: an assembly line, so that a debugger that steps into a function stays there. */
  get origins(): readonly Line[] {
    const lines: Line[] = this.#functions.size === 0 ? [] : ['', ''];
    for (const written of this.#functions.values()) {
      const line = [{ text: '', place: written.place }];
      for (let count = written.lines; count > 0; count--) lines.push(line);
    }
    return lines;
  }
}

/** What stands in front of the number in a function's name. */
function unusedPrefix(words: ReadonlySet<string>): string {
  let prefix = '$put';
  const isTaken = (word: string): boolean =>
    word.startsWith(prefix) && /^\d+$/.test(word.slice(prefix.length));
  while ([...words].some(isTaken)) prefix = `$${prefix}`;
  return prefix;
}

/** How long the output is at least, without functions. */
function plainLength({ bytes, lines }: Unit, items: readonly Item[]): number {
  // The action list's declaration; in it two digits and `, ` for most bytes, three numbers for a line.
  let length = 200 + bytes.length * 4 + lines.length * 12;
  for (const item of items) {
    if (item.kind === 'host') length += item.text.length + 1;
    else if (item.kind === 'comment') length += item.indent.length + item.text.length + 4;
    else if (item.kind === 'put') {
      length += item.indent.length + 'actions.on(Dst).put(0);'.length;
      for (const argument of item.arguments) {
        if (argument.kind !== 'member') length += argument.text.length + 2;
      }
    }
  }
  return length;
}

/** As many functions as fit, in the order that they have. */
function shortest(
  all: ReadonlyMap<number, PlacedFunction>,
  room: number,
): ReadonlyMap<number, PlacedFunction> {
  const kept = new Set<PlacedFunction>();
  for (const written of [...all.values()].toSorted((a, b) => a.text.length - b.text.length)) {
    room -= written.text.length;
    if (room < 0) break;
    kept.add(written);
  }
  return new Map([...all].filter(([, written]) => kept.has(written)));
}

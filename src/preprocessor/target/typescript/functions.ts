/**
 * The functions of a module, one for each chunk that has one: in flow the unit's puts, out flow the names to call and the lines of the functions.
 */
import { ChunkCache } from '../../../encoder/chunk.ts';
import { decodeChunk } from '../../../encoder/step.ts';
import type { Item, Place } from '../../item.ts';
import type { Unit } from '../target.ts';
import type { Line } from './line.ts';
import type { Put } from './put.ts';
import { specialise } from './specialise.ts';

/** Source text of the output may grow so many times. */
const GROWTH = 2.5;

interface ChunkFunction {
  readonly name: string;
  readonly lines: readonly string[];
  readonly length: number;
  readonly place: Place;
}

export class ChunkFunctions {
  /** By start of the chunk. */
  readonly #functions: ReadonlyMap<number, ChunkFunction>;

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
    const written = new Map<number, ChunkFunction>();
    for (const item of items) {
      if (item.kind !== 'put' || written.has(item.start)) continue;
      const name = prefix + item.start;
      const text = specialise(name, item.start, decodeChunk(chunks, item.start), encoder);
      if (!text) continue;
      const length = text.reduce((sum, line) => sum + line.length + 1, 0);
      written.set(item.start, { name, lines: text, length, place: item.place });
    }
    this.#functions = shortest(written, plainLength(unit, items) * (GROWTH - 1));
  }

  /** Name of the function for a put's chunk; undefined where the generic put does it. */
  nameOf({ start }: Put): string | undefined {
    return this.#functions.get(start)?.name;
  }

  /** All functions, one behind the other. They come from the assembly lines: a debugger that steps into them stays there. */
  lines(): readonly Line[] {
    return [...this.#functions.values()].flatMap(({ lines, place }) => lines.map(text => [{ text, place }]));
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
      for (const argument of item.arguments) length += 'text' in argument ? argument.text.length + 2 : 0;
    }
  }
  return length;
}

/** As many functions as fit, in the order that they have. */
function shortest(all: ReadonlyMap<number, ChunkFunction>, room: number): ReadonlyMap<number, ChunkFunction> {
  const kept = new Set<ChunkFunction>();
  for (const written of [...all.values()].toSorted((a, b) => a.length - b.length)) {
    room -= written.length;
    if (room < 0) break;
    kept.add(written);
  }
  return new Map([...all].filter(([, written]) => kept.has(written)));
}

/**
 * The functions of a module, one for each chunk that has one: in flow the unit's puts, out flow the names to call and the lines of the functions.
 */
import { DecodedChunks } from '../../../../encoder/format/decoder.ts';
import type { Place } from '../../../item.ts';
import type { Unit } from '../../outputlanguage.ts';
import type { Line } from './outputline.ts';
import type { Put } from './put.ts';
import { type ChunkFunction, specialise } from './specialise.ts';
import type { Survey } from './survey.ts';

/** Source text of the output may grow so many times. */
const GROWTH = 2.5;

/** Stands above the functions. */
const HEAD = `
// One function for each chunk: what its put does, straight on. See generated-code.md of dynasm.
`;

interface PlacedFunction {
  readonly written: ChunkFunction;
  /** Of the put. */
  readonly place: Place;
}

export class ChunkFunctions {
  /** By start of the chunk. */
  readonly #functions: ReadonlyMap<number, PlacedFunction>;

  /**
   * Writes functions for the chunks of `puts`, the shortest first, as long as the output does not grow too much.
   * `words`: the names in the module; `encoder`: namespace of `dynasm/encoder`.
   */
  constructor(unit: Unit, { puts, words, length }: Survey, encoder: string) {
    const { bytes, arch, signed, lines } = unit;
    const triples = new Int32Array(lines.triples);
    const chunks = new DecodedChunks(new Uint8Array(bytes), arch === 'x64', signed, triples);
    const prefix = unusedPrefix(words);
    const all = new Map<number, PlacedFunction>();
    let room = length * (GROWTH - 1);
    for (const { start, place } of puts) {
      if (all.has(start)) continue;
      const written = specialise(prefix + start, chunks, start, encoder);
      if (!written) continue;
      all.set(start, { written, place });
      room -= written.text.length;
    }
    this.#functions = room >= 0 ? all : shortest(all, length * (GROWTH - 1));
  }

  /** Name of the function for a put's chunk; undefined where the generic put does it. */
  nameOf({ start }: Put): string | undefined {
    return this.#functions.get(start)?.written.name;
  }

  /** All functions, one behind the other, as whole lines. */
  get text(): string {
    let text = '';
    for (const { written } of this.#functions.values()) text += written.text;
    return text === '' ? '' : HEAD + text;
  }

  /** Where each line of `text` comes from: an assembly line, so that a debugger that steps into a function stays there. */
  get origins(): readonly Line[] {
    const lines: Line[] = this.#functions.size === 0 ? [] : ['', ''];
    for (const { written, place } of this.#functions.values()) {
      const line = [{ text: '', place }];
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

/** As many functions as fit, in the order that they have. */
function shortest(
  all: ReadonlyMap<number, PlacedFunction>,
  room: number,
): ReadonlyMap<number, PlacedFunction> {
  const kept = new Set<PlacedFunction>();
  const sorted = [...all.values()].toSorted((a, b) => a.written.text.length - b.written.text.length);
  for (const placed of sorted) {
    room -= placed.written.text.length;
    if (room < 0) break;
    kept.add(placed);
  }
  return new Map([...all].filter(([, placed]) => kept.has(placed)));
}

/**
 * The functions of a module: one for each chunk, as far as that pays. Takes a unit and what is known of its
 * puts; returns the names to call and the text of the functions.
 */
import { DecodedChunks } from '../../../../encoder/format/decoder.ts';
import type { Place } from '../../../item.ts';
import type { Unit } from '../../outputlanguage.ts';
import { type ChunkFunction, writeFunction } from './functionwriter.ts';
import type { MappedLine } from './mappedline.ts';
import type { PutItem } from './put.ts';
import type { UnitSummary } from './summary.ts';
import { unusedPrefix } from './unusedname.ts';

/** The functions may make the output this many times as long. */
const GROWTH = 2.5;

/** Stands above the functions. */
const HEAD = `
// One function for each chunk: what its put does, straight on. See generated-code.md of dynasm.
`;

interface PlacedFunction {
  readonly written: ChunkFunction;
  /** Where the first put of the chunk stands. */
  readonly place: Place;
}

export class ChunkFunctions {
  /** By the start of the chunk. */
  readonly #functions: ReadonlyMap<number, PlacedFunction>;

  /**
   * Writes the functions. If the output would grow too much, the longest are left out. `encoder`: namespace
   * of `dynasm/encoder`.
   */
  constructor(unit: Unit, { puts, words, length }: UnitSummary, encoder: string) {
    const { bytes, format, arch, signed, moving, lines } = unit;
    const triples = new Int32Array(lines.triples);
    const chunks = new DecodedChunks(new Uint8Array(bytes), format, arch === 'x64', signed, triples, moving);
    const prefix = unusedPrefix('$put', words);
    const maxLength = length * (GROWTH - 1);
    const all = new Map<number, PlacedFunction>();
    let total = 0;
    for (const { start, place } of puts) {
      if (all.has(start)) continue;
      const written = writeFunction(prefix + start, chunks, start, encoder);
      if (!written) continue;
      all.set(start, { written, place });
      total += written.text.length;
    }
    this.#functions = total <= maxLength ? all : shortest(all, maxLength);
  }

  /** Name of the function for a put's chunk; undefined if there is none. */
  nameOf({ start }: PutItem): string | undefined {
    return this.#functions.get(start)?.written.name;
  }

  /** All functions, one behind the other, as whole lines. */
  get text(): string {
    let text = '';
    for (const { written } of this.#functions.values()) text += written.text;
    return text === '' ? '' : HEAD + text;
  }

  /**
   * Where each line of `text` comes from: the line of a function from its put, so that a debugger that steps
   * into it stays there.
   */
  get origins(): readonly MappedLine[] {
    const lines: MappedLine[] = this.#functions.size === 0 ? [] : ['', ''];
    for (const { written, place } of this.#functions.values()) {
      const line = [{ text: '', place }];
      for (let count = written.lines; count > 0; count--) lines.push(line);
    }
    return lines;
  }
}

/** The shortest functions that together have at most `maxLength` characters, in the order of `all`. */
function shortest(
  all: ReadonlyMap<number, PlacedFunction>,
  maxLength: number,
): ReadonlyMap<number, PlacedFunction> {
  const kept = new Set<PlacedFunction>();
  const sorted = [...all.values()].toSorted((a, b) => a.written.text.length - b.written.text.length);
  let total = 0;
  for (const placed of sorted) {
    total += placed.written.text.length;
    if (total > maxLength) break;
    kept.add(placed);
  }
  return new Map([...all].filter(([, placed]) => kept.has(placed)));
}

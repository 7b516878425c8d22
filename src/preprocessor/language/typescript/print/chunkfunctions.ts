/**
 * The functions of a module: one for each chunk, as far as that pays. Takes a unit and what is known of its
 * puts; returns the names to call and the text of the functions.
 */
import { decodeList } from '../../../../encoder/format/decodedlist.ts';
import type { Unit } from '../../outputlanguage.ts';
import type { ChunkFunction } from './chunkwriter.ts';
import { writeFunction } from './functionwriter.ts';
import type { PutItem } from './put.ts';
import type { UnitSummary } from './summary.ts';
import { unusedPrefix } from './unusedname.ts';

/** The functions may make the output this many times as long. */
const GROWTH = 2.5;

/** Stands above the functions. The hints are for those who measure the coverage of the output itself. */
const HEAD = `
// One function for each chunk: what its put does, straight on. See generated-code.md of dynasm.
/* node:coverage disable */
`;
/** Stands above each function: this is the only hint that Istanbul knows. */
const HINT = '/* istanbul ignore next */\n';

export class ChunkFunctions {
  /** By the start of the chunk. */
  readonly #functions: ReadonlyMap<number, ChunkFunction>;

  /**
   * Writes the functions. If the output would grow too much, the longest are left out. `encoder`: namespace
   * of `dynasm/encoder`.
   */
  constructor(unit: Unit, { puts, words, length }: UnitSummary, encoder: string) {
    const chunks = decodeList({ ...unit, lines: unit.lines.triples }, unit.format);
    const prefix = unusedPrefix('$put', words);
    const maxLength = length * (GROWTH - 1);
    const all = new Map<number, ChunkFunction>();
    let total = 0;
    for (const { start } of puts) {
      if (all.has(start)) continue;
      const written = writeFunction(prefix + start, chunks, start, encoder);
      if (!written) continue;
      all.set(start, written);
      total += written.text.length;
    }
    this.#functions = total <= maxLength ? all : shortest(all, maxLength);
  }

  /** Name of the function for a put's chunk; undefined if there is none. */
  nameOf({ start }: PutItem): string | undefined {
    return this.#functions.get(start)?.name;
  }

  /** All functions, one behind the other, as whole lines. */
  get text(): string {
    let text = '';
    for (const written of this.#functions.values()) text += HINT + written.text;
    return text === '' ? '' : HEAD + text;
  }
}

/** The shortest functions that together have at most `maxLength` characters, in the order of `all`. */
function shortest(
  all: ReadonlyMap<number, ChunkFunction>,
  maxLength: number,
): ReadonlyMap<number, ChunkFunction> {
  const kept = new Set<ChunkFunction>();
  const sorted = [...all.values()].toSorted((a, b) => a.text.length - b.text.length);
  let total = 0;
  for (const written of sorted) {
    total += written.text.length;
    if (total > maxLength) break;
    kept.add(written);
  }
  return new Map([...all].filter(([, written]) => kept.has(written)));
}

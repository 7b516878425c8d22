/**
 * Symbols: the global labels of code, with their addresses and sizes. Takes a state whose code has been
 * encoded; returns what `code.symbols` and listings show.
 */
import type { State } from '../encoder/index.ts';
import { definesGlobal, procedureSizes } from '../encoder/inspection.ts';
import type { LabelNames } from './listing.ts';

/** A global label that the code defines. */
export interface CodeSymbol {
  /** Without the arrow. */
  readonly name: string;
  readonly address: bigint;
  /** Of the label, from the first byte of the code. */
  readonly offset: number;
  /** In bytes, from `.proc` to `.endproc`; undefined for other labels. */
  readonly size: number | undefined;
}

/** The symbols of code that has been encoded for the address `base` and has so many bytes, by address. */
export function symbolsOf(state: State, base: bigint, bytes: number): readonly CodeSymbol[] {
  if (state.list.globals.length === 0) return [];
  const sizes = procedureSizes(state);
  const symbols: CodeSymbol[] = [];
  for (const [index, name] of state.list.globals.entries()) {
    if (!definesGlobal(state, index)) continue;
    const address = BigInt(state.globals[index] ?? base);
    const offset = Number(address - base);
    // A label may be set to an address elsewhere.
    if (offset >= 0 && offset <= bytes) symbols.push({ name, address, offset, size: sizes.get(index) });
  }
  return symbols.toSorted((a, b) => a.offset - b.offset);
}

/** The names of procedures by the address behind their last byte. */
export function procedureEnds(symbols: readonly CodeSymbol[]): LabelNames {
  const ends = new Map<bigint, string[]>();
  for (const { name, address, size } of symbols) {
    if (size === undefined) continue;
    const end = address + BigInt(size);
    ends.set(end, [...(ends.get(end) ?? []), `->${name}`]);
  }
  return ends;
}

/** What profilers and debuggers are told of. */
import type { LineStart } from '../codeparts.ts';
import type { CodeSymbol } from '../symbol.ts';

/** Code that has been built. */
export interface NewCode {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly symbols: readonly CodeSymbol[];
  /** Of what stands in front of the first symbol. */
  readonly name: string;
  /** By offset. */
  readonly lines: readonly LineStart[];
}

/** Returns what is to be done when the code's memory is given back; it must not refer to the code object. */
export type Tool = (code: NewCode) => (() => void) | undefined;

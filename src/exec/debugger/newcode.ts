/** What profilers and debuggers are told of. */
import type { LineStart } from '../codeparts.ts';
import type { CodeSymbol } from '../symbol.ts';

/** The entry through which a thread calls code (fault/guard.dast). */
export interface Guard {
  /** The address of the thread's data. */
  readonly data: bigint;
  /** Offsets of labels. */
  readonly popped: number;
  readonly entered: number;
  readonly left: number;
  readonly returning: number;
}

/** Code that has been built. */
export interface NewCode {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly symbols: readonly CodeSymbol[];
  /** Of what stands in front of the first symbol. */
  readonly name: string;
  /** By offset. */
  readonly lines: readonly LineStart[];
  /** Offsets at which an instruction begins: those of lines of the source, ascending. */
  readonly statements: readonly number[];
  /** What is known of the entry of a thread. */
  readonly guard?: Guard;
}

/** Returns what is to be done when the code's memory is given back; it must not refer to the code object. */
export type Tool = (code: NewCode) => (() => void) | undefined;

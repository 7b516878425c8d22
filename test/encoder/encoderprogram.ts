/**
 * Programs for the encoder, as plain data: an action list, the calls of a state, and what must come out.
 * Random programs (randomprogram.ts, arm64randomprogram.ts) run through the encoder and through the models of
 * it (encodermodel.ts, arm64model.ts).
 */

export type Call =
  | { readonly do: 'put'; readonly start: number; readonly arguments: readonly (number | bigint)[] }
  | { readonly do: 'checkStep'; readonly section: number }
  | { readonly do: 'growPc'; readonly count: number };

/** A list of format 2. */
export interface Program {
  readonly arch: 'x64' | 'x86' | 'arm64';
  readonly actions: readonly number[];
  /** Offsets of sign-extended immediates. */
  readonly signed: readonly number[];
  /** Offsets of label definitions that may be second ones; undefined if all may, as in DynASM. */
  readonly moving: readonly number[] | undefined;
  /** Offsets of instructions at which source lines start, ascending; they count from 1. */
  readonly lines: readonly number[];
  readonly sections: number;
  readonly globals: number;
  readonly macroLabels: number;
  readonly calls: readonly Call[];
  readonly base: bigint;
  /** Address of global label i if nothing defines it: globalBase + 16 i; of extern i: externBase + 16 i. */
  readonly globalBase: bigint;
  readonly externBase: bigint;
}

export interface Outcome {
  /** Of the first call that failed, in hexadecimal. */
  readonly status: string;
  readonly code: string;
  /** Addresses of the globals. */
  readonly globals: readonly bigint[];
  /** As getPcLabel gives them (−3: set to an address). */
  readonly pcLabels: readonly number[];
  /** Offset in the code and source line of each instruction at which one starts. */
  readonly lines: readonly (readonly [offset: number, line: number])[];
  /** The sizes of procedures, by the index of their global label. */
  readonly procedures: readonly (readonly [index: number, size: number])[];
}

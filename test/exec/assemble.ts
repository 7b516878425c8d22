/**
 * Code for the tests of execution, made without the preprocessor: action lists from bytes and actions.
 */
import { Action, actionList, type ActionList } from '../../src/encoder/index.ts';
import { dasm } from '../../src/exec/index.ts';
import type { Code } from '../../src/exec/index.ts';
import type { BuildOptions } from '../../src/exec/index.ts';

/** Literal bytes, those that are actions escaped. */
export function bytes(...values: number[]): number[] {
  return values.flatMap(value => (value >= Action.DISP ? [Action.ESC, value] : [value]));
}

/** Machine code from hexadecimal text. */
export function hex(text: string): number[] {
  return bytes(...(text.match(/[0-9a-f]{2}/gi) ?? []).map(pair => parseInt(pair, 16)));
}

/** An x64 list of one chunk. */
export function list<const Globals extends readonly string[], const Externs extends readonly string[]>(
  actions: number[],
  globals: Globals,
  externs: Externs,
): ActionList<{ id: 'test'; sections: readonly []; globals: Globals; externs: Externs }> {
  return actionList({
    format: 1,
    arch: 'x64',
    id: 'test',
    sections: [],
    globals,
    externs,
    actions: [...actions, Action.STOP],
  });
}

/** Builds a list's one chunk. */
export function build<L extends ActionList>(
  actions: L,
  options: BuildOptions = {},
  ...args: number[]
): Code<L> {
  const state = dasm.new(actions, options);
  state.put(0, ...args);
  return state.build();
}

/** Builds machine code. */
export function code(text: string): Code {
  return build(list(hex(text), [], []));
}

/** `mov rax, rdi; ret`: gives its first argument back, whatever it is. */
export const IDENTITY = '4889f8 c3';
/** `movaps xmm0, xmm0; ret`: the same for floating point. */
export const FLOAT_IDENTITY = '0f28c0 c3';
/** `mov rax, rdi; mov rdi, rsi; sub rsp, 8; call rax; add rsp, 8; ret`: calls its first argument with the second. */
export const APPLY = '4889f8 4889f7 4883ec08 ffd0 4883c408 c3';

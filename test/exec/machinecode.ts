/** Machine code for the tests of execution: action lists from bytes and actions, without the preprocessor. */
import { Action, actionList, type ActionList } from '../../src/encoder/index.ts';
import { dasm, type BuildOptions, type Code } from '../../src/exec/index.ts';

const { ALIGN, ESC, IMM_D, LABEL_LG, LABEL_PC, REL_PC, STOP } = Action;

/** Bytes as an action list has them: those that look like actions are escaped. */
export function bytes(...values: number[]): number[] {
  return values.flatMap(value => (value >= Action.DISP ? [ESC, value] : [value]));
}

/** Machine code from hexadecimal text. */
export function hex(text: string): number[] {
  return bytes(...(text.match(/[0-9a-f]{2}/gi) ?? []).map(pair => parseInt(pair, 16)));
}

/** An x64 list of one chunk. */
export function listOf<const Globals extends readonly string[], const Externs extends readonly string[]>(
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
    actions: [...actions, STOP],
  });
}

/** Builds the chunk of a list, from these arguments of its put. */
export function build<L extends ActionList>(
  actions: L,
  options: BuildOptions = {},
  ...args: number[]
): Code<L> {
  const state = dasm.new(actions, options);
  state.put(0, ...args);
  return state.build();
}

/** Builds machine code from hexadecimal text. */
export function code(text: string): Code {
  return build(listOf(hex(text), [], []));
}

const TOP = 10;
const NEXT = 11;

/**
 * Code with labels of all kinds. The pc labels are arguments: the first is defined at `->next`, the second is
 * jumped to, the third is defined at the end.
 *
 *     ->top: mov eax, imm; ret; .align 16; ->next: =>1st: lea eax, [rdi+1]; jmp =>2nd; =>3rd: ret
 */
export const labelledActions = actionList({
  format: 1,
  arch: 'x64',
  id: 'labelled',
  globals: ['top', 'next', 'other'],
  // prettier-ignore
  actions: [
    LABEL_LG, TOP, ...hex('b8'), IMM_D, ...hex('c3'), ALIGN, 15,
    LABEL_LG, NEXT, LABEL_PC, ...hex('8d4701 e9'), REL_PC, LABEL_PC, ...hex('c3'), STOP,
  ],
});

/** Builds that code, with `value` as the result of `->top`, and the pc labels 1, 3 and 3. */
export function buildLabelled(value = 42) {
  const state = dasm.new(labelledActions);
  state.growPc(4);
  labelledActions.on(state).put(0, value, 1, 3, 3);
  return state.build();
}

/** `mov rax, rdi; ret`: returns its first argument, whatever it is. */
export const IDENTITY = '4889f8 c3';
/** `movaps xmm0, xmm0; ret`: the same for floating point. */
export const FLOAT_IDENTITY = '0f28c0 c3';
/**
 * Calls its first argument with the second.
 *
 *     mov rax, rdi; mov rdi, rsi; sub rsp, 8; call rax; add rsp, 8; ret
 */
export const APPLY = '4889f8 4889f7 4883ec08 ffd0 4883c408 c3';

/**
 * Machine code for the tests of execution, on any x64 or x86 system: action lists from statements, with the
 * names of `.include <dynasm/abi>`, and from bytes and actions.
 */
import { Action, actionList, type ActionList } from '../../src/encoder/index.ts';
import { dasm, type BuildOptions, type Code } from '../../src/exec/index.ts';
import { hostArch } from '../../src/exec/process.ts';
import { assembleLines } from '../../src/preprocessor/index.ts';
import { isWindows, isX64 } from './host.ts';

const { ALIGN, ESC, IMM_D, LABEL_LG, LABEL_PC, REL_PC, STOP } = Action;

/** Bytes as an action list has them: those that look like actions are escaped. */
export function bytes(...values: number[]): number[] {
  return values.flatMap(value => (value >= Action.DISP ? [ESC, value] : [value]));
}

/** Machine code from hexadecimal text. */
export function hex(text: string): number[] {
  return bytes(...(text.match(/[0-9a-f]{2}/gi) ?? []).map(pair => parseInt(pair, 16)));
}

/** The architecture of this process. */
export const arch = hostArch === 'x86' ? 'x86' : 'x64';

/** The actions of statements, which share one put, without the STOP at the end. */
export function statements(text: string): number[] {
  const platform = `${process.arch}-${process.platform}`;
  const options = { file: 'test', arch, lang: 'ts', platform } as const;
  const { unit, diagnostics } = assembleLines(
    `.include <dynasm/abi>\n${text.replaceAll('\n', ';')}`,
    options,
  );
  if (diagnostics.length > 0) throw new Error(`${text}: ${diagnostics[0]?.message}`);
  return unit.actions.slice(0, -1);
}

/** A list of one chunk. */
export function listOf<const Globals extends readonly string[], const Externs extends readonly string[]>(
  actions: number[],
  globals: Globals,
  externs: Externs,
): ActionList<{ id: 'test'; sections: readonly []; globals: Globals; externs: Externs }> {
  return actionList({
    format: 1,
    arch,
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

/** Builds statements. */
export function code(text: string): Code {
  return build(listOf(statements(text), [], []));
}

/** `int (int)`: returns its argument and 1. */
export const ADD_ONE = statements(isX64 ? 'lea eax, [CARG1+1]' : 'mov eax, [esp+4]; inc eax');

const TOP = 10;
const NEXT = 11;

/**
 * Code with labels of all kinds. The pc labels are arguments: the first is defined at `->next`, the second is
 * jumped to, the third is defined at the end.
 *
 *     ->top: mov eax, imm; ret; .align 16; ->next: =>1st: ADD_ONE; jmp =>2nd; =>3rd: ret
 */
export const labelledActions = actionList({
  format: 1,
  arch,
  id: 'labelled',
  globals: ['top', 'next', 'other'],
  // prettier-ignore
  actions: [
    LABEL_LG, TOP, ...hex('b8'), IMM_D, ...hex('c3'), ALIGN, 15,
    LABEL_LG, NEXT, LABEL_PC, ...ADD_ONE, ...hex('e9'), REL_PC, LABEL_PC, ...hex('c3'), STOP,
  ],
});

/** Builds that code, with `value` as the result of `->top`, and the pc labels 1, 3 and 3. */
export function buildLabelled(value = 42) {
  const state = dasm.new(labelledActions);
  state.growPc(4);
  labelledActions.on(state).put(0, value, 1, 3, 3);
  return state.build();
}

/** What a function on x64 adds to the stack before a call: alignment, and the shadow space of Windows. */
export const FRAME = isWindows ? 40 : 8;

/** Returns its first argument, whatever it is. */
export const IDENTITY = isX64 ? 'mov rax, CARG1; ret' : 'mov eax, [esp+4]; mov edx, [esp+8]; ret';
/** The same for floating point. */
export const FLOAT_IDENTITY = isX64
  ? { float: 'ret', double: 'ret' }
  : { float: 'fld dword [esp+4]; ret', double: 'fld qword [esp+4]; ret' };
/** Calls its first argument with the second, of up to 64 bits. */
export const APPLY = isX64
  ? `mov rax, CARG1; mov CARG1, CARG2; sub rsp, ${FRAME}; call rax; add rsp, ${FRAME}; ret`
  : 'sub esp, 4; push dword [esp+16]; push dword [esp+16]; call dword [esp+16]; add esp, 12; ret';

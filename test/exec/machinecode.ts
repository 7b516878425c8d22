/**
 * Machine code for the tests of execution, on any x64, x86 or arm64 system: action lists from statements,
 * with the names of `.include <dynasm/abi>`, and from bytes and actions.
 */
import { Action, actionList, type ActionList, arm64ActionList } from '../../src/encoder/index.ts';
import * as Arm64Action from '../../src/encoder/format/arm64/arm64action.ts';
import * as Place from '../../src/encoder/format/arm64/arm64place.ts';
import { dasm, type BuildOptions, type Code } from '../../src/exec/index.ts';
import { hostArch } from '../../src/exec/process.ts';
import { assembleLines } from '../../src/preprocessor/index.ts';
import { isArm64, isWindows, isX64 } from './host.ts';

const { ALIGN, ESC, IMM_D, LABEL_LG, LABEL_PC, REL_PC } = Action;
/** Ends a put. */
export const STOP = isArm64 ? Arm64Action.word(Arm64Action.STOP) : Action.STOP;
const FORMAT = isArm64 ? 2 : 1;
const makeList = isArm64 ? arm64ActionList : actionList;

/** Bytes as an action list has them: those that look like actions are escaped. */
export function bytes(...values: number[]): number[] {
  return values.flatMap(value => (value >= Action.DISP ? [ESC, value] : [value]));
}

/** Machine code from hexadecimal text. */
export function hex(text: string): number[] {
  return bytes(...(text.match(/[0-9a-f]{2}/gi) ?? []).map(pair => parseInt(pair, 16)));
}

/** The architecture of this process. */
export const arch = hostArch ?? 'x64';

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
  return makeList({
    format: FORMAT,
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
export const ADD_ONE = statements(
  isArm64 ? 'add w0, w0, #1' : isX64 ? 'lea eax, [CARG1+1]' : 'mov eax, [esp+4]; inc eax',
);

const { FIRST_GLOBAL } = isArm64 ? Arm64Action : { FIRST_GLOBAL: 10 };
const TOP = FIRST_GLOBAL;
const NEXT = FIRST_GLOBAL + 1;

/** Actions for the code below. */
const { word } = Arm64Action;
// prettier-ignore
const LABELLED = isArm64
  ? [
      word(Arm64Action.LABEL_LG, TOP), 0x5280_0000, word(Arm64Action.IMM, 5 | (16 << 5)), 0xd65f_03c0,
      word(Arm64Action.ALIGN, 15),
      word(Arm64Action.LABEL_LG, NEXT), word(Arm64Action.LABEL_PC), ...ADD_ONE,
      0x1400_0000, word(Arm64Action.REL_PC, Place.BRANCH26), word(Arm64Action.LABEL_PC), 0xd65f_03c0, STOP,
    ]
  : [
      LABEL_LG, TOP, ...hex('b8'), IMM_D, ...hex('c3'), ALIGN, 15,
      LABEL_LG, NEXT, LABEL_PC, ...ADD_ONE, ...hex('e9'), REL_PC, LABEL_PC, ...hex('c3'), STOP,
    ];

/**
 * Code with labels of all kinds. The pc labels are arguments: the first is defined at `->next`, the second is
 * jumped to, the third is defined at the end.
 *
 *     ->top: mov eax, imm; ret; .align 16; ->next: =>1st: ADD_ONE; jmp =>2nd; =>3rd: ret
 */
export const labelledActions = makeList({
  format: FORMAT,
  arch,
  id: 'labelled',
  globals: ['top', 'next', 'other'],
  actions: LABELLED,
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

/** Returns 0. */
export const ZERO = isArm64 ? 'mov w0, 0; ret' : 'xor eax, eax; ret';
/** Returns its first argument, whatever it is. */
export const IDENTITY = isArm64
  ? 'ret'
  : isX64
    ? 'mov rax, CARG1; ret'
    : 'mov eax, [esp+4]; mov edx, [esp+8]; ret';
/** The same for floating point. */
export const FLOAT_IDENTITY =
  isX64 || isArm64
    ? { float: 'ret', double: 'ret' }
    : { float: 'fld dword [esp+4]; ret', double: 'fld qword [esp+4]; ret' };
/** Calls its first argument with the second, of up to 64 bits. */
export const APPLY = isArm64
  ? 'str x30, [sp, #-16]!; mov x9, x0; mov x0, x1; blr x9; ldr x30, [sp], #16; ret'
  : isX64
    ? `mov rax, CARG1; mov CARG1, CARG2; sub rsp, ${FRAME}; call rax; add rsp, ${FRAME}; ret`
    : 'sub esp, 4; push dword [esp+16]; push dword [esp+16]; call dword [esp+16]; add esp, 12; ret';

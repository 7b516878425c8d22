/**
 * The calling conventions of ARM64. The facts are from "Procedure Call Standard for the Arm 64-bit
 * Architecture" (Arm, AAPCS64): 6.1 (registers, stack), 6.8 (parameters), 6.9 (results); "Overview of ARM64
 * ABI conventions" (learn.microsoft.com/cpp/build/arm64-windows-abi-conventions); and "Writing ARM64 code for
 * Apple platforms" (developer.apple.com), where variable arguments are on the stack.
 *
 * x16 and x17 belong to what links programs, and may change at any call; x18 is the system's on Windows and
 * macOS. None of them has a name here.
 */
import { failSize, type CallInstructions } from './call.ts';
import { argumentRegisters, nameOperands, registers, type Convention } from './convention.ts';
import { nameMixed } from './mixed.ts';
import type { NamedRegister } from './operandreader.ts';

/** Rows such as `x0 w0`, from a number on. */
function group(wide: string, narrow: string, first: number, count: number): readonly (readonly string[])[] {
  return registers(...Array.from({ length: count }, (_, i) => `${wide}${first + i} ${narrow}${first + i}`));
}

const INTEGERS = group('x', 'w', 0, 8);
const FLOATS = group('d', 's', 0, 8);
const MAX_SAVED = 10;
const SAVED = group('x', 'w', 19, MAX_SAVED);

/** What no argument is passed in, and what a call may change in any case. */
const SCRATCH = 'x16';

const CALL: CallInstructions = {
  stackPointer: 31,
  readRegister,
  move(to, from, reader) {
    const size = reader.registerOf(from)?.size ?? 64;
    if (size !== 64) failSize(from, 64);
    return `${reader.isUnsizedMemory(from) ? 'ldr' : 'mov'} ${to}, ${from.text}`;
  },
  push(from, reader) {
    if (reader.registerOf(from)?.size === 64) return [`str ${from.text}, [sp, #-16]!`];
    return [CALL.move(SCRATCH, from, reader), `str ${SCRATCH}, [sp, #-16]!`];
  },
  pop: to => `ldr ${to}, [sp], #16`,
  call(target, reader) {
    if (reader.isUnsizedMemory(target)) return [`ldr ${SCRATCH}, ${target.text}`, `blr ${SCRATCH}`];
    return [`${reader.registerOf(target) === undefined ? 'bl' : 'blr'} ${target.text}`];
  },
};

/** Number 32 stands for the zero register. */
const NUMBERS: Readonly<Record<string, number>> = { zr: 32, sp: 31, lr: 30, fp: 29, ip0: 16, ip1: 17 };

function readRegister(name: string): NamedRegister | undefined {
  const special = NUMBERS[name] ?? (name === 'wsp' ? 31 : undefined);
  if (special !== undefined) return { size: name === 'wsp' ? 32 : 64, number: special };
  const [, isClass, letter = '', number] = /^@?(R?)([xw])(zr|\d{1,2})?$/.exec(name) ?? [];
  if (letter === '' || (isClass === 'R') !== (number === undefined)) return undefined;
  const size = letter === 'x' ? 64 : 32;
  if (number === undefined) return { size, number };
  return { size, number: number === 'zr' || number === '31' ? 32 : Number(number) };
}

/** The lines of a macro that depend on how many registers are saved. */
function bySaved(macro: string, lines: (saved: number) => readonly string[]): string {
  const cases = Array.from({ length: MAX_SAVED + 1 }, (_, saved) => {
    const body = lines(saved).map(line => `|  ${line}\n`);
    return `|.${saved === 0 ? 'if' : 'elif'} saved == ${saved}\n${body.join('')}`;
  });
  return `|.macro ${macro}, saved\n${cases.join('')}|.else\n|.error a frame saves 0 to ${MAX_SAVED} registers\n|.endif\n|.endmacro\n|\n`;
}

/** For each two of the saved registers, and for the last one. `index` counts from 0. */
function pairs(saved: number, line: (names: readonly string[], index: number) => string): readonly string[] {
  return Array.from({ length: Math.ceil(saved / 2) }, (_, index) => {
    const first = 2 * index + 1;
    return line(first < saved ? [`CSAVE${first}`, `CSAVE${first + 1}`] : [`CSAVE${first}`], index);
  });
}

/**
 * The macros; docs/language.md says what they do. `.c…` are parts of them. The stack pointer is a multiple of
 * 16 always. With a frame pointer `.epilogue` need not know the size of the frame, and profilers find the
 * callers.
 */
const FRAMES = `\
${bySaved('.csave', saved =>
  pairs(saved, names => `${names.length === 2 ? 'stp' : 'str'} ${names.join(', ')}, [sp, #-16]!`),
)}${bySaved('.crestore', saved =>
  pairs(
    saved,
    (names, index) =>
      `${names.length === 2 ? 'ldp' : 'ldr'} ${names.join(', ')}, [x29, #-${16 * (index + 1)}]`,
  ),
)}\
|.macro .prologue
|.endmacro
|
|.macro .prologue, saved
|  stp x29, x30, [sp, #-16]!
|  mov x29, sp
|  .csave saved
|.endmacro
|
|.macro .prologue, saved, bytes
|  .prologue saved
|  sub sp, sp, #((bytes) + 15 & -16)
|.endmacro
|
|.macro .epilogue
|  ret
|.endmacro
|
|.macro .epilogue, saved
|  .crestore saved
|  mov sp, x29
|  ldp x29, x30, [sp], #16
|  ret
|.endmacro
|
|// Where there is no frame, the return address is in x30 only.
|.macro .calign
|  str x30, [sp, #-16]!
|.endmacro
|
|.macro .creturn
|  ldr x30, [sp], #16
|.endmacro
`;

const NAMES = new Map([
  ...nameOperands(
    { CARG: INTEGERS, CSAVE: SAVED, CTMP: group('x', 'w', 9, 2) },
    { CRET: 'x0 w0', CRETHI: 'x1 w1', CSHADOW: '0' },
  ),
  ...FLOATS.flatMap(([double = '', float = ''], index): [string, string][] => [
    [`CFARG${index + 1}`, double],
    [`CFARG${index + 1}s`, float],
  ]),
  ['CFRET', 'd0'] as const,
  ['CFRETs', 's0'] as const,
  ...nameMixed(INTEGERS, FLOATS, (_, count) => count),
]);

const IN_REGISTERS = { registers: argumentRegisters(INTEGERS), temporary: SCRATCH };

/** Linux, the BSDs, and Windows, where integers as variable arguments are passed in the same way. */
export const AAPCS64: Convention = {
  names: NAMES,
  macros: FRAMES,
  call: { instructions: CALL, inRegisters: IN_REGISTERS },
};

/** Apple's: variable arguments are on the stack, in 8 bytes each. */
export const APPLE_ARM64: Convention = {
  ...AAPCS64,
  call: {
    instructions: CALL,
    inRegisters: {
      ...IN_REGISTERS,
      variable: {
        onStack(args, reader) {
          const bytes = 16 * Math.ceil(args.length / 2);
          if (bytes === 0) return { before: [], after: [] };
          const stores = args.flatMap((from, index) => [
            CALL.move(SCRATCH, from, reader),
            `str ${SCRATCH}, [sp, #${8 * index}]`,
          ]);
          return { before: [`sub sp, sp, #${bytes}`, ...stores], after: [`add sp, sp, #${bytes}`] };
        },
      },
    },
  },
};

/**
 * The calling convention of Windows on x64. The facts are from Microsoft's documentation, "x64 calling
 * convention" (parameters, shadow space, registers that a call preserves) and "x64 stack usage":
 * learn.microsoft.com/cpp/build/x64-calling-convention and …/stack-usage.
 *
 * xmm6 … xmm15 belong to the caller, too. They have no names here: code for all systems keeps out of them.
 */
import { argumentRegisters, memory, nameOperands, registers, type Convention } from './convention.ts';
import { FRAMES_64 } from './frames64.ts';
import { nameMixed } from './mixed.ts';
import { x86Call } from './x86call.ts';

/** An argument's place in the list gives its register: f(int, double) has ecx and xmm1. */
const INTEGERS = registers('rcx ecx cx cl', 'rdx edx dx dl', 'r8 r8d r8w r8b', 'r9 r9d r9w r9b');
const FLOATS = registers('xmm0', 'xmm1', 'xmm2', 'xmm3');

export const MICROSOFT: Convention = {
  names: new Map([
    ...nameOperands(
      {
        // Above rbp are the caller's rbp, the return address, and the shadow space of 32 bytes.
        CARG: [...INTEGERS, ...memory(true, ['rbp+48', 'rbp+56'])],
        CFARG: FLOATS,
        CSAVE: registers(
          'rbx ebx bx bl',
          'r12 r12d r12w r12b',
          'r13 r13d r13w r13b',
          'r14 r14d r14w r14b',
          'r15 r15d r15w r15b',
        ),
        CTMP: registers('r10 r10d r10w r10b', 'r11 r11d r11w r11b'),
      },
      { CRET: 'rax eax ax al', CFRET: 'xmm0', CSHADOW: '32' },
    ),
    ...nameMixed(INTEGERS, FLOATS, position => position),
  ]),
  macros: FRAMES_64,
  call: {
    instructions: x86Call(64),
    inRegisters: { registers: argumentRegisters(INTEGERS), temporary: 'r10' },
  },
};

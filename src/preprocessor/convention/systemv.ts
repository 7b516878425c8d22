/**
 * The calling convention of Linux, macOS and the BSDs on x64. The facts are from "System V Application Binary
 * Interface, AMD64 Architecture Processor Supplement": figure 3.4 (use of registers), 3.2.2 (stack frame),
 * 3.2.3 (parameters and results).
 */
import { argumentRegisters, nameOperands, registers, type Convention } from './convention.ts';
import { FRAMES_64 } from './frames64.ts';
import { nameMixed } from './mixed.ts';
import { x86Call } from './x86call.ts';

/** Integer arguments and floating-point arguments are counted apart. */
const INTEGERS = registers(
  'rdi edi di dil',
  'rsi esi si sil',
  'rdx edx dx dl',
  'rcx ecx cx cl',
  'r8 r8d r8w r8b',
  'r9 r9d r9w r9b',
);
const FLOATS = registers('xmm0', 'xmm1', 'xmm2', 'xmm3', 'xmm4', 'xmm5', 'xmm6', 'xmm7');

export const SYSTEM_V: Convention = {
  names: new Map([
    ...nameOperands(
      {
        CARG: INTEGERS,
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
      { CRET: 'rax eax ax al', CRETHI: 'rdx edx dx dl', CFRET: 'xmm0', CSHADOW: '0' },
    ),
    ...nameMixed(INTEGERS, FLOATS, (_, count) => count),
  ]),
  macros: FRAMES_64,
  call: {
    instructions: x86Call(64),
    inRegisters: {
      registers: argumentRegisters(INTEGERS),
      temporary: 'r10',
      variable: { floatCount: 'rax' },
    },
  },
};

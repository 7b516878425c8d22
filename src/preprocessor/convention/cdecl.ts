/**
 * cdecl, the calling convention of C on x86. The facts are from "System V Application Binary Interface,
 * Intel386 Architecture Processor Supplement", 2.2 (registers, stack frame, results), and Microsoft's
 * documentation of `__cdecl` (learn.microsoft.com/cpp/cpp/cdecl). Both have the same registers; Windows does
 * not ask for an aligned stack, and gets one.
 *
 * Arguments are on the stack, so that `CARG1` is memory, above the caller's ebp and the return address.
 * Floating-point arguments are there, too, without names: a double takes the places of two integers.
 */
import { memory, nameOperands, registers, type Convention } from './convention.ts';
import { FRAMES_32 } from './frames32.ts';
import { x86Call } from './x86call.ts';

export const CDECL: Convention = {
  names: nameOperands(
    {
      CARG: memory(false, ['ebp+8', 'ebp+12', 'ebp+16', 'ebp+20', 'ebp+24', 'ebp+28']),
      CSAVE: registers('ebx ebx bx bl', 'esi esi si', 'edi edi di'),
      CTMP: registers('ecx ecx cx cl', 'edx edx dx dl'),
    },
    { CRET: 'eax eax ax al', CRETHI: 'edx edx dx dl', CFRET: 'st0', CSHADOW: '0' },
  ),
  macros: FRAMES_32,
  call: { instructions: x86Call(32) },
};

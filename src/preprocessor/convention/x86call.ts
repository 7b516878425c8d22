/** The instructions of `.ccall` on x64 and x86. */
import type { Slice } from '../text/slice.ts';
import { failSize, type CallInstructions } from './call.ts';
import type { NamedRegister, OperandReader } from './operandreader.ts';

const SIZE_WORD = /^(?:byte|word|dword|qword|oword|yword|tword|aword)\b/;

export function x86Call(bits: 32 | 64): CallInstructions {
  return {
    // rsp and esp
    stackPointer: 4,
    readRegister,
    move: (to, from) => `mov ${to}, ${from.text}`,
    push: (from, reader) => [`push ${sized(from, bits, reader)}`],
    pop: to => `pop ${to}`,
    call: target => [`call ${target.text}`],
  };
}

/** The operand of a `push`. Without this check `push di` would move the stack pointer by 2. */
function sized(operand: Slice, bits: 32 | 64, reader: OperandReader): string {
  const { text } = operand;
  const word = bits === 64 ? 'qword' : 'dword';
  const written = SIZE_WORD.exec(text)?.[0];
  const register = reader.registerOf(operand);
  const isOther =
    register === undefined
      ? written !== undefined && written !== word && written !== 'aword'
      : register.size !== bits;
  if (isOther) failSize(operand, bits);
  return reader.isUnsizedMemory(operand) ? `${word} ${text}` : text;
}

const SIZES: Readonly<Record<string, number>> = { q: 64, d: 32, w: 16, b: 8 };

/** Takes DynASM's internal names. */
function readRegister(name: string): NamedRegister | undefined {
  const [, size = '', digit = '', rex = ''] = /^@(\w)(\w?)(R?)$/.exec(name) ?? [];
  if (size === '') return undefined;
  if (digit === '') return { size: SIZES[size] ?? 0, number: undefined };
  const number = parseInt(digit, 16);
  // ah, ch, dh and bh have the numbers 4 … 7, and are parts of the registers 0 … 3.
  const isUpper = size === 'b' && rex === '' && number >= 4 && number < 8;
  return { size: SIZES[size] ?? 0, number: isUpper ? number - 4 : number };
}

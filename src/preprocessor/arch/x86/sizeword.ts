/** Size words in operands. Takes their text; returns sizes, and the value of `size*number`. */
import { cut, type Slice } from '../../text/slice.ts';
import { checkInteger, parseInteger } from './integer.ts';
import type { OperandContext } from './operandcontext.ts';
import { SIZE_BYTES, SIZE_WORDS, type Size } from './registers.ts';

const SIZE_TIMES = /^([A-Za-z0-9]+)[ \t-\r]*\*[ \t-\r]*([^]+)$/;

/** The size that a size word stands for; undefined for other words. */
export function sizeOfWord(
  word: string,
  { is64Bit, statement }: Pick<OperandContext, 'is64Bit' | 'statement'>,
): Size | undefined {
  if (word === 'aword') return addressSize(is64Bit);
  // DynASM does not know it.
  if (word === 'zword' && !statement.capabilities.extendedActions) return undefined;
  return SIZE_WORDS.get(word);
}

export function addressSize(is64Bit: boolean): Size {
  return is64Bit ? 'q' : 'd';
}

/** A fast test that sorts most operands out: false only if `text` does not begin with a size word. */
export function mayBeginWithSize(text: string): boolean {
  return text.startsWith('word', 1) || text.startsWith('byte') || text.startsWith('word');
}

/**
 * The value of `size*number`, with the sign in front; undefined for another text. `at`: what an error marks.
 * @throws {StatementError} the number is not an integer of 32 bits
 */
export function sizeTimes(
  slice: Slice,
  sign: 1 | -1,
  at: Slice,
  context: OperandContext,
): number | undefined {
  const { text } = slice;
  const [, word = '', number = ''] = mayBeginWithSize(text) ? (SIZE_TIMES.exec(text) ?? []) : [];
  const size = word === '' ? undefined : sizeOfWord(word, context);
  if (size === undefined) return undefined;
  const factor = parseInteger(cut(slice, text.length - number.length), context.statement.dialect);
  return factor === undefined ? undefined : checkInteger(sign * factor * SIZE_BYTES[size], at);
}

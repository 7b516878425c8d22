/**
 * Parses far pointers in the code, `0x10:0x1234`: a selector and an offset, each a number, an expression or,
 * as the offset, a label (Intel's manual, volume 2, 3.1.1.3, ptr16:16 and ptr16:32). Takes the text of an
 * operand without its size word.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import { parseInteger } from './integer.ts';
import { parseLabel } from './labelparser.ts';
import { OperandMode, type Value } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { draft, type Draft } from './operanddraft.ts';
import type { Size } from './registers.ts';
import { checkExpression } from './strayname.ts';
import { parseLabelSum } from './sumparser.ts';

/** A number in front of a colon, which no expression has there. */
const NUMBER = /^(?:0x[\da-f]+|\d+)$/i;

/**
 * The far pointer; undefined for another operand. What is not a number in front of the colon is a selector
 * only where a form of the instruction takes far pointers, as `TYPE:rax` has a colon, too.
 * @throws {StatementError} a part is missing
 */
export function parseFarPointer(
  operand: Slice,
  size: Size | undefined,
  context: OperandContext,
): Draft | undefined {
  const { expressions } = context.statement.dialect;
  const colon = colonOf(expressions?.mask(operand.text) ?? '');
  if (colon < 0) return undefined;
  const selector = trimmed(cut(operand, 0, colon));
  const offset = trimmed(cut(operand, colon + 1));
  const isType = context.statement.types.has(selector.text);
  const isPointer = NUMBER.test(selector.text) || (context.takesFarPointer?.(context.position) ?? false);
  if (!isPointer || isType) return undefined;
  if (selector.text === '' || offset.text === '') fail(operand, 'a part is missing');
  if (size !== undefined && size !== 'w' && size !== 'd') fail(operand, 'its offset is a word or a dword');
  const target = parseLabelSum(offset, context) ?? parseLabel(offset, context) ?? value(offset, context);
  const modes = OperandMode.FAR_POINTER;
  return draft(modes, size ?? 'd', target, undefined, value(selector, context));
}

/** The index of the colon that stands outside of brackets and is not that of `?:`; −1 if there is none. */
function colonOf(code: string): number {
  let depth = 0;
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at);
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0 && character === '?') return -1;
    else if (depth === 0 && character === ':') return at;
  }
  return -1;
}

function value(part: Slice, context: OperandContext): Value {
  const number = parseInteger(part, context.statement.dialect);
  if (number !== undefined) return number;
  checkExpression(part, context);
  return { kind: 'value', ...part };
}

function fail(operand: Slice, message: string): never {
  throw new StatementError(`\`${operand.text}' is not a far pointer: ${message}`, {
    code: 'far-pointer',
    at: operand,
    notes: ["a far pointer is `selector:offset', as `0x10:0x1234' or `word 0x10:0x1234'"],
  });
}

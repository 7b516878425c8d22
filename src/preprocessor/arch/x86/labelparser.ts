/** Labels in operands. Takes a part of an operand; returns the label that it refers to. */
import { FORWARD } from '../../../encoder/format/action.ts';
import { MACRO_LABEL } from '../../text/macrolabelname.ts';
import { cut, type Slice } from '../../text/slice.ts';
import type { Label } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { checkExpression } from './strayname.ts';

/**
 * Parses a label reference or `&expr`; returns undefined for other expressions. Numbers a global or extern
 * that is new.
 */
export function parseLabel(slice: Slice, context: OperandContext): Label | undefined {
  const { text } = slice;
  const { labels } = context.statement;
  if (text.startsWith('&') || text.startsWith('=>')) {
    const isAddress = text.startsWith('&');
    const expression = cut(slice, isAddress ? 1 : 2);
    checkExpression(expression, context);
    return { kind: isAddress ? 'address' : 'pc', ...expression };
  }
  if (text.startsWith('->')) return { kind: 'label', number: labels.global(cut(slice, 2)) };
  if (text.length === 2 && /^[<>][1-9]$/.test(text)) {
    return { kind: 'label', number: Number(text[1]) + (text.startsWith('>') ? FORWARD : 0) };
  }
  if (text.startsWith(MACRO_LABEL) && context.statement.capabilities.extendedActions) {
    return { kind: 'macro', number: context.statement.macroLabel(slice) };
  }
  const extern = text.startsWith('extern') ? /^extern[ \t-\r]+([^ \t-\r]+)$/.exec(text)?.[1] : undefined;
  if (extern === undefined) return undefined;
  return { kind: 'extern', number: labels.extern(cut(slice, text.length - extern.length)) };
}

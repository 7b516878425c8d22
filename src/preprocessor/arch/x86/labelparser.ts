/** Labels in operands. Takes a part of an operand; returns the label that it refers to. */
import { FORWARD } from '../../../encoder/format/action.ts';
import { MACRO_LABEL } from '../../text/macrolabelname.ts';
import { cut, type Slice } from '../../text/slice.ts';
import type { LabelSigil } from '../../observer.ts';
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
  const named = (sigil: LabelSigil, length: number): void =>
    context.statement.labelNamed?.(sigil, cut(slice, length), false);
  if (text.startsWith('&') || text.startsWith('=>')) {
    const isAddress = text.startsWith('&');
    const expression = cut(slice, isAddress ? 1 : 2);
    checkExpression(expression, context);
    if (!isAddress) named('=>', 2);
    return { kind: isAddress ? 'address' : 'pc', ...expression };
  }
  if (text.startsWith('->')) {
    named('->', 2);
    return { kind: 'label', number: labels.global(cut(slice, 2)) };
  }
  if (text.length === 2 && /^[<>][1-9]$/.test(text)) {
    named(text.startsWith('>') ? '>' : '<', 1);
    return { kind: 'label', number: Number(text[1]) + (text.startsWith('>') ? FORWARD : 0) };
  }
  if (text.startsWith(MACRO_LABEL) && context.statement.capabilities.extendedActions) {
    named(MACRO_LABEL, MACRO_LABEL.length);
    return { kind: 'macro', number: context.statement.macroLabel(slice) };
  }
  const extern = text.startsWith('extern') ? /^extern[ \t-\r]+([^ \t-\r]+)$/.exec(text)?.[1] : undefined;
  if (extern === undefined) return undefined;
  const start = text.length - extern.length;
  named('extern ', start);
  return { kind: 'extern', number: labels.extern(cut(slice, start)) };
}

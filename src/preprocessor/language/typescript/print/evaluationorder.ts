/**
 * When the expressions of a put's arguments are evaluated. Takes the arguments in the order of the action
 * list, and tells whether one call evaluates each expression once and in the order of the source, and whether
 * that matters.
 */
import type { Argument } from '../../../item.ts';
import { parseMemberPath } from '../read/memberpath.ts';

/** Names and numbers with arithmetic between them: nothing that calls, assigns or reads a member. */
const ARITHMETIC = /^(?:[\p{ID_Continue}$\s()*/%&|^~]|\+(?!\+)|-(?!-)|<<|>>|\.(?=\d))*$/u;
const CALL = /[\p{ID_Continue}$)]\s*\(/u;
const WORD_OPERATOR = /\b(?:await|yield|new|delete|void|typeof|in|of|instanceof|function|class|async)\b/;

/** Whether the call alone would evaluate an expression twice, or out of order, and somebody could notice. */
export function needsOwnEvaluation(args: readonly Argument[]): boolean {
  return !isInSourceOrder(args) && !args.every(hasNoEffect);
}

/** Arguments with equal keys come from one expression of the source. */
export function expressionKey(argument: Argument): string {
  return `${argument.statement}:${argument.sourceOrder}`;
}

/** Whether the expression of `a` stands before that of `b` in the source. */
export function isBefore(a: Argument, b: Argument): boolean {
  return a.statement < b.statement || (a.statement === b.statement && a.sourceOrder < b.sourceOrder);
}

/**
 * Whether the argument at `index` is the upper half of a 64-bit value, or double, whose lower half is the
 * argument in front.
 */
export function isUpperHalf(args: readonly Argument[], index: number): boolean {
  const [low, high] = [args[index - 1], args[index]];
  const arePair =
    (low?.kind === 'low' && high?.kind === 'high') ||
    (low?.kind === 'double-low' && high?.kind === 'double-high');
  return arePair && expressionKey(low) === expressionKey(high);
}

/** Whether each expression stands once, and in the order of the source. */
function isInSourceOrder(args: readonly Argument[]): boolean {
  let last: Argument | undefined;
  for (const [index, argument] of args.entries()) {
    if (isUpperHalf(args, index)) continue;
    if (last && !isBefore(last, argument)) return false;
    last = argument;
  }
  return true;
}

/**
 * Whether evaluating the argument calls nothing and changes nothing, so that it does not matter when that is
 * done.
 */
function hasNoEffect(argument: Argument): boolean {
  if (argument.kind !== 'member') return isArithmetic(argument.text);
  if (argument.added !== undefined && !isArithmetic(argument.added)) return false;
  return parseMemberPath(argument).every(element => 'member' in element || isArithmetic(element.index));
}

function isArithmetic(text: string): boolean {
  return ARITHMETIC.test(text) && !CALL.test(text) && !WORD_OPERATOR.test(text);
}

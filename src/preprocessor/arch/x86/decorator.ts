/**
 * Parses what stands in braces behind an operand: a mask `{k1}`, `{z}`, a broadcast `{1to8}`, and rounding,
 * `{rn-sae}` or `{sae}` (Intel's manual, volume 2, 2.7.11 and 3.1.1.3). Takes the text of an operand; returns
 * the operand without them, and what they say.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import type { Decorators, RegisterUse, Rounding } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { endOfName, takeVariable } from './registerparser.ts';

const BROADCAST = /^1to(2|4|8|16|32)$/;
const ROUNDING = /^(?:(?:r[nduz]-)?sae)$/;
const ADVICE =
  'a mask is {k1} … {k7} or {k(n)}, perhaps with {z}; a broadcast {1to2} … {1to32}; rounding {rn-sae}, {rd-sae}, {ru-sae}, {rz-sae} or {sae}';

/** Whether an operand is nothing but rounding, as `{rn-sae}` behind a comma. */
export function isRounding({ text }: Slice): boolean {
  return text.startsWith('{') && ROUNDING.test(text.slice(1, -1).trim());
}

/** @throws {StatementError} an operand is nothing but braces, and these are not rounding */
export function checkBraces(operand: Slice): void {
  const { text } = operand;
  if (!/^\{[^{}]*\}$/.test(text) || isRounding(operand)) return;
  fail(`\`${text}' is not rounding`, operand);
}

/** What all decorators of an operand say. */
class DecoratorList implements Decorators {
  mask: RegisterUse | undefined;
  isZeroing = false;
  broadcast = 0;
  rounding: Rounding | undefined;
}

/**
 * The operand without its decorators, and these; undefined if it has none.
 * @throws {StatementError} what stands in the braces is no decorator
 */
export function takeDecorators(
  operand: Slice,
  context: OperandContext,
): { readonly rest: Slice; readonly decorators: Decorators } | undefined {
  if (!operand.text.endsWith('}')) return undefined;
  const groups: Slice[] = [];
  let rest = operand;
  while (rest.text.endsWith('}')) {
    const open = rest.text.lastIndexOf('{');
    if (open < 0) break;
    groups.unshift(trimmed(cut(rest, open + 1, rest.text.length - 1)));
    rest = trimmed(cut(rest, 0, open));
  }
  if (rest.text === '') fail(`\`${operand.text}' stands behind an operand, not in its place`, operand);
  const decorators = new DecoratorList();
  for (const group of groups) addDecorator(decorators, group, context);
  return { rest, decorators };
}

function addDecorator(list: DecoratorList, group: Slice, context: OperandContext): void {
  const { text } = group;
  const [, count] = BROADCAST.exec(text) ?? [];
  const [isKnown, isNew] =
    count !== undefined
      ? [true, list.broadcast === 0]
      : ROUNDING.test(text)
        ? [true, list.rounding === undefined]
        : text === 'z'
          ? [true, !list.isZeroing]
          : [/^k(?:\d|\s*\()/.test(text), list.mask === undefined];
  if (!isKnown) fail(`\`{${text}}' is not a decorator`, group);
  if (!isNew) fail(`\`{${text}}' is the second of its kind`, group);
  if (count !== undefined) list.broadcast = Number(count);
  else if (text === 'z') list.isZeroing = true;
  else if (ROUNDING.test(text)) list.rounding = text as Rounding;
  else list.mask = parseMask(group, context);
}

function parseMask(group: Slice, context: OperandContext): RegisterUse {
  const nameEnd = endOfName(group.text, 0);
  const name = group.text.slice(0, nameEnd);
  const register = context.registers.find(name);
  if (register?.size !== 'k') fail(`\`{${group.text}}' is not a mask register`, group);
  if (register.number === 0) fail("`{k0}' cannot be a mask: its number means that there is none", group);
  const [use, tail] = takeVariable(register, group, nameEnd, context);
  if (tail.text !== '') fail(`\`{${group.text}}' is not a mask register`, group);
  return use;
}

function fail(message: string, at: Slice): never {
  throw new StatementError(message, { code: 'decorator', at, notes: [ADVICE] });
}

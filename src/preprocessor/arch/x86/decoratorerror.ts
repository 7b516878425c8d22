/**
 * What is wrong with decorators, with registers that only EVEX or REX2 has, and with vector registers as
 * index. Takes operands that no form takes, and the forms of the mnemonic; returns the clause of the message,
 * and the operand that is meant.
 */
import type { Form } from './form.ts';
import { hasMode, hasVariable, isExtended } from './match.ts';
import { Decoration, type OperandKind } from './notation.ts';
import { isMemory, OperandMode } from './operand.ts';
import type { Operand, Rounding } from './operand.ts';
import { positionWords, sizeWords } from './operandtext.ts';
import { isExtendedGeneral } from './registers.ts';

interface DecoratorReason {
  readonly clause: string;
  readonly at: Operand;
}

/** Undefined if something else is wrong. */
export function decoratorReason(
  forms: readonly Form[],
  operands: readonly Operand[],
): DecoratorReason | undefined {
  const extended = operands.find(isExtended);
  if (extended !== undefined) {
    const clause = extendedClause(extended, forms, operands);
    if (clause !== undefined) return { clause, at: extended };
  }
  const evexForms = forms.filter(({ isEvex }) => isEvex);
  const { VSIB } = OperandMode;
  const gathered = operands.find(({ modes }) => (modes & VSIB) !== 0);
  if (gathered !== undefined && !forms.some(({ kinds }) => kinds.some(({ anyOf }) => (anyOf & VSIB) !== 0))) {
    return { clause: 'only gathers and scatters have a vector register as index', at: gathered };
  }
  for (const operand of operands) {
    const { position, decorators } = operand;
    const needsMask = forms.every(
      ({ kinds: { [position]: kind } }) => ((kind?.decorations ?? 0) & Decoration.NEEDS_MASK) !== 0,
    );
    if (needsMask && decorators?.mask === undefined) {
      return {
        clause: `${positionWords(position, operands.length)} needs a mask, as in \`{k1}'`,
        at: operand,
      };
    }
    if ((operand.modes & OperandMode.EVEX) === 0) continue;
    const clause =
      evexForms.length === 0
        ? `${nameOf(operand)} needs EVEX, which these forms do not have`
        : clauseOf(operand, operands, evexForms);
    if (clause !== undefined) return { clause, at: operand };
  }
  return undefined;
}

/** Why r16 … r31 cannot stand in an operand. */
function extendedClause(
  { register, index }: Operand,
  forms: readonly Form[],
  operands: readonly Operand[],
): string | undefined {
  const named = [register, index].find(use => use !== undefined && isExtendedGeneral(use.register));
  const name = named?.register.name ?? '';
  const able = forms.filter(({ code }) => code.takesExtended);
  if (able.length === 0) return `\`${name}' needs REX2 or EVEX, which these forms do not have`;
  if (!operands.some(hasVariable) || able.some(({ isEvex }) => isEvex)) return undefined;
  return `beside \`${name}' no register's number can be known at run time only`;
}

/** What only EVEX has in an operand. */
function nameOf({ decorators, text, register }: Operand): string {
  if (decorators === undefined) return `\`${register?.register.name ?? text}'`;
  return `\`${text.slice(text.indexOf('{'))}'`;
}

function clauseOf(
  operand: Operand,
  operands: readonly Operand[],
  forms: readonly Form[],
): string | undefined {
  const { decorators, position } = operand;
  if (decorators === undefined) return undefined;
  const { mask, isZeroing, broadcast, rounding } = decorators;
  if (isZeroing && mask === undefined) return "`{z}' needs a mask in front of it, as in `{k1}{z}'";
  if (isZeroing && isMemory(operand)) return "`{z}' goes with registers: memory is not zeroed";
  if (rounding !== undefined && operands.some(isMemory)) {
    return `\`{${rounding}}' goes with registers: no operand can be memory`;
  }
  const kinds = forms.map(({ kinds: { [position]: kind } }) => kind).filter(kind => kind !== undefined);
  const place = positionWords(position, operands.length);
  if (mask !== undefined && !kinds.some(({ decorations }) => (decorations & Decoration.MASK) !== 0)) {
    return `no mask can stand behind ${place}`;
  }
  if (isZeroing && !kinds.some(({ decorations }) => (decorations & Decoration.ZEROING) !== 0)) {
    return `\`{z}' cannot stand behind ${place}`;
  }
  if (rounding !== undefined) {
    const wanted = rounding === 'sae' ? Decoration.SAE : Decoration.ROUNDING;
    if (!kinds.some(({ decorations }) => (decorations & wanted) !== 0)) {
      return `\`{${rounding}}' cannot stand behind ${place}${instead(rounding, kinds)}`;
    }
    if (operand.size === 'o' || operand.size === 'y') {
      return `\`{${rounding}}' goes with zmm registers, and with single numbers`;
    }
  }
  if (broadcast === 0) return undefined;
  const counts = new Set(
    forms
      .filter(form => operands.every((other, n) => n === position || fits(form, n, other)))
      .map(({ kinds: { [position]: kind } }) => kind?.broadcast ?? 0)
      .filter(count => count > 0),
  );
  if (counts.size === 0) return `${place} cannot be broadcast here`;
  if (counts.has(broadcast)) return `the element that is broadcast is a ${elementWords(kinds)}`;
  return `the broadcast must be ${[...counts].map(count => `{1to${count}}`).join(' or ')}`;
}

/** Which rounding may stand there. */
function instead(rounding: Rounding, kinds: readonly OperandKind[]): string {
  const other = rounding === 'sae' ? Decoration.ROUNDING : Decoration.SAE;
  if (!kinds.some(({ decorations }) => (decorations & other) !== 0)) return '';
  return rounding === 'sae' ? ": `{rn-sae}', `{rd-sae}', `{ru-sae}' or `{rz-sae}' can" : ": `{sae}' can";
}

/** The sizes of elements that are broadcast: `dword`. */
function elementWords(kinds: readonly OperandKind[]): string {
  return sizeWords(new Set(kinds.flatMap(({ element }) => element ?? [])));
}

/** Whether an operand has the mode, and if it has a size, the size of a form. */
function fits({ kinds }: Form, n: number, operand: Operand): boolean {
  const kind = kinds[n];
  if (kind === undefined || !hasMode(kind, operand)) return false;
  return operand.size === undefined || kind.sizes === undefined || kind.sizes.includes(operand.size);
}

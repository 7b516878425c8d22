/**
 * Writes the fields of an instruction into a draft: registers and immediates, as bits of the word where they
 * are known, else as actions.
 */
import * as Arm64Action from '../../../../encoder/format/arm64/arm64action.ts';
import { cut, type Slice } from '../../../text/slice.ts';
import { type Draft, misfit, type Misfit } from './classicdraft.ts';
import { parseNumber, toBits } from './classicimmediate.ts';
import { type ClassicRegister, parseRegister } from './classicregister.ts';

/** Writes a register into a field; a variable one as an action. */
export function writeRegister(draft: Draft, { number, variable }: ClassicRegister, field: number): void {
  if (variable !== undefined)
    draft.argue(Arm64Action.word(Arm64Action.VREG, field), { kind: 'register', ...variable });
  else draft.add((number ?? 0) * 2 ** field);
}

/** Reads the name of a register. */
export function readRegister(draft: Draft, operand: Slice): ClassicRegister | Misfit {
  const { types, dialect } = draft.statement;
  const register = parseRegister(operand, types, dialect);
  return register ?? misfit(`bad register name \`${operand.text}'`, operand);
}

/** The text behind `#`. */
export function behindHash(operand: Slice): Slice | Misfit {
  return operand.text.startsWith('#') ? cut(operand, 1) : misfit('expected immediate operand', operand);
}

export function outOfRange(text: Slice): Misfit {
  return misfit(`out of range immediate \`${text.text}'`, text, true);
}

/**
 * Reads an immediate: `encode` makes bits of a number, and an expression becomes an argument of `action`.
 */
export function immediate(
  draft: Draft,
  text: Slice,
  encode: (number: number) => number | undefined,
  action: number,
): Misfit | undefined {
  const number = parseNumber(text);
  if (number === undefined) {
    draft.argue(action, { kind: 'value', ...text });
    return undefined;
  }
  const bits = encode(number);
  if (bits === undefined) return outOfRange(text);
  doubtNumber(draft, text, number);
  draft.add(bits);
  return undefined;
}

/** A number that C has as another one, or that does not fit into 32 bits. */
export function doubtNumber(draft: Draft, text: Slice, number: number): void {
  if (!Number.isInteger(number)) {
    draft.doubt(`\`${text.text.trim()}' is ${number} here, and is encoded as ${toBits(number)}`, text);
  } else if (number !== toBits(number) && number !== toBits(number) >>> 0) {
    draft.doubt(`\`${text.text.trim()}' is beyond 32 bits, and is encoded as ${toBits(number) >>> 0}`, text);
  } else if (/(?<![\w.])0\d/.test(text.text)) {
    draft.doubt(`\`${text.text.trim()}' is decimal here, and octal in C`, text);
  } else if (text.text.includes('^')) {
    draft.doubt(`\`^' is a power in \`${text.text.trim()}', not an exclusive or`, text);
  }
}

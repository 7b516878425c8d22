/**
 * Bit fields, shifts and numbers of bits as DynASM reads them. Their numbers have six bits in instructions of
 * 32 bits, too, and DynASM makes immr and imms of one or two operands by arithmetic in their texts. What the
 * processor has no instruction for, or another one, is a doubt of the draft.
 */
import { cut, type Slice } from '../../../text/slice.ts';
import { type Draft, misfit, type Misfit, type Reader } from './classicdraft.ts';
import { behindHash, immediate } from './classicfield.ts';
import { encodeField, fieldAction, parseNumber } from './classicimmediate.ts';

/** The lowest bits of the fields immr and imms. */
export const IMMR = 16;
export const IMMS = 10;

/** The number of bits of the registers. */
function bitsOf(draft: Draft): number {
  return draft.size === 'w' ? 32 : 64;
}

/** Says where a number is beyond the bits of the registers. `text` stands behind `#`. */
export function doubtBit(draft: Draft, text: Slice): void {
  const bits = bitsOf(draft);
  const number = parseNumber(text);
  if (number === undefined || (number >= 0 && number < bits)) return;
  draft.doubt(`a register of ${bits} bits has the bits 0 … ${bits - 1}, not ${number}`, text);
}

/** The number of a bit in a field of six bits. */
export function registerBit(shift: number): Reader {
  return (draft, operand) => {
    const text = behindHash(operand);
    if ('message' in text) return text;
    doubtBit(draft, text);
    return immediate(draft, text, number => encode(number, shift), fieldAction(shift, 6, 0, false));
  };
}

function encode(number: number, shift: number): number | undefined {
  return encodeField(number, shift, 6, 0, false);
}

/** A field of six bits at `shift`, whose value `formula` makes from the text behind `#`. */
function computed(draft: Draft, operand: Slice, shift: number, formula: string): Misfit | undefined {
  const text = { ...operand, text: formula };
  return immediate(draft, text, number => encode(number, shift), fieldAction(shift, 6, 0, false));
}

/** DynASM takes the first character for `#`, whatever it is. */
function operandText(operand: Slice): string {
  return operand.text.slice(1);
}

function doubtHash(draft: Draft, operand: Slice): void {
  if (operand.text.startsWith('#')) return;
  draft.doubt(`\`#' is missing: the first character of \`${operand.text}' is dropped`, operand);
}

/** Says where a field of bits reaches beyond the register, or has none. `from`, `count`: with their `#`. */
function doubtWidth(draft: Draft, from: Slice | undefined, count: Slice): void {
  const low = from === undefined ? undefined : parseNumber(cut(from, 1));
  const width = parseNumber(cut(count, 1));
  if (width === undefined) return;
  const most = bitsOf(draft) - Math.max(low ?? 0, 0);
  if (width >= 1 && width <= most) return;
  draft.doubt(`a field of ${width} bits is another instruction, or none: it has 1 … ${most}`, count);
}

/** `lsl Rd, Rn, #n` as a bit field. */
export const readLeftShift: Reader = (draft, operand) => {
  if (!operand.text.startsWith('#')) return misfit('expected immediate operand', operand);
  const text = operandText(operand);
  const bits = bitsOf(draft);
  doubtBit(draft, cut(operand, 1));
  return (
    computed(draft, operand, IMMR, `(${bits}-(${text}))%${bits}`) ??
    computed(draft, operand, IMMS, `${bits - 1}-(${text})`)
  );
};

/** Where an inserted bit field goes. */
export const readInsertion: Reader = (draft, operand) => {
  const bits = bitsOf(draft);
  doubtHash(draft, operand);
  doubtBit(draft, cut(operand, 1));
  return computed(draft, operand, IMMR, `(${bits}-(${operandText(operand)}))%${bits}`);
};

/** Its width. */
export const readWidth: Reader = (draft, operand) => {
  doubtHash(draft, operand);
  doubtWidth(draft, draft.operand(-1), operand);
  return computed(draft, operand, IMMS, `(${operandText(operand)})-1`);
};

/** The width of a bit field that begins at the bit that the operand in front says. */
export const readCount: Reader = (draft, operand) => {
  const from = draft.operand(-1);
  doubtHash(draft, operand);
  doubtWidth(draft, from, operand);
  const low = from === undefined ? '' : operandText(from);
  return computed(draft, operand, IMMS, `(${low})+(${operandText(operand)})-1`);
};

/**
 * Says in words what operands are, and what forms take, for messages. Takes operands, kinds and forms;
 * returns texts.
 */
import type { Form } from './form.ts';
import type { OperandKind } from './notation.ts';
import { OperandMode } from './operand.ts';
import { isMemory } from './operand.ts';
import type { Operand } from './operand.ts';
import { SIZE_BYTES, WORDS_BY_SIZE, type Size } from './registers.ts';

/** At most so many forms are listed with an error. */
const MAX_NOTES = 8;

/** What is wrong with a label as an immediate on x64, and what to do. */
export const LABEL_IMMEDIATE = 'on x64 the address of a label is not an immediate';
export const LABEL_ADVICE = 'load the address first: lea rax, [label]';

/** `a`, `a or b`, `a, b or c`. */
function listWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** The operands of a statement: `an 8-bit register and a memory operand`. */
export function operandWords(operands: readonly Operand[]): string {
  return listWords(operands.map(operandWord), 'and');
}

/** An operand: `an 8-bit register`, `an immediate`, `a label`. */
export function operandWord({ modes, size, immediate, register }: Operand): string {
  const { REGISTER, MEMORY, BROADCAST, VSIB, FAR, FAR_POINTER, FLOAT, LABEL, SHORT, WORD_LABEL } =
    OperandMode;
  if ((modes & FLOAT) !== 0) return 'an x87 register';
  if ((modes & REGISTER) !== 0) {
    return (register?.register.number ?? 0) > 15 ? `${register?.register.name}` : registerWord(size);
  }
  if ((modes & VSIB) !== 0) return `memory whose index is ${registerWord(size)}`;
  const sized = size === undefined ? '' : `${SIZE_BYTES[size] * 8}-bit `;
  if ((modes & FAR) !== 0) return 'a far pointer in memory';
  if ((modes & FAR_POINTER) !== 0) return 'a far pointer';
  if ((modes & BROADCAST) !== 0) return withArticle(`${sized}broadcast memory operand`);
  if ((modes & MEMORY) !== 0) return withArticle(`${sized}memory operand`);
  if ((modes & SHORT) !== 0) return 'a short label';
  if ((modes & WORD_LABEL) !== 0) return "a label with `word'";
  if ((modes & LABEL) === 0) return withArticle(`${sized}immediate`);
  const kind = typeof immediate === 'number' ? 'label' : immediate.kind;
  return withArticle(kind === 'address' || kind === 'extern' ? kind : 'label');
}

function registerWord(size: Size | undefined): string {
  if (size === undefined) return 'a register';
  return CLASS_WORDS[size] ?? withArticle(`${SIZE_BYTES[size] * 8}-bit register`);
}

/** Registers that are not known by their size. */
const CLASS_WORDS: Readonly<Partial<Record<Size, string>>> = {
  o: 'an xmm register',
  y: 'a ymm register',
  z: 'a zmm register',
  k: 'a mask register',
  m: 'an MMX register',
  s: 'a segment register',
  c: 'a control register',
  g: 'a debug register',
  r: 'a test register',
  n: 'a bound register',
  u: 'a tile register',
};

function isClass(size: Size): boolean {
  return CLASS_WORDS[size] !== undefined;
}

function withArticle(noun: string): string {
  return `${/^(?:[aeix]|80?-)/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `the second operand`, or `the operand` if it is the only one of `count`. */
export function positionWords(position: number, count: number): string {
  const ordinals = ['first', 'second', 'third', 'fourth'];
  return count === 1 ? 'the operand' : `the ${ordinals[position] ?? 'last'} operand`;
}

/** Size words: `byte, word or dword`. */
export function sizeWords(sizes: Iterable<Size>): string {
  return listWords(
    [...sizes].map(size => WORDS_BY_SIZE.get(size) ?? ''),
    'or',
  );
}

/** What an operand would be with one of these sizes: `an 8-bit or 16-bit register`, `dword or qword`. */
export function sizedWords({ modes }: Operand, sizes: readonly Size[]): string {
  if (isMemory({ modes })) return sizeWords(sizes);
  const words = sizes.filter(isClass).map(registerWord);
  const bits = sizes.filter(size => !isClass(size)).map(size => `${SIZE_BYTES[size] * 8}-bit`);
  const noun = (modes & OperandMode.IMMEDIATE) === 0 ? 'register' : 'immediate';
  if (bits.length > 0) words.unshift(withArticle(`${listWords(bits, 'or')} ${noun}`));
  return listWords(words, 'or');
}

/** What an operand may be that is of one of these kinds: `a register or memory`. */
export function kindWords(kinds: readonly OperandKind[]): string {
  const words = new Set(kinds.flatMap(partsOf));
  // What includes others.
  if (words.has(REGISTER)) for (const name of ['cl', 'the accumulator']) words.delete(name);
  if (words.has(IMMEDIATE)) for (const name of ['1', SIGNED_BYTE, ADDRESS, LABEL]) words.delete(name);
  return listWords([...words], 'or');
}

const REGISTER = 'a register';
const IMMEDIATE = 'an immediate';
const SIGNED_BYTE = 'an immediate from -128 to 127';
const ADDRESS = 'an address';
const LABEL = 'a label';

function partsOf({ anyOf, allOf, sizes, text }: OperandKind): readonly string[] {
  const isVectorKind = sizes?.some(isClass) === true;
  const words: string[] = [];
  if ((anyOf & OperandMode.REGISTER) !== 0) {
    if ((allOf & OperandMode.CL) !== 0) words.push('cl');
    else if ((allOf & OperandMode.FIRST) !== 0) words.push(isVectorKind ? text : 'the accumulator');
    else words.push(isVectorKind ? registerWord(sizes?.[0]) : REGISTER);
  }
  if ((anyOf & OperandMode.FLOAT) !== 0) {
    words.push((allOf & OperandMode.FIRST) !== 0 ? 'st0' : 'an x87 register');
  }
  if ((anyOf & OperandMode.MEMORY) !== 0) words.push('memory');
  if ((anyOf & OperandMode.BROADCAST) !== 0) words.push('memory that is broadcast');
  if ((anyOf & OperandMode.FAR) !== 0) words.push('a far pointer in memory');
  if ((anyOf & OperandMode.WORD_LABEL) !== 0) words.push(LABEL);
  if ((anyOf & OperandMode.FAR_POINTER) !== 0) words.push('a far pointer');
  if ((anyOf & OperandMode.VSIB) !== 0) words.push('memory whose index is a vector register');
  if ((anyOf & OperandMode.IMMEDIATE) !== 0) {
    if ((allOf & OperandMode.ONE) !== 0) words.push('1');
    else if ((allOf & OperandMode.SIGNED_BYTE) !== 0) words.push(SIGNED_BYTE);
    else if ((allOf & (OperandMode.LABEL | OperandMode.SHORT)) !== 0) words.push(LABEL);
    else if ((allOf & (OperandMode.ADDRESS | OperandMode.ADDRESS_64)) !== 0) words.push(ADDRESS);
    else words.push(IMMEDIATE);
  }
  return words;
}

/** Notes that list forms in the words of Intel's manual, each once; at most `MAX_NOTES`. */
export function describeForms(name: string, forms: readonly Form[], is64Bit: boolean): readonly string[] {
  const all = [...new Set(forms.map(form => `${name} ${describeOperands(form.operands, is64Bit)}`.trim()))];
  if (all.length <= MAX_NOTES) return all;
  return [...all.slice(0, MAX_NOTES - 1), `and ${all.length - MAX_NOTES + 1} more`];
}

/** The operands column in the words of Intel's manual: `r/mv, imm8sx` becomes `r/m16/32/64, imm8`. */
export function describeOperands(operands: string, is64Bit: boolean): string {
  const [v, y] = is64Bit ? ['16/32/64', '32/64'] : ['16/32', '32'];
  return operands
    .replace(/\?|\*2|[!-]/g, '')
    .replace(/\b(r|m|moffs)v\b/g, `$1${v}`)
    .replace(/\b(r|m)y\b/g, `$1${y}`)
    .replace(/\brAX\b/g, is64Bit ? 'ax/eax/rax' : 'ax/eax')
    .replace(/\b(immz|expr)\b/g, 'imm16/32')
    .replace(/\bexpr(8|16)\b/g, 'imm$1')
    .replace(/\bexpr64\b/g, 'imm32')
    .replace(/\bimm8sx(?:16)?\b/g, 'imm8')
    .replace(/\bRd\b/g, 'r32')
    .replace(/\bsti\b/g, 'st(i)')
    .replace(/\bshort\b/g, 'short rel8')
    .replace(/\baddr(64)?\b/g, '&address');
}

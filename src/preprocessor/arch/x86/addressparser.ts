/**
 * Parses an address as people write it: a sum of registers, scaled registers and displacements in any order,
 * with parentheses. Takes the text between the brackets; returns a memory operand. Used where DynASM's order
 * (memoryparser.ts) does not do.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import { isLoose, splitProduct } from '../../text/expressionsplit.ts';
import { LABEL_TERM, termSpans } from '../../text/labelsum.ts';
import { checkBase, checkIndex, checkSizes, failDisplacement, SCALES } from './addresserror.ts';
import { checkInteger, parseInteger } from './integer.ts';
import { parseLabel } from './labelparser.ts';
import { OperandMode } from './operand.ts';
import type { Label, RegisterUse, Term as SumTerm, Value } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { draft, type Draft } from './operanddraft.ts';
import { checkArrow, endOfName, findRegister, takeVariable } from './registerparser.ts';
import { isVectorSize, type Size } from './registers.ts';
import { sizeTimes } from './sizeword.ts';
import { failTerm, makeSum } from './sumparser.ts';
import { checkExpression, findStrayName } from './strayname.ts';
import { checkWordAddress, isWordRegister } from './wordaddress.ts';

/** A register times a number. */
interface Scaled {
  readonly use: RegisterUse;
  readonly factor: number;
  /** A factor is written. */
  readonly isScaled: boolean;
  /** Where it stands, with its factor. */
  readonly at: Slice;
  readonly name: Slice;
}

/** A label in the displacement; the factor is 1 or −1. */
type LabelTerm = Slice & { readonly factor: number; readonly label: Label };

/** A part of the displacement: a number, or an expression times a number. */
type Term = Slice & { readonly factor: number; readonly value: number | undefined };

/** What a `.type` is followed by where a member is meant. */
const MEMBER = /^(?:->|[.[])/;
/** Only a mistake nests parentheses deeper; each level is read anew. */
const MAX_DEPTH = 100;
const FORM = 'an address is [base + index*scale + displacement], with a scale of 1, 2, 4 or 8';

/** @throws {StatementError} the text is not an address that the processor has */
export function parseAddress(slice: Slice, size: Size | undefined, context: OperandContext): Draft {
  const sum = new AddressSum(context);
  sum.add(slice, 1, false);
  return sum.draft(slice, size);
}

class AddressSum {
  readonly #context: OperandContext;
  readonly #registers: Scaled[] = [];
  readonly #terms: Term[] = [];
  readonly #labels: LabelTerm[] = [];
  #depth = 0;
  #member: Extract<Value, { kind: 'member' }> | undefined;

  constructor(context: OperandContext) {
    this.#context = context;
  }

  /** Adds a sum times `factor`. `isScaled`: that factor is written. */
  add(slice: Slice, factor: number, isScaled: boolean): void {
    const { statement } = this.#context;
    if (++this.#depth > MAX_DEPTH) fail('parentheses are nested too deep', cut(slice, 0, 1));
    for (const { term, signed, sign } of termSpans(
      slice,
      statement.dialect.expressions?.mask(slice.text) ?? '',
    )) {
      if (term.text === '') failDisplacement(signed.text, signed);
      this.#addTerm(term, signed, sign * factor, isScaled);
    }
    this.#depth--;
  }

  #addTerm(term: Slice, signed: Slice, factor: number, isScaled: boolean): void {
    const context = this.#context;
    const { statement } = context;
    const { dialect } = statement;
    const { text } = term;
    if (LABEL_TERM.test(text)) return this.#addLabel(term, signed, factor);
    const code = dialect.expressions?.mask(text) ?? '';
    if (isLoose(code)) {
      fail(`\`${text}' binds less tightly than a sum: put it in parentheses`, term);
    }
    const value = parseInteger(term, dialect) ?? sizeTimes(term, 1, term, context);
    if (value !== undefined) {
      this.#terms.push({ ...term, factor, value });
      return;
    }
    const factors = splitProduct(code).map(([from, to]) => trimmed(cut(term, from, to)));
    if (!factors.some(each => this.#isRegister(each)) && findStrayName(term, context) === undefined) {
      this.#terms.push({ ...term, factor, value });
      return;
    }
    if (text.startsWith('(') && dialect.closing(text, 0) === text.length - 1) {
      return this.add(cut(term, 1, text.length - 1), factor, isScaled);
    }
    if (factors.length > 1) return this.#addProduct(term, factors, factor);
    this.#addRegister(term, factor, isScaled);
  }

  /** Adds a product, of which one factor has a register. */
  #addProduct(term: Slice, factors: readonly Slice[], outer: number): void {
    const context = this.#context;
    let factor = outer;
    let scaled: Slice | undefined;
    for (const each of factors) {
      const number = this.#number(each);
      if (number !== undefined) {
        factor *= number;
        continue;
      }
      const stray = findStrayName(each, context);
      if (stray === undefined && !this.#isRegister(each)) {
        throw new StatementError(`the scale \`${each.text}' is not a number`, {
          code: 'address',
          at: each,
          notes: [FORM, 'a scale is part of the instruction: it must be known when that is assembled'],
        });
      }
      if (scaled !== undefined) fail('two registers cannot be multiplied', each);
      scaled = each;
    }
    if (scaled === undefined) return;
    const first = this.#registers.length;
    this.#addTerm(scaled, term, factor, true);
    // Errors mark the whole product.
    const last = this.#registers[first];
    if (last !== undefined && this.#registers.length === first + 1) {
      this.#registers[first] = { ...last, at: term };
    }
  }

  /**
   * Whether a term is a register, or a type that stands for one, also if a variable has that name: it does
   * where DynASM's syntax has a register, too.
   */
  #isRegister(slice: Slice): boolean {
    const { text } = slice;
    const { registers, statement } = this.#context;
    const name = text.slice(0, endOfName(text, 0));
    const tail = text.slice(name.length).trimStart();
    const register = registers.find(name);
    if (register?.isAdded === true && findRegister(name, slice, 0, this.#context, true) === undefined)
      return false;
    if (register !== undefined) return register.number < 0 ? tail.startsWith('(') : tail === '';
    const isType = statement.types.has(name.replace(/:.*/, ''));
    return isType && (tail === '' || tail.startsWith('(') || MEMBER.test(tail));
  }

  /** The value of a number, which may stand in parentheses. */
  #number(slice: Slice): number | undefined {
    const { text } = slice;
    const { dialect } = this.#context.statement;
    const isInParentheses = text.startsWith('(') && dialect.closing(text, 0) === text.length - 1;
    if (isInParentheses) return this.#number(trimmed(cut(slice, 1, text.length - 1)));
    return parseInteger(slice, dialect);
  }

  #addRegister(term: Slice, factor: number, isScaled: boolean): void {
    const context = this.#context;
    const { text } = term;
    const nameEnd = endOfName(text, 0);
    const name = cut(term, 0, nameEnd);
    const found = findRegister(name.text, term, 0, context, true);
    if (found === undefined) {
      checkExpression(term, context);
      return;
    }
    const [use, tail] = takeVariable(found.register, term, nameEnd, context);
    if (tail.text !== '') {
      if (found.type === undefined || !MEMBER.test(tail.text)) {
        if (/^[\w$]/.test(tail.text)) failDisplacement(tail.text, tail);
        checkExpression(term, context);
        return failDisplacement(tail.text, tail);
      }
      checkArrow(found.type, name, tail);
      checkExpression(tail, context);
      if (this.#member !== undefined) fail('an address has at most one member of a type', term);
      this.#member = { kind: 'member', type: found.type, ...tail };
    }
    if (factor < 0) fail(`\`${name.text}' is subtracted, and registers can only be added`, name);
    this.#registers.push({ use, factor, isScaled, at: term, name });
    if (isScaled && this.#member !== undefined && tail.text !== '')
      fail('a member of a type cannot be scaled', term);
  }

  #addLabel(term: Slice, signed: Slice, factor: number): void {
    if (Math.abs(factor) !== 1) failTerm('a label cannot be multiplied', signed);
    const label = parseLabel(term, this.#context);
    if (label === undefined) failDisplacement(term.text, term);
    this.#labels.push({ ...term, factor, label });
  }

  /** The operand. `slice` is the whole address. */
  draft(slice: Slice, size: Size | undefined): Draft {
    const { is64Bit, statement } = this.#context;
    const { base, index } = this.#chooseRegisters();
    const isWord = isWordRegister(base?.use) || isWordRegister(index?.use);
    if (isWord) {
      checkWordAddress(base?.use, index?.use, index?.factor ?? 1, slice, is64Bit);
      return draft(
        OperandMode.MEMORY,
        size,
        0,
        base?.use ?? index?.use,
        this.#displacement(),
        base && index?.use,
      );
    }
    if (base !== undefined) checkBase(base.use.register, base.name);
    if (index !== undefined) checkIndex(index.use.register, index.name);
    if (base !== undefined && index !== undefined) {
      checkSizes(base.use.register, index.use.register, slice, statement);
    }
    const scale = index === undefined ? 0 : SCALES.indexOf(String(index.factor));
    if (index !== undefined && scale < 0) failScale(index);
    const hasRegisters = base !== undefined || index !== undefined;
    const isVsib = isVectorSize(index?.use.register.size);
    const modes = isVsib
      ? OperandMode.VSIB
      : OperandMode.MEMORY | (hasRegisters || is64Bit ? 0 : OperandMode.MOFFS);
    return draft(modes, size, 0, base?.use, this.#displacement(), index?.use, scale);
  }

  #chooseRegisters(): { readonly base: Scaled | undefined; readonly index: Scaled | undefined } {
    const [first, second, third] = this.#registers;
    if (third !== undefined) fail('an address has at most two registers', third.at);
    if (second === undefined || first === undefined) {
      const isIndex = first?.isScaled === true || isVector(first);
      return isIndex ? { base: undefined, index: first } : { base: first, index: undefined };
    }
    if (isVector(first) !== isVector(second)) {
      return isVector(first) ? { base: second, index: first } : { base: first, index: second };
    }
    if (first.factor !== 1 && second.factor !== 1)
      fail('only one register of an address can be scaled', second.at);
    if (first.isScaled && !(second.isScaled && second.factor !== 1)) return { base: second, index: first };
    const isSwapped = !second.isScaled && isOnlyBase(second) && first.use.register.canBeIndex;
    return isSwapped ? { base: second, index: first } : { base: first, index: second };
  }

  /** The displacement if it has labels. */
  #labelSum(): Value {
    if (this.#member !== undefined) failDisplacement(this.#member.text, this.#member);
    const terms = [...this.#labels, ...this.#terms].toSorted((a, b) => a.start - b.start);
    const [first] = terms;
    if (terms.length === 1 && first !== undefined && 'label' in first && first.factor === 1)
      return first.label;
    return makeSum(terms.map(sumTerm), { text: '', ...spanOf(terms) });
  }

  #displacement(): Value {
    const terms = this.#terms;
    const [first] = terms;
    if (this.#labels.length > 0) return this.#labelSum();
    const member = this.#member;
    const values = terms.map(({ factor, value }) => value !== undefined && factor * value);
    if (values.every(value => value !== false)) {
      const at = { text: terms.map(({ text }) => text).join(' + '), ...spanOf(terms) };
      const number = checkInteger(
        values.reduce((sum, value) => sum + value, 0),
        at,
      );
      return member === undefined || number === 0 ? (member ?? number) : { ...member, added: String(number) };
    }
    const text = terms.map(textOf).join('').replace(/^ \+ /, '').replace(/^ - /, '-');
    if (member !== undefined) return { ...member, added: text };
    return first === undefined ? 0 : { kind: 'value', text, ...spanOf(terms) };
  }
}

/** A term of a sum that has labels. An expression with a factor becomes a product. */
function sumTerm(term: Term | LabelTerm): SumTerm {
  const isSubtracted = term.factor < 0;
  if ('label' in term) return { isSubtracted, value: term.label };
  const { text, start, end, factor, value } = term;
  const times = Math.abs(factor);
  if (value !== undefined) return { isSubtracted, value: value * times };
  return {
    isSubtracted,
    value: { kind: 'value', text: times === 1 ? text : `(${text})*${times}`, start, end },
  };
}

/** A term as it stands in the text of a displacement, with its sign in front. */
function textOf({ text, factor, value }: Term): string {
  const sign = factor < 0 ? ' - ' : ' + ';
  const times = Math.abs(factor);
  if (value !== undefined && times === 1 && !/^[-+]/.test(text))
    return sign + (/^\d/.test(text) ? text : String(value));
  if (value !== undefined) return `${sign}${value * times < 0 ? `(${value * times})` : value * times}`;
  return sign + (times === 1 ? text : `(${text})*${times}`);
}

/** From the first term to the end of the last. */
function spanOf(terms: readonly Slice[]): { readonly start: number; readonly end: number } {
  return { start: terms[0]?.start ?? 0, end: terms.at(-1)?.end ?? 0 };
}

function isVector(scaled: Scaled | undefined): boolean {
  return isVectorSize(scaled?.use.register.size);
}

/** Whether the register is esp or rsp: the other one of two must be the index. */
function isOnlyBase({ use: { register } }: Scaled): boolean {
  return register.canBeBase && !register.canBeIndex;
}

function fail(message: string, at: Slice): never {
  throw new StatementError(message, { code: 'address', at, notes: [FORM] });
}

function failScale({ factor, use, at, name }: Scaled): never {
  const message = `${factor} is not a scale`;
  const half = factor - 1;
  const register = `${name.text}${use.variable?.text ?? ''}`;
  const isSum = SCALES.includes(String(half)) && half > 1;
  const notes = isSum ? [FORM, `without another register, write \`${register}+${register}*${half}'`] : [FORM];
  throw new StatementError(message, { code: 'address', at, notes });
}

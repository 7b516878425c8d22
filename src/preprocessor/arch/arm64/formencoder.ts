/**
 * Encodes a statement by one form. Takes the form and the operands; returns the instruction word with what is
 * only known at run time, or what the form has against the operands.
 */
import { findCondition } from './conditionname.ts';
import type { Literal } from './exactnumber.ts';
import { placesOf } from './labelsyntax.ts';
import { NAMED_VALUES } from './namedvalue.ts';
import type { LabelField, Pattern, RegisterPattern } from './operandpattern.ts';
import type { FieldPlace, Form } from './rownotation.ts';
import type { Immediate, Operand, RegisterUse, Term } from './statementoperand.ts';
import type { Slice } from '../../text/slice.ts';
import type { RuntimeValue, ValueRule } from './valuerule.ts';

/** What is added to the word at run time. */
export type Deferred =
  /** The number of a register, which must be below `limit`. */
  | {
      readonly kind: 'register';
      readonly places: readonly FieldPlace[];
      readonly variable: Slice;
      readonly limit: number;
    }
  | {
      readonly kind: 'value';
      readonly runtime: RuntimeValue;
      /** The places of the rule's fields. */
      readonly places: readonly FieldPlace[];
      readonly value: Exclude<Immediate, { kind: 'number' }>;
      /** It must not be larger than this, because of another number. */
      readonly limit: number | undefined;
    }
  | {
      readonly kind: 'label';
      readonly field: LabelField;
      readonly scale: number;
      readonly terms: readonly Term[];
    }
  | {
      readonly kind: 'pool';
      readonly size: number;
      readonly terms: readonly Term[];
      readonly at: Slice;
    };

export interface EncodedStatement {
  readonly form: Form;
  readonly word: number;
  readonly deferred: readonly Deferred[];
}

/** An operand that a form does not take. */
export interface Misfit {
  readonly position: number;
  /** The part of it that is wrong. */
  readonly at: Slice;
  readonly pattern: Pattern;
  /** It is of the right kind, and only its value is wrong: what that must be. */
  readonly value: string | undefined;
}

/**
 * The statement as the form encodes it, or the operands that it does not take. `isQuick`: only the first of
 * these.
 */
export function encodeForm(
  form: Form,
  operands: readonly Operand[],
  isQuick = false,
): EncodedStatement | readonly Misfit[] {
  const encoder = new FormEncoder(form);
  const misfits: Misfit[] = [];
  for (const [position, pattern] of form.patterns.entries()) {
    const operand = operands[position];
    const misfit = operand === undefined ? undefined : encoder.operand(pattern, operand);
    if (misfit === undefined) continue;
    misfits.push({ position, ...misfit });
    if (isQuick) return misfits;
  }
  return misfits.length > 0 ? misfits : { form, word: encoder.word >>> 0, deferred: encoder.deferred };
}

type Wrong = Omit<Misfit, 'position'>;

class FormEncoder {
  readonly #form: Form;
  word: number;
  readonly deferred: Deferred[] = [];
  /** The numbers of registers by their fields. */
  readonly #registers = new Map<string, number>();
  /** The last value. */
  #before: Immediate | undefined;

  constructor(form: Form) {
    this.#form = form;
    this.word = form.base;
  }

  /** Encodes an operand; returns what is wrong with it. */
  operand(pattern: Pattern, operand: Operand): Wrong | undefined {
    const { content } = operand;
    const wrong = { at: operand, pattern, value: undefined };
    switch (pattern.kind) {
      case 'register':
        return this.#registerOperand(pattern, operand);
      case 'list':
        return this.#list(pattern, operand);
      case 'memory':
        return this.#memory(pattern, operand);
      case 'value':
        return this.#value(pattern, pattern.rule, immediateOf(operand), operand);
      case 'modifier':
        return this.#modifier(pattern, operand);
      case 'condition': {
        const code = content.kind === 'name' ? findCondition(content.name) : undefined;
        if (code === undefined) return wrong;
        if (pattern.isInverted && code > 13) return { ...wrong, value: 'a condition other than al and nv' };
        this.#set('cond', pattern.isInverted ? code ^ 1 : code);
        return undefined;
      }
      case 'label': {
        if (content.kind !== 'label' || content.isLow !== (pattern.field === 'lo12')) return wrong;
        const { terms } = content;
        if (placesOf(terms) !== 1) return { ...wrong, value: 'the address of a label, not a distance' };
        this.deferred.push({ kind: 'label', field: pattern.field, scale: pattern.scale, terms });
        return undefined;
      }
      case 'pool':
        if (content.kind !== 'pool') return wrong;
        this.deferred.push({ kind: 'pool', size: pattern.size, terms: content.terms, at: operand });
        return undefined;
      default:
        return this.#name(pattern, operand);
    }
  }

  #registerOperand(pattern: RegisterPattern, operand: Operand): Wrong | undefined {
    const { content } = operand;
    const wrong = { at: operand, pattern, value: undefined };
    if (pattern.classes[0] === 'C') {
      const digits = content.kind === 'name' ? /^c(\d|1[0-5])$/i.exec(content.name)?.[1] : undefined;
      if (digits === undefined) return wrong;
      if (pattern.field !== undefined) this.#set(pattern.field, Number(digits));
      return undefined;
    }
    if (content.kind !== 'register' || content.writesBack !== pattern.writesBack) return wrong;
    const { register } = content;
    if (!pattern.classes.includes(register.class) || register.arrangement !== pattern.arrangement)
      return wrong;
    // Where number 31 is the stack pointer, the zero register cannot be said.
    if (pattern.classes.length > 1 && register.number === 31 && /^[WX]$/.test(register.class)) return wrong;
    if ((register.index === undefined) !== (pattern.index === undefined)) return wrong;
    if (pattern.number !== undefined && (register.number !== pattern.number || register.variable))
      return wrong;
    const misfit = this.#register(pattern, register, operand);
    if (misfit !== undefined || pattern.index === undefined) return misfit;
    return this.#value(pattern, pattern.index, register.index, operand);
  }

  #register(pattern: RegisterPattern, register: RegisterUse, at: Operand): Wrong | undefined {
    const { field } = pattern;
    if (field === undefined) return undefined;
    if (pattern.isNext) {
      const first = this.#registers.get(field);
      const isRight = first !== undefined && first % 2 === 0 && register.number === first + 1;
      return isRight && !register.variable
        ? undefined
        : { at, pattern, value: 'the register behind the one before it, which must be even' };
    }
    const places = this.#form.fields.get(field) ?? [];
    if (register.variable !== undefined) {
      if (pattern.isEven) return { at, pattern, value: 'a register whose number is known' };
      const limit = Math.min(pattern.limit ?? 32, 2 ** (places[0]?.width ?? 0));
      this.deferred.push({ kind: 'register', places, variable: register.variable, limit });
      return undefined;
    }
    const max = pattern.limit ?? 2 ** (places[0]?.width ?? 0);
    if (register.number >= max || (pattern.isEven && register.number % 2 !== 0)) {
      const even = pattern.isEven ? 'an even one' : 'a register';
      return {
        at,
        pattern,
        value: max === 31 ? `a register other than ${at.text}` : `${even} from 0 to ${max - 1}`,
      };
    }
    if (this.#form.isDistinct && [...this.#registers.values()].includes(register.number)) {
      return { at, pattern, value: 'a register that differs from the others' };
    }
    this.#registers.set(field, register.number);
    this.#set(field, register.number);
    return undefined;
  }

  #list(pattern: Pattern & { kind: 'list' }, operand: Operand): Wrong | undefined {
    const { content } = operand;
    const wrong = { at: operand, pattern, value: undefined };
    if (content.kind !== 'list' || content.registers.length !== pattern.count) return wrong;
    if ((content.index === undefined) !== (pattern.index === undefined)) return wrong;
    const [first] = content.registers;
    if (first === undefined || content.registers.some(each => each.arrangement !== pattern.arrangement))
      return wrong;
    const isVariable = content.registers.some(each => each.variable !== undefined);
    const follow = content.registers.every((each, n) => each.number === (first.number + n) % 32);
    if (isVariable ? pattern.count > 1 : !follow)
      return { ...wrong, value: 'a list of successive registers' };
    const places = this.#form.fields.get(pattern.field) ?? [];
    if (first.variable !== undefined)
      this.deferred.push({ kind: 'register', places, variable: first.variable, limit: 32 });
    else this.#set(pattern.field, first.number);
    return pattern.index === undefined
      ? undefined
      : this.#value(pattern, pattern.index, content.index, operand);
  }

  #memory(pattern: Pattern & { kind: 'memory' }, operand: Operand): Wrong | undefined {
    const { content } = operand;
    const wrong = { at: operand, pattern, value: undefined };
    if (content.kind !== 'memory' || content.writesBack !== pattern.writesBack) return wrong;
    if (content.parts.length !== pattern.parts.length) return wrong;
    let first: Wrong | undefined;
    for (const [n, part] of pattern.parts.entries()) {
      const given = content.parts[n];
      first ??= given === undefined ? wrong : this.operand(part, given);
    }
    return first;
  }

  #modifier(pattern: Pattern & { kind: 'modifier' }, operand: Operand): Wrong | undefined {
    const { content } = operand;
    const wrong = { at: operand, pattern, value: undefined };
    if (content.kind !== 'modifier') return wrong;
    const code = pattern.names.get(content.name);
    if (code === undefined) return wrong;
    if (pattern.field !== undefined) this.#set(pattern.field, code);
    if (content.amount === undefined) {
      const mayBeMissing =
        pattern.amount === undefined || (pattern.isAmountOptional && content.name !== 'lsl');
      return mayBeMissing ? undefined : { ...wrong, value: `\`${content.name}' with its amount` };
    }
    if (pattern.amount === undefined) return wrong;
    return this.#value(pattern, pattern.amount, content.amount, operand);
  }

  #name(pattern: Pattern & { kind: 'name' }, operand: Operand): Wrong | undefined {
    const { content } = operand;
    const set = NAMED_VALUES[pattern.set];
    const wrong = { at: operand, pattern, value: undefined };
    let bits: number | undefined;
    if (content.kind === 'name') bits = set?.find(content.name.toLowerCase());
    else if (content.kind === 'immediate' && content.value.kind === 'number') {
      const { number, integer } = content.value.literal;
      if (integer !== undefined && number >= 0 && number <= (set?.max ?? -1)) bits = number;
    }
    if (bits === undefined) return wrong;
    this.#setAll(pattern.fields, bits);
    return undefined;
  }

  #value(pattern: Pattern, rule: ValueRule, value: Immediate | undefined, at: Operand): Wrong | undefined {
    if (value === undefined) return { at, pattern, value: undefined };
    const before = this.#before;
    this.#before = value;
    if (value.kind !== 'number') return this.#expression(pattern, rule, value, before, at);
    if (before !== undefined && before.kind !== 'number' && boundOf(rule) !== undefined) {
      return this.#bounded(pattern, rule, value.literal, at);
    }
    const bits = rule.encode(value.literal, before?.kind === 'number' ? before.literal.number : undefined);
    if (bits === undefined) return { at, pattern, value: `an immediate ${rule.words}` };
    this.#setAll(rule.fields, bits);
    return undefined;
  }

  /** A value that is known at run time only. */
  #expression(
    pattern: Pattern,
    rule: ValueRule,
    value: Exclude<Immediate, { kind: 'number' }>,
    before: Immediate | undefined,
    at: Operand,
  ): Wrong | undefined {
    const { runtime } = rule;
    if (runtime === undefined) return { at, pattern, value: `a number: ${rule.words}` };
    const places = rule.fields.flatMap(field => this.#form.fields.get(field) ?? []);
    const bound = boundOf(rule);
    if (runtime.kind !== 'field' || bound === undefined) {
      this.deferred.push({ kind: 'value', runtime, places, value, limit: undefined });
      return undefined;
    }
    if (before?.kind !== 'number') {
      this.deferred.push({ kind: 'value', runtime, places, value, limit: undefined });
      return undefined;
    }
    // The number in front is known, so that the bound is.
    const { number } = before.literal;
    const fields = runtime.fields.map(part => ({
      ...part,
      bias: bound === 'sum' ? part.bias + number : part.bias,
    }));
    this.deferred.push({
      kind: 'value',
      runtime: { ...runtime, fields },
      places,
      value,
      limit: runtime.to - number,
    });
    return undefined;
  }

  /** The width of a bit field whose lowest bit is known at run time only. */
  #bounded(pattern: Pattern, rule: ValueRule, { integer, number }: Literal, at: Operand): Wrong | undefined {
    const last = this.deferred.at(-1);
    const { runtime } = rule;
    if (last?.kind !== 'value' || runtime?.kind !== 'field') return { at, pattern, value: undefined };
    if (integer === undefined || number < 1 || number > runtime.to) {
      return { at, pattern, value: `an immediate ${rule.words}` };
    }
    this.deferred.pop();
    if (runtime.bound === 'check') {
      this.deferred.push({ ...last, limit: runtime.to - number });
      this.#setAll(rule.fields, number - 1);
      return undefined;
    }
    // What the width is added to is the same value again.
    if (last.runtime.kind !== 'field') return { at, pattern, value: undefined };
    const fields = [...last.runtime.fields, { bias: number - 1, isSubtracted: false }];
    const places = [...last.places, ...rule.fields.flatMap(field => this.#form.fields.get(field) ?? [])];
    this.deferred.push({ ...last, runtime: { ...last.runtime, fields }, places, limit: runtime.to - number });
    return undefined;
  }

  /** Puts bits into fields, the upper bits into the first one. */
  #setAll(fields: readonly string[], bits: number): void {
    let rest = bits;
    for (const field of fields.toReversed()) {
      const width = this.#form.fields.get(field)?.[0]?.width ?? 0;
      this.#set(field, rest % 2 ** width);
      rest = Math.floor(rest / 2 ** width);
    }
  }

  #set(field: string, bits: number): void {
    for (const { shift } of this.#form.fields.get(field) ?? []) this.word |= bits << shift;
  }
}

/** How the value of a rule is bound to that in front of it. */
function boundOf({ runtime }: ValueRule): 'sum' | 'check' | undefined {
  return runtime?.kind === 'field' ? runtime.bound : undefined;
}

/** The value that an operand is; a name is an expression of the host program. */
function immediateOf(operand: Operand): Immediate | undefined {
  const { content, text, start, end } = operand;
  if (content.kind === 'immediate') return content.value;
  return content.kind === 'name' ? { kind: 'expression', text, start, end } : undefined;
}

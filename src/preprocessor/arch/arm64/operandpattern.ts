/**
 * What an operand of a form may be, as data: the pattern that one operand of the instruction table stands
 * for. `parsePattern` takes the text of the operand, in the notation that rownotation.ts explains.
 */
import { findRule, type ValueRule } from './valuerule.ts';
import { NAMED_VALUES } from './namedvalue.ts';
import { EXTENSIONS } from './extension.ts';

export type RegisterClass = 'W' | 'X' | 'WSP' | 'SP' | 'B' | 'H' | 'S' | 'D' | 'Q' | 'V' | 'C';

export interface RegisterPattern {
  readonly kind: 'register';
  /** The classes that it may have. */
  readonly classes: readonly RegisterClass[];
  /** The field of its number; undefined if it has a fixed number. */
  readonly field: string | undefined;
  readonly number: number | undefined;
  /** The number must be below this one, … */
  readonly limit: number | undefined;
  /** … and even. */
  readonly isEven: boolean;
  /** It is the register behind the one that this field holds. */
  readonly isNext: boolean;
  /** `!` stands behind it. */
  readonly writesBack: boolean;
  /** The arrangement of a vector, or the size of the element: `4S`, `S`. */
  readonly arrangement: string | undefined;
  /** The rule of the number of the element in it. */
  readonly index: ValueRule | undefined;
}

export interface ListPattern {
  readonly kind: 'list';
  readonly field: string;
  readonly count: number;
  readonly arrangement: string;
  readonly index: ValueRule | undefined;
}

export interface MemoryPattern {
  readonly kind: 'memory';
  readonly parts: readonly Pattern[];
  readonly writesBack: boolean;
}

export interface ModifierPattern {
  readonly kind: 'modifier';
  /** What it may be, with its code. */
  readonly names: ReadonlyMap<string, number>;
  readonly field: string | undefined;
  readonly amount: ValueRule | undefined;
  /** The amount may be missing, which is 0. */
  readonly isAmountOptional: boolean;
  readonly text: string;
}

export type LabelField = 'rel26' | 'rel19' | 'rel14' | 'adr' | 'adrp' | 'lo12';

export type Pattern =
  | RegisterPattern
  | ListPattern
  | MemoryPattern
  | ModifierPattern
  | { readonly kind: 'value'; readonly rule: ValueRule; readonly text: string }
  | { readonly kind: 'condition'; readonly isInverted: boolean }
  | { readonly kind: 'label'; readonly field: LabelField; readonly scale: number }
  /** A name, or a number in its place if `rule` is given. */
  | { readonly kind: 'name'; readonly set: string; readonly fields: readonly string[] }
  /** `=value` */
  | { readonly kind: 'pool'; readonly size: number };

const LABELS: Readonly<Record<string, readonly string[]>> = {
  rel26: ['imm26'],
  rel19: ['imm19'],
  rel14: ['imm14'],
  adr: ['immlo', 'immhi'],
  adrp: ['immlo', 'immhi'],
  lo12: ['imm12'],
};

const REGISTER =
  /^([WXBHSDQV])(d|n|m4|m3|m|a|s|t2|t)?(\d+)?(\|W?SP)?(?:≤(\d+)(e)?)?(\+1)?(\.\w+)?(?:\[([^\]]*)\])?(!)?$/;
const LIST = /^\{V([a-z]+)\.(\w+)\*(\d)\}(?:\[([^\]]*)\])?$/;

export function parsePattern(text: string): Pattern {
  if (text.startsWith('[')) {
    const writesBack = text.endsWith('!');
    const inside = text.slice(1, writesBack ? -2 : -1);
    return { kind: 'memory', parts: splitPatterns(inside).map(parsePattern), writesBack };
  }
  if (text.startsWith('#')) return { kind: 'value', rule: findRule(text.slice(1)), text };
  if (text === 'cond' || text === "cond'") return { kind: 'condition', isInverted: text !== 'cond' };
  if (text === 'SP' || text === 'WSP') {
    return register({ classes: [text], number: 31 });
  }
  if (text.startsWith('=')) return { kind: 'pool', size: Number(text.slice(1)) };
  if (LABELS[text] !== undefined) return { kind: 'label', field: text as LabelField, scale: 1 };
  if (text.startsWith('lo12*')) return { kind: 'label', field: 'lo12', scale: Number(text.slice(5)) };
  const control = /^C([nm])$/.exec(text)?.[1];
  if (control !== undefined) return register({ classes: ['C'], field: `CR${control}` });
  const list = LIST.exec(text);
  if (list !== null) {
    const [, field = '', arrangement = '', count = '', index] = list;
    return {
      kind: 'list',
      field: `R${field}`,
      count: Number(count),
      arrangement,
      index: index === undefined ? undefined : findRule(index.replace('#', '')),
    };
  }
  const parts = REGISTER.exec(text);
  if (parts !== null) {
    const [, letter = '', field, number, stack, limit, even, next, arrangement, index, writeBack] = parts;
    const classes = [letter as RegisterClass];
    if (stack !== undefined) classes.push(stack.slice(1) as RegisterClass);
    return register({
      classes,
      field: field === undefined ? undefined : `R${field}`,
      number: number === undefined ? undefined : Number(number),
      limit: limit === undefined ? undefined : Number(limit) + 1,
      isEven: even !== undefined,
      isNext: next !== undefined,
      arrangement: arrangement?.slice(1),
      index: index === undefined ? undefined : findRule(index.replace('#', '')),
      writesBack: writeBack !== undefined,
    });
  }
  const [name = '', amount] = text.split(/ |\{ /);
  const extension = EXTENSIONS[name];
  if (extension !== undefined) {
    return {
      kind: 'modifier',
      names: extension.names,
      field: extension.field,
      amount: amount === undefined ? undefined : findRule(amount.replace(/^#|\}$/g, '')),
      isAmountOptional: text.includes('{'),
      text,
    };
  }
  const [set = '', fields = ''] = text.split('@');
  if (NAMED_VALUES[set] === undefined) throw new SyntaxError(`unknown operand ${text}`);
  return { kind: 'name', set, fields: fields === '' ? [] : fields.split(':') };
}

function register(given: Partial<RegisterPattern> & Pick<RegisterPattern, 'classes'>): RegisterPattern {
  return {
    kind: 'register',
    field: undefined,
    number: undefined,
    limit: undefined,
    isEven: false,
    isNext: false,
    writesBack: false,
    arrangement: undefined,
    index: undefined,
    ...given,
  };
}

/** Cuts a text at the commas that stand outside of brackets and braces. */
export function splitPatterns(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let n = 0; n < text.length; n++) {
    const letter = text[n] ?? '';
    if ('[{'.includes(letter)) depth++;
    else if (']}'.includes(letter)) depth--;
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(start, n).trim());
      start = n + 1;
    }
  }
  if (text !== '') parts.push(text.slice(start).trim());
  return parts;
}

/** The fields that a pattern fills. */
export function fieldsOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'register':
    case 'list': {
      const own =
        pattern.field === undefined || ('isNext' in pattern && pattern.isNext) ? [] : [pattern.field];
      return [...own, ...(pattern.index?.fields ?? [])];
    }
    case 'memory':
      return pattern.parts.flatMap(fieldsOf);
    case 'modifier':
      return [...(pattern.field === undefined ? [] : [pattern.field]), ...(pattern.amount?.fields ?? [])];
    case 'value':
      return pattern.rule.fields;
    case 'condition':
      return ['cond'];
    case 'label':
      return LABELS[pattern.field] ?? [];
    case 'name':
      return pattern.fields;
    default:
      return ['imm19'];
  }
}

/**
 * The disassembler: takes an instruction word, returns its text as this assembler, and GNU's, take it. It
 * reads the instruction table backwards: of all forms whose fixed bits the word has, and whose operands can
 * say what the word's fields hold, the one with the most fixed bits is used, so that aliases are shown.
 */
import { CONDITIONS } from './conditionname.ts';
import { NAMED_VALUES } from './namedvalue.ts';
import type { Pattern } from './operandpattern.ts';
import { registerName } from './registername.ts';
import { formsOf, mnemonics } from './rowindex.ts';
import type { Form } from './rownotation.ts';
import type { ValueRule } from './valuerule.ts';

/** The text of a place in the code that is `distance` bytes behind the instruction. */
export type PlaceText = (distance: number, isPage: boolean) => string;

export interface Disassembled {
  readonly mnemonic: string;
  readonly operands: string;
  readonly form: Form;
}

/** Forms by bits 28 to 21, which most of them fix. */
let index: readonly (readonly Form[])[] | undefined;

const KEY_SHIFT = 21;
const KEYS = 256;
/** One more than hw has, for the first place. */
const PLACE_BITS = 3;

function makeIndex(): readonly (readonly Form[])[] {
  const found: Form[][] = Array.from({ length: KEYS }, () => []);
  const shown = [...new Set(mnemonics())].flatMap(name => formsOf(name).filter(isShown));
  const counted = shown.map(form => [form, fixedBits(form)] as const);
  for (const [form] of counted.toSorted(([, a], [, b]) => b - a)) {
    const fixed = (form.mask >>> KEY_SHIFT) % KEYS;
    const key = (form.base >>> KEY_SHIFT) % KEYS;
    for (let n = 0; n < KEYS; n++) if ((n & fixed) === key) found[n]?.push(form);
  }
  return found;
}

/**
 * How many bits a form fixes; a field that stands twice fixes as many as it has. `mov` counts as if it fixed
 * the place of its 16 bits, as movz and movn without a shift do.
 */
function fixedBits({ mnemonic, mask, fields }: Form): number {
  let count = onesIn(mask) + (mnemonic === 'mov' ? PLACE_BITS : 0);
  for (const [first, second] of fields.values()) if (second !== undefined) count += first?.width ?? 0;
  return count;
}

function onesIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}

/** Whether a form is one that is shown: not one that only stands for another spelling. */
function isShown({ patterns, isHidden }: Form): boolean {
  return !isHidden && !patterns.some(hasNoText);
}

function hasNoText(pattern: Pattern): boolean {
  if (pattern.kind === 'memory') return pattern.parts.some(hasNoText);
  return pattern.kind === 'pool' || (pattern.kind === 'label' && pattern.field === 'lo12');
}

/** Undefined for a word that is no known instruction. */
export function disassemble(word: number, placeText: PlaceText = defaultPlace): Disassembled | undefined {
  const forms = (index ??= makeIndex())[(word >>> KEY_SHIFT) % KEYS] ?? [];
  for (const form of forms) {
    if ((word & form.mask) >>> 0 !== form.base) continue;
    const operands = new FormDecoder(form, word, placeText).operands();
    if (operands !== undefined) return { mnemonic: form.mnemonic, operands, form };
  }
  return undefined;
}

function defaultPlace(distance: number): string {
  return distance < 0 ? `.-${-distance}` : `.+${distance}`;
}

class FormDecoder {
  readonly #form: Form;
  readonly #word: number;
  readonly #placeText: PlaceText;

  constructor(form: Form, word: number, placeText: PlaceText) {
    this.#form = form;
    this.#word = word;
    this.#placeText = placeText;
  }

  operands(): string | undefined {
    for (const [name, places] of this.#form.fields) {
      const bits = this.#field(name);
      if (places.some(({ shift, width }) => (this.#word >>> shift) % 2 ** width !== bits)) return undefined;
    }
    if (this.#form.isDistinct) {
      const numbers = [...this.#form.fields.keys()].map(this.#field);
      if (new Set(numbers).size < numbers.length) return undefined;
    }
    return this.#join(this.#form.patterns);
  }

  #join(patterns: readonly Pattern[]): string | undefined {
    const texts: string[] = [];
    for (const pattern of patterns) {
      const text = this.#text(pattern);
      if (text === undefined) return undefined;
      texts.push(text);
    }
    return texts.join(', ');
  }

  #field = (name: string): number => {
    const [place] = this.#form.fields.get(name) ?? [];
    return place === undefined ? 0 : (this.#word >>> place.shift) % 2 ** place.width;
  };

  /** The bits of fields, the upper ones first. */
  #bits(fields: readonly string[]): number {
    let bits = 0;
    for (const name of fields)
      bits = bits * 2 ** (this.#form.fields.get(name)?.[0]?.width ?? 0) + this.#field(name);
    return bits;
  }

  #value(rule: ValueRule): string | undefined {
    return rule.decode(this.#bits(rule.fields), this.#field);
  }

  #text(pattern: Pattern): string | undefined {
    switch (pattern.kind) {
      case 'register':
        return this.#register(pattern);
      case 'list': {
        const first = this.#field(pattern.field);
        const names = Array.from(
          { length: pattern.count },
          (_, n) => `v${(first + n) % 32}.${pattern.arrangement.toLowerCase()}`,
        );
        const element = pattern.index && this.#value(pattern.index);
        if (pattern.index !== undefined && element === undefined) return undefined;
        return `{${names.join(', ')}}${element === undefined ? '' : `[${element}]`}`;
      }
      case 'memory': {
        const inside = this.#join(pattern.parts);
        return inside === undefined ? undefined : `[${inside}]${pattern.writesBack ? '!' : ''}`;
      }
      case 'value': {
        const value = this.#value(pattern.rule);
        return value === undefined ? undefined : `#${value}`;
      }
      case 'modifier':
        return this.#modifier(pattern);
      case 'condition': {
        const code = this.#field('cond');
        if (pattern.isInverted && code > 13) return undefined;
        return CONDITIONS[pattern.isInverted ? code ^ 1 : code]?.[0];
      }
      case 'label':
        return this.#label(pattern);
      case 'name':
        return NAMED_VALUES[pattern.set]?.nameOf(this.#bits(pattern.fields));
      default:
        return undefined;
    }
  }

  #register(pattern: Pattern & { kind: 'register' }): string | undefined {
    const { field, classes, isNext, arrangement, index: rule, writesBack } = pattern;
    const own = field === undefined ? (pattern.number ?? 0) : this.#field(field);
    if (isNext && own % 2 !== 0) return undefined;
    if (own >= (pattern.limit ?? 32) || (pattern.isEven && own % 2 !== 0)) return undefined;
    const number = isNext ? own + 1 : own;
    const [main = 'X', stack] = classes;
    if (main === 'C') return `c${number}`;
    const name = registerName(number === 31 && stack !== undefined ? stack : main, number);
    const element = rule && this.#value(rule);
    if (rule !== undefined && element === undefined) return undefined;
    const shape = arrangement === undefined ? '' : `.${arrangement.toLowerCase()}`;
    return `${name}${shape}${element === undefined ? '' : `[${element}]`}${writesBack ? '!' : ''}`;
  }

  #modifier({ names, field, amount }: Pattern & { kind: 'modifier' }): string | undefined {
    const code = field === undefined ? 0 : this.#field(field);
    const name = [...names].find(([, value]) => value === code)?.[0];
    if (name === undefined) return undefined;
    if (amount === undefined) return name;
    const value = this.#value(amount);
    return value === undefined ? undefined : `${name} #${value}`;
  }

  #label({ field }: Pattern & { kind: 'label' }): string | undefined {
    switch (field) {
      case 'rel26':
        return this.#placeText(signed(this.#field('imm26'), 26) * 4, false);
      case 'rel19':
        return this.#placeText(signed(this.#field('imm19'), 19) * 4, false);
      case 'rel14':
        return this.#placeText(signed(this.#field('imm14'), 14) * 4, false);
      case 'adr':
      case 'adrp': {
        const distance = signed(this.#field('immhi') * 4 + this.#field('immlo'), 21);
        return this.#placeText(field === 'adr' ? distance : distance * 4096, field === 'adrp');
      }
      default:
        return undefined;
    }
  }
}

function signed(bits: number, width: number): number {
  return bits >= 2 ** (width - 1) ? bits - 2 ** width : bits;
}

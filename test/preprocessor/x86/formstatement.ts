/**
 * Makes statements of the forms that `dynasm instructions` lists. Takes a listed form; returns statements in
 * which each operand is every register (written, and variable with every number), every kind of memory with
 * every size word, and every kind of immediate. With each comes what a decoder must find as its operands.
 */
import type { SupportedForm } from '../../../src/preprocessor/arch/arch.ts';
import { BASE } from './encodedstatement.ts';

/** What the decoder must find. Sizes are in bits; 0: it may have any. */
export type Expected =
  | { readonly kind: 'register'; readonly name: string }
  | {
      readonly kind: 'memory';
      readonly base: string;
      readonly index: string;
      readonly scale: number;
      readonly displacement: bigint;
      readonly size: number;
      readonly segment: string;
    }
  | { readonly kind: 'immediate'; readonly value: bigint; readonly size: number }
  | { readonly kind: 'target'; readonly isWord?: boolean };

export interface FormStatement {
  readonly text: string;
  readonly operands: readonly Expected[];
  /** What EVEX adds: `{k3}{z}`, `{rn-sae}`, `{1to8}`. */
  readonly decorators: string;
  /** The form is listed with these operands, so that it must be accepted. */
  readonly isListed: boolean;
}

interface Choice {
  readonly text: string;
  readonly expected: Expected;
  readonly decorators?: string;
  readonly isListed: boolean;
}

const WORDS: readonly (readonly [word: string, size: number])[] = [
  ['byte', 8],
  ['word', 16],
  ['dword', 32],
  ['qword', 64],
  ['tword', 80],
  ['oword', 128],
  ['yword', 256],
  ['zword', 512],
];
const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const HIGH_BYTES = ['ah', 'ch', 'dh', 'bh'];
/** The decoder's names of byte registers that need REX. */
const REX_BYTES = ['spl', 'bpl', 'sil', 'dil'];
const CLASSES: ReadonlyMap<number, string> = new Map([
  [8, 'Rb'],
  [16, 'Rw'],
  [32, 'Rd'],
  [64, 'Rq'],
]);

export class FormStatements {
  readonly #is64Bit: boolean;
  readonly #numbers: readonly number[];
  /** How many vector registers the current form has. */
  #vectorCount = 0;

  constructor(is64Bit: boolean) {
    this.#is64Bit = is64Bit;
    this.#numbers = Array.from({ length: is64Bit ? 16 : 8 }, (_, n) => n);
  }

  /**
   * The statements of a form. One operand at a time goes through all its choices, while the others go through
   * those that are listed.
   */
  *statements({ mnemonic: name, operands, encoding }: SupportedForm): Generator<FormStatement> {
    const kinds = operands === '' ? [] : operands.split(', ');
    const isEvex = encoding.startsWith('EVEX');
    this.#vectorCount = isEvex && this.#is64Bit ? 32 : this.#numbers.length;
    const mnemonic = isEvex ? `{evex} ${name}` : name;
    const needsMask = kinds.some(kind => kind.startsWith('vm'));
    for (const size of this.#operandSizes(kinds)) {
      const choices = kinds.map(kind =>
        this.#decorated(kind, size, needsMask).map(choice =>
          isRefused(choice.text, encoding) ? { ...choice, isListed: false } : choice,
        ),
      );
      const listed = choices.map(each => each.filter(choice => choice.isListed));
      if (kinds.length === 0) yield { text: mnemonic, operands: [], decorators: '', isListed: true };
      for (const [varied, alternatives] of choices.entries()) {
        for (const [turn, alternative] of alternatives.entries()) {
          const chosen = choices.map((_, n) =>
            n === varied ? alternative : listed[n]?.[(turn * 7 + n) % (listed[n]?.length ?? 1)],
          );
          const all = chosen.filter(choice => choice !== undefined);
          const decorators = all.map(choice => choice.decorators ?? '').join('');
          const isRounded = decorators.includes('sae');
          const goTogether =
            !(isRounded && all.some(({ expected }) => expected.kind === 'memory')) &&
            !(encoding.includes('distinct') && hasTwice(all));
          // What is known at run time only is not compared.
          const isOpen = all.some(({ text }) => /mm\(/.test(text));
          if (isOpen && encoding.includes('distinct') && hasTwice(all)) continue;
          yield {
            text: `${mnemonic} ${all.map(({ text }) => text).join(', ')}`,
            operands: all.map(({ expected }) => expected),
            decorators,
            isListed: goTogether && all.every(choice => choice.isListed),
          };
        }
      }
    }
  }

  /** The operand sizes that the listing names: `r16/32/64` or `ax/eax/rax`. */
  #operandSizes(kinds: readonly string[]): readonly number[] {
    const sizes = kinds.map(kind => /^(?:r\/m|r|m|moffs)((?:\d+\/)+\d+)$/.exec(kind)?.[1]);
    const listed = sizes.find(each => each !== undefined) ?? (kinds.some(isAccumulator) ? '16/32/64' : '0');
    return listed
      .split('/')
      .map(Number)
      .filter(size => size <= (this.#is64Bit ? 64 : 32));
  }

  /** The choices of a kind with the decorators that it may have, one at a time. */
  #decorated(kind: string, operandSize: number, needsMask: boolean): readonly Choice[] {
    const braces = kind.indexOf('{');
    if (braces < 0) return this.#choices(kind, operandSize);
    const choices = this.#choices(kind.slice(0, braces), operandSize);
    const has = (decorator: string): boolean => kind.includes(decorator, braces);
    const [first] = choices;
    const register = choices.find(({ expected }) => expected.kind === 'register');
    const added: Choice[] = [];
    const add = (choice: Choice | undefined, text: string, decorators: string): void => {
      if (choice !== undefined) added.push({ ...choice, text: choice.text + text, decorators });
    };
    if (needsMask)
      return choices.map(choice => ({ ...choice, text: `${choice.text}{k2}`, decorators: '{k2}' }));
    if (has('{k}')) {
      for (const n of [1, 7]) {
        add(first, ` {k${n}}`, `{k${n}}`);
        add(choices.at(-1), `{k(${n})}`, `{k${n}}`);
      }
    }
    if (has('{z}')) {
      add(register, '{k3}{z}', '{k3}{z}');
      add(register, ' {z} {k(4)}', '{k4}{z}');
    }
    const roundings = has('{er}') ? ['rn-sae', 'rd-sae', 'ru-sae', 'rz-sae'] : has('{sae}') ? ['sae'] : [];
    for (const rounding of roundings) {
      add(register, `{${rounding}}`, `{${rounding}}`);
      add(register, `, {${rounding}}`, `{${rounding}}`);
    }
    return [...choices, ...added];
  }

  #choices(kind: string, operandSize: number): readonly Choice[] {
    const [, letter, sizes] = /^(r\/m|r|m|moffs)(\d+(?:\/\d+)*|)$/.exec(kind) ?? [];
    if (letter !== undefined && sizes !== undefined) {
      const size = sizes.includes('/') ? operandSize : Number(sizes);
      if (letter === 'moffs') return [memory('[0x12345678]', size, { displacement: 0x12345678n })];
      return [
        ...(letter.startsWith('r') ? this.#registers(size) : []),
        ...(letter.endsWith('m') ? this.#memories(size) : []),
      ];
    }
    if (isAccumulator(kind)) return [register({ 16: 'ax', 32: 'eax', 64: 'rax' }[operandSize] ?? '')];
    if (kind === 'imm4') return [immediate('3', 3n, 0)];
    if (kind.startsWith('imm')) return this.#immediates(kind, operandSize);
    switch (kind) {
      case '1':
        return [immediate('1', 1n, 8)];
      case 'sreg':
        return ['es', 'ss', 'ds', 'fs', 'gs'].map(name => register(name));
      case 'cr':
      case 'dr':
      case 'tr':
        return [0, 2, 3, 4].flatMap(n => [register(`${kind}${n}`), register(`${kind}(${n})`, `${kind}${n}`)]);
      case 'tmm':
        return this.#vectors(kind, kind, 8);
      case 'far16':
      case 'far32':
      case 'far64':
        return [
          memory(
            `${{ far16: 'word', far32: 'dword', far64: 'qword' }[kind]} far [${this.#is64Bit ? 'rbx' : 'ebx'}]`,
            0,
            { base: this.#is64Bit ? 'rbx' : 'ebx' },
          ),
        ];
      case 'ptr16:16':
        return [
          immediate('word 0x10:0x1234', 0x10_0000_1234n, 16),
          immediate('word (0x10):(0x1234)', 0x10_0000_1234n, 16),
        ];
      case 'ptr16:32':
        return [
          immediate('0x10:0x12345678', 0x10_1234_5678n, 32),
          immediate('dword (0x10):(0x12345678)', 0x10_1234_5678n, 32),
          immediate('0x10:=>0', (0x10n << 32n) + BASE, 32),
        ];
      case 'rel16':
        return [{ text: 'word =>0', expected: { kind: 'target', isWord: true }, isListed: true }];
      case 'st(i)':
        return this.#vectors('st', 'Rf', 8);
      case 'rel32':
      case 'rel8':
        return [{ text: '=>0', expected: { kind: 'target' }, isListed: true }];
      case 'short rel8':
        return [{ text: 'short =>0', expected: { kind: 'target' }, isListed: true }];
      case '&address':
        return [immediate('&0x12345678', 0x12345678n, 0)];
      default:
        return /^(?:[xyz]mm|mm|k|bnd|[rm]\d+|vm\d+[xyz])(?:\/|$)/.test(kind)
          ? kind.split('/').flatMap(part => this.#part(part, kind))
          : [register(kind)];
    }
  }

  /** One side of a kind such as `xmm/m64` or `r32/m8`. */
  #part(part: string, kind: string): readonly Choice[] {
    if (/^[xyz]mm$/.test(part)) return this.#vectors(part, part, this.#vectorCount);
    if (part === 'k' || part === 'mm') return this.#vectors(part, part, 8);
    if (part === 'bnd') return this.#vectors(part, part, 4);
    const [, index] = /^vm\d+([xyz])$/.exec(part) ?? [];
    if (index !== undefined) return this.#gathered(`${index}mm`);
    const [, element] = /^m(\d+)bcst$/.exec(part) ?? [];
    if (element !== undefined) {
      const [, whole] = /\bm(\d+)(?!\d|bcst)/.exec(kind) ?? [];
      const broadcast = `{1to${Number(whole) / Number(element)}}`;
      return this.#memories(Number(element)).flatMap(choice =>
        choice.isListed ? [{ ...choice, text: `${choice.text}${broadcast}`, decorators: broadcast }] : [],
      );
    }
    const size = Number(part.slice(1));
    return part.startsWith('r') ? this.#registers(size) : this.#memories(size);
  }

  /** Memory with each vector register as index. */
  #gathered(name: string): readonly Choice[] {
    const base = this.#is64Bit ? 'rbx' : 'ebx';
    const places = Array.from({ length: this.#vectorCount }, (_, n) => [
      memory(`[${base}+${name}${n}*4+8]`, 0, { base, index: `${name}${n}`, scale: 4, displacement: 8n }),
      memory(`[${name}(${n})*8]`, 0, { index: `${name}${n}`, scale: 8 }),
    ]);
    return places.flat();
  }

  #vectors(name: string, variable: string, count: number): readonly Choice[] {
    return Array.from({ length: count }, (_, n) => n).flatMap(n => [
      register(`${name}${n}`),
      register(`${variable}(${n})`, `${name}${n}`),
    ]);
  }

  #registers(size: number): readonly Choice[] {
    const written = this.#numbers.map(n => register(this.#written(n, size), this.#name(n, size)));
    const variable = this.#numbers.map(n => register(`${CLASSES.get(size)}(${n})`, this.#name(n, size)));
    // With REX the same numbers are other registers.
    const high =
      size === 8 && this.#is64Bit ? HIGH_BYTES.map(name => ({ ...register(name), isListed: false })) : [];
    return [...written.slice(1), ...written.slice(0, 1), ...variable, ...high];
  }

  #written(n: number, size: number): string {
    if (size === 8) return this.#is64Bit && n > 3 ? `r${n}b` : this.#name(n, 8);
    return this.#name(n, size);
  }

  /** The decoder's name of a register. */
  #name(n: number, size: number): string {
    if (size === 8 && n > 3 && n < 8) return (this.#is64Bit ? REX_BYTES : HIGH_BYTES)[n - 4] ?? '';
    if (n > 7) return `r${n}${{ 8: 'l', 16: 'w', 32: 'd' }[size] ?? ''}`;
    const legacy = LEGACY[n] ?? '';
    return { 8: `${legacy[0]}l`, 16: legacy, 32: `e${legacy}`, 64: `r${legacy}` }[size] ?? '';
  }

  #memories(size: number): readonly Choice[] {
    const word = WORDS.find(([, each]) => each === size)?.[0];
    const prefix = word === undefined ? '' : `${word} `;
    const places = this.#places();
    const [[first, place] = ['', {}]] = places;
    return [
      ...places.map(([text, parts]) => memory(prefix + text, size, parts)),
      // Without a size word it may be missing; with another one the form is another one, or none.
      { ...memory(first, size, place), isListed: false },
      ...WORDS.map(([other, bits]) => ({
        ...memory(`${other} ${first}`, size === 0 ? 0 : bits, place),
        isListed: false,
      })),
    ];
  }

  /** All kinds of addresses. */
  #places(): readonly (readonly [text: string, parts: Place])[] {
    const size = this.#is64Bit ? 64 : 32;
    const name = (n: number): string => this.#name(n, size);
    const variable = CLASSES.get(size);
    const last = this.#numbers.length - 1;
    const [b, i] = this.#is64Bit ? [12, 13] : [4, 5];
    return [
      ...this.#numbers.map(n => [`[${name((n + 3) & last)}]`, { base: name((n + 3) & last) }] as const),
      ...this.#numbers.map(n => [`[${variable}(${n})]`, { base: name(n) }] as const),
      [`[${name(3)}+8]`, { base: name(3), displacement: 8n }],
      [`[${name(5)}-0x1000]`, { base: name(5), displacement: -0x1000n }],
      [`[${name(1)}+${name(i)}*4-8]`, { base: name(1), index: name(i), scale: 4, displacement: -8n }],
      [`[${name(b)}+${name(0)}*8]`, { base: name(b), index: name(0), scale: 8 }],
      [`[${name(2)}*2+0x10]`, { index: name(2), scale: 2, displacement: 0x10n }],
      [`[${variable}(${b})+1]`, { base: name(b), displacement: 1n }],
      [`[${variable}(${i})+${name(2)}*2]`, { base: name(i), index: name(2), scale: 2 }],
      [
        `[${name(0)}+${variable}(${i})*8+0x80]`,
        { base: name(0), index: name(i), scale: 8, displacement: 0x80n },
      ],
      [`[${variable}(${i})*4]`, { index: name(i), scale: 4 }],
      ['[0x1234567]', { displacement: 0x1234567n }],
      [`[fs:${name(1)}+8]`, { base: name(1), displacement: 8n, segment: 'fs' }],
      [`gs:[${variable}(${i})]`, { base: name(i), segment: 'gs' }],
      ['[=>0]', { base: this.#is64Bit ? 'rip' : '', displacement: BASE }],
      ...(this.#is64Bit
        ? ([
            ['[ecx+4]', { base: 'ecx', displacement: 4n }],
            ['[Rd(13)]', { base: 'r13d' }],
            ['[r8d+Rd(1)*2]', { base: 'r8d', index: 'ecx', scale: 2 }],
          ] as const)
        : ([
            ['[bx+si+8]', { base: 'bx', index: 'si', displacement: 8n }],
            ['[0x1000 + di + bp]', { base: 'bp', index: 'di', displacement: 0x1000n }],
            ['[bp]', { base: 'bp' }],
            ['[di+(0x80)]', { base: 'di', displacement: 0x80n }],
          ] as const)),
    ];
  }

  #immediates(kind: string, operandSize: number): readonly Choice[] {
    const size = kind.includes('/') ? Math.min(operandSize, 32) : Number(kind.slice(3));
    if (size === 64) return [immediate('0x123456789abcdef0', 0x123456789abcdef0n, 64)];
    const value = { 8: '0x12', 16: '0x1234' }[size] ?? '0x12345678';
    return [
      immediate(value, BigInt(value), 0),
      immediate(`(${value})`, BigInt(value), 0),
      immediate('(5)', 5n, 0),
      ...['5', '(5)'].flatMap(text =>
        WORDS.slice(0, 4).map(([word, bits]) => ({
          ...immediate(`${word} ${text}`, 5n, bits),
          // An immediate of 32 bits may also be called a qword where it is extended.
          isListed: bits === size,
        })),
      ),
    ];
  }
}

/** Whether a vector register stands twice, as operand or index. */
function hasTwice(choices: readonly Choice[]): boolean {
  const names = choices.flatMap(({ expected }) => {
    if (expected.kind === 'register') return [expected.name];
    return expected.kind === 'memory' ? [expected.index] : [];
  });
  const numbers = names.flatMap(name => /^[xyzt]mm(\d+)$/.exec(name)?.[1] ?? []);
  return new Set(numbers).size < numbers.length;
}

/** An address of 16 bits. */
const WORD_ADDRESS = /\[(?:bx|bp|di|0x1000 \+ di)\b/;

/** Whether an address is one that the form does not take. */
function isRefused(text: string, encoding: string): boolean {
  const isWord = WORD_ADDRESS.test(text);
  if (encoding.includes('asize') && (isWord || /\[(?:ecx|r8d|Rd\()/.test(text))) return true;
  if (encoding.includes('a16') && text.includes('[') && !isWord) return true;
  if (encoding.includes('a32') && text.includes('[') && !/\[(?:ecx|r8d|Rd\()/.test(text)) return true;
  if (text.includes('[=>0]')) return /based|sib/.test(encoding);
  return encoding.includes('based') && text.includes('[0x1234567]');
}

function isAccumulator(kind: string): boolean {
  return kind.startsWith('ax/eax');
}

function register(text: string, name = text): Choice {
  return { text, expected: { kind: 'register', name }, isListed: true };
}

function immediate(text: string, value: bigint, size: number): Choice {
  return { text, expected: { kind: 'immediate', value, size }, isListed: true };
}

type Place = Partial<Omit<Extract<Expected, { kind: 'memory' }>, 'kind' | 'size'>>;

function memory(text: string, size: number, place: Place): Choice {
  const parts = { base: '', index: '', scale: 1, displacement: 0n, segment: '', ...place };
  return { text, expected: { kind: 'memory', size, ...parts }, isListed: true };
}

/**
 * Makes random statements without arguments. Takes a row of the instruction table; returns a statement that
 * it must match.
 */
import type { TableRow } from '../../../src/preprocessor/arch/x86/instructiontable.ts';
import { CONDITIONS } from '../../../src/preprocessor/arch/x86/table/index.ts';
import type { Random } from '../../seededrandom.ts';

const WORDS: Readonly<Record<string, string>> = {
  8: 'byte ',
  16: 'word ',
  32: 'dword ',
  64: 'qword ',
  80: 'tword ',
  128: 'oword ',
  256: 'yword ',
};
const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const BYTES = ['al', 'cl', 'dl', 'bl', 'ah', 'ch', 'dh', 'bh'];
const DISPLACEMENTS = ['', '+0', '+1', '-1', '+127', '+128', '-128', '-129', '+0x7fffffff', '-0x80000000'];

export class StatementMaker {
  readonly #is64Bit: boolean;
  readonly #random: Random;

  constructor(is64Bit: boolean, random: Random) {
    this.#is64Bit = is64Bit;
    this.#random = random;
  }

  /** A statement for a row; undefined if it needs an argument, or belongs to the other architecture. */
  make([mnemonic, operands, encoding, arch]: TableRow): string | undefined {
    if (arch !== undefined && (arch === 'x64') !== this.#is64Bit) return undefined;
    if (!this.#is64Bit && encoding.includes('REX.W')) return undefined;
    const sizes = /\b\w*y\b/.test(operands) ? ['32', '64'] : ['16', '32', '64'];
    const size = this.#pick(this.#is64Bit ? sizes : sizes.slice(0, -1));
    const texts = operands === '' ? [] : operands.split(', ').map(kind => this.#operand(kind, size));
    if (texts.includes(undefined)) return undefined;
    return `${this.#name(mnemonic)} ${texts.join(', ')}`.trim();
  }

  #name(mnemonic: string): string {
    const name = this.#pick(mnemonic.split('/'));
    return name.replace('<cc>', () => this.#pick(CONDITIONS.flatMap(names => names.split('/'))));
  }

  #operand(written: string, size: string): string | undefined {
    const kind = written.replace(/\?|\*2/g, '');
    const special = this.#special(kind, size);
    if (special !== undefined) return special;
    const [, both] = /^r\/m(.+)$/.exec(kind) ?? [];
    const choice = both === undefined ? this.#pick(kind.split('/')) : this.#pick([`r${both}`, `m${both}`]);
    if (choice === 'xmm' || choice === 'ymm') return `${choice}${this.#random(this.#is64Bit ? 16 : 8)}`;
    const [, letter, own = ''] = /^([rm])(\d*|v|y)$/.exec(choice) ?? [];
    const bits = own === 'v' || own === 'y' ? size : own;
    if (letter === 'r') return this.#register(bits);
    return letter === 'm' ? `${WORDS[bits] ?? ''}${this.#memory()}` : undefined;
  }

  #special(kind: string, size: string): string | undefined {
    const accumulators: Readonly<Record<string, string>> = { 16: 'ax', 32: 'eax', 64: 'rax' };
    switch (kind) {
      case 'rAX':
        return accumulators[size];
      case 'al':
      case 'ax':
      case 'eax':
      case 'cl':
      case 'st0':
      case 'xmm0':
      case '1':
        return kind;
      case 'sti':
        return `st${this.#random(8)}`;
      case 'imm8':
        return String(this.#random(256));
      case 'imm8sx':
        return String(this.#random(256) - 128);
      case 'imm16':
        return String(this.#random(65536));
      case 'imm32':
        return this.#immediate('32');
      case 'immz':
        return this.#immediate(size);
      case 'moffs8':
      case 'moffsv':
        return `[${this.#random(2 ** 31)}]`;
      default:
        return undefined;
    }
  }

  #immediate(size: string): string {
    if (size === '16') return String(this.#random(65536));
    const bits = this.#random(31) + 1;
    return String(this.#random(2 ** bits) - (this.#random(2) === 0 ? 0 : 2 ** (bits - 1)));
  }

  #register(bits: string): string {
    const number = this.#random(this.#is64Bit ? 16 : 8);
    if (bits === '8') {
      const plain = this.#pick(BYTES);
      return this.#is64Bit && this.#random(3) > 0 ? `r${number}b` : plain;
    }
    if (number > 7) return `r${number}${{ 16: 'w', 32: 'd' }[bits] ?? ''}`;
    return `${{ 32: 'e', 64: 'r' }[bits] ?? ''}${LEGACY[number] ?? ''}`;
  }

  #memory(): string {
    if (this.#random(12) === 0) return `[0x${this.#random(2 ** 31).toString(16)}]`;
    const bits = this.#is64Bit && this.#random(4) > 0 ? '64' : '32';
    const displacement = this.#pick(DISPLACEMENTS);
    const base = this.#register(bits);
    const index = this.#register(bits);
    const scaled = `${index}*${this.#pick(['1', '2', '4', '8'])}`;
    if (/^[re]sp$/.test(index)) return `[${base}${displacement}]`;
    return `[${this.#pick([base, base, `${base}+${index}`, `${base}+${scaled}`, scaled])}${displacement}]`;
  }

  #pick(choices: readonly string[]): string {
    return choices[this.#random(choices.length)] ?? '';
  }
}

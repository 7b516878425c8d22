/**
 * `mov` of a number that no single instruction has: MOVZ or MOVN and as many MOVK as it takes. Takes the
 * operands; returns the words, or undefined where the statement is no such `mov`.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { UsedForm } from '../../item.ts';
import type { Operand, RegisterUse } from './statementoperand.ts';

const MOVZ = 0x5280_0000;
const MOVN = 0x1280_0000;
const MOVK = 0x7280_0000;
/** sf: the register has 64 bits. */
const WIDE = 0x8000_0000;

/** For the lists of forms, whose table has one word for each. */
export const MOV_SEQUENCES: readonly UsedForm[] = ['W', 'X'].map(letter => ({
  mnemonic: 'mov',
  operands: `${letter}d, #imm`,
  features: '',
  code: { text: 'movz or movn, then movk for each further half-word' },
}));

export interface MovSequence {
  readonly form: UsedForm;
  /** The register of all words. */
  readonly register: RegisterUse;
  /** Without the register's number. */
  readonly words: readonly number[];
}

/** @throws {StatementError} the number has more bits than the register */
export function movSequence(operands: readonly Operand[]): MovSequence | undefined {
  const [target, value] = operands;
  if (operands.length !== 2 || target?.content.kind !== 'register') return undefined;
  if (value?.content.kind !== 'immediate') return undefined;
  const { register } = target.content;
  const immediate = value.content.value;
  // Number 31 is the zero register here, which keeps nothing.
  if (register.number === 31) return undefined;
  const isWide = register.class === 'X';
  if (immediate.kind !== 'number' || (!isWide && register.class !== 'W')) return undefined;
  const { integer } = immediate.literal;
  const form = MOV_SEQUENCES[isWide ? 1 : 0];
  if (integer === undefined || form === undefined) return undefined;
  const size = isWide ? 64n : 32n;
  if (integer < -(1n << (size - 1n)) || integer >= 1n << size) {
    throw new StatementError(`\`${value.text}' does not fit into ${size} bits`, {
      code: 'immediate-range',
      at: value,
    });
  }
  const halves = Array.from({ length: isWide ? 4 : 2 }, (_, n) =>
    Number(BigInt.asUintN(16, integer >> BigInt(16 * n))),
  );
  const count = (half: number): number => halves.filter(each => each === half).length;
  const isInverted = count(0xffff) > count(0);
  const rest = isInverted ? 0xffff : 0;
  const places = [...halves.keys()].filter(n => halves[n] !== rest);
  const words = places.map((place, n) => {
    const half = halves[place] ?? 0;
    const bits = n === 0 && isInverted ? ~half & 0xffff : half;
    const opcode = n > 0 ? MOVK : isInverted ? MOVN : MOVZ;
    return (opcode | (isWide ? WIDE : 0) | (place << 21) | (bits << 5)) >>> 0;
  });
  return { form, register, words };
}

/** The names of registers. `findRegister` takes a name; returns its class and number. */
import type { RegisterClass } from './operandpattern.ts';

interface NamedRegister {
  readonly class: RegisterClass;
  readonly number: number;
}

/** Names that do not consist of a letter and a number. */
const NAMED: Readonly<Record<string, NamedRegister>> = {
  sp: { class: 'SP', number: 31 },
  wsp: { class: 'WSP', number: 31 },
  xzr: { class: 'X', number: 31 },
  wzr: { class: 'W', number: 31 },
  fp: { class: 'X', number: 29 },
  lr: { class: 'X', number: 30 },
  ip0: { class: 'X', number: 16 },
  ip1: { class: 'X', number: 17 },
  // What DynASM calls xzr and wzr internally.
  '@x31': { class: 'X', number: 31 },
  '@w31': { class: 'W', number: 31 },
};

/** The classes of variable registers: `Rx(n)`. */
export const REGISTER_CLASSES: Readonly<Record<string, RegisterClass>> = {
  Rx: 'X',
  Rw: 'W',
  Rb: 'B',
  Rh: 'H',
  Rs: 'S',
  Rd: 'D',
  Rq: 'Q',
  Rv: 'V',
};

export function findRegister(name: string): NamedRegister | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const [, letter = '', digits = ''] = /^([xwbhsdqv])(0|[1-9]\d?)$/.exec(name) ?? [];
  if (letter === '') return undefined;
  const number = Number(digits);
  const last = letter === 'x' || letter === 'w' ? 30 : 31;
  return number > last ? undefined : { class: letter.toUpperCase() as RegisterClass, number };
}

/** The name of a register. */
export function registerName(registerClass: RegisterClass, number: number): string {
  if (registerClass === 'SP' || registerClass === 'WSP') return registerClass.toLowerCase();
  if (number === 31 && (registerClass === 'X' || registerClass === 'W'))
    return `${registerClass.toLowerCase()}zr`;
  return `${registerClass.toLowerCase()}${number}`;
}

/** All names of registers, for corrections. */
export const REGISTER_NAMES: readonly string[] = [
  ...Object.keys(NAMED).filter(name => !name.startsWith('@')),
  ...Array.from('xwbhsdqv').flatMap(letter =>
    Array.from({ length: 'xw'.includes(letter) ? 31 : 32 }, (_, n) => `${letter}${n}`),
  ),
];

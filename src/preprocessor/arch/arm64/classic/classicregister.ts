/**
 * Registers as DynASM reads them: `x0`, `wzr`, `Rx(expression)`, and names of types that stand for a
 * register. Takes the text of an operand; returns the register, or undefined for another text.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { HostType } from '../../../item.ts';
import type { Dialect } from '../../../language/outputlanguage.ts';
import { cut, type Slice } from '../../../text/slice.ts';

type Types = ReadonlyMap<string, HostType>;

/** General registers of 64 and 32 bits, and those of SIMD by their size. `sp` is the stack pointer. */
export type RegisterKind = 'x' | 'w' | 'q' | 'd' | 's' | 'h' | 'b' | 'sp';

export interface ClassicRegister {
  readonly kind: RegisterKind;
  /** Undefined where an expression gives it. DynASM lets SIMD registers count up to 39. */
  readonly number: number | undefined;
  /** The expression in parentheses. */
  readonly variable: Slice | undefined;
}

/**
 * The names that are defines in C output, with what they stand for. Register 31 means the zero register or
 * sp; DynASM's name for it is `@x31`.
 */
export const REGISTER_DEFINES: ReadonlyMap<string, string> = new Map([
  ['lr', 'x30'],
  ['xzr', '@x31'],
  ['wzr', '@w31'],
]);
const EXTERNAL_NAMES: ReadonlyMap<string, string> = new Map([
  ['@x31', 'xzr'],
  ['@w31', 'wzr'],
]);

const PLAIN = /^@?([xwqdshb])([123]?\d)$/;
const VARIABLE = /^R([xwqdshb])\(/;
const TYPE = /^(\w+)(?::(@?\w+(?:\(.*\))?))?$/s;
/** Number of the last register with a name, of those that users number. */
const LAST_GENERAL = 30;

const NO_TYPES: Types = new Map();

const named = new Map<string, ClassicRegister | undefined>();

/** `text` with the names of registers that users write. */
export function externalNames(text: string): string {
  return text.replace(/@[xw]31\b/g, name => EXTERNAL_NAMES.get(name) ?? name);
}

/** The register with that name, which is no variable one. */
export function findNamed(name: string): ClassicRegister | undefined {
  const known = named.get(name);
  if (known !== undefined || named.has(name)) return known;
  const register = parseNamed(name);
  // A program uses few names, but any text may stand where a register should.
  if (register !== undefined) named.set(name, register);
  return register;
}

function parseNamed(written: string): ClassicRegister | undefined {
  if (written === 'sp') return { kind: 'sp', number: 31, variable: undefined };
  const name = REGISTER_DEFINES.get(written) ?? written;
  if (EXTERNAL_NAMES.has(name)) {
    return { kind: name === '@x31' ? 'x' : 'w', number: 31, variable: undefined };
  }
  const [, kind, digits] = PLAIN.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const number = Number(digits);
  if ((kind === 'x' || kind === 'w') && number > LAST_GENERAL) return undefined;
  return { kind: kind as RegisterKind, number, variable: undefined };
}

/**
 * The register that an operand is, by its name, as a variable register, or by the name of a type.
 * @throws {StatementError} a type without register
 */
export function parseRegister(operand: Slice, types: Types, dialect: Dialect): ClassicRegister | undefined {
  const { text } = operand;
  const register = findNamed(text);
  if (register !== undefined) return register;
  const [head, kind] = VARIABLE.exec(text) ?? [];
  if (head !== undefined) {
    const open = head.length - 1;
    if (dialect.closing(text, open) !== text.length - 1) return undefined;
    return { kind: kind as RegisterKind, number: undefined, variable: cut(operand, open) };
  }
  if (types.size === 0) return undefined;
  const [, name = '', override] = TYPE.exec(text) ?? [];
  const type = types.get(name);
  if (type === undefined) return undefined;
  if (override !== undefined) {
    const other = parseRegister(cut(operand, name.length + 1), NO_TYPES, dialect);
    return other?.kind === 'sp' ? undefined : other;
  }
  if (type.register === undefined) {
    throw new StatementError(`type \`${name}' needs a register override`, {
      code: 'type-register',
      at: operand,
      notes: [`write \`${name}:register', or name a register in its .type`],
    });
  }
  return findNamed(type.register);
}

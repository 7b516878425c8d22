/**
 * Registers in operands. Takes a part of an operand and an index in it; returns the register, or the type
 * that stands for one, that is named there.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { HostType } from '../../item.ts';
import { skipBlanks } from '../../text/blank.ts';
import { cut, NOTHING, type Slice } from '../../text/slice.ts';
import type { RegisterUse } from './operand.ts';
import type { OperandContext } from './operandcontext.ts';
import { isVectorSize, type Register } from './registers.ts';
import { checkExpression } from './strayname.ts';

const TYPE_OVERRIDE = /^(\w+):(@?\w+)$/;

/** A register that an operand names, itself or by a type. */
export interface Reference {
  readonly register: Register;
  readonly type: HostType | undefined;
}

/** `slice` without its first `length` characters and the blanks behind them. */
export function behind(slice: Slice, length: number): Slice {
  return cut(slice, skipBlanks(slice.text, length));
}

/** Index behind the name of a register or type (`rax`, `@q0`, `TYPE:rax`) that begins at `start`. */
export function endOfName(text: string, start: number): number {
  let index = start;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isPart =
      (code >= 97 && code <= 122) || (code >= 48 && code <= 58) || (code >= 64 && code <= 90) || code === 95;
    if (!isPart) break;
  }
  return index;
}

/**
 * Finds the register with that name, or the register of a type (`TYPE`, `TYPE:register`) with the type. The
 * name stands at index `start` of `slice`. Returns undefined for other names. `isAddress`: it stands in one.
 */
export function findRegister(
  name: string,
  slice: Slice,
  start: number,
  context: OperandContext,
  isAddress = false,
): Reference | undefined {
  if (name === '') return undefined;
  const { registers, statement } = context;
  const written = name.includes(':') ? TYPE_OVERRIDE.exec(name) : null;
  const override = written?.[2];
  const isOverridden = override !== undefined && (override.startsWith('@') || registers.find(override));
  const typeName = isOverridden ? (written?.[1] ?? name) : name;

  const type = statement.types.get(typeName);
  if (type === undefined) {
    const register = registers.find(name);
    if (register === undefined) return undefined;
    const at = register.isAdded ? cut(slice, start, start + name.length) : undefined;
    const isMeant = at === undefined || isMeantBy(at, register, slice, context, isAddress);
    return isMeant ? { register, type: undefined } : undefined;
  }
  const registerName = isOverridden ? override : type.register;
  const register = registerName === undefined ? undefined : registers.find(registerName);
  if (register === undefined) {
    throw new StatementError(`type \`${typeName}' needs a register override`, {
      code: 'type-register',
      at: cut(slice, start, start + name.length),
      notes: [`write \`${typeName}:register', or name a register in its .type`],
    });
  }
  if (!register.canBeBase) {
    throw new StatementError(`bad base register override \`${register.name}'`, {
      code: 'base-register',
      at: cut(slice, start, start + name.length),
    });
  }
  return { register, type };
}

/**
 * Whether a name that DynASM does not know means the register, as programs may have variables of that name. A
 * class does where a form takes such a register, and a number follows; a mask does not in an address.
 * @throws {StatementError} the operand is such a name, and the file has that name, too
 */
function isMeantBy(
  name: Slice,
  { size, number, canBeBase }: Register,
  operand: Slice,
  { statement, position, takes }: OperandContext,
  isAddress: boolean,
): boolean {
  const isPossible = !isAddress || canBeBase || isVectorSize(size);
  if (takes === undefined || !isPossible) return !statement.isHostName(name.text);
  if (number < 0) {
    const rest = operand.text.slice(name.end - operand.start).trimStart();
    return rest.startsWith('(') && takes(size, position);
  }
  if (!statement.isHostName(name.text)) return true;
  if (operand.text !== name.text && !isAddress) return false;
  throw new StatementError(`\`${name.text}' is a register, and a name of this file`, {
    code: 'ambiguous-register',
    at: name,
    notes: [
      `the variable is \`(${name.text})'; where the register is meant, the variable needs another name`,
    ],
  });
}

/**
 * Takes the expression that follows the name of a register class, in parentheses. The name ends at index
 * `end` of `slice`. Returns the register with the expression, and what follows in `slice`.
 */
export function takeVariable(
  register: Register,
  slice: Slice,
  end: number,
  context: OperandContext,
): readonly [RegisterUse, Slice] {
  if (register.number >= 0) {
    const tail = end === slice.text.length ? NOTHING : behind(slice, end);
    return [{ register, variable: undefined }, tail];
  }
  const { dialect } = context.statement;
  const tail = behind(slice, end);
  const close = tail.text.startsWith('(') ? dialect.closing(tail.text, 0) : -1;
  if (close < 0) {
    throw new StatementError('bad variable register expression', {
      code: 'variable-register',
      at: tail,
      notes: [`the register's number follows in parentheses: \`${register.name}(n)'`],
    });
  }
  const variable = cut(tail, 0, close + 1);
  checkExpression(variable, context);
  // DynASM leaves the blanks, and then fails for `[Rq(n) + rcx]`.
  const rest = dialect.expressions === undefined ? cut(tail, close + 1) : behind(tail, close + 1);
  return [{ register, variable }, rest];
}

/**
 * Checks that the path of a member begins with an arrow, or an index: `TYPE.name` could also be a property of
 * a variable.
 * @throws {StatementError} it begins with a dot, and the type has no register override
 */
export function checkArrow({ name: type }: HostType, name: Slice, path: Slice): void {
  if (name.text !== type || !path.text.startsWith('.')) return;
  throw new StatementError(`\`${type}.' could mean a member of the .type or a property of a variable`, {
    code: 'type-dot',
    at: name,
    notes: [`write \`${type}->…' for the member, \`(${type}.…)' for the property`],
  });
}

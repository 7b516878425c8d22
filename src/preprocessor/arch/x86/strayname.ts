/**
 * Finds names in expressions that the host program cannot mean: registers, size words, and names that only
 * their letter case keeps from being one. They would be a ReferenceError when the code runs. Takes an
 * expression; throws an error at such a name, unless the file declares it.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { Slice } from '../../text/slice.ts';
import { misplacedError } from './misplaced.ts';
import type { OperandContext } from './operandcontext.ts';
import { sizeOfWord } from './sizeword.ts';

/** A name that stands in an expression, where it cannot. */
interface StrayName {
  readonly at: Slice;
  readonly message: string;
  readonly notes: readonly string[];
  readonly suggestions?: readonly string[];
}

/** Registers that no operand names. */
const UNKNOWN_REGISTER =
  /^(?:[re]?ip|[c-gs]s|[cd]r\d+|mm[0-7]|st|[xy]mm(?:1[6-9]|2\d|3[01])|zmm\d+|k[0-7]|[er]?flags)$/i;
/** Registers that only x64 has. */
const X64_REGISTER =
  /^(?:R[qb]|r(?:[abcd]x|[sb]p|[sd]i)|(?:[sb]p|[sd]i)l|r\d+[bdw]?|[xy]mm(?:[89]|1[0-5]))$/i;
/** Names that may be stray, whatever is declared; but for names of types. */
const STRAY =
  '[re]?(?:[abcd]x|[sb]p|[sd]i|ip|flags)|[abcd][hl]|(?:[sb]p|[sd]i)l|r[\\dqdwbaf]+|st\\d?|[xyzt]?mm\\d*|bnd\\d+|[c-gs]s|[cd]r\\d+|k[0-7]|byte|[dqoyta]?word';
const MAY_BE_STRAY = new RegExp(`^(?:${STRAY})$`, 'i');
/**
 * A fast test: false only for expressions without such names and without numbers that may be wrong. To take
 * an expression apart takes 3 % of a cold translation.
 */
const MAY_HAVE_STRAY = new RegExp(`(?:^|[^\\w$])(?:(?:${STRAY})(?![\\w$])|0\\d|\\d\\w*[A-Za-z_])`, 'i');

/** Spellings of the names of register classes, `rd` for `Rd`. */
const CLASS = /^r[qdwbaf]$/i;

/** The first stray name in an expression. @throws {StatementError} it has a number that is none */
export function findStrayName(expression: Slice, context: OperandContext): StrayName | undefined {
  const { expressions } = context.statement.dialect;
  if (expressions === undefined || !mayHaveNames(expression.text, context)) return undefined;
  for (const name of expressions.names(expression)) {
    if (!mayBeStray(name.text, context) || context.statement.isHostName(name.text)) continue;
    const stray = describe(name, context);
    if (stray !== undefined) return stray;
  }
  return undefined;
}

/** Whether an expression has a name that is stray unless the file declares it. */
export function mayHaveStrayName(expression: Slice, context: OperandContext): boolean {
  const { expressions } = context.statement.dialect;
  if (expressions === undefined || !mayHaveNames(expression.text, context)) return false;
  return expressions.names(expression).some(({ text }) => mayBeStray(text, context));
}

function mayHaveNames(text: string, { statement }: OperandContext): boolean {
  return MAY_HAVE_STRAY.test(text) || statement.types.size > 0;
}

function mayBeStray(name: string, { statement }: OperandContext): boolean {
  return MAY_BE_STRAY.test(name) || statement.types.has(name);
}

/** @throws {StatementError} the expression has a stray name, or a number that the language does not have */
export function checkExpression(expression: Slice, context: OperandContext): void {
  const stray = findStrayName(expression, context);
  if (stray === undefined) return;
  const misplaced = misplacedError({ kind: 'value', ...expression }, context.statement.types);
  if (misplaced !== undefined) throw misplaced;
  const isPointer = /^ptr\s*\[/i.test(expression.text);
  failStrayName(isPointer ? { ...stray, notes: ["memory is written without `ptr': `dword [rdi]'"] } : stray);
}

function failStrayName({ at, message, notes, suggestions }: StrayName): never {
  throw new StatementError(message, { code: 'register-expression', at, notes, suggestions });
}

function describe(at: Slice, context: OperandContext): StrayName | undefined {
  const { registers, is64Bit, statement } = context;
  const { text } = at;
  if (statement.types.has(text)) {
    const notes = [`a member is \`${text}->name', the size of the type \`#${text}'`];
    return { at, message: `\`${text}' is a .type and cannot stand in an expression`, notes };
  }
  const register = registers.find(text);
  if (register !== undefined) {
    const example = register.number < 0 ? `${text}(n)` : text;
    return {
      at,
      message: `\`${text}' is a ${register.number < 0 ? 'register class' : 'register'} and cannot stand in an expression`,
      notes: [
        `an operand is \`${example}' alone, or an address: [base + index*scale + displacement]`,
        'if a variable is meant, declare or import it in this file',
      ],
    };
  }
  const meant = CLASS.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
    : text.toLowerCase();
  if (text !== meant && (registers.find(meant) !== undefined || sizeOfWord(meant, context) !== undefined)) {
    const notes = [`did you mean \`${meant}'?`];
    return { at, message: `\`${text}' is not declared in this file`, notes, suggestions: [meant] };
  }
  if (sizeOfWord(text, context) !== undefined) {
    const notes = [`a size word stands in front of an operand, or of a number: \`${text}*2'`];
    return { at, message: `\`${text}' is a size word and cannot stand in an expression`, notes };
  }
  if (!is64Bit && X64_REGISTER.test(text)) {
    return { at, message: `\`${text}' is a register of x64, and this is x86`, notes: [] };
  }
  const last = lastOf(text.toLowerCase(), context);
  if (last !== undefined) {
    const notes = [`there are \`${last.replace(/\d+$/, '0')}' … \`${last}'`];
    return { at, message: `there is no register \`${text}'`, notes };
  }
  if (!UNKNOWN_REGISTER.test(text)) return undefined;
  return {
    at,
    message: `\`${text}' is a register that operands cannot name`,
    notes: noteOn(text.toLowerCase()),
  };
}

/** The last register of those that have a number, if a name has one that is too high. */
function lastOf(name: string, { registers }: OperandContext): string | undefined {
  const [, stem, number] = /^([xyzt]?mm|bnd)(\d+)$/.exec(name) ?? [];
  for (let n = Number(number) - 1; n >= 0; n--) {
    if (registers.find(`${stem}${n}`) !== undefined) return `${stem}${n}`;
  }
  return undefined;
}

/** What to write instead of a register that operands cannot name. */
function noteOn(name: string): readonly string[] {
  if (name === 'rip') return ["an address relative to rip is that of a label: `[->label]'"];
  if (/^[c-gs]s$/.test(name)) return [`a segment stands in front of an address: \`[${name}:rdi+8]'`];
  if (name === 'st') return ["the registers of the x87 stack are `st0' … `st7' and `Rf(n)'"];
  return [];
}

/** @throws {StatementError} the register stands where only values may */
export function failRegister(register: Slice, context: OperandContext): never {
  const stray = describe(register, context);
  if (stray !== undefined) failStrayName(stray);
  throw new RangeError(`${register.text} is a register`);
}

/**
 * The macro `.ccall target, a, b, c, d`, whose statements depend on its operands: an operand may read a
 * register that another one is passed in. `callStatements` takes the operands; returns the statements, in an
 * order in which each register is read before it is written.
 */
import { StatementError } from '../diagnostic/error.ts';
import { whole, type Slice } from '../text/slice.ts';
import type { NamedRegister, OperandReader } from './operandreader.ts';

/** So many arguments are in registers on every system. */
export const MAX_CALL_ARGUMENTS = 4;

/** Register 4 is rsp and esp. */
const STACK_POINTER = 4;

/** How a convention of x64 passes arguments. On x86 they are on the stack. */
export interface RegisterCall {
  readonly registers: readonly string[];
  /** Where the address of the target is kept if an argument would overwrite it. */
  readonly temporary: string;
}

interface Move {
  readonly to: string;
  readonly from: Slice;
  /** The registers that `from` reads. */
  readonly reads: readonly NamedRegister[];
}

/**
 * @param call undefined if arguments are on the stack
 * @throws {StatementError} for an operand that uses the stack pointer, or has another size than a pointer
 */
export function callStatements(
  call: RegisterCall | undefined,
  [target, ...args]: readonly [Slice, ...Slice[]],
  reader: OperandReader,
): readonly string[] {
  for (const operand of [target, ...args]) checkStackPointer(operand, reader);
  return call ? callWithRegisters(call, target, args, reader) : callWithStack(target, args, reader);
}

function checkStackPointer(operand: Slice, reader: OperandReader): void {
  if (!reader.registersIn(operand).some(({ size, number }) => size > 0 && number === STACK_POINTER)) return;
  throw new StatementError('an operand of .ccall uses the stack pointer, which .ccall moves', {
    code: 'operand',
    at: operand,
    notes: ['load it into another register in front of .ccall'],
  });
}

function callWithStack(target: Slice, args: readonly Slice[], reader: OperandReader): readonly string[] {
  const padding = 16 - 4 * args.length;
  return [
    '.calign',
    ...(args.length > 0 && padding > 0 ? [`sub esp, ${padding}`] : []),
    ...args.toReversed().map(operand => `push ${sized(operand, 32, reader)}`),
    `call ${target.text}`,
    `mov esp, [esp+${args.length > 0 ? 28 : 12}]`,
  ];
}

function callWithRegisters(
  { registers, temporary }: RegisterCall,
  target: Slice,
  args: readonly Slice[],
  reader: OperandReader,
): readonly string[] {
  const moves = args.flatMap((from, index): Move[] => {
    const to = registers[index];
    return to === undefined || from.text === to ? [] : [{ to, from, reads: reader.registersIn(from) }];
  });
  const mayRead = (reads: readonly NamedRegister[], to: string): boolean => {
    const written = reader.registerOf(whole(to))?.number;
    return reads.some(({ size, number = written }) => size > 0 && number === written);
  };
  const reads = reader.registersIn(target);
  const isOverwritten = moves.some(({ to }) => mayRead(reads, to));
  if (isOverwritten) moves.push({ to: temporary, from: target, reads });
  return [
    '.calign',
    ...inOrder(moves, mayRead, operand => sized(operand, 64, reader)),
    `call ${isOverwritten ? temporary : target.text}`,
    '.creturn',
  ];
}

/** Statements that do all moves at once, as it were. What reads each other's targets goes over the stack. */
function inOrder(
  moves: readonly Move[],
  mayRead: (reads: readonly NamedRegister[], to: string) => boolean,
  pushed: (operand: Slice) => string,
): readonly string[] {
  const statements: string[] = [];
  let left = moves;
  for (;;) {
    const next = left.find(move => !left.some(other => other !== move && mayRead(other.reads, move.to)));
    if (next === undefined) break;
    statements.push(`mov ${next.to}, ${next.from.text}`);
    left = left.filter(move => move !== next);
  }
  return [
    ...statements,
    ...left.map(({ from }) => `push ${pushed(from)}`),
    ...left.toReversed().map(({ to }) => `pop ${to}`),
  ];
}

const SIZE_WORD = /^(?:byte|word|dword|qword|oword|yword|tword|aword)\b/;

/** The operand of a `push`. Without this check `push di` would move the stack pointer by 2. */
function sized(operand: Slice, size: 32 | 64, reader: OperandReader): string {
  const { text } = operand;
  const word = size === 64 ? 'qword' : 'dword';
  const written = SIZE_WORD.exec(text)?.[0];
  const register = reader.registerOf(operand);
  const isOther =
    register === undefined
      ? written !== undefined && written !== word && written !== 'aword'
      : register.size !== size;
  if (isOther) {
    throw new StatementError(`\`${text}' does not have the size of a pointer`, {
      code: 'operand-size',
      at: operand,
      notes: [`arguments of .ccall have ${size} bits`],
    });
  }
  return reader.isUnsizedMemory(operand) ? `${word} ${text}` : text;
}

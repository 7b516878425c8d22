/**
 * The macro `.ccall target, a, b, c, d`, whose statements depend on its operands: an operand may read a
 * register that another one is passed in. `callStatements` takes the operands; returns the statements, in an
 * order in which each register is read before it is written. Behind an operand `...` stand variable
 * arguments, as those of `printf` behind the first one.
 */
import { StatementError } from '../diagnostic/error.ts';
import { whole, type Slice } from '../text/slice.ts';
import type { NamedRegister, OperandReader } from './operandreader.ts';

/** So many arguments are in registers on every system. */
export const MAX_CALL_ARGUMENTS = 4;

/** The statements that a call consists of. */
export interface CallInstructions {
  /** The number of the register. */
  readonly stackPointer: number;
  /** The register that a name stands for, or DynASM's internal name: `rdi`, or `@q7`. */
  readonly readRegister: (name: string) => NamedRegister | undefined;
  move(to: string, from: Slice, reader: OperandReader): string;
  push(from: Slice, reader: OperandReader): readonly string[];
  pop(to: string): string;
  call(target: Slice, reader: OperandReader): readonly string[];
}

/** How a convention passes arguments. */
export interface CallConvention {
  readonly instructions: CallInstructions;
  /** Undefined where arguments are on the stack: on x86. */
  readonly inRegisters?: {
    readonly registers: readonly string[];
    /** Where the address of the target is kept if an argument would overwrite it. */
    readonly temporary: string;
    /** What variable arguments need beyond that. */
    readonly variable?: VariableArguments;
  };
}

interface VariableArguments {
  /** A register that has the number of floating-point arguments in registers. */
  readonly floatCount?: string;
  /** Where they are on the stack: puts them there, in front of all else, and takes them away again. */
  onStack?(
    args: readonly Slice[],
    reader: OperandReader,
  ): { before: readonly string[]; after: readonly string[] };
}

interface Move {
  readonly to: string;
  readonly from: Slice;
  /** The registers that `from` reads. */
  readonly reads: readonly NamedRegister[];
}

/** @throws {StatementError} for an operand that uses the stack pointer, or has another size than a pointer */
export function callStatements(
  convention: CallConvention,
  [target, ...operands]: readonly [Slice, ...Slice[]],
  reader: OperandReader,
): readonly string[] {
  const split = operands.findIndex(({ text }) => text === '...');
  const args = operands.filter((_, index) => index !== split);
  const fixed = split < 0 ? undefined : split;
  const surplus = args[MAX_CALL_ARGUMENTS];
  if (surplus !== undefined) {
    throw new StatementError(`.ccall takes up to ${MAX_CALL_ARGUMENTS} arguments`, {
      code: 'operand',
      at: surplus,
    });
  }
  for (const operand of [target, ...args]) checkStackPointer(operand, convention.instructions, reader);
  return convention.inRegisters === undefined
    ? callWithStack(convention, target, args, reader)
    : callWithRegisters(convention, convention.inRegisters, target, args, fixed, reader);
}

function checkStackPointer(operand: Slice, { stackPointer }: CallInstructions, reader: OperandReader): void {
  const isStackPointer = ({ size, number }: NamedRegister): boolean => size > 0 && number === stackPointer;
  if (!reader.registersIn(operand).some(isStackPointer)) return;
  throw new StatementError('an operand of .ccall uses the stack pointer, which .ccall moves', {
    code: 'operand',
    at: operand,
    notes: ['load it into another register in front of .ccall'],
  });
}

function callWithStack(
  { instructions }: CallConvention,
  target: Slice,
  args: readonly Slice[],
  reader: OperandReader,
): readonly string[] {
  const padding = 16 - 4 * args.length;
  return [
    '.calign',
    ...(args.length > 0 && padding > 0 ? [`sub esp, ${padding}`] : []),
    ...args.toReversed().flatMap(operand => instructions.push(operand, reader)),
    ...instructions.call(target, reader),
    `mov esp, [esp+${args.length > 0 ? 28 : 12}]`,
  ];
}

function callWithRegisters(
  { instructions }: CallConvention,
  { registers, temporary, variable }: NonNullable<CallConvention['inRegisters']>,
  target: Slice,
  args: readonly Slice[],
  fixed: number | undefined,
  reader: OperandReader,
): readonly string[] {
  const onStack = fixed === undefined ? undefined : variable?.onStack?.(args.slice(fixed), reader);
  const moves = args.slice(0, onStack && fixed).flatMap((from, index): Move[] => {
    const to = registers[index];
    return to === undefined || from.text === to ? [] : [{ to, from, reads: reader.registersIn(from) }];
  });
  const mayRead = (reads: readonly NamedRegister[], to: string): boolean => {
    const written = reader.registerOf(whole(to))?.number;
    return reads.some(({ size, number = written }) => size > 0 && number === written);
  };
  const floatCount = fixed === undefined ? undefined : variable?.floatCount;
  if (floatCount !== undefined) moves.push({ to: floatCount, from: whole('0'), reads: [] });
  const reads = reader.registersIn(target);
  const isOverwritten = moves.some(({ to }) => mayRead(reads, to));
  if (isOverwritten) moves.push({ to: temporary, from: target, reads });
  return [
    '.calign',
    ...(onStack?.before ?? []),
    ...inOrder(moves, mayRead, instructions, reader),
    ...instructions.call(isOverwritten ? whole(temporary) : target, reader),
    ...(onStack?.after ?? []),
    '.creturn',
  ];
}

/** Statements that do all moves at once, as it were. What reads each other's targets goes over the stack. */
function inOrder(
  moves: readonly Move[],
  mayRead: (reads: readonly NamedRegister[], to: string) => boolean,
  instructions: CallInstructions,
  reader: OperandReader,
): readonly string[] {
  const statements: string[] = [];
  let left = moves;
  for (;;) {
    const next = left.find(move => !left.some(other => other !== move && mayRead(other.reads, move.to)));
    if (next === undefined) break;
    statements.push(instructions.move(next.to, next.from, reader));
    left = left.filter(move => move !== next);
  }
  return [
    ...statements,
    ...left.flatMap(({ from }) => instructions.push(from, reader)),
    ...left.toReversed().map(({ to }) => instructions.pop(to)),
  ];
}

/** @throws {StatementError} */
export function failSize(operand: Slice, bits: number): never {
  throw new StatementError(`\`${operand.text}' does not have the size of a pointer`, {
    code: 'operand-size',
    at: operand,
    notes: [`arguments of .ccall have ${bits} bits`],
  });
}

// Programs for a small stack machine: text becomes bytecode, which is checked, so that what runs it need not check.
//
//   push n             a number of 32 bits               add, sub, mul      results have 32 bits
//   load v, store v    one of the variables a … z        less, equal        1 or 0
//   label:             a place in the program            jump label         and `zero`, which jumps if it pops 0
//   host               calls JavaScript: x becomes f(x)  print              prints a number with C's printf
//   abs                calls C's function                stop               ends; the number on top is the result
//
// Each stands on a line of its own; what is behind `;` is a comment.
import { SourceError } from '../common/inputerror.ts';

interface Operation {
  readonly name: string;
  readonly pops: number;
  readonly pushes: number;
  readonly operand?: 'number' | 'variable' | 'label';
}

/** The number of an operation is its place here. */
export const OPERATIONS = [
  { name: 'push', pops: 0, pushes: 1, operand: 'number' },
  { name: 'load', pops: 0, pushes: 1, operand: 'variable' },
  { name: 'store', pops: 1, pushes: 0, operand: 'variable' },
  { name: 'add', pops: 2, pushes: 1 },
  { name: 'sub', pops: 2, pushes: 1 },
  { name: 'mul', pops: 2, pushes: 1 },
  { name: 'less', pops: 2, pushes: 1 },
  { name: 'equal', pops: 2, pushes: 1 },
  { name: 'jump', pops: 0, pushes: 0, operand: 'label' },
  { name: 'zero', pops: 1, pushes: 0, operand: 'label' },
  { name: 'host', pops: 1, pushes: 1 },
  { name: 'print', pops: 1, pushes: 0 },
  { name: 'abs', pops: 1, pushes: 1 },
  { name: 'stop', pops: 1, pushes: 0 },
] as const satisfies readonly Operation[];

export type OperationName = (typeof OPERATIONS)[number]['name'];

export const VARIABLES = 26;
/** Most numbers on the stack of a program. */
export const STACK_SIZE = 256;

interface Instruction {
  readonly operation: Operation;
  readonly offset: number;
  readonly operand: string;
  readonly operandOffset: number;
}

/** Two numbers for each instruction: its operation and its operand. Throws `SourceError`. */
export function assemble(source: string): Int32Array {
  const labels = new Map<string, number>();
  const instructions: Instruction[] = [];
  for (const { 0: line, index } of source.matchAll(/^.*$/gm)) {
    const text = line.replace(/;.*/, '').trimEnd();
    const offset = index + text.search(/\S|$/);
    const [, label] = /^\s*(\w+):$/.exec(text) ?? [];
    const [, name, operand = ''] = /^\s*(\w+)(?:\s+(\S+))?$/.exec(text) ?? [];
    if (label !== undefined) {
      if (labels.has(label)) throw new SourceError(source, offset, `the label \`${label}\` is there already`);
      labels.set(label, instructions.length);
    } else if (text !== '') {
      const operation = OPERATIONS.find(operation => operation.name === name);
      if (!operation) {
        const names = OPERATIONS.map(operation => operation.name).join(', ');
        throw new SourceError(source, offset, `expected a label or an operation: ${names}`);
      }
      const operandOffset = index + text.length - operand.length;
      instructions.push({ operation, offset, operand, operandOffset });
    }
  }
  const program = instructions.flatMap(({ operation, operand, operandOffset }) => [
    OPERATIONS.findIndex(({ name }) => name === operation.name),
    valueOf(operation.operand, operand, labels, what => new SourceError(source, operandOffset, what)),
  ]);
  checkStack(program, instructions, source);
  return Int32Array.from(program);
}

function valueOf(
  kind: Operation['operand'],
  operand: string,
  labels: ReadonlyMap<string, number>,
  error: (what: string) => SourceError,
): number {
  switch (kind) {
    case 'number': {
      const value = /^-?\d+$/.test(operand) ? Number(operand) : Number.NaN;
      if ((value | 0) !== value) throw error('expected a number of 32 bits');
      return value;
    }
    case 'variable': {
      if (!/^[a-z]$/.test(operand)) throw error('expected a variable, a … z');
      return operand.charCodeAt(0) - 'a'.charCodeAt(0);
    }
    case 'label': {
      const target = labels.get(operand);
      if (target === undefined) throw error('expected a label of the program');
      return target;
    }
    default:
      if (operand !== '') throw error('this operation has no operand');
      return 0;
  }
}

/** Follows all ways through a program: each instruction must find as many numbers as it pops, the same on each way. */
function checkStack(program: readonly number[], instructions: readonly Instruction[], source: string): void {
  const depths: number[] = [];
  const open: [instruction: number, depth: number, from: number][] = [[0, 0, 0]];
  for (let way; (way = open.pop());) {
    const [index, depth, from] = way;
    const instruction = instructions[index];
    if (!instruction)
      throw new SourceError(source, instructions[from]?.offset ?? 0, 'the program does not end with `stop`');
    const { operation, offset } = instruction;
    if (depth < operation.pops)
      throw new SourceError(
        source,
        offset,
        `${operation.name} pops ${operation.pops}, there may be ${depth}`,
      );
    const after = depth - operation.pops + operation.pushes;
    if (after > STACK_SIZE)
      throw new SourceError(source, offset, `more than ${STACK_SIZE} numbers on the stack`);
    const known = depths[index];
    if (known !== undefined) {
      if (known !== depth)
        throw new SourceError(source, offset, `reached with ${known} numbers on the stack and with ${depth}`);
      continue;
    }
    depths[index] = depth;
    if (operation.operand === 'label') open.push([program[index * 2 + 1] ?? 0, after, index]);
    if (operation.name !== 'jump' && operation.name !== 'stop') open.push([index + 1, after, index]);
  }
}

// The interpreter in JavaScript, for comparison: a loop around a switch.
import { STACK_SIZE, VARIABLES } from './bytecode.ts';

/** Runs a program, and returns its result. Cases are literals, of which V8 makes a jump table, too. */
export function interpret(
  program: Int32Array,
  host: (x: number) => number,
  print: (x: number) => void,
): number {
  const stack = new Int32Array(STACK_SIZE + 1);
  const variables = new Int32Array(VARIABLES);
  let size = 0;
  for (let at = 0; ;) {
    const operand = program[at + 1]!;
    at += 2;
    switch (program[at - 2]) {
      case 0: // push
        stack[size++] = operand;
        break;
      case 1: // load
        stack[size++] = variables[operand]!;
        break;
      case 2: // store
        variables[operand] = stack[--size]!;
        break;
      case 3: // add
        size--;
        stack[size - 1]! += stack[size]!;
        break;
      case 4: // sub
        size--;
        stack[size - 1]! -= stack[size]!;
        break;
      case 5: // mul
        size--;
        stack[size - 1] = Math.imul(stack[size - 1]!, stack[size]!);
        break;
      case 6: // less
        size--;
        stack[size - 1] = stack[size - 1]! < stack[size]! ? 1 : 0;
        break;
      case 7: // equal
        size--;
        stack[size - 1] = stack[size - 1] === stack[size] ? 1 : 0;
        break;
      case 8: // jump
        at = operand * 2;
        break;
      case 9: // zero
        if (stack[--size] === 0) at = operand * 2;
        break;
      case 10: // host
        stack[size - 1] = host(stack[size - 1]!);
        break;
      case 11: // print
        print(stack[--size]!);
        break;
      case 12: // abs
        stack[size - 1] = Math.abs(stack[size - 1]!);
        break;
      default: // stop
        return stack[size - 1]!;
    }
  }
}

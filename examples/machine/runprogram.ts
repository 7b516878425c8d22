// Runs a program of the stack machine, by the interpreter in assembly and by the one in JavaScript. `host` squares a number. If
// the program calls and prints nothing, both are timed.
//
//   dynasm run examples/machine/runprogram.ts examples/machine/programs/primes.txt
//   dynasm run examples/machine/runprogram.ts examples/machine/programs/distance.txt
import { readFileSync } from 'node:fs';
import { command } from '../common/command.ts';
import { compare } from '../common/comparison.ts';
import { inFile } from '../common/inputerror.ts';
import { assemble } from './bytecode.ts';
import { createMachine } from './machine.dast';
import { interpret } from './switchloop.ts';

function square(x: number): number {
  return Math.imul(x, x);
}

command('runprogram.ts program.txt', args => {
  const [file] = args;
  if (file === undefined || args.length !== 1) return false;
  const program = inFile(file, () => assemble(readFileSync(file, 'utf8')));
  const run = createMachine(square);

  let printed = 0;
  const result = run(program);
  const expected = interpret(program, square, () => printed++);
  if (result !== expected) throw new Error(`result ${result}, in JavaScript ${expected}`);
  console.log(`result ${result}`);
  if (printed > 0) return true;
  compare(
    () => run(program),
    () => interpret(program, square, () => {}),
  );
  return true;
});

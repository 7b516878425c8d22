// Compiles and runs a Brainfuck program.
//
//   dynasm run examples/brainfuck/bf.ts program.bf              run it
//   dynasm run examples/brainfuck/bf.ts --compare program.bf    also interpret it, and print times and code size
import { readFileSync } from 'node:fs';
import { compile, NestingError } from './compiler.dast';
import { interpret } from './interpreter.ts';

const args = process.argv.slice(2);
const compare = args[0] === '--compare';
const path = args[compare ? 1 : 0];
const cells = 30_000;

function timed<T>(action: () => T): [result: T, milliseconds: number] {
  const start = performance.now();
  return [action(), performance.now() - start];
}

if (path === undefined) {
  console.error('usage: bf.ts [--compare] program.bf');
  process.exitCode = 1;
} else {
  const source = readFileSync(path, 'utf8');
  try {
    const [program, compileTime] = timed(() => compile(source));
    const [, runTime] = timed(() => program.run(new Uint8Array(cells)));
    if (compare) {
      const output: number[] = [];
      const [, interpretTime] = timed(() =>
        interpret(source, new Uint8Array(cells), byte => output.push(byte)),
      );
      console.log(`compile   ${compileTime.toFixed(1)} ms, ${program.code.size} bytes of code`);
      console.log(`run       ${runTime.toFixed(1)} ms`);
      console.log(`interpret ${interpretTime.toFixed(1)} ms, ${output.length} bytes of output`);
    }
  } catch (error) {
    if (!(error instanceof NestingError)) throw error;
    console.error(`${path}:${(error as Error).message}`);
    process.exitCode = 1;
  }
}

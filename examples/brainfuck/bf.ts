// Compiles and runs a Brainfuck program.
//
//   dynasm run examples/brainfuck/bf.ts program.bf              run it
//   dynasm run examples/brainfuck/bf.ts --compare program.bf    also interpret it, and print times and code size
import { readFileSync } from 'node:fs';
import { command } from '../common/command.ts';
import { inFile } from '../common/inputerror.ts';
import { compile } from './compiler.dast';
import { interpret } from './interpreter.ts';

const cells = 30_000;

function timed<T>(action: () => T): [result: T, milliseconds: number] {
  const start = performance.now();
  return [action(), performance.now() - start];
}

command('bf.ts [--compare] program.bf', args => {
  const compare = args[0] === '--compare';
  const [path, ...more] = args.slice(Number(compare));
  if (path === undefined || more.length > 0) return false;
  const source = readFileSync(path, 'utf8');
  const [program, compileTime] = timed(() => inFile(path, () => compile(source)));
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
  return true;
});

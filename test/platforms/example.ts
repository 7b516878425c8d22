/**
 * The examples on a machine, as their heads say: `dynasm run` translates them there. `runExamples` takes a
 * command that runs Node; returns what went wrong.
 */
import { spawnSync } from 'node:child_process';
import type { Command } from './machine.ts';

/** Arguments of `dynasm run`, and what is written to the standard output. */
const EXAMPLES: readonly (readonly [args: readonly string[], output: RegExp])[] = [
  [['examples/multiply.dast', '6', '-7'], /^-42\n$/],
  [
    ['examples/funcs.dast'],
    /^add\(3, 5\) = 8 .*\nmultiply\(3, 5\) = 15 .*\ndistance\(3, 5\) = 2 .*\npower\(3, 5\) = 243 .*\n$/,
  ],
  [['examples/brainfuck/bf.ts', 'examples/brainfuck/programs/hello.bf'], /^Hello from generated code\n$/],
  // The demo of package.json, with a shorter program.
  [
    ['examples/brainfuck/bf.ts', '--compare', 'examples/brainfuck/programs/hello.bf'],
    /^Hello from generated code\ncompile .* bytes of code\nrun .* ms\ninterpret .* 26 bytes of output\n$/,
  ],
  [
    ['examples/expression/evaluate.ts', 'min(1, max(0, (x - a)*0.01)) / -abs(b) + sqrt(x)'],
    /^x = .*\nassembly .* ms, JavaScript .* ms: .* times as fast\n$/,
  ],
  [['test/examples/randomformulas.ts'], /^seed \d+: \d+ rounds agree\n$/],
];

/** @param folder has the built package, and what the examples need */
export function runExamples({ command: [program, ...before], env = {} }: Command, folder: string): string[] {
  return EXAMPLES.flatMap(([args, output]) => {
    const { stdout, stderr, status } = spawnSync(
      program,
      [...before, 'dist/bin/dynasm.cjs', 'run', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', ...env },
      },
    );
    if (status === 0 && output.test(stdout)) return [];
    return [`dynasm run ${args.join(' ')} ended with status ${status}\n${stdout}${stderr}`];
  });
}

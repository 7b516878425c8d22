/** Random programs of the stack machine: both interpreters have the same result. */
import { assemble } from '../../examples/machine/bytecode.ts';
import { createMachine } from '../../examples/machine/machine.dast';
import { interpret } from '../../examples/machine/switchloop.ts';
import type { Random } from '../seededrandom.ts';
import { agreement, choose } from './agreement.ts';

let labels = 0;

function expression(random: Random, depth: number): string[] {
  const inner = (): string[] => expression(random, depth - 1);
  switch (depth === 0 ? random(2) : random(6)) {
    case 0:
      return [`push ${choose(random, [0, 1, -1, 2147483647, -2147483648, random(2 ** 32) - 2 ** 31])}`];
    case 1:
      return [`load ${choose(random, ['a', 'b', 'm', 'z'])}`];
    case 2:
      return [...inner(), choose(random, ['host', 'abs'])];
    default:
      return [...inner(), ...inner(), choose(random, ['add', 'sub', 'mul', 'less', 'equal'])];
  }
}

function statement(random: Random, depth: number): string[] {
  const [first, second] = [`l${labels++}`, `l${labels++}`];
  const body = (): string[] => Array.from({ length: random(4) }, () => statement(random, depth - 1)).flat();
  switch (depth === 0 ? 0 : random(4)) {
    case 1:
      return [
        ...expression(random, 2),
        `zero ${first}`,
        ...body(),
        `jump ${second}`,
        `${first}:`,
        ...body(),
        `${second}:`,
      ];
    case 2: {
      // A counter of its own for each depth, so that the loop ends.
      const counter = 'cdefg'.charAt(depth);
      return [
        `push ${random(6)}`,
        `store ${counter}`,
        `${first}:`,
        `load ${counter}`,
        `zero ${second}`,
        ...body(),
        `load ${counter}`,
        'push 1',
        'sub',
        `store ${counter}`,
        `jump ${first}`,
        `${second}:`,
      ];
    }
    default:
      return [...expression(random, 4), `store ${choose(random, ['a', 'b', 'm', 'z'])}`];
  }
}

const host = (x: number): number => (Math.imul(x, 31) + 7) | 0;
const run = createMachine(host);

agreement(300, random => {
  const source = [
    ...Array.from({ length: 1 + random(6) }, () => statement(random, 3)).flat(),
    'load a\nload b\nload m\nload z\nsub\nmul\nadd\nstop',
  ].join('\n');
  const program = assemble(source);
  const [found, expected] = [run(program), interpret(program, host, () => {})];
  if (found !== expected) throw new Error(`${found} instead of ${expected}:\n${source}`);
});

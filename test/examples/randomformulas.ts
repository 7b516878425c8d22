/** Random formulas: machine code with AVX and with SSE2, and JavaScript, give the same doubles. */
import { dasm } from 'dynasm';
import { javascript, parse } from '../../examples/expression/formula.ts';
import { compile } from '../../examples/expression/vectorloop.dast';
import type { Random } from '../seededrandom.ts';
import { agreement, choose } from './agreement.ts';

const SPECIAL = [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, -1e-310, 1.7e308];
const NUMBERS = [
  '0',
  '1',
  '2',
  '4',
  '0.5',
  '3',
  '.1',
  '1e9',
  '1e-300',
  '8.98846567431158e307',
  '1e400',
  '5e-324',
];

function formula(random: Random, depth: number): string {
  const inner = (): string => formula(random, depth - 1);
  if (depth === 0 || random(8) === 0) return choose(random, ['a', 'b', 'c', 'd_1', ...NUMBERS]);
  switch (random(10)) {
    case 0:
      return `-${inner()}`;
    case 1:
      return `${choose(random, ['abs', 'sqrt'])}(${inner()})`;
    case 2:
      return `${choose(random, ['min', 'max'])}(${inner()}, ${inner()})`;
    // Long chains to the right need more registers than there are.
    case 3: {
      const chain = Array.from({ length: 1 + random(9) }, () => choose(random, ['a+(', 'b-(', 'c/(', '2*(']));
      return `${chain.join('')}${inner()}${')'.repeat(chain.length)}`;
    }
    default:
      return `(${inner()} ${choose(random, ['+', '-', '*', '/'])} ${inner()})`;
  }
}

function values(random: Random, length: number): Float64Array {
  return Float64Array.from({ length }, () =>
    random(4) === 0 ? choose(random, SPECIAL) : (random(2 ** 31) - 2 ** 30) / 2 ** random(40),
  );
}

agreement(300, random => {
  const source = formula(random, 1 + random(4));
  const parsed = parse(source);
  const length = 1 + random(13);
  const inputs = parsed.variables.map(() => values(random, length));
  const expected = new Float64Array(length);
  javascript(parsed, inputs, expected)();
  for (const avx of dasm.cpu.has('AVX') ? [false, true] : [false]) {
    const output = new Float64Array(length);
    compile(parsed, inputs, output, avx)();
    const wrong = output.findIndex((value, index) => !Object.is(value, expected[index]));
    if (wrong !== -1) {
      const given = parsed.variables.map((name, index) => `${name} = ${inputs[index]?.[wrong]}`).join(', ');
      throw new Error(
        `${source} with ${given}: ${output[wrong]} instead of ${expected[wrong]}${avx ? ', AVX' : ''}`,
      );
    }
  }
});

/** `dynasm asm`: values of `.float` and `.double`. */
import { expect, test } from '@jest/globals';
import { assemble } from '../src/asm/assembly.ts';
import { constantNumber } from '../src/asm/constant.ts';
import { randomNumbers } from './seededrandom.ts';

const LITERALS = [
  '0',
  '1',
  '1.5',
  '.5',
  '2.',
  '1e3',
  '1e-3',
  '1.25E+2',
  '0x1f',
  '0xe',
  '0b11',
  '0o17',
  '1_000.5',
];
const OPERATORS = ['+', '-', '*', '/', '%'];

/** An expression, with a blank in front of signs, as `--` is an operator of JavaScript. */
function randomExpression(below: (limit: number) => number, depth: number): string {
  const kind = depth <= 0 ? 0 : below(8);
  if (kind < 2) return LITERALS[below(LITERALS.length)] ?? '';
  if (kind === 2) return ` -${randomExpression(below, 0)}`;
  if (kind === 3) return ['NaN', 'Infinity'][below(2)] ?? '';
  if (kind === 4) return `(${randomExpression(below, depth - 1)})`;
  const operator = OPERATORS[below(OPERATORS.length)];
  return `${randomExpression(below, depth - 1)} ${operator} ${randomExpression(below, depth - 1)}`;
}

test('random expressions have the values that they have in JavaScript', () => {
  const replay = process.env['DYNASM_SEED'] || undefined;
  const first = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);
  for (let seed = first; seed < first + (replay === undefined ? 5000 : 1); seed++) {
    const text = randomExpression(randomNumbers(seed), 3);
    // eslint-disable-next-line typescript/no-implied-eval -- JavaScript itself says what the value is
    const value: unknown = new Function(`return ${text};`)();
    expect([`DYNASM_SEED=${seed}`, text, constantNumber(text)]).toEqual([`DYNASM_SEED=${seed}`, text, value]);
  }
});

// prettier-ignore
const ERRORS: readonly (readonly [line: string, marks: string, message: string])[] = [
  ['.float 1, x',      '          ^',    "`x' has no value here"],
  ['.float toString',  '       ^~~~~~~~', "`toString' has no value here"],
  ['.float 1 toString', '         ^~~~~~~~', "unexpected `toString' in a constant expression"],
  ['.double x, 1',     '        ^',      "`x' has no value here"],
  ['.float 1, 2|3',    '           ^',   "`|' is for integers"],
  ['.float 1, ~3',     '          ^',    "`~' is for integers"],
  ['.double 1, 1.5f',  '           ^~~~', "`1.5f' is not a number"],
  ['.float 1, (1e39)', '          ^~~~~~', '1e+39 does not fit a float, which reaches to ±3.4028234663852886e+38'],
];

test.each(ERRORS)('%s', (line, marks, message) => {
  let text = '';
  try {
    assemble(line, { arch: 'x64', file: 'f' });
  } catch (error) {
    text = String(error);
  }
  expect(text).toContain(`f:1:${marks.indexOf('^') + 1}: error: ${message} `);
  expect(`${text}\n`).toContain(`| ${line}\n      | ${marks}\n`);
  // One error, also for the two halves of a double.
  expect(text.match(/error: /g)).toHaveLength(1);
});

test('text and alignments are listed', () => {
  const listing = assemble('.ascii "\\x68ijk", "l"; .align 8, 0xcc; .byte 1; .align 4; nop', {
    arch: 'x64',
    file: 'f',
  });
  const bytes = listing.split('\n').map(line => line.slice(6, 36).trim());
  expect(bytes.join(' ').trim()).toBe('68 69 6a 6b 6c cc cc cc 01 0f 1f 00 90');
});

/** Conditions of `.if`: Lua's expressions, and JavaScript's operators where they are taken. */
import { expect, test } from '@jest/globals';
import { evaluateCondition } from '../../src/preprocessor/directive/condition.ts';
import { whole } from '../../src/preprocessor/text/slice.ts';

/** Expression, then whether it holds in Lua's syntax and with JavaScript's operators; a text is the error. */
// prettier-ignore
const cases: readonly (readonly [string, boolean | string, (boolean | string)?])[] = [
  ['1', true],
  ['0', false],
  ['0.0', false],
  ['-0', false],
  ['nil', false],
  ['false', false],
  ['true', true],
  ['""', true],
  ['"0"', true],
  ['UNKNOWN', false],
  ['not UNKNOWN', true],
  ['not 0', false],
  ['0 and 1', true],
  ['0 or false', false],
  ['nil or 0', false],
  ['1 and nil', false],
  ['1 == 1.0', true],
  ['1 == "1"', false],
  ['"a" == \'a\'', true],
  ['1 ~= 2', true],
  ['"a" < "b"', true],
  ['2 < 10', true],
  ['"2" < "10"', false],
  ['1 < 2 == true', true],
  ['2 + 3 * 4 == 14', true],
  ['(2 + 3) * 4 == 20', true],
  ['-2 ^ 2 == -4', true],
  ['2 ^ 3 ^ 2 == 512', true],
  ['2 ^ -1 == 0.5', true],
  ['-7 % 3 == 2', true],
  ['7 % -3 == -2', true],
  ['10 / 4 == 2.5', true],
  ['"10" + 5 == 15', true],
  ['0x10 == 16', true],
  ['0X1p4 == 16', true],
  ['0x.8 == 0.5', true],
  ['0b101 == 5', true],
  ['010 == 10', true],
  ['1e2 == 100', true],
  ['5LL == 5', true],
  ['.5 == 0.5', true],
  ['1 .. 2 == "12"', true],
  ['"a" .. "b" .. "c" == "abc"', true],
  ['0.1 .. "" == "0.1"', true],
  ['1e15 .. "" == "1e+15"', true],
  ['1e-5 .. "" == "1e-05"', true],
  ['1/3 .. "" == "0.33333333333333"', true],
  ['#"abc" == 3', true],
  ['"\\65\\x42\\n" == "AB\\n"', true],
  ['not not nil', false],
  ['- - 1 == 1', true],
  ['nil and nil + 1', false],
  ['1 or nil + 1', true],
  ['1 -- )', true, 'unexpected `)\''],
  ['1 -- 2 == 3', true],
  ['', 'the expression ends too early'],
  ['1 +', 'the expression ends too early'],
  ['(1', 'the expression ends too early'],
  ['1)', 'unexpected `)\''],
  ['1 2', 'unexpected `2\''],
  ['= 1', 'unexpected `=\''],
  ['1 ~ 2', 'unexpected `~\''],
  ['end', 'unexpected `end\''],
  ['"abc', 'unfinished string'],
  ['12ab', 'malformed number `12ab\''],
  ['1..2', 'malformed number `1..2\''],
  ['0x', 'malformed number `0x\''],
  ['nil + 1', '`+\' of a nil value'],
  ['"x" * 1', '`*\' of a string value'],
  ['-true', '`-\' of a boolean value'],
  ['#1', '`#\' of a number value'],
  ['nil .. "a"', '`..\' of a nil value'],
  ['1 < "2"', '`<\' compares a number with a string value'],
  ['nil <= nil', '`<=\' compares a nil with a nil value'],
  [`${'('.repeat(300)}1${')'.repeat(300)}`, 'the expression is nested too deep'],
  [`${'not '.repeat(300)}1`, 'the expression is nested too deep'],
  [`${'1 ^ '.repeat(300)}1`, 'the expression is nested too deep'],
  [`${'1 + '.repeat(30_000)}1 == 30001`, true],
  ['1 && 1', 'unexpected `&\'', true],
  ['1 && 0', 'unexpected `&\'', false],
  ['0 || 0', 'unexpected `|\'', false],
  ['0 || 2', 'unexpected `|\'', true],
  ['!0', 'unexpected `!\'', true],
  ['!1', 'unexpected `!\'', false],
  ['!UNKNOWN', 'unexpected `!\'', true],
  ['1 != 2', 'unexpected `!\'', true],
  ['1 === 1', 'unexpected `=\'', true],
  ['1 !== 1', 'unexpected `!\'', false],
  ['!(1 === 2) && not nil', 'unexpected `!\'', true],
  ['1 || 0 && 0', 'unexpected `|\'', true],
];

function outcome(text: string, javascript: boolean): boolean | string {
  try {
    return evaluateCondition(whole(text), javascript);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('conditions hold as in Lua, and with the operators of JavaScript where those are taken', () => {
  const failures: string[] = [];
  const check = (text: string, javascript: boolean, wanted: boolean | string): void => {
    const result = outcome(text, javascript);
    const expected = typeof wanted === 'string' ? `bad condition: ${wanted}` : wanted;
    if (result !== expected)
      failures.push(`${text.slice(0, 60)} (javascript: ${javascript}): ${result}, not ${expected}`);
  };
  for (const [text, lua, both = lua] of cases) {
    check(text, false, lua);
    check(text, true, both);
  }
  expect(failures).toEqual([]);
});

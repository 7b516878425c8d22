/**
 * Reading assembly inside TypeScript: how lines are cut into statements and operands, and where defines are
 * replaced.
 */
import { expect, test } from '@jest/globals';
import { Defines } from '../../../src/preprocessor/directive/define.ts';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import { typescriptDialect as dialect } from '../../../src/preprocessor/language/typescript/read/typescriptdialect.ts';

/** A line, and its statements, each with the index at which it starts. */
// prettier-ignore
const STATEMENTS: readonly (readonly [string, ...string[]])[] = [
  [' nop; ret',                       '0: nop', '5: ret'],
  ['a; b // c; d',                    '0:a', '2: b     '.trimEnd()],
  ['a -- b',                          '0:a -- b'],
  ['a /* ; */ b; c',                  '0:a         b', '12: c'],
  ['a("x;y", \';\', `;${";"};`); b',  '0:a("x;y", \';\', `;${";"};`)', '26: b'],
  ['a(`${f({ a: `;` })};`); b',       '0:a(`${f({ a: `;` })};`)', '23: b'],
  ['a({ b; c }); d',                  '0:a({ b; c })', '12: d'],
  ['a /;/; b',                        '0:a /', '4:/', '6: b'],
  ['a, /;\'/; b',                     '0:a, /;\'/', '8: b'],
  ['a / b; c / d',                    '0:a / b', '6: c / d'],
  ["don't; do",                       "0:don't", '6: do'],
  ['"http://x"; y',                   '0:"http://x"', '11: y'],
  [';;a;',                            '2:a'],
  ['',                                ],
];

test('lines are cut into statements outside of brackets, literals and comments', () => {
  for (const [line, ...expected] of STATEMENTS) {
    const found = dialect.statements(line).map(({ text, start }) => `${start}:${text.trimEnd()}`);
    expect([line, ...found]).toEqual([line, ...expected]);
  }
  expect(() => dialect.statements('a /* b')).toThrow(StatementError);
});

/** A statement, and its operands. */
// prettier-ignore
const OPERANDS: readonly (readonly [string, ...string[]])[] = [
  ['a, b ,c',                  'a', 'b', 'c'],
  ['f(a, b), [c, d], {e, f}',  'f(a, b)', '[c, d]', '{e, f}'],
  ['"a,b", `c,${d},`, \'(,\'', '"a,b"', '`c,${d},`', "'(,'"],
  ['a, /[,)]/, b',             'a', '/[,)]/', 'b'],
  ['a, , b,',                  'a', '', 'b', ''],
  ['"\\",", b',                '"\\","', 'b'],
  ['>1, <2, a->b',             '>1', '<2', 'a->b'],
];

test('statements are cut into operands outside of brackets and literals', () => {
  for (const [text, ...expected] of OPERANDS)
    expect([text, ...dialect.operands(text).map(slice => slice.text)]).toEqual([text, ...expected]);
  for (const text of ['a(', '[a)', 'a]', '{(}']) expect(() => dialect.operands(text)).toThrow(StatementError);
});

/** A statement, and what it becomes with the defines X → 1, #T → 2, byte → 3. */
// prettier-ignore
const SUBSTITUTIONS: readonly (readonly [string, string])[] = [
  ['X X1 aX _X $X X$ ßX',      '1 X1 aX _X $X X$ ßX'],
  ['#T T #X #T1',              '2 T #1 #T1'],
  ['p.X p . X p?.X',           'p.X p . X p?.X'],
  ['a..X a .. X ...X',         'a..1 a .. 1 ...1'],
  ['"X" \'X\' `X${X}X${`X`}`', '"X" \'X\' `X${1}X${`X`}`'],
  ['/X/.test(X)',              '/X/.test(1)'],
  ['X/X/X',                    '1/1/1'],
  ['.byte byte',               '.byte 3'],
  ['// X',                     '// X'],
  ["don't X",                  "don't 1"],
];

test('defines are replaced outside of literals and comments, and not behind a dot', () => {
  const defines = new Map([
    ['X', '1'],
    ['#T', '2'],
    ['byte', '3'],
  ]);
  for (const [text, expected] of SUBSTITUTIONS) {
    expect([text, dialect.substitute(text, word => defines.get(word))]).toEqual([text, expected]);
  }
});

/** Defines, a statement, and what it becomes. */
// prettier-ignore
const DEFINED: readonly (readonly [Readonly<Record<string, string>>, string, string])[] = [
  [{ P: 'obj.N', N: '5' },                      'P + N',    'obj.N + 5'],
  [{ P: 'obj', N: 'field' },                    'P.N',      'obj.N'],
  // The define's text ends in a dot, but the name behind it was not written as a member.
  [{ P: 'obj.', N: 'field' },                   'P N',      'obj. field'],
  [{ P: 'obj.', N: 'M', M: 'field' },           'P N',      'obj. field'],
  [{ P: 'Q', Q: 'obj.', N: 'M', M: 'field' },   'P N',      'obj. field'],
  // In the text of N, the first M stands behind a dot now, so that it is a member.
  [{ P: 'obj.', N: 'M + M', M: '5' },           'P N',      'obj. M + 5'],
  [{ P: 'obj.N', Q: 'P', N: '5' },              'Q[N]',     'obj.N[5]'],
];

test('names behind a dot in the text of a define are members, names behind the define are not', () => {
  for (const [texts, statement, expected] of DEFINED) {
    const defines = new Defines(dialect);
    for (const [name, text] of Object.entries(texts)) defines.set(name, text);
    expect([statement, defines.substitute(statement)]).toEqual([statement, expected]);
  }
});

test('the bracket that closes another is found outside of literals', () => {
  expect(dialect.closing('a(b(")"), `)`)c)', 1)).toBe(13);
  expect(dialect.closing('a[b(])', 1)).toBe(4);
  expect(dialect.closing('(a', 0)).toBe(-1);
});

test('`..` pastes outside of literals, `...` does not', () => {
  expect(dialect.paste?.('a .. b..c f(...d, "e .. f")')).toBe('abc f(...d, "e .. f")');
});

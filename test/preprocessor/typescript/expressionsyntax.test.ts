/**
 * Expressions in operands: which texts are refused, where the caret stands, and that no expression is refused
 * that a parser takes.
 */
import { expect, test } from '@jest/globals';
import { transformSync } from 'oxc-transform';
import { translateSource, type Diagnostic } from '../../../src/preprocessor/index.ts';
import { checkExpression } from '../../../src/preprocessor/language/typescript/read/expression.ts';
import { whole } from '../../../src/preprocessor/text/slice.ts';
import { randomNumbers } from '../../seededrandom.ts';

/** What is wrong with an expression; undefined if nothing is found. */
function mistakeIn(expression: string): string | undefined {
  try {
    checkExpression(whole(expression));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether a parser takes a text for an expression. */
function parses(expression: string): boolean {
  return ['g()', '[]'].every(brackets => {
    const inside = `${brackets.slice(0, -1)}${expression}\n${brackets.slice(-1)}`;
    const code = `class Q extends P { #b; async *m(){ new.target; ${inside}; } }`;
    return transformSync('a.ts', code, { lang: 'ts', sourceType: 'module' }).errors.length === 0;
  });
}

const RIGHT = [
  'a a.b a?.b a?.[1] a?.(1) f(x) f() f(a,) f(...a,b) [1,2,] [,1] [,] {a:1}.a ({a:1}).a a?b:c a?b?1:2:c x=>x f(()=>1) new.target import.meta.x',
  'a! a!.b a![1] <any>a f<T>(x) f<string[]>(x) `a${b}c${d}` `${a}${b}` f`x` /x/g.test(y) 1_000 0x1f 0xFFn 0b101 0o17 1e5 1.5 .5 5..toString() 1n',
  '-x +a !a ~a !!a a++ ++a a**2 a>>>1 a>>=1 a=5 a&&b||c a??b a===b a!==b a<=b a>=b a<b a>b (a) ((a)) (a,b) f(a)[1](2) a[b[c]] a.#b this.x true null',
  'super.x [...a] a.if a.class ä \\u0061 $ _ as of get x?.5:1 a?b:c?d:e let1 typeof1 doit in1 a.new f(new&A,1) import("x") a!=b f(a?b:c,d)',
].flatMap(line => line.split(' ').map(text => text.replace('&', ' ')));
const RIGHT_WITH_BLANKS = [
  'typeof a', 'void 0', 'new F', 'new F(1).x', 'a as any', 'a satisfies B', '"a" + \'b\'', '- -x', 'a - -b', 'a in b', '#b in a',
  'a instanceof B', 'function(){ return 1 }()', 'class {}', 'async () => 1', 'await x', 'delete a.b', 'new (f())()', 'f(x => { return 1; })',
]; // prettier-ignore

test.each([...RIGHT, ...RIGHT_WITH_BLANKS])('%s is an expression', expression => {
  expect([mistakeIn(expression), parses(expression)]).toEqual([undefined, true]);
});

// prettier-ignore
test.each([
  ['a b', "an operator is missing in front of `b'"],
  ['1 2', "an operator is missing in front of `2'"],
  ['"a" "b"', "an operator is missing in front of `\"b\"'"],
  ['f(a b)', "an operator is missing in front of `b'"],
  ['a ? b c : d', "an operator is missing in front of `c'"],
  ['a ++ b', "an operator is missing in front of `b'"],
  ['a #b', "an operator is missing in front of `#b'"],
  ['1 +', "a value is missing behind `+'"],
  ['a ??', "a value is missing behind `??'"],
  ['new', "a value is missing behind `new'"],
  ['a ? b :', "a value is missing behind `:'"],
  ['* 2', "a value is missing in front of `*'"],
  ['a * * b', "a value is missing in front of `*'"],
  ['f(a,,b)', "a value is missing in front of `,'"],
  ['()', "a value is missing in front of `)'"],
  ['(a,)', "a value is missing in front of `)'"],
  ['a[]', "a value is missing in front of `]'"],
  ['f(...)', "a value is missing in front of `)'"],
  ['<1', "a value is missing in front of `<'"],
  ['a.', "a name is missing behind `.'"],
  ['a ? b', '`?` without its `:`'],
  ['f(a ? b)', '`?` without its `:`'],
  ['if', "not a value: `if'"],
  ['in a', "not a value: `in'"],
  ['class', "not a value: `class'"],
  ['#x', "not a value: `#x'"],
  ['1__0', "not a number of TypeScript: `1__0'"],
  ['1_', "not a number of TypeScript: `1_'"],
  ['0x', "not a number of TypeScript: `0x'"],
  ['0b2', "not a number of TypeScript: `0b2'"],
  ['a+010', "not a number of TypeScript: `010'"],
  ['5LL', "not a number of TypeScript: `5LL'"],
  ['1.5n', "not a number of TypeScript: `1.5n'"],
  ['1.2.3', "not a number of TypeScript: `1.2.3'"],
  ['1a', "not a number of TypeScript: `1a'"],
  ['a : b', "`:' cannot stand here in an expression"],
  ['a->b', "`->' cannot stand here in an expression"],
  ['=>1', "`=>' cannot stand here in an expression"],
  ['a{b}', "`{' cannot stand here in an expression"],
  ['a @ b', "`@' cannot stand here in an expression"],
  ['a\0', 'the character U+0000 cannot stand here in an expression'],
  ['(a', 'unbalanced brackets in the expression'],
])('%j: %s', (expression, message) => {
  expect([mistakeIn(expression), parses(expression)]).toEqual([message, false]);
});

// prettier-ignore
const PIECES: readonly string[] = [
  'a', 'b', 'x', '1', '0x1f', '1.5', '1n', '"s"', '`t`', '`t${', '}', '/r/g', '+', '-', '*', '/', '%', '**', '<<', '>>', '&', '|',
  '&&', '||', '??', '?', '?', ':', ':', '(', ')', '(', ')', '[', ']', '[', ']', ',', '.', '?.', '!', '~', '++', '--', '=', '+=',
  '==', '===', '<', '>', '<=', '...', '{', '}', '=>', 'this', 'true', '#b', ' ', 'f(', 'x.y', 'if', 'get', 'function', 'class',
  'typeof ', 'new ', 'void ', 'await ', ' in ', ' instanceof ', ' as any', ' of ', 'async ', 'yield ',
];

test('no random text is refused that a parser takes', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
  const random = randomNumbers(seed);
  const refused: string[] = [];
  for (let n = 0; n < 20_000; n++) {
    const expression = Array.from({ length: 1 + random(8) }, () => PIECES[random(PIECES.length)]).join('');
    const message = mistakeIn(expression);
    // The first would make several arguments, or none; the second calls a number.
    const isMeant = /^an expression is missing$|^`(?:,|\.\.\.)` |^not a number.*`.*`/.test(message ?? '');
    // A slash behind a word is taken for a division.
    if (message !== undefined && !isMeant && !/[a-z] +\//.test(expression) && parses(expression))
      refused.push(`${expression}: ${message}`);
  }
  expect({ seed, refused }).toEqual({ seed, refused: [] });
});

/** The code, and the source line with the marks below it. */
function shown({ code, lineText = '', column = 1, length = 1 }: Diagnostic): readonly string[] {
  return [code, lineText, ' '.repeat(column - 1) + '^'.padEnd(length, '~')];
}

// prettier-ignore
test.each<readonly [line: string, code: string, marks: string, before?: string]>([
  ['| mov rax, fs:0',                 'segment',       '           ^~~~'],
  ['| mov rax, fs:[gs:0]',            'segment',       '           ^~~~~~~~~'],
  ['| mov rax, [rcx+gs:8]',           'segment',       '                ^~~'],
  ['|.space extern printf',           'label-operand', '        ^~~~~~~~~~~~~'],
  ['|.space =>n',                     'label-operand', '        ^~~'],
  ['|.space <1',                      'label-operand', '        ^~'],
  ['| mov Rd(->x), 1',                'label-operand', '         ^~~'],
  ['|.space ->x',                     'label-operand', '        ^~~'],
  ['| mov eax, NODE->next',           'unknown-type',  '           ^~~~'],
  ['| mov eax, NODE:rdi->next',       'unknown-type',  '           ^~~~'],
  ['| mov eax, [rax+NODE->next]',     'unknown-type',  '                ^~~~'],
  ['| mov eax, [rax+#NODE]',          'unknown-type',  '                 ^~~~'],
  ['| mov eax, 8+T->x',               'member',        '             ^~~', "|.type T, 't', rax"],
  ['| mov eax, a b; mov eax, "a b"',  'expression',    '             ^'],
  ['| mov eax, 1 +',                  'expression',    '             ^'],
  ['| mov eax, 1__0',                 'number',    '           ^~~~'],
  ['| mov eax, \0',                   'expression',    '           ^'],
  ['| mov eax, [rax+a b]',            'expression',    '                  ^'],
  ['| mov Rd(a b), 1',                'expression',    '           ^'],
  ['| mov rax, &a b',                 'expression',    '              ^'],
  ['| mov eax, T[a b]',               'expression',    '               ^', "|.type T, 't', rax"],
  ['|.type T, a b',                   'expression',    '            ^'],
  ['|=>1 +:',                         'expression',    '     ^'],
  ['|.byte 1, a b',                   'expression',    '            ^'],
])('%j: %s', (line, code, marks, before = '') => {
  const source = `|.arch x64\n|.actionlist actions\n${before}\n${line}\n`;
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'ts' });
  expect(diagnostics.map(shown)).toEqual([[code, line, marks]]);
});

test('C and Lua output keep texts that only their compilers refuse', () => {
  for (const lang of ['c', 'lua'] as const) {
    const source = '|.arch x64\n|.actionlist actions\n| mov eax, a b\n| mov rax, fs:[0]\n';
    expect(translateSource(source, { file: 'f', lang }).diagnostics).toEqual([]);
  }
});

/**
 * Huge sources: long lines, deep nesting, many names, zero bytes. Each ends, with code or with
 * diagnostics, in every language.
 */
import { expect, test } from '@jest/globals';
import { renderPretty, translateSource, type Language } from '../../src/preprocessor/index.ts';

const LANGUAGES: readonly Language[] = ['c', 'lua', 'ts'];
const HEAD = '|.arch x64\n|.actionlist actions\n';
const LONG = 1 << 18;
const MANY = 10_000;

function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');
}

// prettier-ignore
const sources: readonly (readonly [name: string, source: () => string])[] = [
  ['a long host line', () => 'x'.repeat(LONG)],
  ['a long expression', () => `| mov eax, ${'x'.repeat(LONG)}`],
  ['a long sum', () => `| mov eax, ${'a+'.repeat(LONG / 2)}a`],
  ['open brackets', () => `| mov eax, ${'('.repeat(LONG)}`],
  ['nested brackets', () => `| mov eax, ${'('.repeat(LONG)}a${')'.repeat(LONG)}`],
  ['nested brackets of a register', () => `| mov Rd(${'('.repeat(LONG)}a${')'.repeat(LONG)}), 1`],
  ['many operands', () => `| mov ${','.repeat(LONG)}`],
  ['many statements', () => `|${' nop;'.repeat(MANY)}`],
  ['many blanks', () => `|${' '.repeat(LONG)}mov${' '.repeat(LONG)}eax,${' '.repeat(LONG)}1`],
  ['many index registers', () => `| mov eax, [${'rax+'.repeat(LONG / 4)}1]`],
  ['many members', () => `|.type T, int, rax\n| mov eax, T${'.a'.repeat(LONG / 2)}`],
  ['a long label', () => `|->${'a'.repeat(LONG)}:`],
  ['quotes', () => `| mov eax, ${'"'.repeat(LONG)}`],
  ['slashes', () => `x = ${'a /b '.repeat(LONG / 5)}`],
  ['a nested condition', () => `|.if ${'('.repeat(LONG)}1${')'.repeat(LONG)}\n|.endif`],
  ['a condition that negates', () => `|.if ${'not '.repeat(LONG / 4)}1\n|.endif`],
  ['open conditionals', () => lines(MANY, () => '|.if 1')],
  ['many defines', () => `${lines(MANY, n => `|.define D${n}, ${n}`)}| mov eax, D${MANY - 1}`],
  ['a chain of defines', () => `${lines(MANY, n => `|.define D${n}, D${n + 1}`)}| mov eax, D0`],
  ['defines that double', () => `${lines(60, n => `|.define D${n}, D${n + 1}+D${n + 1}`)}| mov eax, D0`],
  ['a parameter often, with a long value', () => `|.macro m, a\n| mov eax, ${'a+'.repeat(MANY)}a\n|.endmacro\n| m ${'x'.repeat(MANY)}`],
  ['captures that double', () => lines(60, n => `|.capture c${n}\n|.dumpcapture c${n + 1}\n|.dumpcapture c${n + 1}\n|.endcapture`)],
  ['a file that includes itself', () => '|.include self'],
  ['many globals', () => lines(MANY, n => `|->l${n}:`)],
  ['many braces', () => `${'{'.repeat(LONG)}\n| nop`],
  ['template literals', () => `a = \`${'${`'.repeat(MANY)}`],
  ['headers without braces', () => `${lines(MANY, () => 'if (x)')}| nop`],
  ['zero bytes', () => '\0'.repeat(LONG)],
];

test.each(sources)('%s: every language translates it or says what is wrong', (_, source) => {
  for (const lang of LANGUAGES) {
    const { code, diagnostics } = translateSource(`${HEAD}${source()}\n`, {
      file: 'limit',
      lang,
      readInclude: path => ({ path, text: '|.include self\n' }),
    });
    expect(code === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    expect(renderPretty(diagnostics.slice(0, 10)).length).toBeLessThan(10_000 + 2 * LONG);
  }
});

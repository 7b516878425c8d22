/** Where DynASM stops at an error, TypeScript goes on: what stands below is looked at, too. */
import { expect, test } from '@jest/globals';
import { renderClassic, translateSource } from '../../src/preprocessor/index.ts';

/** The line and message of each diagnostic; lines count from the first of `source`. */
function errors(source: string, lang: 'ts' | 'c' = 'ts'): readonly string[] {
  const head = '|.arch x64\n|.actionlist actions\n';
  const { diagnostics } = translateSource(head + source, { file: 'f', lang });
  return diagnostics.map(({ line = 0, message }) => `${line - 2} ${message}`);
}

const LAST = '| mvo eax, 1';
const UNKNOWN = "unknown statement `mvo'";

// prettier-ignore
test.each<readonly [source: string, ...errors: readonly string[]]>([
  ['|.include nope', "1 include file `nope' not found"],
  ['|.endmacro', '1 .endmacro without .macro'],
  ['|.macro a32\n| bad\n|.endmacro', "1 `a32' is an instruction already, without operands"],
  ['|.macro mov, a, b\n| bad\n|.endmacro', "1 `mov' is an instruction already, with 2 operands"],
  ['|.macro .byte, x\n| bad\n|.endmacro', "1 `.byte' is a directive already, with 1 operand"],
  ['|.section code\n|.macro .code\n| bad\n|.endmacro', "2 `.code' is a directive already, without operands"],
  ['|.macro m\n|.endmacro\n|.macro m\n| bad\n|.endmacro', "3 `m' is a macro already, without operands"],
  ['|.macro 1st\n| bad\n|.endmacro', "1 bad macro name `1st'"],
  ['|.macro m, 1\n| bad\n|.endmacro', "1 bad macro parameter name `1'"],
  ['|.macro m, a, a\n| bad\n|.endmacro', "1 duplicate macro parameter name `a'"],
  ['|.if 1 +\n| bad\n|.elif 1\n| bad\n|.else\n| bad\n|.endif', '1 bad condition: the expression ends too early'],
  ['|.if 0\n| bad\n|.elif 1 +\n| bad\n|.else\n| bad\n|.endif', '3 bad condition: the expression ends too early'],
  ['|.elif 1', '1 .elif without .if'],
  ['|.else', '1 .else without .if'],
  ['|.endif', '1 .endif without .if'],
  ['|.if 1\n|.else\n|.else\n|.endif', '3 .else after .else'],
  ['|.define R, R+1\n| mov eax, R', "2 recursive define involving `R'"],
  ['|.macro m\n| m\n|.endmacro\n| m', '4 recursive macro invocation'],
  ['|.define R, R+1\n|.macro m\n| mov eax, R\n|.endmacro\n| m\n| m', "5 recursive define involving `R'", "6 recursive define involving `R'"],
  ['|.endcapture', '1 .endcapture without a valid .capture'],
  ['|.capture 1st', "1 bad capture name `1st'"],
  ['|.capture a\n|.capture b\n|.endcapture\n|.dumpcapture a', "2 already capturing to `a' since line 3"],
  ['|.arch x86', '1 duplicate .arch statement'],
])('%j', (source, ...expected) => {
  const last = `${source.split('\n').length + 1} ${UNKNOWN}`;
  expect(errors(`${source}\n${LAST}\n`)).toEqual([...expected, last]);
  // C stops at the first, but for errors inside of macros.
  const stops = !source.includes('\n| m\n|.endmacro');
  expect(errors(`${source}\n${LAST}\n`, 'c').includes(last)).toBe(!stops);
});

test('it stops at .fatal, and without an architecture', () => {
  expect(errors(`|.fatal stop\n${LAST}`)).toEqual(['1 stop']);
  for (const source of [`| nop\n${LAST}`, `|.arch vax\n${LAST}`]) {
    expect(
      translateSource(source, { file: 'f', lang: 'ts' }).diagnostics.map(({ code }) => code),
    ).not.toContain('unknown-statement');
  }
});

test('the classic form has the words of DynASM', () => {
  const source = '|.arch x64\n|.macro nop\n|.endmacro\n';
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'c' });
  expect(renderClassic(diagnostics, 'f')).toMatch(/^f:2: error: duplicate macro `nop' \(0 parameters\):\n/);
});

function translate(text: string): ReturnType<typeof translateSource> {
  const source = `|.arch x64\n|.actionlist actions\n${text}\n`;
  return translateSource(source, { file: 'f', lang: 'ts', specialise: false });
}

// prettier-ignore
test.each<readonly [above: string, advice: RegExp, repaired: string]>([
  ['type U =\n  | ret', /the type goes on/, 'type U =\n  | ret |'],
  ["type U = 'a'", /the type goes on/, "type U = 'a' |"],
  ['let x: A', /the type goes on/, 'let x: A |'],
  ['x = a', /the expression goes on/, 'x = a |'],
  ['const x =\n  a', /the expression goes on/, 'const x =\n  a |'],
])('the notes of ambiguous-line behind %j are right', (above, advice, repaired) => {
  const [ambiguous] = translate(`${above}\n  | nop`).diagnostics;
  expect([ambiguous?.code, ambiguous?.notes.join()]).toEqual(['ambiguous-line', expect.stringMatching(advice)]);
  expect(translate(`${repaired}\n  nop`).code).toContain(`${repaired}\n  nop\n`);
  expect(translate(`${above};\n  | nop`).code).toContain('  //| nop\n  actions.on(Dst).put(');
});

const CRLF = `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
|.globals G_
|.macro m, x
|| f(x);
| mov eax, x
|.endmacro
|.capture later
| nop
|.endcapture
const text = \`a
b\`;
|->x:
| m 5
if (text)
  | nop; nop
text;
|.dumpcapture later
`;

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const readInclude = (): { path: string; text: string } => ({ path: 'part', text: '| nop\r\nlet a = 1;\r\n' });

test.each([
  {},
  { comments: 'block' },
  { comments: 'none' },
  { macroComments: true },
  { specialise: false },
  { sourceMap: true },
] as const)('the output has the line ends of the source: %j', options => {
  const settings = { file: 'f', lang: 'ts', ...options } as const;
  const { code = '', map } = translateSource(CRLF, settings);
  expect(code).not.toContain('\r');
  const translated = translateSource(crlf(CRLF), settings);
  expect(translated.code?.replace(/id: '[^']*'/, '')).toBe(crlf(code).replace(/id: '[^']*'/, ''));
  expect(map === undefined).toBe(translated.map === undefined);
  const main = `${CRLF}|.include part\n`;
  const [lf = '', withCr = ''] = [main, crlf(main)].map(
    text => translateSource(text, { ...settings, readInclude }).code,
  );
  expect([lf.includes('\r'), /(?<!\r)\n/.test(withCr)]).toEqual([false, false]);
});

test('mixed line ends stay as they are', () => {
  const text = 'const a = 1;\r\nconst b = 2;\nconst c = 3;\r\n';
  expect(translateSource(text, { file: 'f', lang: 'ts' }).code).toBe(text);
});

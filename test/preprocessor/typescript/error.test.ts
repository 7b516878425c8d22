/**
 * Errors that only TypeScript output has: of text that cannot be printed, and of assembly that stands where a
 * statement cannot. Each with its place.
 */
import { expect, test } from '@jest/globals';
import { translateSource } from '../../../src/preprocessor/translate.ts';

const HEAD = '|.arch x64\n|.actionlist actions\n';

/** A source, and line:column and message of its first error. */
// prettier-ignore
const ERRORS: readonly (readonly [string, string])[] = [
  ['|.arch x64\nf();\n  | nop; nop',                '3:5: assembly, but no .actionlist'],
  ['|.arch x64\n|.actionlist class',               '2:14: the action list `class\' is not a TypeScript identifier'],
  ['|.arch x64\n|.actionlist a-b',                 '2:14: the action list `a-b\' is not a TypeScript identifier'],
  ['|.arch x64\nfunction f() {\n|.actionlist a\n}', '3:2: .actionlist stands at module level, not inside brackets or functions'],
  ['|.arch x64\n|.capture c\n|.actionlist a\n|.endcapture\nif (x) {\n|.dumpcapture c\n}', '3:2: .actionlist stands at module level, not inside brackets or functions'],
  ['|.arch x64\nfunction f() {\n|.include part\n}', '1:2: .actionlist stands at module level, not inside brackets or functions'],
  ['|.arch x64\n|.macro m\n|| if (x) {\n|.actionlist a\n|| }\n|.endmacro\n| m', '7:3: .actionlist stands at module level, not inside brackets or functions'],
  [`${HEAD}|.actionlist more`,                     '3:2: a second .actionlist: a module has one'],
  [`${HEAD}if (x)\n|.globals G`,                   '4:2: a declaration cannot be the body of a header without braces'],
  [`${HEAD}|.globals 1x`,                          '3:11: the constant `1x_MAX\' is not a TypeScript identifier'],
  [`${HEAD}|.globals G\n|->a@1:\n|->a@2:`,         '3:2: .globals makes `Ga\' of both ->a@1 and ->a@2'],
  [`${HEAD}|.globalnames if`,                      '3:15: the name `if\' is not a TypeScript identifier'],
  [`${HEAD}| mov eax, ...x`,                       '3:12: `...` would change the number of arguments'],
  [`${HEAD}| mov eax, [rax+"abc]`,                 '3:17: the string does not end on this line'],
  [`${HEAD}| mov eax, f("a`,                       '3:3: unbalanced () or []'],
  [`${HEAD}| mov eax, f(\`a`,                      '3:3: unbalanced () or []'],
  [`${HEAD}| mov eax, 1 /* two`,                   '3:14: the comment does not end on this line'],
  [`${HEAD}|.type T, x, rax\n| mov eax, T->1`,     '4:13: bad member of a type'],
  [`${HEAD}|.type T, x, rax\n| mov eax, T->a..b`,  '4:16: bad member of a type'],
  [`${HEAD}class A {\n  | ret\n}`,                 '4:3: assembly in a class body: it is a statement, and none can stand here'],
  [`${HEAD}const a = {\n  | ret\n};`,              '4:3: assembly in an object literal: it is a statement, and none can stand here'],
  [`${HEAD}switch (a) {\n  | ret\n}`,              '4:3: assembly before the first `case` of a `switch`'],
  [`${HEAD}const a = 1\n| ret`,                    '4:1: assembly, or the rest of the statement above?'],
];

test('errors of TypeScript output have these places and messages', () => {
  const wrong: string[] = [];
  for (const [source, expected] of ERRORS) {
    const { code, diagnostics } = translateSource(source, {
      file: 'a.dast',
      lang: 'ts',
      readInclude: path => ({ path, text: '|.actionlist a\n' }),
    });
    const [first] = diagnostics;
    const found = first ? `${first.line}:${first.column}: ${first.message}` : 'no error';
    if (found !== expected || code !== undefined) wrong.push(`${source}\n${found}\n${expected}`);
  }
  expect(wrong).toEqual([]);
});

/** What errors say to those who write as in another assembler, or forget a comma or a semicolon. */
import { expect, test } from '@jest/globals';
import { translateSource } from '../../src/preprocessor/translate.ts';

// prettier-ignore
const CASES: readonly (readonly [lines: string, code: string, hint: string])[] = [
  ['|1: mov eax, 1',           'unknown-statement', "a label is a statement of its own: `1:; mov eax, 1'"],
  ['|->x: ret',                'unknown-statement', "a label is a statement of its own: `->x:; ret'"],
  ['|=>n+1: nop',              'unknown-statement', "a label is a statement of its own: `=>n+1:; nop'"],
  ['|start: xor eax, eax',     'unknown-statement', "a label is a statement of its own: `->start:; xor eax, eax'"],
  ['|start:; nop',             'label',             "a global label is `->start'"],
  ['|# comment',               'unknown-statement', "a comment begins with `//'"],
  ['|.ifdef X',                'unknown-statement', "here this is `.if'"],
  ['|.db 5',                   'unknown-statement', "here this is `.byte'"],
  ['|dq 5',                    'unknown-statement', "here this is `.qword'"],
  ['|.string "a"',             'unknown-statement', "here this is `.asciz'"],
  ['|movl eax, 1',             'unknown-statement', "did you mean `mov'? The size follows from the operands"],
  ['|mvo eax, 1',              'unknown-statement', "did you mean `mov'?"],
  ['|lock add [rdi], eax',     'operand-count',     "a prefix is a statement of its own: `lock; add [rdi], eax'"],
  ['|rep movsb',               'operand-count',     "a prefix is a statement of its own: `rep; movsb'"],
  ['|mov eax [rdi]',           'operand-count',     'commas stand between operands'],
  ['|.define FOO 5',           'define-name',       "a comma stands behind the name: `.define FOO, 5'"],
  ['|.macro foo a b\n|.endmacro', 'macro-name',     "commas stand behind the name and between parameters: `.macro foo, a, b'"],
  ['|call printf',             'operand-mode',      "a global label is `->printf', a function of a library `extern printf', the address in a variable `&printf'"],
];

test.each(CASES)('%j: %s', (lines, code, hint) => {
  const source = `|.arch x64\n|.actionlist actions\n${lines}\n`;
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'ts' });
  expect(diagnostics.map(each => [each.line, each.code, each.notes[0]])).toEqual([[3, code, hint]]);
});

test.each([
  ['a name every object has', 'ts', '|.arch x64\n|.actionlist a\n|toString\n'],
  ['a directive that C output lacks', 'c', '|.arch x64\n|.actionlist a\n|.func x\n'],
  ['a directive that Lua output lacks', 'lua', '|.arch x64\n|.actionlist a\n|.string "a"\n'],
] as const)('no hint: %s', (_, lang, source) => {
  const { diagnostics } = translateSource(source, { file: 'f', lang });
  expect(diagnostics.map(each => [each.line, each.code, each.notes])).toEqual([[3, 'unknown-statement', []]]);
});

test('an .if without .endif has its line', () => {
  const { diagnostics } = translateSource('|.arch x64\n|.actionlist a\n|.if X64\n| nop\n', {
    file: 'f',
    lang: 'ts',
  });
  expect(diagnostics.map(({ line, lineText, message }) => [line, lineText, message])).toEqual([
    [3, '|.if X64', 'unbalanced conditional'],
  ]);
});

/**
 * Second definitions of labels as the translator sees them: a warning in C and Lua, whose output stays as it
 * is; `.relabel` in TypeScript.
 */
import { expect, test } from '@jest/globals';
import { renderClassic, translateSource } from '../../src/preprocessor/index.ts';

type Lang = 'c' | 'lua' | 'ts';

/** The diagnostics of a source without its two head lines. */
function diagnosed(lang: Lang, body: string): readonly string[] {
  const { diagnostics } = translateSource(`|.arch x64\n|.actionlist list\n${body}`, { file: 'f', lang });
  return diagnostics.map(
    ({ code, line = 0, column = 0, length = 0 }) => `${code} ${line - 2}:${column}+${length}`,
  );
}

test.each<readonly [body: string, warnings: readonly string[], lang?: Lang]>([
  // certainly twice
  ['|->x:\n| nop\n|->x:', ['label-redefined 3:2+3']],
  ['|->x:; nop; ->x:', ['label-redefined 1:13+3']],
  ['|->x:\n|->x:\n|->x:', ['label-redefined 2:2+3', 'label-redefined 3:2+3']],
  ['|->x:\n\n// then\n  // and\n|->x:', ['label-redefined 5:2+3']],
  ['|->x:\n\n-- then\n|->x:', ['label-redefined 4:2+3'], 'lua'],
  ['|=>n:\n| nop\n|=>n:\n|=>0:\n|=>1:\n|=> 0:', ['label-redefined 3:2+3']],
  ['|.label ->x\n|.label ->x', ['label-redefined 2:9+3']],
  ['|.label ->x\n|->x:', ['label-redefined 2:2+3']],
  ['|.macro m\n|->x:\n|.endmacro\n| m\n| nop\n| m', ['label-redefined 6:3+1']],
  ['|.section a, b\n|.a\n|->x:\n|.b\n|->x:', ['label-redefined 5:2+3']],
  ['|->x:\n' + '| mov eax, [n]\n'.repeat(30) + '|->x:', ['label-redefined 32:2+3']],
  // not certain: the host code may branch, or begin another state
  ['if (c) {\n|->x:\n} else {\n|->x:\n}', []],
  ['|->x:\n| ret\ndasm_setup(Dst, list);\n|->x:', []],
  ['|->x:\n|| f();\n|->x:', []],
  ['|=>n++:\n|=>n++:', []],
  ['|=>f(1):\n|=>f(1):', []],
  ['|->x:\n|.capture c\n|->x:\n|.endcapture\n|.dumpcapture c', []],
  // other labels
  ['|->x:\n|->y:\n|=>x:', []],
  ['|1:\n|1:\n|1:\n| jmp <1', []],
  ['| jmp ->x\n|->x:\n| jmp ->x', []],
  // the put refuses it
  ['|->x:\n|->x:\n|=>1:\n|=>1:', [], 'ts'],
])('%j: %j', (...[body, warnings, lang]) => {
  for (const each of lang === undefined ? (['c', 'lua'] as const) : [lang]) {
    if (lang === undefined && each === 'lua' && /[/]{2}|[{(]/.test(body)) continue;
    expect(diagnosed(each, body)).toEqual(warnings);
  }
});

test('the message names the first definition, and the classic form has no text for it', () => {
  const source = '|.arch x64\n|.actionlist list\n|->x:\n|->x:\n';
  const { code, diagnostics } = translateSource(source, { file: 'f.dasc', lang: 'c' });
  expect(diagnostics[0]?.message).toBe(
    "`->x' is defined already, at f.dasc:3; references before and after it go to different places",
  );
  expect(renderClassic(diagnostics, 'f.dasc')).toBe('');
  expect(code).toContain('248,10,248,10');
  const strict = translateSource(source, { file: 'f.dasc', lang: 'c', strict: true });
  expect(strict.diagnostics).toMatchObject([{ severity: 'error', code: 'label-redefined' }]);
  const silent = translateSource(source, { file: 'f.dasc', lang: 'c', silenced: ['label-redefined'] });
  expect(silent).toMatchObject({ code, diagnostics: [] });
});

test.each<readonly [statement: string, errors: readonly string[], lang?: Lang]>([
  ['.relabel ->x', []],
  ['.relabel =>n+1', []],
  ['.relabel =>n, &address', []],
  ['.relabel 1', ['label 1:11+1']],
  ['.relabel x', ['label 1:11+1']],
  ['.relabel ->x, &address', []],
  ['.relabel', ['operand-count 1:2+8']],
  ['.relabel ->x, 1', ['label 1:16+1']],
  ['.relabel ->x', ['unknown-statement 1:2+8'], 'c'],
  ['.relabel ->x', ['unknown-statement 1:2+8'], 'lua'],
])('%s: %j', (...[statement, errors, lang = 'ts']) => {
  expect(diagnosed(lang, `|${statement}`)).toEqual(errors);
});

test('C and Lua sources may have a macro or section of that name', () => {
  for (const lang of ['c', 'lua'] as const) {
    expect(diagnosed(lang, '|.macro .relabel, x\n| nop\n|.endmacro\n|.relabel 1')).toEqual([]);
    expect(diagnosed(lang, '|.section relabel\n|.relabel')).toEqual([]);
  }
});

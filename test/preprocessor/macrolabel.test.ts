/**
 * Labels of macros, `%%name`: what they assemble to, errors, host code between them, and a sweep over the
 * instructions. randommacro.test.ts has random programs.
 */
import { expect, test } from '@jest/globals';
import * as ExtendedAction from '../../src/encoder/format/extendedaction.ts';
import { Action, type ActionList, State } from '../../src/encoder/index.ts';
import { findArch } from '../../src/preprocessor/arch/index.ts';
import {
  assembleLines,
  renderClassic,
  translateSource,
  type Included,
} from '../../src/preprocessor/index.ts';
import { filesOf, readCase, testCases } from '../casefile.ts';
import { assembleText, PC_LABELS } from './assembledtext.ts';
import { evaluate, machineCode, translate } from './typescript/generatedmodule.ts';
import { FormStatements } from './x86/formstatement.ts';

testCases('typescript/macrolabels.txt', ['source'], parts => ({
  ...assembleText(parts.get('source') ?? ''),
}));

/** The code that the function `calls` of a program puts. */
function codeOf(source: string, options: Parameters<typeof translate>[1]): string {
  const module = evaluate(translate(source, options), ['actions', 'calls']);
  const state = new State(module['actions'] as ActionList);
  state.growPc(PC_LABELS);
  (module['calls'] as (state: State) => void)(state);
  return machineCode(state);
}

/** Lines that refer to the pc label 0, as a macro that refers to its label, and its expansion. */
function inMacro(lines: readonly string[]): readonly string[] {
  return ['.macro m; %%a:', ...lines.map(text => text.replaceAll('=>0', '%%a')), '.endmacro; m'];
}

/** A macro with so many labels, expanded twice. */
function manyLabels(count: number): string {
  const names = Array.from({ length: count }, (_, n) => `%%l${n}:; jmp %%l${n}`);
  return `.macro m; ${names.join('; ')}; .endmacro; m; m`;
}

test('a file has 128 names of macro labels; expansions have no limit', () => {
  expect(assembleText(manyLabels(128)).code).toBe('ebfe'.repeat(256));
  expect(assembleText(manyLabels(129)).errors).toContain('too many labels in macros');
  const expansions = 'm\n'.repeat(500);
  expect(assembleText(`.macro m; %%a:; jmp %%a; .endmacro\n${expansions}`).code).toBe('ebfe'.repeat(500));
});

test('addresses of macro labels have the size of the architecture', () => {
  const text = '.macro m; nop; %%a:; .aword %%a; mov eax, [%%a]; mov eax, %%a; .endmacro; m';
  expect(assembleText(text, 'x86').code).toBe('9001000010a101000010b801000010');
});

test.each(['c', 'lua'] as const)('in %s `%%` is what it was', lang => {
  const classic = (line: string): string => {
    const source = `|.arch x64\n|.actionlist a\n${line}\n`;
    return renderClassic(translateSource(source, { file: 'f', lang }).diagnostics, 'f').split('\n')[0] ?? '';
  };
  expect(classic('| jmp %%a')).toBe("f:3: error: bad operand mode in `jmp i?':");
  expect(classic('|%%a:')).toBe('f:3: error: bad label definition:');
  expect(classic('| mov eax, f("%%a")')).toBe('');
  expect(classic('|.macro m, x\n| mov eax, x\n|.endmacro\n| m %%a')).toBe('');
  expect(classic('|.proc f')).toBe("f:3: error: unknown statement `.proc':");
});

test('an included file belongs to the expansion; its own macros have their own labels', () => {
  const parts = readCase('programs/macrolabels.txt', 'an included file within an expansion');
  const files = filesOf(parts);
  const readInclude = (name: string): Included => ({ path: name, text: files[name] ?? '' });
  expect(codeOf(parts.get('source') ?? '', { readInclude })).toBe('90ebfeebfb');
});

test.each([true, false])('host code decides what follows what (specialise: %p)', specialise => {
  const parts = readCase('programs/macrolabels.txt', 'loops, and templates that expand the same macros');
  const [code, plain] = ['source', 'plain'].map(part => codeOf(parts.get(part) ?? '', { specialise }));
  expect(code).toBe(plain);
});

test('the actions of macro labels', () => {
  const text = '.macro m; jmp %%a; %%a:; jmp %%a; .endmacro; m';
  const { unit } = assembleLines(text, { file: 'f', arch: 'x64', lang: 'ts' });
  const [reference, definition] = [ExtendedAction.REL_MACRO & 0xff, ExtendedAction.LABEL_MACRO & 0xff];
  // prettier-ignore
  expect(unit.actions).toEqual([
    Action.ESC, 0xe9, Action.ESC, reference, 0x80, Action.ESC, definition, 0,
    Action.ESC, 0xe9, Action.ESC, reference, 0, Action.STOP,
  ]);
  expect([unit.format, unit.macroLabels]).toEqual([2, 1]);
});

test.each(['x64', 'x86'] as const)('macro labels can stand where pc labels can, %s', arch => {
  const statements = findArch(arch, true)
    .forms()
    .flatMap(form => [...new FormStatements(arch === 'x64').statements(form)])
    .flatMap(({ text }) => (text.includes('=>0') ? [text] : []))
    // All refer to one label, which is too far away for distances of one or two bytes.
    .filter(text => !/short|^loop|^j\w*cxz|word =>0/.test(text));
  expect(statements.length).toBeGreaterThan(1000);
  const assembled = (lines: readonly string[]): ReturnType<typeof assembleLines> =>
    assembleLines(lines.join('\n'), { file: 'f', arch, lang: 'ts' });
  const plain = assembled(['=>0:', ...statements]).diagnostics;
  const errors = assembled(inMacro(statements)).diagnostics;
  expect(errors.map(({ code, message }) => [code, message.replaceAll('%%a', '=>0')])).toEqual(
    plain.map(({ code, message }) => [code, message]),
  );
  const wrong = new Set(plain.map(({ line = 0 }) => line - 2));
  const right = statements.filter((_, index) => !wrong.has(index));
  const [actual, expected] = [inMacro(right), ['=>0:', ...right]].map(
    lines => assembleText(lines.join('\n'), arch).code,
  );
  expect(actual === expected).toBe(true);
});

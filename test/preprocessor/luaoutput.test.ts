/** Lua output and classic diagnostics, byte for byte what luapower's DynASM writes (fixtures/lua). */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderClassic, translateSource } from '../../src/preprocessor/index.ts';
import { caseOptions, readBytes, type Case } from './referencerun.ts';

const folder = join(import.meta.dirname, '../../fixtures/lua');

/** The output below the head comment, which has other words. */
function body(output: string, args: readonly string[]): string {
  return args.includes('-N') ? output : output.split('\n').slice(7).join('\n');
}

const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));

test('the reference has 18 runs', () => {
  expect(cases).toHaveLength(18);
});

test('there is no arm64 in Lua output, and the error says why', () => {
  const { code, diagnostics } = translateSource('|.arch arm64\n|.actionlist a\n| ret\n', {
    file: 'f.dasl',
    lang: 'lua',
  });
  expect(code).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({
    code: 'arch',
    line: 1,
    column: 8,
    message: "Lua output has no architecture `arm64'",
    notes: [
      expect.stringContaining("luapower's `dasm' module, which runs Lua output, knows x86 and x64 only"),
    ],
  });
});

test.each(cases.map(run => [[...run.args, run.input].join(' '), run] as const))(
  'dynasm %s: Lua output and classic diagnostics are those of the reference',
  (_, run) => {
    const { input, args, exit, stdout, stderr } = run;
    const { options } = caseOptions(folder, run);
    const { code, diagnostics } = translateSource(readBytes(join(folder, input)), options);
    expect(renderClassic(diagnostics, input)).toBe(readBytes(join(folder, stderr)));
    expect(body(code ?? '', args)).toBe(body(readBytes(join(folder, stdout)), args));
    expect(code === undefined).toBe(exit !== 0);
  },
);

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

test('Lua output and classic diagnostics are those of the reference', () => {
  const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
  const failures: string[] = [];
  for (const run of cases) {
    const { input, args, exit, stdout, stderr } = run;
    const { options } = caseOptions(folder, run);
    const { code, diagnostics } = translateSource(readBytes(join(folder, input)), options);
    const name = [...args, input].join(' ');
    if ((code === undefined) !== (exit !== 0)) failures.push(`${name}: exit status`);
    if (body(code ?? '', args) !== body(readBytes(join(folder, stdout)), args)) {
      failures.push(`${name}: output\n${code}`);
    }
    const errors = renderClassic(diagnostics, input);
    if (errors !== readBytes(join(folder, stderr))) failures.push(`${name}: diagnostics\n${errors}`);
  }
  expect(failures).toEqual([]);
  expect(cases).toHaveLength(18);
});

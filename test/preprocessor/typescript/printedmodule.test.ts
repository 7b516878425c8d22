/**
 * Generated TypeScript against golden files: fixtures/typescript/print has sources and what they become.
 * `UPDATE=1` writes the golden files anew. The compiler must accept all of them with its strict checks.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { translate } from './generatedmodule.ts';

const folder = new URL('../../../fixtures/typescript/print/', import.meta.url);
const names = readdirSync(folder).filter(name => name.endsWith('.dast'));

test.each(names)('the output for %s is its golden file', name => {
  const output = translate(readFileSync(new URL(name, folder), 'utf8'), { file: name });
  const golden = new URL(name.replace('.dast', '.ts'), folder);
  if (process.env['UPDATE']) writeFileSync(golden, output);
  expect(output).toBe(readFileSync(golden, 'utf8'));
});

test('the golden files pass tsc --strict', () => {
  const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
  let messages = '';
  try {
    execFileSync(process.execPath, [tsc, '-p', fileURLToPath(folder)], { encoding: 'utf8' });
  } catch (error) {
    messages = String((error as { stdout?: unknown }).stdout ?? error);
  }
  expect(messages).toBe('');
});

/** References of all kinds, literal pools and data in one program: the code that GNU's tools make of it. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleJson } from '../../../src/asm/assembly.ts';

const FIXTURE = join(import.meta.dirname, '../../../fixtures/instructions/arm64-labels.txt');

test("labels with offsets, pages, literals and data are as GNU's assembler and linker have them", () => {
  const [program = '', words = ''] = readFileSync(FIXTURE, 'utf8').split('----\n');
  const expected = words
    .replace(/(\d+) zeros/g, (_, count: string) => '00000000'.repeat(Number(count)))
    .replaceAll(/\s/g, '');
  const text = program.replace(/^.*\n/, '');
  const lines = assembleJson(text, { file: 'labels', arch: 'arm64', base: 0x400ff0n }).trim().split('\n');
  const bytes = lines.map(line => (JSON.parse(line) as { readonly bytes: string }).bytes).join('');
  expect(bytes).toBe(expected);
  expect(bytes.length).toBeGreaterThan(8000);
});

/** The reference of instructions says what the instruction table has: `npm run instructions` writes it. */
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, instructionPages } from '../scripts/instructionpages.ts';
import { findForms } from '../src/preprocessor/index.ts';

const pages = instructionPages();

test('docs/instructions has the pages of npm run instructions, and no others', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual([...pages.keys()].toSorted());
});

test.each([...pages])('%s is current (npm run instructions)', (file, text) => {
  expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(text);
});

/** On x86 the operand size is never 64 bits. */
const without64Bits = (text: string): string => text.replaceAll(/\/(?:64|rax)\b/g, '');

test.each(['x64', 'x86', 'arm64'])('every form of %s stands on a page', arch => {
  const texts = [...pages.values()].flatMap(text => text.split('\n').map(line => line.trim()));
  const same = (text: string): string => (arch === 'x86' ? without64Bits(text) : text);
  const lines = new Set(texts.map(line => same(line.split(/ {2,}/).join('|'))));
  const missing = findForms(arch).filter(({ mnemonic, operands, encoding }) => {
    const line = same([mnemonic, operands, encoding].filter(Boolean).join('|'));
    return !lines.has(line) && !lines.has(`${line}|${arch}`);
  });
  expect(missing).toEqual([]);
  expect(lines.size).toBeGreaterThan(3000);
});

/**
 * Host text goes through unchanged: every TypeScript file under node_modules translates to itself.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { translateSource } from '../../../src/preprocessor/translate.ts';

const root = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

test('every TypeScript file under node_modules translates to itself', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.[cm]?ts$/.test(name),
  );
  expect(files.length).toBeGreaterThan(500);
  const wrong: string[] = [];
  for (const file of files) {
    const text = readFileSync(root + file, 'utf8');
    const { code, diagnostics } = translateSource(text, { file, lang: 'ts' });
    if (code === text) continue;
    const [first] = diagnostics;
    wrong.push(first ? `${file}:${first.line}: ${first.message}` : `${file}: changed`);
  }
  expect(wrong).toEqual([]);
});

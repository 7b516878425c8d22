/** The picture of the README shows what its program makes: `npm run picture` writes it. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { FILE, picture } from '../scripts/picture.ts';

test('docs/power.svg is current (npm run picture)', () => {
  const text = picture();
  expect(text.match(/<path/g)?.length).toBe(6);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

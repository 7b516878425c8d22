/** The modules of the package's own machine code are what the translator makes of their sources. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { moduleOf, SOURCES } from '../../scripts/pretranslate.ts';
import { root } from '../packagefolder.ts';

test.each(SOURCES)('%s (npm run pretranslate)', source => {
  expect(readFileSync(`${root}/src/exec/${source.replace(/dast$/, 'ts')}`, 'utf8')).toBe(moduleOf(source));
});

/**
 * The forms of diagnostics, against golden files: fixtures/diagnostics/NAME.dasc gives NAME.classic, .pretty,
 * .color and .json. Run with UPDATE=1 in the environment to write them anew.
 */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderClassic, renderJson, renderPretty, translateSource } from '../../src/preprocessor/index.ts';

const folder = join(import.meta.dirname, '../../fixtures/diagnostics');

test.each(readdirSync(folder).filter(name => name.endsWith('.dasc')))(
  'the diagnostics of %s have the text of the golden files in every form',
  file => {
    const { diagnostics } = translateSource(readFileSync(join(folder, file), 'utf8'), { file, lang: 'c' });
    const forms = {
      classic: renderClassic(diagnostics, file),
      pretty: renderPretty(diagnostics),
      color: renderPretty(diagnostics, { color: true }),
      json: renderJson(diagnostics),
    };
    const golden = (form: string): string => join(folder, file.replace(/dasc$/, form));
    if (process.env['UPDATE']) {
      for (const [form, text] of Object.entries(forms)) writeFileSync(golden(form), text);
    }
    for (const [form, text] of Object.entries(forms)) expect(text).toBe(readFileSync(golden(form), 'utf8'));
  },
);

test('colours do not change the text', () => {
  const { diagnostics } = translateSource('|.arch x64\n| bogus', { file: 'f', lang: 'c' });
  // oxlint-disable-next-line no-control-regex
  const plain = renderPretty(diagnostics, { color: true }).replaceAll(/\x1b\[[0-9;]*m/g, '');
  expect(plain).toBe(renderPretty(diagnostics));
});

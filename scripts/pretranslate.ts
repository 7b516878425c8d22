/**
 * The machine code of the package itself stands in `.dast` files of src/exec. Beside each is the module that
 * the translator makes of it: `npm run pretranslate` writes them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { translateSource } from '../src/preprocessor/index.ts';

const folder = join(import.meta.dirname, '../src/exec');

/** The sources, in src/exec. */
export const SOURCES = [
  'fault/guard.dast',
  'fault/arm64guard.dast',
  'batch/loop.dast',
  'batch/arm64loop.dast',
  'direct/directentry.dast',
  'direct/arm64entry.dast',
  'prototype/textend.dast',
  'prototype/arm64textend.dast',
];

/** The text of a source's module. @throws {Error} if the source has errors */
export function moduleOf(source: string): string {
  const { code, diagnostics } = translateSource(readFileSync(join(folder, source), 'utf8'), {
    file: basename(source),
    lang: 'ts',
    platform: 'x64-linux',
    comments: 'none',
    specialise: false,
  });
  if (code === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  // Inside of the package its own modules are named by path.
  return code.replaceAll("'dynasm/encoder'", "'../../encoder/index.ts'");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const source of SOURCES) writeFileSync(join(folder, source.replace(/dast$/, 'ts')), moduleOf(source));
}

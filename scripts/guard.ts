/** Writes src/exec/fault/guard.ts, which is what the translator makes of guard.dast: `npm run guard`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { translateSource } from '../src/preprocessor/index.ts';

const folder = join(import.meta.dirname, '../src/exec/fault');

/** The text of the module. @throws {Error} if guard.dast has errors */
export function guardModule(): string {
  const source = readFileSync(join(folder, 'guard.dast'), 'utf8');
  const { code, diagnostics } = translateSource(source, {
    file: 'guard.dast',
    lang: 'ts',
    platform: 'x64-linux',
    comments: 'none',
    specialise: false,
  });
  if (code === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  // Inside of the package its own modules are named by path.
  return code.replaceAll("'dynasm/encoder'", "'../../encoder/index.ts'");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(folder, 'guard.ts'), guardModule());

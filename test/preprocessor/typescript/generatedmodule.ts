/**
 * Runs generated TypeScript in tests. Takes the text of a module, returns what it declares at module level.
 * Its types are stripped, and its imports replaced by what the test gives.
 */
import { transformSync } from 'oxc-transform';
import * as encoder from '../../../src/encoder/index.ts';
import type { TranslateSourceOptions } from '../../../src/preprocessor/sourceoptions.ts';
import { translateSource } from '../../../src/preprocessor/translate.ts';

const IMPORT = /^import (?:\* as ([\w$]+)|\{[^}]*\}) from ['"]([^'"]*)['"];$/gm;

/** Translates a source; throws if there are errors or warnings. */
export function translate(source: string, options: Partial<TranslateSourceOptions> = {}): string {
  const { code, diagnostics } = translateSource(source, {
    file: 'test.dast',
    lang: 'ts',
    target: 'x64-linux',
    ...options,
  });
  if (code === undefined || diagnostics.length > 0) {
    throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n') || 'no output');
  }
  return code;
}

/**
 * The values of the names `exported` in a generated module. `scope` has the names that it takes from
 * elsewhere.
 */
export function evaluate(
  code: string,
  exported: readonly string[],
  scope: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const stripped = transformSync('test.ts', code, { typescript: { onlyRemoveTypeImports: true } });
  if (stripped.errors.length > 0) throw new Error(stripped.errors.map(error => error.message).join('\n'));
  const names: Record<string, unknown> = { ...scope };
  const body = stripped.code
    .replace(/^#!.*/, '')
    .replace(IMPORT, (_, namespace: string | undefined, specifier: string) => {
      if (namespace !== undefined && specifier === 'dynasm/encoder') names[namespace] = encoder;
      return '';
    })
    .replace(/^export /gm, '');
  // eslint-disable-next-line typescript/no-implied-eval -- running generated code is what these tests are for
  const run = new Function(
    ...Object.keys(names),
    `'use strict';\n${body}\nreturn { ${exported.join(', ')} };`,
  );
  return run(...Object.values(names)) as Readonly<Record<string, unknown>>;
}

/** Machine code of a state at a base address, in hexadecimal. */
export function machineCode(state: encoder.State, base = 0x10000000): string {
  const buffer = new Uint8Array(state.link());
  state.encode(buffer, base);
  return Buffer.from(buffer).toString('hex');
}

/**
 * `dynasm/jest`: the transformer with which Jest's tests import `.dast` files. They become ES modules where
 * Jest takes them (`extensionsToTreatAsEsm`), otherwise CommonJS, which can require this package where Jest
 * can: from Node 24.9 on.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { ModuleSource } from '../files/compile.ts';
import { checkPluginOptions } from '../files/translationargument.ts';
import { TranslationError } from '../files/translationerror.ts';
import { compiledCode } from '../loader/compiled.ts';
import type { PluginOptions } from '../plugin/pluginoptions.ts';

/** What is used of the options that Jest passes with each file. */
interface JestOptions {
  readonly configString: string;
  readonly instrument: boolean;
  readonly coverageProvider?: string;
  readonly supportsStaticESM: boolean;
}

/** A transformer, as Jest defines it. */
interface JestTransformer {
  readonly getCacheKey: (text: string, file: string, options: JestOptions) => string;
  readonly process: (text: string, file: string, options: JestOptions) => { readonly code: string };
}

/** A stack with the place of the mistake, which Jest shows; not with calls inside this package. */
function stackOf(error: TranslationError): string {
  const first = error.diagnostics.find(({ severity }) => severity === 'error');
  const { file, line = 1, column = 1 } = first ?? { file: error.file };
  return `${String(error)}\n    at ${resolve(file)}:${line}:${column}`;
}

/** @throws {TypeError} for wrong options */
function createTransformer(options: PluginOptions = {}): JestTransformer {
  checkPluginOptions('dynasm/jest', options);
  const compile = (text: string, file: string, { supportsStaticESM }: JestOptions): string => {
    const format: ModuleSource['format'] = supportsStaticESM ? 'module' : 'commonjs';
    try {
      return compiledCode({ kind: 'dast', file, text, format, options });
    } catch (error) {
      if (error instanceof TranslationError) error.stack = stackOf(error);
      throw error;
    }
  };
  return {
    /**
     * Jest keeps what a file was transformed to under this key. The code depends on included files, too, and
     * which these are is known when it has been made.
     */
    getCacheKey(text, file, settings) {
      const { configString, instrument, coverageProvider } = settings;
      const code = compile(text, file, settings);
      return createHash('sha256')
        .update(JSON.stringify([code, configString, instrument, coverageProvider]))
        .digest('hex');
    },
    process: (text, file, settings) => ({ code: compile(text, file, settings) }),
  };
}

export default { createTransformer };

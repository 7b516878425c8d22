/**
 * `dynasm translate`: a file or standard input in, a file or standard output out.
 */
import {
  languageOf,
  translateFile,
  translateToFile,
  type Language,
  type TranslateOptions,
} from '../src/translation.ts';
import { parseDefines, readStandardInput } from './input.ts';
import { report, type DiagnosticsForm } from './report.ts';

export interface TranslateArguments {
  readonly outfile?: string;
  readonly define: readonly string[];
  readonly include: readonly string[];
  readonly target?: string;
  readonly lang?: Language;
  readonly sourcemap?: true | 'file' | 'inline';
  readonly diagnostics: DiagnosticsForm;
}

/** Throws `TranslationError`, having written nothing. */
export function translate(path: string, args: TranslateArguments): void {
  const toFile = args.outfile !== undefined && args.outfile !== '-' ? args.outfile : undefined;
  const lang =
    args.lang ?? (toFile === undefined ? undefined : languageOf(toFile)) ?? languageOf(path) ?? 'ts';
  const options: TranslateOptions = {
    lang,
    defines: parseDefines(args.define),
    include: args.include.toReversed(),
    ...(args.target !== undefined && { target: args.target }),
    ...(args.sourcemap !== undefined && {
      sourceMap: args.sourcemap === 'inline' || toFile === undefined ? 'inline' : true,
    }),
  };
  const encoding = lang === 'c' || lang === 'lua' ? 'latin1' : 'utf8';
  const input = path === '-' ? { source: readStandardInput(encoding), file: '(stdin)' } : path;
  if (toFile === undefined) {
    const { code, diagnostics } = translateFile(input, options);
    report(path, diagnostics, args.diagnostics);
    process.stdout.write(Buffer.from(code, encoding));
  } else {
    report(path, translateToFile(input, toFile, options).diagnostics, args.diagnostics);
  }
}

/**
 * Translation, as `dynasm translate` and in the form of DynASM's own command line: options in, a job for the part that translates
 * the language. Only that part is loaded.
 */
import { chooseLanguage, isByteLanguage } from '../src/language.ts';
import { HELP } from './help.ts';
import { delayOptimising } from './optimiser.ts';
import { parseCommand, type TranslateCommand } from './options.ts';
import type { DiagnosticsForm } from './report.ts';
import { readStandardInput, writeStandardOutput } from './stream.ts';
import { versionText } from './version.ts';

/** What differs between the two forms. */
export interface Form {
  /** Language of what has no ending that tells. */
  readonly lang: 'ts' | 'c';
  /** Form of diagnostics for programs. */
  readonly diagnostics: DiagnosticsForm;
}

/** Returns the exit status. Throws `UsageError`, and errors of the file system. */
export async function translate(args: readonly string[], form: Form): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      writeStandardOutput(HELP);
      return 0;
    case 'version':
      writeStandardOutput(versionText());
      return 0;
    case 'arch':
      (await import('./instructions.ts')).describe(command.name);
      return 0;
    case 'dump':
      (await import('./bytes.ts')).dumpDefines(command);
      return 0;
    default:
      return translateInput(command, form);
  }
}

async function translateInput(command: TranslateCommand, form: Form): Promise<number> {
  const { input, dumps } = command;
  const outfile = command.outfile === '-' ? undefined : command.outfile;
  const { lang = chooseLanguage(input, outfile) ?? form.lang, ...options } = command.options;
  const job = {
    input: input === '-' ? { source: readStandardInput(), file: '(stdin)' } : input,
    outfile,
    options: {
      ...options,
      ...(options.sourceMap === true && outfile === undefined && { sourceMap: 'inline' as const }),
      ...(outfile !== undefined && { output: outfile }),
      definitions: dumps > 0,
    },
    dumps,
    diagnostics: command.diagnostics,
    fallback: form.diagnostics,
  };
  delayOptimising();
  return isByteLanguage(lang)
    ? (await import('./bytes.ts')).translateBytes(job, lang)
    : (await import('./text.ts')).translateText(job, lang);
}

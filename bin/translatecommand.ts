/**
 * `dynasm translate`, and the form of DynASM's own command line: takes arguments, translates, and puts
 * output, diagnostics and dumps where they belong.
 */
import { chooseLanguage, FILE_LANGUAGES, type FileLanguage } from '../src/files/filelanguage.ts';
import { nameOf, type Input } from '../src/files/input.ts';
import { writeTranslation } from '../src/files/output.ts';
import type { Outcome, TranslateOptions } from '../src/files/translation.ts';
import { OutputFileError, OutputLanguageError } from '../src/files/translationerror.ts';
import { checkOutputs, filesRead } from '../src/files/usedfile.ts';
import { renderDefinitions, type Definitions } from '../src/preprocessor/index.ts';
import { printDiagnostics, type DiagnosticsForm } from './diagnosticprinter.ts';
import { helpText } from './help.ts';
import { parseCommand, type TranslateCommand } from './options.ts';
import { readStandardInput, writeStandardError, writeStandardOutput } from './stream.ts';
import { UsageError } from './usage.ts';
import { versionText } from './version.ts';

/** What differs between `dynasm translate` and DynASM's own form. */
export interface Form {
  /** The output language if no ending says it. */
  readonly lang: 'ts' | 'c';
  /** The form of diagnostics if standard error is not a terminal. */
  readonly diagnostics: DiagnosticsForm;
}

/** What came of a translation. */
interface Translated {
  /** The exit status. */
  readonly status: number;
  readonly dependencies: readonly string[];
  /** Where files were looked for that the source names and that are not there, or cannot be read. */
  readonly missing: readonly string[];
}

/**
 * Returns the exit status.
 *
 * @throws {UsageError} if the arguments are wrong
 * @throws an error of the file system if a file cannot be read or written
 */
export async function translate(args: readonly string[], form: Form): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      writeStandardOutput(helpText());
      return 0;
    case 'version':
      writeStandardOutput(versionText());
      return 0;
    case 'arch':
      (await import('./commands.ts')).describe(command.name);
      return 0;
    case 'dump': {
      const defines = Object.entries(command.options.defines ?? {});
      writeStandardOutput(
        dumpText({ sections: [], defines, macros: [], captures: new Map() }, command.dumps),
      );
      return 0;
    }
    default:
      if (command.watch) return watchFiles(command, form);
      return (await translateWith(command, form)).status;
  }
}

/** Translates again whenever a file changes. */
async function watchFiles(command: TranslateCommand, form: Form): Promise<number> {
  const { input, outfile = '' } = command;
  await (await import('./watchcommand.ts')).repeat(input, outfile, () => translateWith(command, form));
  return 0;
}

async function translateWith(command: TranslateCommand, form: Form): Promise<Translated> {
  const { input: file, dumps, options } = command;
  const outfile = command.outfile === '-' ? undefined : command.outfile;
  const lang = options.lang ?? asUsage(() => chooseLanguage(file, outfile)) ?? form.lang;
  const input = file === '-' ? { source: readStandardInput(), file: '(stdin)' } : file;
  const outcome = await translateBy(FILE_LANGUAGES[lang].translator, input, {
    ...options,
    lang,
    ...(options.sourceMap === true && outfile === undefined && { sourceMap: 'inline' }),
    ...(outfile !== undefined && { output: outfile }),
    definitions: dumps > 0,
  });
  const { code, diagnostics, definitions, encoding, dependencies, missing } = outcome;
  const result = { dependencies, missing };
  printDiagnostics(nameOf(input), diagnostics, command.diagnostics, form.diagnostics);
  const dump = Buffer.from(definitions ? dumpText(definitions, dumps) : '', encoding);
  if (code === undefined) {
    writeStandardError(dump);
    return { ...result, status: 1 };
  }
  const inputs = filesRead(file === '-' ? 0 : file, dependencies);
  if (outfile === undefined) {
    asUsage(() => checkOutputs(inputs, [{ role: 'output', file: 1 }]));
    writeStandardOutput(Buffer.from(code, encoding));
    writeStandardError(dump);
  } else {
    asUsage(() => writeTranslation(outfile, { ...outcome, code }, inputs));
    writeStandardOutput(dump);
  }
  return { ...result, status: 0 };
}

/** Does `action`; files that do not go together are a mistake in the arguments. */
function asUsage<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof OutputLanguageError || error instanceof OutputFileError) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}

/** Loads the translator and translates. */
async function translateBy(
  name: FileLanguage['translator'],
  input: Input,
  options: TranslateOptions,
): Promise<Outcome> {
  (await import('./optimiser.ts')).delayOptimising();
  const translator = await (name === 'classic'
    ? import('../src/files/classic.ts')
    : import('../src/files/index.ts'));
  return translator.translateFile(input, options);
}

/** Short if dumps were asked for once, in full if they were asked for twice. */
function dumpText(definitions: Definitions, dumps: number): string {
  return renderDefinitions(definitions, dumps > 1);
}

/**
 * Translation, as `dynasm translate` and in the form of DynASM's own command line: options in; a file or standard output,
 * diagnostics and dumps out.
 */
import { setFlagsFromString } from 'node:v8';
import { describeArch, renderDefinitions, type Definitions } from '../src/preprocessor/index.ts';
import {
  attemptTranslation,
  chooseLanguage,
  writeTranslation,
  type TranslateOptions,
} from '../src/translation.ts';
import { HELP } from './help.ts';
import { parseCommand, type TranslateCommand } from './options.ts';
import { onTerminal, report, type DiagnosticsForm } from './report.ts';
import { readStandardInput, writeStandardError, writeStandardOutput } from './stream.ts';
import { versionText } from './version.ts';

/** What differs between the two forms. */
export interface Form {
  /** Language of what has no ending that tells. */
  readonly lang: 'ts' | 'c';
  /** Form of diagnostics for programs. */
  readonly diagnostics: DiagnosticsForm;
}

/** Returns the exit status. Throws `UsageError`, and errors of the file system. */
export function translate(args: readonly string[], form: Form): number {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'help':
      writeStandardOutput(HELP);
      return 0;
    case 'version':
      writeStandardOutput(versionText());
      return 0;
    case 'arch':
      writeStandardOutput(describeArch(command.name));
      return 0;
    case 'dump':
      writeStandardOutput(dumpText(ownDefinitions(command.options), command.dumps));
      return 0;
    default:
      return translateInput(command, form);
  }
}

/** By V8's major version, as its flags come and go: Node 20, 22, 24 and 26. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=500000'],
  12: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  13: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  14: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
};

/** Most files are done before optimised code is, and making it costs more than translating: V8 shall begin later with it. */
function optimiseLater(): void {
  for (const flag of LATER[process.versions.v8.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(flag);
}

function translateInput(command: TranslateCommand, form: Form): number {
  optimiseLater();
  const { input, dumps } = command;
  const outfile = command.outfile === '-' ? undefined : command.outfile;
  const diagnosticsForm = command.diagnostics ?? (onTerminal() ? 'pretty' : form.diagnostics);
  const lang = command.options.lang ?? chooseLanguage(input, outfile) ?? form.lang;
  const options: TranslateOptions = {
    ...command.options,
    lang,
    ...(command.options.sourceMap === true && outfile === undefined && { sourceMap: 'inline' }),
    definitions: dumps > 0,
  };
  const file = input === '-' ? '(stdin)' : input;
  const result = attemptTranslation(input === '-' ? { source: readStandardInput(), file } : input, options);
  report(file, result.diagnostics, diagnosticsForm);
  const { code, definitions, encoding } = result;
  const dump = Buffer.from(definitions ? dumpText(definitions, dumps) : '', encoding);
  if (code === undefined) {
    writeStandardError(dump);
    return 1;
  }
  if (outfile === undefined) {
    writeStandardOutput(Buffer.from(code, encoding));
    writeStandardError(dump);
  } else {
    writeTranslation(outfile, { ...result, code });
    writeStandardOutput(dump);
  }
  return 0;
}

function dumpText(definitions: Definitions, dumps: number): string {
  return renderDefinitions(definitions, dumps > 1);
}

function ownDefinitions({ defines = {} }: TranslateOptions): Definitions {
  return { sections: [], defines: Object.entries(defines), macros: [], captures: new Map() };
}

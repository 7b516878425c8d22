/**
 * The options of DynASM's own command line, with ours beside them: takes arguments, returns a command as
 * plain data.
 */
import { LANGUAGES } from '../src/files/filelanguage.ts';
import type { TranslateOptions } from '../src/files/translation.ts';
import { archNames, isWarningCode, WARNINGS, type WarningCode } from '../src/preprocessor/index.ts';
import { checkName, choose, parseDefine, readArguments, type Option } from './arguments.ts';
import { FORMS, type DiagnosticsForm } from './diagnosticprinter.ts';
import { UsageError } from './usage.ts';

export interface TranslateCommand {
  readonly kind: 'translate';
  /** `-` is standard input. */
  readonly input: string;
  /** Standard output if it is absent or `-`. */
  readonly outfile: string | undefined;
  readonly options: TranslateOptions;
  readonly diagnostics: DiagnosticsForm | undefined;
  /** How often definitions are to be dumped. */
  readonly dumps: number;
}

export type Command =
  | TranslateCommand
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'arch'; readonly name: string }
  /** Dumps the definitions of the command line itself. */
  | { readonly kind: 'dump'; readonly options: TranslateOptions; readonly dumps: number };

/** What the options that were read so far have set. */
interface Settings {
  asked?: Command;
  outfile?: string;
  diagnostics?: DiagnosticsForm;
  dumps: number;
  readonly defines: Map<string, string>;
  /** In the order in which they are searched: the last one given comes first. */
  readonly include: string[];
  readonly silenced: WarningCode[];
  options: TranslateOptions;
}

/** Sets options of the translation. */
function set(options: TranslateOptions): Option<Settings>['apply'] {
  return settings => {
    settings.options = { ...settings.options, ...options };
  };
}

// prettier-ignore
const OPTIONS: readonly Option<Settings>[] = [
  { names: ['help', 'h', '?'], apply: settings => { settings.asked = { kind: 'help' }; } },
  { names: ['version', 'V'], apply: settings => { settings.asked = { kind: 'version' }; } },
  { names: ['dumparch', 'A'], parameter: 'required', 
    apply: (settings, name) => { settings.asked = { kind: 'arch', name: choose('-A', name, archNames) }; } },
  { names: ['outfile', 'o'], parameter: 'required', apply: (settings, file) => { settings.outfile = file; } },
  { names: ['include', 'I'], parameter: 'required', apply: (settings, folder) => settings.include.unshift(folder) },
  { names: ['define', 'D'], parameter: 'required', apply: ({ defines }, text) => defines.set(...parseDefine(text)) },
  { names: ['undefine', 'U'], parameter: 'required', apply: ({ defines }, name) => defines.delete(checkName(name, '-U')) },
  { names: ['ccomment', 'c'], apply: set({ comments: 'block' }) },
  { names: ['cppcomment', 'C'], apply: set({ comments: 'line' }) },
  { names: ['nocomment', 'N'], apply: set({ comments: 'none' }) },
  { names: ['maccomment', 'M'], apply: set({ macroComments: true }) },
  { names: ['nolineno', 'L'], apply: set({ lineNumbers: false }) },
  { names: ['flushline', 'F'], apply: set({ flushLines: true }) },
  { names: ['dumpdef', 'P'], apply: settings => { settings.dumps++; } },
  // luapower's
  { names: ['lang', 'l'], parameter: 'required',
    apply: (settings, name) => set({ lang: choose('--lang', name.toLowerCase(), LANGUAGES) })(settings, name) },
  // Ours
  { names: ['platform', 'target'], parameter: 'required',
    apply: (settings, platform) => set({ platform })(settings, platform) },
  { names: ['sourcemap'], parameter: ['file', 'inline'],
    apply: (settings, place) => set({ sourceMap: place === 'inline' ? 'inline' : true })(settings, place) },
  { names: ['diagnostics'], parameter: 'required',
    apply: (settings, form) => { settings.diagnostics = choose('--diagnostics', form, FORMS); } },
  { names: ['max-errors'], parameter: 'required',
    apply: (settings, count) => set({ maxErrors: parseCount(count) })(settings, count) },
  { names: ['no-specialise'], apply: set({ specialise: false }) },
  { names: ['no-check'], apply: set({ check: false }) },
  { names: ['strict'], apply: set({ strict: true }) },
  { names: ['no-warn'], parameter: 'required', apply: ({ silenced }, code) => silenced.push(checkCode(code)) },
  { names: ['W'], parameter: 'required',
    apply: ({ silenced }, code) => silenced.push(checkCode(code.replace(/^no-/, ''))) },
];

/**
 * Reads the arguments. An option that asks for help, the version or an architecture counts at once, whatever
 * stands behind it.
 *
 * @throws {UsageError} if the arguments are wrong
 */
export function parseCommand(args: readonly string[]): Command {
  const settings: Settings = { dumps: 0, defines: new Map(), include: [], silenced: [], options: {} };
  const operands = readArguments(args, OPTIONS, settings);
  return settings.asked ?? command(settings, operands);
}

function command(settings: Settings, [input, ...surplus]: readonly string[]): Command {
  const { outfile, diagnostics, dumps, defines, include, silenced } = settings;
  const options = { ...settings.options, defines: Object.fromEntries(defines), include, silenced };
  if (surplus.length > 0) throw new UsageError(`one input file at a time, not also \`${surplus.join(' ')}'`);
  if (input !== undefined) return { kind: 'translate', input, outfile, options, diagnostics, dumps };
  if (dumps > 0) return { kind: 'dump', options, dumps };
  throw new UsageError("missing input file. Try `--help'.");
}

function checkCode(code: string): WarningCode {
  if (isWarningCode(code)) return code;
  throw new UsageError(`no warning has the code \`${code}'; there are ${Object.keys(WARNINGS).join(', ')}`);
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--max-errors ${text}: not a number from 1 on`);
}

/**
 * The options of DynASM's own command line, with ours beside them: takes arguments, returns a command as
 * plain data. Short options may be combined (`-LN`). Their parameter is the next argument, or the rest of the
 * word if that does not consist of options.
 */
import { nearest } from '../src/encoder/format/nearestname.ts';
import { LANGUAGES } from '../src/files/filelanguage.ts';
import type { TranslateOptions } from '../src/files/translation.ts';
import { archNames, isWarningCode, WARNINGS, type WarningCode } from '../src/preprocessor/index.ts';
import type { DiagnosticsForm } from './diagnosticprinter.ts';
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
  /** Translate again whenever a file changes. */
  readonly watch: boolean;
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
  watch: boolean;
  readonly defines: Map<string, string>;
  /** In the order in which they are searched: the last one given comes first. */
  readonly include: string[];
  readonly silenced: WarningCode[];
  options: TranslateOptions;
}

/** What a parameter may be: for completions. */
export type Values = 'file' | 'folder' | 'other' | readonly string[];

export interface Option {
  /** `outfile` as `--outfile`, `o` as `-o` (or `--o`, as in DynASM). The first two are shown. */
  readonly names: readonly string[];
  /** The parameter as the help shows it, in brackets if it may be left out; absent if there is none. */
  readonly parameter?: string;
  readonly values?: Values;
  /** Absent for an option that another row explains. */
  readonly help?: string;
  readonly apply: (settings: Settings, parameter: string) => void;
}

/** Sets options of the translation. */
function set(options: TranslateOptions): Option['apply'] {
  return settings => {
    settings.options = { ...settings.options, ...options };
  };
}

const setPlatform: Option['apply'] = (settings, platform) => set({ platform })(settings, platform);

const FORMS: readonly DiagnosticsForm[] = ['pretty', 'classic', 'json'];
/** The usual ones. */
export const PLATFORMS = archNames.flatMap(arch =>
  ['linux', 'windows', 'macos'].map(system => `${arch}-${system}`),
);

/** In groups, as the help shows them. */
// prettier-ignore
export const OPTION_GROUPS: readonly (readonly Option[])[] = [[
  { names: ['help', 'h', '?'], help: 'This text.', apply: settings => { settings.asked = { kind: 'help' }; } },
  { names: ['version', 'V'], help: 'The version.', apply: settings => { settings.asked = { kind: 'version' }; } },
], [
  { names: ['outfile', 'o'], parameter: 'FILE', values: 'file',
    help: 'Output file; its ending tells TypeScript from JavaScript (default: standard output).',
    apply: (settings, file) => { settings.outfile = file; } },
  // luapower's
  { names: ['lang', 'l'], parameter: 'LANGUAGE', values: LANGUAGES,
    help: "ts, js, c or lua (default: by the input's ending).",
    apply: (settings, name) => set({ lang: choose('--lang', name.toLowerCase(), LANGUAGES) })(settings, name) },
  { names: ['include', 'I'], parameter: 'DIR', values: 'folder',
    help: 'Look for included files there, too; the last one given first.',
    apply: (settings, folder) => settings.include.unshift(folder) },
  { names: ['define', 'D'], parameter: 'NAME[=TEXT]', values: 'other', help: 'Define a substitution.',
    apply: ({ defines }, text) => defines.set(...parseDefine(text)) },
  { names: ['undefine', 'U'], parameter: 'NAME', values: 'other', help: 'Take a define back.',
    apply: ({ defines }, name) => defines.delete(checkName(name, '-U')) },
  // Ours
  { names: ['platform'], parameter: 'ARCH-OS', values: PLATFORMS,
    help: 'Translate for x64-linux, x86-windows, … (default: this machine); also --target.', apply: setPlatform },
  { names: ['target'], parameter: 'ARCH-OS', values: PLATFORMS, apply: setPlatform },
  { names: ['cpu'], parameter: 'FEATURES', values: 'other',
    help: 'Errors for instructions that need others: x86-64-v3, or a list (sse4.2,popcnt).',
    apply: (settings, cpu) => set({ cpu })(settings, cpu) },
  { names: ['sourcemap'], parameter: '[=inline]', values: ['file', 'inline'],
    help: 'Make a source map: a file beside the output, or inline.',
    apply: (settings, place) => set({ sourceMap: place === 'inline' ? 'inline' : true })(settings, place) },
  { names: ['watch'], help: 'Go on, and translate again whenever the input or what it includes changes.',
    apply: settings => { settings.watch = true; } },
], [
  { names: ['ccomment', 'c'], help: 'Echo assembly lines in /* */ comments.', apply: set({ comments: 'block' }) },
  { names: ['cppcomment', 'C'], help: 'Echo assembly lines in // comments (default).', apply: set({ comments: 'line' }) },
  { names: ['nocomment', 'N'], help: 'Do not echo assembly lines.', apply: set({ comments: 'none' }) },
  { names: ['maccomment', 'M'], help: 'Echo what macros expand to, too.', apply: set({ macroComments: true }) },
  { names: ['nolineno', 'L'], help: 'No #line directives.', apply: set({ lineNumbers: false }) },
  { names: ['flushline', 'F'], help: 'End the put at every line.', apply: set({ flushLines: true }) },
], [
  { names: ['diagnostics'], parameter: 'FORM', values: FORMS,
    help: 'pretty, classic or json (default: pretty on a terminal; else classic, pretty for dynasm translate).',
    apply: (settings, form) => { settings.diagnostics = choose('--diagnostics', form, FORMS); } },
  { names: ['max-errors'], parameter: 'N', values: 'other', help: 'Stop after that many errors.',
    apply: (settings, count) => set({ maxErrors: parseCount(count) })(settings, count) },
  { names: ['no-specialise'], help: 'No function for each chunk (TypeScript): shorter, slower.', apply: set({ specialise: false }) },
  { names: ['keep-lines'], help: 'Host lines stay on their lines (TypeScript), for tools without source maps.',
    apply: set({ keepLines: true }) },
  { names: ['no-check'], help: 'Do not have a parser read the output (TypeScript).', apply: set({ check: false }) },
  { names: ['strict'], help: 'Warnings are errors.', apply: set({ strict: true }) },
  { names: ['no-warn'], parameter: 'CODE', values: Object.keys(WARNINGS), help: 'Leave these warnings out; also -W no-CODE.',
    apply: ({ silenced }, code) => silenced.push(checkCode(code)) },
  { names: ['W'], parameter: 'no-CODE', values: Object.keys(WARNINGS).map(code => `no-${code}`),
    apply: ({ silenced }, code) => silenced.push(checkCode(code.replace(/^no-/, ''))) },
], [
  { names: ['dumpdef', 'P'], help: 'Dump defines, macros, labels and so on; -PP for more.', apply: settings => { settings.dumps++; } },
  { names: ['dumparch', 'A'], parameter: 'ARCH', values: archNames, help: 'Show registers, directives and instructions of x64 or x86.',
    apply: (settings, name) => { settings.asked = { kind: 'arch', name: choose('-A', name, archNames) }; } },
]];
const OPTIONS = OPTION_GROUPS.flat();

/** The words that a parameter may be; none if it may be any. */
export function wordsOf(values: Values | undefined): readonly string[] {
  return values === undefined || typeof values === 'string' ? [] : values;
}

/** Whether an option with this parameter may stand without it. */
export function isOptional(parameter: string): boolean {
  return parameter.startsWith('[');
}

/**
 * Reads the arguments. An option that asks for help, the version or an architecture counts at once, whatever
 * stands behind it.
 *
 * @throws {UsageError} if the arguments are wrong
 */
export function parseCommand(args: readonly string[]): Command {
  const options = new Map(OPTIONS.flatMap(option => option.names.map(name => [name, option] as const)));
  const operands: string[] = [];
  const settings: Settings = {
    dumps: 0,
    watch: false,
    defines: new Map(),
    include: [],
    silenced: [],
    options: {},
  };
  let next = 0;

  const find = (name: string, shown: string): Option => {
    const option = options.get(name);
    if (!option) {
      const meant = shown.startsWith('--')
        ? nearest(
            name,
            [...options.keys()].filter(each => each.length > 1),
          )
        : undefined;
      const hint = meant === undefined ? '' : ` Did you mean \`--${meant}'?`;
      throw new UsageError(`unrecognized option \`${shown}'. Try \`--help'.${hint}`);
    }
    return option;
  };
  const apply = (option: Option, shown: string, attached: string | undefined): void => {
    const { parameter } = option;
    /** If the parameter may be left out, what it may be. */
    const words = parameter !== undefined && isOptional(parameter) ? wordsOf(option.values) : undefined;
    let value = attached;
    if (parameter === undefined) {
      if (value !== undefined) throw new UsageError(`option \`${shown}' takes no parameter`);
    } else if (value === undefined) {
      if (words === undefined || words.includes(args[next] ?? '')) value = args[next++];
      if (value === undefined && words === undefined) {
        throw new UsageError(`missing parameter for option \`${shown}'`);
      }
    } else if (words !== undefined) choose(shown, value, words);
    option.apply(settings, value ?? '');
  };
  /**
   * Reads the options in one word as DynASM does. Only if one of the letters behind an option is not an
   * option, they are its parameter.
   */
  const short = (word: string): void => {
    for (let index = 0; index < word.length && !settings.asked; index++) {
      const name = word.charAt(index);
      const option = find(name, `-${name}`);
      const rest = word.slice(index + 1);
      const attached = option.parameter !== undefined && rest.split('').some(each => !options.has(each));
      apply(option, `-${name}`, attached ? rest : undefined);
      if (attached) return;
    }
  };

  while (next < args.length && !settings.asked) {
    const arg = args[next++] ?? '';
    if (arg === '--') operands.push(...args.slice(next, (next = args.length)));
    else if (arg.startsWith('--')) {
      const [, name = '', value] = /^--([^=]*)(?:=([^]*))?$/.exec(arg) ?? [];
      apply(find(name, `--${name}`), `--${name}`, value);
    } else if (arg.startsWith('-') && arg !== '-') short(arg.slice(1));
    else operands.push(arg);
  }
  return settings.asked ?? command(settings, operands);
}

function command(settings: Settings, [input, ...surplus]: readonly string[]): Command {
  const { outfile, diagnostics, dumps, watch, defines, include, silenced } = settings;
  const options = { ...settings.options, defines: Object.fromEntries(defines), include, silenced };
  if (surplus.length > 0) throw new UsageError(`one input file at a time, not also \`${surplus.join(' ')}'`);
  if (watch && (input === '-' || outfile === undefined || outfile === '-')) {
    throw new UsageError('--watch needs an input and an output that are files: -o FILE');
  }
  if (input !== undefined) return { kind: 'translate', input, outfile, options, diagnostics, dumps, watch };
  if (dumps > 0) return { kind: 'dump', options, dumps };
  throw new UsageError("missing input file. Try `--help'.");
}

/**
 * Reads `NAME=TEXT`, or `NAME`, which stands for `NAME=1`.
 *
 * @throws {UsageError} if the name is not one
 */
export function parseDefine(define: string): [name: string, text: string] {
  const [, name = define, text = '1'] = /^(\w+)(?:=([^]*))?$/.exec(define) ?? [];
  return [checkName(name, '-D'), text];
}

function checkName(name: string, option: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new UsageError(`${option} ${name}: not a name, or a name=text`);
}

function checkCode(code: string): WarningCode {
  if (isWarningCode(code)) return code;
  throw new UsageError(`no warning has the code \`${code}'; there are ${Object.keys(WARNINGS).join(', ')}`);
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--max-errors ${text}: not a number from 1 on`);
}

function choose<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find(each => each === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} ${text}: the choices are ${choices.join(', ')}`);
}

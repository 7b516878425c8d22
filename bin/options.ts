/**
 * The options of DynASM's own command line, with ours beside them: takes arguments, returns a command as
 * plain data.
 */
import { Option } from 'commander';
import { LANGUAGES } from '../src/files/filelanguage.ts';
import type { TranslateOptions } from '../src/files/translation.ts';
import {
  archNames,
  isWarningCode,
  type Language,
  WARNINGS,
  type WarningCode,
} from '../src/preprocessor/index.ts';
import { argumentParser } from './argumentparser.ts';
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
  diagnostics?: DiagnosticsForm | undefined;
  dumps: number;
  watch: boolean;
  readonly defines: Map<string, string>;
  /** In the order in which they are searched: the last one given comes first. */
  readonly include: string[];
  readonly silenced: WarningCode[];
  options: TranslateOptions;
}

/** An option, and what it does with its parameter, which is empty if there is none. */
type Row = readonly [option: Option, apply: (settings: Settings, parameter: string) => void];

/** `flags` as commander reads them: `-o, --outfile <FILE>`; in square brackets what may be left out. */
function row(flags: string, help: string, apply: Row[1], choices?: readonly string[]): Row {
  const option = new Option(flags, help);
  if (choices !== undefined) option.choices(choices);
  // Another row explains it.
  if (help === '') option.hideHelp();
  return [option, apply];
}

/** Sets options of the translation. */
function set(options: TranslateOptions): Row[1] {
  return settings => {
    settings.options = { ...settings.options, ...options };
  };
}

const setPlatform: Row[1] = (settings, platform) => set({ platform })(settings, platform);

/** Asks for something else than a translation: at once, whatever stands behind it. */
function ask(asked: Command): Row[1] {
  return settings => {
    settings.asked = asked;
  };
}

const silence: Row[1] = ({ silenced }, code) => silenced.push(checkCode(code.replace(/^no-/, '')));

const FORMS: readonly DiagnosticsForm[] = ['pretty', 'classic', 'json'];
/** The usual ones. */
export const PLATFORMS = archNames.flatMap(arch =>
  ['linux', 'windows', 'macos'].map(system => `${arch}-${system}`),
);

// prettier-ignore
const ROWS: readonly (readonly Row[])[] = [[
  row('-h, --help', 'This text.', ask({ kind: 'help' })),
  row('-?', '', ask({ kind: 'help' })),
  row('-V, --version', 'The version.', ask({ kind: 'version' })),
], [
  row('-o, --outfile <FILE>', 'Output file; its ending tells TypeScript from JavaScript (default: standard output).',
    (settings, file) => { settings.outfile = file; }),
  // luapower's
  row('-l, --lang <LANGUAGE>', "ts, js, c or lua (default: by the input's ending).",
    (settings, name) => set({ lang: parseLanguage(name) })(settings, name)),
  row('-I, --include <DIR>', 'Look for included files there, too; the last one given first.',
    (settings, folder) => settings.include.unshift(folder)),
  row('-D, --define <NAME[=TEXT]>', 'Define a substitution.', ({ defines }, text) => defines.set(...parseDefine(text))),
  row('-U, --undefine <NAME>', 'Take a define back.', ({ defines }, name) => defines.delete(checkName(name, '-U'))),
  // Ours
  row('--platform <ARCH-OS>', 'Translate for x64-linux, x86-windows, … (default: this machine); also --target.', setPlatform),
  row('--target <ARCH-OS>', '', setPlatform),
  row('--cpu <FEATURES>', 'Errors for instructions that need others: x86-64-v3, or a list (sse4.2,popcnt).',
    (settings, cpu) => set({ cpu })(settings, cpu)),
  row('--sourcemap [inline]', 'Make a source map: a file beside the output, or inline.',
    (settings, place) => set({ sourceMap: place === 'inline' ? 'inline' : true })(settings, place), ['file', 'inline']),
  row('--watch', 'Go on, and translate again whenever the input or what it includes changes.',
    settings => { settings.watch = true; }),
], [
  row('-c, --ccomment', 'Echo assembly lines in /* */ comments.', set({ comments: 'block' })),
  row('-C, --cppcomment', 'Echo assembly lines in // comments (default).', set({ comments: 'line' })),
  row('-N, --nocomment', 'Do not echo assembly lines.', set({ comments: 'none' })),
  row('-M, --maccomment', 'Echo what macros expand to, too.', set({ macroComments: true })),
  row('-L, --nolineno', 'No #line directives.', set({ lineNumbers: false })),
  row('-F, --flushline', 'End the put at every line.', set({ flushLines: true })),
], [
  row('--diagnostics <FORM>', 'pretty, classic or json (default: pretty on a terminal; else classic, pretty for dynasm translate).',
    (settings, form) => { settings.diagnostics = FORMS.find(each => each === form); }, FORMS),
  row('--max-errors <N>', 'Stop after that many errors.',
    (settings, count) => set({ maxErrors: parseCount(count) })(settings, count)),
  row('--no-specialise', 'No function for each chunk (TypeScript): shorter, slower.', set({ specialise: false })),
  row('--keep-lines', 'Host lines stay on their lines (TypeScript), for tools without source maps.', set({ keepLines: true })),
  row('--no-check', 'Do not have a parser read the output (TypeScript).', set({ check: false })),
  row('--strict', 'Warnings are errors.', set({ strict: true })),
  row('--no-warn <WARNING>', 'Leave these warnings out; also -W no-WARNING.', silence),
  row('-W <no-WARNING>', '', silence),
], [
  row('-P, --dumpdef', 'Dump defines, macros, labels and so on; -PP for more.', settings => { settings.dumps++; }),
  row('-A, --dumparch <ARCH>', 'Show registers, directives and instructions of x64, x86 or arm64.',
    (settings, name) => ask({ kind: 'arch', name })(settings, name), archNames),
]];

/** In groups, as the help shows them. */
export const OPTION_GROUPS: readonly (readonly Option[])[] = ROWS.map(rows => rows.map(([option]) => option));

/**
 * Reads the arguments. An option that asks for help, the version or an architecture counts at once, whatever
 * stands behind it.
 *
 * @throws {UsageError} if the arguments are wrong
 */
export function parseCommand(args: readonly string[]): Command {
  const settings: Settings = {
    dumps: 0,
    watch: false,
    defines: new Map(),
    include: [],
    silenced: [],
    options: {},
  };
  const parser = argumentParser().helpOption(false).argument('[file...]');
  for (const [option, apply] of ROWS.flat()) {
    parser.addOption(option).on(`option:${option.name()}`, (parameter: string | null) => {
      apply(settings, parameter ?? '');
    });
  }
  parser.parse(spelledOut(args), { from: 'user' });
  return settings.asked ?? command(settings, parser.args);
}

/** By their flags, of which DynASM takes the short ones with two dashes, too. */
const OPTIONS = new Map(
  OPTION_GROUPS.flat().flatMap(option =>
    [option.short, option.long, option.short && `-${option.short}`].map(flag => [flag, option] as const),
  ),
);
const ASKING = new Set(['-h', '-?', '-V', '-A'].map(flag => OPTIONS.get(flag)));

/**
 * The arguments as commander reads them, up to an option that asks for something else. DynASM combines short
 * options in a way of its own: the letters behind one that takes a parameter are its parameter only if one of
 * them is no option (`-oout.c`, but `-oL out.c`). The parameter of `--sourcemap` can be left out, also in
 * front of a file.
 */
function spelledOut(args: readonly string[]): string[] {
  const words: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') return [...words, arg, ...rest];
    // `-`, which is standard input, and files; what has its parameter; what commander rejects.
    if (!/^-./.test(arg) || (arg.startsWith('--') && !OPTIONS.has(arg))) {
      words.push(arg);
      continue;
    }
    const flags = arg.startsWith('--')
      ? [arg]
      : arg
          .slice(1)
          .split('')
          .map(letter => `-${letter}`);
    for (let flag = flags.shift(); flag !== undefined; flag = flags.shift()) {
      const option = OPTIONS.get(flag);
      words.push(option?.long ?? flag);
      if (option?.required) {
        const isAttached = flags.some(each => !OPTIONS.has(each));
        words.push(
          ...(isAttached
            ? [
                flags
                  .splice(0)
                  .map(each => each[1])
                  .join(''),
              ]
            : rest.splice(0, 1)),
        );
      } else if (option?.optional && !option.argChoices?.includes(rest[0] ?? '')) {
        words.push(...(option.argChoices?.slice(0, 1) ?? []));
      }
      if (ASKING.has(option)) return words;
    }
  }
  return words;
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

function parseLanguage(text: string): Language {
  const language = LANGUAGES.find(each => each === text.toLowerCase());
  if (language !== undefined) return language;
  throw new UsageError(`--lang ${text}: the choices are ${LANGUAGES.join(', ')}`);
}

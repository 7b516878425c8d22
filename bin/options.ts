/**
 * The options of DynASM's own command line, with ours beside them: takes arguments, returns a command as
 * plain data. Short options may be combined (`-LN`). Their parameter is the next argument, or the rest of the
 * word if that does not consist of options.
 */
import { nearest } from '../src/encoder/format/argument.ts';
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

interface Option {
  /** `outfile` as `--outfile`, `o` as `-o` (or `--o`, as in DynASM). */
  readonly names: readonly string[];
  /** Absent if the option takes no parameter. A list if it takes one of these words, or none. */
  readonly parameter?: 'required' | readonly string[];
  readonly apply: (settings: Settings, parameter: string) => void;
}

/** Sets options of the translation. */
function set(options: TranslateOptions): Option['apply'] {
  return settings => {
    settings.options = { ...settings.options, ...options };
  };
}

const FORMS: readonly DiagnosticsForm[] = ['pretty', 'classic', 'json'];

// prettier-ignore
const OPTIONS: readonly Option[] = [
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
  { names: ['cpu'], parameter: 'required', apply: (settings, cpu) => set({ cpu })(settings, cpu) },
  { names: ['sourcemap'], parameter: ['file', 'inline'],
    apply: (settings, place) => set({ sourceMap: place === 'inline' ? 'inline' : true })(settings, place) },
  { names: ['diagnostics'], parameter: 'required',
    apply: (settings, form) => { settings.diagnostics = choose('--diagnostics', form, FORMS); } },
  { names: ['max-errors'], parameter: 'required',
    apply: (settings, count) => set({ maxErrors: parseCount(count) })(settings, count) },
  { names: ['watch'], apply: settings => { settings.watch = true; } },
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
    let value = attached;
    if (parameter === undefined) {
      if (value !== undefined) throw new UsageError(`option \`${shown}' takes no parameter`);
    } else if (value === undefined) {
      if (parameter === 'required' || parameter.includes(args[next] ?? '')) value = args[next++];
      if (value === undefined && parameter === 'required') {
        throw new UsageError(`missing parameter for option \`${shown}'`);
      }
    } else if (parameter !== 'required') choose(shown, value, parameter);
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

/**
 * Reads the arguments of a command: takes them with a table of options, applies each option to the settings,
 * and returns the operands. Short options may be combined (`-LN`). Their parameter is the next argument, or
 * the rest of the word if that does not consist of options.
 */
import { nearest } from '../src/encoder/format/argument.ts';
import { UsageError } from './usage.ts';

/** An option. `S`: what the options of the command set. */
export interface Option<S> {
  /** `outfile` as `--outfile`, `o` as `-o` (or `--o`, as in DynASM). */
  readonly names: readonly string[];
  /** Absent if the option takes no parameter. A list if it takes one of these words, or none. */
  readonly parameter?: 'required' | readonly string[];
  readonly apply: (settings: S, parameter: string) => void;
}

/** How a command deals with its operands. */
export interface Operands {
  /** The first operand ends the options: what stands behind it belongs to it. */
  readonly endOptions?: boolean;
  /** Whether a word that begins with `-` is an operand all the same. */
  readonly isOperand?: (word: string) => boolean;
}

/**
 * Reads the arguments, up to the end or to an option that sets `asked`.
 *
 * @throws {UsageError} if an option does not exist, lacks its parameter or has one that is not wanted
 */
export function readArguments<S extends { readonly asked?: unknown }>(
  args: readonly string[],
  table: readonly Option<S>[],
  settings: S,
  { endOptions = false, isOperand = word => word === '-' }: Operands = {},
): readonly string[] {
  const options = new Map(table.flatMap(option => option.names.map(name => [name, option] as const)));
  const operands: string[] = [];
  let next = 0;

  const find = (name: string, shown: string): Option<S> => {
    const option = options.get(name);
    if (option) return option;
    const long = [...options.keys()].filter(each => each.length > 1);
    const meant = shown.startsWith('--') ? nearest(name, long) : undefined;
    const hint = meant === undefined ? '' : ` Did you mean \`--${meant}'?`;
    throw new UsageError(`unrecognized option \`${shown}'. Try \`--help'.${hint}`);
  };
  const apply = (option: Option<S>, shown: string, attached: string | undefined): void => {
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
    for (let index = 0; index < word.length && settings.asked === undefined; index++) {
      const name = word.charAt(index);
      const option = find(name, `-${name}`);
      const rest = word.slice(index + 1);
      const attached = option.parameter !== undefined && rest.split('').some(each => !options.has(each));
      apply(option, `-${name}`, attached ? rest : undefined);
      if (attached) return;
    }
  };

  while (next < args.length && settings.asked === undefined) {
    const arg = args[next++] ?? '';
    if (arg === '--') operands.push(...args.slice(next, (next = args.length)));
    else if (!arg.startsWith('-') || isOperand(arg)) {
      operands.push(arg);
      if (endOptions) operands.push(...args.slice(next, (next = args.length)));
    } else if (arg.startsWith('--')) {
      const [, name = '', value] = /^--([^=]*)(?:=([^]*))?$/.exec(arg) ?? [];
      apply(find(name, `--${name}`), `--${name}`, value);
    } else short(arg.slice(1));
  }
  return operands;
}

/** @throws {UsageError} if `text` is none of the choices */
export function choose<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find(each => each === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} ${text}: the choices are ${choices.join(', ')}`);
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

/** @throws {UsageError} if `name` cannot be the name of a define */
export function checkName(name: string, option: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new UsageError(`${option} ${name}: not a name, or a name=text`);
}

/**
 * Assembles statements without a host program. Takes a text whose lines are assembly, with or without a bar
 * in front; returns the action list, and for each line its part of it and its arguments. Definitions, types
 * and labels persist from line to line.
 */
import {
  checkArgument,
  expecting,
  isFunction,
  isOneOf,
  isRecordOf,
  isText,
} from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { sourceError } from './diagnostic/error.ts';
import type { Defines } from './directive/define.ts';
import type { ReadBinary } from './directive/include.ts';
import { platformDefines } from './directive/platformdefines.ts';
import type { Argument } from './item.ts';
import { argumentText } from './language/c/c.ts';
import { findLanguage } from './language/index.ts';
import type { Unit } from './language/outputlanguage.ts';
import { type Put, putsInOrder } from './putorder.ts';
import { Translator } from './translator.ts';

export interface AssembleOptions {
  /** Name of the text in diagnostics. */
  readonly file: string;
  readonly arch: string;
  /**
   * The language of expressions, whose rules hold: TypeScript rejects what DynASM assembles silently wrong.
   */
  readonly lang: 'ts' | 'c';
  readonly defines?: Readonly<Record<string, string>>;
  /** The platform whose defines there are, `arch-system`. Without it there are none, and none for C. */
  readonly platform?: string;
  /** Finds the files of `.incbin`. Without it no file is found. */
  readonly readBinary?: ReadBinary;
}

const checkOptions = /* @__PURE__ */ isOptions(
  {
    file: isText,
    arch: isText,
    lang: isOneOf('ts', 'c'),
    defines: isRecordOf(isText),
    platform: isText,
    readBinary: isFunction,
  } satisfies OptionChecks<AssembleOptions>,
  ['file', 'arch', 'lang'],
);
const isLine = /* @__PURE__ */ expecting(
  'a line, as assembleLines returns them',
  value =>
    typeof value === 'object' && value !== null && 'arguments' in value && Array.isArray(value.arguments),
);

export interface AssembledLine {
  /** The line as it was given. */
  readonly text: string;
  /** The line's part of the action list, with the STOP of each put. */
  readonly actions: readonly number[];
  readonly arguments: readonly Argument[];
  readonly errors: readonly Diagnostic[];
}

export interface Assembled {
  readonly unit: Unit;
  /** In the order in which they run. */
  readonly puts: readonly Put[];
  readonly lines: readonly AssembledLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Assembles every line of `text`. Errors are diagnostics. A fatal error counts as an error of each line
 * behind it, too.
 * @throws {TypeError} for an argument or option of a wrong type, and for an option that there is not
 */
export function assembleLines(text: string, options: AssembleOptions): Assembled {
  checkArgument('assembleLines', 'text', text, isText);
  checkArgument('assembleLines', 'options', options, checkOptions);
  const language = findLanguage(options.lang);
  const translator = new Translator(
    {
      ...language,
      capabilities: { ...language.capabilities, sharedChunks: false },
      checkArgument: () => {},
    },
    {
      comments: false,
      macroComments: false,
      flushLines: true,
      argumentPlaces: true,
      maxErrors: Infinity,
      strict: false,
      silenced: new Set(),
      readInclude: () => undefined,
      readBinary: options.readBinary,
    },
  );
  const { defines, log } = translator.session;
  const platform = language.capabilities.platformDefines ? options.platform : undefined;
  const platformErrors = platform === undefined ? [] : definePlatform(platform, defines, options.file);
  for (const [name, value] of Object.entries(options.defines ?? {})) defines.set(name, value);
  translator.setArch(options.arch);
  const given = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const lines = given.map(line => `|${line.replace(/^\s*\|/, '')}\n`);
  const unit = translator.translate(options.file, lines.join(''));

  const actions: number[][] = given.map(() => []);
  const args: Argument[][] = given.map(() => []);
  const puts = unit.items.filter(item => item.kind === 'put');
  puts.forEach((put, n) => {
    const end = puts[n + 1]?.start ?? unit.actions.length;
    const index = put.place.line - 1;
    // A call with very many arguments overflows the stack.
    actions[index] = (actions[index] ?? []).concat(unit.actions.slice(put.start, end));
    args[index]?.push(...put.arguments);
  });
  const diagnostics = [...platformErrors, ...log.diagnostics.map(withoutBar)];
  const errors: Diagnostic[][] = given.map(() => []);
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'error' && diagnostic.line !== undefined)
      errors[diagnostic.line - 1]?.push(diagnostic);
  }
  const stop = diagnostics.find(diagnostic => diagnostic.fatal);
  if (stop?.line !== undefined) errors.slice(stop.line).forEach(list => list.push(stop));
  const assembled = given.map((line, index) => ({
    text: line,
    actions: actions[index] ?? [],
    arguments: args[index] ?? [],
    errors: errors[index] ?? [],
  }));
  return { unit, puts: putsInOrder(unit.items), lines: assembled, diagnostics };
}

/** Sets the defines of a platform. Returns what is wrong if there is no such platform. */
function definePlatform(platform: string, defines: Defines, file: string): readonly Diagnostic[] {
  try {
    for (const [name, value] of platformDefines(platform)) defines.set(name, value);
    return [];
  } catch (error) {
    const { code, message, notes } = sourceError(error);
    return [{ severity: 'error', code, message, file, notes }];
  }
}

/** A diagnostic without the bar that was put in front of its line. */
function withoutBar(diagnostic: Diagnostic): Diagnostic {
  const { column, lineText, ...rest } = diagnostic;
  return {
    ...rest,
    ...(column !== undefined && { column: Math.max(1, column - 1) }),
    ...(lineText !== undefined && { lineText: lineText.slice(1) }),
  };
}

/** The arguments of a line, as they stand in C output. */
export function argumentTexts(line: AssembledLine): string[] {
  checkArgument('argumentTexts', 'line', line, isLine);
  return line.arguments.map(argumentText);
}

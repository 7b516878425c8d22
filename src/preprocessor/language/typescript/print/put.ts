/**
 * Prints a put as one TypeScript statement. Takes the put, with its arguments in the order of the action
 * list, and returns a call; or a block that first stores the expressions in constants, where the call would
 * not evaluate each once and in the order of the source.
 */
import { trimBlanks } from '../../../text/blank.ts';
import type { Argument, Item, Place } from '../../../item.ts';
import { parseMemberPath } from '../read/memberpath.ts';
import { expressionKey, isBefore, isUpperHalf, needsOwnEvaluation } from './evaluationorder.ts';
import { LineWriter, type MappedLine } from './mappedline.ts';
import { unusedPrefix, wordsOf } from './unusedname.ts';

export type PutItem = Extract<Item, { kind: 'put' }>;

/** How the generated module names what its puts use. */
export interface ModuleNames {
  /** The `.actionlist`. */
  readonly list: string;
  /** Namespace of `dynasm/exec`. */
  readonly exec: string;
  /** The function that is written for the put's chunk; undefined if there is none. */
  readonly functionOf: (put: PutItem) => string | undefined;
}

/** A number literal: it needs no evaluation. */
const LITERAL = /^[-+]?\s*\d[\w.]*$/;
const INTEGER = /^[-+]?\s*(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*)$/;

const NO_CONSTANTS: ReadonlyMap<string, string> = new Map();

/** Prints the put. `inPieces`: the line is to know where it comes from. */
export function printPut(put: PutItem, names: ModuleNames, inPieces: boolean): MappedLine {
  const { arguments: args, place, indent } = put;
  const line = new LineWriter(inPieces);
  line.add(indent);
  if (!needsOwnEvaluation(args)) {
    writeCall(line, put, names, NO_CONSTANTS);
    return line.line;
  }
  const constants = nameExpressions(args, names);
  let before = '{ const ';
  for (const [argument, name] of constants) {
    line.add(before, place);
    line.add(`${name} = `);
    line.add(expressionText(argument, names), placeOf(argument));
    before = ', ';
  }
  line.add('; ', place);
  writeCall(
    line,
    put,
    names,
    new Map([...constants].map(([argument, name]) => [expressionKey(argument), name])),
  );
  line.add(' }', put.end);
  return line.line;
}

/** `constants`: names of the constants that hold expressions, by the expressions' keys. */
function writeCall(
  line: LineWriter,
  put: PutItem,
  names: ModuleNames,
  constants: ReadonlyMap<string, string>,
): void {
  const { arguments: args, place } = put;
  const state = `${names.list}.on(Dst)`;
  const called = names.functionOf(put);
  line.add(called === undefined ? `${state}.put(${put.start}` : `${called}(${state}`, place);
  for (const [index, argument] of args.entries()) {
    const constant = constants.size === 0 ? undefined : constants.get(expressionKey(argument));
    line.add(', ', place);
    line.add(argumentText(args, index, constant ?? expressionText(argument, names)), placeOf(argument));
  }
  // Whoever asks for the end of the statement gets that of the assembly.
  line.add(');', put.end);
}

/**
 * Names constants for the expressions, in the order of the source: `$1`, `$2`, …, with more `$` where an
 * expression has such a name. Returns for each expression the first argument that is made from it, with the
 * name.
 */
function nameExpressions(args: readonly Argument[], names: ModuleNames): ReadonlyMap<Argument, string> {
  const ordered: Argument[] = [];
  for (const argument of args) {
    if (LITERAL.test(expressionText(argument, names))) continue;
    if (ordered.some(other => expressionKey(other) === expressionKey(argument))) continue;
    const index = ordered.findIndex(other => isBefore(argument, other));
    ordered.splice(index < 0 ? ordered.length : index, 0, argument);
  }
  const words = wordsOf([...args.map(argument => expressionText(argument, names)), names.list]);
  const prefix = unusedPrefix('$', words);
  return new Map(ordered.map((argument, index) => [argument, `${prefix}${index + 1}`]));
}

/** The expression that an argument is made from. */
function expressionText(argument: Argument, names: ModuleNames): string {
  // A variable register's text is `(number)`.
  if (argument.kind === 'register') return trimBlanks(argument.text.slice(1, -1));
  if (argument.kind !== 'member') return numberText(trimBlanks(argument.text));
  const path = parseMemberPath(argument).map(element =>
    'member' in element ? `'${element.member}'` : trimBlanks(element.index),
  );
  const offset = `${names.exec}.offsetOf(${[trimBlanks(argument.type.ctype), ...path].join(', ')})`;
  return argument.added === undefined ? offset : `${offset} + (${argument.added})`;
}

/** Where the expression of an argument starts: for a variable register behind the parenthesis. */
function placeOf({ kind, place }: Argument): Place {
  return kind === 'register' ? { ...place, column: place.column + 1 } : place;
}

/** `text`; an integer that is not exact as a number becomes a bigint. */
function numberText(text: string): string {
  const [, digits = ''] = INTEGER.exec(text) ?? [];
  if (digits === '') return text;
  return BigInt(digits.replaceAll('_', '')) > BigInt(Number.MAX_SAFE_INTEGER)
    ? `${text.replace(/^\+\s*/, '')}n`
    : text;
}

/** What the put gets for the argument at `index`, whose expression is `text`. */
function argumentText(args: readonly Argument[], index: number, text: string): string {
  const argument = args[index];
  switch (argument?.kind) {
    case 'address':
      return `Dst.address(${text})`;
    case 'address32':
      return `Dst.address32(${text})`;
    case 'low':
    case 'high': {
      if (isUpperHalf(args, index)) return 'Dst.high()';
      const low = `Dst.low(${argument.address ? `Dst.address(${text})` : text})`;
      return argument.kind === 'low' ? low : `(${low}, Dst.high())`;
    }
    case 'float':
      return `Dst.float(${text})`;
    case 'double-low':
      return `Dst.double(${text})`;
    case 'double-high':
      return isUpperHalf(args, index) ? 'Dst.high()' : `(Dst.double(${text}), Dst.high())`;
    default:
      return text;
  }
}

/**
 * Prints a put as one TypeScript statement. In flows the put with its arguments in the order of the action list, out flows a
 * call, or a block with the call where its expressions must be evaluated apart: each once, and in the order of the source.
 */
import { trimBlanks } from '../../../text/blank.ts';
import type { Argument, Item, Place } from '../../../item.ts';
import { asArgument, isPlain, parseTail, wordsOf } from '../read/expression.ts';
import { type Line, LineWriter } from './outputline.ts';

export type Put = Extract<Item, { kind: 'put' }>;

/** How generated code names what it takes from the runtime and from itself. */
export interface Names {
  /** The `.actionlist`. */
  readonly list: string;
  /** Namespace of `dynasm/exec`. */
  readonly exec: string;
  /** The function that is written for a chunk; undefined where there is none. */
  readonly functionOf: (put: Put) => string | undefined;
}

/** Number literals need no evaluation. */
const LITERAL = /^[-+]?\s*\d[\w.]*$/;
const INTEGER = /^([-+]?)\s*(0[xX][\da-fA-F]+|0[bB][01]+|\d+)$/;

/** The expression that an argument is made from. */
function expression(argument: Argument, names: Names): string {
  // A variable register's text is `(number)`.
  if (argument.kind === 'register') return asArgument(trimBlanks(argument.text).slice(1, -1));
  if (argument.kind !== 'member') return printNumber(asArgument(argument.text));
  const steps = parseTail(argument).map(step =>
    'member' in step ? `'${step.member}'` : asArgument(step.index),
  );
  return `${names.exec}.offsetOf(${[asArgument(argument.type.ctype), ...steps].join(', ')})`;
}

/** Where the expression itself starts: for a variable register behind its parenthesis. */
function placeOf({ kind, place }: Argument): Place {
  return kind === 'register' ? { ...place, column: place.column + 1 } : place;
}

function isPlainArgument(argument: Argument): boolean {
  if (argument.kind !== 'member') return isPlain(argument.text);
  return parseTail(argument).every(step => 'member' in step || isPlain(step.index));
}

/** Arguments with equal keys are one expression of the source. */
function key(argument: Argument): string {
  return `${argument.statement}:${argument.sourceOrder}`;
}

function isBefore(a: Argument, b: Argument): boolean {
  return a.statement < b.statement || (a.statement === b.statement && a.sourceOrder < b.sourceOrder);
}

/** The upper half of what the argument before it is the lower half of. */
function isUpperHalf(args: readonly Argument[], index: number): boolean {
  const [low, high] = [args[index - 1], args[index]];
  return high?.kind === 'high' && low?.kind === 'low' && key(low) === key(high);
}

/** Whether the call alone would evaluate an expression twice, or out of order, and that matters. */
function needsBlock(args: readonly Argument[]): boolean {
  return !isOrdered(args) && !args.every(isPlainArgument);
}

/** Whether each expression stands once, and in the order of the source. */
function isOrdered(args: readonly Argument[]): boolean {
  let last: Argument | undefined;
  for (const [index, argument] of args.entries()) {
    if (isUpperHalf(args, index)) continue;
    if (last && !isBefore(last, argument)) return false;
    last = argument;
  }
  return true;
}

/** A literal that a number cannot hold as a bigint; the assembler's `010` is ten, which TypeScript refuses. */
function printNumber(text: string): string {
  const [, sign = '', digits = ''] = INTEGER.exec(text) ?? [];
  if (digits === '') return text;
  const value = BigInt(digits);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return `${sign}${digits.replace(/^0+(?=\d)/, '')}n`;
  return /^0\d/.test(digits) ? `${sign}${value}` : text;
}

/** What the put gets for an argument whose expression is `text`. */
function convert(args: readonly Argument[], index: number, text: string): string {
  switch (args[index]?.kind) {
    case 'address':
      return `Dst.address(${text})`;
    case 'address32':
      return `Dst.address32(${text})`;
    case 'low':
      return `Dst.low(${text})`;
    case 'high':
      return isUpperHalf(args, index) ? 'Dst.high()' : `(Dst.low(${text}), Dst.high())`;
    default:
      return text;
  }
}

function writeCall(line: LineWriter, put: Put, names: Names, texts: ReadonlyMap<string, string>): void {
  const { arguments: args, place } = put;
  const state = `${names.list}.on(Dst)`;
  const called = names.functionOf(put);
  line.add(called === undefined ? `${state}.put(${put.start}` : `${called}(${state}`, place);
  for (const [index, argument] of args.entries()) {
    const named = texts.size === 0 ? undefined : texts.get(key(argument));
    const text = named ?? expression(argument, names);
    line.add(', ', place);
    line.add(convert(args, index, text), placeOf(argument));
  }
  line.add(');', place);
}

/** Names for the expressions, in the order of the source: `$1`, `$2`, … with more `$` where one is mentioned. */
function nameExpressions(args: readonly Argument[], names: Names): ReadonlyMap<Argument, string> {
  const ordered: Argument[] = [];
  for (const argument of args) {
    if (LITERAL.test(expression(argument, names))) continue;
    if (ordered.some(other => key(other) === key(argument))) continue;
    const index = ordered.findIndex(other => isBefore(argument, other));
    ordered.splice(index < 0 ? ordered.length : index, 0, argument);
  }
  const words = [...wordsOf([...args.map(argument => expression(argument, names)), names.list])];
  let prefix = '$';
  while (words.some(word => word.startsWith(prefix) && /^\d+$/.test(word.slice(prefix.length))))
    prefix += '$';
  return new Map(ordered.map((argument, index) => [argument, `${prefix}${index + 1}`]));
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The put as one statement. `inPieces`: with the places that it comes from. */
export function printPut(put: Put, names: Names, inPieces: boolean): Line {
  const { arguments: args, place, indent } = put;
  const line = new LineWriter(inPieces);
  line.add(indent);
  if (!needsBlock(args)) {
    writeCall(line, put, names, NO_NAMES);
    return line.line;
  }
  const named = nameExpressions(args, names);
  const texts = new Map([...named].map(([argument, name]) => [key(argument), name]));
  let before = '{ const ';
  for (const [argument, name] of named) {
    line.add(before, place);
    line.add(`${name} = `);
    line.add(expression(argument, names), placeOf(argument));
    before = ', ';
  }
  line.add('; ', place);
  writeCall(line, put, names, texts);
  line.add(' }');
  return line.line;
}

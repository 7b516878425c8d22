// Regular expressions: text becomes a tree. The syntax is JavaScript's, without what a finite automaton cannot do
// (references, assertions), and without captures: groups only group.
import { Scanner } from '../common/scanner.ts';

export type Pattern =
  | { readonly kind: 'bytes'; readonly set: ByteSet }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  /** `most` may be Infinity. A lazy one prefers fewer. */
  | {
      readonly kind: 'repeat';
      readonly part: Pattern;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    };

/** Which of the characters 0 … 255 (Latin-1) belong to a set. */
export type ByteSet = readonly boolean[];

const MOST_REPETITIONS = 100;

function bytes(test: RegExp): ByteSet {
  return Array.from({ length: 256 }, (_, code) => test.test(String.fromCharCode(code)));
}

const ANY = bytes(/./);
const CLASSES: Readonly<Record<string, ByteSet>> = {
  d: bytes(/\d/),
  D: bytes(/\D/),
  w: bytes(/\w/),
  W: bytes(/\W/),
  s: bytes(/\s/),
  S: bytes(/\S/),
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', 0: '\0' };

function single(character: number): ByteSet {
  return Array.from({ length: 256 }, (_, code) => code === character);
}

function isSingle(set: ByteSet): boolean {
  return set.filter(Boolean).length === 1;
}

/** Whether a pattern matches the empty text. */
function matchesNothing(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'bytes':
      return false;
    case 'sequence':
      return pattern.parts.every(matchesNothing);
    case 'choice':
      return pattern.parts.some(matchesNothing);
    default:
      return pattern.least === 0;
  }
}

/** Reads a regular expression. Throws `SourceError`. */
export function parse(source: string): Pattern {
  const scanner: Scanner = new Scanner(source);

  const choice = (): Pattern => {
    const parts = [sequence()];
    while (scanner.take(/\|/y)) parts.push(sequence());
    return { kind: 'choice', parts };
  };

  const sequence = (): Pattern => {
    const parts: Pattern[] = [];
    while (!scanner.atEnd && scanner.take(/(?=[|)])/y) === undefined) parts.push(quantified());
    return { kind: 'sequence', parts };
  };

  const quantified = (): Pattern => {
    const part = atom();
    const start = scanner.position;
    const quantifier = scanner.take(/[*+?]|\{\d+(?:,\d*)?\}/y);
    if (quantifier === undefined) return part;
    const lazy = scanner.take(/\?/y) !== undefined;
    const [, from = '', comma, to] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier) ?? [];
    const least = quantifier === '+' ? 1 : Number(from);
    const most = to ? Number(to) : quantifier === '?' ? 1 : comma === '' ? least : Infinity;
    if ([least, most].some(count => count > MOST_REPETITIONS && count < Infinity)) {
      scanner.fail(`more than ${MOST_REPETITIONS} repetitions`, start);
    }
    if (least > most) scanner.fail('the numbers are out of order', start);
    // What an empty repetition does is not the same in all languages.
    if (matchesNothing(part)) scanner.fail(`what \`${quantifier}\` repeats must not match nothing`, start);
    return { kind: 'repeat', part, least, most, lazy };
  };

  const atom = (): Pattern => {
    const start = scanner.position;
    if (scanner.take(/\(/y)) {
      if (scanner.take(/\?(?!:)/y))
        scanner.fail('no assertions, names or flags: `(…)` and `(?:…)` group', start);
      scanner.take(/\?:/y);
      const inner = scanner.nest(choice);
      if (!scanner.take(/\)/y)) scanner.fail('`(` without `)`', start);
      return inner;
    }
    if (scanner.take(/\[/y)) return { kind: 'bytes', set: characterClass(start) };
    if (scanner.take(/\./y)) return { kind: 'bytes', set: ANY };
    if (scanner.take(/[$^]/y)) scanner.fail('`^` and `$` are not supported, but as `\\^` and `\\$`', start);
    if (scanner.take(/[*+?{}\]]/y)) scanner.fail('nothing to repeat, or a bracket that needs a `\\`', start);
    return { kind: 'bytes', set: character() };
  };

  const characterClass = (start: number): ByteSet => {
    const negated = scanner.take(/\^/y) !== undefined;
    const set = Array.from({ length: 256 }, () => negated);
    const add = (code: number): void => void (set[code] = !negated);
    while (!scanner.take(/\]/y)) {
      if (scanner.atEnd) scanner.fail('`[` without `]`', start);
      const place = scanner.position;
      const low = character();
      if (scanner.take(/-(?!\])/y)) {
        const ends = [low, scanner.atEnd ? [] : character()];
        if (!ends.every(isSingle)) scanner.fail('a range goes from one character to another', place);
        const [first = 0, last = 0] = ends.map(end => end.indexOf(true));
        if (first > last) scanner.fail('the range is out of order', place);
        for (let code = first; code <= last; code++) add(code);
      } else {
        for (const [code, member] of low.entries()) if (member) add(code);
      }
    }
    return set;
  };

  /** A character or an escape sequence. */
  const character = (): ByteSet => {
    const start = scanner.position;
    if (!scanner.take(/\\/y)) {
      const plain = scanner.take(/[^]/y) ?? '';
      if (plain > '\xff') scanner.fail('not a character of Latin-1', start);
      return single(plain.charCodeAt(0));
    }
    const hexadecimal = scanner.take(/x[\da-fA-F]{2}/y);
    if (hexadecimal !== undefined) return single(Number.parseInt(hexadecimal.slice(1), 16));
    const name = scanner.take(/[dDwWsSnrtvf]|0(?!\d)|[!-/:-@[-`{-~]/y);
    if (name === undefined)
      scanner.fail('no such escape: there are \\d \\w \\s \\D \\W \\S \\n \\r \\t \\v \\f \\0 \\x41', start);
    const control = CONTROLS[name];
    return CLASSES[name] ?? single((control ?? name).charCodeAt(0));
  };

  const pattern = choice();
  if (!scanner.atEnd) scanner.fail('`)` without `(`');
  return pattern;
}

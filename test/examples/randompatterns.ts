/** Random regular expressions and texts: machine code and V8 find the same matches. */
import { automaton } from '../../examples/regex/automaton.ts';
import { compile } from '../../examples/regex/matcher.dast';
import { parse } from '../../examples/regex/pattern.ts';
import type { Random } from '../seededrandom.ts';
import { agreement, choose } from './agreement.ts';

const ATOMS = [
  'a',
  'b',
  'c',
  '.',
  '[ab]',
  '[^a]',
  '[^\\n]',
  '\\w',
  '\\W',
  '\\d',
  '\\s',
  '[a-cx]',
  '\\x61',
  '\\.',
  '\xe9',
  '\\xff',
];
const QUANTIFIERS = [
  '*',
  '+',
  '?',
  '{2}',
  '{1,3}',
  '{2,}',
  '{0,2}',
  '{0}',
  '*?',
  '+?',
  '??',
  '{1,3}?',
  '{0,}?',
];

/** A pattern that may match nothing only if `maybe` is true, as quantifiers need it. */
function pattern(random: Random, depth: number, maybe: boolean): string {
  const inner = (maybe: boolean): string => pattern(random, depth - 1, maybe);
  switch (depth === 0 ? 0 : random(8)) {
    case 0:
    case 1:
      return choose(random, ATOMS);
    case 2:
    case 3: {
      const part = inner(false);
      const quantifier = choose(random, maybe ? QUANTIFIERS : ['+', '{2}', '{1,3}', '+?', '{2,}?']);
      return (ATOMS.includes(part) ? part : choose(random, [`(${part})`, `(?:${part})`])) + quantifier;
    }
    case 4:
      return `(${inner(maybe)}|${maybe && random(4) === 0 ? '' : inner(maybe)})`;
    default:
      return random(2) === 0 ? inner(maybe) + inner(true) : inner(true) + inner(maybe);
  }
}

/** Whether a backtracking matcher may take more than polynomial time. */
function isSlow(source: string): boolean {
  return /\)(?:[*+]|\{\d,\})/.test(source) || source.split(/[*+]|,\}/).length > 4;
}

/** A text; often with long stretches without a match, which are skipped. */
function text(random: Random, length: number): string {
  const runs = Array.from({ length: random(8) }, () => {
    const alphabet = choose(random, ['abc', 'a', 'b', 'ab.\n', 'abc xyz1.\n', 'z ', '\xe9\xff\0a']);
    return Array.from({ length: random(length) }, () => alphabet[random(alphabet.length)]).join('');
  });
  return runs.join('').slice(0, 3 * length);
}

agreement(150, random => {
  const source = pattern(random, 1 + random(4), true);
  const parsed = parse(source);
  const isTooLarge = (['forward', 'backward'] as const).some(direction => !automaton(parsed, direction));
  if (isTooLarge) return;
  const find = compile(source);
  for (let i = 0; i < 20; i++) {
    const searched = text(random, isSlow(source) ? 6 : choose(random, [6, 60]));
    const expected = Array.from(searched.matchAll(new RegExp(source, 'g')), match => [
      match.index,
      match.index + match[0].length,
    ]);
    const found: [number, number][] = [];
    find(Buffer.from(searched, 'latin1'), (start: number, end: number) => found.push([start, end]));
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      throw new Error(
        `${source} in ${JSON.stringify(searched)}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`,
      );
    }
  }
});

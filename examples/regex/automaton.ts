// Makes a deterministic finite automaton of a regular expression: the way over threads of a nondeterministic one, each
// state being a set of threads. The sets are in order of preference, so that the automaton finds what a backtracking
// matcher would try first, and it never looks at a byte twice.
import type { ByteSet, Pattern } from './pattern.ts';

/** Where bytes low … high lead: to a state, or nowhere. All ranges of a state together cover 0 … 255, in order. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly target: number | undefined;
  /** How many threads read such a byte. */
  readonly readers: number;
}

export interface State {
  /** Whether a match may end here. */
  readonly accepts: boolean;
  readonly ranges: readonly Range[];
}

/**
 * `forward` looks for the leftmost match, from any place on, and the last accepting state that it passes is at the end.
 * `backward` reads from there to the left, and the last accepting state that it passes is at the start.
 */
export type Direction = 'forward' | 'backward';

type Thread =
  | { readonly kind: 'byte'; readonly set: ByteSet; readonly next: number }
  | { readonly kind: 'choice'; readonly next: readonly number[] }
  | { readonly kind: 'accept' };

export const MOST_STATES = 1000;
const MOST_THREADS = 10_000;
const ANYTHING_FIRST: Pattern = {
  kind: 'repeat',
  part: { kind: 'bytes', set: Array.from({ length: 256 }, () => true) },
  least: 0,
  most: Infinity,
  lazy: true,
};

/** The threads of a pattern, and the one that is first. Undefined if there are too many. */
function threadsOf(pattern: Pattern, direction: Direction): { threads: Thread[]; first: number } | undefined {
  const threads: Thread[] = [{ kind: 'accept' }];
  const add = (thread: Thread): number => threads.push(thread) - 1;

  /** Adds what matches the pattern and goes on with thread `next`; returns where it begins. */
  const build = (pattern: Pattern, next: number): number => {
    if (threads.length > MOST_THREADS) return next;
    switch (pattern.kind) {
      case 'bytes':
        return add({ kind: 'byte', set: pattern.set, next });
      case 'sequence': {
        const parts = direction === 'forward' ? pattern.parts.toReversed() : pattern.parts;
        return parts.reduce((next, part) => build(part, next), next);
      }
      case 'choice':
        return add({ kind: 'choice', next: pattern.parts.map(part => build(part, next)) });
      default: {
        const { part, least, most, lazy } = pattern;
        const choose = (more: number): readonly number[] => (lazy ? [next, more] : [more, next]);
        let start = next;
        if (most === Infinity) {
          start = add({ kind: 'choice', next: [] });
          threads[start] = { kind: 'choice', next: choose(build(part, start)) };
        } else {
          for (let i = least; i < most; i++)
            start = add({ kind: 'choice', next: choose(build(part, start)) });
        }
        for (let i = 0; i < least; i++) start = build(part, start);
        return start;
      }
    }
  };
  const start = build(pattern, 0);
  const first = direction === 'forward' ? build(ANYTHING_FIRST, start) : start;
  return threads.length > MOST_THREADS ? undefined : { threads, first };
}

/** A number for each byte; those with the same number are in the same sets. */
function classesOf(threads: readonly Thread[]): readonly number[] {
  const sets = new Set(threads.flatMap(thread => (thread.kind === 'byte' ? [thread.set] : [])));
  const numbers = new Map<string, number>();
  return Array.from({ length: 256 }, (_, byte) => {
    const key = Array.from(sets, set => Number(set[byte])).join('');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

/** The states of the automaton, the first one first. Undefined if there are too many. */
export function automaton(pattern: Pattern, direction: Direction): readonly State[] | undefined {
  const nondeterministic = threadsOf(pattern, direction);
  if (!nondeterministic) return undefined;
  const { threads, first } = nondeterministic;
  const classes = classesOf(threads);

  /** Threads that read a byte or accept, out of those that can be reached without reading, in order of preference. */
  const reach = (starts: readonly number[]): number[] => {
    const seen = new Set<number>();
    const reached: number[] = [];
    const visit = (index: number): void => {
      const thread = threads[index];
      if (!thread || seen.has(index)) return;
      seen.add(index);
      if (thread.kind === 'choice') thread.next.forEach(visit);
      else reached.push(index);
    };
    starts.forEach(visit);
    // Whatever is less preferred than a match is not tried. Backward, the longest match counts.
    const match = direction === 'forward' ? reached.indexOf(0) : -1;
    return match === -1 ? reached : reached.slice(0, match + 1);
  };

  const numbers = new Map<string, number>();
  const sets: number[][] = [];
  const numberOf = (set: number[]): number | undefined => {
    if (set.length === 0) return undefined;
    const key = set.join();
    const number = numbers.get(key) ?? sets.push(set) - 1;
    numbers.set(key, number);
    return number;
  };

  const states: State[] = [];
  sets.push(reach([first]));
  numbers.set(sets.join(), 0);
  for (const set of sets) {
    if (sets.length > MOST_STATES) return undefined;
    const targets = new Map<number, Pick<Range, 'target' | 'readers'>>();
    const ranges: Range[] = [];
    for (const [byte, number] of classes.entries()) {
      if (!targets.has(number)) {
        const next = set.flatMap(index => {
          const thread = threads[index];
          return thread?.kind === 'byte' && thread.set[byte] ? [thread.next] : [];
        });
        targets.set(number, { target: numberOf(reach(next)), readers: next.length });
      }
      const { target, readers } = targets.get(number) ?? { target: undefined, readers: 0 };
      const last = ranges.at(-1);
      if (last && last.target === target && last.readers === readers)
        ranges[ranges.length - 1] = { ...last, high: byte };
      else ranges.push({ low: byte, high: byte, target, readers });
    }
    states.push({ accepts: set.includes(0), ranges });
  }
  return states;
}

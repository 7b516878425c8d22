/**
 * Measuring on a machine that others use, too: all candidates take turns, round by round, so that each meets the same
 * disturbances. The median counts, and the spread is shown. `measure` takes candidates and returns figures; `table` prints them.
 */
import { cpus } from 'node:os';

/** Something to measure: `run` returns the time of one run, in the unit of its table. */
export interface Candidate {
  readonly name: string;
  readonly run: () => number | Promise<number>;
  /** Ends the process that runs it, if it has one of its own. */
  readonly end?: () => void;
}

/** Figures of a candidate over the rounds. */
export interface Figures {
  readonly name: string;
  readonly median: number;
  /** A tenth of the rounds took less, a tenth more. */
  readonly low: number;
  readonly high: number;
  /** Median of the ratios to the first candidate in the same round. */
  readonly ratio: number;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Runs the candidates in turns; the first `warmups` rounds do not count. */
export async function measure(
  candidates: readonly Candidate[],
  rounds: number,
  warmups: number,
): Promise<Figures[]> {
  const times = candidates.map((): number[] => []);
  try {
    for (let round = -warmups; round < rounds; round++) {
      for (const [index, { run }] of candidates.entries()) {
        const time = await run();
        if (round >= 0) times[index]?.push(time);
      }
    }
  } finally {
    for (const { end } of candidates) end?.();
  }
  return candidates.map(({ name }, index) => {
    const own = times[index] ?? [];
    const ratios = own.map((time, round) => time / (times[0]?.[round] ?? Number.NaN));
    const [low, middle, high] = [0.1, 0.5, 0.9].map(share => percentile(own, share)) as [
      number,
      number,
      number,
    ];
    return { name, median: middle, low, high, ratio: median(ratios) };
  });
}

/** Nanoseconds that a call takes. */
export function nanoseconds(call: () => void): number {
  const start = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - start);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Rows of cells as a Markdown table; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map(line).join('');
}

/** A row of a candidate's figures: name, median, spread, ratio to the first. */
export function row({ name, median, low, high, ratio }: Figures, digits = 1): string[] {
  return [name, median.toFixed(digits), `${low.toFixed(digits)}…${high.toFixed(digits)}`, ratio.toFixed(2)];
}

/** The machine, the version of Node and the day. */
export function circumstances(): string {
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const day = new Date().toISOString().slice(0, 10);
  return `${processor}, ${cpus().length} cores, ${process.platform} ${process.arch}, Node ${process.version}, ${day}`;
}

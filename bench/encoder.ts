/**
 * Encoder throughput: put + link + encode, through generic puts and through the functions for chunks, beside DynASM's C engine
 * (reference.ts). One workload a process, so that none meets code that was optimised for another.
 *
 *     node --import tsx bench/encoder.ts mix|brainfuck|million|vector|arm64|growth|states|garbage
 *
 * Prints a Markdown table.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { actionList, State } from 'dynasm';
import { type Candidate, measure, median, nanoseconds, row, table } from './measurement.ts';
import { reference } from './reference.ts';
import { brainfuck, brainfuckCompiler, type Loader, mix, type Workload } from './workload.ts';

const OPERATIONS = 1000;
/** Operations of mix.dast for a million puts. */
const MILLION = 711_500;
const COMMANDS = 10_000;

/** The median of so many runs of a workload, in nanoseconds for each of its units; as the C engine's program does it. */
function candidate(name: string, { run, units }: Workload, runs: number): Candidate {
  return { name, run: () => median(Array.from({ length: runs }, () => nanoseconds(run))) / units };
}

/** Both ways of putting, beside the C engine if it is given arguments. */
async function compare(
  unit: string,
  load: Loader,
  args: readonly string[] | undefined,
  runs: number,
  rounds: number,
) {
  // The C engine's process is started first: a fork later would make our pages fault.
  const engine = args === undefined ? [] : reference([...args, String(runs)]);
  const [generic, generated] = [await load(false), await load(true)];
  const figures = await measure(
    [...engine, candidate('generic put', generic, runs), candidate('generated functions', generated, runs)],
    rounds,
    Math.ceil(rounds / 3),
  );
  const { units, bytes } = generated;
  console.log(`${units} ${unit}s and ${bytes} bytes a run.\n`);
  console.log(
    table(
      ['', `ns a ${unit}`, '10 % … 90 %', 'ratio'],
      figures.map(figure => row(figure)),
    ),
  );
}

async function compareBrainfuck(): Promise<void> {
  const program = brainfuck(COMMANDS);
  const folder = mkdtempSync(join(tmpdir(), 'dynasm-'));
  const file = join(folder, 'program.bf');
  writeFileSync(file, program);
  await compare('command', brainfuckCompiler(program), ['brainfuck', file], 60, 20);
  rmSync(folder, { recursive: true });
}

/** Is the time a put the same, however long the program is? */
async function growth(): Promise<void> {
  const rows: string[][] = [];
  // A fresh program each, and what memory it takes the first time is part of it.
  for (const operations of [1000, 10_000, 100_000, MILLION, 8_000_000]) {
    const { run, units, bytes } = await mix(1, operations)(true);
    const runs = Math.max(1, Math.round(1e6 / units));
    const [figures] = await measure(
      [candidate('', { run, units, bytes }, runs)],
      operations > MILLION ? 3 : 9,
      1,
    );
    if (figures) rows.push([String(units), (bytes / 1e6).toFixed(2), figures.median.toFixed(1)]);
  }
  console.log(table(['puts a program', 'MB of code', 'ns a put'], rows));
}

/** A program of five puts: what does its state cost? */
async function states(): Promise<void> {
  // mov eax, imm; STOP
  const list = actionList({ format: 1, arch: 'x64', actions: [0xb8, 237, 255] });
  const buffer = new Uint8Array(64);
  const program = (state: State): void => {
    for (let i = 0; i < 5; i++) state.put(0, i);
    state.link();
    state.encode(buffer, 0x10000);
  };
  const used = new State(list);
  // A single program is too short for the clock.
  const programs = 1000;
  const ways: readonly (readonly [string, () => void])[] = [
    ['used again: `setup`', () => { used.setup(); program(used); }], // prettier-ignore
    ['a new one: `new State`, `free`', () => { const state = new State(list); program(state); state.free(); }], // prettier-ignore
    ['a new one, left to the collector', () => program(new State(list))],
  ];
  const candidates = ways.map(([name, way]) => {
    const run = (): void => {
      for (let i = 0; i < programs; i++) way();
    };
    return candidate(name, { run, units: programs, bytes: 0 }, 20);
  });
  const figures = await measure(candidates, 21, 5);
  console.log(
    table(
      ['state', 'ns a program', '10 % … 90 %', 'ratio'],
      figures.map(figure => row(figure, 0)),
    ),
  );
}

/** Collections of garbage while a state that has grown takes a million puts, and links and encodes them. */
async function garbage(): Promise<void> {
  const rows: string[][] = [];
  for (const special of [false, true]) {
    const { run, units } = await mix(1, MILLION)(special);
    run();
    run();
    let collections = 0;
    const observer = new PerformanceObserver(list => (collections += list.getEntries().length));
    await new Promise(resolve => setTimeout(resolve, 50));
    observer.observe({ entryTypes: ['gc'] });
    run();
    await new Promise(resolve => setTimeout(resolve, 50));
    observer.disconnect();
    rows.push([special ? 'generated functions' : 'generic put', String(units), String(collections)]);
  }
  console.log(table(['', 'puts', 'collections'], rows));
}

const WORKLOADS: Readonly<Record<string, () => Promise<void> | void>> = {
  mix: () => compare('put', mix(10, OPERATIONS), ['mix', '10', String(OPERATIONS)], 30, 20),
  brainfuck: compareBrainfuck,
  million: () => compare('put', mix(1, MILLION), ['mix', '1', String(MILLION)], 1, 12),
  vector: () => compare('put', mix(10, OPERATIONS, 'vector.dast'), undefined, 30, 20),
  arm64: () =>
    compare('put', mix(10, OPERATIONS, 'arm64mix.dast'), ['arm64', '10', String(OPERATIONS)], 30, 20),
  growth,
  states,
  garbage,
};

const name = process.argv[2] ?? '';
if (WORKLOADS[name]) await WORKLOADS[name]();
else {
  console.error(`usage: encoder.ts ${Object.keys(WORKLOADS).join('|')}`);
  process.exitCode = 1;
}

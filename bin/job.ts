/**
 * What is the same in every language: around a translation, the choice of how V8 runs it; behind it diagnostics, output and dumps.
 */
import { statSync } from 'node:fs';
import { nameOf, type Attempt, type Input, type TranslateOptions } from '../src/attempt.ts';
import { writeTranslation } from '../src/output.ts';
import { renderDefinitions, type Definitions } from '../src/preprocessor/index.ts';
import type { DiagnosticsForm } from './report.ts';
import { writeStandardError, writeStandardOutput } from './stream.ts';

export interface Job {
  readonly input: Input;
  /** Absent: standard output. */
  readonly outfile: string | undefined;
  readonly options: Omit<TranslateOptions, 'lang'>;
  /** How often definitions are to be dumped. */
  readonly dumps: number;
  /** The form of diagnostics that was asked for, … */
  readonly diagnostics: DiagnosticsForm | undefined;
  /** … and that for programs, if none was. */
  readonly fallback: DiagnosticsForm;
}

/** By V8's major version, as its flags come and go: Node 20, 22, 24 and 26. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  11: ['--interrupt-budget=500000'],
  12: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  13: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  14: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
};

/** Below so many bytes V8 does not get to optimise anything. */
const LONG = 32_000;

/** Most files are done before optimised code is, and making it costs more than translating: V8 shall begin later with it. */
async function optimiseLater(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  for (const flag of LATER[process.versions.v8.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(flag);
}

function lengthOf(input: Input): number {
  if (typeof input !== 'string') return input.source.length;
  return statSync(input, { throwIfNoEntry: false })?.size ?? 0;
}

/** Translates by `attempt`, and puts everything where it belongs. Returns the exit status. */
export async function runJob(job: Job, attempt: () => Attempt): Promise<number> {
  const { input, outfile, dumps } = job;
  if (lengthOf(input) >= LONG) await optimiseLater();
  const result = attempt();
  const { code, diagnostics, definitions, encoding } = result;
  if (diagnostics.length > 0) {
    const { report } = await import('./report.ts');
    await report(nameOf(input), diagnostics, job.diagnostics, job.fallback);
  }
  const dump = Buffer.from(definitions ? dumpText(definitions, dumps) : '', encoding);
  if (code === undefined) {
    writeStandardError(dump);
    return 1;
  }
  if (outfile === undefined) {
    writeStandardOutput(Buffer.from(code, encoding));
    writeStandardError(dump);
  } else {
    writeTranslation(outfile, { ...result, code });
    writeStandardOutput(dump);
  }
  return 0;
}

/** Once in short, twice in full. */
export function dumpText(definitions: Definitions, dumps: number): string {
  return renderDefinitions(definitions, dumps > 1);
}

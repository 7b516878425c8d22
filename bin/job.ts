/**
 * What is the same in every language: what comes behind a translation, diagnostics, output and dumps.
 */
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

/** Translates by `attempt`, and puts everything where it belongs. Returns the exit status. */
export async function runJob(job: Job, attempt: () => Attempt): Promise<number> {
  const { input, outfile, dumps } = job;
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

/** The part of the command line that translates C and Lua. */
import type { TranslateOptions } from '../src/attempt.ts';
import { attemptBytes } from '../src/bytetranslation.ts';
import type { ByteLanguage } from '../src/language.ts';
import { dumpText, runJob, type Job } from './job.ts';
import { writeStandardOutput } from './stream.ts';

/** Returns the exit status. Throws errors of the file system. */
export async function translateBytes(job: Job, lang: ByteLanguage): Promise<number> {
  return runJob(job, () => attemptBytes(job.input, lang, job.options));
}

/** Dumps what the command line defines, without an input. */
export function dumpDefines(command: { readonly options: TranslateOptions; readonly dumps: number }): void {
  const defines = Object.entries(command.options.defines ?? {});
  const definitions = { sections: [], defines, macros: [], captures: new Map() };
  writeStandardOutput(dumpText(definitions, command.dumps));
}

/** The part of the command line that translates TypeScript. */
import type { Language } from '../src/language.ts';
import { attemptText } from '../src/texttranslation.ts';
import { runJob, type Job } from './job.ts';

/** Returns the exit status. Throws errors of the file system. */
export async function translateText(job: Job, lang: Language): Promise<number> {
  return runJob(job, () => attemptText(job.input, lang, job.options));
}

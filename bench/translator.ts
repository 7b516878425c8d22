/**
 * A translator in a process of its own, as in a tool that translates one language: what V8 learns of one use does not slow
 * down another. Takes a text and options; returns the time of a run whenever one is asked for.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { translateSource, type TranslateSourceOptions } from 'dynasm/preprocessor';
import { median, nanoseconds } from './measurement.ts';

/** One after the other, since the caches of the processor belong to somebody else in between. */
const RUNS = 5;

interface Work {
  readonly text: string;
  readonly options: TranslateSourceOptions;
}

/** Translates again and again: `run` gives nanoseconds, the median of some runs, `end` ends the process. */
export interface Translator {
  readonly run: () => Promise<number>;
  readonly end: () => void;
}

/** A process that translates what `work` says. */
export function startTranslator(work: Work): Translator {
  const process = fork(fileURLToPath(import.meta.url), ['serve']);
  process.send(work);
  const run = async (): Promise<number> => {
    process.send('run');
    const [time] = (await once(process, 'message')) as [number];
    return time;
  };
  return { run, end: () => process.disconnect() };
}

/** The other side. */
function serve(): void {
  let work: Work | undefined;
  const translate = (): void => {
    if (!work || translateSource(work.text, work.options).code === undefined) {
      throw new Error('nothing came out');
    }
  };
  process.on('message', message => {
    if (message === 'run') process.send?.(median(Array.from({ length: RUNS }, () => nanoseconds(translate))));
    else work = message as Work;
  });
}

if (process.argv[2] === 'serve') serve();

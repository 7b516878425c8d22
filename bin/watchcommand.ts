/**
 * `dynasm translate --watch`: translates again whenever the input, or a file that it includes, changes. Ends
 * with an interrupt from the keyboard.
 */
import { relative, resolve } from 'node:path';
import { WatchedFiles } from '../src/files/watchedfiles.ts';
import { writeStandardError } from './stream.ts';
import { describeError } from './usage.ts';

/** What came of a translation. */
interface Translated {
  /** 0, or 1 if the source has errors. */
  readonly status: number;
  readonly dependencies: readonly string[];
  /** Where a new file may mend the errors. */
  readonly missing: readonly string[];
}

/**
 * @param translate makes the file `output` out of `input`, and reports errors in the source itself
 * @throws what the first translation throws; later ones may fail, and are tried again
 */
export async function repeat(
  input: string,
  output: string,
  translate: () => Promise<Translated>,
): Promise<void> {
  let wake: ((changed: readonly string[] | undefined) => void) | undefined;
  let isInterrupted = false;
  const interrupt = (): void => {
    isInterrupted = true;
    wake?.(undefined);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const watched = new WatchedFiles(changed => wake?.(changed));
  let last: Translated | undefined;
  /** What has changed, for people. */
  let reason = '';
  for (;;) {
    const started = Date.now();
    try {
      last = await translate();
      const { status, dependencies } = last;
      const what =
        status === 0 ? `translated ${input} to ${output}` : `errors in ${input}; ${output} was not written`;
      const files = dependencies.length === 0 ? input : `${input} and ${listed(dependencies.length)}`;
      const watching = reason === '' ? `; watching ${files}, until Ctrl-C` : '';
      writeStandardError(`dynasm: ${reason}${what}${watching}\n`);
    } catch (error) {
      const text = describeError(error);
      if (last === undefined || text === undefined) throw error;
      writeStandardError(`dynasm: ${reason}${text}\n`);
    }
    const files = [input, ...last.dependencies, ...last.missing];
    const own = new Set(files.map(file => resolve(file)));
    let changed: readonly string[] | undefined;
    const waiting = new Promise<readonly string[] | undefined>(done => {
      wake = paths => {
        const named = paths?.filter(path => own.has(path)) ?? [];
        if (paths === undefined || named.length > 0) done(paths && named);
      };
    });
    watched.watch(files, started);
    if (!isInterrupted) changed = await waiting;
    if (changed === undefined) break;
    reason = `${shown(changed)} changed: `;
  }
  watched.close();
}

function listed(count: number): string {
  return count === 1 ? '1 file that it reads' : `${count} files that it reads`;
}

/** Paths from the working directory; of many only the first. */
function shown([first = '', ...rest]: readonly string[]): string {
  const path = relative(process.cwd(), first);
  return rest.length === 0 ? path : `${path} (and ${rest.length} more)`;
}

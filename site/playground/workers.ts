/**
 * The two workers of the page. One translates; the other runs programs, and is ended and started anew when a
 * program does not come to its end.
 */
// oxlint-disable-next-line import/default -- Vite makes the export
import runnerUrl from './runner.ts?worker&url';
import type { Problem, Program, Result, Source, Translated } from './messages.ts';

/** So long a program may run, in milliseconds. */
const LIMIT = 2000;

export class Translator {
  readonly #worker = new Worker(new URL('./translator.ts', import.meta.url), { type: 'module' });
  #last = 0;

  constructor(onTranslated: (translated: Translated) => void) {
    this.#worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ id: number; translated: Translated }>) => {
        // Others have been asked for since.
        if (data.id === this.#last) onTranslated(data.translated);
      },
    );
  }

  translate(source: Source): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is a worker
    this.#worker.postMessage({ id: ++this.#last, source });
  }

  close(): void {
    this.#worker.terminate();
  }
}

export class Runner {
  readonly #onResult: (result: Result) => void;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  constructor(onResult: (result: Result) => void) {
    this.#onResult = onResult;
  }

  run(program: Program, system: string): void {
    if (this.#isBusy) this.close();
    const worker = (this.#worker ??= this.#start());
    this.#isBusy = true;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is a worker
    worker.postMessage({ program, system });
  }

  /** Ends what is running. */
  close(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isBusy = false;
  }

  #start(): Worker {
    const worker = new Worker(guardedUrl(new URL(runnerUrl, location.href)), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Result>) => {
      if (worker !== this.#worker) return;
      if (data.kind === 'start') this.#timer = setTimeout(() => this.#stop(), LIMIT);
      if (data.kind === 'end') {
        clearTimeout(this.#timer);
        this.#isBusy = false;
      }
      this.#onResult(data);
    });
    worker.addEventListener('error', ({ message }) => {
      if (worker !== this.#worker) return;
      this.close();
      this.#end({ severity: 'error', message, line: 0 });
    });
    return worker;
  }

  #stop(): void {
    this.close();
    const message = `the program was ended after ${LIMIT / 1000} seconds: does it have an endless loop?`;
    this.#end({ severity: 'error', message, line: 0 });
  }

  #end(problem: Problem): void {
    this.#onResult({ kind: 'problem', problem });
    this.#onResult({ kind: 'end' });
  }
}

/**
 * A worker whose script is a blob has the page's policy: a program that came with a link can ask no other address.
 */
function guardedUrl({ href }: URL): string {
  const text = `import ${JSON.stringify(href)};`;
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

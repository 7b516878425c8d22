/**
 * TypeScript's errors in `.dast` files: has the project's compiler check it as `dynasm check` does, on a
 * thread of its own, since that takes seconds. Takes the path of a saved file; gives the diagnostics of its
 * project.
 */
import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../preprocessor/index.ts';
import { findConfiguration } from '../types/configuration.ts';
import type { CheckRequest } from '../types/projectcheck.ts';

/** Who is told of what was found, or why nothing was. */
interface Listener {
  found(configuration: string, diagnostics: readonly Diagnostic[]): void;
  failed(message: string): void;
}

/** What the thread runs: `bundle` exports the function. */
const THREAD = `const { parentPort, workerData } = require('node:worker_threads');
try {
  parentPort.postMessage({ diagnostics: require(workerData.bundle).checkProject(workerData.request) });
} catch (error) {
  parentPort.postMessage({ failure: error.message });
}`;

type Result = { readonly diagnostics: readonly Diagnostic[] } | { readonly failure: string };

export class TypeChecker {
  readonly #bundle: string;
  readonly #listener: Listener;
  readonly #running = new Set<string>();
  /** Configurations that are to be checked again when the run is over. */
  readonly #waiting = new Set<string>();

  /** `bundle`: a CommonJS file that exports `checkProject`. */
  constructor(bundle: string, listener: Listener) {
    this.#bundle = bundle;
    this.#listener = listener;
  }

  /** A file has been saved. Without a configuration above it nothing is checked. */
  check(path: string, options: CheckRequest['options']): void {
    // It may not have been saved yet.
    if (!existsSync(path)) return;
    // Links are followed, as the compiler follows them.
    const configuration = findConfiguration(dirname(realpathSync.native(path)));
    if (configuration === undefined) return;
    if (this.#running.has(configuration)) {
      this.#waiting.add(configuration);
      return;
    }
    this.#running.add(configuration);
    const request: CheckRequest = { configuration, options };
    const worker = new Worker(THREAD, { eval: true, workerData: { bundle: this.#bundle, request } });
    worker.unref();
    worker.on('message', (result: Result) => {
      if ('failure' in result) this.#listener.failed(result.failure);
      else this.#listener.found(configuration, result.diagnostics);
    });
    worker.on('error', error => this.#listener.failed(String(error)));
    worker.on('exit', () => {
      this.#running.delete(configuration);
      if (this.#waiting.delete(configuration)) this.check(path, options);
    });
  }
}

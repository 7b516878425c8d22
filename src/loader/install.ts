/**
 * Makes `import` and `require` of `.dast` files work in this process.
 */
import module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { build } from '../build.ts';
import { alternatives, EVALUATION, formatFor, isOwnSpecifier, load, type LoaderOptions } from './hooks.ts';
import { compiledCode } from './module.ts';
import { dastPath, readSource } from './source.ts';
import type { Delivery, ThreadData } from './thread.ts';

/** Hands compiled code to the loader: the next import of `url` evaluates it. */
export type Deliver = (url: string, code: string) => void;

const require = createRequire(import.meta.url);

// Hooks belong to the process, so that they were installed does, too: several files of a build may ask for them.
const installed = Symbol.for(`dynasm.loader ${build}`);
const globals = globalThis as { [installed]?: Deliver };

/** The URL of a module that is named as this file would import it. */
function resolve(specifier: string): string {
  return pathToFileURL(require.resolve(specifier)).href;
}

interface Compiling {
  require(specifier: string): unknown;
  _compile(code: string, filename: string): void;
}

/** `require` of `.dast` where CommonJS does not pass through the hooks: Node 20. */
function installRequire(): void {
  const extensions = (
    module as unknown as { _extensions: Record<string, (m: Compiling, file: string) => void> }
  )._extensions;
  extensions['.dast'] = (m, file) => {
    const plain = m.require.bind(m);
    m.require = specifier => {
      try {
        return plain(specifier);
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND' || !isOwnSpecifier(specifier))
          throw error;
        return require(specifier);
      }
    };
    m._compile(compiledCode(readSource('dast', file, 'commonjs')), file);
  };
}

function installThread(options: LoaderOptions): Deliver {
  const { port1, port2 } = new MessageChannel();
  const data: ThreadData = { ...options, port: port2 };
  module.register(resolve('#loader-thread'), { data, transferList: [port2] });
  port1.unref();
  installRequire();
  return (url, code) => deliverThrough(port1, { url, code });
}

function deliverThrough(port: MessagePort, delivery: Delivery): void {
  port.postMessage(delivery);
}

interface Resolved {
  url: string;
  format?: string | null | undefined;
  shortCircuit?: boolean;
}
type Next<C, R> = (name: string, context: C) => R;
interface SyncHooks {
  resolve(specifier: string, context: { parentURL?: string }, next: Next<object, Resolved>): Resolved;
  load(url: string, context: { format?: unknown }, next: Next<object, object>): object;
}

function attempt(specifier: string, context: { parentURL?: string }, next: Next<object, Resolved>): Resolved {
  const found = next(specifier, context);
  return dastPath(found.url) === undefined
    ? found
    : { ...found, format: formatFor(specifier, context.parentURL) };
}

/** Node 22.15 and later: hooks in this thread, for `import` and `require` alike. */
function installHooks(register: (hooks: SyncHooks) => void, options: LoaderOptions): Deliver {
  const delivered = new Map<string, string>();
  register({
    resolve(specifier, context, next) {
      if (specifier.includes(EVALUATION)) return { url: specifier, format: 'module', shortCircuit: true };
      try {
        return attempt(specifier, context, next);
      } catch (error) {
        if (isOwnSpecifier(specifier)) return { url: resolve(specifier) };
        for (const other of alternatives(specifier)) {
          try {
            return attempt(other, context, next);
          } catch {
            // The next one, or the first error.
          }
        }
        throw error;
      }
    },
    load(url, context, next) {
      const source = delivered.get(url);
      if (source !== undefined) {
        delivered.delete(url);
        return { format: 'module', source, shortCircuit: true };
      }
      return load(url, context.format, options) ?? next(url, context);
    },
  });
  return (url, code) => void delivered.set(url, code);
}

/**
 * Installs the loader, once for a process; a second call only returns it. Stack traces follow source maps from then on.
 */
export function install(options: LoaderOptions = { typescript: false }): Deliver {
  const before = globals[installed];
  if (before) return before;
  process.setSourceMapsEnabled(true);
  const { registerHooks } = require('node:module') as {
    registerHooks?: (hooks: SyncHooks) => void;
  };
  return (globals[installed] = registerHooks ? installHooks(registerHooks, options) : installThread(options));
}

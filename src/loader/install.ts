/** Makes `import` and `require` of `.dast` files work in this process. */
import module, { createRequire, type ResolveFnOutput } from 'node:module';
import { build } from '../cache/build.ts';
import { compiledCode } from './compiled.ts';
import { loadModule, type Deliveries, type LoadedModule, type LoaderOptions } from './hooks.ts';
import { readModule } from './modulefile.ts';
import { isOwnSpecifier, ownURL, resolveNow } from './resolution.ts';
import type { Delivery, ThreadData } from './thread.ts';

/** Hands compiled code to the loader: the next import of `url` evaluates it. */
type Deliver = (url: string, code: string) => void;

const require = createRequire(import.meta.url);

// Hooks belong to the process, so whether they are installed does, too: several files of a build may ask for
// them.
const installed = Symbol.for(`dynasm.loader ${build}`);
const globals = globalThis as { [installed]?: Deliver };

interface Compiling {
  require(specifier: string): unknown;
  _compile(code: string, filename: string): void;
}

/** `require` of `.dast` if CommonJS does not pass through the hooks: Node 20. */
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
    m._compile(compiledCode(readModule('dast', file, 'commonjs')), file);
  };
}

function installThread(options: LoaderOptions): Deliver {
  const { port1, port2 } = new MessageChannel();
  const data: ThreadData = { ...options, port: port2 };
  module.register(ownURL('#loader-thread'), { data, transferList: [port2] });
  port1.unref();
  installRequire();
  const post = (delivery: Delivery): void => port1.postMessage(delivery);
  return (url, code) => post({ url, code });
}

interface SyncHooks {
  resolve(
    specifier: string,
    context: { parentURL?: string },
    next: (specifier: string, context: object) => ResolveFnOutput,
  ): ResolveFnOutput;
  load(
    url: string,
    context: { format?: unknown },
    next: (url: string, context: object) => object,
  ): LoadedModule | object;
}

/** Node 22.15 and later: hooks in this thread, for `import` and `require` alike. */
function installHooks(register: (hooks: SyncHooks) => void, options: LoaderOptions): Deliver {
  const deliveries: Deliveries = new Map();
  register({
    resolve: (specifier, context, next) =>
      resolveNow(name => next(name, context), specifier, context.parentURL),
    load: (url, context, next) => loadModule(url, context.format, deliveries, options) ?? next(url, context),
  });
  return (url, code) => void deliveries.set(url, code);
}

/**
 * Installs the loader, once for a process; a second call only returns it. From then on stack traces follow
 * source maps.
 */
export function install(options: LoaderOptions = { typescript: false }): Deliver {
  const before = globals[installed];
  if (before) return before;
  process.setSourceMapsEnabled(true);
  const { registerHooks } = module as { registerHooks?: (hooks: SyncHooks) => void };
  return (globals[installed] = registerHooks ? installHooks(registerHooks, options) : installThread(options));
}

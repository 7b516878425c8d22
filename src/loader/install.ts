/** Makes `import` and `require` of `.dast` files work in this process. */
import module, { type ResolveFnOutput } from 'node:module';
import { build } from '../cache/build.ts';
import { compiledCode } from './compiled.ts';
import { installPlugin } from './bunplugin.ts';
import { loadModule, type Deliver, type Deliveries, type LoadedModule, type LoaderOptions } from './hooks.ts';
import { readModule } from './modulefile.ts';
import { isOwnSpecifier, ownRequire, ownURL, resolveNow } from './resolution.ts';
import type { Delivery, ThreadData } from './thread.ts';
import { passReports } from './watch.ts';

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
        return ownRequire()(specifier);
      }
    };
    m._compile(compiledCode(readModule('dast', file, 'commonjs')), file);
  };
}

/**
 * Node before 22.15. What `--require` names is also loaded in the hooks' own thread, which would wait for
 * itself here: it is the one without a parent.
 */
function installThread(options: LoaderOptions): Deliver {
  const { isMainThread, parentPort } = process.getBuiltinModule('node:worker_threads');
  if (!isMainThread && parentPort === null) return url => url;
  const { port1, port2 } = new MessageChannel();
  const data: ThreadData = { ...options, port: port2 };
  module.register(ownURL('#loader-thread'), { data, transferList: [port2] });
  port1.unref();
  passReports(port1);
  installRequire();
  return (url, code) => {
    port1.postMessage({ url, code } satisfies Delivery);
    return url;
  };
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

/** Deno cannot load packages with binaries any more as soon as there are hooks. */
function loadBinaries(): void {
  for (const name of ['koffi', 'oxc-transform']) {
    try {
      ownRequire()(name);
    } catch {
      // Whoever needs it will see the error.
    }
  }
}

/** Node 22.15 and later: hooks in this thread, for `import` and `require` alike. */
function installHooks(register: (hooks: SyncHooks) => void, options: LoaderOptions): Deliver {
  const deliveries: Deliveries = new Map();
  register({
    resolve: (specifier, context, next) =>
      resolveNow(name => next(name, context), specifier, context.parentURL),
    load: (url, context, next) => loadModule(url, context.format, deliveries, options) ?? next(url, context),
  });
  return (url, code) => {
    deliveries.set(url, code);
    return url;
  };
}

/**
 * Installs the loader, once for a process; a second call only returns it. From then on stack traces follow
 * source maps.
 */
export function install(options: LoaderOptions = { typescript: false }): Deliver {
  const before = globals[installed];
  if (before) return before;
  if (process.versions['bun'] !== undefined) return (globals[installed] = installPlugin());
  process.setSourceMapsEnabled(true);
  if (process.versions['deno'] !== undefined) loadBinaries();
  const { registerHooks } = module as { registerHooks?: (hooks: SyncHooks) => void };
  return (globals[installed] = registerHooks ? installHooks(registerHooks, options) : installThread(options));
}

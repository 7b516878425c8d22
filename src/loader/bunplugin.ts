/**
 * Makes `import` and `require` of `.dast` files work under Bun, which has plugins in place of Node's
 * hooks. Bun compiles TypeScript itself. It does not ask plugins about names without an ending.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledCode } from './compiled.ts';
import type { Deliver, Deliveries } from './hooks.ts';
import { readModule } from './modulefile.ts';
import { EVALUATION, ownRequire } from './resolution.ts';

/** What is used of Bun's interface. */
interface Bun {
  readonly plugin: (plugin: { readonly name: string; readonly setup: (build: Build) => void }) => void;
  readonly resolveSync: (specifier: string, folder: string) => string;
}

interface Build {
  onResolve(
    options: { readonly filter: RegExp },
    callback: (question: Question) => { readonly path: string; readonly namespace?: string } | undefined,
  ): void;
  onLoad(
    options: { readonly filter: RegExp; readonly namespace?: string },
    callback: (module: { readonly path: string }) => { readonly contents: string; readonly loader: 'js' },
  ): void;
}

interface Question {
  readonly path: string;
  readonly importer: string;
}

/** The namespace of modules that were compiled already. */
const NAMESPACE = 'dynasm';

/** Installs the plugin in Bun. Returns a function that gives Bun the compiled code of a URL. */
export function installPlugin(): Deliver {
  const { plugin, resolveSync } = (globalThis as unknown as { readonly Bun: Bun }).Bun;
  const deliveries: Deliveries = new Map();
  // Bun asks the plugin about its own question, too.
  let isAsking = false;
  const resolveOwn = ({ path, importer }: Question): { path: string } | undefined => {
    if (isAsking) return undefined;
    isAsking = true;
    try {
      resolveSync(path, dirname(importer));
      return undefined;
    } catch {
      return { path: ownRequire().resolve(path) };
    } finally {
      isAsking = false;
    }
  };
  plugin({
    name: 'dynasm',
    setup(build) {
      build.onResolve({ filter: /\?evaluation=/ }, ({ path }) => ({ path, namespace: NAMESPACE }));
      build.onResolve({ filter: /^dynasm(?:\/|$)/ }, resolveOwn);
      build.onLoad({ filter: /\?evaluation=/, namespace: NAMESPACE }, ({ path }) => {
        const contents = deliveries.get(path) ?? '';
        deliveries.delete(path);
        return { contents, loader: 'js' };
      });
      build.onLoad({ filter: /\.dast$/ }, ({ path }) => ({
        contents: compiledCode(readModule('dast', path, 'module')),
        loader: 'js',
      }));
    },
  });
  return (url, code) => {
    const path = pathOf(url);
    deliveries.set(path, code);
    return path;
  };
}

/** The path and the query of a URL: Bun does not ask plugins about URLs. */
function pathOf(url: string): string {
  const [file = '', query = ''] = url.split(EVALUATION);
  return `${fileURLToPath(file)}${EVALUATION}${query}`;
}

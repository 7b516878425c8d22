/**
 * What the plugin does, in the terms of unplugin, which makes a plugin for each bundler of it: a `.dast` file
 * is loaded as the JavaScript that it is translated to, with a source map.
 */
import type { UnpluginContextMeta, UnpluginOptions } from 'unplugin';
import { checkPluginOptions } from '../files/translationargument.ts';
import { addToEsbuild } from './esbuildload.ts';
import { messageOf } from './message.ts';
import type { PluginOptions } from './pluginoptions.ts';
import { translateModule } from './translatedmodule.ts';

const MODULE = /\.dast(?:\?|$)/;
/** Suffixes with which an import asks for something else than the module: its text, its URL, a worker. */
const OTHER = /[?&](?:raw|url|worker|sharedworker)(?:[&=]|$)/;

type DefineCacheKey = (generate: (module: { readonly id: string }) => false | undefined) => void;

/** What is used of Vitest's interface: a generator that returns `false` has a module not kept. */
interface Vitest {
  readonly defineCacheKeyGenerator?: DefineCacheKey;
  readonly experimental_defineCacheKeyGenerator?: DefineCacheKey;
}

/** @throws {TypeError} for wrong options */
export function unpluginOptions(
  options: PluginOptions | undefined,
  { framework }: UnpluginContextMeta,
): UnpluginOptions {
  checkPluginOptions('dynasm/plugin', options);
  return {
    name: 'dynasm',
    // Before the bundler's own plugins, which know nothing of the file.
    enforce: 'pre',
    esbuild: { setup: build => addToEsbuild(build, options) },
    vite: {
      // Vitest keeps modules by their own text, not by what they include. (Vitest 4 has the older name.)
      configureVitest(vitest: Vitest): void {
        const define = vitest.defineCacheKeyGenerator ?? vitest.experimental_defineCacheKeyGenerator;
        define?.(({ id }) => (MODULE.test(id) ? false : undefined));
      },
    } as object,
    load: {
      filter: { id: { include: MODULE, exclude: OTHER } },
      handler(id) {
        // webpack and Rspack filter by the path alone.
        if (OTHER.test(id)) return undefined;
        const { code, map, included, errors, warnings } = translateModule(id.replace(/\?.*$/, ''), options);
        for (const path of included) this.addWatchFile(path);
        for (const each of warnings) this.warn(messageOf([each], framework));
        // Where this does not throw, the empty module is what the watched files belong to.
        if (errors.length > 0) this.error(messageOf(errors, framework));
        return { code, map };
      },
    },
  };
}

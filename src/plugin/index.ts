/**
 * `dynasm/plugin`: imports of `.dast` files in what Vite, Vitest, Rollup, Rolldown, esbuild, webpack and
 * Rspack build or serve. There is one function for each of them, which takes options and returns the plugin:
 *
 *     import dynasm from 'dynasm/plugin';
 *     export default { plugins: [dynasm.vite()] };
 *
 * The types are ours, so that a project needs the types of its own bundler only.
 */
import {
  createEsbuildPlugin,
  createRolldownPlugin,
  createRollupPlugin,
  createRspackPlugin,
  createVitePlugin,
  createWebpackPlugin,
} from 'unplugin';
import type { PluginOptions } from './pluginoptions.ts';
import { unpluginOptions } from './unpluginoptions.ts';

export type { PluginOptions } from './pluginoptions.ts';

/** A plugin of Vite, Vitest, Rollup and Rolldown. */
export interface HookPlugin {
  readonly name: string;
}

export interface EsbuildPlugin {
  readonly name: string;
  readonly setup: (build: object) => void | Promise<void>;
}

/** A plugin of webpack and Rspack. */
export interface CompilerPlugin {
  readonly apply: (compiler: object) => void;
}

/** Makes a plugin. Throws a TypeError for wrong options. */
type MakePlugin<Plugin> = (options?: PluginOptions) => Plugin;

/** For Vite and Vitest. */
export const vite = createVitePlugin(unpluginOptions) as MakePlugin<HookPlugin>;
export const rollup = createRollupPlugin(unpluginOptions) as MakePlugin<HookPlugin>;
export const rolldown = createRolldownPlugin(unpluginOptions) as MakePlugin<HookPlugin>;
export const esbuild = createEsbuildPlugin(unpluginOptions) as MakePlugin<EsbuildPlugin>;
export const webpack = createWebpackPlugin(unpluginOptions) as MakePlugin<CompilerPlugin>;
export const rspack = createRspackPlugin(unpluginOptions) as MakePlugin<CompilerPlugin>;

export default { vite, rollup, rolldown, esbuild, webpack, rspack };

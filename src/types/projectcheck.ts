/**
 * The check of a project for an editor: takes a configuration; returns what the compiler finds, by absolute
 * paths.
 */
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { ModuleOptions } from './dastmodule.ts';
import { findTypes } from './typecheck.ts';

export interface CheckRequest {
  /** Absolute path. */
  readonly configuration: string;
  readonly options: ModuleOptions;
}

/**
 * The compiler's own diagnostics. What the translator finds in the sources, who edits them knows already.
 *
 * @throws {ProjectError} there is no compiler
 */
export function checkProject({ configuration, options }: CheckRequest): readonly Diagnostic[] {
  const folder = dirname(configuration);
  const { diagnostics } = findTypes({ configuration, folder, options, declarations: false });
  return diagnostics
    .filter(({ code }) => code.startsWith('TS'))
    .map(each => ({ ...each, file: resolve(folder, each.file) }));
}

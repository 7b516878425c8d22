/** What the commands `check` and `types` take alike. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { configurationAt, findConfiguration, type ModuleOptions } from '../src/types/index.ts';
import type { DiagnosticsForm } from './diagnosticprinter.ts';
import { parseDefine } from './options.ts';

export interface TypesArguments {
  readonly project?: string;
  readonly define: readonly string[];
  readonly include: readonly string[];
  readonly platform?: string;
  readonly diagnostics: DiagnosticsForm;
}

/** The folder that names start from. Links are followed, as the compiler follows them. */
export function workingFolder(): string {
  return realpathSync.native('.');
}

/**
 * The configuration that is asked for, or the one that `tsc` would take; undefined if there is none.
 *
 * @throws {ProjectError} if the one that is asked for does not exist
 */
export function configurationOf({ project }: TypesArguments): string | undefined {
  if (project === undefined) return findConfiguration(workingFolder());
  return realpathSync.native(configurationAt(resolve(project)));
}

/** @throws {UsageError} if a define is not one */
export function moduleOptions({ define, include, platform }: TypesArguments): ModuleOptions {
  return {
    defines: Object.fromEntries(define.map(parseDefine)),
    include: include.toReversed(),
    ...(platform !== undefined && { platform }),
  };
}

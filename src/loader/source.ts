/**
 * A module that is to be loaded, as it stands on disk: what its compiled form depends on, and nothing else.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TranslateOptions } from '../attempt.ts';

export type ModuleFormat = 'module' | 'commonjs';

export interface Source {
  /** With assembly in it, or plain TypeScript. */
  readonly kind: 'dast' | 'typescript';
  /** Absolute path; the file need not exist. */
  readonly file: string;
  readonly text: string;
  /** What the module is compiled to. */
  readonly format: ModuleFormat;
  readonly options: TranslateOptions;
}

/** The file at `file` as a source. */
export function readSource(kind: Source['kind'], file: string, format: ModuleFormat): Source {
  return { kind, file, text: readFileSync(file, 'utf8'), format, options: {} };
}

/** The path of a `file:` URL whose name ends in `.dast`, its query set aside; else undefined. */
export function dastPath(url: string): string | undefined {
  const bare = url.replace(/[?#].*$/, '');
  return bare.startsWith('file:') && bare.endsWith('.dast') ? fileURLToPath(bare) : undefined;
}

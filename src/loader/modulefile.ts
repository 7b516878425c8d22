/** Modules that are loaded from files, and how their URLs are recognized. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ModuleSource } from '../files/compile.ts';

/** The module in `file`. */
export function readModule(
  kind: ModuleSource['kind'],
  file: string,
  format: ModuleSource['format'],
): ModuleSource {
  return { kind, file, text: readFileSync(file, 'utf8'), format, options: {} };
}

/** The path of a `file:` URL whose name ends in `.dast`, without its query; undefined for any other URL. */
export function dastPath(url: string): string | undefined {
  const bare = url.replace(/[?#].*$/, '');
  return bare.startsWith('file:') && bare.endsWith('.dast') ? fileURLToPath(bare) : undefined;
}

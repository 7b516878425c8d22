/** The input of a translation: a file, or a text. */
import { readFileSync } from 'node:fs';
import type { Encoding } from './filelanguage.ts';

/**
 * A translation's input: the path of a file, or text (or a file's bytes) with the name to use for it in
 * messages.
 */
export type Input = string | { readonly source: string | Uint8Array; readonly file?: string };

/** The file that an input is from, as far as it says; undefined for a text without a name. */
export function fileOf(input: Input): string | undefined {
  return typeof input === 'string' ? input : input.file;
}

/** The name of an input for messages. */
export function nameOf(input: Input): string {
  return fileOf(input) ?? '(string)';
}

/** Whether `input` is a text already, so that no encoding is involved. */
export function isText(input: Input): boolean {
  return typeof input !== 'string' && typeof input.source === 'string';
}

/**
 * The text of an input.
 *
 * @throws an error of the file system, with the path, if the file cannot be read
 */
export function readInput(input: Input, encoding: Encoding): string {
  if (typeof input !== 'string') {
    return typeof input.source === 'string' ? input.source : Buffer.from(input.source).toString(encoding);
  }
  try {
    return readFileSync(input, encoding);
  } catch (error) {
    throw Object.assign(error as Error, { path: input });
  }
}

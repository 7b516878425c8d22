/**
 * `.include`. Takes the name as it is written; returns the file's path and text. The caller of the translator
 * finds files.
 */
import { FatalError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';

export interface Included {
  /** The path as diagnostics show it. */
  readonly path: string;
  readonly text: string;
}

/**
 * Finds the file that `.include name` in `fromFile` means; undefined if there is none. An error that it
 * throws becomes a diagnostic.
 */
export type ReadInclude = (name: string, fromFile: string) => Included | undefined;

/** The file that `operand` names. Throws `FatalError` if it is not there or cannot be read. */
export function findInclude(read: ReadInclude, operand: Slice, fromFile: string): Included {
  const name = operand.text;
  let reason = 'not found';
  try {
    // To DynASM quotes are part of the name, but users hardly mean that.
    const unquoted = /^(["'])(.+)\1$/.exec(name)?.[2];
    for (const candidate of unquoted === undefined ? [name] : [name, unquoted]) {
      const found = read(candidate, fromFile);
      if (found) return found;
    }
  } catch (error) {
    reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  throw new FatalError(`include file \`${name}' ${reason}`, { code: 'include', at: operand });
}

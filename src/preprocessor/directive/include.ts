/**
 * `.include`: the name as it stands in, the file's path and text out. Where files are looked for is the caller's business.
 */
import { FatalError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';

export interface Included {
  /** What diagnostics show. */
  readonly path: string;
  readonly text: string;
}

/** What `.include name` in `fromFile` means; undefined if there is no such file. What it throws becomes a diagnostic. */
export type ReadInclude = (name: string, fromFile: string) => Included | undefined;

/** Throws `FatalError` for a file that is not there or cannot be read. */
export function findInclude(read: ReadInclude, operand: Slice, fromFile: string): Included {
  const name = operand.text;
  let reason = 'not found';
  try {
    // DynASM takes quotes for part of the name; whoever writes them hardly means that.
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

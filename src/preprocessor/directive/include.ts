/**
 * The files that a source names: `.include` reads text, `.incbin` bytes. Takes the name as it is written;
 * returns the file's path and contents. The caller of the translator finds files.
 */
import { FatalError, StatementError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';

export interface Included {
  /** The path as diagnostics show it. */
  readonly path: string;
  readonly text: string;
}

/** A file whose bytes are data. */
export interface BinaryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Finds the file that `.include name` in `fromFile` means; undefined if there is none. An error that it
 * throws becomes a diagnostic.
 */
export type ReadInclude = (name: string, fromFile: string) => Included | undefined;

/** The same for `.incbin name`. */
export type ReadBinary = (name: string, fromFile: string) => BinaryFile | undefined;

/** The file that `operand` names. Throws `FatalError` if it is not there or cannot be read. */
export function findInclude(read: ReadInclude, operand: Slice, fromFile: string): Included {
  const found = find(read, operand.text, fromFile);
  if (typeof found !== 'string') return found;
  throw new FatalError(`include file \`${operand.text}' ${found}`, { code: 'include', at: operand });
}

/** The same for bytes. Throws `StatementError`. */
export function findBinary(read: ReadBinary, operand: Slice, fromFile: string): BinaryFile {
  const found = find(read, operand.text, fromFile);
  if (typeof found !== 'string') return found;
  throw new StatementError(`file \`${operand.text}' ${found}`, { code: 'incbin', at: operand });
}

/** What `read` finds, or why it finds nothing. */
function find<File>(
  read: (name: string, fromFile: string) => File | undefined,
  name: string,
  fromFile: string,
): File | string {
  try {
    // To DynASM quotes are part of the name, but users hardly mean that.
    const unquoted = /^(["'])(.+)\1$/.exec(name)?.[2];
    for (const candidate of unquoted === undefined ? [name] : [name, unquoted]) {
      const found = read(candidate, fromFile);
      if (found) return found;
    }
    return 'not found';
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

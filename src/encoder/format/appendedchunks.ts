/** Adds chunks to a list that is in use: those of templates. */
import type { Actions, Chunks } from './chunks.ts';

/** Chunks of format 2, one behind the other. */
export interface AppendedChunks {
  readonly actions: Actions;
  /** Offsets in `actions`, as in the description of a list. */
  readonly signed: readonly number[];
  readonly moving: readonly number[];
  /** Offsets in `actions` at which source lines start. */
  readonly lineStarts: readonly number[];
}

/** Adds the chunks at the end of the list. Returns the offset in the list at which `actions` begin. */
export function appendChunks(
  chunks: Chunks,
  { actions, signed, moving, lineStarts }: AppendedChunks,
): number {
  const start = chunks.actions.length;
  const length = start + actions.length;
  // The constructor of typed arrays of this kind.
  const Elements = actions.constructor as new (length: number) => Actions;
  chunks.actions = grown(chunks.actions, new Elements(length));
  chunks.actions.set(actions, start);
  chunks.heads = grown(chunks.heads, new Int32Array(length));
  for (const offset of signed) chunks.signed.add(start + offset);
  for (const offset of moving) chunks.moving?.add(start + offset);
  if (lineStarts.length > 0) {
    chunks.lineStarts = grown(chunks.lineStarts, new Uint8Array(length));
    for (const offset of lineStarts) chunks.lineStarts[start + offset] = 1;
  }
  return start;
}

/** `larger` with the contents of `array` at its beginning. */
function grown<A extends Actions | Int32Array>(array: A, larger: A): A {
  larger.set(array);
  return larger;
}

/**
 * Inputs whose text comes in pieces, as that of a stream does. Takes such an input, or one that is whole
 * already; returns the whole one.
 */
import { checkArgument, expecting, isArrayOf } from '../encoder/format/argument.ts';
import type { Input } from './input.ts';

/** A part of a source: text, or bytes, which may end inside of a character. */
export type Piece = string | Uint8Array;

/** An input that is there at once: whole, or pieces that nobody has to wait for. */
export type SyncInput =
  Input | Iterable<Piece> | { readonly source: Iterable<Piece>; readonly file?: string };

/**
 * The input of a translation: the path of a file, `{ source, file }` (a text or bytes, and the name to use
 * for them), or a stream or other iterable of pieces, with or without such a name.
 */
export type AnyInput =
  SyncInput | AsyncIterable<Piece> | { readonly source: AsyncIterable<Piece>; readonly file?: string };

/** Whether it is whole, so that it can be iterated over only by mistake. */
function isWhole(value: unknown): value is Piece {
  return typeof value === 'string' || ArrayBuffer.isView(value);
}

export function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && !isWhole(value) && Symbol.iterator in value;
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/**
 * Waits for all pieces. `where` is the function's name in messages.
 *
 * @throws {TypeError} for a piece that is neither text nor bytes
 * @throws what the iterable throws
 */
export async function gather(where: string, input: AnyInput): Promise<Input> {
  const source = sourceOf(input);
  if (!isAsyncIterable(source)) return gatherSync(where, input as SyncInput);
  const pieces: unknown[] = [];
  for await (const piece of source) pieces.push(piece);
  return named(input, joined(where, pieces));
}

/** The same for an input that is there at once. */
export function gatherSync(where: string, input: SyncInput): Input {
  const source = sourceOf(input);
  return isIterable(source) ? named(input, joined(where, [...source])) : (input as Input);
}

function sourceOf(input: AnyInput): unknown {
  return typeof input === 'object' && 'source' in input ? input.source : input;
}

function named(input: AnyInput, source: Piece): Input {
  const file = typeof input === 'object' && 'file' in input ? input.file : undefined;
  return file === undefined ? { source } : { source, file };
}

const isPieces = isArrayOf(
  expecting('a string or a Uint8Array', value => typeof value === 'string' || value instanceof Uint8Array),
);

/** One text if all pieces are texts, otherwise bytes. */
function joined(where: string, pieces: readonly unknown[]): Piece {
  checkArgument(where, 'input', pieces, isPieces);
  const known = pieces as readonly Piece[];
  if (known.every(piece => typeof piece === 'string')) return known.join('');
  return Buffer.concat(known.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

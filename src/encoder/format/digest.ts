/**
 * FNV-1a with 32 bits, which tells action lists and versions of a source apart. The preprocessor runs in
 * browsers, too: it has no `node:crypto`.
 */
const START = 0x811c9dc5;
const PRIME = 0x01000193;
const NONE: readonly never[] = [];

/** The digest of a text and bytes behind it, 0…2³²−1. */
export function digest(text: string, bytes: readonly number[] = NONE): number {
  let value = START;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  for (let at = 0; at < bytes.length; at++) value = Math.imul(value ^ (bytes[at] ?? 0), PRIME);
  return value >>> 0;
}

/** The digest of a source. Line ends do not count: version control changes them. */
export function sourceDigest(text: string): number {
  return digest(text.replaceAll('\r', ''));
}

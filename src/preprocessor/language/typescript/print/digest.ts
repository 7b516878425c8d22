/**
 * FNV-1a with 32 bits, which tells action lists apart. The preprocessor runs in browsers, too: it has no
 * `node:crypto`.
 */
const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** The digest of a text and bytes behind it: 8 hexadecimal digits. */
export function digest(text: string, bytes: readonly number[]): string {
  let value = START;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  for (let at = 0; at < bytes.length; at++) value = Math.imul(value ^ (bytes[at] ?? 0), PRIME);
  return (value >>> 0).toString(16).padStart(8, '0');
}

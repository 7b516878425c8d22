/** Line ends. Takes a text and the source that it was made from; returns the text with the source's. */

/** `text` with the line ends of `source`. If those are mixed, `text` stays as it is. */
export function withLineEnds(text: string, source: string): string {
  if (!source.includes('\r\n')) return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
  return /(?<!\r)\n/.test(source) ? text : text.replace(/(?<!\r)\n/g, '\r\n');
}

/** The listing of code that a state has made, with the source line of each of its lines. */
import { addressWidth, type ListedCode, listRows } from '../../src/exec/listing.ts';
import { printRows } from '../../src/exec/listingrow.ts';
import { type BuiltCode, listedCode } from '../../src/exec/listedcode.ts';
import type { LinkedText } from './messages.ts';

/** `added`: so many lines stand in front of the user's text. */
export function codeText(code: BuiltCode, added: number): LinkedText {
  const lineOf = (action: number): string | undefined => {
    const line = (code.list.sourceOf(action)?.line ?? 0) - added;
    return line > 0 ? String(line) : undefined;
  };
  const listed = listedCode(code, lineOf);
  const width = addressWidth(listed);
  const labels = labelLines(listed);
  const text: string[] = [];
  const links: (readonly number[])[] = [];
  let source: readonly number[] = [];
  /** How many lines of labels wait for the address that they stand for. */
  let waiting = 0;
  for (const row of listRows(listed)) {
    const { source: line, ...bare } = row;
    if (line !== undefined) source = [Number(line)];
    const lines = printRows([bare], width, false).trimEnd().split('\n');
    text.push(...lines);
    if ('label' in row) {
      waiting += lines.length;
      continue;
    }
    const own = labels.get(row.at) ?? source;
    for (; waiting > 0; waiting--) links.push(own);
    links.push(...lines.map(() => source));
  }
  const end = labels.get(listed.address + BigInt(listed.bytes.length)) ?? [];
  for (; waiting > 0; waiting--) links.push(end);
  return { text: narrowed(text, width), links };
}

/** The source lines of what stands at an address and has no bytes: labels. */
function labelLines({ parts, address, bytes }: ListedCode): ReadonlyMap<bigint, readonly number[]> {
  const lines = new Map<bigint, number[]>();
  for (const [index, { offset, source }] of parts.entries()) {
    if (source === undefined || (parts[index + 1]?.offset ?? bytes.length) !== offset) continue;
    const at = address + BigInt(offset);
    lines.set(at, [...(lines.get(at) ?? []), Number(source)]);
  }
  return lines;
}

/** The lines with a column of bytes that is no wider than they need. */
function narrowed(lines: readonly string[], width: number): string {
  const parts = lines.map(line => {
    const isRow = /^[\da-f]+ {2}/.test(line);
    const [, bytes = '', rest = ''] =
      /^((?:[\da-f]{2} )*[\da-f]{2}(?: …)?)(?: {2,}(.*))?$/.exec(line.slice(width + 2)) ?? [];
    return isRow && bytes !== '' ? { address: line.slice(0, width), bytes, rest } : line;
  });
  const most = parts.reduce(
    (length, part) => (typeof part === 'string' ? length : Math.max(length, part.bytes.length)),
    0,
  );
  return parts
    .map(part =>
      typeof part === 'string' ? part : `${part.address}  ${part.bytes.padEnd(most)}  ${part.rest}`.trimEnd(),
    )
    .join('\n');
}

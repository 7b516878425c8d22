/** The listing of code that a state has made, with the source line of each of its lines. */
import { addressWidth, type ListedCode, listRows } from '../../src/exec/listing.ts';
import { printRows, type Row } from '../../src/exec/listingrow.ts';
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
  const text: string[] = [];
  const links: (readonly number[])[] = [];
  let source: readonly number[] = [];
  const rows = listRows(listed);
  for (const [index, row] of rows.entries()) {
    const { source: line, ...bare } = row;
    if (line !== undefined) source = [Number(line)];
    const lines = printRows([bare], width, false).trimEnd().split('\n');
    text.push(...lines);
    const own = 'label' in row ? labelLines(listed, rows.slice(index)) : source;
    links.push(...lines.map(() => own));
  }
  return { text: text.join('\n'), links };
}

/** The source lines of labels in front of `rows`: those of parts without bytes, or that of the code itself. */
function labelLines({ parts, address }: ListedCode, rows: readonly Row[]): readonly number[] {
  const code = rows.find(row => !('label' in row));
  if (code === undefined || 'label' in code) return [];
  const here = parts.filter(
    ({ offset, source }) => address + BigInt(offset) === code.at && source !== undefined,
  );
  const labels = here.slice(0, Math.max(1, here.length - 1));
  return [...new Set(labels.map(({ source }) => Number(source)))];
}

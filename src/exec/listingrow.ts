/**
 * The lines of a listing. Takes rows: labels, and what stands at an address; returns them as text in columns,
 * with colours for a terminal if they are wanted.
 */

export type Row =
  | { readonly label: string; source?: string }
  | {
      readonly at: bigint;
      readonly bytes: Uint8Array;
      /** An instruction or a directive. */
      readonly text: string;
      /** What an address in it belongs to. */
      readonly note?: string | undefined;
      /** All bytes are the same: only the first ones are shown. */
      readonly isFill?: boolean;
      source?: string;
    };

/** Width of the column of bytes, in bytes. Longer instructions (they have up to 15) are not cut. */
const COLUMN = 10;
/** Longest instruction, in bytes. More bytes have lines of their own, … */
const MAX_INSTRUCTION = 15;
/** … with so many each. */
const LINE_BYTES = 8;
/** Sources stand in a column of their own, behind texts of up to this width. */
const MAX_TEXT = 48;

const STYLES = { address: '2', bytes: '34', label: '33;1', text: '1', note: '36', source: '32' } as const;

/** The rows as lines. `width`: of an address, in digits. */
export function printRows(rows: readonly Row[], width: number, color: boolean): string {
  const style = (name: keyof typeof STYLES, text: string): string =>
    color && text !== '' ? `\x1b[${STYLES[name]}m${text}\x1b[0m` : text;
  const sourceColumn = Math.max(0, ...rows.map(textWidth).filter(each => each <= MAX_TEXT));
  const lines: string[] = [];
  const address = (at: bigint): string => style('address', at.toString(16).padStart(width, '0'));
  for (const row of rows) {
    if ('label' in row) {
      lines.push(style('label', row.label));
      continue;
    }
    const { at, bytes, text, note, source, isFill = false } = row;
    const perLine = bytes.length > MAX_INSTRUCTION || isData(text) ? LINE_BYTES : bytes.length;
    const first = hex(bytes.subarray(0, perLine)) + (isFill && bytes.length > perLine ? ' …' : '');
    const noteText = note === undefined ? '' : `  ; ${note}`;
    let line = `${address(at)}  ${style('bytes', first.padEnd(3 * COLUMN - 1))}  ${style('text', text)}`;
    line += style('note', noteText);
    if (source !== undefined) {
      const gap = ' '.repeat(Math.max(0, sourceColumn - textWidth(row)));
      line += `${gap}  ${style('source', `; ${source}`)}`;
    }
    lines.push(line);
    if (isFill) continue;
    for (let start = perLine; start < bytes.length; start += LINE_BYTES) {
      const rest = hex(bytes.subarray(start, start + LINE_BYTES));
      lines.push(`${address(at + BigInt(start))}  ${style('bytes', rest)}`);
    }
  }
  return lines.map(line => `${line}\n`).join('');
}

/** Is it a directive? */
function isData(text: string): boolean {
  return text.startsWith('.');
}

function textWidth(row: Row): number {
  if ('label' in row) return 0;
  return row.text.length + (row.note === undefined ? 0 : row.note.length + 4);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ');
}

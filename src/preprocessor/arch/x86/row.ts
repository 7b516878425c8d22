/**
 * Rows of the instruction table. In: the texts of the table files, a row a line, each ended by a line break (the notation is explained in
 * form.ts). Out: which rows a mnemonic has, and the columns of a row. The table is read no further than it is asked for: of most rows only
 * the mnemonic.
 */
import { BEYOND, CONDITIONS, CORRECTIONS, DEFECTS, TABLE } from './table/index.ts';

/** Mnemonic, operands, encoding, and the only mode it exists in. */
export type Row = readonly [mnemonic: string, operands: string, encoding: string, mode?: 'x64' | 'x86'];

/** `defect`: DynASM encodes it wrongly. `correction`: DynASM refuses it. */
export type Origin = 'table' | 'defect' | 'correction';

/** The rows of one origin: for each mnemonic the parts of the table that have rows of it, and of it only. */
export interface Rows {
  readonly origin: Origin;
  readonly blocks: ReadonlyMap<string, readonly string[]>;
}

/** The lines of a text that are rows. */
export function rowLines(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '' && !line.startsWith('//'));
}

/** The columns of a line. */
export function readRow(line: string): Row {
  const [mnemonic = '', operands = '', encoding = '', mode] = line.split(' | ');
  const row = [mnemonic.trimEnd(), operands.trimEnd(), encoding.trimEnd()] as const;
  if (mode === undefined) return row;
  if (mode !== 'x64' && mode !== 'x86') throw new SyntaxError(`unknown mode in the row ${line}`);
  return [...row, mode];
}

/** The table, rows that count first standing first. `beyond`: also those that DynASM does not know. */
export function findRows(beyond: boolean): readonly Rows[] {
  return [
    { origin: 'defect', blocks: indexBlocks([DEFECTS]) },
    { origin: 'table', blocks: indexBlocks(TABLE) },
    { origin: 'correction', blocks: indexBlocks([CORRECTIONS]) },
    { origin: 'table', blocks: indexBlocks(beyond ? [BEYOND] : []) },
  ];
}

/** The rows of a mnemonic in one mode, with its condition in place of `cc`. */
export function rowsOf(name: string, { blocks }: Rows, x64: boolean): readonly Row[] {
  const found: Row[] = [];
  for (const block of blocks.get(name) ?? []) {
    for (const line of rowLines(block)) {
      const row = readRow(line);
      const [mnemonic, operands, encoding, mode = x64 ? 'x64' : 'x86'] = row;
      if ((mode === 'x64') !== x64) continue;
      found.push(mnemonic.endsWith(CC) ? [name, operands, withCondition(mnemonic, encoding, name)] : row);
    }
  }
  return found;
}

const CC = '<cc>';

/** `encoding` with the condition that `name` has in place of `<cc>` added to the opcode. */
function withCondition(mnemonic: string, encoding: string, name: string): string {
  const condition = name.slice(mnemonic.length - CC.length);
  const code = CONDITIONS.findIndex(synonyms => synonyms.split('/').includes(condition));
  return encoding.replace(/([\dA-F]{2})\+cc/, (_, opcode: string) =>
    (parseInt(opcode, 16) + code).toString(16).toUpperCase().padStart(2, '0'),
  );
}

/** Rows that follow one another and have the same mnemonic are one block: nothing else of them is looked at. */
function indexBlocks(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const blocks = new Map<string, string[]>();
  const add = (name: string, block: string): void => {
    const others = blocks.get(name);
    if (others === undefined) blocks.set(name, [block]);
    else others.push(block);
  };
  for (const text of texts) {
    let end = 0;
    for (let start = 0; start < text.length; start = end + 1) {
      end = text.indexOf('\n', start);
      if (end === start || text.startsWith('//', start)) continue;
      const column = text.slice(start, text.indexOf(' ', start) + 1);
      while (text.startsWith(column, end + 1)) end = text.indexOf('\n', end + 1);
      const block = text.slice(start, end);
      const mnemonic = column.trimEnd();
      if (mnemonic.endsWith(CC)) {
        const stem = mnemonic.slice(0, -CC.length);
        for (const condition of CONDITIONS.join('/').split('/')) add(stem + condition, block);
      } else if (mnemonic.includes('/')) {
        for (const name of mnemonic.split('/')) add(name, block);
      } else add(mnemonic, block);
    }
  }
  return blocks;
}

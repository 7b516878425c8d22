/**
 * Reads rows of the instruction table. Takes the texts of the table files: a row a line, in the notation that
 * notation.ts explains, each ended by a line break. Returns the rows of a mnemonic, split into columns. To
 * keep the start fast, the tables are only indexed: of most rows no more is read than the mnemonic.
 */
import {
  ADDITIONS,
  APX,
  CONDITIONS,
  SOURCE_CONDITIONS,
  CORRECTIONS,
  DEFECTS,
  FAMILIES,
  PREDICATES,
} from './table/index.ts';
import { expandLengths, isTuple, type MnemonicRow } from './vectorlength.ts';

/** Mnemonic, operands, encoding, the architecture if the form exists on one only, and the tuple. */
export type TableRow = readonly [
  mnemonic: string,
  operands: string,
  encoding: string,
  arch?: 'x64' | 'x86' | undefined,
  tuple?: string,
];

/**
 * What DynASM does with the forms of a table: it encodes `families`, encodes `defects` wrongly, refuses
 * `corrections` and does not know `additions`.
 */
export type TableName = 'defects' | 'families' | 'corrections' | 'additions';

/** A stretch of text that consists of rows with the same mnemonic column, behind a heading. */
interface Block {
  readonly text: string;
  /** What the heading says: the processor features that the forms need. */
  readonly features: string;
}

/** A table, indexed: the blocks of each mnemonic. */
export interface IndexedTable {
  readonly name: TableName;
  readonly blocks: ReadonlyMap<string, readonly Block[]>;
}

/** The lines of a table's text that are rows. */
export function rowLines(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '' && !/^(?:\/\/|#)/.test(line));
}

/** The columns of a line. */
export function readRow(line: string): TableRow {
  const [mnemonic = '', operands = '', encoding = '', ...further] = line.split(' | ');
  const row = [mnemonic.trimEnd(), operands.trimEnd(), encoding.trimEnd()] as const;
  const [last = ''] = further;
  if (last === '') return row;
  const [tuple, arch] = isTuple(last.trimEnd()) ? [last.trimEnd(), further[1]] : [undefined, last];
  if (arch !== undefined && arch !== 'x64' && arch !== 'x86')
    throw new SyntaxError(`unknown architecture in the row ${line}`);
  return tuple === undefined ? [...row, arch] : [...row, arch, tuple];
}

/** The tables, in the order in which their rows are tried. */
export function indexTables(withAdditions: boolean): readonly IndexedTable[] {
  return [
    { name: 'defects', blocks: indexBlocks([DEFECTS]) },
    { name: 'families', blocks: indexBlocks(FAMILIES) },
    { name: 'corrections', blocks: indexBlocks([CORRECTIONS]) },
    { name: 'additions', blocks: indexBlocks(withAdditions ? ADDITIONS : []) },
  ];
}

/**
 * The rows of APX, which are tried last: most programs never need them. `names` of it are indexed with the
 * rest.
 */
export function indexApx(): IndexedTable {
  return { name: 'additions', blocks: indexBlocks([APX]) };
}

/** The rows that a table has for a mnemonic on one architecture. */
export function rowsOf(name: string, { blocks }: IndexedTable, is64Bit: boolean): readonly MnemonicRow[] {
  const found: MnemonicRow[] = [];
  for (const { text, features } of blocks.get(name) ?? []) {
    for (const line of text.split('\n')) {
      const [mnemonic, operands, written, arch = is64Bit ? 'x64' : 'x86', tuple] = readRow(line);
      if ((arch === 'x64') !== is64Bit) continue;
      const encoding = mnemonic.includes('<') ? withCode(mnemonic, written, name) : written;
      const row = { operands, encoding, features };
      if (encoding.startsWith('EVEX.')) found.push(...expandLengths(row, tuple));
      else found.push(row);
    }
  }
  return found;
}

const [CC, SCC] = ['<cc>', '<scc>'];
const PLACEHOLDER = /<\w+>/;

/** The names that a placeholder in a mnemonic stands for, by their codes; synonyms are separated by `/`. */
function namesOf(placeholder: string): readonly string[] {
  if (placeholder === CC) return CONDITIONS;
  return placeholder === SCC ? SOURCE_CONDITIONS : (PREDICATES[placeholder] ?? []);
}

/** `encoding` with the code of the name that `name` has where `mnemonic` has a placeholder. */
function withCode(mnemonic: string, encoding: string, name: string): string {
  const [placeholder = ''] = PLACEHOLDER.exec(mnemonic) ?? [];
  const start = mnemonic.indexOf(placeholder);
  const end = name.length - (mnemonic.length - start - placeholder.length);
  const written = name.slice(start, end);
  const code = namesOf(placeholder).findIndex(synonyms => synonyms.split('/').includes(written));
  return encoding
    .replace(/([\dA-F]{2})\+cc/, (_, opcode: string) => asHexadecimal(parseInt(opcode, 16) + code))
    .replace(/\bpp$/, asHexadecimal(code))
    .replace(/\.SC\b/, `.SC${code.toString(16).toUpperCase()}`);
}

function asHexadecimal(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/**
 * Cuts texts into blocks of successive rows with the same mnemonic column, and returns the blocks by
 * mnemonic.
 */
export function indexBlocks(texts: readonly string[]): ReadonlyMap<string, readonly Block[]> {
  const blocks = new Map<string, Block[]>();
  const add = (name: string, block: Block): void => {
    const others = blocks.get(name);
    if (others === undefined) blocks.set(name, [block]);
    else others.push(block);
  };
  for (const text of texts) {
    let end = 0;
    let features = '';
    for (let start = 0; start < text.length; start = end + 1) {
      end = text.indexOf('\n', start);
      if (end === start || text.startsWith('//', start)) continue;
      if (text.startsWith('# ', start)) {
        features = text.slice(start + 2, end);
        continue;
      }
      const column = text.slice(start, text.indexOf(' ', start) + 1);
      while (text.startsWith(column, end + 1)) end = text.indexOf('\n', end + 1);
      const block = { text: text.slice(start, end), features };
      const mnemonic = column.trimEnd();
      if (mnemonic.includes('<')) {
        const [placeholder = ''] = PLACEHOLDER.exec(mnemonic) ?? [];
        for (const name of namesOf(placeholder).join('/').split('/').filter(Boolean)) {
          add(mnemonic.replace(placeholder, name), block);
        }
      } else if (mnemonic.includes('/')) {
        for (const name of mnemonic.split('/')) add(name, block);
      } else add(mnemonic, block);
    }
  }
  return blocks;
}

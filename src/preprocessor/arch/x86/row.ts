/**
 * Rows of the instruction table. In: the texts of the table files, a row a line (the notation is explained in form.ts). Out: which
 * rows a mnemonic has, and the columns of a row. The table is read no further than it is asked for: of most rows only the mnemonic.
 */
import { BEYOND, CONDITIONS, CORRECTIONS, DEFECTS, TABLE } from './table/index.ts';

/** Mnemonic, operands, encoding, and the only mode it exists in. */
export type Row = readonly [mnemonic: string, operands: string, encoding: string, mode?: 'x64' | 'x86'];

/** `defect`: DynASM encodes it wrongly. `correction`: DynASM refuses it. */
export type Origin = 'table' | 'defect' | 'correction';

/** A row for one of its mnemonics. */
export interface NamedRow {
  readonly line: string;
  /** Number of the condition that `<cc>` stands for. */
  readonly condition: number;
  readonly origin: Origin;
}

/** The lines of a table file that are rows. */
export function rowLines(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '' && !line.startsWith('//'));
}

/** The columns of a line; for `condition` in place of `<cc>`. */
export function readRow(line: string, condition = 0): Row {
  const [mnemonic = '', operands = '', encoding = '', mode] = line.split(' | ');
  const row = [mnemonic.trimEnd(), operands.trimEnd(), withCondition(encoding.trimEnd(), condition)] as const;
  if (mode === undefined) return row;
  if (mode !== 'x64' && mode !== 'x86') throw new SyntaxError(`unknown mode in the row ${line}`);
  return [...row, mode];
}

function withCondition(encoding: string, condition: number): string {
  const at = encoding.indexOf('+cc');
  if (at < 0) return encoding;
  const opcode = parseInt(encoding.slice(at - 2, at), 16) + condition;
  return (
    encoding.slice(0, at - 2) + opcode.toString(16).toUpperCase().padStart(2, '0') + encoding.slice(at + 3)
  );
}

/** Every mnemonic of a mode with its rows, in the order of the table. `beyond`: also those that DynASM does not know. */
export function indexRows(x64: boolean, beyond: boolean): ReadonlyMap<string, readonly NamedRow[]> {
  const index = new Map<string, NamedRow[]>();
  const otherMode = x64 ? ' x86' : ' x64';
  const add = (name: string, row: NamedRow): void => {
    const rows = index.get(name);
    if (rows === undefined) index.set(name, [row]);
    else rows.push(row);
  };
  const addRows = (text: string, origin: Origin): void => {
    for (const line of rowLines(text)) {
      if (line.endsWith(otherMode)) continue;
      const mnemonic = line.slice(0, line.indexOf(' '));
      // Most rows have one name.
      if (!mnemonic.includes('/') && !mnemonic.endsWith('<cc>')) {
        add(mnemonic, { line, condition: 0, origin });
        continue;
      }
      for (const [name, condition] of mnemonic.split('/').flatMap(namesOf)) {
        add(name, { line, condition, origin });
      }
    }
  };
  addRows(DEFECTS, 'defect');
  for (const family of TABLE) addRows(family, 'table');
  addRows(CORRECTIONS, 'correction');
  if (beyond) addRows(BEYOND, 'table');
  return index;
}

/** The names that a name stands for, each with the number of its condition. */
function namesOf(name: string): readonly (readonly [name: string, condition: number])[] {
  if (!name.endsWith('<cc>')) return [[name, 0]];
  const stem = name.slice(0, -4);
  return CONDITIONS.flatMap((synonyms, condition) =>
    synonyms.split('/').map(suffix => [stem + suffix, condition] as const),
  );
}

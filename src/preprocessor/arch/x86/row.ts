/**
 * Rows of the instruction table. In: the texts of the table files, a row a line (the notation is explained in form.ts). Out: which
 * rows a mnemonic has, and the columns of a row. The table is read no further than it is asked for: of most rows only the mnemonic.
 */
import { BEYOND, CONDITIONS, CORRECTIONS, DEFECTS, TABLE } from './table/index.ts';

/** Mnemonic, operands, encoding, and the only mode it exists in. */
export type Row = readonly [mnemonic: string, operands: string, encoding: string, mode?: 'x64' | 'x86'];

/** `defect`: DynASM encodes it wrongly. `correction`: DynASM refuses it. */
export type Origin = 'table' | 'defect' | 'correction';

/** The rows of one origin: lines by mnemonic, in the order of the table. */
export interface Rows {
  readonly origin: Origin;
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** The lines of a table file that are rows. */
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

/** The rows of a mode, those first that count first. `beyond`: also those that DynASM does not know. */
export function findRows(x64: boolean, beyond: boolean): readonly Rows[] {
  return [
    { origin: 'defect', lines: indexLines(x64, [DEFECTS]) },
    { origin: 'table', lines: indexLines(x64, TABLE) },
    { origin: 'correction', lines: indexLines(x64, [CORRECTIONS]) },
    { origin: 'table', lines: indexLines(x64, beyond ? [BEYOND] : []) },
  ];
}

function indexLines(x64: boolean, texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const linesOf = (name: string): string[] => {
    const known = index.get(name);
    if (known !== undefined) return known;
    const lines: string[] = [];
    index.set(name, lines);
    return lines;
  };
  const otherMode = x64 ? ' x86' : ' x64';
  let [last, lines] = ['', [] as string[]];
  for (const line of texts.flatMap(rowLines)) {
    if (line.endsWith(otherMode)) continue;
    const mnemonic = line.slice(0, line.indexOf(' '));
    if (mnemonic.endsWith('>')) {
      for (const own of expandConditions(line)) linesOf(own.slice(0, own.indexOf(' '))).push(own);
    } else if (mnemonic.indexOf('/') >= 0) {
      for (const name of mnemonic.split('/')) linesOf(name).push(line);
    } else {
      // Most rows have the name of the row above.
      if (mnemonic !== last) [last, lines] = [mnemonic, linesOf(mnemonic)];
      lines.push(line);
    }
  }
  return index;
}

/** `line` for each condition and each of its names in place of `<cc>`, `+cc` added to the opcode. */
function expandConditions(line: string): readonly string[] {
  return CONDITIONS.flatMap((synonyms, condition) => {
    const own = line.replace(/([\dA-F]{2})\+cc/, (_, opcode: string) =>
      (parseInt(opcode, 16) + condition).toString(16).toUpperCase().padStart(2, '0'),
    );
    return synonyms.split('/').map(name => own.replace('<cc>', name));
  });
}

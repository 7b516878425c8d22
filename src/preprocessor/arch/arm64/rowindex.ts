/**
 * Finds the forms of a mnemonic in the instruction table. To keep the start fast, the texts are only indexed
 * by their first column; a row is parsed when its mnemonic is first asked for.
 */
import { parseRow, type Form } from './rownotation.ts';
import { expandRow, type Row } from './rowvariable.ts';
import { TABLES } from './table/index.ts';

/** The rows of each mnemonic, in the order of the tables. */
let rows: ReadonlyMap<string, readonly Row[]> | undefined;
const forms = new Map<string, readonly Form[]>();

function indexRows(): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  const names = new Map<string, ReadonlySet<string>>();
  for (const table of TABLES) {
    let features = '';
    for (const line of table.split('\n')) {
      if (line === '' || line.startsWith('//')) continue;
      if (line.startsWith('# ')) {
        features = line.slice(2);
        continue;
      }
      const row = readRow(line, features);
      const key = `${row.mnemonic}|${row.variables}`;
      let mnemonics = row.mnemonic.includes('<') ? names.get(key) : new Set([row.mnemonic]);
      if (mnemonics === undefined) {
        // Only what the name needs: the other columns may have many more variables.
        const short = { ...row, operands: '', encoding: '', variables: variablesOfName(row) };
        mnemonics = new Set(expandRow(short).map(each => each.mnemonic));
        names.set(key, mnemonics);
      }
      for (const mnemonic of mnemonics) {
        const others = found.get(mnemonic);
        if (others === undefined) found.set(mnemonic, [row]);
        else others.push(row);
      }
    }
  }
  return found;
}

function readRow(line: string, features: string): Row {
  const [mnemonic = '', operands = '', encoding = '', variables = ''] = line.split(' | ');
  return {
    mnemonic: mnemonic.trimEnd(),
    operands: operands.trim(),
    encoding: encoding.trimEnd(),
    variables: variables.trimEnd(),
    features,
  };
}

/** The variables of a row that its mnemonic uses, as the column has them. */
function variablesOfName({ mnemonic, variables }: Row): string {
  return variables
    .split('; ')
    .filter(text => {
      const [name = ''] = text.split('=');
      return mnemonic.includes(`<${name}>`) || (mnemonic.includes('<2>') && name === 'T');
    })
    .join('; ');
}

/** All mnemonics. */
export function mnemonics(): readonly string[] {
  return [...(rows ??= indexRows()).keys()];
}

/** The forms of rows by mnemonic: some rows have a hundred of them. */
const rowForms = new WeakMap<Row, ReadonlyMap<string, readonly Form[]>>();

function formsOfRow(row: Row): ReadonlyMap<string, readonly Form[]> {
  const known = rowForms.get(row);
  if (known !== undefined) return known;
  const found = new Map<string, Form[]>();
  for (const form of parseRow(row)) {
    const others = found.get(form.mnemonic);
    if (others === undefined) found.set(form.mnemonic, [form]);
    else others.push(form);
  }
  rowForms.set(row, found);
  return found;
}

/** The forms of a mnemonic, in the order in which they are tried. */
export function formsOf(mnemonic: string): readonly Form[] {
  const known = forms.get(mnemonic);
  if (known !== undefined) return known;
  const own = (rows ??= indexRows()).get(mnemonic);
  if (own === undefined) return [];
  const found = own.flatMap(row => formsOfRow(row).get(mnemonic) ?? []);
  forms.set(mnemonic, found);
  return found;
}

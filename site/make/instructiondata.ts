/** The forms of all instructions, for the page that searches them. */
import { findForms } from '../../src/preprocessor/index.ts';

/** Mnemonic, operands, encoding, features, and the architecture; empty for both `x64` and `x86`. */
export type FormRow = readonly [string, string, string, string, string];

export function instructionForms(): readonly FormRow[] {
  const rows = new Map<string, FormRow>();
  for (const arch of ['x64', 'x86', 'arm64']) {
    for (const { mnemonic, operands, encoding, features } of findForms(arch)) {
      const key = [mnemonic, operands, encoding, features].join('|');
      rows.set(key, [mnemonic, operands, encoding, features, rows.has(key) && arch === 'x86' ? '' : arch]);
    }
  }
  return [...rows.values()].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

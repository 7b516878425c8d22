/**
 * Which lines are assembly: fixtures/typescript/classify has the cases, a letter in front of each line saying what it is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import { TypeScriptLines } from '../../../src/preprocessor/language/typescript/read/classifier.ts';

const folder = new URL('../../../fixtures/typescript/classify/', import.meta.url);
const KNOWN = new Set(['mov', 'add', 'ret', 'inc', 'jmp', 'call', 'push']);

function letter(lines: TypeScriptLines, line: string): string {
  try {
    const kind = lines.classify(line);
    if (kind.kind === 'host') return 'H';
    if (kind.kind === 'raw') {
      lines.raw(kind.text);
      return 'R';
    }
    return kind.body ? 'B' : 'A';
  } catch (error) {
    if (error instanceof StatementError) return 'E';
    throw error;
  }
}

test.each(readdirSync(folder).filter(name => name.endsWith('.txt')))('classification: %s', name => {
  const lines = new TypeScriptLines(word => KNOWN.has(word));
  const wrong: string[] = [];
  for (const [index, row] of readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n').entries()) {
    if (row.startsWith('#')) continue;
    const found = letter(lines, row.slice(2));
    if (found !== (row[0] ?? 'H')) wrong.push(`${name}:${index + 1}: found ${found}, expected ${row}`);
  }
  expect(wrong).toEqual([]);
});

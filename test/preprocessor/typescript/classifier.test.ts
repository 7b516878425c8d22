/**
 * Which lines are assembly. The cases are in fixtures/typescript/classify: sources with a letter in front of
 * each line, H for host text, R for raw host text, A for assembly, B for assembly that is the body of a
 * header, E for an error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import { TypeScriptClassifier } from '../../../src/preprocessor/language/typescript/read/classifier.ts';

const folder = new URL('../../../fixtures/typescript/classify/', import.meta.url);
const KNOWN = new Set(['mov', 'add', 'ret', 'inc', 'jmp', 'call', 'push']);

/** What a line is, as a letter. */
function letterOf(lines: TypeScriptClassifier, line: string): string {
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

test.each(readdirSync(folder).filter(name => name.endsWith('.txt')))(
  'each line of classify/%s is what its letter says',
  name => {
    const lines = new TypeScriptClassifier(word => KNOWN.has(word));
    const wrong: string[] = [];
    for (const [index, row] of readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n').entries()) {
      if (row.startsWith('#')) continue;
      const found = letterOf(lines, row.slice(2));
      if (found !== (row[0] ?? 'H')) wrong.push(`${name}:${index + 1}: found ${found}, expected ${row}`);
    }
    expect(wrong).toEqual([]);
  },
);

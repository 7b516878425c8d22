/**
 * Compares machine code with what GNU as makes of the same statements, for instructions that the decoder of
 * the other tests (iced-x86) does not know. The record is fixtures/instructions/gnu.txt.gz, which
 * scripts/gnurecord.ts makes. The differences are listed with their reasons.
 */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { encodeAll } from './encodedstatement.ts';
import { recordedStatements } from './gnusample.ts';

const RECORD = join(import.meta.dirname, '../../../fixtures/instructions/gnu.txt.gz');

/** Statements for which we differ from GNU as, and why that is right. Each must be met. */
const EXCEPTIONS: readonly (readonly [statements: RegExp, reason: string])[] = [];

test('the bytes are those of GNU as', () => {
  const [version = '', ...lines] = gunzipSync(readFileSync(RECORD)).toString().trimEnd().split('\n');
  expect(version).toMatch(/^GNU assembler .* 2\.(4[5-9]|[5-9]\d)/);
  const record = new Map(lines.map(line => line.split('\t') as [string, string]));
  const statements = recordedStatements();
  // A row that was added needs a record.
  expect(statements.filter(statement => !record.has(statement))).toEqual([]);
  const unused = new Set(EXCEPTIONS);
  const failures: string[] = [];
  const compare = ({ text }: { readonly text: string }, result: Uint8Array | string): void => {
    const theirs = record.get(text);
    const ours = typeof result === 'string' ? '' : Buffer.from(result).toString('hex');
    if (ours === theirs) return;
    const exception = EXCEPTIONS.find(([pattern]) => pattern.test(text));
    if (exception !== undefined) unused.delete(exception);
    else failures.push(`${text}: ${ours || String(result)}, not ${theirs || 'refused'}`);
  };
  encodeAll(
    'x64',
    statements.map(text => ({ text })),
    compare,
  );
  expect(failures).toEqual([]);
  expect([...unused].map(([pattern]) => String(pattern))).toEqual([]);
});

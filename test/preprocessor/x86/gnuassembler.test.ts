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
const EXCEPTIONS: readonly (readonly [statements: RegExp, reason: string])[] = [
  [/^set(?!zu)\w+ (?:r\d+b$|byte)/, 'ModRM.reg means nothing, and is 2 in DynASM'],
  [
    /^(?:\{evex\} )?(?:lar|lsl|sldt|str|mov(?= .*\b[d-gs]s\b)|movmskp[ds]|pmovmskb|v?p(?:ext|ins)r[bw]|vextractps) .*\br\d+w?\b/,
    'the upper half of the register is 0 or means nothing: GNU as leaves W and 66 out',
  ],
  [/^\{evex\} vmovw .*\br\d+\b/, 'the same: GNU as knows only the register of 32 bits'],
  [/^umonitor r\d+d$/, 'the prefixes stand in the other order'],
  [/^xchg /, 'the registers stand in the other order'],
  [/^f\w+ st0, dword|^f\w+ st0, qword/, 'GNU as does not know st0 beside memory'],
  [
    /^(?:bswap|movsxd) (?:r\d+w|dx)\b/,
    'GNU as does not know the form of 16 bits, whose result is undefined or useless',
  ],
  [
    /^(?:fldenv|fn?stenv|fxsave|fxrstor|clflush) qword/,
    'the memory has one size; qword only adds REX.W, as in DynASM, and GNU as refuses it or leaves it out',
  ],
  [/^l[fgs]s r\w+, /, 'GNU as wants the size of a far pointer of 80 bits'],
  [/^(?:mov64|pmulhrwa) /, 'GNU as has another name'],
  [/^bnd/, 'GNU as no longer knows MPX on x64'],
  [/^(?:tpause|umwait) r\d+$/, 'GNU as knows only the register of 32 bits'],
];

test('the bytes are those of GNU as', () => {
  const [version = '', ...lines] = gunzipSync(readFileSync(RECORD)).toString().split('\n').slice(0, -1);
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

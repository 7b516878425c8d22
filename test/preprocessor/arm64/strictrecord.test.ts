/**
 * The records of DynASM's instructions in TypeScript output: what GNU's assembler refuses is refused, and
 * what DynASM and GNU's assembler agree on is the same word.
 */
import { expect, test } from '@jest/globals';
import * as Arm64Action from '../../../src/encoder/format/arm64/arm64action.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { findLanguage } from '../../../src/preprocessor/language/index.ts';
import { readRecords, type ReferenceRecord } from '../x86/referencerecord.ts';
import { StatementAssembler } from '../x86/statementassembler.ts';

const arch = findArch('arm64', true);

/** What GNU's assembler refuses, or was not asked about, with the reason for what we do. */
const ACCEPTED: readonly (readonly [statement: RegExp, reason: string])[] = [
  [/^sxt[bh] \S+, \S+$|^brk$/, "DynASM's spelling"],
  [/^fmov \S+, #0x10$/, 'a hexadecimal number is a number, not the eight bits of the field'],
  [/, i(?:,|$)/, 'the `#` may be missing in front of an expression'],
];
const REFUSED: readonly (readonly [statement: RegExp, reason: string])[] = [
  [/#(?:,|$)/, 'a value is missing, which DynASM takes for an empty expression'],
  [/^cmn sp, w1, lsl #0$/, 'a register of 32 bits is not added to one of 64 without a word'],
];

/** The other word for `mov` of 64 bits is DynASM's; GNU's assembler was not asked about types. */
const EQUIVALENT = /^mov TY(?::x3)?, #[01]$/;

/** The actions that a statement becomes, without STOP; undefined if it is refused. */
function assemble(asm: string): readonly number[] | undefined {
  const assembler = new StatementAssembler(arch, findLanguage('ts'));
  for (const statement of ['.type TY, Tstruct, x19', '.type NR, Nstruct', '.label ->glob']) {
    assembler.assemble(statement);
  }
  const isLabel = /^(?:->|=>)?\w+:$/.test(asm);
  const result = assembler.assemble(isLabel ? `.label ${asm.slice(0, -1)}` : asm);
  return 'error' in result ? undefined : result.actions.slice(0, -1);
}

const records = readRecords('arm64').filter(({ error }) => error === undefined);

const isListed = (list: typeof ACCEPTED, asm: string): boolean => list.some(([pattern]) => pattern.test(asm));

/** A word as the bytes that it is in memory. */
function bytesOf(word: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(word);
  return bytes.toString('hex');
}

/** The code that a record has for all values; undefined where that depends on them. */
function codeOf({ runs = [], gnu }: ReferenceRecord): string | undefined {
  if (gnu !== undefined) return gnu;
  const codes = new Set(runs.map(({ code }) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

test("what GNU's assembler refuses is refused, and the rest accepted", () => {
  const wrong = records.flatMap(({ asm, gnu }) => {
    const isRight =
      gnu === 'refused'
        ? assemble(asm) === undefined || isListed(ACCEPTED, asm)
        : assemble(asm) !== undefined || isListed(REFUSED, asm);
    return isRight ? [] : [`${asm}: GNU ${gnu ?? 'accepts'}`];
  });
  expect(wrong).toEqual([]);
});

test('the lists of differences have nothing else', () => {
  for (const [list, refused] of [
    [ACCEPTED, false],
    [REFUSED, true],
  ] as const) {
    for (const [pattern] of list) {
      const found = records.filter(({ asm }) => pattern.test(asm));
      expect(found.some(({ asm }) => (assemble(asm) === undefined) === refused)).toBe(true);
    }
  }
});

test('where nothing depends on the program, the word is that of both', () => {
  let count = 0;
  const wrong = records.flatMap(record => {
    const expected = codeOf(record);
    const [word, ...others] = assemble(record.asm) ?? [];
    if (word === undefined || others.length > 0 || Arm64Action.isAction(word)) return [];
    if (expected === undefined || expected === 'refused' || EQUIVALENT.test(record.asm)) return [];
    count++;
    return bytesOf(word) === expected ? [] : [`${record.asm}: ${bytesOf(word)}, not ${expected}`];
  });
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(4000);
});

/**
 * The arm64 instruction table against GNU's assembler, in both directions: its answers for some 7,700
 * statements, accepted and refused ones, are stored (scripts/arm64statements.ts asks it), and what our
 * disassembler writes for the words assembles to the same words.
 */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { disassemble } from '../../../src/preprocessor/arch/arm64/disassembler.ts';
import { formsOf, mnemonics } from '../../../src/preprocessor/arch/arm64/rowindex.ts';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import { randomNumbers } from '../../seededrandom.ts';
import { encodeStatement } from './arm64statement.ts';
import { DIFFERENCES } from './gnudifference.ts';

const FIXTURE = join(import.meta.dirname, '../../../fixtures/instructions/arm64-gnu.txt.gz');
const REFUSED = 'refused ';

const answers = gunzipSync(readFileSync(FIXTURE))
  .toString()
  .trim()
  .split('\n')
  .map(line => ({ word: line.slice(0, 8), statement: line.slice(9) }));

/** Our word of a statement, or `refused `. */
function encode(statement: string): string {
  try {
    const { word, deferred } = encodeStatement(statement);
    return deferred.length > 0 ? 'at run time' : word.toString(16).padStart(8, '0');
  } catch (error) {
    if (error instanceof StatementError) return REFUSED;
    throw error;
  }
}

test("every statement is what GNU's assembler says it is", () => {
  expect(answers.length).toBeGreaterThan(7000);
  const wrong = answers.flatMap(({ word, statement }) => {
    const ours = encode(statement);
    const isKnown = DIFFERENCES.some(([pattern]) => pattern.test(statement));
    return ours === word || isKnown ? [] : [`${statement}: ${ours}, GNU ${word}`];
  });
  expect(wrong).toEqual([]);
});

test('every difference in the list is one', () => {
  for (const [pattern] of DIFFERENCES) {
    const found = answers.filter(({ statement }) => pattern.test(statement));
    expect(found.some(({ word, statement }) => encode(statement) !== word)).toBe(true);
  }
});

test('the fixture has a statement of every form', () => {
  const words = answers.flatMap(({ word }) => (word === REFUSED ? [] : [parseInt(word, 16)]));
  const shown = new Set(words.map(word => disassemble(word)?.mnemonic));
  const missing = mnemonics().filter(name => {
    const forms = formsOf(name).filter(
      ({ isHidden, patterns }) => !isHidden && !patterns.some(({ kind }) => kind === 'label'),
    );
    // Where two names have one word, the disassembler shows the first.
    return (
      forms.length > 0 &&
      !shown.has(name) &&
      !words.some(word => forms.some(({ mask, base }) => (word & mask) >>> 0 === base))
    );
  });
  expect(missing).toEqual([]);
});

/** What is wrong with the disassembly of a word; undefined if it assembles to that word. */
function roundTrip(word: number): string | undefined {
  const found = disassemble(word);
  if (found === undefined) return undefined;
  const text = `${found.mnemonic} ${found.operands}`.trim();
  // A distance is no operand.
  if (/[ ,]\.[-+]/.test(text)) return undefined;
  const ours = encode(text);
  const hex = word.toString(16).padStart(8, '0');
  return ours === hex ? undefined : `${hex} ${text}: ${ours}`;
}

test('what the disassembler writes is the same word again', () => {
  const words = answers.flatMap(({ word, statement }) => {
    const isKnown = DIFFERENCES.some(([pattern]) => pattern.test(statement));
    return word === REFUSED || isKnown ? [] : [parseInt(word, 16)];
  });
  expect(words.filter(word => disassemble(word) === undefined)).toEqual([]);
  expect(words.flatMap(word => roundTrip(word) ?? [])).toEqual([]);
});

test('random words of every form are disassembled to what assembles to them', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const random = randomNumbers(seed);
  const wrong: string[] = [];
  for (const name of mnemonics()) {
    for (const { base, fields } of formsOf(name)) {
      let word = base;
      for (const places of fields.values()) {
        const bits = random(2 ** (places[0]?.width ?? 0));
        for (const { shift } of places) word |= bits << shift;
      }
      wrong.push(...[roundTrip(word >>> 0) ?? []].flat());
    }
  }
  expect({ replay: `SEED=${seed}`, wrong }).toEqual({ replay: `SEED=${seed}`, wrong: [] });
});

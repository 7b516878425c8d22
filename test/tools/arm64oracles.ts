/**
 * The instruction table of ARM64 against LLVM and GNU's assembler, on random words and statements: what one
 * decodes the other decodes and assembles to the same word. What LLVM has and we have not stands in
 * fixtures/instructions/arm64-uncovered.txt, which may only become shorter; `UPDATE=1` writes it anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { disassemble } from '../../src/preprocessor/arch/arm64/disassembler.ts';
import { formsOf, mnemonics } from '../../src/preprocessor/arch/arm64/rowindex.ts';
import type { Form } from '../../src/preprocessor/arch/arm64/rownotation.ts';
import { StatementError } from '../../src/preprocessor/diagnostic/error.ts';
import { encodeStatement } from '../preprocessor/arm64/arm64statement.ts';
import { DIFFERENCES } from '../preprocessor/arm64/gnudifference.ts';
import { mutate, sampleForms } from '../preprocessor/arm64/formsample.ts';
import { type Random, randomNumbers } from '../seededrandom.ts';
import { Oracle } from './arm64oracle.ts';

const LIST = join(import.meta.dirname, '../../fixtures/instructions/arm64-uncovered.txt');
/** The list belongs to the words of this seed. */
const SEED = 1;
/** Random words for each of the upper 11 bits. */
const WORDS = 400;

const oracle = new Oracle();
after(() => oracle.free());

function wordOf({ base, fields }: Form, random: Random): number {
  let word = base;
  for (const places of fields.values()) {
    const bits = random(2 ** (places[0]?.width ?? 0));
    for (const { shift } of places) word |= bits << shift;
  }
  return word >>> 0;
}

/** Words at random, words of each form, and those that differ from one in a bit. */
function sampleWords(random: Random): readonly number[] {
  const words = new Set<number>();
  for (let top = 0; top < 2048; top++) {
    for (let n = 0; n < WORDS; n++) words.add((top * 2 ** 21 + random(2 ** 21)) >>> 0);
  }
  for (const name of mnemonics()) {
    for (const form of formsOf(name)) {
      for (let n = 0; n < 4; n++) words.add(wordOf(form, random));
      for (let bit = 5; bit < 32; bit++) words.add((wordOf(form, random) ^ (1 << bit)) >>> 0);
    }
  }
  return [...words];
}

const words = sampleWords(randomNumbers(SEED));
const theirs = oracle.llvmTexts(words);

/** Registers of SVE and SME. */
const SCALABLE = /\b(?:z\d+|p\d+|pn\d+|za\d*|zt0)\b/;
/** Their instructions on general registers. */
const SCALAR = /^(?:adds?[pv]l|rds?vl|cnt[bdhw]|(?:[su]q)?(?:inc|dec)[bdhw])$/;
/** A distance, which is no operand in our text. */
const DISTANCE = /[ ,]\.[-+]/;

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/** Our word of a statement, or the message. */
function encode(statement: string): number | string {
  try {
    const { word, deferred } = encodeStatement(statement);
    return deferred.length > 0 ? 'at run time' : word;
  } catch (error) {
    if (error instanceof StatementError) return error.message;
    throw error;
  }
}

/** What kind of instruction a text is: its mnemonic, with kinds of operands where we have the mnemonic. */
function kindOf(text: string): string {
  const [mnemonic = ''] = text.split(' ');
  if (SCALABLE.test(text.slice(mnemonic.length)) || SCALAR.test(mnemonic)) return 'SVE and SME';
  if (formsOf(mnemonic).length === 0) return mnemonic;
  if (/^(?:and|orr|eor|tst|mov)s? .*#/.test(text)) return 'logical immediates with bits that mean nothing';
  if (/^(?:cpy|set)/.test(mnemonic)) return 'memory copies with equal registers';
  if (/^msr (?:DIT|PM|SSBS|PAN|UAO|TCO|SPSel), #/i.test(text))
    return 'fields of pstate with bits that mean nothing';
  if (/^m(?:rrs|srr) /.test(text)) return 'registers of 128 bits that there are not';
  if (/\bS[01]_/.test(text)) return 'system registers with op0 0 and 1';
  const operands = text
    .slice(mnemonic.length)
    .replace(/#-?[\w.]+/g, '#')
    .replace(/\b([wxbhsdqv])(?:\d+|zr)\b/g, '$1')
    .replace(/\b(?:S\d_\d_C\d+_C\d+_\d)\b/g, 'S');
  return `${mnemonic}${operands}`;
}

void test('words that only LLVM decodes are those of the list', () => {
  const kinds = new Map<string, string>();
  for (const word of words) {
    const text = theirs.get(word);
    if (text === undefined) continue;
    const found = disassemble(word);
    const isSame = found !== undefined && (DISTANCE.test(` ${found.operands}`) || encode(text) === word);
    if (!isSame) kinds.set(kindOf(text), `${hex(word)} ${text}`);
  }
  const names = [...kinds.keys()].toSorted();
  const head = `# What ${oracle.llvmVersion} decodes, and we do not: kinds of instructions and names of operands. They may only become
# fewer: test/tools/arm64oracles.ts fails for one that is missing here, and for one that is covered.
`;
  if (process.env['UPDATE'] === '1') writeFileSync(LIST, `${head}${names.join('\n')}\n`);
  const text = readFileSync(LIST, 'utf8');
  const listed = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const isListed = new Set(listed);
  // Another version knows other instructions.
  if (!text.startsWith(`# What ${oracle.llvmVersion} `)) return;
  assert.deepEqual(
    names.filter(name => !isListed.has(name)).map(name => kinds.get(name)),
    [],
  );
  assert.deepEqual(
    listed.filter(name => !kinds.has(name)),
    [],
    'covered by now',
  );
});

void test('we decode no word that LLVM does not', () => {
  const wrong = words.flatMap(word => {
    const found = theirs.has(word) ? undefined : disassemble(word);
    return found === undefined ? [] : [`${hex(word)} ${found.mnemonic} ${found.operands}`];
  });
  assert.deepEqual(wrong, []);
});

void test('what we write for a word, LLVM and GNU assemble to that word', () => {
  const texts = words.flatMap(word => {
    const found = disassemble(word);
    const text = `${found?.mnemonic} ${found?.operands}`.trim();
    return found === undefined || DISTANCE.test(text) ? [] : [[text, word] as const];
  });
  const statements = texts.map(([text]) => text);
  const answers = { LLVM: oracle.llvmWords(statements), GNU: oracle.gnuWords(statements) };
  const wrong = Object.entries(answers).flatMap(([name, found]) =>
    texts.flatMap(([text, word], n) => {
      const answer = found[n];
      const isStrict = name === 'LLVM' && UNPREDICTABLE.some(([pattern]) => pattern.test(text));
      if (answer === word || (isStrict && answer === undefined)) return [];
      return [`${text}: ${hex(word)}, ${name} ${answer === undefined ? 'refuses' : hex(answer)}`];
    }),
  );
  assert.deepEqual(wrong, []);
  assert.ok(texts.length > 100_000);
});

/** What LLVM refuses and GNU's assembler and we take, with the reason. */
const UNPREDICTABLE: readonly (readonly [text: RegExp, reason: string])[] = [
  [/^(?:st|ld)\w+ .*\](?:!|, #)/, 'the base that is written back is also loaded or stored'],
  [/^ldp\w* /, 'both registers are one'],
  [/^msr /, 'the register cannot be written'],
  [/^(?:stl?x[rp]|ld\w*xp)\w* /, 'the status register is another operand'],
];

void test("statements that are nearly right are what GNU's assembler says they are", () => {
  // Other seeds find what GNU's assembler takes beyond the manual, once in some ten thousand statements.
  const seed = Number(process.env['SEED'] ?? SEED);
  const samples = sampleForms(seed, 2);
  const statements = [...samples, ...mutate(samples, seed), ...mutate(samples, seed + 1)];
  const answers = oracle.gnuWords(statements);
  const wrong = statements.flatMap((statement, n) => {
    const ours = encode(statement);
    const answer = answers[n];
    const isKnown = DIFFERENCES.some(([pattern]) => pattern.test(statement));
    return isKnown || (typeof ours === 'number' ? ours === answer : answer === undefined)
      ? []
      : [`${statement}: ${typeof ours === 'number' ? hex(ours) : ours}, GNU ${answer && hex(answer)}`];
  });
  assert.deepEqual({ replay: `SEED=${seed}`, wrong }, { replay: `SEED=${seed}`, wrong: [] });
});

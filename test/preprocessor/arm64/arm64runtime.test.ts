/**
 * Immediates and registers that are known at run time only: the code is the same as with the number in the
 * source, and a number that is refused there is refused when it is put.
 */
import { expect, test } from '@jest/globals';
import { arm64ActionList, EncodeError, State, type Value } from '../../../src/encoder/index.ts';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { findLanguage } from '../../../src/preprocessor/language/index.ts';
import type { Argument } from '../../../src/preprocessor/item.ts';
import { StatementAssembler } from '../x86/statementassembler.ts';
import { mutate, sampleForms } from './formsample.ts';

const arch = findArch('arm64', true);
const language = findLanguage('ts');

/** What a put gets for an argument: the names in it are n0, n1, … */
function valueOf({ kind, text }: Argument, values: readonly number[]): Value {
  const value = values[Number(/\d+/.exec(text)?.[0])] ?? 0;
  if (!Number.isInteger(value)) return value;
  switch (kind) {
    case 'low':
      return Number(BigInt.asIntN(32, BigInt(value)));
    case 'high':
      return Number(BigInt.asIntN(32, BigInt(value) >> 32n));
    default:
      return value;
  }
}

/** The code of a statement; `refused` where the translator refuses it, `failed` where the put does. */
function encode(statement: string, values: readonly number[] = []): string {
  const assembled = new StatementAssembler(arch, language).assemble(statement);
  if ('error' in assembled) return 'refused';
  const { actions } = assembled;
  try {
    const list = arm64ActionList({
      format: 2,
      arch: 'arm64',
      sections: [],
      globals: [],
      externs: [],
      actions,
    });
    const Dst = new State(list);
    Dst.put(0, ...assembled.arguments.map(argument => valueOf(argument, values)));
    const bytes = new Uint8Array(Dst.link());
    Dst.encode(bytes, 0n);
    return Buffer.from(bytes).toString('hex');
  } catch (error) {
    if (error instanceof EncodeError) return `failed: ${error.message}`;
    throw error;
  }
}

/** The statement with `#nN` in the place of each number, and these numbers. */
function withoutNumbers(statement: string): readonly [text: string, values: readonly number[]] {
  const values: number[] = [];
  const text = statement.replace(/#(-?(?:0x[\da-f]+|\d+(?:\.\d+)?))/g, (all, number: string) => {
    const value = number.startsWith('-0x') ? -Number(number.slice(1)) : Number(number);
    if (!Number.isSafeInteger(value) && Number.isInteger(value)) return all;
    return `#n${values.push(value) - 1}`;
  });
  return [text, values];
}

/** Statements with numbers that must stand in the source, with the reason. */
const IN_SOURCE: readonly (readonly [statement: RegExp, reason: string])[] = [
  [/^(?:ld|st)[1-4]r? /, 'the step is the size of what is loaded'],
  [/^(?:ldr|str)\w* .*\[.*(?:lsl|[su]xt[wx]) #/, 'the shift of an index is 0 or that of the size'],
  [/^f?cm\w+ .*#0|^fc(?:mla|add) |^shll2? /, 'there are one or two numbers'],
  [/^(?:isb|dsb|dmb|prfu?m) /, 'the number stands for a name'],
  [/^(?:stilp|ldiapp|stlr|ldapr) /, 'the step is the size of what is loaded'],
  [/^mov (?:[wx]\d+|w?sp), #/, 'it takes several instructions, or the form of orr'],
  [/^(?:bic|eon|orn) \w+, \w+, #/, 'the form has the complement of the number'],
  [/^(?:movi|mvni) .* msl #/, 'the shift chooses the form'],
];

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const samples = sampleForms(seed, 1);

test('numbers at run time give the code that they give in the source', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const statement of [...samples, ...mutate(samples, seed)]) {
    const [text, values] = withoutNumbers(statement);
    if (values.length === 0) continue;
    const literal = encode(statement);
    const runtime = encode(text, values);
    const isInSource = IN_SOURCE.some(([pattern]) => pattern.test(statement));
    // What stands in the source is a fraction, and at run time the integer that JavaScript has for it.
    if (/#-?0\.0/.test(statement) || (isInSource && /^(?:refused|failed)/.test(runtime))) continue;
    if (runtime === literal || (literal === 'refused' && runtime.startsWith('failed'))) count++;
    else wrong.push(`${statement}: ${literal}, ${text} (${values.join(', ')}): ${runtime}`);
  }
  expect({ replay: `SEED=${seed}`, wrong }).toEqual({ replay: `SEED=${seed}`, wrong: [] });
  expect(count).toBeGreaterThan(1000);
});

const CLASSES = /\b([xwbhsdqv])([12]?\d|3[01])\b/g;

/** The statement with a variable register in the place of each, and their numbers. */
function withoutRegisters(statement: string): readonly [text: string, values: readonly number[]] {
  const values: number[] = [];
  const text = statement.replace(CLASSES, (_, letter: string, number: string) => {
    return `R${letter}(n${values.push(Number(number)) - 1})`;
  });
  return [text, values];
}

/** Statements whose registers must stand in the source, with the reason. */
const NAMED: readonly (readonly [statement: RegExp, reason: string])[] = [
  [/\{v.*[,-]/, 'a list of several registers'],
  [/^(?:rcws?)?casp|^(?:ld|st)64b|^sysp|^mrrs|^msrr/, 'pairs of registers'],
  [/^chkfeat|^gcs/, 'a certain register'],
];

test('registers at run time give the code that they give in the source', () => {
  const wrong: string[] = [];
  let count = 0;
  for (const statement of samples) {
    const [text, values] = withoutRegisters(statement);
    if (values.length === 0 || NAMED.some(([pattern]) => pattern.test(statement))) continue;
    const literal = encode(statement);
    const runtime = encode(text, values);
    if (runtime === literal) count++;
    else wrong.push(`${statement}: ${literal}, ${text} (${values.join(', ')}): ${runtime}`);
  }
  expect({ replay: `SEED=${seed}`, wrong }).toEqual({ replay: `SEED=${seed}`, wrong: [] });
  expect(count).toBeGreaterThan(2000);
});

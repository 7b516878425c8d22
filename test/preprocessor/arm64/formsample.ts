/**
 * Statements of every form of the arm64 instruction table, as its disassembler writes them, and statements
 * that are nearly such: other registers, numbers beyond a limit, an operand too many. Both come out of a
 * seed.
 */
import { disassemble } from '../../../src/preprocessor/arch/arm64/disassembler.ts';
import { formsOf, mnemonics } from '../../../src/preprocessor/arch/arm64/rowindex.ts';
import { splitPatterns } from '../../../src/preprocessor/arch/arm64/operandpattern.ts';
import type { Form } from '../../../src/preprocessor/arch/arm64/rownotation.ts';
import { type Random, randomNumbers } from '../../seededrandom.ts';

/** A word of a form. */
function randomWord({ base, fields }: Form, random: Random): number {
  let word = base;
  for (const places of fields.values()) {
    const [first] = places;
    const bits = random(2 ** (first?.width ?? 0));
    for (const { shift } of places) word |= bits << shift;
  }
  return word >>> 0;
}

/** At most `count` statements of each form. Distances to labels are left out. */
export function sampleForms(seed: number, count: number): readonly string[] {
  const random = randomNumbers(seed);
  const statements = new Set<string>();
  for (const name of mnemonics()) {
    for (const form of formsOf(name)) {
      for (let n = 0, tries = 0; n < count && tries < 40; tries++) {
        const found = disassemble(randomWord(form, random));
        const text = `${found?.mnemonic} ${found?.operands}`.trim();
        if (found?.mnemonic !== name || /[ ,]\.[-+]/.test(text)) continue;
        statements.add(text);
        n++;
      }
    }
  }
  return [...statements];
}

/* prettier-ignore */
const OPERANDS = [
  'x0', 'w1', 'sp', 'wsp', 'xzr', 'wzr', 'x30', 'd3', 's4', 'h5', 'b6', 'q7', 'v8.4s', 'v9.16b', 'v1.2d', 'v17.8h',
  'v2.s[1]', 'v20.h[3]', '{v0.4s}', '{v1.8b, v2.8b}', '#0', '#1', '#-1', '#4', '#8', '#31', '#32', '#63', '#64', '#255',
  '#256', '#4095', '#4096', '#65535', '#65536', '#0x5555', '#1.5', '#0.0', '#-256', '[x1]', '[sp, #8]', '[x2, x3]',
  '[x2, w3, uxtw #2]', '[x2, x3, lsl #3]', '[x4, #-16]!', '[x1]!', 'lsl #2', 'lsl #12', 'lsl #16', 'ror #3', 'asr #0',
  'uxtw', 'uxtw #1', 'sxtx #1', 'sxtb #5',
];
const STEPS = [1, -1, 64, -64, 32, 16, 4096];

/** One statement near each of `statements`. */
export function mutate(statements: readonly string[], seed: number): readonly string[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
  const mutated = new Set<string>();
  for (const statement of statements) {
    const blank = statement.indexOf(' ');
    if (blank < 0) continue;
    const operands = [...splitPatterns(statement.slice(blank + 1))];
    const place = random(operands.length);
    const operand = operands[place] ?? '';
    const change = random(8);
    const number = /#(-?\d+)$/.exec(operand)?.[1];
    if (change === 0) operands.splice(place, 1);
    else if (change === 1) operands.splice(place, 0, pick(OPERANDS) ?? '');
    else if (change < 5) operands[place] = pick(OPERANDS) ?? '';
    else if (number !== undefined) {
      operands[place] = operand.replace(/#-?\d+$/, `#${Number(number) + (pick(STEPS) ?? 0)}`);
    } else operands[place] = operand.replace(/^[xwbhsdqv](?=\d)/, 'xwbhsdqv'.charAt(random(8)));
    mutated.add(`${statement.slice(0, blank)} ${operands.join(', ')}`.trim());
  }
  return [...mutated];
}

/**
 * Random sums of labels in every place that takes one: memory, immediates, data, mov64, branches. The code is
 * encoded, the value of each sum is read back from its field, and compared with the labels' addresses.
 * SUM_SEED=n SUM_COUNT=1 replays one program.
 */
import { expect, test } from '@jest/globals';
import { codeLines, actionList, EncodeError, State } from '../../../src/encoder/index.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';
import { randomNumbers, type Random } from '../../seededrandom.ts';
import { decode } from './iceddecoder.ts';

const SEED = Number(process.env['SUM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const COUNT = Number(process.env['SUM_COUNT'] ?? 300);
const NAMES = ['a', 'b', 'c'];

interface Term {
  readonly sign: 1 | -1;
  readonly text: string;
  /** Its value; a name stands for the address of that label. */
  readonly value: bigint | string;
}

/** A place that a sum can stand in: how it is written, and how its value is read from the code. */
interface Place {
  /** An address, or a distance between labels. */
  readonly takes: 'address' | 'distance' | 'both';
  readonly arch?: 'x64';
  readonly write: (sum: string) => string;
  readonly read: (code: Uint8Array, is64Bit: boolean, ip: bigint) => bigint;
}

function memoryAddress(code: Uint8Array, is64Bit: boolean, ip: bigint): bigint {
  const memory = decode(code, is64Bit, ip).operands.find(({ kind }) => kind === 'memory');
  return memory?.kind === 'memory' ? memory.displacement : -1n;
}

function immediate(code: Uint8Array, is64Bit: boolean, ip: bigint): bigint {
  const found = decode(code, is64Bit, ip).operands.find(({ kind }) => kind === 'immediate');
  return found?.kind === 'immediate' ? found.value : -1n;
}

function target(code: Uint8Array, is64Bit: boolean, ip: bigint): bigint {
  const found = decode(code, is64Bit, ip).operands.find(({ kind }) => kind === 'target');
  return found?.kind === 'target' ? found.address : -1n;
}

const little = (bytes: number) => (code: Uint8Array) =>
  BigInt(`0x${Buffer.from(code.slice(0, bytes).toReversed()).toString('hex')}`);

const PLACES: readonly Place[] = [
  { takes: 'address', write: sum => `lea eax, [${sum}]`, read: memoryAddress },
  { takes: 'address', write: sum => `cmp dword [${sum}], 5`, read: memoryAddress },
  { takes: 'address', write: sum => `cmp dword [${sum}], 5000`, read: memoryAddress },
  { takes: 'address', write: sum => `add word [${sum}], (77)`, read: memoryAddress },
  { takes: 'address', write: sum => `imul eax, [${sum}], (777)`, read: memoryAddress },
  { takes: 'address', write: sum => `vblendvps xmm(1), xmm2, [${sum}], xmm(3)`, read: memoryAddress },
  { takes: 'address', write: sum => `pshufd xmm1, [${sum}], 1`, read: memoryAddress },
  { takes: 'both', write: sum => `mov eax, [${sum} + ecx*8]`, read: memoryAddress },
  { takes: 'both', write: sum => `mov edx, [Rd(1) + ${sum}]`, read: memoryAddress },
  { takes: 'distance', write: sum => `add ecx, ${sum}`, read: immediate },
  { takes: 'distance', write: sum => `.dword ${sum}`, read: little(4) },
  { takes: 'distance', write: sum => `.word ${sum}`, read: little(2) },
  { takes: 'both', arch: 'x64', write: sum => `.qword ${sum}`, read: little(8) },
  { takes: 'both', arch: 'x64', write: sum => `mov64 rdx, ${sum}`, read: immediate },
  { takes: 'address', write: sum => `call ${sum}`, read: target },
  { takes: 'address', write: sum => `jmp short ${sum}`, read: target },
];

function makeTerms(random: Random, takes: 'address' | 'distance'): readonly Term[] {
  const label = (sign: 1 | -1): Term => {
    const name = NAMES[random(NAMES.length)] ?? 'a';
    return { sign, text: `->${name}`, value: name };
  };
  const terms: Term[] = takes === 'address' ? [label(1)] : [label(1), label(-1)];
  if (random(3) === 0) terms.push(label(1), label(-1));
  for (let count = random(3); count > 0; count--) {
    const value = random(60);
    const text = [String(value), `(${value})`, `f(${value})`, `0x${value.toString(16)}`][random(4)] ?? '';
    terms.push({ sign: random(2) === 0 ? 1 : -1, text, value: BigInt(value) });
  }
  return terms.toSorted(() => random(3) - 1);
}

function writeSum(terms: readonly Term[], random: Random): string {
  const blank = (): string => ' '.repeat(random(2));
  return terms
    .map(({ sign, text }, n) => {
      if (n === 0) return sign > 0 ? text : `-${blank()}${text}`;
      return `${blank()}${sign > 0 ? '+' : '-'} ${blank()}${text}`;
    })
    .join(' ');
}

test.each(['x64', 'x86'] as const)('sums of labels have the value of their terms, %s', arch => {
  const is64Bit = arch === 'x64';
  const failures: string[] = [];
  let [compared, refused] = [0, 0];
  for (let seed = SEED; seed < SEED + COUNT && failures.length < 5; seed++) {
    const random = randomNumbers(seed);
    const places = PLACES.filter(place => place.arch === undefined || is64Bit);
    const chosen = Array.from({ length: 12 }, () => {
      const place = places[random(places.length)] ?? places[0]!;
      const takes = place.takes === 'both' ? (random(2) === 0 ? 'address' : 'distance') : place.takes;
      const terms = makeTerms(random, takes);
      return { place, terms, text: place.write(writeSum(terms, random)) };
    });
    const lines = chosen.map(({ text }) => text);
    for (const name of NAMES) lines.splice(random(lines.length), 0, `->${name}:`);
    const { unit } = assembleLines(lines.join('\n'), { file: 'sum', arch, lang: 'ts' });
    const { format, sections, globals, externs, signed, actions, items } = unit;
    const triples = unit.lines.triples;
    const list = actionList({
      format,
      arch,
      sections,
      globals,
      externs,
      signed,
      actions,
      files: ['sum'],
      lines: triples,
    });
    const Dst = new State(list);
    const base = is64Bit && seed % 2 === 0 ? 0x40_0000n : 0x1000n;
    const code = new Uint8Array(4096);
    try {
      for (const item of items) {
        if (item.kind !== 'put') continue;
        Dst.put(item.start, ...item.arguments.map(({ text }) => BigInt(text.replaceAll(/[()f]/g, ''))));
      }
      Dst.link();
      Dst.encode(code, base);
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      // A short branch, a word, or a negative address that does not fit.
      refused++;
      continue;
    }
    const address = (name: string): bigint => BigInt(Dst.globals[globals.indexOf(name)] ?? -1);
    const starts = codeLines(Dst);
    for (let n = 0; n < starts.length; n += 3) {
      const each = chosen.find(({ text }) => text === lines[(starts[n + 2] ?? 0) - 1]);
      if (each === undefined) continue;
      const at = starts[n] ?? 0;
      const expected = each.terms.reduce(
        (sum, { sign, value }) => sum + BigInt(sign) * (typeof value === 'string' ? address(value) : value),
        0n,
      );
      const found = each.place.read(code.subarray(at), is64Bit, base + BigInt(at));
      compared++;
      const bits = each.text.startsWith('.word') ? 16 : 32;
      if (BigInt.asIntN(bits, found) === BigInt.asIntN(bits, expected)) continue;
      failures.push(
        `${each.text}: ${found}, not ${expected}; replay: SUM_SEED=${seed} SUM_COUNT=1 npm test -- test/preprocessor/x86/labelsum`,
      );
    }
  }
  expect(failures).toEqual([]);
  expect(compared).toBeGreaterThan(COUNT);
  expect(refused).toBeLessThan(COUNT);
});

/**
 * Coverage of the instruction set: assembles samples of every instruction that iced-x86 knows
 * (icedsample.ts) and decodes them again. An instruction is covered if each sample gives its code, or another
 * of the same text that is no longer: such aliases stand in fixtures/instructions/aliases.txt. What is not
 * covered stands in uncovered.txt there, which may only shrink. `UPDATE=1` writes the aliases anew, and
 * removes from the other list what is covered by now.
 */
import { expect, test } from '@jest/globals';
import iced from 'iced-x86';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeAll } from './encodedstatement.ts';
import { SELECTORS } from './icedstatement.ts';
import { codesOf, Samples, type Decoded, type Sample } from './icedsample.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/instructions');
const ALIASES = join(FIXTURES, 'aliases.txt');
const UNCOVERED = join(FIXTURES, 'uncovered.txt');

const isUpdate = Boolean(process.env['UPDATE']);

/** So many codes are assembled at once. */
const BATCH = 200;

interface Coverage {
  /** The names of all codes. */
  readonly codes: ReadonlySet<string>;
  readonly samples: number;
  readonly variants: number;
  /** The codes that are not covered, each with a statement and what is wrong with it. */
  readonly uncovered: ReadonlyMap<string, string>;
  /** `code twin` */
  readonly aliases: ReadonlySet<string>;
  /** Statements that give something else. */
  readonly failures: readonly string[];
}

const SELECTOR_SIZE = new RegExp(`^(?:o16|o64) (?=(?:${SELECTORS}) )`);

const nameOf = (code: iced.Code): string => iced.Code[code] ?? '?';

/** It has the names of AVX-512 for encodings of its own. */
const isXeonPhi = (code: iced.Code): boolean => nameOf(code).startsWith('MVEX');

/**
 * iced's text, with one name for `sal` and `shl`, which iced tells apart by the encoding, and without
 * prefixes that change nothing. The byte that pextrb stores clears the rest of the register, whatever its
 * name is.
 */
function meaningOf({ text }: Decoded): string {
  return text
    .replace(/^sal /, 'shl ')
    .replace(SELECTOR_SIZE, '')
    .replace(/^(v?pextrb )r([a-d]x|[sb]p|[sd]i),/, '$1e$2,')
    .replace(/^(v?pextrb r\d+),/, '$1d,');
}

/**
 * How many bytes longer the code may be if something is known at run time only. `push` has the long form
 * then, as in DynASM; byte registers keep REX, as they may be sil; forms of the accumulator are not tried.
 */
const extraBytes = (text: string): number => (/\bpush (?:word )?\(/.test(text) ? 3 : 1);

function measure(arch: 'x64' | 'x86'): Coverage {
  const maker = new Samples(arch);
  const uncovered = new Map<string, string>();
  const aliases = new Set<string>();
  const failures: string[] = [];
  let [samples, variants] = [0, 0];

  /** What the bytes are, which must mean the same as the sample. */
  const read = ({ code, decoded }: Sample, text: string, bytes: Uint8Array): Decoded | undefined => {
    const found = maker.decode(bytes, code);
    if (found !== undefined && meaningOf(found) === meaningOf(decoded)) return found;
    const hex = Buffer.from(bytes).toString('hex');
    failures.push(`${text}: ${hex}: ${found?.text ?? 'nothing'}, not ${decoded.text}`);
    return undefined;
  };
  const leaveOut = (code: iced.Code, problem: string): void => {
    const name = nameOf(code);
    if (!uncovered.has(name)) uncovered.set(name, problem);
  };
  const check = (sample: Sample, result: Uint8Array | string): void => {
    const { code, bytes, decoded, text } = sample;
    if (typeof result === 'string') return leaveOut(code, `${text}: ${result}`);
    if (Buffer.compare(result, bytes) === 0) return;
    if (isXeonPhi(code)) return leaveOut(code, `${text}: an instruction of AVX-512`);
    const found = read(sample, text, result);
    if (found === undefined) return;
    if (result.length > bytes.length) leaveOut(code, `${text}: longer than ${bytes.length} bytes`);
    else if (found.code !== decoded.code) aliases.add(`${nameOf(code)} ${nameOf(found.code)}`);
    // (iced writes prefixes with these registers that say nothing.)
    else if (result.length < bytes.length && !/\b(?:mm|bnd)\d/.test(text))
      failures.push(`${text}: only ${result.length} bytes`);
  };
  const checkVariant = (sample: Sample, text: string, result: Uint8Array | string): void => {
    const { bytes } = sample;
    if (typeof result === 'string') {
      // Four bits of an immediate beside a register must be a literal.
      if (!/vpermil2p[ds] .*\(\d+\)$/.test(text)) failures.push(`${text}: ${result}`);
    } else if (Buffer.compare(result, bytes) !== 0 && read(sample, text, result) !== undefined) {
      const isOpen = text.includes('(');
      if (isOpen && result.length > bytes.length + extraBytes(text))
        failures.push(`${text}: ${result.length} bytes, not ${bytes.length}`);
    }
  };

  const codes = codesOf(arch);
  for (let start = 0; start < codes.length; start += BATCH) {
    const batch: { text: string; sample: Sample }[] = [];
    for (const code of codes.slice(start, start + BATCH)) {
      const found = maker.of(code);
      if (found.length === 0) leaveOut(code, 'iced cannot encode it and read it back');
      for (const sample of found) batch.push({ text: sample.text, sample });
    }
    const open: { text: string; sample: Sample }[] = [];
    encodeAll(arch, batch, ({ sample }, result) => {
      samples++;
      check(sample, result);
      if (typeof result === 'string' || isXeonPhi(sample.code)) return;
      open.push(...sample.variants.map(text => ({ text, sample })));
    });
    encodeAll(arch, open, ({ text, sample }, result) => {
      variants++;
      checkVariant(sample, text, result);
    });
  }
  return { codes: new Set(codes.map(nameOf)), samples, variants, uncovered, aliases, failures };
}

const coverages = (['x64', 'x86'] as const).map(arch => ({ arch, ...measure(arch) }));

test.each(coverages)('$arch: what assembles is decoded as what it was', each => {
  expect(each.failures).toEqual([]);
  expect(each.samples).toBeGreaterThan(30_000);
  expect(each.variants).toBeGreaterThan(60_000);
});

test('the list of aliases names each with its twin', () => {
  const found = [...new Set(coverages.flatMap(({ aliases }) => [...aliases]))].toSorted();
  const { head, groups } = readList(ALIASES);
  if (isUpdate) writeList(ALIASES, head, new Map([['', found]]));
  else expect([...groups.values()].flat()).toEqual(found);
});

test('the list of what is not covered is right, and may only shrink', () => {
  const found = new Map(
    coverages.flatMap(each => [...each.uncovered].map(([name, why]) => [placeOf(name, each), why])),
  );
  const { head, groups } = readList(UNCOVERED);
  const listed = new Set([...groups.values()].flat());
  const missing = [...found].filter(([name]) => !listed.has(name)).map(([name, why]) => `${name}: ${why}`);
  expect(missing).toEqual([]);
  const left = new Map([...groups].map(([why, names]) => [why, names.filter(name => found.has(name))]));
  if (isUpdate) writeList(UNCOVERED, head, left);
  // What is covered by now leaves the list: `UPDATE=1` takes it out.
  else expect([...groups]).toEqual([...left]);
});

/** A code's name, with the architecture if the code is covered on the other one. */
function placeOf(name: string, { arch }: { readonly arch: 'x64' | 'x86' }): string {
  const isCovered = coverages.some(
    other => other.arch !== arch && other.codes.has(name) && !other.uncovered.has(name),
  );
  return isCovered ? `${name} on ${arch}` : name;
}

interface List {
  /** What the file says about itself. */
  readonly head: string;
  /** Names by the reason above them, which may be empty. */
  readonly groups: Map<string, string[]>;
}

/** Reads a list: comments, then names, one a line, in groups below lines `# reason`. */
function readList(file: string): List {
  const [head = '', ...paragraphs] = readFileSync(file, 'utf8').trimEnd().split('\n\n');
  const groups = new Map<string, string[]>();
  for (const paragraph of paragraphs) {
    const lines = paragraph.split('\n');
    const reasons = lines.filter(line => line.startsWith('#'));
    groups.set(
      reasons.join('\n'),
      lines.filter(line => !line.startsWith('#')),
    );
  }
  return { head, groups };
}

function writeList(file: string, head: string, groups: ReadonlyMap<string, readonly string[]>): void {
  const paragraphs = [...groups]
    .filter(([, names]) => names.length > 0)
    .map(([reason, names]) => [...(reason === '' ? [] : [reason]), ...names].join('\n'));
  writeFileSync(file, `${[head, ...paragraphs].join('\n\n')}\n`);
}

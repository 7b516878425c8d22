/**
 * Assembles every form that `dynasm instructions` lists, in every size, with every register, kind of memory
 * and immediate; encodes it, decodes it with iced-x86, and compares mnemonic, operands with their sizes, and
 * length. A statement that is not accepted is not compared, but every listed one must be accepted.
 */
import { expect, test } from '@jest/globals';
import { findArch } from '../../../src/preprocessor/arch/index.ts';
import { BASE, encodeAll } from './encodedstatement.ts';
import { indexBlocks } from '../../../src/preprocessor/arch/x86/instructiontable.ts';
import { HISTORIC } from '../../../src/preprocessor/arch/x86/table/historic.ts';
import { PSEUDO } from '../../../src/preprocessor/arch/x86/table/pseudo.ts';
import { decode, sameMnemonic } from './iceddecoder.ts';
import type { Decoded, Operand } from './iceddecoder.ts';
import { FormStatements } from './formstatement.ts';
import { UNDECODED } from './gnusample.ts';
import type { Expected, FormStatement } from './formstatement.ts';

/** Prefixes that stand alone. */
const PREFIX = /^(ud0|rep\w*|xacquire|xrelease|notrack|bnd|lock|[cdefgs]s|[oa]\d\d)$/;

/** Statements that decode to something else, and why that is right. Each must be met. */
const EXCEPTIONS: readonly (readonly [statements: RegExp, reason: string, arch?: 'x64'])[] = [
  [
    /^(clflush|fxsave|fxrstor|fldenv|fn?stenv) (\w*word )?(gs:)?\[/,
    'the memory has one size, whatever size word is written; qword only adds REX.W, as in DynASM',
  ],
];

/** Pseudo-operations (pseudooperation.test.ts), and what means something else now, or nothing. */
const LEFT_OUT = new Set(indexBlocks([HISTORIC, PSEUDO]).keys());

const BATCH = 4000;

/** How the decoded instruction differs from the statement; undefined if it does not. */
function difference(
  { text, operands, decorators }: FormStatement,
  decoded: Decoded,
  is64Bit: boolean,
): string | undefined {
  const [name = ''] = text.replace(/^\{\w+\} /, '').split(' ');
  if (decoded.decorators !== decorators) return `decorators ${decoded.decorators}`;
  if (decoded.mnemonic === 'nop' && name === 'xchg') {
    // A register exchanged with itself, which must not have 32 bits on x64: that clears the upper half.
    const names = new Set(operands.map(each => (each.kind === 'register' ? each.name : '')));
    return names.size === 1 && !(is64Bit && names.has('eax')) ? undefined : 'it does nothing';
  }
  if (!sameMnemonic(name, decoded.mnemonic)) return `mnemonic ${decoded.mnemonic}`;
  // Operands that are not written, such as those of string instructions, are not compared.
  if (operands.length === 0) return undefined;
  const written = shownOperands(name, operands, text.startsWith('{evex}'));
  const orders = alignments(name, written.length, decoded.operands);
  const problems = orders.map(order =>
    order.length === written.length
      ? written.map((each, n) => operandDifference(each, order[n])).find(each => each !== undefined)
      : `${order.length} operands`,
  );
  return problems.includes(undefined) ? undefined : problems[0];
}

function isStack(operand: Operand | undefined): boolean {
  return operand?.kind === 'register' && operand.name === 'st0';
}

/** The decoded operands as the statement may write them. */
function alignments(
  name: string,
  count: number,
  decoded: readonly Operand[],
): readonly (readonly Operand[])[] {
  if (/^v?maskmov(?:dqu|q)$/.test(name)) return [decoded.slice(-2)];
  if (count === decoded.length) {
    return /^(xchg|test|fxch)$/.test(name) ? [decoded, decoded.toReversed()] : [decoded];
  }
  // `imul r, imm` names its register once.
  if (name === 'imul' && count === 2) return [decoded.slice(1)];
  // The first or the last is st0, and not written.
  if (!name.startsWith('f') || count !== 1 || decoded.length !== 2) return [decoded];
  return [
    ...(isStack(decoded[0]) ? [decoded.slice(1)] : []),
    ...(isStack(decoded[1]) ? [decoded.slice(0, 1)] : []),
  ];
}

/** The operands of the statement as the decoder shows them. */
function shownOperands(name: string, written: readonly Expected[], isEvex: boolean): readonly Expected[] {
  // The decoder does not name xmm0, and st0 not beside memory.
  if (/^(?:p?blendv\w+|sha256rnds2)$/.test(name)) return written.slice(0, 2);
  if (name.startsWith('f') && written[1]?.kind === 'memory') return written.slice(1);
  // The byte clears the rest of the register, so that there is no REX.W; with EVEX there is.
  if (/^v?pextrb$/.test(name) && !isEvex) return written.map(narrowed);
  return written;
}

function narrowed(operand: Expected): Expected {
  if (operand.kind !== 'register') return operand;
  return { ...operand, name: operand.name.replace(/^r(?=\D)/, 'e').replace(/^(r\d+)$/, '$1d') };
}

function show(operand: Expected | Operand | undefined): string {
  return JSON.stringify(operand, (_, each) => (typeof each === 'bigint' ? String(each) : each)) ?? 'nothing';
}

function operandDifference(expected: Expected, decoded: Operand | undefined): string | undefined {
  return isSame(expected, decoded) ? undefined : `${show(decoded)}, not ${show(expected)}`;
}

function isSame(expected: Expected, decoded: Operand | undefined): boolean {
  if (decoded === undefined || decoded.kind !== expected.kind) return false;
  if (expected.kind === 'register') return decoded.kind === 'register' && decoded.name === expected.name;
  if (expected.kind === 'target') {
    // Branches with a distance of 16 bits go to an address of 16 bits; XBEGIN has all bits.
    const addresses = expected.isWord === true ? [BASE, BASE & 0xffffn] : [BASE];
    return decoded.kind === 'target' && addresses.includes(decoded.address);
  }
  if (expected.kind === 'immediate') {
    return (
      decoded.kind === 'immediate' &&
      decoded.value === expected.value &&
      (expected.size === 0 || decoded.sizes.includes(expected.size))
    );
  }
  const { base, index, scale, displacement, size, segment } = expected;
  return (
    decoded.kind === 'memory' &&
    decoded.segment === segment &&
    decoded.base === base &&
    decoded.index === index &&
    (index === '' || decoded.scale === scale) &&
    BigInt.asIntN(32, decoded.displacement) === displacement &&
    (size === 0 || decoded.size * 8 === size)
  );
}

test.each(['x64', 'x86'] as const)('%s: every form decodes to its statement', name => {
  const is64Bit = name === 'x64';
  const maker = new FormStatements(is64Bit);
  const failures: string[] = [];
  const exceptions = EXCEPTIONS.filter(([, , arch = name]) => arch === name);
  const unused = new Set(exceptions);
  let count = 0;
  const visit = (statement: FormStatement, result: Uint8Array | string): void => {
    count++;
    if (typeof result === 'string') {
      if (statement.isListed) failures.push(`${statement.text}: ${result}`);
      return;
    }
    const decoded = decode(result, is64Bit, BASE);
    const problem =
      decoded.length === result.length ? difference(statement, decoded, is64Bit) : `length ${decoded.length}`;
    if (problem === undefined) return;
    const exception = exceptions.find(([statements]) => statements.test(statement.text));
    if (exception) unused.delete(exception);
    else failures.push(`${statement.text}: ${Buffer.from(result).toString('hex')}: ${problem}`);
  };
  let batch: FormStatement[] = [];
  const flush = (): void => {
    encodeAll(name, batch, visit);
    batch = [];
  };
  for (const form of findArch(name).forms()) {
    if (PREFIX.test(form.mnemonic) || LEFT_OUT.has(form.mnemonic) || UNDECODED.test(form.features)) continue;
    for (const statement of maker.statements(form)) {
      batch.push(statement);
      if (batch.length === BATCH) flush();
    }
  }
  flush();
  expect(failures).toEqual([]);
  expect([...unused]).toEqual([]);
  expect(count).toBeGreaterThan(90_000);
});

/**
 * The programs of the reference data for ARM64 give the same statuses, sizes, bytes, globals and pc labels as
 * in DynASM's own engine; with numbers as arguments, and with bigints.
 */
import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Address, arm64ActionList, EncodeError, State } from '../../src/encoder/index.ts';

type Call = readonly ['put', number, ...number[]] | readonly ['checkstep', number];
type Address64 = number | string;

interface Expected {
  readonly link: number;
  readonly size: number;
  readonly encode?: number;
  /** Of the last call. */
  readonly checkstep?: number;
  readonly code?: string;
  /** In place of long code. */
  readonly codeSha256?: string;
  readonly globals?: Readonly<Record<string, Address64>>;
  readonly pcLabels?: readonly number[];
}

interface Program {
  readonly maxSection: number;
  readonly maxGlobal: number;
  readonly pcLabels: number;
  readonly calls: readonly Call[];
  readonly globals?: Readonly<Record<string, Address64>>;
  readonly expect: Expected;
}

interface Reference {
  readonly base: Address64;
  readonly externs: Readonly<Record<string, Address64>>;
  readonly actions: readonly number[];
  readonly programs: readonly Program[];
}

/** Reads fixtures/encoder/NAME.json.gz. */
function readReference(name: string): Reference {
  const url = new URL(`../../fixtures/encoder/${name}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(url)).toString()) as Reference;
}

const asAddress = (value: Address64): Address => (typeof value === 'string' ? BigInt(value) : value);

/** The status with which a call fails; 0 if it does not. */
function statusOf(call: () => void): number {
  try {
    call();
    return 0;
  } catch (error) {
    if (error instanceof EncodeError) return error.status;
    throw error;
  }
}

/** How many pc labels DynASM has room for, and programs use: its array begins with 16 bytes and doubles. */
function capacity(pcLabels: number): number {
  return pcLabels === 0 ? 0 : Math.max(4, 2 ** Math.ceil(Math.log2(pcLabels)));
}

/** Runs a program as DynASM's engine was run: calls behind one that fails are made, too. */
function run(
  state: State,
  { externs, base }: Reference,
  { pcLabels, calls, globals = {}, expect: expected }: Program,
  argument: (value: number) => Address,
): Expected {
  state.growPc(capacity(pcLabels));
  state.setupExtern((_, index) => asAddress(externs[index] ?? 0));
  const given: (Address | undefined)[] = [];
  for (const [index, address] of Object.entries(globals)) given[Number(index)] = asAddress(address);
  state.globals = given;
  let checkstep: number | undefined;
  for (const [what, first, ...values] of calls) {
    if (what === 'put') statusOf(() => state.put(first, ...values.map(argument)));
    else checkstep = statusOf(() => state.checkStep(first));
  }
  let size = 0;
  const link = statusOf(() => {
    size = state.link();
  });
  const result = { link, size, ...(checkstep !== undefined && { checkstep }) };
  if (link !== 0) return result;
  const buffer = new Uint8Array(size);
  const encode = statusOf(() => state.encode(buffer, asAddress(base)));
  if (encode !== 0) return { ...result, encode };
  const code =
    expected.codeSha256 === undefined
      ? { code: Buffer.from(buffer).toString('hex') }
      : { codeSha256: createHash('sha256').update(buffer).digest('hex') };
  // Encode writes those that are defined.
  const defined = Object.entries(state.globals).filter(
    ([index]) => state.emitter.labels.named[Number(index) + 10]! < 0,
  );
  return {
    ...result,
    encode,
    ...code,
    globals: Object.fromEntries(
      defined.map(([index, address]) => [index, `0x${BigInt(address ?? 0).toString(16)}`]),
    ),
    pcLabels: Array.from({ length: pcLabels }, (_, pc) => state.getPcLabel(pc)),
  };
}

/** What is compared of what DynASM's engine gave. */
function comparable({ globals, ...rest }: Expected & { readonly externCalls?: unknown }): Expected {
  const { externCalls: _, ...compared } = rest;
  if (globals === undefined) return compared;
  const addresses = Object.entries(globals).map(([index, address]) => [
    index,
    `0x${BigInt(address).toString(16)}`,
  ]);
  return { ...compared, globals: Object.fromEntries(addresses) };
}

test.each([
  ['arm64', 2000, 'numbers', (value: number) => value],
  ['arm64', 2000, 'bigints', (value: number) => BigInt(value)],
  ['arm64-high', 150, 'numbers', (value: number) => value],
] as const)(
  'the programs of encoder/%s.json.gz (%i) give what DynASM gives, with %s',
  (name, count, _, argument) => {
    const reference = readReference(name);
    const { actions, programs } = reference;
    expect(programs).toHaveLength(count);
    const list = arm64ActionList({ format: 1, arch: 'arm64', actions });
    const failures: unknown[] = [];
    for (const [index, program] of programs.entries()) {
      const state = new State(list, { sections: program.maxSection, globals: program.maxGlobal });
      const got = run(state, reference, program, argument);
      const expected = comparable(program.expect);
      if (JSON.stringify(sorted(got)) !== JSON.stringify(sorted(expected)))
        failures.push({ program: index, expected, got });
      // Half of the states leave their buffers to the next one.
      if (index % 2 === 0) state.free();
    }
    expect(failures.slice(0, 3)).toEqual([]);
  },
);

/** With its keys in order. */
function sorted(result: Expected): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(result).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

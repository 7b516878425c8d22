/** Faults in ARM64 code become exceptions, on Linux. */
import { expect } from '@jest/globals';
import { dasm, FaultError } from '../../src/exec/index.ts';
import { isStore } from '../../src/exec/fault/access.ts';
import { isArm64, isLinux, testIf } from './host.ts';
import { build, code, listOf, statements } from './machinecode.ts';

const test = testIf(isArm64 && isLinux, 'faults of ARM64 code are caught on Linux');

/** What a call throws. */
function faultOf(call: () => unknown): FaultError {
  try {
    call();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const INTEGER = 'int64_t (int64_t)';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly argument?: bigint;
  readonly signal: string;
  readonly message: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'a null read',
    text: 'ldr x0, [x0]; ret',
    signal: 'SIGSEGV',
    message: /a read of address 0x0, a null pointer; at offset 0x0: ldr x0, \[x0\]$/,
  },
  {
    name: 'a write',
    text: 'nop; str x0, [x0, #8]; ret',
    argument: 16n,
    signal: 'SIGSEGV',
    message: /a write of address 0x18, a null pointer; at offset 0x4: str x0, \[x0, #8\]$/,
  },
  {
    name: 'a write of code',
    text: 'adr x1, <1; str x0, [x1]; 1:; ret'.replace('<1', '>1'),
    signal: 'SIGSEGV',
    message: /a write of address 0x[0-9a-f]+; at offset 0x4: str x0, \[x1\]$/,
  },
  {
    name: 'a breakpoint',
    text: 'brk #7; ret',
    signal: 'SIGTRAP',
    message: /brk, a breakpoint; at offset 0x0: brk #7$/,
  },
  {
    name: 'an undefined instruction',
    text: 'nop; udf #3; ret',
    signal: 'SIGILL',
    message: /an instruction that this processor does not have.*; at offset 0x4: udf #3$/,
  },
  {
    name: 'a missing ret',
    text: 'mov w0, #1',
    signal: 'SIGILL',
    message: /a `ret` may be missing; at offset 0x4: udf #0$/,
  },
  {
    name: 'a jump to nowhere',
    text: 'br x0',
    argument: 0x1000n,
    signal: 'SIGSEGV',
    message: /a jump to 0x1000, where there is no code; at 0x1000$/,
  },
  {
    name: 'a call of 0',
    text: 'blr x0; ret',
    signal: 'SIGSEGV',
    message: /a jump to 0x0/,
  },
  {
    name: 'a return to nowhere',
    text: 'mov x30, x0; ret',
    argument: 64n,
    signal: 'SIGSEGV',
    message: /a jump to 0x40/,
  },
  {
    name: 'a jump to an address that is not a multiple of 4',
    text: 'adr x0, >1; add x0, x0, #2; br x0; 1:; ret',
    signal: 'SIGBUS',
    message: /an address that is not aligned: the target of a jump/,
  },
  {
    name: 'runaway recursion',
    text: '1:; stp x29, x30, [sp, #-16]!; bl <1; ret',
    signal: 'SIGSEGV',
    message: /a write of address 0x[0-9a-f]+; at offset 0x0: stp x29, x30, \[sp, #-16\]!$/,
  },
  {
    name: 'changed registers and a stack pointer that is none',
    text:
      'mov x9, #16; mov sp, x9; mov x19, #1; mov x20, #2; mov x28, #3; mov x29, #4; mov x30, #5; ' +
      'fmov d8, #1.0; fmov d15, #2.0; ldr x0, [sp]; ret',
    signal: 'SIGSEGV',
    message: /a read of address 0x10, a null pointer; at offset 0x24: ldr x0, \[sp\]$/,
  },
];

for (const { name, text, argument = 0n, signal, message } of CASES) {
  test(name, () => {
    const f = code(text).cast(INTEGER);
    for (let round = 0; round < 3; round++) {
      const fault = faultOf(() => f(argument));
      expect([fault.name, fault.signal]).toEqual(['FaultError', signal]);
      expect(fault.message).toMatch(message);
    }
    // The thread goes on as before.
    expect(code('add x0, x0, #1; ret').cast(INTEGER)(41n)).toBe(42n);
    expect(Math.sqrt(2) * Math.sqrt(2)).toBeCloseTo(2);
  });
}

test('an integer division by zero is none: the result is 0', () => {
  expect(code('mov x1, #0; sdiv x0, x0, x1; ret').cast(INTEGER)(5n)).toBe(0n);
});

test('thousands of them, and labels', () => {
  const list = listOf(
    statements('->first:; nop; ->second:; nop; ldr x0, [x0]; ret'),
    ['first', 'second'],
    [],
  );
  const f = build(list).cast(INTEGER, 'second');
  for (let round = 0; round < 2000; round++) faultOf(() => f(0n));
  const fault = faultOf(() => f(8n));
  expect([fault.offset, fault.label, fault.address, fault.access, fault.instruction]).toEqual([
    8,
    'second',
    8n,
    'read',
    'ldr x0, [x0]',
  ]);
  expect(fault.message).toContain('at offset 0x8 (->second+0x4): ldr x0, [x0]');
});

test('code calls JavaScript, which calls code that faults', () => {
  const apply = code('str x30, [sp, #-16]!; mov x9, x0; mov x0, x1; blr x9; ldr x30, [sp], #16; ret').cast(
    'int64_t (int64_t (*f)(int64_t), int64_t)',
  );
  const faulty = code('ldr x0, [x0]; ret').cast(INTEGER);
  const seen: string[] = [];
  const result = apply(x => {
    seen.push(faultOf(() => faulty(x)).signal);
    return 5n;
  }, 16n);
  expect([result, ...seen]).toEqual([5n, 'SIGSEGV']);
  expect(faultOf(() => apply(x => faulty(x), 24n)).address).toBe(24n);
});

test('direct calls, batch calls and texts are guarded', () => {
  const f = code('ldr w0, [x0]; ret').cast('int (const int *)');
  expect(faultOf(() => f(null)).signal).toBe('SIGSEGV');
  const map = code('ldr x0, [x0]; ret').map(INTEGER);
  expect(faultOf(() => map(new BigInt64Array(2), BigInt64Array.of(16n, 24n))).address).toBe(16n);
  const text = code('mov x0, #8; ret').cast('const char *()');
  expect(faultOf(() => text()).address).toBe(8n);
});

test('memory of a fault stays readable in a worker', () => {
  const pages = code('str w1, [x0]; ret').cast('void (void *, int)');
  expect(
    faultOf(() => {
      pages(dasm.address(code('ret')), 1);
    }).access,
  ).toBe('write');
});

/** Words, and whether they write memory. */
const WORDS: readonly (readonly [text: string, word: number, isStore: boolean])[] = [
  ['ldr x0, [x1]', 0xf940_0020, false],
  ['str x0, [x1]', 0xf900_0020, true],
  ['ldrsw x0, [x1]', 0xb980_0020, false],
  ['ldrsb w0, [x1]', 0x39c0_0020, false],
  ['strb w0, [x1]', 0x3900_0020, true],
  ['str q0, [x1]', 0x3d80_0020, true],
  ['ldr q0, [x1]', 0x3dc0_0020, false],
  ['str d0, [x1], #8', 0xfc00_8420, true],
  ['ldr x0, pc+8', 0x5800_0040, false],
  ['ldp x0, x1, [x2]', 0xa940_0440, false],
  ['stp x0, x1, [x2]', 0xa900_0440, true],
  ['stp d0, d1, [sp, #-16]!', 0x6dbf_07e0, true],
  ['ldxr x0, [x1]', 0xc85f_7c20, false],
  ['stxr w0, x1, [x2]', 0xc800_7c41, true],
  ['cas x0, x1, [x2]', 0xc8a0_7c41, true],
  ['casp x0, x1, x2, x3, [x4]', 0x4820_7c82, true],
  ['ldar x0, [x1]', 0xc8df_fc20, false],
  ['stlr x0, [x1]', 0xc89f_fc20, true],
  ['ldadd x0, x1, [x2]', 0xf820_0041, true],
  ['swp x0, x1, [x2]', 0xf820_8041, true],
  ['ldapr x0, [x1]', 0xf8bf_c020, false],
  ['ldapur x0, [x1]', 0xd940_0020, false],
  ['stlur x0, [x1]', 0xd900_0020, true],
  ['ld1 {v0.16b}, [x0]', 0x4c40_7000, false],
  ['st1 {v0.16b}, [x0]', 0x4c00_7000, true],
  ['st1 {v0.s}[1], [x0]', 0x0d00_9000, true],
  ['ld1r {v0.4s}, [x0]', 0x4d40_c800, false],
  ['dc zva, x0', 0xd50b_7420, true],
  ['add x0, x1, x2', 0x8b02_0020, false],
  ['ret', 0xd65f_03c0, false],
];

for (const [text, word, expected] of WORDS) {
  test(`${text} ${expected ? 'writes' : 'does not write'}`, () => {
    expect(isStore(word)).toBe(expected);
  });
}

/** Branches of ARM64 code to what is out of their reach go through veneers behind the code. */
import { expect } from '@jest/globals';
import { dasm } from '../../src/exec/index.ts';
import { isArm64, testIf } from './host.ts';
import { build, code, listOf, statements } from './machinecode.ts';

const test = testIf(isArm64, 'it runs ARM64 code');

const FAR = 0x1234_5678_a000n;
/** `ldr x16, pc+8; br x16` */
const VENEER = [0x5800_0050, 0xd61f_0200];

/** Branches, and the word that each is when its target lies 16 bytes behind it. */
const BRANCHES: readonly (readonly [text: string, word: number])[] = [
  ['b extern f', 0x1400_0003],
  ['bl extern f', 0x9400_0003],
  ['b.eq extern f', 0x5400_0060],
  ['cbz x3, extern f', 0xb400_0063],
  ['cbnz w3, extern f', 0x3500_0063],
  ['tbz x3, #33, extern f', 0xb608_0063],
  ['tbnz w3, #3, extern f', 0x3718_0063],
  ['bl ->given', 0x9400_0003],
  ['b.lt ->given', 0x5400_006b],
];

for (const [text, word] of BRANCHES) {
  test(text, () => {
    const list = listOf(statements(`nop; ${text}; nop`), ['given'], ['f']);
    const given = text.includes('->given') ? { globals: { given: FAR } } : {};
    const built = build(list, { externs: { f: FAR }, ...given });
    const words = new Uint32Array(built.bytes.buffer);
    expect([...words.subarray(0, 4)]).toEqual([0xd503_201f, word, 0xd503_201f, 0]);
    expect([...words.subarray(4, 6)]).toEqual(VENEER);
    expect(new DataView(built.bytes.buffer).getBigUint64(24, true)).toBe(FAR);
    expect(built.size).toBe(32);
    expect(built.dump()).toContain(text.includes('given') ? '->given' : 'extern f');
  });
}

test('one veneer for a target, and none where the target is near', () => {
  const list = listOf(statements('bl extern f; bl extern f; bl extern g; b extern f'), [], ['f', 'g']);
  const built = build(list, { externs: { f: FAR, g: FAR + 16n } });
  expect(built.size).toBe(16 + 2 * 16);
  const target = code('mov w0, #5; ret');
  const near = build(listOf(statements('b extern f'), [], ['f']), { externs: { f: target } });
  expect(near.size).toBe(4);
  expect(near.cast('int ()')()).toBe(5);
});

test('they are executed, conditional ones too', () => {
  // (Far from all code.)
  const koffi = dasm.koffi();
  const map = koffi.load('libc.so.6').func('void *mmap(void *, size_t, int, int, int, long)');
  const protect = koffi.load('libc.so.6').func('int mprotect(void *, size_t, int)');
  const base = map(0x20_0000_0000n, 4096, 3, 0x22, -1, 0) as bigint;
  // add w0, w0, #1; ret
  new Uint32Array(koffi.view(base, 8)).set([0x1100_0400, 0xd65f_03c0]);
  expect(protect(base, 4096, 5)).toBe(0);
  const list = listOf(
    statements(
      'cmp w0, #10; b.eq extern f; cbz w0, extern f; tbnz w0, #31, extern f; str x30, [sp, #-16]!; bl extern f; add w0, w0, #100; ldr x30, [sp], #16; ret',
    ),
    [],
    ['f'],
  );
  const f = build(list, { externs: { f: base } }).cast('int (int)');
  expect([10, 0, -5, 3].map(x => f(x))).toEqual([11, 1, -4, 104]);
});

test('`adr` and literals out of reach are errors that say what reaches', () => {
  for (const text of ['adr x0, extern f', 'ldr x0, extern f']) {
    const list = listOf(statements(text), [], ['f']);
    expect(() => build(list, { externs: { f: FAR } })).toThrow(/out of reach/);
  }
});

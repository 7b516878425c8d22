/** The memory of code: when it is released, what may be done with its pages, errors of the system. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dasm } from '../../src/exec/index.ts';
import { symbolAddress } from '../../src/exec/library.ts';
import { systemPages } from '../../src/exec/memory/systempages.ts';
import { collectGarbage } from './garbage.ts';
import { APPLY, buildLabelled, code, hex, IDENTITY, listOf } from './machinecode.ts';

describe('the memory of code is released', () => {
  test('by free, after which all uses throw', () => {
    const built = buildLabelled();
    const { address } = built;
    const whole = built.cast('int ()');
    const checked = built.cast('int (int)', 'next', { checked: true });
    const found = dasm.cast(address, 'int ()');
    expect(built.freed).toBe(false);
    built.free();
    built.free();
    expect(built.freed).toBe(true);
    const uses: (() => unknown)[] = [
      () => whole(),
      () => checked(1),
      () => found(),
      () => built.address,
      () => built.bytes,
      () => built.globals,
      () => built.pcLabel(1),
      () => built.dump(),
      () => built.cast('int ()'),
      () => dasm.cast(built, 'int ()'),
      () => dasm.cast(whole, 'int ()'),
    ];
    for (const use of uses) expect(use).toThrow('freed');
  });

  test('at the end of a block with `using`', () => {
    let f: (() => number) | undefined;
    {
      using built = buildLabelled();
      f = built.cast('int ()');
      expect(f()).toBe(42);
    }
    expect(f).toThrow('has been freed');
  });

  test('when the calls under way have returned: a callback may free the code that calls it', () => {
    const apply = code(APPLY);
    const call = apply.cast('int64_t (int64_t (*f)(int64_t), int64_t)');
    let depth = 0;
    const result = call(() => {
      depth++;
      const inner = call(() => {
        apply.free();
        return 20n;
      }, 0);
      expect(() => call(() => 0, 0)).toThrow('has been freed');
      return inner + 1n;
    }, 0);
    expect([result, depth]).toEqual([21n, 1]);
  });

  test('by free, completely: ten thousand code objects leave nothing behind', () => {
    const state = dasm.new(listOf(hex(IDENTITY), [], []));
    const before = executableSize();
    for (let i = 0; i < 10_000; i++) {
      state.setup();
      state.put(0);
      state.build().free();
    }
    expect(executableSize()).toBeLessThan(before + 20n * 4096n);
  });

  test('by the garbage collector, when nothing refers to the code', async () => {
    const addresses: bigint[] = [];
    const functions: ((x: number) => number)[] = [];
    for (let i = 0; i < 64; i++) {
      const built = code(IDENTITY);
      addresses.push(built.address);
      // Every second one stays reachable through a function only.
      if (i % 2 === 0) functions.push(built.cast('int (int)'));
    }
    for (let i = 0; i < 20 && countMapped(addresses) > 33; i++) {
      await collectGarbage();
    }
    // The last ones may still be in a register or on the stack.
    expect(countMapped(addresses.filter((_, i) => i % 2 === 1))).toBeLessThanOrEqual(2);
    expect(functions.map((f, i) => f(i))).toEqual(functions.map((_, i) => i));
  });
});

test('pages are writable, then executable, never both', () => {
  const pages = systemPages();
  const address = pages.allocate(5000);
  expect([accessAt(address), accessAt(address + 4999n)]).toEqual(['rw-p', 'rw-p']);
  pages.write(address, Uint8Array.of(0xc3));
  pages.protect(address, 5000);
  expect([accessAt(address), accessAt(address + 4999n)]).toEqual(['r-xp', 'r-xp']);
  pages.free(address, 5000);
  const built = buildLabelled();
  expect(accessAt(built.address)).toBe('r-xp');
});

test('a failing system call gives its reason', () => {
  const pages = systemPages();
  expect(() => pages.allocate(2 ** 52)).toThrow(
    /^mmap of 4503599627370496 bytes failed: ENOMEM \(.*memory\)$/,
  );
  expect(() => {
    pages.protect(4096n, 4096);
  }).toThrow(/^mprotect of 4096 bytes at 0x1000 to executable failed: ENOMEM/);
  expect(() => {
    pages.free(1n, 4096);
  }).toThrow('munmap of 4096 bytes at 0x1 failed: EINVAL (Invalid argument)');
});

/** A line of the memory map. */
interface Mapping {
  readonly from: bigint;
  readonly to: bigint;
  readonly access: string;
  readonly file: string;
}

/** The memory map of this process, proc(5). */
function mappings(): Mapping[] {
  const lines = readFileSync('/proc/self/maps', 'latin1').trim().split('\n');
  return lines.map(line => {
    const [range = '', access = '', , , , file = ''] = line.split(/ +/);
    const [from, to] = range.split('-');
    return { from: BigInt(`0x${from}`), to: BigInt(`0x${to}`), access, file };
  });
}

function accessAt(address: bigint): string | undefined {
  return mappings().find(({ from, to }) => from <= address && address < to)?.access;
}

/** Size in bytes of the executable memory that is not a file's. (V8's memory for code is also writable.) */
function executableSize(): bigint {
  const ours = mappings().filter(({ access, file }) => access === 'r-xp' && file === '');
  return ours.reduce((sum, { from, to }) => sum + to - from, 0n);
}

/** How many of these addresses lie in such memory. */
function countMapped(addresses: readonly bigint[]): number {
  const ours = mappings().filter(({ access, file }) => access === 'r-xp' && file === '');
  return addresses.filter(at => ours.some(({ from, to }) => from <= at && at < to)).length;
}

test('code is within reach of the libraries also where WebAssembly has reserved the memory beside them', () => {
  const pages = systemPages();
  // The types of ES2024 do not know WebAssembly.
  const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: new (size: object) => object } })
    .WebAssembly;
  const memories = [0, 1, 2].map(() => new Memory({ initial: 1, maximum: 65_536 }));
  const library = symbolAddress('malloc') ?? 0n;
  const addresses: bigint[] = [];
  const size = 1 << 20;
  for (let count = 0; count < 200; count++) addresses.push(pages.allocate(size));
  const far = addresses.filter(address => {
    const distance = address - library;
    return distance >= 2n ** 31n || distance < -(2n ** 31n);
  });
  for (const address of addresses) pages.free(address, size);
  expect(far).toEqual([]);
  expect(memories).toHaveLength(3);
});

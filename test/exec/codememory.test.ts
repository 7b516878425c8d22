/** The memory of code: when it is released, what may be done with its pages, errors of the system. */
import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import koffi from 'koffi';
import { dasm } from '../../src/exec/index.ts';
import { symbolAddress } from '../../src/exec/library.ts';
import { coherent } from '../../src/exec/memory/coherence.ts';
import { MemoryError, NoMemoryError, type Pages, type Way } from '../../src/exec/memory/pages.ts';
import { statistics } from '../../src/exec/memory/pool.ts';
import { posixWays } from '../../src/exec/memory/posix.ts';
import { windowsWays } from '../../src/exec/memory/windows.ts';
import { allocateFrom, allocatePages } from '../../src/exec/memory/systempages.ts';
import { collectGarbage } from './garbage.ts';
import { is64Bit, isArm64, isLinux, isWindows, isX64, testIf } from './host.ts';
import { APPLY, arch, buildLabelled, code, IDENTITY, listOf, statements } from './machinecode.ts';
import { accessAt, executableSize } from './memorymap.ts';

const ways = isWindows ? windowsWays() : posixWays();
const dropping = fileURLToPath(new URL('../../fixtures/programs/droppedcode.mjs', import.meta.url));
/** Four bytes of code that return. */
const RETURN = isArm64 ? 0xd65f_03c0 : 0xc3c3_c3c3;
/** More bytes than there can be. */
const TOO_MUCH = is64Bit ? 2 ** 52 : 0xf000_0000;

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

  testIf(isLinux, 'reads the memory map of Linux')(
    'by free, completely: ten thousand code objects leave nothing behind',
    () => {
      const state = dasm.new(listOf(statements(IDENTITY), [], []));
      const before = executableSize();
      for (let i = 0; i < 10_000; i++) {
        state.setup();
        state.put(0);
        state.build().free();
      }
      expect(executableSize()).toBeLessThan(before + 20n * 4096n);
    },
  );

  // ALIVE, SIZE, COUNT and TURN of the program.
  const programs = [
    { name: 'code of 65 KB, nothing alive', numbers: [0, 65_000, 6000, 64] },
    { name: 'code of 65 KB, 20 MB alive', numbers: [300, 65_000, 6000, 64] },
    { name: 'code of 1 KB, 20 MB alive', numbers: [20_000, 1000, 100_000, 1000] },
    { name: 'code of 3 MB, 30 MB alive', numbers: [10, 3_000_000, 200, 1] },
  ];
  for (const { name, numbers } of programs) {
    testIf(isLinux && isX64, 'reads the memory map of Linux; emulators take long')(
      `by the garbage collector, so that twice what is alive and 64 MB suffice: ${name}`,
      () => {
        const { stdout, stderr } = spawnSync(process.execPath, [dropping, arch, ...numbers.map(String)], {
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
        const { alive, dropped, most } = JSON.parse(stdout) as Record<'alive' | 'dropped' | 'most', number>;
        const bound = 2 * alive + 64 * 2 ** 20;
        expect(most).toBeLessThanOrEqual(bound);
        // Without collections it would be too much.
        expect(dropped).toBeGreaterThan(bound - alive);
      },
    );
  }

  test('by the garbage collector, when nothing refers to the code', async () => {
    const before = statistics().used;
    const functions: ((x: number) => number)[] = [];
    for (let i = 0; i < 64; i++) {
      const built = code(IDENTITY);
      expect(built.address).toBeGreaterThan(0n);
      // Every second one stays reachable through a function only.
      if (i % 2 === 0) functions.push(built.cast('int (int)'));
    }
    const size = 16;
    for (let i = 0; i < 20 && statistics().used > before + 33 * size; i++) {
      await collectGarbage();
    }
    // The last ones may still be in a register or on the stack. (Earlier tests may have left others.)
    expect(statistics().used).toBeLessThanOrEqual(before + 34 * size);
    expect(functions.map((f, i) => f(i))).toEqual(functions.map((_, i) => i));
  });
});

testIf(isX64, 'its functions are x64 code')('a function has at most 64 bytes that are not its own', () => {
  const before = statistics();
  const state = dasm.new(listOf(statements('mov eax, 1; nop; ret'), [], []));
  let bytes = 0;
  const built = Array.from({ length: 70_000 }, () => {
    state.setup();
    state.put(0);
    const each = state.build();
    bytes += each.size;
    return each;
  });
  const after = statistics();
  expect((after.used - before.used - bytes) / built.length).toBeLessThanOrEqual(16);
  // With what no function takes yet.
  expect((after.mapped - before.mapped - bytes) / built.length).toBeLessThanOrEqual(64);
  for (const each of built) each.free();
  expect(statistics().used).toBeLessThanOrEqual(before.used);
});

describe.each(ways)('$name', way => {
  test('gives memory that is never writable and executable through one mapping', () => {
    const pages = way.allocate(5000);
    expect(pages.size).toBe(8192);
    const written = koffi.address(pages.bytes);
    /** Of both mappings, at the first and the last byte. */
    const access = (): string[] => {
      const seen = [pages.address, pages.address + 8191n, written, written + 8191n].map(accessAt);
      return [...new Set(seen.map(each => each ?? 'none'))];
    };
    const atRest = access();
    expect(atRest).toEqual(written === pages.address ? ['r-x'] : ['r-x', 'rw-']);
    pages.write(0, 8192, () => {
      new Uint32Array(pages.bytes.buffer, pages.bytes.byteOffset + 4000, 250).fill(RETURN);
      expect(access()).toEqual(written === pages.address ? ['rw-'] : atRest);
    });
    expect(access()).toEqual(atRest);
    const { bytes } = pages;
    expect([bytes[3999], bytes[4000], bytes[4999], bytes[5000]]).toEqual([
      0,
      RETURN & 0xff,
      RETURN >>> 24,
      0,
    ]);
    dasm.cast(pages.address + 4000n, 'void ()')();
    pages.release();
    expect([accessAt(pages.address), accessAt(written)]).toEqual([undefined, undefined]);
  });

  test('gives the reason of a system call that fails', () => {
    expect(() => way.allocate(TOO_MUCH)).toThrow(
      isWindows
        ? /^(CreateFileMappingW|VirtualAlloc) of \d+ bytes failed: error \d+ \(/
        : /^(ftruncate of a memory object to|mmap of) \d+ bytes failed: (ENOMEM|EFBIG|EINVAL) \(/,
    );
  });
});

test('a way that runs what was there before, as an emulator may, is not taken', () => {
  const [way] = ways;
  let allocated = 0;
  const stale: Way = {
    name: 'stale',
    allocate(size) {
      allocated++;
      const pages = way!.allocate(size);
      let isFirst = true;
      const write: Pages['write'] = (start, end, change) => {
        if (isFirst) pages.write(start, end, change);
        isFirst = false;
      };
      return { ...pages, write };
    },
  };
  const checked = coherent(stale);
  for (let round = 0; round < 2; round++) {
    expect(() => checked.allocate(100)).toThrow(
      'running what was written again failed: an emulator runs what was there before',
    );
  }
  expect(allocated).toBe(1);
  const last = ways.at(-1)!;
  const pages = coherent(last).allocate(100);
  expect(accessAt(pages.address)).toBe('r-x');
  pages.release();
});

test('if all ways fail, the error says why each did', () => {
  const [first = '', second = ''] = isWindows
    ? ['two views of a section: CreateFileMappingW', 'VirtualAlloc']
    : ['two mappings of a memory object: ', 'mmap'];
  const thrown = new RegExp(
    `^memory for ${TOO_MUCH} bytes of code failed: ${first}.* failed: .*; ` +
      `pages that change between writable and executable: ${second} of ${TOO_MUCH} bytes failed: .*\\(`,
  );
  expect(() => allocatePages(TOO_MUCH)).toThrow(thrown);
  expect(() => allocatePages(TOO_MUCH)).toThrow(NoMemoryError);
});

test('if a way fails, the next one is taken', () => {
  const [first, second] = ways;
  const denied: Way = {
    name: 'denied',
    allocate: () => {
      throw new MemoryError('memfd_create', 38, 'ENOSYS (Function not implemented)');
    },
  };
  const pages = allocateFrom([denied, second ?? denied], 100);
  expect(accessAt(pages.address)).toBe('r-x');
  pages.release();
  expect(() => allocateFrom([denied, denied], 100)).toThrow(
    'memory for 100 bytes of code failed: denied: memfd_create failed: ENOSYS (Function not implemented); denied: memfd',
  );
  expect(first?.name).not.toBe(second?.name);
});

testIf(isLinux && !isArm64, 'elsewhere WebAssembly takes other memory; on ARM64 all is within reach')(
  'code is within reach of the libraries also where WebAssembly has reserved the memory beside them',
  () => {
    // The types of ES2024 do not know WebAssembly.
    const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: new (size: object) => object } })
      .WebAssembly;
    const memories = [0, 1, 2].map(() => new Memory({ initial: 1, maximum: 65_536 }));
    const library = symbolAddress('malloc') ?? 0n;
    const pages = Array.from({ length: 100 }, () => allocatePages(1 << 20));
    const addresses = pages.map(({ address }) => address);
    const far = addresses.filter(address => {
      const distance = address - library;
      return distance >= 2n ** 31n || distance < -(2n ** 31n);
    });
    for (const each of pages) each.release();
    expect(far).toEqual([]);
    expect(memories).toHaveLength(3);
  },
);

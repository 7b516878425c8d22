/** ARM64's instruction cache: code that is written again is what runs. */
import { expect } from '@jest/globals';
import koffi from 'koffi';
import { coherent } from '../../src/exec/memory/coherence.ts';
import { findFlush, generatedFlush } from '../../src/exec/memory/instructioncache.ts';
import { posixWays } from '../../src/exec/memory/posix.ts';
import { isArm64, isLinux, testIf } from './host.ts';

const test = testIf(isArm64 && isLinux, 'it runs ARM64 code on Linux');

/** `mov w0, #value; ret` */
const returning = (value: number): Uint32Array => Uint32Array.of(0x5280_0000 | (value << 5), 0xd65f_03c0);

const ways = isArm64 && isLinux ? posixWays() : [];

for (const way of ways) {
  test(`the same in ${way.name}`, () => {
    const pages = coherent(way).allocate(100);
    const call = koffi.decode(pages.address + 64n, koffi.proto('int ()')) as () => number;
    for (let value = 0; value < 1000; value++) {
      pages.write(64, 72, () => {
        pages.bytes.set(new Uint8Array(returning(value).buffer), 64);
      });
      expect(call()).toBe(value);
    }
    pages.release();
  });
}

test('without a flush the old code runs here, so that these tests would notice', () => {
  const [shared] = ways;
  const pages = shared!.allocate(100);
  const call = koffi.decode(pages.address, koffi.proto('int ()')) as () => number;
  const write = (value: number): void => {
    pages.write(0, 8, () => {
      pages.bytes.set(new Uint8Array(returning(value).buffer));
    });
  };
  write(1);
  expect(call()).toBe(1);
  write(2);
  const stale = call();
  findFlush()(pages.address, 8);
  expect([stale, call()]).toEqual([process.env['EMULATOR'] === 'qemu' ? 1 : stale, 2]);
  pages.release();
});

/** Functions that there may be for a flush, each alone. */
const SOURCES = [
  [null, 'void __clear_cache(void *, void *)'],
  ['libgcc_s.so.1', 'void __clear_cache(void *, void *)'],
] as const;

for (const [library, declaration] of SOURCES) {
  test(`the cache is flushed by ${declaration} of ${library ?? 'the process'}`, () => {
    const flush = findFlush([
      [library, declaration, f => (address, size) => void f(address, address + BigInt(size))],
    ]);
    const pages = ways[0]!.allocate(100);
    const call = koffi.decode(pages.address, koffi.proto('int ()')) as () => number;
    for (const value of [1, 2, 3]) {
      pages.bytes.set(new Uint8Array(returning(value).buffer));
      flush(pages.address, 8);
      expect(call()).toBe(value);
    }
    pages.release();
  });
}

test('the cache is flushed by code of the package where no library has a function for it', () => {
  const flush = generatedFlush();
  const pages = ways[0]!.allocate(5000);
  const call = koffi.decode(pages.address + 4000n, koffi.proto('int ()')) as () => number;
  for (const value of [1, 2, 3]) {
    pages.bytes.set(new Uint8Array(returning(value).buffer), 4000);
    flush(pages.address + 4000n, 8);
    expect(call()).toBe(value);
  }
  pages.release();
});

/**
 * The instruction cache. On ARM64 a processor may go on with what it has fetched before something is written;
 * so what is written must be flushed at the addresses where it runs ("Arm Architecture Reference Manual for
 * A-profile architecture", B2.2.5). x86's processors see to that themselves.
 */
import { koffi, type NativeFunction } from '../koffi.ts';
import { libraries } from '../library.ts';
import { isLinux, isMacos, isWindows } from '../process.ts';
import { mapper, PROT_EXEC, PROT_READ, PROT_WRITE } from './mapping.ts';

/** Tells all processors that the bytes at an address have changed. */
export type Flush = (address: bigint, size: number) => void;

/** A function that flushes: the library that has it, or null for the process; and its declaration. */
type Source = readonly [library: string | null, declaration: string, call: (f: NativeFunction) => Flush];

/** Address and size, as most have it. */
const bySize = (f: NativeFunction): Flush => f;
/** The address behind the last byte. */
const byEnd =
  (f: NativeFunction): Flush =>
  (address, size) =>
    f(address, address + BigInt(size));
/** (HANDLE) -1 is this process. */
const ofProcess =
  (f: NativeFunction): Flush =>
  (address, size) => {
    f(2n ** 64n - 1n, address, size);
  };

const MACOS: readonly Source[] = [
  ['/usr/lib/libSystem.B.dylib', 'void sys_icache_invalidate(void *, size_t)', bySize],
];
const WINDOWS: readonly Source[] = [
  ['kernel32.dll', 'int __stdcall FlushInstructionCache(void *, void *, size_t)', ofProcess],
];
/** The function of compilers; V8's, which Node exports, where nothing else has brought that one. */
const OTHERS: readonly Source[] = [
  [null, 'void __clear_cache(void *, void *)', byEnd],
  ['libgcc_s.so.1', 'void __clear_cache(void *, void *)', byEnd],
  [null, 'void _ZN2v88internal21FlushInstructionCacheEPvm(void *, size_t)', bySize],
];

/** @throws {Error} if nothing in this process flushes */
export function findFlush(
  sources: readonly Source[] = isMacos ? MACOS : isWindows ? WINDOWS : OTHERS,
): Flush {
  for (const [library, declaration, call] of sources) {
    try {
      return call(koffi().load(library).func(declaration));
    } catch {
      // koffi throws if there is no such library, or no such function in it.
    }
  }
  try {
    if (isLinux) return generatedFlush();
  } catch {
    // The system denies executable memory, or the C library lacks a function: what was looked for is said.
  }
  const names = sources.map(([library, declaration]) => {
    const name = /(\w+)\(/.exec(declaration)?.[1] ?? '';
    return `${name} of ${library ?? 'the process'}`;
  });
  throw new Error(
    `code cannot be run: nothing here flushes the instruction cache (looked for ${names.join(', ')})`,
  );
}

/**
 * Code that flushes, from the address in x0 to that in x1, as the manual says (B2.2.5). Lengths of cache
 * lines are powers of two, as numbers of words, in CTR_EL0.
 *
 *     mrs x2, ctr_el0; ubfx x3, x2, #16, #4; mov x4, #4; lsl x4, x4, x3; sub x5, x4, #1; bic x5, x0, x5
 *     1: dc cvau, x5; add x5, x5, x4; cmp x5, x1; b.lo 1b; dsb ish
 *     and x3, x2, #15; mov x4, #4; lsl x4, x4, x3; sub x5, x4, #1; bic x5, x0, x5
 *     2: ic ivau, x5; add x5, x5, x4; cmp x5, x1; b.lo 2b; dsb ish; isb; ret
 */
// prettier-ignore
const FLUSH_WORDS = [
  0xd53b0022, 0xd3504c43, 0xd2800084, 0x9ac32084, 0xd1000485, 0x8a250005,
  0xd50b7b25, 0x8b0400a5, 0xeb0100bf, 0x54ffffa3, 0xd5033b9f,
  0x92400c43, 0xd2800084, 0x9ac32084, 0xd1000485, 0x8a250005,
  0xd50b7525, 0x8b0400a5, 0xeb0100bf, 0x54ffffa3, 0xd5033b9f, 0xd5033fdf, 0xd65f03c0,
];

/** Linux flushes itself where pages become executable for the first time. The memory stays. */
export function generatedFlush(): Flush {
  const [library] = libraries();
  if (library === undefined) throw new Error('the C library cannot be loaded');
  const mprotect: (address: bigint, size: number, protection: number) => number = library.func(
    'int mprotect(void *, size_t, int)',
  );
  const size = 4 * FLUSH_WORDS.length;
  const { map, fail } = mapper(library);
  const address = map(size, PROT_READ | PROT_WRITE);
  new Uint32Array(koffi().view(address, size)).set(FLUSH_WORDS);
  if (mprotect(address, size, PROT_READ | PROT_EXEC) !== 0) fail(`mprotect of ${size} bytes`);
  return byEnd(koffi().decode(address, koffi().proto('void (void *, void *)')));
}

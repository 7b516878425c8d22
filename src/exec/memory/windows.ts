/**
 * Memory for code on Windows, through koffi. A section object (`CreateFileMappingW`, `MapViewOfFileEx`,
 * `UnmapViewOfFile`, memoryapi.h) has two views: one is written, the other one is executed. Where the system
 * denies that, pages of `VirtualAlloc` change between writable and executable (`VirtualProtect`).
 */
import { koffi } from '../koffi.ts';
import { sharedPages, switchedPages } from './mappedpages.ts';
import { MemoryError, Neighbourhood, type Way } from './pages.ts';

// winnt.h and winbase.h; flags that are always used together are one constant.
const MEM_COMMIT_RESERVE = 0x3000;
const MEM_RELEASE = 0x8000;
const PAGE_READWRITE = 4;
const PAGE_EXECUTE_READ = 0x20;
const PAGE_EXECUTE_READWRITE = 0x40;
const FILE_MAP_WRITE = 2;
const FILE_MAP_READ_EXECUTE = 0x24;
const FORMAT_MESSAGE_FROM_SYSTEM_IGNORE_INSERTS = 0x1200;
/** On x86, x64 and ARM64. */
const PAGE_SIZE = 4096;

type FormatMessage = (
  flags: number,
  source: null,
  code: number,
  language: number,
  text: Uint16Array,
  size: number,
  args: null,
) => number;
type CreateFileMapping = (
  file: bigint,
  attributes: null,
  access: number,
  sizeHigh: number,
  sizeLow: number,
  name: null,
) => bigint | null;
type MapView = (
  section: bigint,
  access: number,
  offsetHigh: number,
  offsetLow: number,
  size: number,
  at: bigint | null,
) => bigint | null;

/** The ways in the order in which they are to be tried. */
export function windowsWays(): readonly Way[] {
  const kernel = koffi().load('kernel32.dll');
  const createFileMapping: CreateFileMapping = kernel.func(
    'void *__stdcall CreateFileMappingW(void *, void *, uint32_t, uint32_t, uint32_t, void *)',
  );
  const mapView: MapView = kernel.func(
    'void *__stdcall MapViewOfFileEx(void *, uint32_t, uint32_t, uint32_t, size_t, void *)',
  );
  const unmapView: (at: bigint) => number = kernel.func('int __stdcall UnmapViewOfFile(void *)');
  const closeHandle: (handle: bigint) => number = kernel.func('int __stdcall CloseHandle(void *)');
  const allocate: (at: bigint | null, size: number, kind: number, access: number) => bigint | null =
    kernel.func('void *__stdcall VirtualAlloc(void *, size_t, uint32_t, uint32_t)');
  const virtualProtect: (address: bigint, size: number, access: number, before: Uint32Array) => number =
    kernel.func('int __stdcall VirtualProtect(void *, size_t, uint32_t, uint32_t *)');
  const release: (address: bigint, size: number, kind: number) => number = kernel.func(
    'int __stdcall VirtualFree(void *, size_t, uint32_t)',
  );
  const lastError: () => number = kernel.func('uint32_t __stdcall GetLastError()');
  const formatMessage: FormatMessage = kernel.func(
    'uint32_t __stdcall FormatMessageW(uint32_t, void *, uint32_t, uint32_t, void *, uint32_t, void *)',
  );
  /** (HANDLE) -1: the section has memory, not a file. */
  const INVALID_HANDLE_VALUE = 2n ** BigInt(8 * koffi().sizeof('void *')) - 1n;
  const neighbourhood = new Neighbourhood(kernel.symbol('GetLastError'), -1n);

  /** @param call the call that failed, with its arguments */
  function fail(call: string): never {
    const code = lastError();
    const text = new Uint16Array(512);
    const flags = FORMAT_MESSAGE_FROM_SYSTEM_IGNORE_INSERTS;
    const length = formatMessage(flags, null, code, 0, text, text.length, null);
    const reason = String.fromCharCode(...text.subarray(0, length)).trim();
    throw new MemoryError(call, code, `error ${code}${reason === '' ? '' : ` (${reason})`}`);
  }

  /** The result of a call that fails only if the system has nothing at all; `at` may be occupied. */
  function expectMemory(address: bigint | null, at: bigint | undefined, call: string): bigint | undefined {
    if (address !== null && address !== 0n) return address;
    if (at !== undefined) return undefined;
    return fail(call);
  }

  function unmap(address: bigint): void {
    if (unmapView(address) === 0) fail(`UnmapViewOfFile at 0x${address.toString(16)}`);
  }

  function free(address: bigint): void {
    // With MEM_RELEASE the size must be 0; the whole allocation is given back.
    if (release(address, 0, MEM_RELEASE) === 0) fail(`VirtualFree at 0x${address.toString(16)}`);
  }

  /** Two views of one section object. */
  const twoMappings: Way = {
    name: 'two views of a section',
    allocate(wanted) {
      const size = wholePages(wanted);
      const [high, low] = [Math.floor(size / 2 ** 32), size % 2 ** 32];
      const section = createFileMapping(INVALID_HANDLE_VALUE, null, PAGE_EXECUTE_READWRITE, high, low, null);
      if (section === null || section === 0n) fail(`CreateFileMappingW of ${size} bytes`);
      try {
        const call = `MapViewOfFileEx of ${size} bytes`;
        const map = (access: number, at: bigint | undefined): bigint | undefined =>
          expectMemory(mapView(section, access, 0, 0, size, at ?? null), at, call);
        const writable = map(FILE_MAP_WRITE, undefined) ?? 0n;
        try {
          const address = neighbourhood.map(size, at => map(FILE_MAP_READ_EXECUTE, at), unmap);
          return sharedPages(address, writable, size, unmap);
        } catch (error) {
          unmap(writable);
          throw error;
        }
      } finally {
        // The views keep the section.
        closeHandle(section);
      }
    },
  };

  /** Pages whose protection changes. */
  const oneMapping: Way = {
    name: 'pages that change between writable and executable',
    allocate(wanted) {
      const size = wholePages(wanted);
      const call = `VirtualAlloc of ${size} bytes`;
      const place = (at: bigint | undefined): bigint | undefined =>
        expectMemory(allocate(at ?? null, size, MEM_COMMIT_RESERVE, PAGE_READWRITE), at, call);
      const address = neighbourhood.map(size, place, free);
      const protect = (start: number, end: number, to: 'writable' | 'executable'): void => {
        const at = address + BigInt(start);
        const access = to === 'writable' ? PAGE_READWRITE : PAGE_EXECUTE_READ;
        if (virtualProtect(at, end - start, access, new Uint32Array(1)) === 0) {
          fail(`VirtualProtect of ${end - start} bytes at 0x${at.toString(16)} to ${to}`);
        }
      };
      return switchedPages(address, size, protect, free);
    },
  };

  return [twoMappings, oneMapping];
}

function wholePages(size: number): number {
  return Math.ceil(size / PAGE_SIZE) * PAGE_SIZE;
}

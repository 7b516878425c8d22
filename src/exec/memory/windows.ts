/**
 * Pages on Windows: `VirtualAlloc`, `VirtualProtect`, `VirtualFree` (memoryapi.h), `FlushInstructionCache`
 * (processthreadsapi.h) and `RtlMoveMemory`, from kernel32 through koffi.
 */
import { koffi } from '../koffi.ts';
import { MemoryError, type Pages } from './pages.ts';

// winnt.h and winbase.h; flags that are always used together are one constant.
const MEM_COMMIT_RESERVE = 0x3000;
const MEM_RELEASE = 0x8000;
const PAGE_READWRITE = 4;
const PAGE_EXECUTE_READ = 0x20;
const FORMAT_MESSAGE_FROM_SYSTEM_IGNORE_INSERTS = 0x1200;

type FormatMessage = (
  flags: number,
  source: null,
  code: number,
  language: number,
  text: Uint16Array,
  size: number,
  args: null,
) => number;
type Move = (to: bigint | Uint8Array, from: bigint | Uint8Array, size: number) => void;

export function windowsPages(): Pages {
  const kernel = koffi().load('kernel32.dll');
  const allocate: (at: null, size: number, kind: number, access: number) => bigint | null = kernel.func(
    'void *__stdcall VirtualAlloc(void *, size_t, uint32_t, uint32_t)',
  );
  const protect: (address: bigint, size: number, access: number, before: Uint32Array) => number = kernel.func(
    'int __stdcall VirtualProtect(void *, size_t, uint32_t, uint32_t *)',
  );
  const release: (address: bigint, size: number, kind: number) => number = kernel.func(
    'int __stdcall VirtualFree(void *, size_t, uint32_t)',
  );
  const currentProcess: () => bigint = kernel.func('void *__stdcall GetCurrentProcess()');
  const flush: (process: bigint, address: bigint, size: number) => number = kernel.func(
    'int __stdcall FlushInstructionCache(void *, void *, size_t)',
  );
  const move: Move = kernel.func('void __stdcall RtlMoveMemory(void *, const void *, size_t)');
  const lastError: () => number = kernel.func('uint32_t __stdcall GetLastError()');
  const formatMessage: FormatMessage = kernel.func(
    'uint32_t __stdcall FormatMessageW(uint32_t, void *, uint32_t, uint32_t, void *, uint32_t, void *)',
  );

  /** @param call the call that failed, with its arguments */
  function fail(call: string): never {
    const code = lastError();
    const text = new Uint16Array(512);
    const flags = FORMAT_MESSAGE_FROM_SYSTEM_IGNORE_INSERTS;
    const length = formatMessage(flags, null, code, 0, text, text.length, null);
    const reason = String.fromCharCode(...text.subarray(0, length)).trim();
    throw new MemoryError(call, code, `error ${code}${reason === '' ? '' : ` (${reason})`}`);
  }

  return {
    allocate(size) {
      const address = allocate(null, size, MEM_COMMIT_RESERVE, PAGE_READWRITE);
      if (address === null) fail(`VirtualAlloc of ${size} bytes`);
      return address;
    },
    write(address, bytes) {
      move(address, bytes, bytes.length);
    },
    read(address, bytes) {
      move(bytes, address, bytes.length);
    },
    protect(address, size) {
      if (
        protect(address, size, PAGE_EXECUTE_READ, new Uint32Array(1)) === 0 ||
        flush(currentProcess(), address, size) === 0
      ) {
        fail(`VirtualProtect of ${size} bytes at 0x${address.toString(16)} to executable`);
      }
    },
    free(address) {
      // With MEM_RELEASE the size must be 0; the whole allocation is given back.
      if (release(address, 0, MEM_RELEASE) === 0) {
        fail(`VirtualFree at 0x${address.toString(16)}`);
      }
    },
  };
}

/**
 * Code for libgcc's unwinder, by which `backtrace()` of the C library and exceptions of C++ find callers.
 * Takes code that has been built; registers the table of its frames as long as the code is there.
 */
import { koffi } from '../koffi.ts';
import { callFrameTable } from './callframe.ts';
import { frameRanges } from './framefinder.ts';
import { nativeMemory } from './nativememory.ts';
import type { Tool } from './newcode.ts';

/** @throws {Error} if the system does not have libgcc as a library */
export function openUnwinder(): Tool {
  const library = koffi().load('libgcc_s.so.1');
  const register: (table: bigint) => void = library.func('void __register_frame(void *)');
  const deregister: (table: bigint) => void = library.func('void __deregister_frame(void *)');
  return code => {
    const ranges = frameRanges(code);
    if (ranges.length === 0) return undefined;
    const table = callFrameTable(code.address, ranges);
    const memory = nativeMemory(table.length);
    new Uint8Array(memory.buffer).set(table);
    register(memory.address);
    return () => {
      deregister(memory.address);
      memory.free();
    };
  };
}

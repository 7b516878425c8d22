/**
 * The shared library in which gdb finds what it calls the JIT interface (GDB's manual, "JIT Compilation
 * Interface"): a function on which it sets a breakpoint, and a descriptor of all code. Node has neither.
 *
 * It lies in a memory object, as a program must not need a folder whose files may be executed.
 */
import { writeSync } from 'node:fs';
import { pid } from 'node:process';
import { koffi } from '../koffi.ts';
import { libraries } from '../library.ts';
import { ByteWriter } from '../elf/bytewriter.ts';
import { sharedObject } from '../elf/sharedobject.ts';

const REGISTER = '__jit_debug_register_code';
const DESCRIPTOR = '__jit_debug_descriptor';
/** Version, action, the entry that it is about, the first entry. */
export const DESCRIPTOR_BYTES = 24;
const DESCRIPTOR_VERSION = 1;

/** `ret` */
const FUNCTION = Uint8Array.of(0xc3);

export interface JitLibrary {
  /** The address of `struct jit_descriptor`. */
  readonly descriptor: bigint;
  /** gdb stops here, and reads the descriptor. */
  readonly register: () => void;
}

/**
 * Loads a library of this thread's own, so that threads need not wait for each other. (gdb knows several
 * since version 11.)
 * @throws {Error} if the system has no memory objects, or does not load one
 */
export function loadJitLibrary(): JitLibrary {
  const [library] = libraries();
  const create: ((name: string, flags: number) => number) | undefined = library?.func(
    'int memfd_create(const char *, unsigned int)',
  );
  const file = create?.('dynasm-gdb', 1) ?? -1; // MFD_CLOEXEC
  if (file < 0) throw new Error('DYNASM_GDB: memfd_create failed');
  const descriptor = new ByteWriter().u32(DESCRIPTOR_VERSION).u32(0).u64(0).u64(0).take();
  const code = { name: REGISTER, bytes: FUNCTION };
  writeSync(file, sharedObject(code, { name: DESCRIPTOR, bytes: descriptor }));
  // It stays open: gdb reads the file by this name, also when it attaches later.
  const loaded = koffi().load(`/proc/${pid}/fd/${file}`);
  return { descriptor: loaded.symbol(DESCRIPTOR), register: loaded.func(`void ${REGISTER}()`) };
}

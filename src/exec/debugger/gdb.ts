/**
 * Code for gdb. Takes code that has been built; makes a file of what is known of it, in memory, and tells gdb
 * of that through its JIT interface (jitlibrary.ts). gdb may be there already, or attach later.
 */
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { koffi } from '../koffi.ts';
import { libraries } from '../library.ts';
import { DESCRIPTOR_BYTES, loadJitLibrary } from './jitlibrary.ts';
import type { Tool } from './newcode.ts';
import { symbolFile } from './symbolfile.ts';

/** `struct jit_code_entry`, in words: the next entry, the one before, address and size of the file. */
const Entry = { NEXT: 0, PREVIOUS: 1, FILE: 2, FILE_BYTES: 3 } as const;
const ENTRY_BYTES = 32;
/** `struct jit_descriptor`, in words: version and action, the entry that it is about, the first entry. */
const Descriptor = { ACTION: 0, RELEVANT: 1, FIRST: 2 } as const;
/** Actions, above the version in the lower half. */
const JIT_REGISTER = 0x1_0000_0001n;
const JIT_UNREGISTER = 0x2_0000_0001n;

/** @throws {Error} if the library of the interface cannot be loaded */
export function openGdb(): Tool {
  const files = new FileList();
  // The code of a worker goes with it; the library stays.
  if (!isMainThread) {
    process.once('exit', () => {
      files.clear();
    });
  }
  return code => {
    const entry = files.add(symbolFile(code));
    return () => {
      files.remove(entry);
    };
  };
}

/** The list of files that gdb reads. They lie in memory that stays where a worker is terminated. */
class FileList {
  readonly #descriptor: BigUint64Array;
  readonly #register: () => void;
  readonly #malloc: (size: number) => bigint | null;
  readonly #free: (address: bigint) => void;
  /** By address. */
  readonly #entries = new Map<bigint, BigUint64Array>();

  constructor() {
    const { descriptor, register } = loadJitLibrary();
    this.#descriptor = new BigUint64Array(koffi().view(descriptor, DESCRIPTOR_BYTES));
    this.#register = register;
    const [library] = libraries();
    if (library === undefined) throw new Error('the C library cannot be loaded');
    this.#malloc = library.func('void *malloc(size_t)');
    this.#free = library.func('void free(void *)');
  }

  /** Returns the address of the entry. */
  add(file: Uint8Array): bigint {
    const size = ENTRY_BYTES + file.length;
    const address = this.#malloc(size);
    if (address === null) throw new Error(`DYNASM_GDB: malloc of ${size} bytes failed`);
    const memory = koffi().view(address, size);
    new Uint8Array(memory).set(file, ENTRY_BYTES);
    const entry = new BigUint64Array(memory, 0, ENTRY_BYTES / 8);
    const first = this.#descriptor[Descriptor.FIRST] ?? 0n;
    entry[Entry.NEXT] = first;
    entry[Entry.PREVIOUS] = 0n;
    entry[Entry.FILE] = address + BigInt(ENTRY_BYTES);
    entry[Entry.FILE_BYTES] = BigInt(file.length);
    this.#set(first, Entry.PREVIOUS, address);
    this.#descriptor[Descriptor.FIRST] = address;
    this.#entries.set(address, entry);
    this.#tell(JIT_REGISTER, address);
    return address;
  }

  remove(address: bigint): void {
    const entry = this.#entries.get(address);
    if (entry === undefined) return;
    this.#entries.delete(address);
    const [next = 0n, previous = 0n] = entry;
    if (previous === 0n) this.#descriptor[Descriptor.FIRST] = next;
    this.#set(previous, Entry.NEXT, next);
    this.#set(next, Entry.PREVIOUS, previous);
    this.#tell(JIT_UNREGISTER, address);
    this.#free(address);
  }

  clear(): void {
    for (const address of this.#entries.keys()) this.remove(address);
  }

  #set(address: bigint, field: number, value: bigint): void {
    const entry = this.#entries.get(address);
    if (entry !== undefined) entry[field] = value;
  }

  #tell(action: bigint, entry: bigint): void {
    this.#descriptor[Descriptor.ACTION] = action;
    this.#descriptor[Descriptor.RELEVANT] = entry;
    this.#register();
  }
}

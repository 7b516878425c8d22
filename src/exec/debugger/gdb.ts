/**
 * Code for gdb. Takes code that has been built; makes a file of what is known of it, in memory, and tells gdb
 * of that through its JIT interface (jitlibrary.ts). gdb may be there already, or attach later.
 */
import { koffi } from '../koffi.ts';
import { ET_EXEC, writeElf } from '../elf/elffile.ts';
import { DESCRIPTOR_BYTES, loadJitLibrary } from './jitlibrary.ts';
import { nativeMemory, type NativeMemory } from './nativememory.ts';
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
  return code => {
    const entry = files.add(symbolFile(code));
    return () => {
      files.remove(entry);
    };
  };
}

/** An entry that is in no list, with its file. */
function entryFor(file: Uint8Array): NativeMemory {
  const memory = nativeMemory(ENTRY_BYTES + file.length);
  const { address, buffer } = memory;
  new Uint8Array(buffer).set(file, ENTRY_BYTES);
  const entry = new BigUint64Array(buffer, 0, ENTRY_BYTES / 8);
  entry[Entry.NEXT] = 0n;
  entry[Entry.PREVIOUS] = 0n;
  entry[Entry.FILE] = address + BigInt(ENTRY_BYTES);
  entry[Entry.FILE_BYTES] = BigInt(file.length);
  return memory;
}

/** The list of files that gdb reads. */
class FileList {
  readonly #descriptor: BigUint64Array;
  readonly #register: () => void;
  /** A file with nothing in it. */
  readonly #empty = entryFor(writeElf({ type: ET_EXEC, sections: [] }));
  /** By address. */
  readonly #entries = new Map<bigint, NativeMemory>();

  constructor() {
    const { descriptor, register } = loadJitLibrary();
    this.#descriptor = new BigUint64Array(koffi().view(descriptor, DESCRIPTOR_BYTES));
    this.#register = register;
  }

  /** Returns the address of the entry. */
  add(file: Uint8Array): bigint {
    const memory = entryFor(file);
    const { address } = memory;
    const first = this.#descriptor[Descriptor.FIRST] ?? 0n;
    this.#entries.set(address, memory);
    this.#set(address, Entry.NEXT, first);
    this.#set(first, Entry.PREVIOUS, address);
    this.#descriptor[Descriptor.FIRST] = address;
    this.#tell(JIT_REGISTER, address);
    return address;
  }

  remove(address: bigint): void {
    const memory = this.#entries.get(address);
    if (memory === undefined) return;
    this.#entries.delete(address);
    const [next = 0n, previous = 0n] = new BigUint64Array(memory.buffer, 0, ENTRY_BYTES / 8);
    if (previous === 0n) this.#descriptor[Descriptor.FIRST] = next;
    this.#set(previous, Entry.NEXT, next);
    this.#set(next, Entry.PREVIOUS, previous);
    this.#tell(JIT_UNREGISTER, address);
    // Only when gdb gets another file, it takes its breakpoints out of memory. If other code were there by
    // then, gdb would write bytes of the old code into it.
    this.#tell(JIT_REGISTER, this.#empty.address);
    this.#tell(JIT_UNREGISTER, this.#empty.address);
    memory.free();
  }

  #set(address: bigint, field: number, value: bigint): void {
    const memory = this.#entries.get(address);
    if (memory !== undefined) new BigUint64Array(memory.buffer, 0, ENTRY_BYTES / 8)[field] = value;
  }

  #tell(action: bigint, entry: bigint): void {
    this.#descriptor[Descriptor.ACTION] = action;
    this.#descriptor[Descriptor.RELEVANT] = entry;
    this.#register();
  }
}

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
import { ByteWriter } from './bytewriter.ts';
import * as Elf from './elf.ts';

const REGISTER = '__jit_debug_register_code';
const DESCRIPTOR = '__jit_debug_descriptor';
export const DESCRIPTOR_BYTES = 24;
const DESCRIPTOR_VERSION = 1;

/** Where things are: in the file, and from where it is in memory. The code cannot be written. */
const At = {
  HASH: 0x140,
  SYMBOLS: 0x160,
  NAMES: 0x1b0,
  CODE: 0x200,
  DYNAMIC: 0x1000,
  DESCRIPTOR: 0x1080,
} as const;
const CODE_END = At.CODE + 1;
const END = At.DESCRIPTOR + DESCRIPTOR_BYTES;

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
/** Without it the system would make the stack executable. */
const PT_GNU_STACK = 0x6474_e551;
const PF_X = 1;
const PF_W = 2;
const PF_R = 4;
const PAGE = 0x1000;

const DT_NULL = 0;
const DT_HASH = 4;
const DT_STRTAB = 5;
const DT_SYMTAB = 6;
const DT_STRSZ = 10;
const DT_SYMENT = 11;

function writeLibrary(): Uint8Array {
  const { SHF_ALLOC, SHF_EXECINSTR, SHF_WRITE } = Elf;
  const { symbols, names } = Elf.symbolTable([
    { name: REGISTER, isFunction: true, address: At.CODE, size: 1, section: 4 },
    { name: DESCRIPTOR, isFunction: false, address: At.DESCRIPTOR, size: DESCRIPTOR_BYTES, section: 6 },
  ]);
  // A bucket; symbol 2 is in it, and then symbol 1.
  const hash = new ByteWriter().u32(1).u32(3).u32(2).u32(0).u32(0).u32(1);
  const dynamic = new ByteWriter();
  for (const [tag, value] of [
    [DT_HASH, At.HASH],
    [DT_STRTAB, At.NAMES],
    [DT_SYMTAB, At.SYMBOLS],
    [DT_STRSZ, names.length],
    [DT_SYMENT, Elf.SYMBOL_BYTES],
    [DT_NULL, 0],
  ] as const) {
    dynamic.u64(tag).u64(value);
  }
  const section = (name: string, at: number, type: number, flags: number, bytes: Uint8Array): Elf.Section => {
    return { name, type, flags: flags | SHF_ALLOC, address: at, offset: at, bytes };
  };
  const descriptor = new ByteWriter().u32(DESCRIPTOR_VERSION).u32(0).u64(0).u64(0);
  return Elf.writeElf({
    type: Elf.ET_DYN,
    segments: [
      { type: PT_LOAD, flags: PF_R | PF_X, offset: 0, size: CODE_END, alignment: PAGE },
      { type: PT_LOAD, flags: PF_R | PF_W, offset: At.DYNAMIC, size: END - At.DYNAMIC, alignment: PAGE },
      { type: PT_DYNAMIC, flags: PF_R | PF_W, offset: At.DYNAMIC, size: dynamic.size, alignment: 8 },
      { type: PT_GNU_STACK, flags: PF_R | PF_W, offset: 0, size: 0, alignment: 16 },
    ],
    sections: [
      { ...section('.hash', At.HASH, Elf.SHT_HASH, 0, hash.take()), link: '.dynsym', entry: 4 },
      {
        ...section('.dynsym', At.SYMBOLS, Elf.SHT_DYNSYM, 0, symbols),
        link: '.dynstr',
        info: 1,
        entry: Elf.SYMBOL_BYTES,
      },
      section('.dynstr', At.NAMES, Elf.SHT_STRTAB, 0, names),
      section('.text', At.CODE, Elf.SHT_PROGBITS, SHF_EXECINSTR, Uint8Array.of(0xc3)), // ret
      {
        ...section('.dynamic', At.DYNAMIC, Elf.SHT_DYNAMIC, SHF_WRITE, dynamic.take()),
        link: '.dynstr',
        entry: 16,
      },
      section('.data', At.DESCRIPTOR, Elf.SHT_PROGBITS, SHF_WRITE, descriptor.take()),
    ],
  });
}

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
  writeSync(file, writeLibrary());
  // It stays open: gdb reads the file by this name, also when it attaches later.
  const loaded = koffi().load(`/proc/${pid}/fd/${file}`);
  return { descriptor: loaded.symbol(DESCRIPTOR), register: loaded.func(`void ${REGISTER}()`) };
}

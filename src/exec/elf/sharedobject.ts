/**
 * Shared objects for Linux on x64: files that the dynamic linker loads. `sharedObject` takes a function, and
 * data that may be written; returns the bytes of the file. There is what the linker needs: two segments,
 * symbols, and a hash table of them; and sections, by which gdb finds the symbols.
 *
 * The facts are from "System V Application Binary Interface" (generic, chapter 5) and its supplement for
 * AMD64.
 */
import { ByteWriter } from './bytewriter.ts';
import * as Elf from './elffile.ts';

export interface Definition {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PAGE = 4096;

// Types and flags of segments, tags of the dynamic section.
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
/** Says with its flags that the stack need not be executable. */
const PT_GNU_STACK = 0x6474_e551;
const [PF_X, PF_W, PF_R] = [1, 2, 4];
const DT_NULL = 0;
const DT_HASH = 4;
const DT_STRTAB = 5;
const DT_SYMTAB = 6;
const DT_STRSZ = 10;
const DT_SYMENT = 11;
const DYNAMIC_BYTES = 6 * 16;

/** The numbers of sections. */
const TEXT = 4;
const DATA = 6;

/** Nothing, the function, the data. */
const SYMBOLS = 3;

/** @param code the function, which runs wherever it lies */
export function sharedObject(code: Definition, data: Definition): Uint8Array {
  const nameBytes = new ByteWriter().text('').text(code.name).text(data.name);

  let end = Elf.contentStart(4);
  const place = (size: number): number => {
    const start = Math.ceil(end / 16) * 16;
    end = start + size;
    return start;
  };
  const hashAt = place(4 * (3 + SYMBOLS));
  const symbolsAt = place(Elf.SYMBOL_BYTES * SYMBOLS);
  const namesAt = place(nameBytes.size);
  const codeAt = place(code.bytes.length);
  const codeEnd = end;
  // What is written lies in a page of its own.
  const dynamicAt = place(DYNAMIC_BYTES);
  const dataAt = place(data.bytes.length);

  const { symbols, names } = Elf.symbolTable([
    { name: code.name, isFunction: true, address: codeAt, size: code.bytes.length, section: TEXT },
    { name: data.name, isFunction: false, address: PAGE + dataAt, size: data.bytes.length, section: DATA },
  ]);
  // One bucket, a chain of all symbols.
  const hash = new ByteWriter().u32(1).u32(SYMBOLS).u32(1).u32(0).u32(2).u32(0);
  const dynamic = new ByteWriter();
  for (const [tag, value] of [
    [DT_HASH, hashAt],
    [DT_STRTAB, namesAt],
    [DT_SYMTAB, symbolsAt],
    [DT_STRSZ, names.length],
    [DT_SYMENT, Elf.SYMBOL_BYTES],
    [DT_NULL, 0],
  ] as const) {
    dynamic.u64(tag).u64(value);
  }

  const { SHF_ALLOC, SHF_EXECINSTR, SHF_WRITE } = Elf;
  const read = (name: string, offset: number, type: number, bytes: Uint8Array, flags = 0): Elf.Section => {
    return { name, type, flags: flags | SHF_ALLOC, address: offset, offset, bytes };
  };
  const written = (name: string, offset: number, type: number, bytes: Uint8Array): Elf.Section => {
    return { name, type, flags: SHF_WRITE | SHF_ALLOC, address: PAGE + offset, offset, bytes };
  };
  const segment = (
    type: number,
    flags: number,
    offset: number,
    address: number,
    size: number,
  ): Elf.Segment => {
    return { type, flags, offset, address, size, alignment: type === PT_LOAD ? PAGE : 8 };
  };
  return Elf.writeElf({
    type: Elf.ET_DYN,
    segments: [
      segment(PT_LOAD, PF_R | PF_X, 0, 0, codeEnd),
      segment(PT_LOAD, PF_R | PF_W, dynamicAt, PAGE + dynamicAt, end - dynamicAt),
      segment(PT_DYNAMIC, PF_R | PF_W, dynamicAt, PAGE + dynamicAt, DYNAMIC_BYTES),
      segment(PT_GNU_STACK, PF_R | PF_W, 0, 0, 0),
    ],
    sections: [
      { ...read('.hash', hashAt, Elf.SHT_HASH, hash.take()), link: '.dynsym', entry: 4 },
      {
        ...read('.dynsym', symbolsAt, Elf.SHT_DYNSYM, symbols),
        link: '.dynstr',
        info: 1,
        entry: Elf.SYMBOL_BYTES,
      },
      read('.dynstr', namesAt, Elf.SHT_STRTAB, names),
      read('.text', codeAt, Elf.SHT_PROGBITS, code.bytes, SHF_EXECINSTR),
      { ...written('.dynamic', dynamicAt, Elf.SHT_DYNAMIC, dynamic.take()), link: '.dynstr', entry: 16 },
      written('.data', dataAt, Elf.SHT_PROGBITS, data.bytes),
    ],
  });
}

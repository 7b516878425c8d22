/**
 * Writes files in ELF, for x64. Takes sections and segments; returns the bytes. The facts are from "System V
 * Application Binary Interface" (generic, chapters 4 and 5) and its supplement for AMD64.
 */
import { ByteWriter } from './bytewriter.ts';

/** Types of files. */
export const ET_EXEC = 2;
export const ET_DYN = 3;
const EM_X86_64 = 62;

/** Types of sections. */
export const SHT_PROGBITS = 1;
export const SHT_SYMTAB = 2;
export const SHT_STRTAB = 3;
export const SHT_HASH = 5;
export const SHT_DYNAMIC = 6;
export const SHT_NOBITS = 8;
export const SHT_DYNSYM = 11;

/** Flags of sections. */
export const SHF_WRITE = 1;
export const SHF_ALLOC = 2;
export const SHF_EXECINSTR = 4;

const HEADER_BYTES = 64;
const SEGMENT_BYTES = 56;
const SECTION_BYTES = 64;
const ALIGNMENT = 8;

export interface Section {
  readonly name: string;
  readonly type: number;
  readonly flags?: number;
  readonly address?: bigint | number;
  /** What stands in the file. */
  readonly bytes?: Uint8Array;
  /** In memory, of a section that has nothing in the file. */
  readonly size?: number;
  /** Where it begins in the file. Default: behind the section before. */
  readonly offset?: number;
  /** The section that it refers to, by name. */
  readonly link?: string;
  /** Of a table of symbols: the number of the local ones. */
  readonly info?: number;
  /** The size of an entry of a table. */
  readonly entry?: number;
}

export interface Segment {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  /** In memory, from where the file is. */
  readonly address: number;
  readonly size: number;
  readonly alignment: number;
}

interface File {
  readonly type: typeof ET_EXEC | typeof ET_DYN;
  readonly segments?: readonly Segment[];
  readonly sections: readonly Section[];
}

/** A symbol of a function or of data. */
export interface ElfSymbol {
  readonly name: string;
  readonly isFunction: boolean;
  readonly address: bigint | number;
  readonly size: number;
  /** The number of its section, from 1 on. */
  readonly section: number;
}

const STB_GLOBAL = 1;
const STT_OBJECT = 1;
const STT_FUNC = 2;
export const SYMBOL_BYTES = 24;

/** The contents of a table of symbols and of its table of names. */
export function symbolTable(symbols: readonly ElfSymbol[]): { symbols: Uint8Array; names: Uint8Array } {
  const names = new ByteWriter().text('');
  const table = new ByteWriter().bytes(new Uint8Array(SYMBOL_BYTES));
  for (const { name, isFunction, address, size, section } of symbols) {
    table
      .u32(names.size)
      .u8((STB_GLOBAL << 4) | (isFunction ? STT_FUNC : STT_OBJECT))
      .u8(0)
      .u16(section);
    table.u64(address).u64(size);
    names.text(name);
  }
  return { symbols: table.take(), names: names.take() };
}

/** The offset in the file from which on sections may lie. */
export function contentStart(segments: number): number {
  return HEADER_BYTES + SEGMENT_BYTES * segments;
}

/** In the file the sections have the numbers from 1 on. */
export function writeElf({ type, segments = [], sections }: File): Uint8Array {
  const names = new ByteWriter().text('');
  const nameOffsets = [...sections.map(({ name }) => name), '.shstrtab'].map(name => {
    const offset = names.size;
    names.text(name);
    return offset;
  });
  const all: readonly Section[] = [...sections, { name: '.shstrtab', type: SHT_STRTAB, bytes: names.take() }];
  const contents = new ByteWriter();
  const start = contentStart(segments.length);
  const offsets = all.map(({ bytes = new Uint8Array(0), offset }) => {
    while (offset === undefined ? contents.size % ALIGNMENT !== 0 : start + contents.size < offset) {
      contents.u8(0);
    }
    const begin = start + contents.size;
    contents.bytes(bytes);
    return begin;
  });
  while (contents.size % ALIGNMENT !== 0) contents.u8(0);

  const file = new ByteWriter();
  // Magic number, 64 bits, low byte first, version, System V.
  file.bytes(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  file.u16(type).u16(EM_X86_64).u32(1).u64(0);
  file
    .u64(segments.length > 0 ? HEADER_BYTES : 0)
    .u64(start + contents.size)
    .u32(0);
  file.u16(HEADER_BYTES).u16(SEGMENT_BYTES).u16(segments.length);
  file
    .u16(SECTION_BYTES)
    .u16(all.length + 1)
    .u16(all.length);
  for (const { type, flags, offset, address, size, alignment } of segments) {
    file.u32(type).u32(flags).u64(offset).u64(address).u64(address).u64(size).u64(size).u64(alignment);
  }
  file.bytes(contents.take()).bytes(new Uint8Array(SECTION_BYTES));
  for (const [index, section] of all.entries()) {
    const {
      type,
      flags = 0,
      address = 0,
      bytes,
      size = bytes?.length ?? 0,
      link,
      info = 0,
      entry = 0,
    } = section;
    const linked = all.findIndex(({ name }) => name === link) + 1;
    file
      .u32(nameOffsets[index] ?? 0)
      .u32(type)
      .u64(flags)
      .u64(address)
      .u64(offsets[index] ?? 0)
      .u64(size);
    file
      .u32(linked)
      .u32(info)
      .u64(type === SHT_NOBITS ? 1 : ALIGNMENT)
      .u64(entry);
  }
  return file.take();
}

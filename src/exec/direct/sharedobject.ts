/**
 * The bytes of a shared object for Linux on x64: a file that the dynamic linker loads, with one function.
 *
 * The format is from "System V Application Binary Interface", chapters 4 and 5 (gabi), and the AMD64
 * supplement to it. There is just what a linker needs: two segments, a symbol, its hash table; no sections.
 */

const HEADER = 64;
const SEGMENT = 56;
const SYMBOL = 24;
const DYNAMIC = 16;
const PAGE = 4096;

// Types and flags of segments, tags of the dynamic section.
const PT_LOAD = 1;
const PT_DYNAMIC = 2;
/** Says with its flags that the stack need not be executable. */
const PT_GNU_STACK = 0x6474_e551;
const [R, W, X] = [4, 2, 1];
const DT_HASH = 4;
const DT_STRTAB = 5;
const DT_SYMTAB = 6;
const DT_STRSZ = 10;
const DT_SYMENT = 11;

/**
 * @param name of the function
 * @param code its machine code, which runs wherever it lies
 */
export function sharedObject(name: string, code: Uint8Array): Uint8Array {
  const strings = new TextEncoder().encode(`\0${name}\0`);
  const segments = 4;
  const hash = HEADER + segments * SEGMENT;
  const symbols = align(hash + 5 * 4, 8);
  const text = symbols + 2 * SYMBOL;
  const names = text + code.length;
  const readOnly = names + strings.length;
  const dynamic = align(readOnly, 8);
  // The linker writes into the dynamic section, which therefore lies in a page of its own.
  const dynamicAddress = dynamic + PAGE;
  const tags: readonly (readonly [tag: number, value: number])[] = [
    [DT_HASH, hash],
    [DT_STRTAB, names],
    [DT_SYMTAB, symbols],
    [DT_STRSZ, strings.length],
    [DT_SYMENT, SYMBOL],
    [0, 0],
  ];
  const size = tags.length * DYNAMIC;

  const file = new Uint8Array(dynamic + size);
  const view = new DataView(file.buffer);
  const word = (at: number, value: number): void => {
    view.setUint32(at, value, true);
  };
  const long = (at: number, value: number): void => {
    view.setBigUint64(at, BigInt(value), true);
  };
  const half = (at: number, value: number): void => {
    view.setUint16(at, value, true);
  };

  // 64 bits, little-endian, version 1; a shared object; x86-64; version 1.
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  half(16, 3);
  half(18, 62);
  word(20, 1);
  // Where the table of segments is, and the sizes of header and entry, and how many there are.
  long(32, HEADER);
  half(52, HEADER);
  half(54, SEGMENT);
  half(56, segments);

  const rows: readonly (readonly [type: number, flags: number, at: number, address: number, size: number])[] =
    [
      [PT_LOAD, R | X, 0, 0, readOnly],
      [PT_LOAD, R | W, dynamic, dynamicAddress, size],
      [PT_DYNAMIC, R | W, dynamic, dynamicAddress, size],
      [PT_GNU_STACK, R | W, 0, 0, 0],
    ];
  for (const [index, [type, flags, at, address, bytes]] of rows.entries()) {
    const row = HEADER + index * SEGMENT;
    word(row, type);
    word(row + 4, flags);
    for (const [i, value] of [at, address, address, bytes, bytes].entries()) long(row + 8 + 8 * i, value);
    long(row + 48, type === PT_LOAD ? PAGE : 8);
  }

  // One bucket, two symbols (the first one is always empty). The bucket's chain has symbol 1 alone.
  for (const [i, value] of [1, 2, 1, 0, 0].entries()) word(hash + 4 * i, value);
  const symbol = symbols + SYMBOL;
  word(symbol, 1);
  // A global function; in section 1, which there is not: what counts is that it is not undefined.
  file[symbol + 4] = 0x12;
  half(symbol + 6, 1);
  long(symbol + 8, text);
  long(symbol + 16, code.length);

  file.set(code, text);
  file.set(strings, names);
  for (const [i, [tag, value]] of tags.entries()) {
    long(dynamic + i * DYNAMIC, tag);
    long(dynamic + i * DYNAMIC + 8, value);
  }
  return file;
}

function align(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

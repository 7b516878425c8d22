/**
 * Source lines of code in DWARF. Takes code that has been built; returns the contents of the sections that
 * tell a debugger of them: a unit of compilation, and its table of lines. The facts are from "DWARF Debugging
 * Information Format, Version 4" (dwarfstd.org): 3.1.1, 6.2, 7.5.
 */
import { cwd } from 'node:process';
import { ByteWriter } from '../elf/bytewriter.ts';
import type { NewCode } from './newcode.ts';

const VERSION = 4;
const ADDRESS_BYTES = 8;

const DW_TAG_compile_unit = 0x11;
const DW_AT_name = 0x03;
const DW_AT_stmt_list = 0x10;
const DW_AT_low_pc = 0x11;
const DW_AT_high_pc = 0x12;
const DW_AT_language = 0x13;
const DW_AT_comp_dir = 0x1b;
const DW_FORM_addr = 0x01;
const DW_FORM_data2 = 0x05;
const DW_FORM_data8 = 0x07;
const DW_FORM_string = 0x08;
const DW_FORM_sec_offset = 0x17;
/** The language whose lines are instructions. */
const DW_LANG_Mips_Assembler = 0x8001;

const DW_LNS_copy = 1;
const DW_LNS_advance_pc = 2;
const DW_LNS_advance_line = 3;
const DW_LNS_set_file = 4;
const DW_LNE_end_sequence = 1;
const DW_LNE_set_address = 2;
/** The numbers of operands of the standard opcodes 1 … 12. There are no special opcodes here. */
const OPCODE_OPERANDS = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];

export interface LineSections {
  readonly abbreviations: Uint8Array;
  readonly info: Uint8Array;
  readonly lines: Uint8Array;
}

/** Undefined if nothing is known of the code's lines. */
export function lineSections(code: NewCode): LineSections | undefined {
  const [first] = code.lines;
  if (first === undefined) return undefined;
  return { abbreviations: abbreviations(), info: unit(code, first.file), lines: table(code) };
}

/** The form of `unit`. */
function abbreviations(): Uint8Array {
  const writer = new ByteWriter().uleb(1).uleb(DW_TAG_compile_unit).u8(0);
  for (const [attribute, form] of [
    [DW_AT_language, DW_FORM_data2],
    [DW_AT_name, DW_FORM_string],
    [DW_AT_comp_dir, DW_FORM_string],
    [DW_AT_low_pc, DW_FORM_addr],
    [DW_AT_high_pc, DW_FORM_data8],
    [DW_AT_stmt_list, DW_FORM_sec_offset],
    [0, 0],
  ] as const) {
    writer.uleb(attribute).uleb(form);
  }
  return writer.uleb(0).take();
}

function unit({ address, bytes }: NewCode, file: string): Uint8Array {
  const content = new ByteWriter().u16(VERSION).u32(0).u8(ADDRESS_BYTES);
  content.uleb(1).u16(DW_LANG_Mips_Assembler).text(file).text(cwd());
  content.u64(address).u64(bytes.length).u32(0);
  return withLength(content);
}

function table({ address, bytes, lines }: NewCode): Uint8Array {
  const files = [...new Set(lines.map(({ file }) => file))];
  const header = new ByteWriter();
  // Lengths of instructions count in bytes; one operation each; lines are statements; no special opcodes.
  header
    .u8(1)
    .u8(1)
    .u8(1)
    .u8(0)
    .u8(1)
    .u8(OPCODE_OPERANDS.length + 1);
  for (const operands of OPCODE_OPERANDS) header.u8(operands);
  header.u8(0);
  for (const file of files) header.text(file).uleb(0).uleb(0).uleb(0);
  header.u8(0);

  const program = new ByteWriter();
  program
    .u8(0)
    .uleb(1 + ADDRESS_BYTES)
    .u8(DW_LNE_set_address)
    .u64(address);
  const now = { offset: 0, line: 1 };
  for (const { offset, file, line } of lines) {
    program.u8(DW_LNS_advance_pc).uleb(offset - now.offset);
    program.u8(DW_LNS_set_file).uleb(files.indexOf(file) + 1);
    program
      .u8(DW_LNS_advance_line)
      .sleb(line - now.line)
      .u8(DW_LNS_copy);
    now.offset = offset;
    now.line = line;
  }
  program.u8(DW_LNS_advance_pc).uleb(bytes.length - now.offset);
  program.u8(0).uleb(1).u8(DW_LNE_end_sequence);

  const content = new ByteWriter().u16(VERSION).u32(header.size).bytes(header.take()).bytes(program.take());
  return withLength(content);
}

function withLength(content: ByteWriter): Uint8Array {
  return new ByteWriter().u32(content.size).bytes(content.take()).take();
}

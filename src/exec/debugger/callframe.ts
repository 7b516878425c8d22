/**
 * Tables by which debuggers find the callers of code: call frame information in DWARF, in the form of
 * `.eh_frame`. The facts are from "DWARF Debugging Information Format, Version 4" (6.4, 7.23), "Linux
 * Standard Base Core Specification" (10.6.1), and System V's supplement for AMD64 (figure 3.36, numbers of
 * registers).
 */
import { ByteWriter } from '../elf/bytewriter.ts';

export const Register = { RBX: 3, RBP: 6, RSP: 7, R10: 10, R11: 11, R12: 12, RETURN: 16 } as const;

const DW_CFA_advance_loc4 = 0x04;
const DW_CFA_remember_state = 0x0a;
const DW_CFA_restore_state = 0x0b;
const DW_CFA_def_cfa = 0x0c;
const DW_CFA_expression = 0x10;
const DW_CFA_advance_loc = 0x40;
const DW_CFA_offset = 0x80;
const DW_CFA_restore = 0xc0;

/** Offsets of saved registers are multiples of it. */
const DATA_ALIGNMENT = -8;
const VERSION = 1;

/** Where, from an offset in the code on, the caller's registers are. */
export class FrameRules {
  readonly start: number;
  readonly #program = new ByteWriter();
  #offset: number;

  constructor(start: number) {
    this.start = start;
    this.#offset = start;
  }

  get bytes(): Uint8Array {
    return this.#program.take();
  }

  /** What follows holds from this offset in the code on. */
  at(offset: number): this {
    const distance = offset - this.#offset;
    if (distance >= 0x40) this.#program.u8(DW_CFA_advance_loc4).u32(distance);
    else if (distance > 0) this.#program.u8(DW_CFA_advance_loc | distance);
    this.#offset = offset;
    return this;
  }

  /** The frame's address, what rsp was before the call, is a register's value and so many bytes. */
  frame(register: number, bytes: number): this {
    this.#program.u8(DW_CFA_def_cfa).uleb(register).uleb(bytes);
    return this;
  }

  /** A register of the caller lies so many bytes below the frame's address. */
  saved(register: number, bytes: number): this {
    this.#program.u8(DW_CFA_offset | register).uleb(bytes / -DATA_ALIGNMENT);
    return this;
  }

  /** The caller's register lies where an expression says. */
  savedAt(register: number, expression: Uint8Array): this {
    this.#program.u8(DW_CFA_expression).uleb(register).uleb(expression.length).bytes(expression);
    return this;
  }

  /** A register is the caller's again. */
  restored(register: number): this {
    this.#program.u8(DW_CFA_restore | register);
    return this;
  }

  /** Keeps the rules, for `recall`. */
  remember(): this {
    this.#program.u8(DW_CFA_remember_state);
    return this;
  }

  recall(): this {
    this.#program.u8(DW_CFA_restore_state);
    return this;
  }
}

/** A range of code, from where its rules start to `end`. */
export interface FrameRange {
  readonly rules: FrameRules;
  readonly end: number;
}

/** The table for code at an address, with a zero at its end. */
export function callFrameTable(address: bigint, ranges: readonly FrameRange[]): Uint8Array {
  const table = new ByteWriter();
  // At the first instruction of a function the return address is all that is on the stack.
  const first = new FrameRules(0).frame(Register.RSP, 8).saved(Register.RETURN, 8);
  // No augmentation: addresses are absolute.
  const common = new ByteWriter().u32(0).u8(VERSION).text('').uleb(1).sleb(DATA_ALIGNMENT);
  add(table, common.u8(Register.RETURN).bytes(first.bytes));
  for (const { rules, end } of ranges) {
    const { start } = rules;
    // How far it is back from this field to the common entry, which is the first one.
    const range = new ByteWriter().u32(table.size + 4);
    range
      .u64(address + BigInt(start))
      .u64(end - start)
      .bytes(rules.bytes);
    add(table, range);
  }
  return table.u32(0).take();
}

/** Adds an entry: its length, and zeros, which are DW_CFA_nop, up to a multiple of 8 bytes. */
function add(table: ByteWriter, entry: ByteWriter): void {
  while ((entry.size + 4) % 8 !== 0) entry.u8(0);
  table.u32(entry.size).bytes(entry.take());
}

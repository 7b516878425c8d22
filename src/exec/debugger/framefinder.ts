/**
 * Finds the frames of functions. Takes code that has been built; returns for each function that begins with
 * `push rbp; mov rbp, rsp`, as the macro `.prologue` does, how its caller is found.
 *
 * It knows the instructions that make and remove a frame, and looks for them only where a line of the source
 * begins: there is an instruction, whatever the bytes. Within a frame rbp says where the caller is, so that
 * all other instructions do not matter.
 */
import { FrameRules, Register, type FrameRange } from './callframe.ts';
import { guardRange } from './guardframe.ts';
import type { NewCode } from './newcode.ts';

/** `push rbp; mov rbp, rsp` */
const PROLOGUE = [0x55, 0x48, 0x89, 0xe5];
const LEAVE = 0xc9;
/** `lea rsp, [rbp+disp8]`, without the displacement. */
const LEA = [0x48, 0x8d, 0x65];

/** The bytes of a frame: the return address, rbp, and then the registers that are pushed. */
const FRAME_BYTES = 16;

export function frameRanges(code: NewCode): readonly FrameRange[] {
  if (code.guard !== undefined) return [guardRange(code.guard, code.bytes.length)];
  const finder = new FrameFinder(code);
  for (const [index, start] of code.statements.entries()) {
    finder.statement(start, code.statements[index + 1] ?? code.bytes.length);
  }
  finder.close(code.bytes.length);
  return finder.ranges;
}

class FrameFinder {
  readonly ranges: FrameRange[] = [];
  readonly #bytes: Uint8Array;
  readonly #labels: ReadonlySet<number>;
  /** Where procedures begin, and behind them. */
  readonly #borders: ReadonlySet<number>;
  #open: FrameRules | undefined;
  /** From where on the frame is not there, until the function returns. */
  #removed: number | undefined;
  /** Whether what comes next is reached by a jump only, if at all. */
  #isBehindEnd = false;

  constructor({ bytes, symbols }: NewCode) {
    this.#bytes = bytes;
    this.#labels = new Set(symbols.map(({ offset }) => offset));
    this.#borders = new Set(
      symbols.flatMap(({ offset, size }) => (size === undefined ? [] : [offset, offset + size])),
    );
  }

  /** What a line has written, from an offset up to another one. */
  statement(start: number, end: number): void {
    if (this.#borders.has(start) || (this.#isBehindEnd && this.#labels.has(start))) this.close(start);
    if (this.#has(start, PROLOGUE)) {
      this.close(start);
      this.#open = this.#prologue(start);
      return;
    }
    const rules = this.#open;
    if (rules === undefined || this.#isPadding(start)) return;
    this.#removed ??= this.#epilogue(start, rules);
    this.#isBehindEnd = this.#removed === undefined && this.#bytes[start] === RET;
    if (this.#removed === undefined || this.#removed >= end) return;
    const left = this.#left(Math.max(start, this.#removed));
    if (left === undefined) return;
    this.#isBehindEnd = left === end;
    // Another way through the function may follow.
    this.#removed = undefined;
    rules.at(left).recall();
  }

  /** The function has ended. */
  close(end: number): void {
    if (this.#open !== undefined) this.ranges.push({ rules: this.#open, end });
    this.#open = undefined;
    this.#removed = undefined;
    this.#isBehindEnd = false;
  }

  #prologue(start: number): FrameRules {
    const rules = new FrameRules(start);
    rules
      .at(start + 1)
      .frame(Register.RSP, FRAME_BYTES)
      .saved(Register.RBP, FRAME_BYTES);
    let at = start + PROLOGUE.length;
    rules.at(at).frame(Register.RBP, FRAME_BYTES);
    for (let depth = FRAME_BYTES + 8; ; depth += 8) {
      const register = this.#registerOf(0x50, at);
      if (register === undefined || !isPreserved(register)) return rules;
      at += register < 8 ? 1 : 2;
      rules.at(at).saved(register, depth);
    }
  }

  /** If the frame is removed here, adds that to the rules, and returns where it is gone. */
  #epilogue(start: number, rules: FrameRules): number | undefined {
    let at = start;
    const restored: [number, number][] = [];
    if (this.#bytes[start] === LEAVE) at += 1;
    else if (this.#has(start, LEA)) {
      at += LEA.length + 1;
      for (;;) {
        const register = this.#registerOf(0x58, at);
        if (register === undefined) return undefined;
        at += register < 8 ? 1 : 2;
        if (register === Register.RBP) break;
        restored.push([at, register]);
      }
    } else return undefined;
    rules.remember();
    for (const [offset, register] of restored) rules.at(offset).restored(register);
    rules.at(at).frame(Register.RSP, 8).restored(Register.RBP);
    return at;
  }

  #has(start: number, bytes: readonly number[]): boolean {
    return bytes.every((byte, index) => this.#bytes[start + index] === byte);
  }

  /** The register of `push` (0x50) or `pop` (0x58), in DWARF's numbers; undefined for another instruction. */
  #registerOf(opcode: number, at: number): number | undefined {
    const isHigh = this.#bytes[at] === 0x41;
    const register = (this.#bytes[isHigh ? at + 1 : at] ?? 0) - opcode;
    if (register < 0 || register > 7) return undefined;
    return isHigh ? register + 8 : NUMBERS[register];
  }

  /** Where a return or a jump that is not conditional ends; undefined if there is another instruction. */
  #left(at: number): number | undefined {
    const length = LENGTHS[this.#bytes[at] ?? 0];
    return length === undefined ? undefined : at + length;
  }

  /** `nop` of any length. */
  #isPadding(start: number): boolean {
    let at = start;
    while (this.#bytes[at] === 0x66) at++;
    return this.#bytes[at] === 0x90 || (this.#bytes[at] === 0x0f && this.#bytes[at + 1] === 0x1f);
  }
}

const RET = 0xc3;
/** `ret`, `ret imm16`, `jmp rel8`, `jmp rel32`, by opcode. */
const LENGTHS: Readonly<Record<number, number>> = { [RET]: 1, 0xc2: 3, 0xeb: 2, 0xe9: 5 };

/** DWARF's numbers of rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi. */
const NUMBERS = [0, 2, 1, 3, 7, 6, 4, 5];

/** rbx and r12 … r15. */
function isPreserved(register: number): boolean {
  return register === Register.RBX || register >= Register.R12;
}

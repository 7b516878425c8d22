/**
 * Chunks: the part of an action list that one put plays, from its start to STOP or SECTION. Decoded once into steps,
 * which put then follows: a step stores up to four literal bytes and does one action.
 */
import { Action, FIRST_ACTION, FIRST_GLOBAL, FORWARD } from './actions.ts';
import { fixedBytes, inlineBytes } from './actionsize.ts';
import * as Record from './record.ts';
import { grownWords } from './section.ts';
import { EncodeError, Status, show } from './status.ts';
import * as Step from './step.ts';

/** The decoded chunks of one list. */
export class ChunkCache {
  /** By start offset: where the chunk's head lies in `steps`; 0 if it is not decoded yet. */
  readonly entries: Int32Array;
  /**
   * Heads and steps of the chunks decoded so far. A head has: the bytes that the chunk can take (without `.space`), words
   * of records, words of line records, arguments.
   */
  steps = new Int32Array(0);
  private end = 1;
  private readonly actions: Uint8Array;
  private readonly wide: boolean;
  private readonly signed: ReadonlySet<number>;
  /** 1 at offsets at which source lines start; empty if there are no lines. */
  private readonly lineStarts: Uint8Array;

  /** `wide`: the architecture is x64; `lines`: the list's triples. */
  constructor(actions: Uint8Array, wide: boolean, signed: readonly number[], lines: Int32Array) {
    this.actions = actions;
    this.entries = new Int32Array(actions.length);
    this.wide = wide;
    this.signed = new Set(signed);
    this.lineStarts = new Uint8Array(lines.length === 0 ? 0 : actions.length);
    for (let index = 0; index < lines.length; index += 3) this.lineStarts[lines[index] ?? 0] = 1;
  }

  /**
   * Decodes the chunk at `start`, if it is not yet, and gives the place of its head in `steps`.
   * @throws EncodeError (BAD_LIST) if there is no well-formed chunk
   */
  decode(start: number): number {
    const known = typeof start === 'number' ? this.entries[start] : undefined;
    if (known === undefined) {
      const range = this.actions.length === 0 ? 'is empty' : `has the offsets 0…${this.actions.length - 1}`;
      throw new EncodeError(Status.BAD_LIST, `put(${show(start)}): the action list ${range}`);
    }
    if (known > 0) return known;
    const head = this.end;
    const end = new Decoder(this, start, head).run(this.actions);
    // Only now: a chunk that turned out malformed leaves nothing behind.
    this.end = end;
    this.entries[start] = head;
    return head;
  }

  /** Widest form of an address: 8 bytes on x64. @internal */
  get addressBytes(): number {
    return this.wide ? 8 : 4;
  }

  /** @internal */
  get hasLines(): boolean {
    return this.lineStarts.length > 0;
  }

  /** @internal */
  startsLine(offset: number): boolean {
    return this.lineStarts[offset] === 1;
  }

  /** @internal */
  isSigned(offset: number): boolean {
    return this.signed.has(offset);
  }

  /** @internal */
  get isWide(): boolean {
    return this.wide;
  }
}

/** Decodes one chunk. */
class Decoder {
  private readonly cache: ChunkCache;
  private readonly start: number;
  private readonly head: number;
  private at: number;
  /** Literal bytes not stored in a step yet, little endian, and how many. */
  private word = 0;
  private literals = 0;
  /** The last eight literal bytes, the newest lowest, and how many bytes written last are literals. */
  private recent = 0;
  private older = 0;
  private recentCount = 0;
  /** The last literal byte: a branch behind it may be shrinkable. */
  private opcode = 0;
  /** Offset of a line with a record that no step starts yet; −1 if there is none. */
  private line: number;
  /** What has been decoded since the last line record takes a fixed number of bytes: so the next line needs none. */
  private fixed = true;
  private bytes = 0;
  /** Bytes that the chunk has written at this point at the least: that far a VREG may look back for REX or VEX. */
  private least = 0;
  private records = 0;
  private lines = 0;
  private arguments = 0;

  constructor(cache: ChunkCache, start: number, head: number) {
    this.cache = cache;
    this.start = start;
    this.head = head;
    this.at = head + Step.HEAD_WORDS;
    this.line = cache.hasLines ? start : -1;
  }

  /** Writes head and steps; gives their end. */
  run(actions: Uint8Array): number {
    const { cache, start } = this;
    let afterLabel = false;
    for (let offset = start; ;) {
      if (!this.fixed && cache.startsLine(offset)) {
        this.flush();
        this.line = offset;
        this.fixed = true;
      }
      const code = this.byte(actions, offset);
      if (code < FIRST_ACTION || code === Action.ESC) {
        this.literal(code === Action.ESC ? this.byte(actions, ++offset) : code);
        offset++;
        afterLabel = false;
        continue;
      }
      const action = offset++;
      const inline = inlineBytes(code) > 0 ? this.byte(actions, offset) : 0;
      if (inlineBytes(code) > 1) this.byte(actions, offset + 1);
      if (code === Action.SETLABEL && !afterLabel) this.malformed(action, 'SETLABEL does not follow a label');
      const size = fixedBytes(code, inline, cache.addressBytes);
      this.action(code, inline, action, size, actions[offset + 1] ?? 0, actions[offset]);
      if (size < 0) this.fixed = false;
      offset += inlineBytes(code);
      afterLabel = code === Action.LABEL_LG || code === Action.LABEL_PC;
      if (code === Action.STOP || code === Action.SECTION) break;
    }
    const { steps } = cache;
    steps[this.at - Step.WORDS]! |= Step.LAST;
    steps[this.head] = this.bytes;
    steps[this.head + 1] = this.records;
    steps[this.head + 2] = this.lines;
    steps[this.head + 3] = this.arguments;
    return this.at;
  }

  /**
   * One action. `size`: bytes of code that it takes in any case, if it does. `second` and `next` are the bytes behind the inline byte,
   * and behind an action without one.
   */
  private action(
    code: number,
    inline: number,
    offset: number,
    size: number,
    second: number,
    next: number | undefined,
  ): void {
    const signed = this.cache.isSigned(offset);
    switch (code) {
      case Action.DISP: {
        const keepsMark = next === Action.IMM_DB || next === Action.IMM_WB;
        const step = signed || this.cache.isWide ? Step.DISP_SIGNED : Step.DISP;
        this.field(step, keepsMark ? 1 : 0, offset, 4, 0);
        break;
      }
      case Action.IMM_S:
        this.field(Step.IMM_S, 0, offset, size);
        break;
      case Action.IMM_B:
        this.field(Step.IMM_B, 0, offset, size);
        break;
      case Action.IMM_W:
        this.field(Step.IMM_W, 0, offset, size);
        break;
      case Action.IMM_D:
        this.field(signed ? Step.IMM_D_SIGNED : Step.IMM_D, 0, offset, size);
        break;
      case Action.IMM_WB:
        this.field(Step.IMM_WB, 0, offset, 2, 1);
        break;
      case Action.IMM_DB:
        this.field(signed ? Step.IMM_DB_SIGNED : Step.IMM_DB, 0, offset, 4, 1);
        break;
      case Action.VREG:
        this.checkDistance(inline, offset);
        // It may add a SIB byte.
        this.field(
          this.isNarrow(inline) ? Step.VREG_NARROW : Step.VREG,
          inline,
          offset,
          1,
          inline & 0x18 ? -1 : 0,
        );
        break;
      case Action.SPACE:
        this.field(Step.SPACE, inline, offset, 0);
        break;
      case Action.SETLABEL:
        this.field(Step.SETLABEL, 0, offset, size);
        break;
      case Action.REL_A:
        this.arguments++;
        this.record(Step.REL_A, 0, offset, this.relative(), size);
        break;
      case Action.REL_LG:
        this.reference(inline, offset, this.relative(), size);
        break;
      case Action.IMM_LG:
        this.reference(inline, offset, Record.IMM, size);
        break;
      case Action.REL_PC:
        this.arguments++;
        this.record(Step.PC, 0, offset, this.relative(), size);
        break;
      case Action.IMM_PC:
        this.arguments++;
        this.record(Step.PC, 0, offset, Record.IMM, size);
        break;
      case Action.LABEL_LG:
        if (inline === 0 || inline > FORWARD) this.malformed(offset, `there is no label number ${inline}`);
        this.record(Step.LABEL, inline, offset, inline < FIRST_GLOBAL ? Record.LABEL : Record.GLOBAL, size);
        break;
      case Action.LABEL_PC:
        this.arguments++;
        this.record(Step.LABEL_PC, 0, offset, Record.LABEL, size);
        break;
      case Action.ALIGN:
        if ((inline & (inline + 1)) !== 0) this.malformed(offset, `ALIGN with ${inline}, which is not 2ⁿ−1`);
        this.record(Step.ALIGN, inline, offset, Record.ALIGN, size);
        break;
      case Action.EXTERN:
        if (inline > 1) this.malformed(offset, `EXTERN with ${inline}, expected 0 or 1`);
        this.record(Step.EXTERN, second, offset, Record.EXTERN, size);
        break;
      case Action.MARK:
        this.step(Step.MARK, 0, offset);
        break;
      case Action.SECTION:
        this.step(Step.SECTION, inline, offset);
        break;
      default:
        // STOP: a chunk has one step at least.
        if (this.at === this.head + Step.HEAD_WORDS) this.step(Step.NONE, 0, 0);
        else this.flush();
    }
  }

  private literal(byte: number): void {
    if (this.literals === 4) this.flush();
    this.word |= byte << (this.literals++ * 8);
    this.older = (this.older << 8) | (this.recent >>> 24);
    this.recent = (this.recent << 8) | byte;
    this.recentCount++;
    this.opcode = byte;
    this.bytes++;
    this.least++;
  }

  /** Makes a step of the literal bytes, or the line start, at hand. */
  private flush(): void {
    if (this.literals > 0 || this.line >= 0) this.step(Step.NONE, 0, 0);
  }

  private step(step: number, inline: number, offset: number, record = 0, field = 0): void {
    this.reserve(Step.WORDS);
    const { steps } = this.cache;
    steps[this.at] =
      step | (this.literals << 8) | (this.line < 0 ? 0 : Step.LINE) | (inline << 16) | (field << 24);
    steps[this.at + 1] = this.word;
    steps[this.at + 2] = record | (offset << 8);
    steps[this.at + 3] = this.line;
    this.at += Step.WORDS;
    this.literals = 0;
    this.word = 0;
    if (this.line >= 0) this.lines += Record.LINE_WORDS;
    this.line = -1;
  }

  private reserve(words: number): void {
    this.cache.steps = grownWords(this.cache.steps, this.at, this.at + words);
  }

  /** An action with an argument, whose value takes up to `bytes` bytes, and at least `least`. */
  private field(step: number, inline: number, offset: number, bytes: number, least: number = bytes): void {
    this.arguments++;
    this.step(step, inline, offset);
    this.bytes += bytes;
    this.least += least;
    if (step !== Step.VREG && step !== Step.VREG_NARROW) this.recentCount = 0;
  }

  /** An action that leaves a record, and `bytes` bytes. */
  private record(step: number, inline: number, offset: number, record: number, bytes: number): void {
    this.step(step, inline, offset, record, step === Step.ALIGN ? 0 : bytes);
    this.records += Record.WORDS;
    this.bytes += bytes;
    if (step !== Step.ALIGN) this.least += bytes;
    this.recentCount = 0;
  }

  /** A reference to a local or global label. */
  private reference(label: number, offset: number, record: number, bytes: number): void {
    if (label === 0) this.malformed(offset, 'there is no label number 0');
    if (label > FORWARD) this.record(Step.FORWARD, label - FORWARD, offset, record, bytes);
    else if (label < FIRST_GLOBAL) this.record(Step.BACKWARD, label, offset, record, bytes);
    else this.record(Step.GLOBAL, label, offset, record, bytes);
  }

  /** Kind of a relative reference: `jmp rel32` (E9) and `jcc rel32` (0F 80+cc) have short forms. */
  private relative(): number {
    if (this.opcode === 0xe9) return Record.JMP;
    return (this.opcode & 0xf0) === 0x80 ? Record.JCC : Record.REL;
  }

  /**
   * Must the register number be below 8? On x86 always. On x64 where no REX or VEX is there to take its fourth bit, as beside ah,
   * ch, dh and bh; and for x87 registers: DynASM emits D8…DF, a REX to be dropped, and C0+i, and a larger number would set a REX bit
   * behind the opcode.
   */
  private isNarrow(inline: number): boolean {
    if (!this.cache.isWide) return true;
    const distance = inline & 7;
    if (inline >= 0xa0 || distance > this.recentCount) return false;
    const prefix = this.literalBack(distance);
    if ((prefix & 0xfe) === 0xc4) return false;
    if ((prefix & 0xf0) !== 0x40) return true;
    return (
      (inline & 0xe7) === 0x22 &&
      prefix === 0x40 &&
      this.recentCount > 2 &&
      (this.literalBack(1) & 0xc0) === 0xc0 &&
      (this.literalBack(3) & 0xf8) === 0xd8
    );
  }

  /** The literal byte so far back, up to 8. (A shift by 32 is one by 0.) */
  private literalBack(distance: number): number {
    return ((distance > 4 ? this.older : this.recent) >> ((distance - 1) * 8)) & 0xff;
  }

  /** A VREG that may set or drop a bit of REX or VEX must find it in its own chunk. */
  private checkDistance(inline: number, offset: number): void {
    const distance = inline & 7;
    const looksBack = (inline & 0x18) !== 0 || (this.cache.isWide && inline < 0xa0);
    if (looksBack && (distance === 0 || distance > this.least)) {
      this.malformed(offset, 'VREG looks for a prefix in front of the chunk');
    }
  }

  private byte(actions: Uint8Array, offset: number): number {
    return actions[offset] ?? this.malformed(this.start, 'the list ends inside of a chunk');
  }

  private malformed(offset: number, text: string): never {
    throw new EncodeError(Status.BAD_LIST | offset, `bad action list: ${text} (offset ${offset})`);
  }
}

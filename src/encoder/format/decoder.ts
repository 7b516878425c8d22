/**
 * Decodes the chunks of action lists for x64 and x86, which are bytes. `DecodedChunks` takes the bytes of a
 * list and returns, for the start of a chunk, its steps (step.ts).
 */
import * as Action from './actioncode.ts';
import * as ExtendedAction from './extendedaction.ts';
import { EXTENDED, FIRST_ACTION, FIRST_GLOBAL, FORWARD, LAST_GLOBAL, MACRO_FORWARD } from './action.ts';
import { codeAt, codeBytes, fixedBytes, inlineBytes } from './actionsize.ts';
import { Chunks } from './chunks.ts';
import { LiteralHistory } from './literalhistory.ts';
import * as Record from './record.ts';
import * as RegisterField from './registerfield.ts';
import { EncodeError, Status } from './status.ts';
import * as Step from './step.ts';
import type { StepWriter } from './stepwriter.ts';
import * as Vreg from './vreg.ts';

/** The chunks of a list for x64 or x86. */
export class DecodedChunks extends Chunks<Uint8Array> {
  override actionAt(offset: number): number | undefined {
    return codeAt(this.actions, offset, this.formatAt(offset));
  }

  override inlineOffset(offset: number): number {
    return offset + codeBytes(this.actionAt(offset) ?? 0);
  }

  protected override write(writer: StepWriter, start: number): number {
    return new Decoder(this, writer, start).run();
  }
}

/** Decodes one chunk. */
class Decoder {
  readonly #chunks: DecodedChunks;
  readonly #actions: Uint8Array;
  readonly #writer: StepWriter;
  readonly #start: number;
  readonly #history = new LiteralHistory();
  /** How many bytes the chunk has written up to here at least: a VREG can look back so far for REX or VEX. */
  #minBytes = 0;
  /** The next term is subtracted. */
  #isSubtracted = false;
  /** There are terms that no FIELD has written yet. */
  #hasTerms = false;
  /** The last record of the chunk is that of a FIELD. */
  #endsInField = false;

  constructor(chunks: DecodedChunks, writer: StepWriter, start: number) {
    this.#chunks = chunks;
    this.#actions = chunks.actions;
    this.#writer = writer;
    this.#start = start;
  }

  /** Writes head and steps, and returns their end. */
  run(): number {
    const chunks = this.#chunks;
    const actions = this.#actions;
    const writer = this.#writer;
    if (chunks.lineStarts.length > 0) writer.line(this.#start);
    /** The code since the last line record has a fixed size: the next line needs no record. */
    let isFixed = true;
    let afterLabel = false;
    const format = chunks.formatAt(this.#start);
    for (let offset = this.#start; ;) {
      if (!isFixed && chunks.lineStarts[offset] === 1) {
        writer.line(offset);
        isFixed = true;
      }
      const code = codeAt(actions, offset, format) ?? this.#failEnd();
      if (this.#hasTerms && !isOfSum(code)) this.#fail(offset, 'a term that no FIELD follows');
      if (code < FIRST_ACTION || code === Action.ESC) {
        this.#literal(code === Action.ESC ? this.#byte(++offset) : code);
        offset++;
        afterLabel = false;
        continue;
      }
      const count = inlineBytes(code);
      const start = offset + codeBytes(code);
      const inline = count > 0 ? this.#byte(start) : 0;
      if (code === Action.SETLABEL && !afterLabel) this.#fail(offset, 'SETLABEL does not follow a label');
      const size = fixedBytes(code, inline, chunks.is64Bit ? 8 : 4);
      this.#action(code, inline, offset, size);
      if (size < 0) isFixed = false;
      if (code === Action.STOP || code === Action.SECTION) return writer.finish();
      afterLabel = code === Action.LABEL_LG || code === Action.LABEL_PC;
      offset = start + count;
    }
  }

  /** Writes the step of one action. `size`: the size of its code in bytes, −1 if it is not fixed. */
  #action(code: number, inline: number, offset: number, size: number): void {
    const writer = this.#writer;
    const isSigned = this.#chunks.signed.has(offset);
    switch (code) {
      case Action.DISP: {
        const next = this.#actions[offset + 1];
        return this.#displacement(
          offset,
          next === Action.IMM_DB || next === Action.IMM_WB ? Step.KEEPS_MARK : 0,
        );
      }
      case Action.IMM_S:
        return this.#field(Step.IMM_S, 0, offset, size);
      case Action.IMM_B:
        return this.#field(Step.IMM_B, 0, offset, size);
      case Action.IMM_W:
        return this.#field(Step.IMM_W, 0, offset, size);
      case Action.IMM_D:
        return this.#field(isSigned ? Step.IMM_D_SIGNED : Step.IMM_D, 0, offset, size);
      case Action.IMM_WB:
        return this.#field(Step.IMM_WB, 0, offset, 2, 1);
      case Action.IMM_DB:
        return this.#field(isSigned ? Step.IMM_DB_SIGNED : Step.IMM_DB, 0, offset, 4, 1);
      case Action.VREG:
        return this.#register(inline, offset);
      case Action.SPACE:
        return this.#field(Step.SPACE, inline, offset, 0);
      case Action.SETLABEL:
        return this.#field(Step.SETLABEL, 0, offset, size);
      case Action.REL_A:
        return this.#record(Step.ADDRESS, 0, offset, this.#relative(), size);
      case Action.REL_LG:
        return this.#reference(inline, offset, this.#relative(), size);
      case Action.IMM_LG:
        return this.#reference(inline, offset, Record.IMM, size);
      case Action.REL_PC:
        return this.#record(Step.PC, 0, offset, this.#relative(), size);
      case Action.IMM_PC:
        return this.#record(Step.PC, 0, offset, Record.IMM, size);
      case Action.LABEL_LG: {
        if (inline === 0 || inline > FORWARD) this.#fail(offset, `there is no label number ${inline}`);
        if (inline < FIRST_GLOBAL) return this.#record(Step.LABEL, inline, offset, Record.LABEL, size);
        const kind = this.#chunks.moving ? Step.UNIQUE_LABEL : Step.LABEL;
        return this.#record(kind, inline, offset, Record.GLOBAL, size);
      }
      case Action.LABEL_PC: {
        const kind = this.#chunks.moving ? Step.UNIQUE_LABEL_PC : Step.LABEL_PC;
        return this.#record(kind, 0, offset, Record.LABEL, size);
      }
      case Action.ALIGN:
        return this.#alignment(inline, offset, Record.ALIGN);
      case Action.EXTERN:
        if (inline > 1) this.#fail(offset, `EXTERN with ${inline}, expected 0 or 1`);
        return this.#record(Step.EXTERN, this.#byte(offset + 2), offset, Record.EXTERN, size);
      case Action.MARK:
        return writer.action(Step.MARK, 0, offset);
      case Action.SECTION:
        return writer.action(Step.SECTION, inline, offset);
      case Action.STOP:
        return;
      default:
        return this.#extendedAction(code, inline, offset, size);
    }
  }

  /** The same for an action of format 2. */
  #extendedAction(code: number, inline: number, offset: number, size: number): void {
    switch (code) {
      case ExtendedAction.LABEL_MACRO:
        if (inline >= MACRO_FORWARD) this.#fail(offset, `there is no macro label number ${inline}`);
        return this.#record(Step.LABEL_MACRO, inline, offset, Record.LABEL, size);
      case ExtendedAction.REL_MACRO:
        return this.#macroReference(inline, offset, this.#relative(), size);
      case ExtendedAction.ADD_LG:
        return this.#reference(inline, offset, this.#term(), size);
      case ExtendedAction.ADD_MACRO:
        return this.#macroReference(inline, offset, this.#term(), size);
      case ExtendedAction.ADD_PC:
        return this.#record(Step.PC, 0, offset, this.#term(), size);
      case ExtendedAction.ADD_EXTERN: {
        const record = this.#term() === Record.ADD ? Record.ADD_EXTERN : Record.SUBTRACT_EXTERN;
        return this.#record(Step.EXTERN, inline, offset, record, size);
      }
      case ExtendedAction.ADD_VALUE:
        return this.#record(Step.ADDRESS, 0, offset, this.#term(), size);
      case ExtendedAction.SUBTRACT:
        if (this.#isSubtracted) this.#fail(offset, 'SUBTRACT twice');
        this.#isSubtracted = this.#hasTerms = true;
        return;
      case ExtendedAction.FIELD:
        if (this.#isSubtracted) this.#fail(offset, 'SUBTRACT does not precede a term');
        this.#hasTerms = false;
        this.#record(Step.FIELD, inline, offset, Record.FIELD, size);
        this.#endsInField = true;
        return;
      case ExtendedAction.END:
        if (!this.#endsInField) this.#fail(offset, 'END does not follow a FIELD');
        return this.#writer.action(Step.END, 0, offset);
      case ExtendedAction.ALIGN_NOP:
        return this.#alignment(inline, offset, Record.ALIGN_NOP);
      case ExtendedAction.ALIGN_FILL:
        return this.#alignment(inline, offset, Record.ALIGN_FILL);
      case ExtendedAction.END_PROC:
        if (inline < FIRST_GLOBAL || inline > LAST_GLOBAL)
          this.#fail(offset, `there is no global label number ${inline}`);
        return this.#record(Step.END_PROC, inline, offset, Record.END_PROC, size);
      case ExtendedAction.REGISTER:
        return this.#registerField(inline, this.#byte(offset + 3), offset);
      case ExtendedAction.DISP_SCALED:
        // Operands of EVEX have at most 2⁶ bytes.
        if (inline > 6) this.#fail(offset, `there is no scale ${inline}`);
        return this.#displacement(offset, inline << Step.SCALE_SHIFT);
      default:
        this.#fail(offset, `there is no action ESC ${code - EXTENDED}`);
    }
  }

  /** A term of a sum: returns its kind of record. */
  #term(): number {
    const record = this.#isSubtracted ? Record.SUBTRACT : Record.ADD;
    this.#isSubtracted = false;
    this.#hasTerms = true;
    return record;
  }

  #alignment(mask: number, offset: number, record: number): void {
    if ((mask & (mask + 1)) !== 0) this.#fail(offset, `ALIGN with ${mask}, which is not 2ⁿ−1`);
    this.#history.forget();
    this.#endsInField = false;
    // It may write no bytes, and has no field.
    this.#writer.record(Step.ALIGN, mask, offset, record, mask, 0);
  }

  #literal(byte: number): void {
    this.#writer.literal(byte);
    this.#history.add(byte);
    this.#minBytes++;
  }

  /** An action with an argument, whose value takes between `least` and `most` bytes. */
  #field(kind: number, inline: number, offset: number, most: number, least = most): void {
    this.#writer.argument(kind, inline, offset, most);
    this.#minBytes += least;
    this.#history.forget();
  }

  /** `inline`: of the step. */
  #displacement(offset: number, inline: number): void {
    const isSigned = this.#chunks.is64Bit || this.#chunks.signed.has(offset);
    this.#field(isSigned ? Step.DISP_SIGNED : Step.DISP, inline, offset, 4, 0);
  }

  /** An action that leaves a record, with a field of so many bytes. */
  #record(kind: number, inline: number, offset: number, record: number, bytes: number): void {
    this.#writer.record(kind, inline, offset, record, bytes);
    this.#minBytes += bytes;
    this.#history.forget();
    this.#endsInField = false;
  }

  /** A reference to a local or global label. */
  #reference(label: number, offset: number, record: number, bytes: number): void {
    if (label === 0) this.#fail(offset, 'there is no label number 0');
    if (label > FORWARD) this.#record(Step.FORWARD, label - FORWARD, offset, record, bytes);
    else if (label < FIRST_GLOBAL) this.#record(Step.BACKWARD, label, offset, record, bytes);
    else this.#record(Step.GLOBAL, label, offset, record, bytes);
  }

  #macroReference(inline: number, offset: number, record: number, bytes: number): void {
    const kind = inline < MACRO_FORWARD ? Step.MACRO_BACKWARD : Step.MACRO_FORWARD;
    this.#record(kind, inline & ~MACRO_FORWARD, offset, record, bytes);
  }

  /** The kind of record of a distance: `jmp rel32` (E9) and `jcc rel32` (0F 80+cc) have short forms. */
  #relative(): number {
    const opcode = this.#history.last;
    if (opcode === 0xe9) return Record.JMP;
    return (opcode & 0xf0) === 0x80 ? Record.JCC : Record.REL;
  }

  /** A variable register. Its code takes one byte if the base of a memory operand needs a SIB byte. */
  #register(inline: number, offset: number): void {
    const { is64Bit } = this.#chunks;
    const mayDrop = Vreg.countOf(inline) > 0;
    const distance = Vreg.distanceOf(inline);
    // The prefix must be in the same chunk.
    const looksBack = mayDrop || (is64Bit && Vreg.hasExtension(inline));
    if (looksBack && (distance === 0 || distance > this.#minBytes)) {
      this.#fail(offset, 'VREG looks for a prefix in front of the chunk');
    }
    const isLow = !is64Bit || this.#history.needsLowRegister(inline);
    this.#writer.argument(isLow ? Step.VREG_LOW : Step.VREG, inline, offset, 1);
    if (mayDrop) this.#minBytes--;
  }

  /** A variable register whose number has up to five bits. `distance`: the second inline byte. */
  #registerField(inline: number, distance: number, offset: number): void {
    const field = inline & RegisterField.FIELD_MASK;
    const limit = inline >> RegisterField.LIMIT_SHIFT;
    const hasPlace =
      field < RegisterField.LOW_REG
        ? distance >= RegisterField.PREFIX_BYTES && this.#history.startsPrefix(distance)
        : this.#minBytes > 0;
    if (field > RegisterField.LOW_VVVV || limit > RegisterField.FROM_1_TO_7 || !hasPlace) {
      this.#fail(offset, `there is no REGISTER ${inline}, ${distance}`);
    }
    // In 32-bit mode there are eight registers, and there is no room for more in some fields.
    const isLow = !this.#chunks.is64Bit || field >= RegisterField.MASK;
    const kind = Step.REGISTER_8 + (isLow && limit < RegisterField.FROM_1_TO_7 ? 0 : limit);
    this.#writer.argument(kind, inline, offset, field === RegisterField.MEMORY ? 1 : 0, distance);
  }

  #byte(offset: number): number {
    return this.#actions[offset] ?? this.#failEnd();
  }

  #failEnd(): never {
    this.#fail(this.#start, 'the list ends inside of a chunk');
  }

  #fail(offset: number, text: string): never {
    throw new EncodeError(Status.BAD_LIST | offset, `bad action list: ${text} (offset ${offset})`);
  }
}

/** Can this action stand behind a term? */
function isOfSum(code: number): boolean {
  return code >= ExtendedAction.ADD_LG && code <= ExtendedAction.FIELD;
}

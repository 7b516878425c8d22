/**
 * Decodes the chunks of action lists for ARM64, which are words. `Arm64Chunks` takes the words of a list and
 * returns, for the start of a chunk, its steps (step.ts, arm64step.ts).
 */
import { MACRO_FORWARD } from '../action.ts';
import { Chunks } from '../chunks.ts';
import * as Record from '../record.ts';
import { EncodeError, Status } from '../status.ts';
import * as Step from '../step.ts';
import type { StepWriter } from '../stepwriter.ts';
import * as Arm64Action from './arm64action.ts';
import {
  EXTENDED,
  codeOf,
  fixedBytes,
  labelNumber,
  parameterOf,
  placeBytes,
  wordsBehind,
} from './arm64actionsize.ts';
import * as Arm64ExtendedAction from './arm64extendedaction.ts';
import * as Arm64Field from './arm64field.ts';
import * as Place from './arm64place.ts';
import * as Arm64Step from './arm64step.ts';

/** The chunks of a list for ARM64. */
export class Arm64Chunks extends Chunks<Uint32Array> {
  override actionAt(offset: number): number | undefined {
    const word = this.actions[offset];
    return word === undefined ? undefined : codeOf(word, this.formatAt(offset));
  }

  override inlineOffset(offset: number): number {
    return offset;
  }

  protected override write(writer: StepWriter, start: number): number {
    return new Decoder(this, writer, start).run();
  }
}

/** Decodes one chunk. */
class Decoder {
  readonly #chunks: Arm64Chunks;
  readonly #actions: Uint32Array;
  readonly #writer: StepWriter;
  readonly #start: number;
  /** There is an instruction in front that actions can change. */
  #hasInstruction = false;
  /** The next term is subtracted. */
  #isSubtracted = false;
  /** There are terms that no PLACE has written yet. */
  #hasTerms = false;
  /** There was a FIELD with an argument. */
  #hasField = false;

  constructor(chunks: Arm64Chunks, writer: StepWriter, start: number) {
    this.#chunks = chunks;
    this.#actions = chunks.actions;
    this.#writer = writer;
    this.#start = start;
  }

  /** Writes head and steps, and returns their end. */
  run(): number {
    const chunks = this.#chunks;
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
      const word = this.#word(offset);
      const code = codeOf(word, format);
      if (this.#hasTerms && !isOfSum(code)) this.#fail(offset, 'a term that no PLACE follows');
      if (code === Arm64Action.ESC) this.#literal(this.#word(offset + 1), 4);
      else if (code >= Arm64Action.ACTIONS && code < EXTENDED) this.#literal(word, 4);
      else if (code < EXTENDED) this.#action(code, word, offset);
      else {
        const isSetLabel = code === EXTENDED + Arm64ExtendedAction.SETLABEL;
        if (isSetLabel && !afterLabel) this.#fail(offset, 'SETLABEL does not follow a label');
        this.#extendedAction(code - EXTENDED, word, offset);
      }
      if (fixedBytes(code, word) < 0) isFixed = false;
      if (code === Arm64Action.STOP || code === Arm64Action.SECTION) return writer.finish();
      afterLabel = code === Arm64Action.LABEL_LG || code === Arm64Action.LABEL_PC;
      offset += 1 + wordsBehind(code, this.#actions[offset + 1]);
    }
  }

  /** Writes the step of one of DynASM's actions. */
  #action(code: number, word: number, offset: number): void {
    const writer = this.#writer;
    const parameters = word & 0xffff;
    const place = parameters & Place.PLACE_MASK;
    const number = parameters & Arm64Action.NUMBER_MASK;
    switch (code) {
      case Arm64Action.STOP:
        return;
      case Arm64Action.SECTION:
        return writer.action(Step.SECTION, parameters & 0xff, offset);
      case Arm64Action.REL_EXT:
        return this.#distance(Step.EXTERN, number, place, offset, Record.EXTERN);
      case Arm64Action.REL_LG:
        return this.#reference(number, place, offset, Record.REL);
      case Arm64Action.REL_PC:
        return this.#distance(Step.PC, 0, place, offset, Record.REL);
      case Arm64Action.REL_A:
        writer.argument(Arm64Step.LOW, 0, offset, 0);
        return this.#distance(Arm64Step.HALVES, 0, place, offset, Record.REL);
      case Arm64Action.ALIGN:
        return this.#alignment(parameters & 0xff, offset, Record.ALIGN);
      case Arm64Action.LABEL_LG: {
        this.#hasInstruction = false;
        if (number < Arm64Action.FIRST_GLOBAL) {
          if (number <= Arm64Action.LOCAL) this.#fail(offset, `there is no label number ${number}`);
          return writer.record(Step.LABEL, number - Arm64Action.LOCAL, offset, Record.LABEL, 0);
        }
        const kind = this.#chunks.moving ? Step.UNIQUE_LABEL : Step.LABEL;
        return writer.record(kind, labelNumber(number), offset, Record.GLOBAL, 0);
      }
      case Arm64Action.LABEL_PC: {
        this.#hasInstruction = false;
        const kind = this.#chunks.moving ? Step.UNIQUE_LABEL_PC : Step.LABEL_PC;
        return writer.record(kind, 0, offset, Record.LABEL, 0);
      }
      case Arm64Action.VREG:
        return this.#change(Arm64Step.VREG, parameters & 31, offset);
      case Arm64Action.IMM:
        return this.#change(Arm64Step.IMM, parameters, offset);
      case Arm64Action.IMM6:
        return this.#change(Arm64Step.IMM6, 0, offset);
      case Arm64Action.IMM12:
        return this.#change(Arm64Step.IMM12, 0, offset);
      case Arm64Action.IMM13W:
        return this.#change(Arm64Step.IMM13W, 0, offset);
      case Arm64Action.IMM13X:
        return this.#changeByHalves(Arm64Step.IMM13X, offset);
      case Arm64Action.IMML:
        return this.#change(Arm64Step.IMML, parameters & 3, offset);
      default:
        // IMMV
        writer.argument(Arm64Step.VALUE, Arm64ExtendedAction.WORD_SIZE, offset, 4);
        // Lists of DynASM have instructions that are arguments.
        this.#hasInstruction = true;
    }
  }

  /** The same for an action of format 2. */
  #extendedAction(code: number, word: number, offset: number): void {
    const writer = this.#writer;
    const parameter = parameterOf(word);
    switch (code) {
      case Arm64ExtendedAction.FIELD:
        return this.#field(offset);
      case Arm64ExtendedAction.MOV_W:
        return this.#change(Arm64Step.MOV_W, 0, offset);
      case Arm64ExtendedAction.MOV_X:
        return this.#changeByHalves(Arm64Step.MOV_X, offset);
      case Arm64ExtendedAction.ADD_SUB:
        return this.#change(Arm64Step.ADD_SUB, 0, offset);
      case Arm64ExtendedAction.FLOAT8:
        if (parameter > 1) this.#fail(offset, `FLOAT8 with ${parameter}, expected 0 or 1`);
        return this.#change(Arm64Step.FLOAT8, parameter, offset);
      case Arm64ExtendedAction.BYTE_MASK:
        return this.#changeByHalves(Arm64Step.BYTE_MASK, offset);
      case Arm64ExtendedAction.OFFSET:
        if (parameter > 4) this.#fail(offset, `there is no scale ${parameter}`);
        return this.#change(Arm64Step.IMML, parameter, offset);
      case Arm64ExtendedAction.LABEL_MACRO:
        if (parameter >= MACRO_FORWARD) this.#fail(offset, `there is no macro label number ${parameter}`);
        this.#hasInstruction = false;
        return writer.record(Step.LABEL_MACRO, parameter, offset, Record.LABEL, 0);
      case Arm64ExtendedAction.END_PROC:
        this.#hasInstruction = false;
        if (parameter < Arm64Action.FIRST_GLOBAL)
          this.#fail(offset, `there is no global label number ${parameter}`);
        return writer.record(Step.END_PROC, labelNumber(parameter), offset, Record.END_PROC, 0);
      case Arm64ExtendedAction.SETLABEL:
        return writer.argument(Step.SETLABEL, 0, offset, 0);
      case Arm64ExtendedAction.ADD_LG:
        return this.#reference(parameter, 0, offset, this.#term());
      case Arm64ExtendedAction.ADD_MACRO: {
        const kind = parameter < MACRO_FORWARD ? Step.MACRO_BACKWARD : Step.MACRO_FORWARD;
        return writer.record(kind, parameter & ~MACRO_FORWARD, offset, this.#term(), 0);
      }
      case Arm64ExtendedAction.ADD_PC:
        return writer.record(Step.PC, 0, offset, this.#term(), 0);
      case Arm64ExtendedAction.ADD_EXTERN: {
        const record = this.#term() === Record.ADD ? Record.ADD_EXTERN : Record.SUBTRACT_EXTERN;
        return writer.record(Step.EXTERN, parameter, offset, record, 0);
      }
      case Arm64ExtendedAction.ADD_VALUE:
        return writer.record(Step.ADDRESS, 0, offset, this.#term(), 0);
      case Arm64ExtendedAction.ADD_CONSTANT:
        this.#word(offset + 1);
        return writer.record(Arm64Step.CONSTANT, 0, offset, this.#term(), 0);
      case Arm64ExtendedAction.ADD_HALVES:
        writer.argument(Arm64Step.LOW, 0, offset, 0);
        return writer.record(Arm64Step.HALVES, 0, offset, this.#term(), 0);
      case Arm64ExtendedAction.SUBTRACT:
        if (this.#isSubtracted) this.#fail(offset, 'SUBTRACT twice');
        this.#isSubtracted = this.#hasTerms = true;
        return;
      case Arm64ExtendedAction.PLACE:
        return this.#place(parameter << Arm64ExtendedAction.PARAMETER_SHIFT, offset);
      default:
        return this.#data(code, parameter, offset);
    }
  }

  /** The actions that write data. */
  #data(code: number, parameter: number, offset: number): void {
    this.#hasInstruction = false;
    const writer = this.#writer;
    switch (code) {
      case Arm64ExtendedAction.BYTES:
        if (parameter < 1 || parameter > 3) this.#fail(offset, `BYTES with ${parameter}, expected 1 to 3`);
        this.#literal(this.#word(offset + 1), parameter);
        // A step has the bytes of one word.
        return writer.action(Step.NONE, 0, offset);
      case Arm64ExtendedAction.VALUE: {
        const size = parameter & Arm64ExtendedAction.SIZE_MASK;
        const isKnown = size <= Arm64ExtendedAction.WORD_SIZE && parameter < 2 * Arm64ExtendedAction.SIGNED;
        if (!isKnown) this.#fail(offset, `there is no VALUE ${parameter}`);
        return writer.argument(Arm64Step.VALUE, parameter, offset, 1 << size);
      }
      case Arm64ExtendedAction.SPACE:
        return writer.argument(Step.SPACE, parameter & 0xff, offset, 0);
      case Arm64ExtendedAction.ALIGN_FILL:
        this.#word(offset + 1);
        return this.#alignment(parameter, offset, Record.ALIGN_FILL);
      case Arm64ExtendedAction.POOL:
        return writer.action(Arm64Step.POOL, 0, offset);
      default:
        this.#fail(offset, `there is no action ESC ${code}`);
    }
  }

  #literal(word: number, bytes: number): void {
    for (let index = 0; index < bytes; index++) this.#writer.literal((word >>> (8 * index)) & 0xff);
    this.#hasInstruction = bytes === 4;
  }

  /** An action with an argument that changes the instruction in front. */
  #change(kind: number, inline: number, offset: number): void {
    this.#checkInstruction(offset);
    this.#writer.argument(kind, inline, offset, 0);
  }

  /** The same with two arguments. */
  #changeByHalves(kind: number, offset: number): void {
    this.#writer.argument(Arm64Step.LOW, 0, offset, 0);
    this.#change(kind, 0, offset);
  }

  #field(offset: number): void {
    const how = this.#word(offset + 1);
    if ((how & Arm64Field.AGAIN) === 0) {
      this.#word(offset + 3);
      this.#hasField = true;
      return this.#change(Arm64Step.FIELD, 0, offset);
    }
    this.#checkInstruction(offset);
    if (!this.#hasField) this.#fail(offset, 'FIELD with AGAIN does not follow a FIELD');
    this.#writer.action(Arm64Step.AGAIN, 0, offset);
  }

  #checkInstruction(offset: number): void {
    if (!this.#hasInstruction) this.#fail(offset, 'no instruction is in front of what changes one');
  }

  /** A reference to a local or global label. `number`: as in the list. */
  #reference(number: number, place: number, offset: number, record: number): void {
    if (number === 0 || number === Arm64Action.LOCAL)
      this.#fail(offset, `there is no label number ${number}`);
    let kind: number = Step.GLOBAL;
    if (number < Arm64Action.FIRST_GLOBAL) kind = number < Arm64Action.LOCAL ? Step.FORWARD : Step.BACKWARD;
    if (record === Record.REL) this.#distance(kind, labelNumber(number), place, offset, record);
    else this.#writer.record(kind, labelNumber(number), offset, record, 0);
  }

  /** One of DynASM's references, which has its place with it. */
  #distance(kind: number, number: number, place: number, offset: number, record: number): void {
    const bytes = placeBytes(place);
    if (bytes > 0) this.#hasInstruction = false;
    else {
      if (!isPlace(place, 0) || place > Place.ADRP) this.#fail(offset, `there is no place ${place}`);
      this.#checkInstruction(offset);
    }
    this.#writer.record(kind, number | place, offset, record, bytes, 0);
  }

  /** A term of a sum: returns its kind of record. */
  #term(): number {
    const record = this.#isSubtracted ? Record.SUBTRACT : Record.ADD;
    this.#isSubtracted = false;
    this.#hasTerms = true;
    return record;
  }

  #place(place: number, offset: number): void {
    if (this.#isSubtracted) this.#fail(offset, 'SUBTRACT does not precede a term');
    this.#hasTerms = false;
    const size = (place >> Place.SIZE_SHIFT) & Place.SIZE_MASK;
    const rest = place & ~(Place.PLACE_MASK | (Place.SIZE_MASK << Place.SIZE_SHIFT));
    const bytes = placeBytes(place);
    const isData = (place & Place.PLACE_MASK) === Place.DATA;
    if (!isPlace(place & Place.PLACE_MASK, size) || (rest !== 0 && !(isData && rest === Place.SIGNED)))
      this.#fail(offset, `there is no place ${place}`);
    if (bytes > 0) this.#hasInstruction = false;
    else this.#checkInstruction(offset);
    const isPool = place === Place.POOL4 || place === Place.POOL8;
    // A load from the pool refers to the label of its literal.
    this.#writer.record(Arm64Step.PLACE, place, offset, isPool ? Record.REL : Record.FIELD, bytes, 0);
  }

  #alignment(mask: number, offset: number, record: number): void {
    if ((mask & (mask + 1)) !== 0 || mask > 0xff) this.#fail(offset, `ALIGN with ${mask}, which is not 2ⁿ−1`);
    this.#hasInstruction = false;
    this.#writer.record(Step.ALIGN, mask, offset, record, mask, 0);
  }

  #word(offset: number): number {
    return this.#actions[offset] ?? this.#fail(this.#start, 'the list ends inside of a chunk');
  }

  #fail(offset: number, text: string): never {
    throw new EncodeError(Status.BAD_LIST | offset, `bad action list: ${text} (offset ${offset})`);
  }
}

/** Can this action stand behind a term? */
function isOfSum(code: number): boolean {
  return code >= EXTENDED + Arm64ExtendedAction.ADD_LG && code <= EXTENDED + Arm64ExtendedAction.PLACE;
}

/** Is there such a place, with this size? */
function isPlace(place: number, size: number): boolean {
  switch (place) {
    case Place.BRANCH26:
    case Place.BRANCH19:
    case Place.BRANCH14:
    case Place.ADR:
    case Place.ADRP:
    case Place.ADDRESS:
    case Place.POOL4:
    case Place.POOL8:
      return size === 0;
    case Place.LO12:
      return size <= 4;
    case Place.DATA:
      return size <= 3;
    default:
      return false;
  }
}

/** Writes the functions for chunks of ARM64, see chunkwriter.ts. */
import { placeBytes } from '../../../../encoder/format/arm64/arm64actionsize.ts';
import * as Arm64ExtendedAction from '../../../../encoder/format/arm64/arm64extendedaction.ts';
import * as Arm64Field from '../../../../encoder/format/arm64/arm64field.ts';
import * as Place from '../../../../encoder/format/arm64/arm64place.ts';
import * as Arm64Step from '../../../../encoder/format/arm64/arm64step.ts';
import * as Step from '../../../../encoder/format/step.ts';
import type { StepReader } from '../../../../encoder/format/stepreader.ts';
import { ChunkWriter, LABELS, UnsupportedChunkError } from './chunkwriter.ts';

/** Bit 24 of a load or store, in its last byte: the offset is scaled. */
const SCALED = 1;

export class Arm64ChunkWriter extends ChunkWriter {
  readonly #actions: Uint32Array;
  /** The name of the value of the last field. */
  #last: string | undefined;
  /** That of the lower half of a value. */
  #low = '';

  constructor(start: number, encoder: string, actions: Uint32Array) {
    super(start, encoder);
    this.#actions = actions;
  }

  /** An instruction stands in one statement, whatever data is in front of it. */
  protected override writeLiterals(word: number, count: number): void {
    if (this.bytes.length % 4 !== 0) this.writeBytes();
    super.writeLiterals(word, count);
  }

  protected override writeAction(step: StepReader): void {
    const { kind, record } = step;
    // It has the bits of the field's size, too.
    const inline = step.inline | (step.fieldBytes << 8);
    const number = inline & Arm64Step.NUMBER_MASK;
    switch (kind) {
      case Step.SECTION:
        return this.require(`Dst.hasSection(${inline})`);
      case Arm64Step.VREG:
        return this.#change(this.addWithin({ low: 0, high: 31 }), inline);
      case Arm64Step.IMM:
        return this.#writeImmediate(inline);
      case Arm64Step.IMM6: {
        const bit = (this.#last = this.addWithin({ low: 0, high: 63 }));
        this.#change(`(${bit} & 31)`, 19);
        return this.#change(`(${bit} >> 5)`, 31);
      }
      // The generic put knows the other forms.
      case Arm64Step.IMM12:
      case Arm64Step.ADD_SUB:
        return this.#change(this.addWithin({ low: 0, high: 4095 }), 10);
      case Arm64Step.MOV_W:
        return this.#change(this.addWithin({ low: 0, high: 0xffff }), 5);
      case Arm64Step.LOW:
        this.#low = this.addParameter();
        return;
      case Arm64Step.MOV_X:
        this.requireWithin(this.#low, { low: 0, high: 0xffff });
        this.require(`${this.addParameter()} === 0`);
        return this.#change(this.#low, 5);
      case Arm64Step.IMML: {
        const offset = this.addWithin({ low: 0, high: 4095 << inline });
        this.#requireMultiple(offset, inline);
        this.#flip(SCALED);
        return this.#change(inline === 0 ? offset : `(${offset} >> ${inline})`, 10);
      }
      case Arm64Step.FIELD:
        return this.#writeField(step.offset);
      case Arm64Step.AGAIN:
        return this.#changeField(this.#actions[step.offset + 1] ?? 0);
      case Arm64Step.VALUE:
        return this.#writeData(inline);
      case Step.EXTERN:
        return this.writeRecord(record, placeBytes(inline), () => String(number));
      case Step.ADDRESS: {
        const address = this.addInteger();
        return this.writeRecord(record, 0, () => `${LABELS}.address(${address})`);
      }
      case Arm64Step.CONSTANT: {
        const constant = (this.#actions[step.offset + 1] ?? 0) | 0;
        return this.writeRecord(record, 0, () => `${LABELS}.address(${constant})`);
      }
      case Arm64Step.PLACE:
        if (inline === Place.POOL4 || inline === Place.POOL8)
          throw new UnsupportedChunkError('a literal pool');
        return this.writeRecord(record, placeBytes(inline), () => '0');
      default:
        return this.writeLabel({ kind, number, record, bytes: placeBytes(inline) });
    }
  }

  /** Changes the instruction in front: `expression << shift` is combined with it by exclusive or. */
  #change(expression: string, shift: number): void {
    this.addTerm(4, expression, shift);
  }

  /** Changes bits of its last byte now. */
  #flip(bits: number): void {
    const last = this.bytes.pop();
    if (last === undefined) throw new UnsupportedChunkError('an instruction that is written already');
    this.bytes.push(last ^ bits);
  }

  #requireMultiple(name: string, scale: number): void {
    if (scale > 0) this.require(`(${name} & ${(1 << scale) - 1}) === 0`);
  }

  /** The action IMM. */
  #writeImmediate(inline: number): void {
    const width = (inline >> 5) & 31;
    const scale = (inline >> 10) & 31;
    const isSigned = (inline & 0x8000) !== 0;
    const low = isSigned ? -(2 ** (width - 1 + scale)) : 0;
    const high = (2 ** (isSigned ? width - 1 : width) - 1) * 2 ** scale;
    if (width === 0 || high > 0x7fff_ffff) throw new UnsupportedChunkError('a field of nearly all bits');
    const name = (this.#last = this.addWithin({ low, high }));
    this.#requireMultiple(name, scale);
    const units = scale === 0 ? name : `(${name} >> ${scale})`;
    this.#change(isSigned ? `(${units} & ${2 ** width - 1})` : units, inline & 31);
  }

  /** The action FIELD with an argument. */
  #writeField(offset: number): void {
    const [how = 0, low = 0, high = 0] = this.#actions.subarray(offset + 1, offset + 4);
    const isBound = (how & (Arm64Field.SUM | Arm64Field.BOUND)) !== 0;
    if (isBound || high > 0x7fff_ffff) throw new UnsupportedChunkError('a field that depends on another one');
    const name = (this.#last = this.addWithin({ low: low | 0, high }));
    this.#requireMultiple(name, (how >> Arm64Field.SCALE_SHIFT) & Arm64Field.SCALE_MASK);
    this.#changeField(how);
  }

  /** What `fieldBits` of arm64field.ts does. */
  #changeField(how: number): void {
    if (this.#last === undefined) throw new UnsupportedChunkError('a field without a value');
    const scale = (how >> Arm64Field.SCALE_SHIFT) & Arm64Field.SCALE_MASK;
    const drop = (how >> Arm64Field.DROP_SHIFT) & Arm64Field.BITS_MASK;
    const bias = how >> Arm64Field.BIAS_SHIFT;
    const mask = -1 >>> (31 - ((how >> Arm64Field.WIDTH_SHIFT) & Arm64Field.BITS_MASK));
    let text = scale === 0 ? this.#last : `(${this.#last} >> ${scale})`;
    if ((how & Arm64Field.MINUS) !== 0) text = `(${bias} - ${text})`;
    else if (bias !== 0) text = `(${text} + ${bias})`;
    if (drop > 0) text = `(${text} >> ${drop})`;
    this.#change(mask === 0xffff_ffff ? text : `(${text} & ${mask})`, how & Arm64Field.BITS_MASK);
  }

  /** The action VALUE, and IMMV. */
  #writeData(inline: number): void {
    const size = inline & Arm64ExtendedAction.SIZE_MASK;
    if (size === Arm64ExtendedAction.WORD_SIZE) {
      const value = this.addInteger();
      this.writeBytes();
      this.writeCall('word', this.offset, value);
      this.offset += 4;
      return;
    }
    const bits = 8 << size;
    const isSigned = (inline & Arm64ExtendedAction.SIGNED) !== 0;
    const high = 2 ** (isSigned ? bits - 1 : bits) - 1;
    const value = this.addWithin({ low: -(2 ** (bits - 1)), high });
    this.addArgumentByte(value, ' & 255');
    if (size === 1) this.addArgumentByte(value, ' >> 8 & 255');
  }
}

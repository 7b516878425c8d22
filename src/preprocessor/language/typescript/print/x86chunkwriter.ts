/** Writes the functions for chunks of x64 and x86, see chunkwriter.ts. */
import { rangeOf } from '../../../../encoder/format/range.ts';
import * as RegisterField from '../../../../encoder/format/registerfield.ts';
import * as Step from '../../../../encoder/format/step.ts';
import type { StepReader } from '../../../../encoder/format/stepreader.ts';
import * as Vreg from '../../../../encoder/format/vreg.ts';
import { ChunkWriter, LABELS, UnsupportedChunkError } from './chunkwriter.ts';
import { registerTerms } from './registerterm.ts';

export class X86ChunkWriter extends ChunkWriter {
  /** Where the last MARK stands: its distance from `p`, or the constant that holds its position. */
  #mark: number | string | undefined;
  /** How many constants hold positions of marks. */
  #markConstants = 0;
  /** Names of the register numbers so far, newest first. */
  #registers: string[] = [];

  protected override writeAction(step: StepReader): void {
    const { kind, inline, fieldBytes, record } = step;
    switch (kind) {
      case Step.SECTION:
        return this.require(`Dst.hasSection(${inline})`);
      case Step.MARK:
        this.#mark = this.offset;
        return;
      case Step.VREG:
      case Step.VREG_LOW:
        return this.#writeRegister(inline, kind);
      case Step.DISP:
      case Step.DISP_SIGNED:
        return this.#writeDisplacement(inline === Step.KEEPS_MARK, inline >> Step.SCALE_SHIFT);
      case Step.REGISTER_8:
      case Step.REGISTER_16:
      case Step.REGISTER_32:
      case Step.REGISTER_MASK:
        return this.#writeRegisterField(inline, kind, fieldBytes);
      case Step.IMM_S:
        return this.addArgumentByte(this.#addArgument(kind), ' & 255');
      case Step.IMM_B:
        return this.addArgumentByte(this.#addArgument(kind), '');
      case Step.IMM_W: {
        const value = this.#addArgument(kind);
        this.addArgumentByte(value, ' & 255');
        return this.addArgumentByte(value, ' >> 8');
      }
      case Step.IMM_D:
      case Step.IMM_D_SIGNED: {
        const value = this.addInteger();
        this.writeBytes();
        this.writeCall('word', this.offset, value);
        this.offset += 4;
        return;
      }
      case Step.IMM_DB:
      case Step.IMM_DB_SIGNED: {
        const opcode = this.#mark === undefined ? this.position(this.offset - 2) : this.#markPosition(-2);
        this.#mark = undefined;
        return this.#movePosition(`s.immediate(${this.position()}, ${opcode}, ${this.addInteger()})`);
      }
      case Step.ADDRESS: {
        // A call of an address is rare: Node's functions are far away.
        if (fieldBytes > 0) throw new UnsupportedChunkError('a distance to an address');
        const address = this.addInteger();
        return this.writeRecord(record, fieldBytes, () => `${LABELS}.address(${address})`);
      }
      case Step.END:
        this.writeBytes();
        return this.writeStatement(`s.endInstruction(${this.position()})`);
      case Step.EXTERN:
      case Step.FIELD:
        return this.writeRecord(record, fieldBytes, () => String(inline));
      default:
        return this.writeLabel({ kind, number: inline, record, bytes: fieldBytes });
    }
  }

  /** Takes the next argument, which must lie in the range of this kind of step; returns its name. */
  #addArgument(kind: number): string {
    const range = rangeOf(kind);
    if (range === undefined) throw new RangeError(`steps of kind ${kind} have no range`);
    return this.addWithin(range);
  }

  /** Assigns the expression to `p`: the code so far ends there. */
  #movePosition(expression: string): void {
    if (typeof this.#mark === 'number') throw new UnsupportedChunkError('a mark in front of what moves');
    this.writeBytes();
    this.writeStatement(`p = ${expression}`);
    this.changesPosition = true;
    this.offset = 0;
  }

  /** A variable register; `kind` is VREG or VREG_LOW. */
  #writeRegister(inline: number, kind: number): void {
    const name = this.#addArgument(kind);
    const prefixAt = Vreg.distanceOf(inline);
    if (Vreg.isIndex(inline)) this.require(`${name} !== 4`);
    const isExtended = kind === Step.VREG && Vreg.hasExtension(inline);
    if (isExtended) this.#extendPrefix(prefixAt, name, inline >> Vreg.EXTENSION_SHIFT);
    // A base with number 4 or 12 needs a SIB byte.
    if (Vreg.isMemory(inline)) this.require(`(${name} & 7) !== 4`);
    this.addTerm(1, isExtended ? `(${name} & 7)` : name, Vreg.shiftOf(inline));
    this.#registers.unshift(name);
    const count = Vreg.countOf(inline);
    if (count > 0) this.#writeOptionalPrefix(prefixAt, count);
  }

  /** Sets a bit of the REX or VEX prefix for a register number above 7. */
  #extendPrefix(prefixAt: number, name: string, field: number): void {
    const prefix = this.bytes[this.bytes.length - prefixAt] ?? 0;
    if (prefix & 0x80) this.addTerm(prefixAt - 1, `(${name} >> 3)`, 5 + field);
    else this.addTerm(prefixAt, `(${name} >> 3)`, field);
  }

  /** A variable register with up to five bits. `prefixAt`: the distance of the EVEX prefix. */
  #writeRegisterField(inline: number, kind: number, prefixAt: number): void {
    const name = this.#addArgument(kind);
    const field = inline & RegisterField.FIELD_MASK;
    if (field === RegisterField.INDEX) this.require(`${name} !== 4`);
    if (field === RegisterField.MEMORY) this.require(`(${name} & 7) !== 4`);
    for (const { back, expression, shift } of registerTerms(
      inline,
      rangeOf(kind)?.high ?? 0,
      name,
      prefixAt,
    )) {
      this.addTerm(back, expression, shift);
    }
  }

  /** Writes the REX prefix only if one of the last `count` registers needs it. */
  #writeOptionalPrefix(prefixAt: number, count: number): void {
    const index = this.bytes.length - prefixAt;
    const prefix = this.bytes[index];
    // The generic put shortens VEX prefixes.
    if (prefix === undefined || prefix & 0x80)
      throw new UnsupportedChunkError('a VEX prefix that may become shorter');
    const word = this.wordText(index, index + 1);
    const behind = this.bytes.slice(index + 1);
    const terms = this.terms.filter(term => term.index > index);
    this.bytes.length = index;
    this.terms = this.terms.filter(term => term.index < index);
    this.offset -= prefixAt;
    this.writeBytes();
    const names = this.#registers.slice(0, count);
    const needed = names.length === 1 ? `${names[0]}` : `(${names.join(' | ')})`;
    this.writeStatement(`if (${needed} > 7) s.word(${this.position()}, ${word}), p++`);
    this.changesPosition = true;
    if (typeof this.#mark === 'number') this.#mark -= 1;
    this.bytes = behind;
    this.terms = terms.map(term => ({ ...term, index: term.index - index - 1 }));
    this.offset += behind.length;
  }

  /** The position that stands `distance` bytes behind the mark. */
  #markPosition(distance: number): string {
    if (typeof this.#mark === 'number') return this.position(this.#mark + distance);
    return `${this.#mark} - ${-distance}`;
  }

  /**
   * A displacement. `keepsMark`: an immediate follows that needs the position of the mark. `scale`: 0, or the
   * s of DISP_SCALED.
   */
  #writeDisplacement(keepsMark: boolean, scale: number): void {
    let modrm = this.#mark === undefined ? this.position(this.offset - 1) : this.#markPosition(-1);
    const name = this.addInteger();
    let mark: string | undefined;
    if (keepsMark) {
      mark = this.#markConstants++ === 0 ? 'm' : `m${this.#markConstants}`;
      this.writeStatement(
        `const ${mark} = ${this.#mark === undefined ? this.position() : this.#markPosition(0)}`,
      );
      modrm = `${mark} - 1`;
    }
    this.#mark = undefined;
    const units = scale === 0 ? '' : `, ${scale}`;
    this.#movePosition(`s.displacement(${this.position()}, ${modrm}, ${name}${units})`);
    this.#mark = mark;
  }
}

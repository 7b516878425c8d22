/**
 * Writes the function for one chunk, which does what the chunk's put does without deciding anything that is
 * known already. Takes the decoded chunk, returns the text of a TypeScript function, or nothing where the
 * generic put has to do it. What the function uses of a state is declared in src/encoder/generated.ts;
 * docs/generated-code.md shows one.
 */
import { FIRST_GLOBAL } from '../../../../encoder/format/action.ts';
import type { Chunks } from '../../../../encoder/format/chunks.ts';
import { rangeOf } from '../../../../encoder/format/range.ts';
import * as RegisterField from '../../../../encoder/format/registerfield.ts';
import * as Step from '../../../../encoder/format/step.ts';
import { StepReader } from '../../../../encoder/format/stepreader.ts';
import * as Vreg from '../../../../encoder/format/vreg.ts';
import { callStart, hexadecimal, positionText } from './functiontext.ts';
import { registerTerms } from './registerterm.ts';

export interface ChunkFunction {
  readonly name: string;
  /** Whole lines. */
  readonly text: string;
}

/** Names of the arguments. They are letters that the function does not use for something else. */
const PARAMETER_NAMES = 'abcdefghijkloqrtuvwxyz';

/**
 * The labels in a function's text. There `Dst` is the part of a state that takes puts, `s` its active
 * section, `p` a position in the section's code.
 */
const LABELS = 'Dst.labels';

/** Larger chunks are data, for the most part, for which a function is long and not faster. */
const MAX_BYTES = 4096;

/** A function defines at most so many pc labels. */
const MAX_UNIQUE_PCS = 4;

/** The chunk has something that functions are not written for, because it is rare or would not be faster. */
class UnsupportedChunkError extends Error {}

/**
 * Writes the function `name` for the chunk at `start` of the list. Returns undefined where the generic put
 * has to do it. `encoder` is the namespace of `dynasm/encoder`.
 */
export function writeFunction(
  name: string,
  chunks: Chunks,
  start: number,
  encoder: string,
): ChunkFunction | undefined {
  try {
    return new FunctionWriter(start, encoder).write(name, new StepReader(chunks, start));
  } catch (error) {
    if (error instanceof UnsupportedChunkError) return undefined;
    throw error;
  }
}

/**
 * A number that changes a byte which is not written yet: `expression << shift` is combined with it by
 * exclusive or.
 */
interface Term {
  /** Of the byte, in `#bytes`. */
  readonly index: number;
  readonly expression: string;
  readonly shift: number;
}

class FunctionWriter {
  readonly #start: number;
  readonly #encoder: string;
  /** Names of the arguments so far. */
  readonly #parameters: string[] = [];
  /** What must hold for the function to do the put itself. */
  readonly #conditions: string[] = [];
  /** Lines of the function. The first three are written last. */
  readonly #text: string[] = ['', '', ''];
  /** Bytes of code that no statement writes yet; they end at `#offset`. */
  #bytes: number[] = [];
  /** What changes these bytes when the function runs. */
  #terms: Term[] = [];
  /** Distance from the variable `p` to the end of the code so far. */
  #offset = 0;
  /** Whether the function changes `p`. */
  #changesPosition = false;
  /** Where the last MARK stands: its distance from `p`, or the constant that holds its position. */
  #mark: number | string | undefined;
  /** How many constants hold positions of marks. */
  #markConstants = 0;
  /** Names of the register numbers so far, newest first. */
  #registers: string[] = [];
  /** Local labels that the chunk itself has referenced forwards: bit n is that of label n. */
  #referenced = 0;
  /** Those that it has defined since it last referenced them forwards. */
  #defined = 0;
  /** The macro labels that the chunk has defined. */
  readonly #definedMacro = new Set<number>();
  /** The global labels that the chunk defines, and the arguments that name the pc labels that it defines. */
  readonly #uniqueLabels = new Set<number>();
  readonly #uniquePcs: string[] = [];
  /** The highest number of a global label that the chunk refers to; 0 if there is none. */
  #highestGlobal = 0;

  constructor(start: number, encoder: string) {
    this.#start = start;
    this.#encoder = encoder;
  }

  /** @throws {UnsupportedChunkError} */
  write(name: string, chunk: StepReader): ChunkFunction {
    if (chunk.maxBytes > MAX_BYTES) throw new UnsupportedChunkError('much data');
    do this.#writeStep(chunk);
    while (chunk.next());
    this.#writeBytes();
    this.#writeStatement(`s.position = ${this.#position()}`);
    if (chunk.kind === Step.SECTION) this.#writeStatement(`Dst.enter(${chunk.inline})`);
    const room = `s.has(${chunk.maxBytes}, ${chunk.recordWords}, ${chunk.lineWords})`;
    const global = this.#highestGlobal > 0 ? [`${LABELS}.namedSize > ${this.#highestGlobal}`] : [];
    const conditions = [room, ...global, ...this.#conditions];
    let names = '';
    let typed = '';
    for (const parameter of this.#parameters) {
      names += `, ${parameter}`;
      typed += `, ${parameter}: ${this.#encoder}.Value`;
    }
    const condition = conditions.length > 1 ? `(${conditions.join(' && ')})` : room;
    const text = this.#text;
    text[0] = `function ${name}(Dst: ${this.#encoder}.PutTarget${typed}) {`;
    text[1] = `  const s = Dst.section${this.#changesPosition ? '; let' : ','} p = s.position;`;
    text[2] = `  if (!${condition}) return Dst.put(${this.#start}${names});`;
    text.push('}\n');
    return { name, text: text.join('\n') };
  }

  #writeStatement(text: string): void {
    this.#text.push(`  ${text};`);
  }

  /** Calls a method of the section with the position at `offset` and one more argument. */
  #writeCall(method: 'line' | 'word', offset: number, argument: string | number): void {
    this.#text.push(`${callStart(method, offset)}${argument});`);
  }

  /** Writes what the put does in the reader's current step. */
  #writeStep(step: StepReader): void {
    const { kind, line, literals, inline, fieldBytes, record } = step;
    // From here on the code comes from another source line.
    if (line !== undefined) this.#writeCall('line', this.#offset, line);
    for (let index = 0, word = step.literalWord; index < literals; index++, word >>= 8) {
      this.#addByte(word & 0xff);
    }
    switch (kind) {
      case Step.NONE:
        return;
      case Step.SECTION:
        return this.#require(`Dst.hasSection(${inline})`);
      case Step.MARK:
        this.#mark = this.#offset;
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
        return this.#addArgumentByte(this.#addArgument(kind), ' & 255');
      case Step.IMM_B:
        return this.#addArgumentByte(this.#addArgument(kind), '');
      case Step.IMM_W: {
        const value = this.#addArgument(kind);
        this.#addArgumentByte(value, ' & 255');
        return this.#addArgumentByte(value, ' >> 8');
      }
      case Step.IMM_D:
      case Step.IMM_D_SIGNED: {
        const value = this.#addInteger();
        this.#writeBytes();
        this.#writeCall('word', this.#offset, value);
        this.#offset += 4;
        return;
      }
      case Step.IMM_DB:
      case Step.IMM_DB_SIGNED: {
        const opcode = this.#mark === undefined ? this.#position(this.#offset - 2) : this.#markPosition(-2);
        this.#mark = undefined;
        return this.#movePosition(`s.immediate(${this.#position()}, ${opcode}, ${this.#addInteger()})`);
      }
      case Step.FORWARD:
        this.#referenced |= 1 << inline;
        this.#defined &= ~(1 << inline);
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.forward(${inline})`);
      case Step.BACKWARD: {
        const bit = 1 << inline;
        if ((this.#referenced & ~this.#defined & bit) !== 0)
          throw new UnsupportedChunkError('a backward reference that always fails');
        if ((this.#defined & bit) === 0) this.#require(`${LABELS}.backward(${inline}) > 0`);
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.backward(${inline})`);
      }
      case Step.GLOBAL:
        this.#highestGlobal = Math.max(this.#highestGlobal, inline);
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.global(${inline})`);
      case Step.PC: {
        const label = this.#addPcLabel();
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.pcReference(${label})`);
      }
      case Step.MACRO_FORWARD:
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.macroForward(${inline})`);
      case Step.MACRO_BACKWARD:
        if (!this.#definedMacro.has(inline)) this.#require(`${LABELS}.macroBackward(${inline}) > 0`);
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.macroBackward(${inline})`);
      case Step.LABEL_MACRO:
        this.#definedMacro.add(inline);
        return this.#writeDefinition(record, 'defineMacro', inline);
      case Step.ADDRESS: {
        // A call of an address is rare: Node's functions are far away.
        if (fieldBytes > 0) throw new UnsupportedChunkError('a distance to an address');
        const address = this.#addInteger();
        return this.#writeRecord(record, fieldBytes, () => `${LABELS}.address(${address})`);
      }
      case Step.END_PROC:
        this.#highestGlobal = Math.max(this.#highestGlobal, inline);
        return this.#writeRecord(record, 0, p => `${LABELS}.place(${p}, Dst.sectionIndex)`);
      case Step.END:
        this.#writeBytes();
        return this.#writeStatement(`s.endInstruction(${this.#position()})`);
      case Step.EXTERN:
      case Step.FIELD:
        return this.#writeRecord(record, fieldBytes, () => String(inline));
      case Step.LABEL:
        // The lists that functions are written for have unique global labels.
        if (inline >= FIRST_GLOBAL) throw new UnsupportedChunkError('a global label that is not unique');
        this.#defined |= 1 << inline;
        return this.#writeDefinition(record, 'define', inline);
      case Step.UNIQUE_LABEL:
        return this.#writeDefinition(record, 'define', this.#addUniqueLabel(inline));
      case Step.UNIQUE_LABEL_PC:
        return this.#writeDefinition(record, 'definePc', this.#addUniquePc());
      default:
        throw new UnsupportedChunkError('a rare action');
    }
  }

  /** Adds a condition of the function. */
  #require(condition: string): void {
    if (!this.#conditions.includes(condition)) this.#conditions.push(condition);
  }

  /** Takes the next argument; returns its name. */
  #addParameter(): string {
    const index = this.#parameters.length;
    if (index >= PARAMETER_NAMES.length) throw new UnsupportedChunkError('many arguments');
    const name = PARAMETER_NAMES.charAt(index);
    this.#parameters.push(name);
    return name;
  }

  /** Takes the next argument, which must lie in the range of this kind of step; returns its name. */
  #addArgument(kind: number): string {
    const range = rangeOf(kind);
    if (range === undefined) throw new RangeError(`steps of kind ${kind} have no range`);
    const name = this.#addParameter();
    this.#require(`${this.#encoder}.isWithin(${name}, ${range.low}, ${range.high})`);
    return name;
  }

  /**
   * Takes the next argument, which must be an integer of 32 bits, signed; returns its name. (The generic put
   * takes larger ones, too.)
   */
  #addInteger(): string {
    const name = this.#addParameter();
    this.#require(`${this.#encoder}.isInt(${name})`);
    return name;
  }

  /** Takes the next argument, which must be a pc label; returns its name. */
  #addPcLabel(): string {
    const name = this.#addParameter();
    this.#require(`${LABELS}.hasPc(${name})`);
    return name;
  }

  /** The chunk defines a global label, which must not be defined already; returns its number. */
  #addUniqueLabel(label: number): number {
    if (this.#uniqueLabels.has(label)) throw new UnsupportedChunkError('a second definition in one chunk');
    this.#uniqueLabels.add(label);
    this.#require(`${LABELS}.canDefine(${label})`);
    return label;
  }

  /** Takes the next argument, which must be a pc label that is not defined already; returns its name. */
  #addUniquePc(): string {
    const name = this.#addParameter();
    // Each pair is a condition.
    if (this.#uniquePcs.length === MAX_UNIQUE_PCS) throw new UnsupportedChunkError('many pc labels');
    this.#require(`${LABELS}.canDefinePc(${name})`);
    for (const other of this.#uniquePcs) this.#require(`${name} !== ${other}`);
    this.#uniquePcs.push(name);
    return name;
  }

  /** The position that stands `offset` bytes behind `p`; by default the end of the code so far. */
  #position(offset: number = this.#offset): string {
    return positionText(offset);
  }

  #addByte(constant: number): void {
    this.#bytes.push(constant);
    this.#offset++;
  }

  /** Adds a byte that is made of `value` and the operation behind it. */
  #addArgumentByte(value: string, operation: string): void {
    this.#addByte(0);
    this.#addTerm(1, operation === '' ? value : `(${value}${operation})`, 0);
  }

  /** Changes the byte that stands `back` bytes in front of the end of the code. */
  #addTerm(back: number, expression: string, shift: number): void {
    const index = this.#bytes.length - back;
    if (index < 0) throw new UnsupportedChunkError('register far from its byte');
    this.#terms.push({ index, expression, shift });
  }

  /** Makes statements that write the bytes collected so far. */
  #writeBytes(): void {
    const { length } = this.#bytes;
    const first = this.#offset - length;
    for (let index = 0; index < length; index += 4) {
      this.#writeCall('word', first + index, this.#wordText(index, index + 4));
    }
    if (length > 0) this.#bytes = [];
    if (this.#terms.length > 0) this.#terms = [];
  }

  /** The bytes from index `from` to `to`, up to four, as the expression of a little-endian word. */
  #wordText(from: number, to: number): string {
    let constant = 0;
    for (let index = Math.min(to, this.#bytes.length) - 1; index >= from; index--) {
      constant = (constant << 8) | (this.#bytes[index] ?? 0);
    }
    let text = '';
    for (const term of this.#terms) {
      if (term.index < from || term.index >= to) continue;
      const shift = term.shift + (term.index - from) * 8;
      text += ` ^ ${term.expression}${shift === 0 ? '' : ` << ${shift}`}`;
    }
    const number = hexadecimal(constant);
    if (text === '') return constant < 0 ? `${number} | 0` : number;
    return constant === 0 ? text.slice(' ^ '.length) : number + text;
  }

  /** Assigns the expression to `p`: the code so far ends there. */
  #movePosition(expression: string): void {
    if (typeof this.#mark === 'number') throw new UnsupportedChunkError('a mark in front of what moves');
    this.#writeBytes();
    this.#writeStatement(`p = ${expression}`);
    this.#changesPosition = true;
    this.#offset = 0;
  }

  /**
   * Leaves a record to `link` and `encode`. `field`: bytes that the reference takes; `value` makes the text
   * of the record's value.
   */
  #writeRecord(word: number, field: number, value: (position: string) => string): void {
    this.#writeBytes();
    this.#offset += field;
    const position = this.#position();
    this.#writeStatement(`s.record(${hexadecimal(word)}, ${value(position)}, ${position})`);
  }

  /** Defines a label here, and leaves a record. */
  #writeDefinition(
    record: number,
    method: 'define' | 'definePc' | 'defineMacro',
    label: number | string,
  ): void {
    this.#writeRecord(record, 0, p => `${LABELS}.${method}(${label}, ${p}, Dst.sectionIndex)`);
  }

  /** A variable register; `kind` is VREG or VREG_LOW. */
  #writeRegister(inline: number, kind: number): void {
    const name = this.#addArgument(kind);
    const prefixAt = Vreg.distanceOf(inline);
    if (Vreg.isIndex(inline)) this.#require(`${name} !== 4`);
    const isExtended = kind === Step.VREG && Vreg.hasExtension(inline);
    if (isExtended) this.#extendPrefix(prefixAt, name, inline >> Vreg.EXTENSION_SHIFT);
    // A base with number 4 or 12 needs a SIB byte.
    if (Vreg.isMemory(inline)) this.#require(`(${name} & 7) !== 4`);
    this.#addTerm(1, isExtended ? `(${name} & 7)` : name, Vreg.shiftOf(inline));
    this.#registers.unshift(name);
    const count = Vreg.countOf(inline);
    if (count > 0) this.#writeOptionalPrefix(prefixAt, count);
  }

  /** Sets a bit of the REX or VEX prefix for a register number above 7. */
  #extendPrefix(prefixAt: number, name: string, field: number): void {
    const prefix = this.#bytes[this.#bytes.length - prefixAt] ?? 0;
    if (prefix & 0x80) this.#addTerm(prefixAt - 1, `(${name} >> 3)`, 5 + field);
    else this.#addTerm(prefixAt, `(${name} >> 3)`, field);
  }

  /** A variable register with up to five bits. `prefixAt`: the distance of the EVEX prefix. */
  #writeRegisterField(inline: number, kind: number, prefixAt: number): void {
    const name = this.#addArgument(kind);
    const field = inline & RegisterField.FIELD_MASK;
    if (field === RegisterField.INDEX) this.#require(`${name} !== 4`);
    if (field === RegisterField.MEMORY) this.#require(`(${name} & 7) !== 4`);
    for (const { back, expression, shift } of registerTerms(
      inline,
      rangeOf(kind)?.high ?? 0,
      name,
      prefixAt,
    )) {
      this.#addTerm(back, expression, shift);
    }
  }

  /** Writes the REX prefix only if one of the last `count` registers needs it. */
  #writeOptionalPrefix(prefixAt: number, count: number): void {
    const index = this.#bytes.length - prefixAt;
    const prefix = this.#bytes[index];
    // The generic put shortens VEX prefixes.
    if (prefix === undefined || prefix & 0x80)
      throw new UnsupportedChunkError('a VEX prefix that may become shorter');
    const word = this.#wordText(index, index + 1);
    const behind = this.#bytes.slice(index + 1);
    const terms = this.#terms.filter(term => term.index > index);
    this.#bytes.length = index;
    this.#terms = this.#terms.filter(term => term.index < index);
    this.#offset -= prefixAt;
    this.#writeBytes();
    const names = this.#registers.slice(0, count);
    const needed = names.length === 1 ? `${names[0]}` : `(${names.join(' | ')})`;
    this.#writeStatement(`if (${needed} > 7) s.word(${this.#position()}, ${word}), p++`);
    this.#changesPosition = true;
    if (typeof this.#mark === 'number') this.#mark -= 1;
    this.#bytes = behind;
    this.#terms = terms.map(term => ({ ...term, index: term.index - index - 1 }));
    this.#offset += behind.length;
  }

  /** The position that stands `distance` bytes behind the mark. */
  #markPosition(distance: number): string {
    if (typeof this.#mark === 'number') return this.#position(this.#mark + distance);
    return `${this.#mark} - ${-distance}`;
  }

  /**
   * A displacement. `keepsMark`: an immediate follows that needs the position of the mark. `scale`: 0, or the
   * s of DISP_SCALED.
   */
  #writeDisplacement(keepsMark: boolean, scale: number): void {
    let modrm = this.#mark === undefined ? this.#position(this.#offset - 1) : this.#markPosition(-1);
    const name = this.#addInteger();
    let mark: string | undefined;
    if (keepsMark) {
      mark = this.#markConstants++ === 0 ? 'm' : `m${this.#markConstants}`;
      this.#writeStatement(
        `const ${mark} = ${this.#mark === undefined ? this.#position() : this.#markPosition(0)}`,
      );
      modrm = `${mark} - 1`;
    }
    this.#mark = undefined;
    const units = scale === 0 ? '' : `, ${scale}`;
    this.#movePosition(`s.displacement(${this.#position()}, ${modrm}, ${name}${units})`);
    this.#mark = mark;
  }
}

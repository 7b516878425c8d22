/**
 * Writes the function for one chunk, which does what the chunk's put does without deciding anything that is
 * known already. `ChunkWriter` has what is the same for every architecture: arguments with their conditions,
 * bytes that wait for a statement, labels and records. A class for each (x86chunkwriter.ts,
 * arm64chunkwriter.ts) adds its kinds of steps. What the function uses of a state is declared in
 * src/encoder/generated.ts; docs/generated-code.md shows one.
 */
import { FIRST_GLOBAL } from '../../../../encoder/format/action.ts';
import type { Range } from '../../../../encoder/format/range.ts';
import * as Step from '../../../../encoder/format/step.ts';
import type { StepReader } from '../../../../encoder/format/stepreader.ts';
import { callStart, hexadecimal, positionText } from './functiontext.ts';

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
export const LABELS = 'Dst.labels';

/** Larger chunks are data, for the most part, for which a function is long and not faster. */
const MAX_BYTES = 4096;

/** A function defines at most so many pc labels. */
const MAX_UNIQUE_PCS = 4;

/** The chunk has something that functions are not written for, because it is rare or would not be faster. */
export class UnsupportedChunkError extends Error {}

/**
 * A number that changes bytes which are not written yet: `expression << shift` is combined with them by
 * exclusive or.
 */
interface Term {
  /** Of the first byte, in `bytes`. */
  readonly index: number;
  readonly expression: string;
  readonly shift: number;
}

/** A reference or definition, as its step says. */
interface LabelStep {
  readonly kind: number;
  readonly number: number;
  /** The first word of its record. */
  readonly record: number;
  /** The bytes that it takes. */
  readonly bytes: number;
}

type Limits = Pick<Range, 'low' | 'high'>;

export abstract class ChunkWriter {
  readonly #start: number;
  readonly #encoder: string;
  /** Names of the arguments so far. */
  readonly #parameters: string[] = [];
  /** What must hold for the function to do the put itself. */
  readonly #conditions: string[] = [];
  /** Lines of the function. The first three are written last. */
  readonly #text: string[] = ['', '', ''];
  /** Bytes of code that no statement writes yet; they end at `offset`. */
  protected bytes: number[] = [];
  /** What changes these bytes when the function runs. */
  protected terms: Term[] = [];
  /** Distance from the variable `p` to the end of the code so far. */
  protected offset = 0;
  /** Whether the function changes `p`. */
  protected changesPosition = false;
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

  /** Writes what the put does in the reader's current step, but for its line and literal bytes. */
  protected abstract writeAction(step: StepReader): void;

  /** @throws {UnsupportedChunkError} */
  write(name: string, chunk: StepReader): ChunkFunction {
    if (chunk.maxBytes > MAX_BYTES) throw new UnsupportedChunkError('much data');
    do this.#writeStep(chunk);
    while (chunk.next());
    this.writeBytes();
    this.writeStatement(`s.position = ${this.position()}`);
    if (chunk.kind === Step.SECTION) this.writeStatement(`Dst.enter(${chunk.inline})`);
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
    text[1] = `  const s = Dst.section${this.changesPosition ? '; let' : ','} p = s.position;`;
    text[2] = `  if (!${condition}) return Dst.put(${this.#start}${names});`;
    text.push('}\n');
    return { name, text: text.join('\n') };
  }

  protected writeStatement(text: string): void {
    this.#text.push(`  ${text};`);
  }

  /** Calls a method of the section with the position at `offset` and one more argument. */
  protected writeCall(method: 'line' | 'word', offset: number, argument: string | number): void {
    this.#text.push(`${callStart(method, offset)}${argument});`);
  }

  #writeStep(step: StepReader): void {
    const { line, literals } = step;
    // From here on the code comes from another source line.
    if (line !== undefined) this.writeCall('line', this.offset, line);
    if (literals > 0) this.writeLiterals(step.literalWord, literals);
    if (step.kind !== Step.NONE) this.writeAction(step);
  }

  /** Adds literal bytes, the lowest of the word first. */
  protected writeLiterals(word: number, count: number): void {
    for (let index = 0, rest = word; index < count; index++, rest >>= 8) this.addByte(rest & 0xff);
  }

  /** A reference to a label, or its definition. */
  protected writeLabel({ kind, number, record, bytes }: LabelStep): void {
    switch (kind) {
      case Step.FORWARD:
        this.#referenced |= 1 << number;
        this.#defined &= ~(1 << number);
        return this.writeRecord(record, bytes, () => `${LABELS}.forward(${number})`);
      case Step.BACKWARD: {
        const bit = 1 << number;
        if ((this.#referenced & ~this.#defined & bit) !== 0)
          throw new UnsupportedChunkError('a backward reference that always fails');
        if ((this.#defined & bit) === 0) this.require(`${LABELS}.backward(${number}) > 0`);
        return this.writeRecord(record, bytes, () => `${LABELS}.backward(${number})`);
      }
      case Step.GLOBAL:
        this.#highestGlobal = Math.max(this.#highestGlobal, number);
        return this.writeRecord(record, bytes, () => `${LABELS}.global(${number})`);
      case Step.PC: {
        const label = this.#addPcLabel();
        return this.writeRecord(record, bytes, () => `${LABELS}.pcReference(${label})`);
      }
      case Step.MACRO_FORWARD:
        return this.writeRecord(record, bytes, () => `${LABELS}.macroForward(${number})`);
      case Step.MACRO_BACKWARD:
        if (!this.#definedMacro.has(number)) this.require(`${LABELS}.macroBackward(${number}) > 0`);
        return this.writeRecord(record, bytes, () => `${LABELS}.macroBackward(${number})`);
      case Step.LABEL_MACRO:
        this.#definedMacro.add(number);
        return this.#writeDefinition(record, 'defineMacro', number);
      case Step.END_PROC:
        this.#highestGlobal = Math.max(this.#highestGlobal, number);
        return this.writeRecord(record, 0, p => `${LABELS}.place(${p}, Dst.sectionIndex)`);
      case Step.LABEL:
        // The lists that functions are written for have unique global labels.
        if (number >= FIRST_GLOBAL) throw new UnsupportedChunkError('a global label that is not unique');
        this.#defined |= 1 << number;
        return this.#writeDefinition(record, 'define', number);
      case Step.UNIQUE_LABEL:
        return this.#writeDefinition(record, 'define', this.#addUniqueLabel(number));
      case Step.UNIQUE_LABEL_PC:
        return this.#writeDefinition(record, 'definePc', this.#addUniquePc());
      default:
        throw new UnsupportedChunkError('a rare action');
    }
  }

  /** Adds a condition of the function. */
  protected require(condition: string): void {
    if (!this.#conditions.includes(condition)) this.#conditions.push(condition);
  }

  /** Takes the next argument; returns its name. */
  protected addParameter(): string {
    const index = this.#parameters.length;
    if (index >= PARAMETER_NAMES.length) throw new UnsupportedChunkError('many arguments');
    const name = PARAMETER_NAMES.charAt(index);
    this.#parameters.push(name);
    return name;
  }

  /** Takes the next argument, which must lie in a range; returns its name. */
  protected addWithin(range: Limits): string {
    const name = this.addParameter();
    this.requireWithin(name, range);
    return name;
  }

  protected requireWithin(name: string, { low, high }: Limits): void {
    this.require(`${this.#encoder}.isWithin(${name}, ${low}, ${high})`);
  }

  /**
   * Takes the next argument, which must be an integer of 32 bits, signed; returns its name. (The generic put
   * takes larger ones, too.)
   */
  protected addInteger(): string {
    const name = this.addParameter();
    this.require(`${this.#encoder}.isInt(${name})`);
    return name;
  }

  /** Takes the next argument, which must be a pc label; returns its name. */
  #addPcLabel(): string {
    const name = this.addParameter();
    this.require(`${LABELS}.hasPc(${name})`);
    return name;
  }

  /** The chunk defines a global label, which must not be defined already; returns its number. */
  #addUniqueLabel(label: number): number {
    if (this.#uniqueLabels.has(label)) throw new UnsupportedChunkError('a second definition in one chunk');
    this.#uniqueLabels.add(label);
    this.require(`${LABELS}.canDefine(${label})`);
    return label;
  }

  /** Takes the next argument, which must be a pc label that is not defined already; returns its name. */
  #addUniquePc(): string {
    const name = this.addParameter();
    // Each pair is a condition.
    if (this.#uniquePcs.length === MAX_UNIQUE_PCS) throw new UnsupportedChunkError('many pc labels');
    this.require(`${LABELS}.canDefinePc(${name})`);
    for (const other of this.#uniquePcs) this.require(`${name} !== ${other}`);
    this.#uniquePcs.push(name);
    return name;
  }

  /** The position that stands `offset` bytes behind `p`; by default the end of the code so far. */
  protected position(offset: number = this.offset): string {
    return positionText(offset);
  }

  protected addByte(constant: number): void {
    this.bytes.push(constant);
    this.offset++;
  }

  /** Adds a byte that is made of `value` and the operation behind it. */
  protected addArgumentByte(value: string, operation: string): void {
    this.addByte(0);
    this.addTerm(1, operation === '' ? value : `(${value}${operation})`, 0);
  }

  /** Changes the byte that stands `back` bytes in front of the end of the code. */
  protected addTerm(back: number, expression: string, shift: number): void {
    const index = this.bytes.length - back;
    if (index < 0) throw new UnsupportedChunkError('register far from its byte');
    this.terms.push({ index, expression, shift });
  }

  /** Makes statements that write the bytes collected so far. */
  protected writeBytes(): void {
    const { length } = this.bytes;
    const first = this.offset - length;
    for (let index = 0; index < length; index += 4) {
      this.writeCall('word', first + index, this.wordText(index, index + 4));
    }
    if (length > 0) this.bytes = [];
    if (this.terms.length > 0) this.terms = [];
  }

  /** The bytes from index `from` to `to`, up to four, as the expression of a little-endian word. */
  protected wordText(from: number, to: number): string {
    let constant = 0;
    for (let index = Math.min(to, this.bytes.length) - 1; index >= from; index--) {
      constant = (constant << 8) | (this.bytes[index] ?? 0);
    }
    let text = '';
    for (const term of this.terms) {
      if (term.index < from || term.index >= to) continue;
      const shift = term.shift + (term.index - from) * 8;
      text += ` ^ ${term.expression}${shift === 0 ? '' : ` << ${shift}`}`;
    }
    const number = hexadecimal(constant);
    if (text === '') return constant < 0 ? `${number} | 0` : number;
    return constant === 0 ? text.slice(' ^ '.length) : number + text;
  }

  /**
   * Leaves a record to `link` and `encode`. `field`: bytes that the reference takes; `value` makes the text
   * of the record's value.
   */
  protected writeRecord(word: number, field: number, value: (position: string) => string): void {
    this.writeBytes();
    this.offset += field;
    const position = this.position();
    this.writeStatement(`s.record(${hexadecimal(word)}, ${value(position)}, ${position})`);
  }

  /** Defines a label here, and leaves a record. */
  #writeDefinition(
    record: number,
    method: 'define' | 'definePc' | 'defineMacro',
    label: number | string,
  ): void {
    this.writeRecord(record, 0, p => `${LABELS}.${method}(${label}, ${p}, Dst.sectionIndex)`);
  }
}

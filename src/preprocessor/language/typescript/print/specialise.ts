/**
 * Writes the function that does what a put of one chunk does, straight on: in flow the decoded chunks, out flows the text of
 * a TypeScript function, or nothing where the generic put has to do it. What the function uses of a state is declared in
 * src/encoder/generated.ts; docs/generated-code.md shows one.
 */
import { FIRST_GLOBAL } from '../../../../encoder/format/action.ts';
import type { DecodedChunks } from '../../../../encoder/format/decoder.ts';
import { rangeOf } from '../../../../encoder/format/range.ts';
import * as Step from '../../../../encoder/format/step.ts';
import { StepReader } from '../../../../encoder/format/stepreader.ts';
import * as Vreg from '../../../../encoder/format/vreg.ts';

/** A value, shifted to the left, that changes (exclusive or) the byte of the run with that index. */
interface Term {
  readonly index: number;
  readonly text: string;
  readonly shift: number;
}

/** Names in a function. `Dst` is the state, `s` its section, arguments are `a`, `b`, … */
const LABELS = 'Dst.labels';

export interface ChunkFunction {
  readonly name: string;
  /** Whole lines. */
  readonly text: string;
  /** How many they are. */
  readonly lines: number;
}

function positionText(offset: number): string {
  if (offset === 0) return 'p';
  return offset < 0 ? `p - ${-offset}` : `p + ${offset}`;
}

/** Start of the statement that calls a method of the section with a position. */
function startOf(method: string, offset: number): string {
  return `  s.${method}(${positionText(offset)}, `;
}

/** Texts for the offsets that nearly all are: half of the statements begin so. */
const OFFSETS = Array.from({ length: 64 }, (_, offset) => offset);
const POSITIONS = OFFSETS.map(positionText);
const STARTS = {
  line: OFFSETS.map(offset => startOf('line', offset)),
  word: OFFSETS.map(offset => startOf('word', offset)),
};

/** Marks a chunk that no function is written for. */
class Unsuited extends Error {}

class FunctionWriter {
  readonly #start: number;
  readonly #encoder: string;
  readonly #parameters: string[] = [];
  /** What must hold for the function to go on. */
  readonly #conditions: string[] = [];
  /** Lines of the function. The first three are written last. */
  readonly #text: string[] = ['', '', ''];
  /** Bytes of code that no statement has been made for yet; they end at `#offset`. */
  #run: number[] = [];
  /** What changes them. */
  #terms: Term[] = [];
  /** Distance from the variable `p` to the end of the code so far. */
  #offset = 0;
  /** `p` is assigned to. */
  #moves = false;
  /** Position of the MARK, relative to `p`; or the variable that holds it. */
  #mark: number | string | undefined;
  #marks = 0;
  /** The last registers, newest first. */
  #registers: string[] = [];
  /** Local labels that the chunk itself has referenced forwards, or defined: bits by number. */
  #referenced = 0;
  #defined = 0;
  #highestGlobal = 0;

  constructor(start: number, encoder: string) {
    this.#start = start;
    this.#encoder = encoder;
  }

  /** The function `name`. */
  write(name: string, chunk: StepReader): ChunkFunction {
    do this.#step(chunk);
    while (chunk.next());
    this.#flush();
    this.#statement(`s.position = ${this.#at()}`);
    if (chunk.kind === Step.SECTION) this.#statement(`Dst.enter(${chunk.inline})`);
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
    text[1] = `  const s = Dst.section${this.#moves ? '; let' : ','} p = s.position;`;
    text[2] = `  if (!${condition}) return Dst.put(${this.#start}${names});`;
    text.push('}\n');
    return { name, text: text.join('\n'), lines: text.length };
  }

  #statement(text: string): void {
    this.#text.push(`  ${text};`);
  }

  /** Calls a method of the section with a position and something more. */
  #call(method: keyof typeof STARTS, offset: number, argument: string | number): void {
    this.#text.push(`${STARTS[method][offset] ?? startOf(method, offset)}${argument});`);
  }

  #step(step: StepReader): void {
    const { kind, line, literals, inline, fieldBytes, record } = step;
    // The code from here on comes from another source line.
    if (line !== undefined) this.#call('line', this.#offset, line);
    for (let index = 0; index < literals; index++) this.#byte(step.literal(index));
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
        return this.#register(inline, kind);
      case Step.DISP:
      case Step.DISP_SIGNED:
        return this.#displacement(inline === 1);
      case Step.IMM_S:
        return this.#byteOf(this.#argument(kind), ' & 255');
      case Step.IMM_B:
        return this.#byteOf(this.#argument(kind), '');
      case Step.IMM_W: {
        const value = this.#argument(kind);
        this.#byteOf(value, ' & 255');
        return this.#byteOf(value, ' >> 8');
      }
      case Step.IMM_D:
      case Step.IMM_D_SIGNED: {
        const value = this.#integer();
        this.#flush();
        this.#call('word', this.#offset, value);
        this.#offset += 4;
        return;
      }
      case Step.IMM_DB:
      case Step.IMM_DB_SIGNED: {
        const opcode = this.#mark === undefined ? this.#at(this.#offset - 2) : this.#marked(-2);
        this.#mark = undefined;
        return this.#move(`s.immediate(${this.#at()}, ${opcode}, ${this.#integer()})`);
      }
      case Step.FORWARD:
        this.#referenced |= 1 << inline;
        this.#defined &= ~(1 << inline);
        return this.#record(record, fieldBytes, () => `${LABELS}.forward(${inline})`);
      case Step.BACKWARD: {
        const bit = 1 << inline;
        if ((this.#referenced & ~this.#defined & bit) !== 0) throw new Unsuited('never right');
        if ((this.#defined & bit) === 0) this.#require(`${LABELS}.backward(${inline}) > 0`);
        return this.#record(record, fieldBytes, () => `${LABELS}.backward(${inline})`);
      }
      case Step.GLOBAL:
        this.#highestGlobal = Math.max(this.#highestGlobal, inline);
        return this.#record(record, fieldBytes, () => `${LABELS}.global(${inline})`);
      case Step.PC: {
        const label = this.#pcLabel();
        return this.#record(record, fieldBytes, () => `${LABELS}.pcReference(${label})`);
      }
      case Step.EXTERN:
        return this.#record(record, fieldBytes, () => String(inline));
      case Step.LABEL:
        if (inline < FIRST_GLOBAL) this.#defined |= 1 << inline;
        else this.#highestGlobal = Math.max(this.#highestGlobal, inline);
        return this.#record(record, fieldBytes, p => `${LABELS}.define(${inline}, ${p}, Dst.sectionIndex)`);
      case Step.LABEL_PC: {
        const label = this.#pcLabel();
        return this.#record(record, fieldBytes, p => `${LABELS}.definePc(${label}, ${p}, Dst.sectionIndex)`);
      }
      default:
        throw new Unsuited('rare');
    }
  }

  #require(condition: string): void {
    if (!this.#conditions.includes(condition)) this.#conditions.push(condition);
  }

  #parameter(): string {
    const index = this.#parameters.length;
    if (index >= PARAMETERS.length) throw new Unsuited('many arguments');
    const name = PARAMETERS.charAt(index);
    this.#parameters.push(name);
    return name;
  }

  /** An argument in the range of this kind of step. */
  #argument(kind: number): string {
    const range = rangeOf(kind);
    if (range === undefined) throw new RangeError(`steps of kind ${kind} have no range`);
    const name = this.#parameter();
    this.#require(`${this.#encoder}.isWithin(${name}, ${range.low}, ${range.high})`);
    return name;
  }

  /** An argument of 32 bits, signed: the generic put takes larger ones. */
  #integer(): string {
    const name = this.#parameter();
    this.#require(`${this.#encoder}.isInt(${name})`);
    return name;
  }

  #pcLabel(): string {
    const name = this.#parameter();
    this.#require(`${LABELS}.hasPc(${name})`);
    return name;
  }

  /** The position at an offset from `p`. */
  #at(offset: number = this.#offset): string {
    return POSITIONS[offset] ?? positionText(offset);
  }

  #byte(constant: number): void {
    this.#run.push(constant);
    this.#offset++;
  }

  #byteOf(value: string, cut: string): void {
    this.#byte(0);
    this.#change(1, cut === '' ? value : `(${value}${cut})`, 0);
  }

  /** Changes the byte so far back from the end of the code. */
  #change(back: number, text: string, shift: number): void {
    const index = this.#run.length - back;
    if (index < 0) throw new Unsuited('register far from its byte');
    this.#terms.push({ index, text, shift });
  }

  /** Makes statements for the code at hand. */
  #flush(): void {
    const { length } = this.#run;
    const first = this.#offset - length;
    for (let index = 0; index < length; index += 4) {
      this.#call('word', first + index, this.#word(index, index + 4));
    }
    if (length > 0) this.#run = [];
    if (this.#terms.length > 0) this.#terms = [];
  }

  /** Up to four bytes of the run as the expression of a little-endian word. */
  #word(from: number, to: number): string {
    let constant = 0;
    for (let index = Math.min(to, this.#run.length) - 1; index >= from; index--) {
      constant = (constant << 8) | (this.#run[index] ?? 0);
    }
    let text = '';
    for (const term of this.#terms) {
      if (term.index < from || term.index >= to) continue;
      const shift = term.shift + (term.index - from) * 8;
      text += ` ^ ${term.text}${shift === 0 ? '' : ` << ${shift}`}`;
    }
    const number = hexadecimal(constant);
    if (text === '') return constant < 0 ? `${number} | 0` : number;
    return constant === 0 ? text.slice(' ^ '.length) : number + text;
  }

  /** The code ends at what the expression gives. */
  #move(expression: string): void {
    if (typeof this.#mark === 'number') throw new Unsuited('a mark in front of what moves');
    this.#flush();
    this.#statement(`p = ${expression}`);
    this.#moves = true;
    this.#offset = 0;
  }

  #record(word: number, field: number, instance: (position: string) => string): void {
    this.#flush();
    this.#offset += field;
    const at = this.#at();
    this.#statement(`s.record(${hexadecimal(word)}, ${instance(at)}, ${at})`);
  }

  /** A variable register; `kind` is VREG or VREG_LOW. */
  #register(inline: number, kind: number): void {
    const name = this.#argument(kind);
    const prefixAt = Vreg.distanceOf(inline);
    if (Vreg.isIndex(inline)) this.#require(`${name} !== 4`);
    const isExtended = kind === Step.VREG && Vreg.hasExtension(inline);
    if (isExtended) this.#extend(prefixAt, name, inline >> Vreg.EXTENSION_SHIFT);
    // A base with number 4 or 12 needs a SIB byte.
    if (Vreg.isMemory(inline)) this.#require(`(${name} & 7) !== 4`);
    this.#change(1, isExtended ? `(${name} & 7)` : name, Vreg.shiftOf(inline));
    this.#registers.unshift(name);
    const count = Vreg.countOf(inline);
    if (count > 0) this.#dropPrefix(prefixAt, count);
  }

  /** The bit of a REX or VEX prefix for a number above 7. */
  #extend(prefixAt: number, name: string, field: number): void {
    const prefix = this.#run[this.#run.length - prefixAt] ?? 0;
    if (prefix & 0x80) this.#change(prefixAt - 1, `(${name} >> 3)`, 5 + field);
    else this.#change(prefixAt, `(${name} >> 3)`, field);
  }

  /** The REX prefix is only written if one of the last registers needs it. */
  #dropPrefix(prefixAt: number, count: number): void {
    const index = this.#run.length - prefixAt;
    const prefix = this.#run[index];
    // VEX prefixes would be shortened.
    if (prefix === undefined || prefix & 0x80) throw new Unsuited('VEX');
    const word = this.#word(index, index + 1);
    const behind = this.#run.slice(index + 1);
    const terms = this.#terms.filter(term => term.index > index);
    this.#run.length = index;
    this.#terms = this.#terms.filter(term => term.index < index);
    this.#offset -= prefixAt;
    this.#flush();
    const names = this.#registers.slice(0, count);
    const needed = names.length === 1 ? `${names[0]}` : `(${names.join(' | ')})`;
    this.#statement(`if (${needed} > 7) s.word(${this.#at()}, ${word}), p++`);
    this.#moves = true;
    if (typeof this.#mark === 'number') this.#mark -= 1;
    this.#run = behind;
    this.#terms = terms.map(term => ({ ...term, index: term.index - index - 1 }));
    this.#offset += behind.length;
  }

  /** The position of the mark and `distance`, as text. */
  #marked(distance: number): string {
    if (typeof this.#mark === 'number') return this.#at(this.#mark + distance);
    return `${this.#mark} - ${-distance}`;
  }

  /** `keepsMark`: an immediate follows that needs it. */
  #displacement(keepsMark: boolean): void {
    let modrm = this.#mark === undefined ? this.#at(this.#offset - 1) : this.#marked(-1);
    const name = this.#integer();
    let mark: string | undefined;
    if (keepsMark) {
      mark = this.#marks++ === 0 ? 'm' : `m${this.#marks}`;
      this.#statement(`const ${mark} = ${this.#mark === undefined ? this.#at() : this.#marked(0)}`);
      modrm = `${mark} - 1`;
    }
    this.#mark = undefined;
    this.#move(`s.displacement(${this.#at()}, ${modrm}, ${name})`);
    this.#mark = mark;
  }
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 32 bits as an unsigned literal. `toString(16)` takes three times as long. */
function hexadecimal(word: number): string {
  let text = '';
  let rest = word >>> 0;
  for (; rest > 255; rest >>>= 8) text = BYTES[rest & 255] + text;
  return `0x${rest.toString(16)}${text}`;
}

/** Names of arguments: none that a function has for something else. */
const PARAMETERS = 'abcdefghijkloqrtuvwxyz';

/**
 * The function `name` for the chunk at `start`; undefined where the generic put does as well, or the chunk has what is rare.
 * `encoder` names the namespace of `dynasm/encoder`.
 */
export function specialise(
  name: string,
  chunks: DecodedChunks,
  start: number,
  encoder: string,
): ChunkFunction | undefined {
  try {
    return new FunctionWriter(start, encoder).write(name, new StepReader(chunks, start));
  } catch (error) {
    if (error instanceof Unsuited) return undefined;
    throw error;
  }
}

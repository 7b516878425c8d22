/**
 * A model of the encoder for ARM64: three passes over lists of elements, slow and obvious, with words and
 * addresses as bigints. It uses nothing of src, and reads words of the action list as the comments of
 * arm64action.ts and arm64extendedaction.ts say. Takes a program, returns its outcome.
 */
import {
  addBits,
  BIT_MASKS,
  byteMask,
  FLOATS,
  moveBits,
  offsetBits,
  splitBits,
  twice,
} from './arm64modelimmediate.ts';
import type { Outcome, Program } from './encoderprogram.ts';
import { ModelError } from './modelelement.ts';

interface Label {
  element?: Element;
  address?: bigint;
  /** The index of a global label that nothing defines. */
  external?: number;
}

interface Term {
  readonly sign: bigint;
  readonly label?: Label;
  readonly extern?: number;
  readonly value?: bigint;
}

/** Where something goes: the upper five bits of a place, and the rest of it. */
interface Target {
  readonly place: number;
  readonly offset: number;
  readonly terms: readonly Term[];
}

interface Element {
  kind: 'instruction' | 'data' | 'label' | 'align';
  readonly offset: number;
  /** Of an instruction. */
  word: bigint;
  /** Of data: the bytes, or how many a sum has. */
  bytes: readonly number[];
  size: number;
  target?: Target;
  label?: Label;
  global?: number;
  procedure?: number;
  mask: number;
  filler?: number;
  /** Source lines that begin here. */
  readonly lines: number[];
  /** The offset in the code where it ends. */
  final: number;
}

interface Literal {
  readonly bytes: number;
  readonly key: string;
  readonly target: Target;
  readonly label: Label;
}

const INT = [-(2 ** 31), 2 ** 31 - 1] as const;
const WORD = [-(2 ** 31), 2 ** 32 - 1] as const;

export function runArm64Model(program: Program): Outcome {
  const model = new Model(program);
  let pcCount = 0;
  try {
    for (const call of program.calls) {
      if (call.do === 'put') model.put(call.start, call.arguments);
      else if (call.do === 'checkStep') model.checkStep(call.section);
      else model.pcCount = pcCount = call.count;
    }
    model.link();
    const code = model.encode();
    return {
      status: '0',
      code: Buffer.from(code).toString('hex'),
      globals: model.globals,
      pcLabels: Array.from({ length: pcCount }, (_, pc) => model.pcOffset(pc)),
      lines: model.codeLines(),
      procedures: model.procedures(),
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const status = error.status.toString(16);
    return { status, code: '', globals: [], pcLabels: [], lines: [], procedures: [] };
  }
}

class Model {
  readonly globals: bigint[];
  pcCount = 0;
  readonly #program: Program;
  /** The numbers of lines by the offset of their first action. */
  readonly #lines: ReadonlyMap<number, number>;
  readonly #sections: Element[][];
  readonly #pools: Literal[][];
  readonly #labelNumbers = new Map<Label, number>();
  #current = 0;
  readonly #defined = new Map<string, Label>();
  readonly #waiting = new Map<string, Label>();
  /** The elements of the current put, and its arguments. */
  #elements: Element[] = [];
  #queue: (number | bigint)[] = [];

  constructor(program: Program) {
    this.#program = program;
    this.#lines = new Map(program.lines.map((offset, index) => [offset, index + 1]));
    this.#sections = Array.from({ length: program.sections }, () => []);
    this.#pools = Array.from({ length: program.sections }, () => []);
    this.globals = Array.from({ length: program.globals }, (_, i) => program.globalBase + 16n * BigInt(i));
  }

  checkStep(section: number): void {
    for (let label = 1; label <= 9; label++) {
      if (this.#waiting.has(`${label}`)) throw new ModelError(0x21000000 | label);
      this.#defined.delete(`${label}`);
    }
    this.#checkMacroLabels();
    for (let label = 0; label < this.#program.macroLabels; label++) this.#defined.delete(`%${label}`);
    if (section >= 0 && section !== this.#current) throw new ModelError(0x03000000 | this.#current);
  }

  /** Pass 1: makes elements of a chunk. */
  put(start: number, values: readonly (number | bigint)[]): void {
    this.#queue = [...values];
    this.#elements = [];
    const { actions, lines } = this.#program;
    let terms: Term[] = [];
    let sign = 1n;
    /** The value of the last field. */
    let last = 0;
    for (let at = start; ;) {
      const offset = at;
      const word = actions[at++]!;
      // A put has a line record at its start, also where no line starts.
      if (offset === start || this.#lines.has(offset)) {
        const line = this.#lines.get(offset) ?? lines.filter(each => each <= offset).length;
        if (line > 0) this.#element('data', offset).lines.push(line);
      }
      const [upper, lower] = [Math.floor(word / 0x10000), word % 0x10000];
      const place = lower & 0xf800;
      const number = lower & 0x7ff;
      const change = (bits: bigint | undefined, status = 0x11000000): void => {
        if (bits === undefined) throw new ModelError(status | offset);
        const instruction = this.#elements.findLast(({ kind }) => kind === 'instruction')!;
        instruction.word ^= BigInt.asUintN(32, bits);
      };
      const integer = ([low, high]: readonly [number, number] = INT, status = 0x11000000): number => {
        const value = Number(this.#queue.shift());
        if (!Number.isInteger(value) || value < low || value > high) throw new ModelError(status | offset);
        return value;
      };
      const halves = (): bigint => {
        const low = BigInt.asUintN(32, BigInt(integer(WORD)));
        return (BigInt.asUintN(32, BigInt(integer(WORD))) << 32n) | low;
      };
      const refer = (label: Label): void => this.#refer(place, offset, { sign: 1n, label });
      const term = (added: Omit<Term, 'sign'>): void => {
        terms.push({ sign, ...added });
        sign = 1n;
      };
      switch (upper) {
        case 0:
          return this.#commit();
        case 1:
          if (lower >= this.#program.sections) throw new ModelError(0x12000000 | offset);
          this.#commit();
          this.#current = lower;
          return;
        case 3:
          this.#refer(place, offset, { sign: 1n, extern: number });
          break;
        case 4:
          this.#element('align', offset).mask = lower;
          break;
        case 5:
          refer(this.#reference(number, offset));
          break;
        case 6:
          if (number < 20) this.#define(`${number - 10}`, offset);
          else {
            this.#checkGlobal(number, offset);
            this.#defineOnce(`->${number}`, offset).global = number - 20;
          }
          break;
        case 7:
          refer(this.#pc(offset));
          break;
        case 8:
          this.#defineOnce(this.#pcName(offset), offset);
          break;
        case 9:
          this.#refer(place, offset, { sign: 1n, value: halves() });
          break;
        case 10: {
          const [shift, width, scale] = [lower & 31, (lower >> 5) & 31, 2 ** ((lower >> 10) & 31)];
          const isSigned = lower >= 0x8000;
          const value = integer();
          last = value;
          const units = value / scale;
          const [low, high] = isSigned ? [-(2 ** (width - 1)), 2 ** (width - 1)] : [0, 2 ** width];
          const fits = Number.isInteger(units) && units >= low && units < high;
          change(fits ? BigInt.asUintN(width, BigInt(units)) << BigInt(shift) : undefined);
          break;
        }
        case 11: {
          const bit = (last = integer());
          const bits = ((BigInt(bit) & 31n) << 19n) | ((BigInt(bit) >> 5n) << 31n);
          change(bit >= 0 && bit < 64 ? bits : undefined);
          break;
        }
        case 12:
          change(addBits(integer()));
          break;
        case 13:
          change(shifted(BIT_MASKS.get(twice(BigInt(integer(WORD)))), 10n));
          break;
        case 14:
          change(shifted(BIT_MASKS.get(halves()), 10n));
          break;
        case 15:
          change(offsetBits(integer(), 2 ** (lower & 3)));
          break;
        case 16:
          this.#element('instruction', offset).word = BigInt.asUintN(32, BigInt(integer(WORD)));
          break;
        case 17: {
          const register = integer(INT, 0x16000000);
          const bits = register >= 0 && register < 32 ? BigInt(register) << BigInt(lower) : undefined;
          change(bits, 0x16000000);
          break;
        }
        case 2: {
          const parameter = lower >> 5;
          switch (lower & 31) {
            case 0:
              this.#element('instruction', offset).word = BigInt(actions[at++]!);
              break;
            case 1: {
              const how = actions[at++]!;
              const flag = (bit: number): boolean => ((how >> bit) & 1) === 1;
              const status = flag(23) ? 0x16000000 : 0x11000000;
              const scale = 2 ** ((how >> 10) & 15);
              if (!flag(20)) {
                const [low, high] = [actions[at++]! | 0, actions[at++]!];
                const value = integer([low, high], status);
                if (value % scale !== 0 || (flag(22) && value + last > high))
                  throw new ModelError(status | offset);
                last = flag(21) ? value + last : value;
              }
              const [position, width] = [how & 31, ((how >> 5) & 31) + 1];
              const units = BigInt(Math.floor(last / scale));
              const biased = BigInt(how >> 24) + (flag(19) ? -units : units);
              const field = BigInt.asUintN(width, biased >> BigInt((how >> 14) & 31));
              change(field << BigInt(position));
              break;
            }
            case 2:
              change(moveBits(BigInt(integer(WORD)), 32));
              break;
            case 3:
              change(moveBits(halves(), 64));
              break;
            case 4: {
              const value = integer();
              const bits = addBits(value) ?? shifted(addBits(-value), 0n);
              change(value < 0 && bits !== undefined ? bits ^ (1n << 30n) : bits);
              break;
            }
            case 5: {
              const bits = FLOATS.get(Number(this.#queue.shift()));
              change(parameter === 0 ? shifted(bits, 13n) : bits === undefined ? bits : splitBits(bits));
              break;
            }
            case 6: {
              const bits = byteMask(halves());
              change(bits === undefined ? bits : splitBits(bits));
              break;
            }
            case 7:
              change(offsetBits(integer(), 2 ** parameter));
              break;
            case 8:
              this.#define(`%${this.#macroNumber(parameter, offset)}`, offset);
              break;
            case 9:
              this.#checkGlobal(parameter, offset);
              this.#element('label', offset).procedure = parameter - 20;
              break;
            case 10: {
              const { label } = this.#elements.findLast(({ kind }) => kind === 'label')!;
              label!.address = BigInt.asUintN(64, this.#integer64(offset));
              break;
            }
            case 11:
              term({ label: this.#reference(parameter, offset) });
              break;
            case 12:
              term({ label: this.#macroReference(parameter, offset) });
              break;
            case 13:
              term({ label: this.#pc(offset) });
              break;
            case 14:
              term({ extern: parameter });
              break;
            case 15:
              term({ value: this.#integer64(offset) });
              break;
            case 16:
              term({ value: BigInt(actions[at++]! | 0) });
              break;
            case 17:
              term({ value: halves() });
              break;
            case 18:
              sign = -1n;
              break;
            case 19:
              this.#refer(lower & 0xffe0, offset, ...terms);
              terms = [];
              break;
            case 20:
              this.#data(offset, BigInt(actions[at++]!), parameter);
              break;
            case 21: {
              const size = 2 ** (parameter & 3);
              const limit = 2 ** (8 * size - 1);
              this.#data(offset, BigInt(integer([-limit, parameter > 3 ? limit - 1 : 2 * limit - 1])), size);
              break;
            }
            case 22: {
              const count = integer([0, 2 ** 30]);
              this.#element('data', offset).bytes = Array.from({ length: count }, () => parameter);
              break;
            }
            case 23: {
              const element = this.#element('align', offset);
              element.mask = parameter;
              element.filler = actions[at++]!;
              break;
            }
            default:
              // 24, POOL
              this.#elements.push(...this.#takePool(this.#current));
          }
          break;
        }
        default:
          this.#element('instruction', offset).word = BigInt(word);
      }
    }
  }

  /** Pass 2: final offsets. */
  link(): void {
    const pcs = [...this.#waiting.keys()]
      .filter(name => name.startsWith('=>'))
      .map(name => Number(name.slice(2)));
    if (pcs.length > 0) throw new ModelError(0x22000000 | Math.min(...pcs));
    for (let label = 1; label <= 9; label++) {
      if (this.#waiting.has(`${label}`)) throw new ModelError(0x21000000 | label);
    }
    this.#checkMacroLabels();
    for (const [name, label] of this.#waiting) label.external = Number(name.slice(2)) - 20;
    for (const [index, elements] of this.#sections.entries()) elements.push(...this.#takePool(index));
    let final = 0;
    for (const element of this.#sections.flat()) {
      if (element.kind === 'align') final += -final & element.mask;
      else if (element.kind === 'instruction') final += 4;
      else final += element.bytes.length + element.size;
      element.final = final;
    }
  }

  /** Pass 3: returns the code. */
  encode(): readonly number[] {
    const code: number[] = [];
    const found = new Map<number, bigint>();
    const append = (value: bigint, size: number): void => {
      for (let i = 0; i < size; i++) code.push(Number((value >> BigInt(8 * i)) & 255n));
    };
    for (const element of this.#sections.flat()) {
      const { kind, target, global, label, bytes, size, mask, filler } = element;
      if (kind === 'label' && global !== undefined) found.set(global, this.#address(label));
      else if (kind === 'align') {
        while ((code.length & mask) !== 0) {
          const rest = -code.length & mask;
          if (filler !== undefined) code.push(filler);
          else if (code.length % 4 === 0 && rest >= 4) append(0xd503_201fn, 4);
          else code.push(0);
        }
      } else if (kind === 'instruction') {
        const here = this.#program.base + BigInt(code.length);
        append(target === undefined ? element.word : this.#placed(element.word, target, here), 4);
      } else if (target === undefined) code.push(...bytes);
      else {
        const sum = this.#sum(target);
        const limit = 1n << BigInt(8 * size - 1);
        const isSigned = target.place >= 0x5800 && (target.place & 0x100) !== 0;
        const isTooLarge = sum < -limit || sum >= (isSigned ? limit : 2n * limit);
        if (size < 8 && isTooLarge) throw new ModelError(0x15000000 | target.offset);
        append(sum, size);
      }
    }
    for (const [index, address] of found) this.globals[index] = address;
    return code;
  }

  /** The instruction at the address `here` with what its target says. */
  #placed(word: bigint, target: Target, here: bigint): bigint {
    const sum = this.#sum(target);
    const fail = (): never => {
      throw new ModelError(0x15000000 | target.offset);
    };
    /** The distance in bits of so many, if it is a multiple of the unit and fits. */
    const distance = (bits: number, unit: bigint): bigint => {
      const value = BigInt.asIntN(64, sum - here);
      if (value % unit !== 0n || value / unit !== BigInt.asIntN(bits, value / unit)) fail();
      return BigInt.asUintN(bits, value / unit);
    };
    switch (target.place & 0xf800) {
      case 0x0000:
        return word | distance(26, 4n);
      case 0x0800:
      case 0x4800:
      case 0x5000:
        return word | (distance(19, 4n) << 5n);
      case 0x1000:
        return word | (distance(14, 4n) << 5n);
      case 0x2000:
        return word | twoParts(distance(21, 1n));
      case 0x3000: {
        const pages = (BigInt.asUintN(64, sum) >> 12n) - (here >> 12n);
        // The distance of two addresses has 64 bits.
        const wrapped = BigInt.asIntN(52, pages);
        if (wrapped !== BigInt.asIntN(21, wrapped)) fail();
        return word | twoParts(BigInt.asUintN(21, wrapped));
      }
      default: {
        // :lo12:
        const scale = BigInt((target.place >> 5) & 7);
        const bits = BigInt.asUintN(12, sum);
        if (bits % (1n << scale) !== 0n) fail();
        return word | ((bits >> scale) << 10n);
      }
    }
  }

  /** A sum of addresses, signed. */
  #sum({ terms }: Target): bigint {
    let sum = 0n;
    for (const { sign, label, extern, value } of terms) {
      const address =
        extern === undefined ? this.#address(label) : this.#program.externBase + 16n * BigInt(extern);
      sum += sign * (value ?? address);
    }
    return BigInt.asIntN(64, sum);
  }

  #address(label: Label | undefined): bigint {
    if (label?.external !== undefined) return this.globals[label.external] ?? 0n;
    return label?.address ?? this.#program.base + BigInt(label?.element?.final ?? 0);
  }

  pcOffset(pc: number): number {
    const label = this.#defined.get(`=>${pc}`);
    if (label?.address !== undefined) return -3;
    return label?.element?.final ?? -2;
  }

  /** After pass 2: the lines with their offsets in the code. */
  codeLines(): Outcome['lines'] {
    return this.#sections.flat().flatMap(({ lines, final }) => lines.map(line => [final, line] as const));
  }

  /** After pass 2: the sizes of procedures that end behind their label, in its section. */
  procedures(): Outcome['procedures'] {
    const sizes = new Map<number, number>();
    for (const elements of this.#sections) {
      for (const { procedure, final } of elements) {
        if (procedure === undefined) continue;
        const label = this.#defined.get(`->${procedure + 20}`);
        const start = label?.element;
        if (start === undefined || label?.address !== undefined || !elements.includes(start)) continue;
        if (final >= start.final) sizes.set(procedure, final - start.final);
      }
    }
    return [...sizes].toSorted(([a], [b]) => a - b);
  }

  #element(kind: Element['kind'], offset: number): Element {
    const element: Element = { kind, offset, word: 0n, bytes: [], size: 0, mask: 0, lines: [], final: 0 };
    this.#elements.push(element);
    return element;
  }

  #data(offset: number, value: bigint, size: number): void {
    const bytes = Array.from({ length: size }, (_, i) =>
      Number((BigInt.asUintN(64, value) >> BigInt(8 * i)) & 255n),
    );
    this.#element('data', offset).bytes = bytes;
  }

  /** Puts terms into the instruction in front, or behind it. */
  #refer(place: number, offset: number, ...terms: readonly Term[]): void {
    const size = (place & 0xf800) === 0x5800 ? 2 ** ((place >> 5) & 7) : place === 0x8000 ? 8 : 0;
    if (size > 0) {
      const element = this.#element('data', offset);
      element.size = size;
      element.target = { place, offset, terms };
      return;
    }
    const instruction = this.#elements.findLast(({ kind }) => kind === 'instruction')!;
    if (place !== 0x4800 && place !== 0x5000) {
      instruction.target = { place, offset, terms };
      return;
    }
    const bytes = place === 0x4800 ? 4 : 8;
    const label = this.#literal(bytes, { place: 0, offset, terms });
    instruction.target = { place, offset, terms: [{ sign: 1n, label }] };
  }

  /** The label of the literal, of which a pool has one. */
  #literal(bytes: number, target: Target): Label {
    const names = target.terms.map(({ sign, label, extern, value }) => {
      const address = value ?? label?.address;
      if (address !== undefined) return `${sign}=${BigInt.asUintN(64, address)}`;
      return `${sign} ${extern ?? ''} ${label === undefined ? '' : this.#labelNumber(label)}`;
    });
    const key = `${bytes} ${names.join(' ')}`;
    const pool = this.#pools[this.#current]!;
    const same = pool.find(each => each.key === key);
    if (same !== undefined) return same.label;
    const literal: Literal = { bytes, key, target, label: {} };
    pool.push(literal);
    return literal.label;
  }

  /** A number by which a label is told from others. */
  #labelNumber(label: Label): number {
    const known = this.#labelNumbers.get(label) ?? this.#labelNumbers.size;
    this.#labelNumbers.set(label, known);
    return known;
  }

  /** The elements of a pool, which is empty then. */
  #takePool(section: number): readonly Element[] {
    const literals = this.#pools[section]!;
    this.#pools[section] = [];
    const elements: Element[] = [];
    for (const bytes of [4, 8]) {
      for (const [n, { label, target }] of literals.filter(each => each.bytes === bytes).entries()) {
        const blank = { offset: target.offset, word: 0n, bytes: [], size: 0, lines: [], final: 0, mask: 0 };
        if (n === 0) elements.push({ ...blank, kind: 'align', mask: bytes - 1, filler: 0 });
        const place: Element = { ...blank, kind: 'label', label };
        label.element = place;
        elements.push(place, { ...blank, kind: 'data', size: bytes, target });
      }
    }
    return elements;
  }

  #commit(): void {
    this.#sections[this.#current]!.push(...this.#elements);
  }

  #checkGlobal(number: number, offset: number): void {
    if (number - 20 >= this.globals.length) throw new ModelError(0x13000000 | offset);
  }

  #reference(number: number, offset: number): Label {
    if (number < 10) return this.#waiting.get(`${number}`) ?? this.#wait(`${number}`);
    if (number < 20) return this.#backward(`${number - 10}`, offset);
    this.#checkGlobal(number, offset);
    return this.#defined.get(`->${number}`) ?? this.#wait(`->${number}`);
  }

  #backward(name: string, offset: number): Label {
    const label = this.#defined.get(name);
    if (label === undefined || this.#waiting.has(name)) throw new ModelError(0x13000000 | offset);
    return label;
  }

  #macroNumber(number: number, offset: number): number {
    if (number >= this.#program.macroLabels) throw new ModelError(0x13000000 | offset);
    return number;
  }

  #macroReference(parameter: number, offset: number): Label {
    const name = `%${this.#macroNumber(parameter & 127, offset)}`;
    return parameter > 127 ? (this.#waiting.get(name) ?? this.#wait(name)) : this.#backward(name, offset);
  }

  #checkMacroLabels(): void {
    for (let label = 0; label < this.#program.macroLabels; label++) {
      if (this.#waiting.has(`%${label}`)) throw new ModelError(0x21000000 | (246 + label));
    }
  }

  #wait(name: string): Label {
    const label = this.#waiting.get(name) ?? {};
    this.#waiting.set(name, label);
    return label;
  }

  /** Defines a global or pc label, for the first time unless it may move. */
  #defineOnce(name: string, offset: number): Element {
    const isSecond = this.#defined.has(name);
    if (isSecond && this.#program.moving?.includes(offset) === false)
      throw new ModelError(0x35000000 | offset);
    return this.#define(name, offset);
  }

  #define(name: string, offset: number): Element {
    const label = this.#waiting.get(name) ?? {};
    this.#waiting.delete(name);
    this.#defined.set(name, label);
    const element = this.#element('label', offset);
    element.label = label;
    label.element = element;
    return element;
  }

  #integer64(offset: number): bigint {
    const value = this.#queue.shift();
    const isWhole = typeof value === 'bigint' || Number.isSafeInteger(value);
    const integer = isWhole ? BigInt(value!) : 1n << 64n;
    if (integer < -(1n << 63n) || integer >= 1n << 64n) throw new ModelError(0x11000000 | offset);
    return integer;
  }

  #pc(offset: number): Label {
    const name = this.#pcName(offset);
    return this.#defined.get(name) ?? this.#wait(name);
  }

  #pcName(offset: number): string {
    const number = Number(this.#queue.shift());
    if (!Number.isInteger(number) || number < 0 || number >= this.pcCount)
      throw new ModelError(0x14000000 | offset);
    return `=>${number}`;
  }
}

/** The bits of ADR and ADRP. */
function twoParts(bits: bigint): bigint {
  return ((bits & 3n) << 29n) | ((bits >> 2n) << 5n);
}

function shifted(bits: bigint | undefined, count: bigint): bigint | undefined {
  return bits === undefined ? undefined : bits << count;
}

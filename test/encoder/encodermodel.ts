/**
 * A model of the encoder that uses nothing of src: three passes over lists of elements, slow and obvious,
 * with addresses as bigints. It does what DynASM's engine does. Takes a program, returns its outcome.
 */
import {
  type Element,
  type Label,
  type Term,
  ModelError,
  REGISTER_LIMITS,
  SMALL_IMMEDIATES,
  appendDisplacement,
  appendInteger,
  changeRegister,
  dropPrefix,
  extendField,
  isSignedByte,
  isX87,
  makeElement,
  padding,
  saving,
  sizeOf,
} from './modelelement.ts';
import type { Outcome, Program } from './encoderprogram.ts';

/** Returns the outcome of a program. */
export function runModel(program: Program): Outcome {
  const model = new Model(program);
  let pcCount = 0;
  try {
    for (const call of program.calls) {
      if (call.do === 'put') model.put(call.start, call.arguments);
      else if (call.do === 'checkStep') model.checkStep(call.section);
      else {
        model.growPc(call.count);
        pcCount = call.count;
      }
    }
    model.link();
    const code = model.encode();
    const pcLabels = Array.from({ length: pcCount }, (_, pc) => model.pcOffset(pc));
    return {
      status: '0',
      code: Buffer.from(code).toString('hex'),
      globals: model.globals,
      pcLabels,
      lines: model.codeLines(),
      procedures: model.procedures(),
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return {
      status: error.status.toString(16),
      code: '',
      globals: [],
      pcLabels: [],
      lines: [],
      procedures: [],
    };
  }
}

class Model {
  globals: bigint[];
  readonly #program: Program;
  readonly #sections: Element[][];
  #current = 0;
  readonly #defined = new Map<string, Label>();
  readonly #waiting = new Map<string, Label>();
  #pcCount = 0;
  /** The elements of the current put. */
  #elements: Element[] = [];

  constructor(program: Program) {
    this.#program = program;
    this.#sections = Array.from({ length: program.sections }, () => []);
    this.globals = Array.from({ length: program.globals }, (_, i) => program.globalBase + 16n * BigInt(i));
  }

  growPc(count: number): void {
    this.#pcCount = Math.max(this.#pcCount, count);
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
    const { actions } = this.#program;
    const is64Bit = this.#program.arch === 'x64';
    const queue = [...values];
    const registers: number[] = [];
    let terms: Term[] = [];
    let sign: Term['sign'] = 1n;
    this.#elements = [];
    let bytes = this.#element('bytes', start).bytes;
    let mark: { readonly bytes: number[]; index: number } | undefined;
    let opcode = 0;
    let at = start;
    const next = (): number => actions[at++] ?? 0;
    for (;;) {
      const offset = at;
      // A put has a line record at its start, also where no line starts.
      if (offset === start || this.#program.lines.includes(offset)) {
        const line = this.#program.lines.filter(each => each <= offset).length;
        if (line > 0) this.#elements.at(-1)?.lines.push([bytes.length, line]);
      }
      const code = next();
      const signed = this.#program.signed.includes(offset);
      const integer = (low: number, high: number, status = 0x11000000): number => {
        const value = Number(queue.shift());
        if (!Number.isInteger(value) || value < low || value > high) throw new ModelError(status | offset);
        return value | 0;
      };
      const dword = (sign: boolean): number => integer(-(2 ** 31), sign ? 2 ** 31 - 1 : 2 ** 32 - 1);
      const afterElement = (): void => {
        bytes = this.#element('bytes', offset).bytes;
        mark = undefined;
      };
      switch (code) {
        case 233: {
          const value = dword(signed || is64Bit);
          const index = mark?.index ?? bytes.length;
          appendDisplacement(bytes, index, value, 1);
          mark = actions[at] === 238 || actions[at] === 239 ? { bytes, index } : undefined;
          break;
        }
        case 234:
        case 235:
        case 236: {
          const [low, high, size] = SMALL_IMMEDIATES[code];
          appendInteger(bytes, integer(low, high), size);
          break;
        }
        case 237:
          appendInteger(bytes, dword(signed), 4);
          break;
        case 238:
        case 239: {
          const value = code === 238 ? integer(-128, 65535) : dword(signed);
          if (isSignedByte(value)) {
            const modrm = mark ?? { bytes, index: bytes.length };
            modrm.bytes[modrm.index - 2] = (modrm.bytes[modrm.index - 2] ?? 0) + 2;
            appendInteger(bytes, value, 1);
          } else appendInteger(bytes, value, code === 238 ? 2 : 4);
          mark = undefined;
          break;
        }
        case 240: {
          const how = next();
          const field = how >> 5;
          const count = (how >> 3) & 3;
          const narrow = !is64Bit || isX87(bytes, how);
          let number = integer(0, narrow ? 7 : 15, 0x15000000);
          if (field === 2 && number === 4) throw new ModelError(0x15000000 | offset);
          registers.push(number);
          const prefix = bytes.length - (how & 7);
          if (number > 7 && field < 5) {
            number -= 8;
            extendField(bytes, prefix, field);
          } else if (count > 0 && registers.slice(-count).every(register => register < 8)) {
            dropPrefix(bytes, prefix);
            if (mark !== undefined) mark.index--;
          }
          const last = bytes.length - 1;
          const shift = [0, 0, 3, 3, 3, 3, 4, 4][field] ?? 0;
          bytes[last] = (bytes[last] ?? 0) ^ (number << shift);
          if (field === 0 && number === 4) bytes.push(0x24);
          break;
        }
        case 241: {
          const filler = next();
          const count = integer(0, 2 ** 30);
          for (let i = 0; i < count; i++) bytes.push(filler);
          break;
        }
        case 242: {
          const label = this.#elements.findLast(element => element.kind === 'label')?.label;
          if (label) label.address = this.#address(queue.shift());
          break;
        }
        case 243: {
          const target = this.#element('rel', offset);
          target.label = { address: this.#address(queue.shift()) };
          afterElement();
          break;
        }
        case 244:
        case 246: {
          const number = next();
          const target = this.#element(code === 244 ? 'rel' : 'imm', offset);
          target.label = this.#reference(number, offset + 1);
          target.saves = code === 244 ? saving(opcode) : 0;
          afterElement();
          break;
        }
        case 245:
        case 247: {
          const name = this.#pcName(queue.shift(), offset);
          const target = this.#element(code === 245 ? 'rel' : 'imm', offset);
          target.label = this.#defined.get(name) ?? this.#wait(name);
          target.saves = code === 245 ? saving(opcode) : 0;
          afterElement();
          break;
        }
        case 248: {
          const number = next();
          if (number - 10 >= this.globals.length) throw new ModelError(0x13000000 | (offset + 1));
          const element =
            number < 10 ? this.#define(`${number}`, offset) : this.#defineOnce(`->${number}`, offset);
          if (number >= 10) element.global = number - 10;
          afterElement();
          break;
        }
        case 249:
          this.#defineOnce(this.#pcName(queue.shift(), offset), offset);
          afterElement();
          break;
        case 250:
          this.#element('align', offset).mask = next();
          afterElement();
          break;
        case 251: {
          const element = this.#element('extern', offset);
          element.extern = { relative: next() === 1, number: next() };
          afterElement();
          break;
        }
        case 252: {
          const second = next();
          if (second >= 233) {
            opcode = second;
            bytes.push(opcode);
            break;
          }
          // What format 2 adds.
          const addTerm = (term: Omit<Term, 'sign'>): void => {
            terms.push({ ...term, sign });
            sign = 1n;
          };
          switch (second) {
            case 1:
              this.#define(`%${this.#macroNumber(next(), offset)}`, offset);
              afterElement();
              break;
            case 2: {
              const target = this.#element('rel', offset);
              target.label = this.#macroReference(next(), offset);
              target.saves = saving(opcode);
              afterElement();
              break;
            }
            case 3:
              addTerm({ label: this.#reference(next(), offset + 1) });
              break;
            case 4:
              addTerm({ label: this.#macroReference(next(), offset) });
              break;
            case 5: {
              const name = this.#pcName(queue.shift(), offset);
              addTerm({ label: this.#defined.get(name) ?? this.#wait(name) });
              break;
            }
            case 6:
              addTerm({ extern: next() });
              break;
            case 7:
              addTerm({ value: BigInt(queue.shift() ?? 0) });
              break;
            case 8:
              sign = -1n;
              break;
            case 9: {
              const sum = this.#element('sum', offset);
              const form = next();
              sum.terms = terms;
              sum.form = form;
              sum.trailing = form >> 4;
              terms = [];
              // The mark stays where it is: in the bytes before the sum.
              const before = mark;
              afterElement();
              mark = before;
              break;
            }
            case 10: {
              const index = this.#elements.findLastIndex(element => element.kind === 'sum');
              const behind = this.#elements.slice(index + 1);
              const sum = this.#elements[index];
              if (sum) for (const element of behind) sum.trailing += element.bytes.length;
              break;
            }
            case 11: {
              const element = this.#element('align', offset);
              element.mask = next();
              element.filler = 'nops';
              afterElement();
              break;
            }
            case 13: {
              const element = this.#element('align', offset);
              element.mask = next();
              element.filler = next();
              afterElement();
              break;
            }
            case 32: {
              const [field, limit, distance] = [actions[at]! & 15, next() >> 4, next()];
              const [low, high] = REGISTER_LIMITS[limit]!;
              const number = integer(low, is64Bit ? high : 7, 0x15000000);
              if (field === 3 && number === 4) throw new ModelError(0x15000000 | offset);
              changeRegister(bytes, field, distance, number);
              break;
            }
            case 33:
              appendDisplacement(bytes, mark?.index ?? bytes.length, dword(signed || is64Bit), 2 ** next());
              mark = undefined;
              break;
            default: {
              // 12, END_PROC
              const number = next();
              if (number - 10 >= this.globals.length) throw new ModelError(0x13000000 | (offset + 1));
              this.#element('label', offset).procedure = number;
              afterElement();
            }
          }
          break;
        }
        case 253:
          mark = { bytes, index: bytes.length };
          break;
        case 254: {
          const number = next();
          if (number >= this.#program.sections) throw new ModelError(0x12000000 | offset);
          this.#commit();
          this.#current = number;
          return;
        }
        case 255:
          this.#commit();
          return;
        default:
          opcode = code;
          bytes.push(code);
      }
    }
  }

  /**
   * After pass 2: the lines with their offsets in the code. An element begins where the one before it ends.
   */
  codeLines(): Outcome['lines'] {
    const all = this.#sections.flat();
    return all.flatMap(({ lines }, order) =>
      lines.map(([index, line]) => [(all[order - 1]?.final ?? 0) + index, line] as const),
    );
  }

  /** After pass 2: the sizes of procedures that end behind their label, in its section. */
  procedures(): Outcome['procedures'] {
    const sizes: number[] = [];
    for (const elements of this.#sections) {
      for (const { procedure, final } of elements) {
        if (procedure === undefined) continue;
        const label = this.#defined.get(`->${procedure}`);
        const start = label?.element;
        if (start === undefined || label?.address !== undefined || !elements.includes(start)) continue;
        if (final >= start.final) sizes[procedure - 10] = final - start.final;
      }
    }
    return [...sizes.entries()].filter(([, size]) => size !== undefined);
  }

  /** Pass 2: finds short branches and final offsets. */
  link(): void {
    const pcs = [...this.#waiting.keys()]
      .filter(name => name.startsWith('=>'))
      .map(name => Number(name.slice(2)));
    if (pcs.length > 0) throw new ModelError(0x22000000 | Math.min(...pcs));
    for (let label = 1; label <= 9; label++) {
      if (this.#waiting.has(`${label}`)) throw new ModelError(0x21000000 | label);
    }
    this.#checkMacroLabels();
    for (const [name, label] of this.#waiting) label.external = Number(name.slice(2)) - 10;

    const all = this.#sections.flat();
    let estimate = 0;
    for (const [order, element] of all.entries()) {
      element.order = order;
      estimate += sizeOf(element, this.#program.arch);
      element.estimate = estimate;
    }
    let final = 0;
    for (const element of all) {
      const target = element.label?.address === undefined ? element.label?.element : undefined;
      if (element.kind === 'rel' && target && element.saves > 0) {
        const distance =
          target.order > element.order
            ? target.estimate - element.estimate
            : target.final - (final + sizeOf(element, this.#program.arch));
        element.short = distance >= -128 - element.saves && distance <= 127;
      }
      if (element.kind === 'align') final += -final & element.mask;
      else final += sizeOf(element, this.#program.arch) - (element.short ? element.saves : 0);
      element.final = final;
    }
  }

  /** Pass 3: returns the code. */
  encode(): number[] {
    const code: number[] = [];
    const found = new Map<number, bigint>();
    const is64Bit = this.#program.arch === 'x64';
    const append = (value: bigint, size: number): void => {
      for (let i = 0; i < size; i++) code.push(Number((value >> BigInt(8 * i)) & 255n));
    };
    const distance = (target: bigint, offset: number): void => {
      const here = this.#program.base + BigInt(code.length) + 4n;
      const value = BigInt.asIntN(is64Bit ? 64 : 32, target - here);
      if (value !== BigInt.asIntN(32, value)) throw new ModelError(0x31000000 | offset);
      append(value, 4);
    };
    for (const element of this.#sections.flat()) {
      switch (element.kind) {
        case 'bytes':
          for (const byte of element.bytes) code.push(byte);
          break;
        case 'align':
          code.push(...padding(-code.length & element.mask, element.filler));
          break;
        case 'label':
          if (element.global !== undefined) found.set(element.global, this.#resolve(element.label));
          break;
        case 'sum': {
          const { form, trailing, terms, offset } = element;
          const bytes = 1 << (form & 3);
          let sum = 0n;
          for (const { sign, label, extern, value } of terms) {
            const externAddress = this.#program.externBase + 16n * BigInt(extern ?? 0);
            sum += sign * (value ?? (extern === undefined ? this.#resolve(label) : externAddress));
          }
          if (form & 4) sum -= this.#program.base + BigInt(code.length + bytes + trailing);
          // On x86 distances wrap around.
          sum = BigInt.asIntN(is64Bit || (form & 4) === 0 ? 64 : 32, sum);
          const limit = 1n << BigInt(8 * bytes - 1);
          const isSigned = (form & 12) !== 0;
          const fits = sum >= -limit && sum < (isSigned ? limit : 2n * limit);
          if (!fits && bytes < 8 && (bytes < 4 || is64Bit)) throw new ModelError(0x31000000 | offset);
          append(sum, bytes);
          break;
        }
        case 'imm':
          append(this.#resolve(element.label), is64Bit ? 8 : 4);
          break;
        case 'rel':
          if (element.short) {
            const opcode = code.pop() ?? 0;
            if (element.saves === 4) code.pop();
            code.push(element.saves === 4 ? opcode - 0x10 : 0xeb);
            append(BigInt((element.label?.element?.final ?? 0) - code.length - 1), 1);
          } else distance(this.#resolve(element.label), element.offset);
          break;
        default: {
          const target = this.#program.externBase + 16n * BigInt(element.extern?.number ?? 0);
          if (element.extern?.relative) distance(target, element.offset);
          else {
            const limit = this.#program.signed.includes(element.offset) ? 2n ** 31n : 2n ** 32n;
            if (is64Bit && target >= limit) throw new ModelError(0x31000000 | element.offset);
            append(target, 4);
          }
        }
      }
    }
    for (const [index, address] of found) this.globals[index] = address;
    return code;
  }

  pcOffset(pc: number): number {
    const label = this.#defined.get(`=>${pc}`);
    if (label?.address !== undefined) return -3;
    return label?.element?.final ?? -2;
  }

  #resolve(label: Label | undefined): bigint {
    const bits = this.#program.arch === 'x64' ? 64 : 32;
    if (label?.external !== undefined) return this.globals[label.external] ?? 0n;
    return BigInt.asUintN(bits, label?.address ?? this.#program.base + BigInt(label?.element?.final ?? 0));
  }

  #address(value: number | bigint | undefined): bigint {
    return BigInt.asUintN(this.#program.arch === 'x64' ? 64 : 32, BigInt(value ?? 0));
  }

  #element(kind: Element['kind'], offset: number): Element {
    const element = makeElement(kind, offset);
    this.#elements.push(element);
    return element;
  }

  #commit(): void {
    this.#sections[this.#current]?.push(...this.#elements);
  }

  #reference(number: number, offset: number): Label {
    if (number > 246) return this.#waiting.get(`${number - 246}`) ?? this.#wait(`${number - 246}`);
    if (number < 10) {
      const label = this.#defined.get(`${number}`);
      if (label === undefined || this.#waiting.has(`${number}`)) throw new ModelError(0x13000000 | offset);
      return label;
    }
    if (number - 10 >= this.globals.length) throw new ModelError(0x13000000 | offset);
    return this.#defined.get(`->${number}`) ?? this.#wait(`->${number}`);
  }

  #macroNumber(number: number, offset: number): number {
    if (number >= this.#program.macroLabels) throw new ModelError(0x13000000 | (offset + 2));
    return number;
  }

  #macroReference(inline: number, offset: number): Label {
    const name = `%${this.#macroNumber(inline & 127, offset)}`;
    if (inline > 127) return this.#waiting.get(name) ?? this.#wait(name);
    const label = this.#defined.get(name);
    if (label === undefined || this.#waiting.has(name)) throw new ModelError(0x13000000 | (offset + 2));
    return label;
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
    const { moving } = this.#program;
    const isSecond = this.#defined.has(name);
    if (isSecond && moving?.includes(offset) === false) throw new ModelError(0x35000000 | offset);
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

  #pcName(value: number | bigint | undefined, offset: number): string {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0 || number >= this.#pcCount)
      throw new ModelError(0x14000000 | offset);
    return `=>${number}`;
  }
}

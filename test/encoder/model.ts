/**
 * The engine once more, slow and obvious, from what DynASM's engine does and nothing of src: three passes over
 * lists of elements, offsets recomputed from sizes, addresses as bigints. A program comes in, its outcome goes out.
 */

export type Call =
  | { readonly do: 'put'; readonly start: number; readonly arguments: readonly (number | bigint)[] }
  | { readonly do: 'checkStep'; readonly section: number }
  | { readonly do: 'growPc'; readonly count: number };

export interface Program {
  readonly arch: 'x64' | 'x86';
  readonly actions: readonly number[];
  /** Offsets of sign-extended immediates. */
  readonly signed: readonly number[];
  /** Offsets of instructions at which source lines start, ascending; they count from 1. */
  readonly lines: readonly number[];
  readonly sections: number;
  readonly globals: number;
  readonly calls: readonly Call[];
  readonly base: bigint;
  /** Address of global label i if nothing defines it: globalBase + 16 i; of extern i: externBase + 16 i. */
  readonly globalBase: bigint;
  readonly externBase: bigint;
}

export interface Outcome {
  /** Of the first call that failed, in hexadecimal. */
  readonly status: string;
  readonly code: string;
  /** Addresses of the globals. */
  readonly globals: readonly bigint[];
  /** As getPcLabel gives them (−3: set to an address). */
  readonly pcLabels: readonly number[];
  /** Offset in the code and source line of each instruction at which one starts. */
  readonly lines: readonly (readonly [offset: number, line: number])[];
}

class Failure extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status 0x${status.toString(16)}`);
    this.status = status;
  }
}

interface Label {
  /** Element that defines it. */
  element?: Element;
  address?: bigint;
  /** A global label that nothing defines: its index. */
  external?: number;
}

interface Element {
  readonly kind: 'bytes' | 'rel' | 'imm' | 'extern' | 'label' | 'align';
  /** Offset of the action. */
  readonly offset: number;
  bytes: number[];
  /** Index in the bytes at which a line starts, and the line. */
  readonly lines: (readonly [index: number, line: number])[];
  label?: Label;
  /** Index of the global that it defines. */
  global?: number;
  /** Short form: `bytes` before it lose so many, and what replaces them. */
  saves: number;
  mask: number;
  short: boolean;
  extern?: { readonly relative: boolean; readonly number: number };
  /** Place in the order of all elements, and offsets as pass 1 and pass 2 know them. */
  order: number;
  estimate: number;
  final: number;
}

/** Runs a program. */
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
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: error.status.toString(16), code: '', globals: [], pcLabels: [], lines: [] };
  }
}

class Model {
  globals: bigint[];
  private readonly program: Program;
  private readonly sections: Element[][];
  private current = 0;
  private readonly defined = new Map<string, Label>();
  private readonly waiting = new Map<string, Label>();
  private pcCapacity = 0;
  private readonly globalCapacity: number;
  /** Of the put under way. */
  private elements: Element[] = [];

  constructor(program: Program) {
    this.program = program;
    this.sections = Array.from({ length: program.sections }, () => []);
    this.globals = Array.from({ length: program.globals }, (_, i) => program.globalBase + 16n * BigInt(i));
    this.globalCapacity = roundUp(0, 10 + program.globals) - 10;
  }

  growPc(count: number): void {
    this.pcCapacity = roundUp(this.pcCapacity, count);
  }

  checkStep(section: number): void {
    for (let label = 1; label <= 9; label++) {
      if (this.waiting.has(`${label}`)) throw new Failure(0x21000000 | label);
      this.defined.delete(`${label}`);
    }
    if (section >= 0 && section !== this.current) throw new Failure(0x03000000 | this.current);
  }

  /** Pass 1. */
  put(start: number, values: readonly (number | bigint)[]): void {
    const { actions } = this.program;
    const wide = this.program.arch === 'x64';
    const queue = [...values];
    const registers: number[] = [];
    this.elements = [];
    let bytes = this.element('bytes', start).bytes;
    let mark: number | undefined;
    let opcode = 0;
    let at = start;
    const next = (): number => actions[at++] ?? 0;
    for (;;) {
      const offset = at;
      // A put tells of its line, wherever it starts.
      if (offset === start || this.program.lines.includes(offset)) {
        const line = this.program.lines.filter(each => each <= offset).length;
        if (line > 0) this.elements.at(-1)?.lines.push([bytes.length, line]);
      }
      const code = next();
      const signed = this.program.signed.includes(offset);
      const integer = (low: number, high: number, status = 0x11000000): number => {
        const value = Number(queue.shift());
        if (!Number.isInteger(value) || value < low || value > high) throw new Failure(status | offset);
        return value | 0;
      };
      const dword = (sign: boolean): number => integer(-(2 ** 31), sign ? 2 ** 31 - 1 : 2 ** 32 - 1);
      const append = (value: number, count: number): void => {
        for (let i = 0; i < count; i++) bytes.push((value >> (8 * i)) & 255);
      };
      const afterElement = (): void => {
        bytes = this.element('bytes', offset).bytes;
        mark = undefined;
      };
      switch (code) {
        case 233: {
          const value = dword(signed || wide);
          const behind = mark ?? bytes.length;
          const modrm = bytes[behind - 1] ?? 0;
          const base = (modrm & 7) === 4 ? (bytes[behind] ?? 0) & 7 : modrm & 7;
          const size = value === 0 && base !== 5 ? 0 : isSignedByte(value) ? 1 : 4;
          // The list says disp32, mod = 2.
          bytes[behind - 1] = (modrm & 0x3f) | (size === 0 ? 0 : size === 1 ? 0x40 : 0x80);
          append(value, size);
          mark = actions[at] === 238 || actions[at] === 239 ? behind : undefined;
          break;
        }
        case 234:
          append(integer(-128, 127), 1);
          break;
        case 235:
          append(integer(0, 255), 1);
          break;
        case 236:
          append(integer(0, 65535), 2);
          break;
        case 237:
          append(dword(signed), 4);
          break;
        case 238:
        case 239: {
          const value = code === 238 ? integer(-128, 65535) : dword(signed);
          if (isSignedByte(value)) {
            const index = (mark ?? bytes.length) - 2;
            bytes[index] = (bytes[index] ?? 0) + 2;
            append(value, 1);
          } else append(value, code === 238 ? 2 : 4);
          mark = undefined;
          break;
        }
        case 240: {
          const how = next();
          const field = how >> 5;
          const count = (how >> 3) & 3;
          const narrow = !wide || isX87(bytes, how);
          let number = integer(0, narrow ? 7 : 15, 0x15000000);
          if (field === 2 && number === 4) throw new Failure(0x15000000 | offset);
          registers.push(number);
          const prefix = bytes.length - (how & 7);
          const vex = (bytes[prefix] ?? 0) === 0xc4;
          if (number > 7 && field < 5) {
            number -= 8;
            const bit = [1, 1, 2, 0, 4][field] ?? 0;
            if (vex) bytes[prefix + 1] = (bytes[prefix + 1] ?? 0) ^ (bit << 5);
            else bytes[prefix] = (bytes[prefix] ?? 0) ^ bit;
          } else if (count > 0 && registers.slice(-count).every(register => register < 8)) {
            if (vex)
              bytes.splice(prefix, 3, 0xc5, ((bytes[prefix + 1] ?? 0) & 0x80) | (bytes[prefix + 2] ?? 0));
            else bytes.splice(prefix, 1);
            if (mark !== undefined) mark--;
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
          const label = this.elements.findLast(element => element.kind === 'label')?.label;
          if (label) label.address = this.address(queue.shift());
          break;
        }
        case 243: {
          const target = this.element('rel', offset);
          target.label = { address: this.address(queue.shift()) };
          afterElement();
          break;
        }
        case 244:
        case 246: {
          const number = next();
          const target = this.element(code === 244 ? 'rel' : 'imm', offset);
          target.label = this.reference(number, offset + 1);
          target.saves = code === 244 ? saving(opcode) : 0;
          afterElement();
          break;
        }
        case 245:
        case 247: {
          const name = this.pcName(queue.shift(), offset);
          const target = this.element(code === 245 ? 'rel' : 'imm', offset);
          target.label = this.defined.get(name) ?? this.wait(name);
          target.saves = code === 245 ? saving(opcode) : 0;
          afterElement();
          break;
        }
        case 248: {
          const number = next();
          if (number - 10 >= this.globalCapacity) throw new Failure(0x13000000 | (offset + 1));
          const element = this.define(number < 10 ? `${number}` : `->${number}`, offset);
          if (number >= 10) element.global = number - 10;
          afterElement();
          break;
        }
        case 249:
          this.define(this.pcName(queue.shift(), offset), offset);
          afterElement();
          break;
        case 250:
          this.element('align', offset).mask = next();
          afterElement();
          break;
        case 251: {
          const element = this.element('extern', offset);
          element.extern = { relative: next() === 1, number: next() };
          afterElement();
          break;
        }
        case 252:
          opcode = next();
          bytes.push(opcode);
          break;
        case 253:
          mark = bytes.length;
          break;
        case 254: {
          const number = next();
          if (number >= this.program.sections) throw new Failure(0x12000000 | offset);
          this.commit();
          this.current = number;
          return;
        }
        case 255:
          this.commit();
          return;
        default:
          opcode = code;
          bytes.push(code);
      }
    }
  }

  /** After pass 2: elements begin where those before them end. */
  codeLines(): Outcome['lines'] {
    let start = 0;
    return this.sections.flat().flatMap(({ lines, final }) => {
      const found = lines.map(([index, line]) => [start + index, line] as const);
      start = final;
      return found;
    });
  }

  /** Pass 2. */
  link(): void {
    const pcs = [...this.waiting.keys()]
      .filter(name => name.startsWith('=>'))
      .map(name => Number(name.slice(2)));
    if (pcs.length > 0) throw new Failure(0x22000000 | Math.min(...pcs));
    for (let label = 1; label <= 9; label++) {
      if (this.waiting.has(`${label}`)) throw new Failure(0x21000000 | label);
    }
    for (const [name, label] of this.waiting) label.external = Number(name.slice(2)) - 10;

    const all = this.sections.flat();
    let estimate = 0;
    for (const [order, element] of all.entries()) {
      element.order = order;
      estimate += this.size(element);
      element.estimate = estimate;
    }
    let final = 0;
    for (const element of all) {
      const target = element.label?.address === undefined ? element.label?.element : undefined;
      if (element.kind === 'rel' && target && element.saves > 0) {
        const distance =
          target.order > element.order
            ? target.estimate - element.estimate
            : target.final - (final + this.size(element));
        element.short = distance >= -128 - element.saves && distance <= 127;
      }
      if (element.kind === 'align') final += -final & element.mask;
      else final += this.size(element) - (element.short ? element.saves : 0);
      element.final = final;
    }
  }

  /** Pass 3. */
  encode(): number[] {
    const code: number[] = [];
    const found = new Map<number, bigint>();
    const wide = this.program.arch === 'x64';
    const append = (value: bigint, size: number): void => {
      for (let i = 0; i < size; i++) code.push(Number((value >> BigInt(8 * i)) & 255n));
    };
    const distance = (target: bigint, offset: number): void => {
      const here = this.program.base + BigInt(code.length) + 4n;
      const value = BigInt.asIntN(wide ? 64 : 32, target - here);
      if (value !== BigInt.asIntN(32, value)) throw new Failure(0x31000000 | offset);
      append(value, 4);
    };
    for (const element of this.sections.flat()) {
      switch (element.kind) {
        case 'bytes':
          for (const byte of element.bytes) code.push(byte);
          break;
        case 'align':
          while ((code.length & element.mask) !== 0) code.push(0x90);
          break;
        case 'label':
          if (element.global !== undefined) found.set(element.global, this.resolve(element.label));
          break;
        case 'imm':
          append(this.resolve(element.label), wide ? 8 : 4);
          break;
        case 'rel':
          if (element.short) {
            const opcode = code.pop() ?? 0;
            if (element.saves === 4) code.pop();
            code.push(element.saves === 4 ? opcode - 0x10 : 0xeb);
            append(BigInt((element.label?.element?.final ?? 0) - code.length - 1), 1);
          } else distance(this.resolve(element.label), element.offset);
          break;
        default: {
          const target = this.program.externBase + 16n * BigInt(element.extern?.number ?? 0);
          if (element.extern?.relative) distance(target, element.offset);
          else {
            const limit = this.program.signed.includes(element.offset) ? 2n ** 31n : 2n ** 32n;
            if (wide && target >= limit) throw new Failure(0x31000000 | element.offset);
            append(target, 4);
          }
        }
      }
    }
    for (const [index, address] of found) this.globals[index] = address;
    return code;
  }

  pcOffset(pc: number): number {
    const label = this.defined.get(`=>${pc}`);
    if (label?.address !== undefined) return -3;
    return label?.element?.final ?? -2;
  }

  private resolve(label: Label | undefined): bigint {
    const bits = this.program.arch === 'x64' ? 64 : 32;
    if (label?.external !== undefined) return this.globals[label.external] ?? 0n;
    return BigInt.asUintN(bits, label?.address ?? this.program.base + BigInt(label?.element?.final ?? 0));
  }

  private address(value: number | bigint | undefined): bigint {
    return BigInt.asUintN(this.program.arch === 'x64' ? 64 : 32, BigInt(value ?? 0));
  }

  private element(kind: Element['kind'], offset: number): Element {
    const rest = { saves: 0, mask: 0, short: false, order: 0, estimate: 0, final: 0 };
    const element: Element = { kind, offset, bytes: [], lines: [], ...rest };
    this.elements.push(element);
    return element;
  }

  private commit(): void {
    this.sections[this.current]?.push(...this.elements);
  }

  /** Largest size. */
  private size(element: Element): number {
    switch (element.kind) {
      case 'bytes':
        return element.bytes.length;
      case 'label':
        return 0;
      case 'align':
        return element.mask;
      case 'imm':
        return this.program.arch === 'x64' ? 8 : 4;
      default:
        return 4;
    }
  }

  private reference(number: number, offset: number): Label {
    if (number > 246) return this.waiting.get(`${number - 246}`) ?? this.wait(`${number - 246}`);
    if (number < 10) {
      const label = this.defined.get(`${number}`);
      if (label === undefined || this.waiting.has(`${number}`)) throw new Failure(0x13000000 | offset);
      return label;
    }
    if (number - 10 >= this.globalCapacity) throw new Failure(0x13000000 | offset);
    return this.defined.get(`->${number}`) ?? this.wait(`->${number}`);
  }

  private wait(name: string): Label {
    const label = this.waiting.get(name) ?? {};
    this.waiting.set(name, label);
    return label;
  }

  private define(name: string, offset: number): Element {
    const label = this.waiting.get(name) ?? {};
    this.waiting.delete(name);
    this.defined.set(name, label);
    const element = this.element('label', offset);
    element.label = label;
    label.element = element;
    return element;
  }

  private pcName(value: number | bigint | undefined, offset: number): string {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0 || number >= this.pcCapacity)
      throw new Failure(0x14000000 | offset);
    return `=>${number}`;
  }
}

/** Capacity of DynASM's arrays: 4, doubled until it is enough. */
function roundUp(capacity: number, need: number): number {
  if (need <= capacity) return capacity;
  let size = Math.max(4, capacity);
  while (size < need) size *= 2;
  return size;
}

function isSignedByte(value: number): boolean {
  return value >= -128 && value <= 127;
}

function saving(opcode: number): number {
  return opcode === 0xe9 ? 3 : opcode >> 4 === 8 ? 4 : 0;
}

/** Variable x87 register: D8…DF, a REX to be dropped, C0+i. */
function isX87(bytes: readonly number[], how: number): boolean {
  const [opcode = 0, rex = 0, modrm = 0] = bytes.slice(-3);
  return how >> 5 === 1 && (how & 7) === 2 && opcode >> 3 === 0xd8 >> 3 && rex === 0x40 && modrm >= 0xc0;
}

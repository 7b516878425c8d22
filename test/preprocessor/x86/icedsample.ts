/**
 * Samples of every instruction that iced-x86 knows. Takes a code of iced; has iced encode instructions of it,
 * with first and last registers, every addressing form, masks and so on. Returns the bytes with iced's text
 * as a statement, and the same statement with registers and numbers that are known at run time only.
 */
import iced, { type Instruction, type OpCodeInfo } from 'iced-x86';
import { BASE } from './encodedstatement.ts';
import { statementOf } from './icedstatement.ts';

const { Code, CodeExt, DecoderOptions, EncodingKind, OpCodeOperandKind, OpKind, RoundingControl } = iced;
const { Register: R } = iced;

export interface Sample {
  readonly code: iced.Code;
  readonly bytes: Uint8Array;
  /** What iced makes of the bytes. */
  readonly decoded: Decoded;
  readonly text: string;
  /** The same with what is known at run time only, and without the prefix that chooses VEX. */
  readonly variants: readonly string[];
}

export interface Decoded {
  /** The code of the last instruction; in front of it only `wait` may stand. */
  readonly code: iced.Code;
  readonly text: string;
}

/** Memory: an address, or relative to the instruction pointer. */
interface Address {
  readonly base?: iced.Register;
  readonly index?: iced.Register;
  readonly scale?: number;
  readonly displacement?: number;
  readonly segment?: number;
  readonly isRelative?: true;
}

/** What a sample of a code looks like. */
interface Shape {
  /** Counts on from operand to operand. */
  readonly register: number;
  readonly address?: Address;
  readonly value: bigint;
  readonly mask?: number;
  readonly isZeroing?: true;
  readonly rounding?: number;
  readonly isQuiet?: true;
  readonly isBroadcast?: true;
}

const ADDRESSES: Readonly<Record<'x64' | 'x86', readonly Address[]>> = {
  x64: [
    { base: R.RBX, index: R.RCX, scale: 4, displacement: 0x40 },
    { base: R.R13 },
    { isRelative: true },
    { base: R.RSP, displacement: -0x80 },
    { base: R.R12, index: R.R15, scale: 8, displacement: -0x7fff_ffff },
    { index: R.RBP, scale: 8, displacement: 0x1234 },
    { displacement: 0x12345 },
    { base: R.R9D, index: R.ECX, scale: 2, displacement: 0x10 },
    { base: R.RAX, segment: R.FS },
    { base: R.RBP, index: R.R12, scale: 1 },
    { base: R.RDX, displacement: 0x13 },
  ],
  x86: [
    { base: R.EBX, index: R.ECX, scale: 4, displacement: 0x40 },
    { base: R.EBP },
    { base: R.ESP, displacement: -0x80 },
    { base: R.EDI, index: R.ESI, scale: 8, displacement: -0x7fff_ffff },
    { index: R.EBP, scale: 8, displacement: 0x1234 },
    { displacement: 0x12345 },
    { base: R.EAX, segment: R.GS },
    { base: R.EBP, index: R.EDI, scale: 1 },
    { base: R.EDX, displacement: 0x13 },
    { base: R.BX, index: R.SI, displacement: 0x40 },
    { base: R.BP },
    { base: R.BP, index: R.DI, displacement: -0x80 },
    { base: R.DI, displacement: 0x1234 },
    { base: R.SI },
    { base: R.BX, index: R.DI, displacement: -0x7fff, segment: R.FS },
  ],
};
/** For codes that take no other. */
const SHORT_ADDRESSES: Readonly<Record<'x64' | 'x86', Address>> = {
  x64: { base: R.EBX, displacement: 0x40 },
  x86: { base: R.BX, index: R.SI, displacement: 0x40 },
};
/** So many of the addresses each code gets, beside the first. */
const FURTHER_ADDRESSES = 6;

/** Which byte registers have a number on both architectures. */
const BYTES = [R.AL, R.CL, R.DL, R.BL, R.SPL, R.BPL, R.SIL, R.DIL] as const;

/** Registers by the beginning of the names of operand kinds: the first, and how many there are. */
const CLASSES: readonly (readonly [kind: RegExp, first: number, count: number])[] = [
  [/^k_/, R.K0, 8],
  [/^kp1_/, R.K0, 8],
  [/^mm_/, R.MM0, 8],
  [/^bnd_/, R.BND0, 4],
  [/^tmm_/, R.TMM0, 8],
  [/^seg_reg/, R.ES, 6],
  [/^dr_/, R.DR0, 8],
  [/^tr_/, R.TR0, 8],
  [/^sti_/, R.ST1, 7],
];
const GENERAL: Readonly<Record<string, number>> = { 16: R.AX, 32: R.EAX, 64: R.RAX };
const VECTORS: Readonly<Record<string, number>> = { x: R.XMM0, y: R.YMM0, z: R.ZMM0 };

const IMMEDIATES: Readonly<Record<string, readonly [kind: iced.OpKind, bits: number]>> = {
  imm8: [OpKind.Immediate8, 8],
  imm8_const_1: [OpKind.Immediate8, 8],
  imm4_m2z: [OpKind.Immediate8, 4],
  imm8sex16: [OpKind.Immediate8to16, 8],
  imm8sex32: [OpKind.Immediate8to32, 8],
  imm8sex64: [OpKind.Immediate8to64, 8],
  imm16: [OpKind.Immediate16, 16],
  imm32: [OpKind.Immediate32, 32],
  imm32sex64: [OpKind.Immediate32to64, 32],
  imm64: [OpKind.Immediate64, 64],
};

const formatter = new iced.Formatter(iced.FormatterSyntax.Nasm);
formatter.hexPrefix = '0x';
formatter.hexSuffix = '';
formatter.uppercaseHex = false;
formatter.branchLeadingZeros = false;
formatter.showBranchSize = false;
formatter.spaceAfterOperandSeparator = true;
formatter.memorySizeOptions = iced.MemorySizeOptions.Always;
formatter.usePseudoOps = false;

/** The codes of instructions that exist on an architecture. */
export function codesOf(arch: 'x64' | 'x86'): readonly iced.Code[] {
  return Object.values(Code)
    .filter(code => typeof code === 'number')
    .filter(code => {
      const info = CodeExt.opCode(code);
      const isThere = info.isInstruction && (arch === 'x64' ? info.mode64 : info.mode32);
      info.free();
      return isThere;
    });
}

export class Samples {
  readonly #arch: 'x64' | 'x86';
  readonly #is64Bit: boolean;
  readonly #encoder: iced.Encoder;

  constructor(arch: 'x64' | 'x86') {
    this.#arch = arch;
    this.#is64Bit = arch === 'x64';
    this.#encoder = new iced.Encoder(this.#is64Bit ? 64 : 32);
  }

  /** The samples of a code; none if iced itself cannot encode it or read it back. */
  of(code: iced.Code): readonly Sample[] {
    const info = CodeExt.opCode(code);
    const kinds = Array.from({ length: info.opCount }, (_, n) => OpCodeOperandKind[info.opKind(n)] ?? '');
    const samples = new Map<string, Sample>();
    const add = (shape: Shape): void => {
      const bytes = this.#encode(code, kinds, info, shape);
      if (bytes === undefined) return;
      const decoded = this.decode(bytes, code);
      // Some bytes that iced makes of a code are those of another one.
      if (decoded === undefined || (decoded.code !== code && !decoded.text.startsWith('wait'))) return;
      // Of an address that is not accessed iced does not show the segment.
      if (shape.address?.segment !== undefined && !/[fg]s:/.test(decoded.text)) return;
      const { text, variants } = statementOf(
        decoded.text,
        kinds,
        info,
        this.#is64Bit,
        shape.address?.isRelative === true,
      );
      samples.set(text, { code, bytes, decoded, text, variants });
    };
    for (const shape of this.#shapes(code, info)) add(shape);
    if (samples.size === 0) add({ register: 1, value: 5n, address: SHORT_ADDRESSES[this.#arch] });
    info.free();
    return [...samples.values()];
  }

  /** What the bytes are; undefined if they are no instruction. `code` says which extensions are read. */
  decode(bytes: Uint8Array, code: iced.Code): Decoded | undefined {
    const info = CodeExt.opCode(code);
    const option = info.decoderOption | (info.isReservedNop ? DecoderOptions.ForceReservedNop : 0);
    const kinds = Array.from({ length: info.opCount }, (_, n) => info.opKind(n));
    formatter.signedImmediateOperands = !kinds.some(kind => UNSIGNED.includes(kind));
    info.free();
    const first = this.#read(bytes, option);
    // AMD's processors read some prefixes otherwise.
    return first?.code === code ? first : (this.#read(bytes, option | DecoderOptions.AMD, code) ?? first);
  }

  #read(bytes: Uint8Array, options: number, wanted?: iced.Code): Decoded | undefined {
    const decoder = new iced.Decoder(this.#is64Bit ? 64 : 32, bytes, options);
    decoder.ip = BASE;
    const texts: string[] = [];
    let code: iced.Code = Code.INVALID;
    try {
      while (decoder.canDecode) {
        const instruction = decoder.decode();
        code = instruction.code;
        const text = formatter.format(instruction);
        texts.push(SHORT_PUSHES.includes(code) ? text.replace(/^(?:o16 )?push /, 'push word ') : text);
        instruction.free();
        if (code === Code.INVALID) return undefined;
      }
    } finally {
      decoder.free();
    }
    if (texts.length > 1 && texts[0] !== 'wait') return undefined;
    return wanted === undefined || code === wanted ? { code, text: texts.join('; ') } : undefined;
  }

  /** The shapes of the samples. Which addresses a code gets depends on its number. */
  *#shapes(code: iced.Code, info: OpCodeInfo): Generator<Shape> {
    const addresses = ADDRESSES[this.#arch];
    yield { register: 0, value: 5n };
    yield { register: this.#is64Bit ? 31 : 7, value: -1n };
    for (let n = 0; n <= FURTHER_ADDRESSES; n++) {
      const address = addresses[n === 0 ? 0 : 1 + ((code * FURTHER_ADDRESSES + n) % (addresses.length - 1))];
      if (address !== undefined) yield { register: 1 + 2 * n, value: 0x11n, address };
    }
    const [address] = addresses;
    if (address === undefined) return;
    if (info.canUseOpMaskRegister) {
      yield { register: 2, value: 1n, mask: R.K1 };
      yield { register: 2, value: 1n, mask: R.K7, address };
    }
    if (info.canUseZeroingMasking) yield { register: 3, value: 1n, mask: R.K7, isZeroing: true };
    if (info.canUseRoundingControl) {
      for (const rounding of [
        RoundingControl.RoundToNearest,
        RoundingControl.RoundDown,
        RoundingControl.RoundUp,
        RoundingControl.RoundTowardZero,
      ]) {
        yield { register: 4, value: 1n, rounding };
      }
    }
    if (info.canSuppressAllExceptions) yield { register: 5, value: 1n, isQuiet: true };
    if (info.canBroadcast) {
      yield { register: 6, value: 1n, address, isBroadcast: true };
      yield { register: 6, value: 1n, address, isBroadcast: true, mask: R.K1 };
    }
  }

  #encode(code: iced.Code, kinds: readonly string[], info: OpCodeInfo, shape: Shape): Uint8Array | undefined {
    const instruction = iced.Instruction.create(code);
    try {
      const set = kinds.map((kind, n) => this.#setOperand(instruction, n, kind, info, shape));
      const hasMemory = set.includes('memory');
      if (set.includes(undefined) || (shape.address !== undefined && !hasMemory)) return undefined;
      if (shape.mask !== undefined || info.requireOpMaskRegister) instruction.opMask = shape.mask ?? R.K2;
      if (shape.isZeroing) instruction.zeroingMasking = true;
      if (shape.rounding !== undefined) instruction.roundingControl = shape.rounding;
      if (shape.isQuiet) instruction.suppressAllExceptions = true;
      if (shape.isBroadcast) instruction.isBroadcast = true;
      this.#encoder.encode(instruction, BASE);
      return this.#encoder.takeBuffer();
    } catch {
      this.#encoder.takeBuffer();
      // There is no such instruction.
      return undefined;
    } finally {
      instruction.free();
    }
  }

  /** Sets operand `n`. Returns what it is; undefined if the shape does not go with its kind. */
  #setOperand(
    instruction: Instruction,
    n: number,
    kind: string,
    { encoding }: OpCodeInfo,
    { register, address, value }: Shape,
  ): 'memory' | 'other' | undefined {
    const number = Math.abs(register - n);
    const asRegister = (named: number): 'other' => {
      instruction.setOpKind(n, OpKind.Register);
      instruction.setOpRegister(n, named);
      return 'other';
    };
    const vectorCount = this.#is64Bit ? (encoding === EncodingKind.EVEX ? 32 : 16) : 8;
    if (address !== undefined && /_or_mem(?:_mpx)?$|^mem(?:_mpx|_mib)?$|^sibmem$/.test(kind)) {
      this.#setMemory(instruction, n, address);
      return 'memory';
    }
    if (/^mem(?:_mpx|_mib)?$|^sibmem$/.test(kind)) return undefined;
    const [, vsib = ''] = /^mem_vsib(?:32|64)([xyz])$/.exec(kind) ?? [];
    const indices = VECTORS[vsib];
    if (indices !== undefined) {
      if (address === undefined || address.isRelative) return undefined;
      const scale = address.scale ?? 4;
      this.#setMemory(instruction, n, { ...address, index: indices + ((register + 5) % vectorCount), scale });
      return 'memory';
    }
    const [, bits] = /^r(8|16|32|64)_(?:reg|opcode|rm|vvvv|or_mem|reg_mem)/.exec(kind) ?? [];
    if (bits !== undefined) {
      const general = number % (this.#is64Bit ? 16 : 8);
      if (bits !== '8') return asRegister((GENERAL[bits] ?? 0) + general);
      const byte = general % (this.#is64Bit ? 16 : 4);
      return asRegister(BYTES[byte] ?? R.R8L + byte - 8);
    }
    const [, vector = ''] = /^([xyz])mm(?:p3)?_/.exec(kind) ?? [];
    const first = VECTORS[vector];
    if (first !== undefined) return asRegister(first + (kind.includes('p3') ? 4 : number % vectorCount));
    if (kind.startsWith('cr_')) {
      const there = this.#is64Bit ? [0, 2, 3, 4, 8] : [0, 2, 3, 4];
      return asRegister(R.CR0 + (there[number % there.length] ?? 0));
    }
    const [, start, count] = CLASSES.find(([pattern]) => pattern.test(kind)) ?? [];
    if (start !== undefined && count !== undefined) {
      return asRegister(start + (kind.startsWith('kp1') ? 2 * (number % 4) : number % count));
    }
    if (/^(?:[cdefgs]s|al|cl|ax|dx|eax|rax|st0)$/.test(kind)) {
      const named: unknown = Reflect.get(R, kind.toUpperCase());
      return typeof named === 'number' ? asRegister(named) : undefined;
    }
    return this.#setValue(instruction, n, kind, value);
  }

  /** Sets an operand that is neither a register nor memory with an address of its own. */
  #setValue(instruction: Instruction, n: number, kind: string, value: bigint): 'other' | undefined {
    const [immediate, bits] = IMMEDIATES[kind] ?? [];
    if (immediate !== undefined && bits !== undefined) {
      const before = n > 0 ? instruction.opKind(n - 1) : OpKind.Register;
      const isSecond = before === OpKind.Immediate8 || before === OpKind.Immediate16;
      instruction.setOpKind(n, isSecond ? OpKind.Immediate8_2nd : immediate);
      if (kind === 'imm8_const_1') instruction.immediate8 = 1;
      else if (isSecond) instruction.immediate8_2nd = 6;
      else if (bits === 4) instruction.immediate8 = Number(BigInt.asUintN(2, value));
      else if (immediate === OpKind.Immediate8) instruction.immediate8 = Number(BigInt.asUintN(8, value));
      else if (bits === 8) instruction.setImmediateI32(n, Number(value));
      // Values that take all of the field, so that it has no shorter form.
      else if (bits === 16) instruction.immediate16 = Number(BigInt.asUintN(16, 0x1234n * value));
      else if (bits === 32) instruction.setImmediateI32(n, Number(BigInt.asIntN(32, 0x123_4567n * value)));
      else instruction.immediate64 = BigInt.asUintN(64, 0x1122_3344_5566_7788n * value);
      return 'other';
    }
    const [, branch] = /^(br64|br32|br16|xbegin|brdisp)_/.exec(kind) ?? [];
    if (branch !== undefined) {
      if (kind.startsWith('br16') || kind === 'brdisp_2') {
        instruction.setOpKind(n, OpKind.NearBranch16);
        instruction.nearBranch16 = kind === 'brdisp_2' ? 0x1234 : 0;
      } else if (this.#is64Bit) {
        instruction.setOpKind(n, OpKind.NearBranch64);
        instruction.nearBranch64 = BASE;
      } else {
        instruction.setOpKind(n, OpKind.NearBranch32);
        instruction.nearBranch32 = Number(BASE);
      }
      return 'other';
    }
    const strings = STRING_OPERANDS[kind];
    if (strings !== undefined) {
      instruction.setOpKind(n, strings[this.#is64Bit ? 0 : 1]);
      return 'other';
    }
    if (kind === 'seg_rBX_al' || kind === 'mem_offs') {
      instruction.setOpKind(n, OpKind.Memory);
      if (kind === 'seg_rBX_al') {
        instruction.memoryBase = this.#is64Bit ? R.RBX : R.EBX;
        instruction.memoryIndex = R.AL;
      } else {
        instruction.memoryDisplacement = this.#is64Bit ? 0x1122_3344_5566_7788n : 0x1122_3344n;
        instruction.memoryDisplSize = this.#is64Bit ? 8 : 4;
      }
      return 'other';
    }
    if (kind === 'farbr2_2' || kind === 'farbr4_2') {
      instruction.setOpKind(n, kind === 'farbr2_2' ? OpKind.FarBranch16 : OpKind.FarBranch32);
      if (kind === 'farbr2_2') instruction.farBranch16 = 0x1234;
      else instruction.farBranch32 = 0x1234_5678;
      instruction.farBranchSelector = 0x10;
      return 'other';
    }
    return undefined;
  }

  #setMemory(instruction: Instruction, n: number, address: Address): void {
    const { base = R.None, index = R.None, scale = 1, displacement = 0, segment, isRelative } = address;
    instruction.setOpKind(n, OpKind.Memory);
    instruction.memoryBase = isRelative ? R.RIP : base;
    instruction.memoryIndex = index;
    instruction.memoryIndexScale = scale;
    instruction.memoryDisplacement = isRelative ? BASE : BigInt(displacement);
    if (segment !== undefined) instruction.segmentPrefix = segment;
    const isWord = base >= R.AX && base <= R.DI;
    const isNarrow = [base, index].some(register => register >= R.EAX && register <= R.R15D);
    const isAbsolute = base === R.None;
    const isByte = displacement >= -128 && displacement <= 127 && !isAbsolute;
    // `1` stands for whatever is shortest.
    if (isRelative) instruction.memoryDisplSize = 8;
    else if (displacement === 0 && !isAbsolute) instruction.memoryDisplSize = 0;
    else if (isByte) instruction.memoryDisplSize = 1;
    else if (isWord) instruction.memoryDisplSize = 2;
    else instruction.memoryDisplSize = this.#is64Bit && !isNarrow ? 8 : 4;
  }
}

/** iced's text does not always show their size. */
const SHORT_PUSHES: readonly number[] = [Code.Push_imm16, Code.Pushw_imm8];

/** Immediates that are not extended: a byte is 0…255. */
const UNSIGNED: readonly number[] = [OpCodeOperandKind.imm8, OpCodeOperandKind.imm16];

const STRING_OPERANDS: Readonly<Record<string, readonly [x64: number, x86: number]>> = {
  seg_rSI: [OpKind.MemorySegRSI, OpKind.MemorySegESI],
  es_rDI: [OpKind.MemoryESRDI, OpKind.MemoryESEDI],
  seg_rDI: [OpKind.MemorySegRDI, OpKind.MemorySegEDI],
};

/**
 * Decodes machine code with an independent decoder (iced-x86). Takes bytes; returns a mnemonic and operands
 * in a plain form, which can be compared with a statement. Also compares mnemonics.
 */
import iced from 'iced-x86';
import type { Instruction } from 'iced-x86';
import { CONDITIONS } from '../../../src/preprocessor/arch/x86/table/index.ts';

const { Decoder, DecoderOptions, MemorySize, MemorySizeExt, Mnemonic, OpKind, Register, RoundingControl } =
  iced;

export type Operand =
  | { readonly kind: 'register'; readonly name: string }
  | {
      readonly kind: 'memory';
      readonly base: string;
      readonly index: string;
      readonly scale: number;
      readonly displacement: bigint;
      /** Bytes; 0: not known. */
      readonly size: number;
      /** The segment whose prefix stands there; empty if none does. */
      readonly segment: string;
    }
  | {
      readonly kind: 'immediate';
      readonly value: bigint;
      readonly bits: number;
      /** Its bits in the code, and those to which it is extended. */
      readonly sizes: readonly number[];
    }
  | { readonly kind: 'target'; readonly address: bigint };

export interface Decoded {
  readonly mnemonic: string;
  readonly operands: readonly Operand[];
  /** `{k3}{z}`, `{rn-sae}`, `{1to8}`, as they stand. */
  readonly decorators: string;
  readonly length: number;
}

/** Bits of the immediates that do not have the operand size. */
const IMMEDIATE_BITS = new Map<number, number>([
  [OpKind.Immediate8, 8],
  [OpKind.Immediate8_2nd, 8],
  [OpKind.Immediate16, 16],
  [OpKind.Immediate8to16, 16],
]);
const IMMEDIATE_SIZES = new Map<number, readonly number[]>([
  [OpKind.Immediate8, [8]],
  [OpKind.Immediate8_2nd, [8]],
  [OpKind.Immediate16, [16]],
  [OpKind.Immediate32, [32]],
  [OpKind.Immediate64, [64]],
  [OpKind.Immediate8to16, [8, 16]],
  [OpKind.Immediate8to32, [8, 32]],
  [OpKind.Immediate8to64, [8, 32, 64]],
  [OpKind.Immediate32to64, [32, 64]],
]);
/** What the decoder reads only if it is told. */
const OPTIONS = DecoderOptions.MPX | DecoderOptions.MovTr;
const BRANCHES: readonly number[] = [OpKind.NearBranch16, OpKind.NearBranch32, OpKind.NearBranch64];

const lower = (name: string | undefined): string => (name ?? '?').toLowerCase();

/** Decodes the first instruction of `code` at address `ip`. Skips a `wait` in front of an x87 instruction. */
export function decode(code: Uint8Array, is64Bit: boolean, ip: bigint): Decoded {
  const wait = code[0] === 0x9b && code.length > 1 ? 1 : 0;
  const decoder = new Decoder(is64Bit ? 64 : 32, code.subarray(wait), OPTIONS);
  decoder.ip = ip + BigInt(wait);
  const instruction = decoder.decode();
  const operands = Array.from({ length: instruction.opCount }, (_, n) =>
    decodeOperand(instruction, n, is64Bit),
  );
  const mnemonic = lower(Mnemonic[instruction.mnemonic]);
  const decoded = {
    mnemonic,
    operands: SELECTORS.has(mnemonic) ? operands.map(asSelector) : operands,
    decorators: decoratorsOf(instruction),
    length: instruction.length + wait,
  };
  instruction.free();
  decoder.free();
  return decoded;
}

const ROUNDINGS = new Map<number, string>([
  [RoundingControl.RoundToNearest, '{rn-sae}'],
  [RoundingControl.RoundDown, '{rd-sae}'],
  [RoundingControl.RoundUp, '{ru-sae}'],
  [RoundingControl.RoundTowardZero, '{rz-sae}'],
]);

function decoratorsOf(instruction: Instruction): string {
  const { opMask, zeroingMasking, suppressAllExceptions, isBroadcast, memorySize } = instruction;
  const mask = opMask === Register.None ? '' : `{${lower(Register[opMask])}}`;
  const count = isBroadcast ? (/Broadcast(\d+)/.exec(MemorySize[memorySize] ?? '')?.[1] ?? '0') : '0';
  return [
    mask,
    zeroingMasking ? '{z}' : '',
    ROUNDINGS.get(instruction.roundingControl) ?? (suppressAllExceptions ? '{sae}' : ''),
    isBroadcast ? `{1to${Number(count) / 8 / MemorySizeExt.size(memorySize)}}` : '',
  ].join('');
}

function decodeOperand(instruction: Instruction, n: number, is64Bit: boolean): Operand {
  const kind = instruction.opKind(n);
  if (kind === OpKind.Register) return { kind: 'register', name: lower(Register[instruction.opRegister(n)]) };
  if (BRANCHES.includes(kind)) return { kind: 'target', address: instruction.nearBranchTarget };
  if (kind >= OpKind.Immediate8 && kind <= OpKind.Immediate32to64) {
    return {
      kind: 'immediate',
      value: instruction.immediate(n),
      bits: IMMEDIATE_BITS.get(kind) ?? 32,
      sizes: IMMEDIATE_SIZES.get(kind) ?? [],
    };
  }
  if (kind === OpKind.FarBranch16 || kind === OpKind.FarBranch32) {
    const offset = kind === OpKind.FarBranch16 ? instruction.farBranch16 : instruction.farBranch32;
    return farPointer(instruction.farBranchSelector, offset, kind === OpKind.FarBranch16 ? 16 : 32);
  }
  const name = (register: iced.Register): string =>
    register === Register.None ? '' : lower(Register[register]);
  return {
    kind: 'memory',
    base: name(instruction.memoryBase),
    index: name(instruction.memoryIndex),
    scale: instruction.memoryIndexScale,
    displacement: BigInt.asIntN(is64Bit ? 64 : 32, instruction.memoryDisplacement),
    segment: name(instruction.segmentPrefix),
    size: instruction.memorySize === MemorySize.Unknown ? 0 : MemorySizeExt.size(instruction.memorySize),
  };
}

/** A far pointer in the code, as one number. */
export function farPointer(selector: number, offset: number, bits: number): Operand {
  return { kind: 'immediate', value: BigInt(selector) * 2n ** 32n + BigInt(offset), bits, sizes: [bits] };
}

/** These take 16 bits, whatever the operand size is, and the decoder shows 32. */
const SELECTORS = new Set(['arpl', 'lldt', 'ltr', 'verr', 'verw', 'lmsw', 'lkgs']);

function asSelector(operand: Operand): Operand {
  if (operand.kind !== 'register') return operand;
  return { ...operand, name: operand.name.replace(/^e/, '').replace(/^(r\d+)d$/, '$1w') };
}

/** Mnemonics for which the decoder has another name. */
const ALIASES = new Map([
  // Synonyms.
  ['sal', 'shl'],
  ['fwait', 'wait'],
  ['fpop', 'fstp'],
  ['mov64', 'mov'],
  ['loopz', 'loope'],
  ['loopnz', 'loopne'],
  // Instructions of x87 that begin with `wait`.
  ['fclex', 'fnclex'],
  ['finit', 'fninit'],
  ['fsave', 'fnsave'],
  ['fstcw', 'fnstcw'],
  ['fstenv', 'fnstenv'],
  ['fstsw', 'fnstsw'],
  // DynASM's wrong names.
  ['vptestps', 'vtestps'],
  ['vptestpd', 'vtestpd'],
  // With 64-bit operands.
  ['fxsave', 'fxsave64'],
  ['fxrstor', 'fxrstor64'],
  ['movd', 'movq'],
  ['vmovd', 'vmovq'],
  ['pmulhrwa', 'pmulhrw'],
  ['retn', 'ret'],
  ['retw', 'ret'],
  ['retfw', 'retf'],
  ['retfq', 'retf'],
  ['iretw', 'iret'],
  ['iret', 'iretd'],
  ['popa', 'popad'],
  ['pusha', 'pushad'],
  ['popad', 'popad'],
  ['icebp', 'int1'],
  ['xlat', 'xlatb'],
  ['ud2a', 'ud2'],
  ['feni', 'fneni'],
  ['fdisi', 'fndisi'],
  ['fsetpm', 'fnsetpm'],
  ['fstdw', 'fnstdw'],
  ['fstsg', 'fnstsg'],
  ['popfw', 'popf'],
  ['pushfw', 'pushf'],
  ['popaw', 'popa'],
  ['pushaw', 'pusha'],
  // A register exchanged with itself.
  ['xchg', 'nop'],
]);

/** The names of conditions, each with the first of its synonyms. */
const CONDITION_NAMES = new Map(
  CONDITIONS.flatMap(names => names.split('/').map(name => [name, names.split('/')[0] ?? name])),
);

function canonical(mnemonic: string): string {
  const [, stem = '', condition = '', tail = ''] =
    /^(j|set|cmov|cmp(?=\w+xadd$))(\w+?)(xadd|)$/.exec(mnemonic) ?? [];
  return stem + (CONDITION_NAMES.get(condition) ?? condition) + tail || mnemonic;
}

export function sameMnemonic(written: string, decoded: string): boolean {
  if (canonical(written) === canonical(decoded) || ALIASES.get(written) === decoded) return true;
  // The decoder's name includes the operand size.
  return /^(push|pop)f$/.test(written) && [`${written}d`, `${written}q`].includes(decoded);
}

/**
 * Machine code as an independent decoder (iced-x86) reads it, and statements as they would have to be read: both as a mnemonic
 * and operands in one plain form, to be compared.
 */
import iced from 'iced-x86';
import type { Instruction } from 'iced-x86';
import { CONDITIONS } from '../../../src/preprocessor/arch/x86/table/index.ts';

const { Decoder, DecoderOptions, MemorySize, MemorySizeExt, Mnemonic, OpKind, Register } = iced;

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
    }
  | { readonly kind: 'immediate'; readonly value: bigint; readonly bits: number }
  | { readonly kind: 'target'; readonly address: bigint };

export interface Decoded {
  readonly mnemonic: string;
  readonly operands: readonly Operand[];
  readonly length: number;
}

/** Bits of the immediates that have not the size of the operation. */
const IMMEDIATE_BITS = new Map<number, number>([
  [OpKind.Immediate8, 8],
  [OpKind.Immediate8_2nd, 8],
  [OpKind.Immediate16, 16],
  [OpKind.Immediate8to16, 16],
]);
const BRANCHES: readonly number[] = [OpKind.NearBranch16, OpKind.NearBranch32, OpKind.NearBranch64];

const lower = (name: string | undefined): string => (name ?? '?').toLowerCase();

/** Decodes the first instruction of `code` at address `ip`. A `wait` in front of an x87 instruction is stepped over. */
export function decode(code: Uint8Array, x64: boolean, ip: bigint): Decoded {
  const wait = code[0] === 0x9b && code.length > 1 ? 1 : 0;
  const decoder = new Decoder(x64 ? 64 : 32, code.subarray(wait), DecoderOptions.None);
  decoder.ip = ip + BigInt(wait);
  const instruction = decoder.decode();
  const operands = Array.from({ length: instruction.opCount }, (_, n) => decodeOperand(instruction, n, x64));
  const decoded = {
    mnemonic: lower(Mnemonic[instruction.mnemonic]),
    operands,
    length: instruction.length + wait,
  };
  instruction.free();
  decoder.free();
  return decoded;
}

function decodeOperand(instruction: Instruction, n: number, x64: boolean): Operand {
  const kind = instruction.opKind(n);
  if (kind === OpKind.Register) return { kind: 'register', name: lower(Register[instruction.opRegister(n)]) };
  if (BRANCHES.includes(kind)) return { kind: 'target', address: instruction.nearBranchTarget };
  if (kind >= OpKind.Immediate8 && kind <= OpKind.Immediate32to64) {
    return { kind: 'immediate', value: instruction.immediate(n), bits: IMMEDIATE_BITS.get(kind) ?? 32 };
  }
  const name = (register: iced.Register): string =>
    register === Register.None ? '' : lower(Register[register]);
  return {
    kind: 'memory',
    base: name(instruction.memoryBase),
    index: name(instruction.memoryIndex),
    scale: instruction.memoryIndexScale,
    displacement: BigInt.asIntN(x64 ? 64 : 32, instruction.memoryDisplacement),
    size: instruction.memorySize === MemorySize.Unknown ? 0 : MemorySizeExt.size(instruction.memorySize),
  };
}

/** What DynASM calls otherwise, and why. */
const ALIASES = new Map([
  // Synonyms.
  ['sal', 'shl'],
  ['fwait', 'wait'],
  ['fpop', 'fstp'],
  ['mov64', 'mov'],
  // x87 with `wait` in front.
  ['fclex', 'fnclex'],
  ['finit', 'fninit'],
  ['fsave', 'fnsave'],
  ['fstcw', 'fnstcw'],
  ['fstenv', 'fnstenv'],
  ['fstsw', 'fnstsw'],
  // The reference's misnomers.
  ['vptestps', 'vtestps'],
  ['vptestpd', 'vtestpd'],
  // With 64-bit operands.
  ['fxsave', 'fxsave64'],
  ['fxrstor', 'fxrstor64'],
  ['movd', 'movq'],
  ['vmovd', 'vmovq'],
  // A register exchanged with itself.
  ['xchg', 'nop'],
]);

/** Synonyms of conditions: to the first one. */
const CONDITION_NAMES = new Map(
  CONDITIONS.flatMap(names => names.split('/').map(name => [name, names.split('/')[0] ?? name])),
);

function canonical(mnemonic: string): string {
  const [, stem = '', condition = ''] = /^(j|set|cmov)(\w+)$/.exec(mnemonic) ?? [];
  return stem + (CONDITION_NAMES.get(condition) ?? condition) || mnemonic;
}

export function sameMnemonic(written: string, decoded: string): boolean {
  if (canonical(written) === canonical(decoded) || ALIASES.get(written) === decoded) return true;
  // The decoder has the name with the operand size.
  return /^(push|pop)f$/.test(written) && [`${written}d`, `${written}q`].includes(decoded);
}

/**
 * The disassemblers of listings: iced-x86, a package that people install who want listings of x86 code, and
 * for ARM64 the table of instructions of this package. Both are loaded when they are first needed.
 */
import type { Instruction, OpKind } from 'iced-x86';
import type { Arch } from '../encoder/index.ts';
import { load, loadDisassembler } from './loadedpackage.ts';

/** See loadedpackage.ts. */
declare const REQUIRE: NodeJS.Require;

/** What there is to decode. */
export interface Bytes {
  readonly bytes: Uint8Array;
  /** Of the first byte. */
  readonly address: bigint;
  readonly arch: Arch;
  /** The offsets behind addresses of labels and externs, in data and in instructions. */
  readonly addressEnds: ReadonlySet<number>;
}

interface Decoded {
  /** In bytes. */
  readonly length: number;
  /** Undefined for bytes that are no known instruction. */
  readonly text: string | undefined;
  /** The address that a branch goes to, or that an operand has. */
  readonly target: bigint | undefined;
}

export interface Disassembler {
  decode(offset: number): Decoded;
  free(): void;
}

/** @throws {MissingPackageError} */
export function icedDisassembler({ bytes, address, arch, addressEnds }: Bytes): Disassembler {
  const iced = loadDisassembler();
  const decoder = new iced.Decoder(arch === 'x64' ? 64 : 32, bytes, iced.DecoderOptions.None);
  const formatter = new iced.Formatter(iced.FormatterSyntax.Nasm);
  formatter.hexPrefix = '0x';
  formatter.hexSuffix = '';
  formatter.uppercaseHex = false;
  formatter.branchLeadingZeros = false;
  formatter.showBranchSize = false;
  formatter.spaceAfterOperandSeparator = true;
  const instruction = new iced.Instruction();
  return {
    decode(offset) {
      decoder.position = offset;
      decoder.ip = address + BigInt(offset);
      decoder.decodeOut(instruction);
      const { length } = instruction;
      formatter.smallHexNumbersInDecimal = !hasWideNumber(instruction, iced.OpKind.Immediate64);
      return {
        length,
        text: instruction.isInvalid ? undefined : formatter.format(instruction),
        target: addressOf(instruction, iced, addressEnds.has(offset + length)),
      };
    },
    free() {
      for (const resource of [decoder, formatter, instruction]) resource.free();
    },
  };
}

/**
 * The address that a branch goes to, or that a memory operand without registers has; with `hasAddress`, that
 * an immediate is.
 */
function addressOf(
  instruction: Instruction,
  { Register, OpKind }: typeof import('iced-x86'),
  hasAddress: boolean,
): bigint | undefined {
  const { isJmpShortOrNear, isJccShortOrNear, isCallNear, isLoop, isLoopcc, isJcxShort } = instruction;
  if (isJmpShortOrNear || isJccShortOrNear || isCallNear || isLoop || isLoopcc || isJcxShort) {
    return instruction.nearBranchTarget;
  }
  if (instruction.isIpRelMemoryOperand) return instruction.ipRelMemoryAddress;
  const { memoryBase, memoryIndex, op0Kind, op1Kind } = instruction;
  if (hasAddress && op1Kind === OpKind.Immediate64) return instruction.immediate64;
  if (hasAddress && op1Kind === OpKind.Immediate32) return BigInt(instruction.immediate32);
  const isMemory = op0Kind === OpKind.Memory || op1Kind === OpKind.Memory;
  const isAbsolute = isMemory && memoryBase === Register.None && memoryIndex === Register.None;
  return isAbsolute ? instruction.memoryDisplacement : undefined;
}

/**
 * Does it show a number beyond 32 bits? iced-x86 1.21 takes such a number for a small one if its lower half
 * is one, and prints only that half: 0x100000005 as 5.
 */
function hasWideNumber(instruction: Instruction, immediate64: OpKind): boolean {
  const { nearBranchTarget, memoryDisplacement, op1Kind } = instruction;
  if (op1Kind === immediate64 && instruction.immediate64 >= 2n ** 32n) return true;
  return nearBranchTarget >= 2n ** 32n || memoryDisplacement >= 2n ** 32n;
}

const WORD_BYTES = 4;

/** Instructions are words; where fewer bytes are left they are none. */
export function arm64Disassembler({ bytes, address }: Bytes): Disassembler {
  const { disassemble } = load(
    () => REQUIRE('#disassembler'),
    '#disassembler',
  ) as typeof import('#disassembler');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    decode(offset) {
      const length = Math.min(WORD_BYTES, bytes.length - offset);
      if (length < WORD_BYTES) return { length, text: undefined, target: undefined };
      const at = address + BigInt(offset);
      let target: bigint | undefined;
      const found = disassemble(view.getUint32(offset, true), (distance, isPage) => {
        target = BigInt.asUintN(64, (isPage ? at & ~0xfffn : at) + BigInt(distance));
        return `0x${target.toString(16)}`;
      });
      return { length, text: found && `${found.mnemonic} ${found.operands}`.trimEnd(), target };
    },
    free() {
      // Nothing is held.
    },
  };
}

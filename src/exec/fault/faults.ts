/** Faults in generated code as exceptions: `faultError` takes what the handler has seen. */
import { hexadecimal } from '../../encoder/address.ts';
import type { SourceLine } from '../../encoder/format/status.ts';
import { Block, findBlock, type CodePlace } from '../memory/block.ts';
import type { Lifetime } from '../memory/lifetime.ts';
import { hostArch } from '../process.ts';
import type { Fault } from './guardedthread.ts';

/** What a signal means in code that a program has generated, and what it means with a `si_code`. */
type Meaning = readonly [text: string, byCode: Readonly<Record<number, string>>];

const MISSING = 'an instruction that this processor does not have';
const FLOAT = 'a floating-point exception that MXCSR or the x87 control word lets through';
const ARM_FLOAT = 'a floating-point exception that FPCR lets through';
/** The codes are from asm-generic/siginfo.h; 128 is SI_KERNEL, for what has no code of its own. */
// prettier-ignore
const X64: Readonly<Record<string, Meaning>> = {
  SIGILL: [MISSING, {}],
  SIGTRAP: ['a breakpoint', {
    1: 'int1, a breakpoint',
    2: 'a single step, as the trap flag (TF) is set; the instruction has not been executed',
    128: 'int3, a breakpoint; one also stands behind the last byte of code, where a `ret` may be missing',
  }],
  SIGBUS: ['memory that is not there', {
    1: 'memory that is not aligned, while the flag AC forbids that',
    128: 'an address on the stack that is not canonical',
  }],
  SIGFPE: [FLOAT, { 1: 'a division by zero, or with a quotient that does not fit', ...floatMeanings(FLOAT) }],
  SIGSEGV: ['an address that is not canonical, memory that the instruction needs aligned, or an instruction that programs may not use', {}],
};

// prettier-ignore
const ARM64: Readonly<Record<string, Meaning>> = {
  SIGILL: [`${MISSING}, or that programs may not use; \`udf\` also stands behind the last byte of code, where a \`ret\` may be missing`, {}],
  SIGTRAP: ['a breakpoint', { 1: 'brk, a breakpoint' }],
  SIGBUS: ['memory that is not there', {
    1: 'an address that is not aligned: the target of a jump, the stack pointer, or that of an atomic operation',
  }],
  SIGFPE: [ARM_FLOAT, floatMeanings(ARM_FLOAT)],
};

function floatMeanings(text: string): Readonly<Record<number, string>> {
  return {
    3: `${text}: a division by zero`,
    4: `${text}: an overflow`,
    5: `${text}: an underflow`,
    6: `${text}: an inexact result`,
    7: `${text}: an invalid operation`,
  };
}

const MEANINGS = hostArch === 'arm64' ? ARM64 : X64;

/** Generated code has done what a processor refuses. The call has ended; its other effects stay. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  /** `SIGSEGV`, `SIGBUS`, `SIGILL`, `SIGFPE` or `SIGTRAP`. */
  readonly signal: string;
  /** The address that could not be accessed; undefined for other faults. */
  readonly address: bigint | undefined;
  /** How it was accessed. */
  readonly access: 'read' | 'write' | 'execute' | undefined;
  /** The address of the instruction. */
  readonly instructionAddress: bigint;
  /** Its offset in the code; undefined if it lies in no code that is known. */
  readonly offset: number | undefined;
  /** The nearest global label in front of it. */
  readonly label: string | undefined;
  /** The instruction as text; without iced-x86 its bytes. */
  readonly instruction: string | undefined;
  /** The line that it comes from, where the action list has lines. */
  readonly source: SourceLine | undefined;

  constructor(fault: Fault, place: CodePlace | undefined, prototype: string) {
    const { signal, address, access, at } = fault;
    const what = address === undefined ? meaningOf(fault) : describeAccess(address, fault);
    const where = place === undefined ? hexadecimal(at) : describePlace(place);
    const source = place?.source ? `${place.source.file}:${place.source.line}: ` : '';
    super(`${source}${signal} in a call of "${prototype}": ${what}; at ${where}`);
    this.signal = signal;
    this.address = address;
    this.access = access;
    this.instructionAddress = at;
    this.offset = place?.offset;
    this.label = place?.label;
    this.instruction = place?.instruction;
    this.source = place?.source;
  }
}

function meaningOf({ signal, code }: Fault): string {
  const [text, byCode] = MEANINGS[signal] ?? [signal, {}];
  return byCode[code] ?? text;
}

function describeAccess(address: bigint, { signal, access, at }: Fault): string {
  const shown = hexadecimal(address);
  if (access === 'execute' || address === at) return `a jump to ${shown}, where there is no code`;
  const why =
    signal === 'SIGBUS'
      ? ', which the system cannot provide (a mapped file may have become shorter)'
      : address < 4096n
        ? ', a null pointer'
        : '';
  return `a ${access} of address ${shown}${why}`;
}

function describePlace({ offset, label, labelOffset, instruction }: CodePlace): string {
  const hex = `0x${offset.toString(16)}`;
  const near =
    label === undefined ? '' : ` (->${label}${labelOffset ? `+0x${labelOffset.toString(16)}` : ''})`;
  return `offset ${hex}${near}: ${instruction}`;
}

/** The error for a fault in a call of what has this lifetime. */
export function faultError(fault: Fault, lifetime: Lifetime, prototype: string): FaultError {
  const { at } = fault;
  const block = blockAround(at, lifetime, new Set()) ?? findBlock(at);
  return new FaultError(fault, block?.describe(at), prototype);
}

/** The block that an address lies in, among those that the code of a block refers to. */
function blockAround(at: bigint, lifetime: object, seen: Set<object>): Block | undefined {
  if (!(lifetime instanceof Block) || seen.has(lifetime)) return undefined;
  seen.add(lifetime);
  if (lifetime.contains(at)) return lifetime;
  for (const kept of lifetime.kept) {
    const found = blockAround(at, kept, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The memory that the statements of a REPL work with, and the code around them: it loads the processor's
 * registers from that memory, and puts them back. Takes the library of this process.
 */
import type { dasm as Library } from 'dynasm';
import { GENERAL, type Image, type VectorLayout } from './image.ts';

const RSP = GENERAL.indexOf('rsp');
const RDI = GENERAL.indexOf('rdi');

/** Where things are in the context, in bytes. */
const FLAGS = 8 * GENERAL.length;
const HOST_STACK = FLAGS + 8;
/** XSAVE wants 64-byte boundaries. An area of zeros has all registers as after a start. */
const ALIGNMENT = 64;
const VECTORS = 256;
const VECTORS_SIZE = 4096;
const HOST_VECTORS = VECTORS + VECTORS_SIZE;
const CONTEXT_SIZE = HOST_VECTORS + VECTORS_SIZE;
/** MXCSR in the area of XSAVE, and its value after a start: Intel's manual, volume 1, 10.5.1.1 and 11.6.4. */
const MXCSR = 24;
const INITIAL_MXCSR = 0x1f80;
/** The x87 control word after FNINIT. */
const INITIAL_CONTROL = 0x37f;
/** Interrupts are on, and bit 1 is always set. */
const INITIAL_FLAGS = 0x202n;

const STACK_SIZE = (1 << 20) + (1 << 17);
/** A multiple of every size of pages. */
const GUARD_SIZE = 1 << 16;
/** Bytes of memory at rdi. */
export const MEMORY_SIZE = 1 << 16;

/** x87, xmm, ymm, masks and zmm: bits of XCR0 (Intel's manual, volume 1, 13.1). */
const COMPONENTS = 0xe7;
/** The leaf of CPUID that says where XSAVE puts each component: in ebx, for the component in ecx. */
const XSAVE_LEAF = 0xd;

/** A line for each general register, with its place in the context; those of `last` at the end. */
function forGeneral(line: (name: string, at: number) => string, ...last: readonly string[]): string[] {
  const names = [...GENERAL.filter(name => !last.includes(name)), ...last];
  return names.map(name => line(name, 8 * GENERAL.indexOf(name)));
}

export class Frame {
  /** Assembly in front of the statements, and behind them, between the labels `->_enter` and `->_leave`. */
  readonly enter: string;
  readonly leave: string;
  readonly #context: Buffer;
  readonly #layout: VectorLayout;
  /** Code writes to them, by their addresses. */
  readonly buffers: readonly Buffer[];

  /** `forbid` keeps the process from using memory, where the system has that. */
  constructor(dasm: typeof Library, layout: VectorLayout, forbid: (address: bigint, size: number) => void) {
    const context = Buffer.alloc(CONTEXT_SIZE + ALIGNMENT);
    const stack = Buffer.alloc(STACK_SIZE);
    const memory = Buffer.alloc(MEMORY_SIZE);
    this.buffers = [context, stack, memory];
    this.#layout = layout;
    const contextAddress = dasm.address(context);
    const start = Number(-contextAddress & BigInt(ALIGNMENT - 1));
    this.#context = context.subarray(start, start + CONTEXT_SIZE);
    // `ret` finds its way back from there; a few words of room are above.
    const stackStart = dasm.address(stack);
    // What overflows shall not write into memory of Node's.
    forbid((stackStart + BigInt(GUARD_SIZE - 1)) & -BigInt(GUARD_SIZE), GUARD_SIZE);
    const stackTop = ((stackStart + BigInt(STACK_SIZE)) & -16n) - 64n;
    this.#context.writeUInt16LE(INITIAL_CONTROL, VECTORS);
    this.#context.writeUInt32LE(INITIAL_MXCSR, VECTORS + MXCSR);
    this.#context.writeBigUInt64LE(INITIAL_FLAGS, FLAGS);
    this.#context.writeBigUInt64LE(stackTop, 8 * RSP);
    this.#context.writeBigUInt64LE(dasm.address(memory), 8 * RDI);
    const [save, load] = dasm.cpu.has('XSAVE') ? ['xsave64', 'xrstor64'] : ['fxsave64', 'fxrstor64'];
    const address = `0x${(contextAddress + BigInt(start)).toString(16)}`;
    const preserved = ['rbx', 'rbp', 'rsi', 'rdi', 'r12', 'r13', 'r14', 'r15'];
    this.enter = [
      ...preserved.map(name => `push ${name}`),
      `mov64 rbx, ${address}`,
      `mov [rbx+${HOST_STACK}], rsp`,
      `mov eax, ${COMPONENTS}`,
      'xor edx, edx',
      `${save} [rbx+${HOST_VECTORS}]`,
      `${load} [rbx+${VECTORS}]`,
      'lea rax, [->_returned]',
      `mov64 [0x${stackTop.toString(16)}], rax`,
      `push qword [rbx+${FLAGS}]`,
      'popfq',
      ...forGeneral((name, at) => `mov ${name}, [rbx+${at}]`, 'rbx'),
      '->_enter:',
    ].join('\n');
    this.leave = [
      '->_leave:',
      'jmp >1',
      // The return address stays for the next line.
      '->_returned:',
      'lea rsp, [rsp-8]',
      '1:',
      // No register is free, and the stack may be anywhere. Moves leave the flags alone.
      `mov64 [${address}], rax`,
      `mov64 rax, ${address}`,
      ...forGeneral((name, at) => `mov [rax+${at}], ${name}`).slice(1),
      `mov rsp, [rax+${HOST_STACK}]`,
      'pushfq',
      `pop qword [rax+${FLAGS}]`,
      'cld',
      'mov rbx, rax',
      `mov eax, ${COMPONENTS}`,
      'xor edx, edx',
      `${save} [rbx+${VECTORS}]`,
      `${load} [rbx+${HOST_VECTORS}]`,
      ...preserved.toReversed().map(name => `pop ${name}`),
      'ret',
    ].join('\n');
  }

  /** The registers. */
  get image(): Image {
    return {
      general: GENERAL.map((_, index) => this.#context.readBigUInt64LE(8 * index)),
      flags: this.#context.readBigUInt64LE(FLAGS),
      vectors: Uint8Array.from(this.#context.subarray(VECTORS, HOST_VECTORS)),
      layout: this.#layout,
    };
  }

  /** Sets the registers. `isFromOther`: of another process, whose memory is gone: rsp and rdi stay. */
  restore({ general, flags, vectors }: Image, isFromOther: boolean): void {
    for (const [index, value] of general.entries()) {
      if (isFromOther && (index === RSP || index === RDI)) continue;
      this.#context.writeBigUInt64LE(value, 8 * index);
    }
    this.#context.writeBigUInt64LE(flags, FLAGS);
    this.#context.set(vectors, VECTORS);
  }
}

/** Assembly of `int (int component)`, the offset of a component in the area of XSAVE. It keeps ebx. */
export const OFFSET_OF_COMPONENT = [
  '|.include <dynasm/abi>',
  'mov r8, rbx',
  'mov ecx, CARG1d',
  `mov eax, ${XSAVE_LEAF}`,
  'cpuid',
  'mov eax, ebx',
  'mov rbx, r8',
  'ret',
].join('\n');

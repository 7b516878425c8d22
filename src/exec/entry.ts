/**
 * The entry: the instructions that all functions made by `cast` are called through. It calls the address in a
 * cell, which is written right before the call. So koffi makes one function for each prototype, not one for
 * each function of that prototype, which would take 12 µs and more (koffi's `decode`).
 *
 * The entry reads the cell at once, so that calls may be nested. Each thread has its own. On Linux (x64 and
 * ARM64) it also guards the call: a fault in the code ends the call, and becomes an exception.
 */
import { areFaultsCaught } from './fault/setting.ts';
import { isGuardable } from './fault/guardcode.ts';
import { guardThread, type ThreadGuard } from './fault/guardedthread.ts';
import { koffi, type NativeFunction, type TypeObject } from './koffi.ts';
import { Block } from './memory/block.ts';
import { allocate } from './memory/pool.ts';
import { hostArch } from './process.ts';

export interface Entry {
  /** The address to call, in halves: the lower one first. */
  readonly cell: Uint32Array;
  /** What is called instead. */
  readonly address: bigint;
  /** Not 0 if the call that has just ended has done so with a fault. */
  readonly signal: Int32Array;
  readonly guard: ThreadGuard | undefined;
  /** Keeps the entry in memory. */
  readonly block?: Block;
}

let known: Entry | undefined;

/** Makes the entry at the first call. */
export function entry(): Entry {
  known ??= makeEntry();
  return known;
}

function makeEntry(): Entry {
  const guard = isGuardable && areFaultsCaught() ? guardThread() : undefined;
  if (guard !== undefined) return { cell: guard.cell, address: guard.entry, signal: guard.signal, guard };
  // (Memory of an ArrayBuffer does not move.)
  const cell = new Uint32Array(new ArrayBuffer(8));
  const at: bigint = koffi().address(cell);
  const block = blockOf(jumpThrough(at));
  return { cell, address: block.address, signal: new Int32Array(1), guard: undefined, block };
}

/** Code that jumps to the address in a cell. What it changes is free in all calling conventions. */
function jumpThrough(cell: bigint): Uint8Array {
  switch (hostArch) {
    case 'x64':
      // mov r11, cell; jmp qword [r11]
      return withAddress([0x49, 0xbb], cell, [0x41, 0xff, 0x23]);
    case 'arm64':
      // ldr x16, pc+16; ldr x16, [x16]; br x16; udf #0; .quad cell
      return withAddress([...words(0x5800_0090, 0xf940_0210, 0xd61f_0200, 0)], cell, []);
    default:
      // jmp dword [cell]
      return withAddress([0xff, 0x25], cell, []);
  }
}

/** Code that jumps to an address. */
function jumpTo(address: bigint): Uint8Array {
  switch (hostArch) {
    case 'x64':
      // mov r11, address; jmp r11
      return withAddress([0x49, 0xbb], address, [0x41, 0xff, 0xe3]);
    case 'arm64':
      // ldr x16, pc+8; br x16; .quad address
      return withAddress([...words(0x5800_0050, 0xd61f_0200)], address, []);
    default:
      // mov eax, address; jmp eax
      return withAddress([0xb8], address, [0xff, 0xe0]);
  }
}

/** The bytes of instructions of ARM64. */
function words(...instructions: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(instructions).buffer);
}

/** Bytes of code with an address between them. */
function withAddress(before: readonly number[], address: bigint, behind: readonly number[]): Uint8Array {
  const bytes = hostArch === 'x86' ? 4 : 8;
  const middle = Array.from({ length: bytes }, (_, i) => Number((address >> BigInt(8 * i)) & 0xffn));
  return Uint8Array.of(...before, ...middle, ...behind);
}

function blockOf(code: Uint8Array): Block {
  const space = allocate(code.length);
  space.write(code);
  return new Block(space, []);
}

/** By the type of a variadic function. They stay: koffi would know an address that is used again. */
const variadicEntries = new Map<TypeObject, Block>();

/**
 * The entry for a variadic function of this type. koffi 3.3 remembers by address how the further arguments of
 * earlier calls were passed, so that functions of different types need different addresses.
 */
export function variadicEntry(type: TypeObject): bigint {
  let block = variadicEntries.get(type);
  if (block === undefined) {
    block = blockOf(jumpTo(entry().address));
    variadicEntries.set(type, block);
  }
  return block.address;
}

/** A function for native code to call. While JavaScript runs, its faults are not those of the code. */
export function calledByCode(fn: NativeFunction): NativeFunction {
  return (...args) => {
    const active = known?.guard?.active;
    if (active === undefined) return fn(...args);
    const frame = active[0]!;
    active[0] = 0n;
    try {
      return fn(...args);
    } finally {
      active[0] = frame;
    }
  };
}

/**
 * The entry: the instructions that all functions made by `cast` are called through. It calls the address in a
 * cell, which is written right before the call. So koffi makes one function for each prototype, not one for
 * each function of that prototype, which would take 12 µs and more (koffi's `decode`).
 *
 * The entry reads the cell at once, so that calls may be nested. Each thread has its own. On Linux x64 it
 * also guards the call: a fault in the code ends the call, and becomes an exception.
 */
import { areFaultsCaught } from './fault/setting.ts';
import { guardThread, type ThreadGuard } from './fault/guardedthread.ts';
import { koffi } from './koffi.ts';
import { Block } from './memory/block.ts';
import { allocate } from './memory/pool.ts';
import { hostArch, isLinux } from './process.ts';

export interface Entry {
  /** The address to call, in halves: the lower one first. */
  readonly cell: Uint32Array;
  /** What is called instead. */
  readonly address: bigint;
  /** Not 0 if the last call has ended with a fault. */
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
  const guard = isLinux && hostArch === 'x64' && areFaultsCaught() ? guardThread() : undefined;
  if (guard !== undefined) return { cell: guard.cell, address: guard.entry, signal: guard.signal, guard };
  // (Memory of an ArrayBuffer does not move.)
  const cell = new Uint32Array(new ArrayBuffer(8));
  const at: bigint = koffi().address(cell);
  const code = hostArch === 'x64' ? entry64(at) : entry32(at);
  const space = allocate(code.length);
  space.write(code);
  const block = new Block(space, []);
  return { cell, address: space.address, signal: new Int32Array(1), guard: undefined, block };
}

/** `mov r11, cell; jmp qword [r11]`: r11 is free in both calling conventions. */
function entry64(cell: bigint): Uint8Array {
  const code = Uint8Array.of(0x49, 0xbb, 0, 0, 0, 0, 0, 0, 0, 0, 0x41, 0xff, 0x23);
  new DataView(code.buffer).setBigUint64(2, cell, true);
  return code;
}

/** `jmp dword [cell]`. */
function entry32(cell: bigint): Uint8Array {
  const code = Uint8Array.of(0xff, 0x25, 0, 0, 0, 0);
  new DataView(code.buffer).setUint32(2, Number(cell), true);
  return code;
}

/** Right before JavaScript runs in a callback: its faults are not those of the code. Returns the frame. */
export function enterJavaScript(): bigint {
  const active = known?.guard?.active;
  if (active === undefined) return 0n;
  const frame = active[0]!;
  active[0] = 0n;
  return frame;
}

/** Behind it: `frame` is what `enterJavaScript` has returned. */
export function leaveJavaScript(frame: bigint): void {
  const active = known?.guard?.active;
  if (active !== undefined) active[0] = frame;
}

// Machine code that turns faults in generated code into exceptions, on Linux x64: the entry that functions
// are called through, and the handler of signals. The facts are from "System V Application Binary Interface,
// AMD64 Architecture Processor Supplement" (registers, stack) and from Linux' headers: asm/ucontext.h,
// asm/sigcontext.h (what a handler gets), asm-generic/siginfo.h, asm/unistd_64.h.
//
// guard.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import { Frame, Registry, Thread } from './guardlayout.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.actionList({
  format: 2, arch: 'x64', id: 'guard.dast#e875b198',
  sections: [],
  globals: ['entry', 'handler', 'resume'],
  externs: [],
  signed: [76, 98, 185, 277],
  moving: [],
  files: ['guard.dast'],
  sources: [173374462],
  lines: [
    0, 0, 42, 2, 0, 43, 6, 0, 44, 10, 0, 45, 14, 0, 46, 18, 0, 47, 22, 0, 48, 26, 0, 49, 30, 0, 50,
    34, 0, 51, 38, 0, 52, 42, 0, 53, 46, 0, 54, 50, 0, 55, 55, 0, 56, 59, 0, 57, 64, 0, 58,
    69, 0, 59, 73, 0, 60, 77, 0, 61, 81, 0, 62, 86, 0, 63, 90, 0, 64, 94, 0, 65, 99, 0, 66,
    103, 0, 67, 108, 0, 68, 112, 0, 69, 117, 0, 70, 118, 0, 71, 120, 0, 72, 126, 0, 82, 129, 0, 83,
    134, 0, 85, 136, 0, 86, 140, 0, 87, 144, 0, 88, 149, 0, 90, 158, 0, 91, 162, 0, 92, 166, 0, 93,
    168, 0, 94, 171, 0, 95, 175, 0, 96, 178, 0, 97, 182, 0, 98, 186, 0, 99, 190, 0, 100,
    192, 0, 101, 196, 0, 102, 199, 0, 103, 203, 0, 104, 207, 0, 105, 210, 0, 106, 214, 0, 107,
    221, 0, 108, 225, 0, 109, 229, 0, 110, 233, 0, 111, 238, 0, 113, 240, 0, 114, 244, 0, 115,
    248, 0, 116, 250, 0, 117, 253, 0, 118, 257, 0, 119, 261, 0, 120, 265, 0, 121, 268, 0, 122,
    272, 0, 123, 274, 0, 124, 278, 0, 125, 283, 0, 127, 285, 0, 128, 289, 0, 129, 292, 0, 130,
    296, 0, 131, 300, 0, 132, 304, 0, 133, 308, 0, 134, 315, 0, 135, 319, 0, 136, 326, 0, 137,
    330, 0, 138, 334, 0, 139, 341, 0, 140, 345, 0, 141, 349, 0, 142, 354, 0, 143, 361, 0, 144,
    375, 0, 145, 377, 0, 147, 379, 0, 148, 382, 0, 149, 388, 0, 150, 393, 0, 151, 397, 0, 152,
    401, 0, 153, 404, 0, 154, 406, 0, 155, 410, 0, 156, 414, 0, 157, 416, 0, 158, 417, 0, 159,
    418, 0, 160, 422, 0, 161, 424, 0, 162, 430, 0, 163, 435, 0, 164, 437, 0, 165, 438, 0, 166,
    440, 0, 168, 444, 0, 169, 448, 0, 170, 452, 0, 171, 456, 0, 172, 458, 0, 173, 459, 0, 174,
    464, 0, 175, 466, 0, 176, 467, 0, 177, 472, 0, 178, 474, 0, 179, 476, 0, 180, 477, 0, 181,
    478, 0, 182, 484, 0, 183, 486, 0, 184, 488, 0, 185, 490, 0, 188, 492, 0, 189, 496, 0, 190,
    500, 0, 191, 504, 0, 192, 508, 0, 193, 512, 0, 194, 516, 0, 195, 521, 0, 196, 523, 0, 197,
    527, 0, 198, 531, 0, 199, 535, 0, 200, 539, 0, 201, 541, 0, 202, 543, 0, 203, 546, 0, 204,
    549, 0, 205, 554, 0, 206,
  ],
  data: [129, 4, 136, 0],
  actions: [
    248, 10, 73, 187, 237, 237, 77, 139, 147, 233, 77, 59, 147, 233, 15, 131, 244, 255, 65, 143,
    130, 233, 73, 137, 162, 233, 73, 137, 154, 233, 73, 137, 170, 233, 77, 137, 162, 233, 77, 137,
    170, 233, 77, 137, 178, 233, 77, 137, 186, 233, 65, 15, 174, 154, 233, 65, 217, 186, 233, 65,
    252, 255, 179, 233, 65, 143, 130, 233, 255, 77, 137, 147, 233, 73, 129, 194, 239, 77, 137, 147,
    233, 65, 252, 255, 147, 233, 73, 187, 237, 237, 77, 139, 147, 233, 73, 129, 252, 234, 239, 77,
    137, 147, 233, 65, 252, 255, 178, 233, 65, 143, 131, 233, 65, 252, 255, 178, 233, 195, 248, 9,
    65, 252, 255, 163, 233, 255, 252, 11, 15, 237, 237, 237, 237, 255, 248, 11, 73, 184, 237, 237,
    131, 126, 8, 0, 15, 142, 244, 254, 255, 100, 72, 139, 4, 37, 0, 0, 0, 0, 65, 139, 136, 233, 77,
    141, 136, 233, 248, 1, 252, 255, 201, 15, 136, 244, 254, 73, 57, 1, 15, 132, 244, 248, 73, 129,
    193, 239, 252, 233, 244, 1, 248, 2, 77, 139, 73, 8, 77, 133, 201, 15, 132, 244, 254, 77, 139,
    145, 233, 77, 133, 210, 15, 132, 244, 254, 72, 139, 130, 168, 0, 0, 0, 131, 252, 255, 11, 15,
    133, 244, 249, 72, 59, 70, 16, 15, 132, 244, 251, 255, 248, 3, 65, 139, 136, 233, 77, 141, 152,
    233, 248, 4, 252, 255, 201, 15, 136, 244, 254, 73, 59, 67, 8, 15, 135, 244, 252, 73, 59, 3, 15,
    131, 244, 251, 248, 6, 73, 129, 195, 239, 252, 233, 244, 4, 255, 248, 5, 65, 137, 185, 233, 139,
    78, 8, 65, 137, 137, 233, 73, 137, 129, 233, 72, 139, 70, 16, 73, 137, 129, 233, 72, 139, 130,
    192, 0, 0, 0, 65, 137, 129, 233, 72, 139, 130, 200, 0, 0, 0, 65, 137, 129, 233, 73, 139, 130,
    233, 72, 137, 130, 160, 0, 0, 0, 76, 137, 82, 56, 76, 137, 74, 64, 72, 141, 5, 244, 12, 72, 137,
    130, 168, 0, 0, 0, 129, 162, 176, 0, 0, 0, 252, 255, 252, 250, 252, 251, 252, 255, 195, 255,
    248, 8, 72, 99, 199, 73, 139, 132, 253, 192, 233, 72, 131, 252, 248, 1, 15, 130, 244, 247, 15,
    132, 244, 248, 252, 255, 224, 248, 2, 131, 126, 8, 0, 15, 142, 244, 250, 248, 1, 87, 86, 73,
    141, 176, 233, 49, 210, 65, 186, 8, 0, 0, 0, 184, 13, 0, 0, 0, 15, 5, 94, 95, 255, 131, 252,
    255, 5, 15, 132, 244, 249, 131, 126, 8, 0, 15, 143, 244, 250, 248, 3, 87, 184, 186, 0, 0, 0, 15,
    5, 80, 184, 39, 0, 0, 0, 15, 5, 137, 199, 94, 90, 184, 252, 234, 0, 0, 0, 15, 5, 248, 4, 195,
    255, 248, 12, 73, 139, 154, 233, 73, 139, 170, 233, 77, 139, 162, 233, 77, 139, 170, 233, 77,
    139, 178, 233, 77, 139, 186, 233, 65, 15, 174, 146, 233, 219, 227, 65, 217, 170, 233, 77, 137,
    147, 233, 73, 139, 130, 233, 73, 137, 131, 233, 49, 192, 49, 210, 15, 87, 192, 15, 87, 201, 65,
    252, 255, 178, 233, 195, 255,
  ],
});
export { actions };

// siginfo_t
// ucontext_t


/**
 * The entry of a thread: calls the address in the thread's cell. It keeps the registers that a call preserves
 * in a frame outside of the stack, and the return address, so that arguments on the stack stay where they
 * are. Only r10 and r11 are free. Where there is no room for a frame, the call is not guarded.
 *
 * `thread`: the address of the thread's data.
 */
export function putEntry(Dst: State, thread: bigint): void {
  actions.on(Dst).put(0, Dst.low(Dst.address(thread)), Dst.high(), Thread.TOP, Thread.END, Frame.RETURN, Frame.RSP, Frame.RBX, Frame.RBP, Frame.R12, Frame.R13, Frame.R14, Frame.R15, Frame.MXCSR, Frame.X87, Thread.ACTIVE, Frame.ACTIVE);
  actions.on(Dst).put(69, Thread.ACTIVE, Frame.SIZE, Thread.TOP, Thread.CELL, Dst.low(Dst.address(thread)), Dst.high(), Thread.TOP, Frame.SIZE, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.RETURN, Thread.CELL);
}

/**
 * The handler of all signals, and the place where a thread goes on behind a fault.
 *
 * `registry`: the address of the process's data.
 */
export function putHandler(Dst: State, registry: bigint): void {
  // By these bytes another thread recognises the handler, and finds the registry.
  actions.on(Dst).put(126, Dst.low(Registry.MAGIC), Dst.high(), Dst.low(Dst.address(registry)), Dst.high());
  // sig in edi, siginfo_t in rsi, ucontext_t in rdx. Everything else may be overwritten.
  actions.on(Dst).put(134, Dst.low(Dst.address(registry)), Dst.high());
  // The thread that owns the fault: by the address of its control block, which fs:0 holds.
  actions.on(Dst).put(149, Registry.THREADS, Registry.THREAD, Registry.PAIR, Thread.ACTIVE);
  // Does the instruction lie in code of ours? Behind an int3 rip may be the end of a range.
  actions.on(Dst).put(238, Registry.RANGES, Registry.RANGE, Registry.PAIR);
  // Ours: tell the thread, and let it go on at `resume`.
  actions.on(Dst).put(283, Thread.SIGNAL, Thread.CODE, Thread.RIP, Thread.ADDRESS, Thread.ERROR, Thread.TRAP, Frame.RSP);
  // Not ours: the handler that was there before, or else the system's own action.
  actions.on(Dst).put(377, Registry.PREVIOUS, Registry.DEFAULT);
  // An instruction that raises a fault raises it again. Others are sent again; they come when this returns.
  actions.on(Dst).put(440);

  // r10: the frame, r11: the thread's data, rsp: as at the entry, without the return address.
  actions.on(Dst).put(490, Frame.RBX, Frame.RBP, Frame.R12, Frame.R13, Frame.R14, Frame.R15, Frame.MXCSR, Frame.X87, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.RETURN);
}

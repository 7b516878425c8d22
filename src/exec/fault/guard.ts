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
  format: 2, arch: 'x64', id: 'guard.dast#a27c5eae',
  sections: [],
  globals: ['entry', 'unguarded', 'popped', 'entered', 'left', 'returning', 'end', 'handler', 'resume'],
  externs: [],
  signed: [82, 104, 197, 289],
  moving: [],
  files: ['guard.dast'],
  sources: [1990680550],
  lines: [
    0, 0, 43, 2, 0, 44, 6, 0, 45, 10, 0, 46, 14, 0, 47, 18, 0, 48, 22, 0, 49, 24, 0, 50, 28, 0, 51,
    32, 0, 52, 36, 0, 53, 40, 0, 54, 44, 0, 55, 48, 0, 56, 52, 0, 57, 57, 0, 58, 61, 0, 59,
    66, 0, 60, 70, 0, 61, 74, 0, 62, 78, 0, 63, 83, 0, 64, 85, 0, 65, 90, 0, 66, 92, 0, 67,
    96, 0, 68, 100, 0, 69, 105, 0, 70, 109, 0, 71, 111, 0, 72, 115, 0, 73, 119, 0, 74, 124, 0, 75,
    126, 0, 76, 127, 0, 77, 130, 0, 78, 135, 0, 79, 138, 0, 89, 141, 0, 90, 146, 0, 92, 148, 0, 93,
    152, 0, 94, 156, 0, 95, 161, 0, 97, 170, 0, 98, 174, 0, 99, 178, 0, 100, 180, 0, 101,
    183, 0, 102, 187, 0, 103, 190, 0, 104, 194, 0, 105, 198, 0, 106, 202, 0, 107, 204, 0, 108,
    208, 0, 109, 211, 0, 110, 215, 0, 111, 219, 0, 112, 222, 0, 113, 226, 0, 114, 233, 0, 115,
    237, 0, 116, 241, 0, 117, 245, 0, 118, 250, 0, 120, 252, 0, 121, 256, 0, 122, 260, 0, 123,
    262, 0, 124, 265, 0, 125, 269, 0, 126, 273, 0, 127, 277, 0, 128, 280, 0, 129, 284, 0, 130,
    286, 0, 131, 290, 0, 132, 295, 0, 134, 297, 0, 135, 301, 0, 136, 304, 0, 137, 308, 0, 138,
    312, 0, 139, 316, 0, 140, 320, 0, 141, 327, 0, 142, 331, 0, 143, 338, 0, 144, 342, 0, 145,
    346, 0, 146, 353, 0, 147, 357, 0, 148, 361, 0, 149, 366, 0, 150, 373, 0, 151, 387, 0, 152,
    389, 0, 154, 391, 0, 155, 394, 0, 156, 400, 0, 157, 405, 0, 158, 409, 0, 159, 413, 0, 160,
    416, 0, 161, 418, 0, 162, 422, 0, 163, 426, 0, 164, 428, 0, 165, 429, 0, 166, 430, 0, 167,
    434, 0, 168, 436, 0, 169, 442, 0, 170, 447, 0, 171, 449, 0, 172, 450, 0, 173, 452, 0, 175,
    456, 0, 176, 460, 0, 177, 464, 0, 178, 468, 0, 179, 470, 0, 180, 471, 0, 181, 476, 0, 182,
    478, 0, 183, 479, 0, 184, 484, 0, 185, 486, 0, 186, 488, 0, 187, 489, 0, 188, 490, 0, 189,
    496, 0, 190, 498, 0, 191, 500, 0, 192, 502, 0, 195, 504, 0, 196, 508, 0, 197, 512, 0, 198,
    516, 0, 199, 520, 0, 200, 524, 0, 201, 528, 0, 202, 533, 0, 203, 535, 0, 204, 539, 0, 205,
    543, 0, 206, 547, 0, 207, 551, 0, 208, 553, 0, 209, 555, 0, 210, 558, 0, 211, 561, 0, 212,
    566, 0, 213,
  ],
  data: [141, 4, 148, 0],
  actions: [
    248, 10, 73, 187, 237, 237, 77, 139, 147, 233, 77, 59, 147, 233, 15, 131, 244, 11, 65, 143, 130,
    233, 248, 12, 73, 137, 162, 233, 73, 137, 154, 233, 73, 137, 170, 233, 77, 137, 162, 233, 77,
    137, 170, 233, 77, 137, 178, 233, 77, 137, 186, 233, 65, 15, 174, 154, 233, 65, 217, 186, 233,
    77, 139, 155, 233, 255, 77, 137, 154, 233, 73, 187, 237, 237, 77, 137, 147, 233, 73, 129, 131,
    233, 239, 248, 13, 65, 252, 255, 147, 233, 252, 252, 73, 187, 237, 237, 77, 139, 147, 233, 73,
    129, 252, 234, 239, 77, 137, 147, 233, 248, 14, 73, 139, 138, 233, 73, 137, 139, 233, 65, 252,
    255, 178, 233, 248, 15, 195, 248, 11, 255, 65, 252, 255, 163, 233, 248, 16, 255, 252, 11, 15,
    237, 237, 237, 237, 255, 248, 17, 73, 184, 237, 237, 131, 126, 8, 0, 15, 142, 244, 254, 255,
    100, 72, 139, 4, 37, 0, 0, 0, 0, 65, 139, 136, 233, 77, 141, 136, 233, 248, 1, 252, 255, 201,
    15, 136, 244, 254, 73, 57, 1, 15, 132, 244, 248, 73, 129, 193, 239, 252, 233, 244, 1, 248, 2,
    77, 139, 73, 8, 77, 133, 201, 15, 132, 244, 254, 77, 139, 145, 233, 77, 133, 210, 15, 132, 244,
    254, 72, 139, 130, 168, 0, 0, 0, 131, 252, 255, 11, 15, 133, 244, 249, 72, 59, 70, 16, 15, 132,
    244, 251, 255, 248, 3, 65, 139, 136, 233, 77, 141, 152, 233, 248, 4, 252, 255, 201, 15, 136,
    244, 254, 73, 59, 67, 8, 15, 135, 244, 252, 73, 59, 3, 15, 131, 244, 251, 248, 6, 73, 129, 195,
    239, 252, 233, 244, 4, 255, 248, 5, 65, 137, 185, 233, 139, 78, 8, 65, 137, 137, 233, 73, 137,
    129, 233, 72, 139, 70, 16, 73, 137, 129, 233, 72, 139, 130, 192, 0, 0, 0, 65, 137, 129, 233, 72,
    139, 130, 200, 0, 0, 0, 65, 137, 129, 233, 73, 139, 130, 233, 72, 137, 130, 160, 0, 0, 0, 76,
    137, 82, 56, 76, 137, 74, 64, 72, 141, 5, 244, 18, 72, 137, 130, 168, 0, 0, 0, 129, 162, 176, 0,
    0, 0, 252, 255, 252, 250, 252, 251, 252, 255, 195, 255, 248, 8, 72, 99, 199, 73, 139, 132, 253,
    192, 233, 72, 131, 252, 248, 1, 15, 130, 244, 247, 15, 132, 244, 248, 252, 255, 224, 248, 2,
    131, 126, 8, 0, 15, 142, 244, 250, 248, 1, 87, 86, 73, 141, 176, 233, 49, 210, 65, 186, 8, 0, 0,
    0, 184, 13, 0, 0, 0, 15, 5, 94, 95, 255, 131, 252, 255, 5, 15, 132, 244, 249, 131, 126, 8, 0,
    15, 143, 244, 250, 248, 3, 87, 184, 186, 0, 0, 0, 15, 5, 80, 184, 39, 0, 0, 0, 15, 5, 137, 199,
    94, 90, 184, 252, 234, 0, 0, 0, 15, 5, 248, 4, 195, 255, 248, 18, 73, 139, 154, 233, 73, 139,
    170, 233, 77, 139, 162, 233, 77, 139, 170, 233, 77, 139, 178, 233, 77, 139, 186, 233, 65, 15,
    174, 146, 233, 219, 227, 65, 217, 170, 233, 77, 137, 147, 233, 73, 139, 130, 233, 73, 137, 131,
    233, 49, 192, 49, 210, 15, 87, 192, 15, 87, 201, 65, 252, 255, 178, 233, 195, 255,
  ],
});
export { actions };

// siginfo_t
// ucontext_t


/**
 * The entry of a thread: calls the address in the thread's cell. It keeps the registers that a call preserves
 * in a frame outside of the stack, and the return address, so that arguments on the stack stay where they
 * are. Only r10 and r11 are free. Where there is no room for a frame, the call is not guarded. (The labels
 * between are for debuggers, which find the caller by them: src/exec/debugger/guardframe.ts.)
 *
 * `thread`: the address of the thread's data.
 */
export function putEntry(Dst: State, thread: bigint): void {
  actions.on(Dst).put(0, Dst.low(Dst.address(thread)), Dst.high(), Thread.TOP, Thread.END, Frame.RETURN, Frame.RSP, Frame.RBX, Frame.RBP, Frame.R12, Frame.R13, Frame.R14, Frame.R15, Frame.MXCSR, Frame.X87, Thread.ACTIVE);
  actions.on(Dst).put(66, Frame.ACTIVE, Dst.low(Dst.address(thread)), Dst.high(), Thread.ACTIVE, Thread.TOP, Frame.SIZE, Thread.CELL, Dst.low(Dst.address(thread)), Dst.high(), Thread.TOP, Frame.SIZE, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.RETURN);
  actions.on(Dst).put(130, Thread.CELL);
}

/**
 * The handler of all signals, and the place where a thread goes on behind a fault.
 *
 * `registry`: the address of the process's data.
 */
export function putHandler(Dst: State, registry: bigint): void {
  // By these bytes another thread recognises the handler, and finds the registry.
  actions.on(Dst).put(138, Dst.low(Registry.MAGIC), Dst.high(), Dst.low(Dst.address(registry)), Dst.high());
  // sig in edi, siginfo_t in rsi, ucontext_t in rdx. Everything else may be overwritten.
  actions.on(Dst).put(146, Dst.low(Dst.address(registry)), Dst.high());
  // The thread that owns the fault: by the address of its control block, which fs:0 holds.
  actions.on(Dst).put(161, Registry.THREADS, Registry.THREAD, Registry.PAIR, Thread.ACTIVE);
  // Does the instruction lie in code of ours? Behind an int3 rip may be the end of a range.
  actions.on(Dst).put(250, Registry.RANGES, Registry.RANGE, Registry.PAIR);
  // Ours: tell the thread, and let it go on at `resume`.
  actions.on(Dst).put(295, Thread.SIGNAL, Thread.CODE, Thread.RIP, Thread.ADDRESS, Thread.ERROR, Thread.TRAP, Frame.RSP);
  // Not ours: the handler that was there before, or else the system's own action.
  actions.on(Dst).put(389, Registry.PREVIOUS, Registry.DEFAULT);
  // An instruction that raises a fault raises it again. Others are sent again; they come when this returns.
  actions.on(Dst).put(452);

  // r10: the frame, r11: the thread's data, rsp: as at the entry, without the return address.
  actions.on(Dst).put(502, Frame.RBX, Frame.RBP, Frame.R12, Frame.R13, Frame.R14, Frame.R15, Frame.MXCSR, Frame.X87, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.RETURN);
}

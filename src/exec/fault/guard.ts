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
  format: 2, arch: 'x64', id: 'guard.dast#34d0e0c8',
  sections: [],
  globals: ['entry', 'unguarded', 'popped', 'entered', 'left', 'returning', 'end', 'handler', 'resume'],
  externs: [],
  signed: [82, 102, 195, 287],
  moving: [],
  files: ['guard.dast'],
  sources: [2949568144],
  lines: [
    0, 0, 43, 2, 0, 44, 6, 0, 45, 10, 0, 46, 14, 0, 47, 18, 0, 48, 22, 0, 49, 24, 0, 50, 28, 0, 51,
    32, 0, 52, 36, 0, 53, 40, 0, 54, 44, 0, 55, 48, 0, 56, 52, 0, 57, 57, 0, 58, 61, 0, 59,
    66, 0, 60, 70, 0, 61, 74, 0, 62, 78, 0, 63, 83, 0, 64, 85, 0, 65, 90, 0, 66, 94, 0, 67,
    98, 0, 68, 103, 0, 69, 107, 0, 70, 109, 0, 71, 113, 0, 72, 117, 0, 73, 122, 0, 74, 124, 0, 75,
    125, 0, 76, 128, 0, 77, 133, 0, 78, 136, 0, 88, 139, 0, 89, 144, 0, 91, 146, 0, 92, 150, 0, 93,
    154, 0, 94, 159, 0, 96, 168, 0, 97, 172, 0, 98, 176, 0, 99, 178, 0, 100, 181, 0, 101,
    185, 0, 102, 188, 0, 103, 192, 0, 104, 196, 0, 105, 200, 0, 106, 202, 0, 107, 206, 0, 108,
    209, 0, 109, 213, 0, 110, 217, 0, 111, 220, 0, 112, 224, 0, 113, 231, 0, 114, 235, 0, 115,
    239, 0, 116, 243, 0, 117, 248, 0, 119, 250, 0, 120, 254, 0, 121, 258, 0, 122, 260, 0, 123,
    263, 0, 124, 267, 0, 125, 271, 0, 126, 275, 0, 127, 278, 0, 128, 282, 0, 129, 284, 0, 130,
    288, 0, 131, 293, 0, 133, 295, 0, 134, 299, 0, 135, 302, 0, 136, 306, 0, 137, 310, 0, 138,
    314, 0, 139, 318, 0, 140, 325, 0, 141, 329, 0, 142, 336, 0, 143, 340, 0, 144, 344, 0, 145,
    351, 0, 146, 355, 0, 147, 359, 0, 148, 364, 0, 149, 371, 0, 150, 385, 0, 151, 387, 0, 153,
    389, 0, 154, 392, 0, 155, 398, 0, 156, 403, 0, 157, 407, 0, 158, 411, 0, 159, 414, 0, 160,
    416, 0, 161, 420, 0, 162, 424, 0, 163, 426, 0, 164, 427, 0, 165, 428, 0, 166, 432, 0, 167,
    434, 0, 168, 440, 0, 169, 445, 0, 170, 447, 0, 171, 448, 0, 172, 450, 0, 174, 454, 0, 175,
    458, 0, 176, 462, 0, 177, 466, 0, 178, 468, 0, 179, 469, 0, 180, 474, 0, 181, 476, 0, 182,
    477, 0, 183, 482, 0, 184, 484, 0, 185, 486, 0, 186, 487, 0, 187, 488, 0, 188, 494, 0, 189,
    496, 0, 190, 498, 0, 191, 500, 0, 194, 502, 0, 195, 506, 0, 196, 510, 0, 197, 514, 0, 198,
    518, 0, 199, 522, 0, 200, 526, 0, 201, 531, 0, 202, 533, 0, 203, 537, 0, 204, 541, 0, 205,
    545, 0, 206, 549, 0, 207, 551, 0, 208, 553, 0, 209, 556, 0, 210, 559, 0, 211, 564, 0, 212,
  ],
  data: [139, 4, 146, 0],
  actions: [
    248, 10, 73, 187, 237, 237, 77, 139, 147, 233, 77, 59, 147, 233, 15, 131, 244, 11, 65, 143, 130,
    233, 248, 12, 73, 137, 162, 233, 73, 137, 154, 233, 73, 137, 170, 233, 77, 137, 162, 233, 77,
    137, 170, 233, 77, 137, 178, 233, 77, 137, 186, 233, 65, 15, 174, 154, 233, 65, 217, 186, 233,
    77, 139, 155, 233, 255, 77, 137, 154, 233, 73, 187, 237, 237, 77, 137, 147, 233, 73, 129, 131,
    233, 239, 248, 13, 65, 252, 255, 147, 233, 73, 187, 237, 237, 77, 139, 147, 233, 73, 129, 252,
    234, 239, 77, 137, 147, 233, 248, 14, 73, 139, 138, 233, 73, 137, 139, 233, 65, 252, 255, 178,
    233, 248, 15, 195, 248, 11, 255, 65, 252, 255, 163, 233, 248, 16, 255, 252, 11, 15, 237, 237,
    237, 237, 255, 248, 17, 73, 184, 237, 237, 131, 126, 8, 0, 15, 142, 244, 254, 255, 100, 72, 139,
    4, 37, 0, 0, 0, 0, 65, 139, 136, 233, 77, 141, 136, 233, 248, 1, 252, 255, 201, 15, 136, 244,
    254, 73, 57, 1, 15, 132, 244, 248, 73, 129, 193, 239, 252, 233, 244, 1, 248, 2, 77, 139, 73, 8,
    77, 133, 201, 15, 132, 244, 254, 77, 139, 145, 233, 77, 133, 210, 15, 132, 244, 254, 72, 139,
    130, 168, 0, 0, 0, 131, 252, 255, 11, 15, 133, 244, 249, 72, 59, 70, 16, 15, 132, 244, 251, 255,
    248, 3, 65, 139, 136, 233, 77, 141, 152, 233, 248, 4, 252, 255, 201, 15, 136, 244, 254, 73, 59,
    67, 8, 15, 135, 244, 252, 73, 59, 3, 15, 131, 244, 251, 248, 6, 73, 129, 195, 239, 252, 233,
    244, 4, 255, 248, 5, 65, 137, 185, 233, 139, 78, 8, 65, 137, 137, 233, 73, 137, 129, 233, 72,
    139, 70, 16, 73, 137, 129, 233, 72, 139, 130, 192, 0, 0, 0, 65, 137, 129, 233, 72, 139, 130,
    200, 0, 0, 0, 65, 137, 129, 233, 73, 139, 130, 233, 72, 137, 130, 160, 0, 0, 0, 76, 137, 82, 56,
    76, 137, 74, 64, 72, 141, 5, 244, 18, 72, 137, 130, 168, 0, 0, 0, 129, 162, 176, 0, 0, 0, 252,
    255, 252, 250, 252, 251, 252, 255, 195, 255, 248, 8, 72, 99, 199, 73, 139, 132, 253, 192, 233,
    72, 131, 252, 248, 1, 15, 130, 244, 247, 15, 132, 244, 248, 252, 255, 224, 248, 2, 131, 126, 8,
    0, 15, 142, 244, 250, 248, 1, 87, 86, 73, 141, 176, 233, 49, 210, 65, 186, 8, 0, 0, 0, 184, 13,
    0, 0, 0, 15, 5, 94, 95, 255, 131, 252, 255, 5, 15, 132, 244, 249, 131, 126, 8, 0, 15, 143, 244,
    250, 248, 3, 87, 184, 186, 0, 0, 0, 15, 5, 80, 184, 39, 0, 0, 0, 15, 5, 137, 199, 94, 90, 184,
    252, 234, 0, 0, 0, 15, 5, 248, 4, 195, 255, 248, 18, 73, 139, 154, 233, 73, 139, 170, 233, 77,
    139, 162, 233, 77, 139, 170, 233, 77, 139, 178, 233, 77, 139, 186, 233, 65, 15, 174, 146, 233,
    219, 227, 65, 217, 170, 233, 77, 137, 147, 233, 73, 139, 130, 233, 73, 137, 131, 233, 49, 192,
    49, 210, 15, 87, 192, 15, 87, 201, 65, 252, 255, 178, 233, 195, 255,
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
  actions.on(Dst).put(128, Thread.CELL);
}

/**
 * The handler of all signals, and the place where a thread goes on behind a fault.
 *
 * `registry`: the address of the process's data.
 */
export function putHandler(Dst: State, registry: bigint): void {
  // By these bytes another thread recognises the handler, and finds the registry.
  actions.on(Dst).put(136, Dst.low(Registry.MAGIC), Dst.high(), Dst.low(Dst.address(registry)), Dst.high());
  // sig in edi, siginfo_t in rsi, ucontext_t in rdx. Everything else may be overwritten.
  actions.on(Dst).put(144, Dst.low(Dst.address(registry)), Dst.high());
  // The thread that owns the fault: by the address of its control block, which fs:0 holds.
  actions.on(Dst).put(159, Registry.THREADS, Registry.THREAD, Registry.PAIR, Thread.ACTIVE);
  // Does the instruction lie in code of ours? Behind an int3 rip may be the end of a range.
  actions.on(Dst).put(248, Registry.RANGES, Registry.RANGE, Registry.PAIR);
  // Ours: tell the thread, and let it go on at `resume`.
  actions.on(Dst).put(293, Thread.SIGNAL, Thread.CODE, Thread.RIP, Thread.ADDRESS, Thread.ERROR, Thread.TRAP, Frame.RSP);
  // Not ours: the handler that was there before, or else the system's own action.
  actions.on(Dst).put(387, Registry.PREVIOUS, Registry.DEFAULT);
  // An instruction that raises a fault raises it again. Others are sent again; they come when this returns.
  actions.on(Dst).put(450);

  // r10: the frame, r11: the thread's data, rsp: as at the entry, without the return address.
  actions.on(Dst).put(500, Frame.RBX, Frame.RBP, Frame.R12, Frame.R13, Frame.R14, Frame.R15, Frame.MXCSR, Frame.X87, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.RETURN);
}

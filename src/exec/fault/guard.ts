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
  format: 2, arch: 'x64', id: 'guard.dast#0a3e328d',
  sections: [],
  globals: ['entry', 'handler', 'resume'],
  externs: [],
  signed: [76, 98, 205, 297],
  moving: [],
  files: ['guard.dast'],
  sources: [520572546],
  lines: [
    0, 0, 42, 2, 0, 43, 6, 0, 44, 10, 0, 45, 14, 0, 46, 18, 0, 47, 22, 0, 48, 26, 0, 49, 30, 0, 50,
    34, 0, 51, 38, 0, 52, 42, 0, 53, 46, 0, 54, 50, 0, 55, 55, 0, 56, 59, 0, 57, 64, 0, 58,
    69, 0, 59, 73, 0, 60, 77, 0, 61, 81, 0, 62, 86, 0, 63, 90, 0, 64, 94, 0, 65, 99, 0, 66,
    103, 0, 67, 108, 0, 68, 112, 0, 69, 117, 0, 70, 118, 0, 71, 120, 0, 72, 126, 0, 77, 130, 0, 78,
    134, 0, 79, 137, 0, 80, 141, 0, 81, 146, 0, 91, 149, 0, 92, 154, 0, 94, 156, 0, 95, 160, 0, 96,
    164, 0, 97, 169, 0, 99, 178, 0, 100, 182, 0, 101, 186, 0, 102, 188, 0, 103, 191, 0, 104,
    195, 0, 105, 198, 0, 106, 202, 0, 107, 206, 0, 108, 210, 0, 109, 212, 0, 110, 216, 0, 111,
    219, 0, 112, 223, 0, 113, 227, 0, 114, 230, 0, 115, 234, 0, 116, 241, 0, 117, 245, 0, 118,
    249, 0, 119, 253, 0, 120, 258, 0, 122, 260, 0, 123, 264, 0, 124, 268, 0, 125, 270, 0, 126,
    273, 0, 127, 277, 0, 128, 281, 0, 129, 285, 0, 130, 288, 0, 131, 292, 0, 132, 294, 0, 133,
    298, 0, 134, 303, 0, 136, 305, 0, 137, 309, 0, 138, 312, 0, 139, 316, 0, 140, 320, 0, 141,
    324, 0, 142, 328, 0, 143, 335, 0, 144, 339, 0, 145, 346, 0, 146, 350, 0, 147, 354, 0, 148,
    361, 0, 149, 365, 0, 150, 369, 0, 151, 374, 0, 152, 381, 0, 153, 395, 0, 154, 397, 0, 156,
    399, 0, 157, 402, 0, 158, 408, 0, 159, 413, 0, 160, 417, 0, 161, 421, 0, 162, 424, 0, 163,
    426, 0, 164, 430, 0, 165, 434, 0, 166, 436, 0, 167, 437, 0, 168, 438, 0, 169, 442, 0, 170,
    444, 0, 171, 450, 0, 172, 455, 0, 173, 457, 0, 174, 458, 0, 175, 460, 0, 177, 464, 0, 178,
    468, 0, 179, 472, 0, 180, 476, 0, 181, 478, 0, 182, 479, 0, 183, 484, 0, 184, 486, 0, 185,
    487, 0, 186, 492, 0, 187, 494, 0, 188, 496, 0, 189, 497, 0, 190, 498, 0, 191, 504, 0, 192,
    506, 0, 193, 508, 0, 194, 510, 0, 197, 512, 0, 198, 516, 0, 199, 520, 0, 200, 524, 0, 201,
    528, 0, 202, 532, 0, 203, 536, 0, 204, 541, 0, 205, 543, 0, 206, 547, 0, 207, 551, 0, 208,
    555, 0, 209, 559, 0, 210, 561, 0, 211, 563, 0, 212, 566, 0, 213, 569, 0, 214, 574, 0, 215,
  ],
  data: [149, 4, 156, 0],
  actions: [
    248, 10, 73, 187, 237, 237, 77, 139, 147, 233, 77, 59, 147, 233, 15, 131, 244, 255, 65, 143,
    130, 233, 73, 137, 162, 233, 73, 137, 154, 233, 73, 137, 170, 233, 77, 137, 162, 233, 77, 137,
    170, 233, 77, 137, 178, 233, 77, 137, 186, 233, 65, 15, 174, 154, 233, 65, 217, 186, 233, 65,
    252, 255, 179, 233, 65, 143, 130, 233, 255, 77, 137, 147, 233, 73, 129, 194, 239, 77, 137, 147,
    233, 65, 252, 255, 147, 233, 73, 187, 237, 237, 77, 139, 147, 233, 73, 129, 252, 234, 239, 77,
    137, 147, 233, 65, 252, 255, 178, 233, 65, 143, 131, 233, 65, 252, 255, 178, 233, 195, 248, 9,
    65, 252, 255, 163, 233, 255, 73, 187, 237, 237, 73, 186, 237, 237, 77, 137, 19, 73, 187, 237,
    237, 65, 252, 255, 227, 255, 252, 11, 15, 237, 237, 237, 237, 255, 248, 11, 73, 184, 237, 237,
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

/** An entry of its own for one function: it writes the cell itself. `target`: the function's address. */
export function putOwnEntry(Dst: State, cell: bigint, target: bigint, entry: bigint): void {
  actions.on(Dst).put(126, Dst.low(Dst.address(cell)), Dst.high(), Dst.low(Dst.address(target)), Dst.high(), Dst.low(Dst.address(entry)), Dst.high());
}

/**
 * The handler of all signals, and the place where a thread goes on behind a fault.
 *
 * `registry`: the address of the process's data.
 */
export function putHandler(Dst: State, registry: bigint): void {
  // By these bytes another thread recognises the handler, and finds the registry.
  actions.on(Dst).put(146, Dst.low(Registry.MAGIC), Dst.high(), Dst.low(Dst.address(registry)), Dst.high());
  // sig in edi, siginfo_t in rsi, ucontext_t in rdx. Everything else may be overwritten.
  actions.on(Dst).put(154, Dst.low(Dst.address(registry)), Dst.high());
  // The thread that owns the fault: by the address of its control block, which fs:0 holds.
  actions.on(Dst).put(169, Registry.THREADS, Registry.THREAD, Registry.PAIR, Thread.ACTIVE);
  // Does the instruction lie in code of ours? Behind an int3 rip may be the end of a range.
  actions.on(Dst).put(258, Registry.RANGES, Registry.RANGE, Registry.PAIR);
  // Ours: tell the thread, and let it go on at `resume`.
  actions.on(Dst).put(303, Thread.SIGNAL, Thread.CODE, Thread.RIP, Thread.ADDRESS, Thread.ERROR, Thread.TRAP, Frame.RSP);
  // Not ours: the handler that was there before, or else the system's own action.
  actions.on(Dst).put(397, Registry.PREVIOUS, Registry.DEFAULT);
  // An instruction that raises a fault raises it again. Others are sent again; they come when this returns.
  actions.on(Dst).put(460);

  // r10: the frame, r11: the thread's data, rsp: as at the entry, without the return address.
  actions.on(Dst).put(510, Frame.RBX, Frame.RBP, Frame.R12, Frame.R13, Frame.R14, Frame.R15, Frame.MXCSR, Frame.X87, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.RETURN);
}

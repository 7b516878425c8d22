// Machine code that turns faults in generated code into exceptions, on Linux for ARM64: the entry that
// functions are called through, and the handler of signals. The facts are from "Procedure Call Standard for
// the Arm 64-bit Architecture" (registers, stack) and from Linux' headers: asm/sigcontext.h (what a handler
// gets), asm-generic/siginfo.h, asm-generic/unistd.h.
//
// arm64guard.ts is what the translator makes of this file: npm run pretranslate.
import type { State } from '../../encoder/index.ts';
import { Arm64Frame as Frame, Registry, Thread } from './guardlayout.ts';

import * as $dasm from '../../encoder/index.ts';
const actions = $dasm.arm64ActionList({
  format: 2, arch: 'arm64', id: 'arm64guard.dast#95cb9a56',
  sections: [],
  globals: ['entry', 'thread', 'unguarded', 'end', 'registry', 'handler', 'resume'],
  externs: [],
  signed: [],
  moving: [],
  files: ['arm64guard.dast'],
  sources: [2080031620],
  lines: [
    0, 0, 39, 1, 0, 40, 3, 0, 41, 5, 0, 42, 7, 0, 43, 8, 0, 44, 10, 0, 45, 12, 0, 46, 13, 0, 47,
    14, 0, 48, 16, 0, 49, 18, 0, 50, 20, 0, 51, 22, 0, 52, 24, 0, 53, 26, 0, 54, 28, 0, 55,
    30, 0, 56, 32, 0, 57, 34, 0, 58, 37, 0, 59, 39, 0, 60, 41, 0, 61, 43, 0, 62, 45, 0, 63,
    47, 0, 64, 48, 0, 65, 50, 0, 66, 52, 0, 67, 54, 0, 68, 56, 0, 69, 58, 0, 70, 60, 0, 71,
    62, 0, 72, 63, 0, 73, 64, 0, 74, 66, 0, 75, 67, 0, 76, 68, 0, 77, 69, 0, 78, 71, 0, 79,
    73, 0, 84, 74, 0, 85, 76, 0, 95, 77, 0, 96, 79, 0, 97, 80, 0, 98, 83, 0, 100, 84, 0, 101,
    86, 0, 102, 87, 0, 103, 88, 0, 104, 91, 0, 106, 92, 0, 107, 94, 0, 108, 96, 0, 109, 97, 0, 110,
    98, 0, 111, 100, 0, 112, 101, 0, 113, 102, 0, 114, 104, 0, 115, 106, 0, 116, 108, 0, 117,
    109, 0, 118, 110, 0, 119, 112, 0, 120, 114, 0, 121, 116, 0, 122, 117, 0, 123, 118, 0, 124,
    119, 0, 125, 120, 0, 126, 121, 0, 127, 123, 0, 128, 124, 0, 129, 127, 0, 131, 128, 0, 132,
    130, 0, 133, 132, 0, 134, 133, 0, 135, 134, 0, 136, 135, 0, 137, 137, 0, 138, 139, 0, 139,
    140, 0, 140, 142, 0, 141, 143, 0, 142, 145, 0, 143, 147, 0, 145, 148, 0, 146, 150, 0, 147,
    151, 0, 148, 153, 0, 149, 155, 0, 150, 157, 0, 151, 159, 0, 152, 161, 0, 153, 162, 0, 154,
    163, 0, 155, 164, 0, 156, 166, 0, 157, 167, 0, 158, 168, 0, 159, 169, 0, 160, 170, 0, 161,
    172, 0, 163, 173, 0, 164, 175, 0, 165, 176, 0, 166, 177, 0, 167, 179, 0, 168, 181, 0, 169,
    182, 0, 170, 183, 0, 171, 184, 0, 172, 185, 0, 173, 187, 0, 174, 188, 0, 175, 189, 0, 176,
    190, 0, 177, 192, 0, 178, 193, 0, 179, 194, 0, 180, 195, 0, 181, 197, 0, 183, 198, 0, 184,
    199, 0, 185, 201, 0, 186, 202, 0, 187, 203, 0, 188, 204, 0, 189, 205, 0, 190, 206, 0, 191,
    207, 0, 192, 208, 0, 193, 209, 0, 194, 210, 0, 195, 211, 0, 196, 213, 0, 199, 214, 0, 200,
    216, 0, 201, 218, 0, 202, 219, 0, 203, 221, 0, 204, 223, 0, 205, 225, 0, 206, 227, 0, 207,
    229, 0, 208, 231, 0, 209, 233, 0, 210, 235, 0, 211, 237, 0, 212, 239, 0, 213, 241, 0, 214,
    243, 0, 215, 244, 0, 216, 245, 0, 217, 246, 0, 218, 247, 0, 219,
  ],
  data: [69, 4, 73, 0, 77, 4, 84, 0],
  actions: [
    0x00060014, 0x58000009, 0x00050815, 0xf840012a, 0x00020067, 0xf840012b, 0x00020067, 0xeb0b015f,
    0x54000002, 0x00050816, 0xa900795d, 0x000a8cef, 0x910003eb, 0xd53b440c, 0xa900314b, 0x000a8cef,
    0xa9005153, 0x000a8cef, 0xa9005955, 0x000a8cef, 0xa9006157, 0x000a8cef, 0xa9006959, 0x000a8cef,
    0xa900715b, 0x000a8cef, 0x6d002548, 0x000a8cef, 0x6d002d4a, 0x000a8cef, 0x6d00354c, 0x000a8cef,
    0x6d003d4e, 0x000a8cef, 0xf840012b, 0x00020067, 0x00000000, 0xf800014b, 0x00020067, 0xf800012a,
    0x00020067, 0x9100014a, 0x00020004, 0xf800012a, 0x00020067, 0xf8400130, 0x00020067, 0xd63f0200,
    0x58000009, 0x00050815, 0xf840012a, 0x00020067, 0xd100014a, 0x00020004, 0xf800012a, 0x00020067,
    0xf840014b, 0x00020067, 0xf800012b, 0x00020067, 0xa940795d, 0x000a8cef, 0xd65f03c0, 0x00060016,
    0xf8400130, 0x00020067, 0xd61f0200, 0x00040007, 0x00060015, 0x0002000f, 0x00025873, 0x00060017,
    0x00000000, 0xd53bd040, 0xd65f03c0, 0x00000000, 0x0004000f, 0x00100000, 0x00100000, 0x00060018,
    0x0002000f, 0x00025873, 0x00000000, 0x00060019, 0x58000008, 0x00050818, 0xb9400829, 0x7100013f,
    0x5400000d, 0x00050808, 0x00000000, 0xd53bd049, 0xb840010a, 0x00020047, 0x9100010b, 0x00020004,
    0x0006000b, 0x7100054a, 0x54000004, 0x00050808, 0xf940016c, 0xeb09019f, 0x54000000, 0x00050802,
    0x9100016b, 0x00020004, 0x14000000, 0x0005000b, 0x0006000c, 0xf9400569, 0xb4000009, 0x00050808,
    0xf840012a, 0x00020067, 0xb400000a, 0x00050808, 0xf940dc4b, 0x5280000d, 0xf940082c, 0x71002c1f,
    0x7a471804, 0x54000001, 0x00050803, 0xeb0c017f, 0x54000000, 0x00050805, 0x00000000, 0x0006000d,
    0xb840010e, 0x00020047, 0xd280000f, 0x00020003, 0x8b0f010f, 0x0006000e, 0x710005ce, 0x54000004,
    0x00050808, 0xa8c045f0, 0x000a8cef, 0xeb10017f, 0x54000003, 0x0005080e, 0xeb11017f, 0x54000002,
    0x0005080e, 0xb940016d, 0x00000000, 0x0006000f, 0xb8000120, 0x00020047, 0xb940082e, 0xb800012e,
    0x00020047, 0xf800012b, 0x00020067, 0xf800012c, 0x00020067, 0xb800012d, 0x00020047, 0xf840014e,
    0x00020067, 0xf900d84e, 0xf9009c4a, 0xf900a049, 0x1000000e, 0x0005201a, 0xf900dc4e, 0xf940e04e,
    0x9274f5ce, 0xf900e04e, 0xd65f03c0, 0x00000000, 0x00060012, 0x91000109, 0x00020004, 0xf860d929,
    0xf100053f, 0x54000003, 0x00050801, 0x54000000, 0x00050802, 0xd61f0120, 0x0006000c, 0xb9400829,
    0x7100013f, 0x5400000d, 0x00050804, 0x0006000b, 0x2a0003e4, 0xaa0103e5, 0x91000101, 0x00020004,
    0xd2800002, 0xd2800103, 0xd28010c8, 0xd4000001, 0x00000000, 0xb94008a9, 0x7100013f, 0x5400000c,
    0x00050804, 0xd2801648, 0xd4000001, 0xaa0003e6, 0xd2801588, 0xd4000001, 0xaa0603e1, 0x2a0403e2,
    0xd2801068, 0xd4000001, 0x0006000e, 0xd65f03c0, 0x00000000, 0x0006001a, 0xa9407a1d, 0x000a8cef,
    0xf8400209, 0x00020067, 0xd51b4409, 0xa9405213, 0x000a8cef, 0xa9405a15, 0x000a8cef, 0xa9406217,
    0x000a8cef, 0xa9406a19, 0x000a8cef, 0xa940721b, 0x000a8cef, 0x6d402608, 0x000a8cef, 0x6d402e0a,
    0x000a8cef, 0x6d40360c, 0x000a8cef, 0x6d403e0e, 0x000a8cef, 0xf8000230, 0x00020067, 0xf8400209,
    0x00020067, 0xf8000229, 0x00020067, 0xd2800000, 0xd2800001, 0x9e6703e0, 0x9e6703e1, 0xd65f03c0,
    0x00000000,
  ],
});
export { actions };

// siginfo_t, whose address is in x1
// ucontext_t, whose address is in x2; register n stands at 184 + 8n


/**
 * The entry of a thread: calls the address in the thread's cell. It keeps the registers that a call preserves
 * in a frame outside of the stack, and the return address, so that arguments on the stack stay where they
 * are. x9 … x17 are free. Where there is no room for a frame, the call is not guarded.
 *
 * `thread`: the address of the thread's data.
 */
export function putEntry(Dst: State, thread: bigint): void {
  actions.on(Dst).put(0, Thread.TOP, Thread.END, Frame.X29, Frame.SP, Frame.X19, Frame.X19+16, Frame.X19+32, Frame.X19+48, Frame.X19+64, Frame.D8, Frame.D8+16, Frame.D8+32, Frame.D8+48, Thread.ACTIVE);
  actions.on(Dst).put(37, Frame.ACTIVE, Thread.ACTIVE, Frame.SIZE, Thread.TOP, Thread.CELL, Thread.TOP, Frame.SIZE, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE, Frame.X29, Thread.CELL, Dst.address(thread));
}

/** `uint64_t ()`: what tells this thread from others. */
export function putThreadPointer(Dst: State): void {
  actions.on(Dst).put(73);
}

/**
 * The handler of all signals, and the place where a thread goes on behind a fault.
 *
 * `registry`: the address of the process's data.
 */
export function putHandler(Dst: State, registry: bigint): void {
  // By these bytes another thread recognises the handler, and finds the registry.
  actions.on(Dst).put(76, Dst.low(Registry.MAGIC), Dst.high(), Dst.address(registry));
  // sig in w0, siginfo_t in x1, ucontext_t in x2. x0 … x17 may be overwritten.
  actions.on(Dst).put(83);
  // The thread that owns the fault: by the register that leads to its own variables.
  actions.on(Dst).put(91, Registry.THREADS, Registry.THREAD, Registry.PAIR, Thread.ACTIVE);
  // Does the instruction lie in code of ours?
  actions.on(Dst).put(127, Registry.RANGES, Dst.low(Registry.RANGE), Dst.high(), Registry.PAIR);
  // Ours: tell the thread, and let it go on at `resume`.
  actions.on(Dst).put(147, Thread.SIGNAL, Thread.CODE, Thread.RIP, Thread.ADDRESS, Thread.ERROR, Frame.SP);
  // Not ours: the handler that was there before, or else the system's own action.
  actions.on(Dst).put(172, Registry.PREVIOUS, Registry.DEFAULT);
  // An instruction that raises a fault raises it again. Others are sent again; they come when this returns.
  actions.on(Dst).put(197);

  // x16: the frame, x17: the thread's data, sp: as at the entry.
  actions.on(Dst).put(213, Frame.X29, Frame.FPCR, Frame.X19, Frame.X19+16, Frame.X19+32, Frame.X19+48, Frame.X19+64, Frame.D8, Frame.D8+16, Frame.D8+32, Frame.D8+48, Thread.TOP, Frame.ACTIVE, Thread.ACTIVE);
}

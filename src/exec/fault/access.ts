/**
 * How memory was accessed where that was a fault: takes what the handler has kept; returns undefined where
 * the fault is none of an address.
 */
import { hostArch } from '../process.ts';
import { Thread } from './guardlayout.ts';

export type Access = 'read' | 'write' | 'execute';

/** @param data the thread's data */
export function accessOf(signal: string, code: number, data: DataView): Access | undefined {
  return hostArch === 'arm64' ? accessOnArm64(signal, code, data) : accessOnX64(data);
}

/** Error code of a page fault (Intel's manual, volume 3, "Page-Fault Exception"). */
const WRITE = 2;
const FETCH = 16;
/** The page fault's number; that of a general-protection exception is 13. */
const PAGE_FAULT = 14;

function accessOnX64(data: DataView): Access | undefined {
  if (data.getInt32(Thread.TRAP, true) !== PAGE_FAULT) return undefined;
  const error = data.getInt32(Thread.ERROR, true);
  return (error & FETCH) !== 0 ? 'execute' : (error & WRITE) !== 0 ? 'write' : 'read';
}

/** `si_code` of SIGBUS for an address that is not aligned (asm-generic/siginfo.h). */
const BUS_ADRALN = 1;

function accessOnArm64(signal: string, code: number, data: DataView): Access | undefined {
  if (signal !== 'SIGSEGV' && (signal !== 'SIGBUS' || code === BUS_ADRALN)) return undefined;
  const isJump = data.getBigUint64(Thread.RIP, true) === data.getBigUint64(Thread.ADDRESS, true);
  return isJump ? 'execute' : isStore(data.getInt32(Thread.ERROR, true)) ? 'write' : 'read';
}

/**
 * Does an instruction write memory? ("Arm Architecture Reference Manual for A-profile architecture", C4.1.94:
 * loads and stores.) Atomic operations read and write; what they may not do is write.
 */
export function isStore(word: number): boolean {
  const bit = (position: number): boolean => ((word >>> position) & 1) === 1;
  if (!bit(27) || bit(25)) {
    // dc zva and its kind, which write zeros or tags.
    return word >>> 19 === 0xd50b_0000 >>> 19 && ((word >>> 12) & 0xf) === 7;
  }
  const isVector = bit(26);
  switch ((word >>> 28) & 3) {
    case 0:
      // Exclusive and ordered accesses, or lists of vectors; CAS and CASP.
      return !bit(22) || (!isVector && bit(21) && (bit(23) || !bit(31)));
    case 1:
      // Literals, which are loaded; unscaled ordered accesses; tags.
      return bit(24) && (isVector ? !bit(22) : ((word >>> 22) & 3) === 0);
    case 2:
      return !bit(22);
    default:
      // LDADD and the other atomic operations; of these LDAPR reads.
      if (!isVector && !bit(24) && bit(21) && ((word >>> 10) & 3) === 0) return ((word >>> 12) & 0xf) !== 12;
      return isVector ? !bit(22) : ((word >>> 22) & 3) === 0;
  }
}

/**
 * The data that the guard of generated code (guard.dast, arm64guard.dast) and JavaScript share, as offsets in
 * bytes: the frames of guarded calls, the data of a thread, and the registry of the process.
 */
import { hostArch } from '../process.ts';

/** What the entry keeps for a call, on x64. */
export const Frame = {
  RETURN: 0,
  /** rsp at the entry, without the return address. */
  RSP: 8,
  RBX: 16,
  RBP: 24,
  R12: 32,
  R13: 40,
  R14: 48,
  R15: 56,
  MXCSR: 64,
  X87: 68,
  /** What `Thread.ACTIVE` was before. */
  ACTIVE: 72,
  SIZE: 80,
} as const;

/** What the entry keeps for a call, on ARM64. */
export const Arm64Frame = {
  /** x29, and x30: the return address. */
  X29: 0,
  /** sp and FPCR. */
  SP: 16,
  FPCR: 24,
  /** x19 … x28. */
  X19: 32,
  /** d8 … d15. */
  D8: 112,
  /** What `Thread.ACTIVE` was before. */
  ACTIVE: 176,
  SIZE: 192,
} as const;

export const FRAME_BYTES: number = hostArch === 'arm64' ? Arm64Frame.SIZE : Frame.SIZE;

/** Calls that are nested deeper are not guarded. */
export const MAX_FRAMES = 1024;

/** More are not given back if the thread is terminated. */
export const MAX_MAPPINGS = 1024;

export const Thread = {
  /** The address that the entry calls. */
  CELL: 0,
  /** Where the next frame goes, and where frames end. */
  TOP: 8,
  END: 16,
  /** The frame of the code that runs; 0 while JavaScript runs. */
  ACTIVE: 24,
  /** The last fault: the signal's number, or 0; `si_code`; rip or pc; `si_addr`. */
  SIGNAL: 32,
  CODE: 36,
  RIP: 40,
  ADDRESS: 48,
  /** On x64 the error code and the trap number; on ARM64 the instruction, or 0 where it cannot be read. */
  ERROR: 56,
  TRAP: 60,
  /** The address of the entry. */
  ENTRY: 64,
  /** How many copies of this package use the data. */
  USERS: 72,
  FRAMES: 80,
  /** Pairs: the address and the size of what is mapped for the thread; 0 in those that are free. */
  MAPPINGS: 80 + MAX_FRAMES * FRAME_BYTES,
  SIZE: 80 + MAX_FRAMES * FRAME_BYTES + MAX_MAPPINGS * 16,
} as const;

/** Threads that can be guarded at a time, and segments of code. */
export const MAX_THREADS = 256;
export const MAX_RANGES = 4096;

export const Registry = {
  /**
   * What stands in front of the handler, and then the address of the registry. The last byte changes with
   * this file: copies of the package that do not agree have registries of their own.
   */
  MAGIC: 0x6479_6e61_736d_4732n,
  /** How many pairs of each table have ever been in use. */
  THREADS: 0,
  RANGES: 4,
  /** The number of the thread that removes those that have ended; 0 if none does. */
  REMOVER: 8,
  /** A `struct sigaction` of the kernel: SIG_DFL. 32 bytes. */
  DEFAULT: 16,
  /** The handlers that were there before, by number of the signal. */
  PREVIOUS: 48,
  /** Pairs: the address of a thread's control block, and that of its data. */
  THREAD: 576,
  /** Pairs: where a segment of code begins, and the address behind it. */
  RANGE: 576 + MAX_THREADS * 16,
  PAIR: 16,
  /** For each pair of the first table, the system's number of the thread. */
  NUMBERS: 576 + (MAX_THREADS + MAX_RANGES) * 16,
  SIZE: 576 + (MAX_THREADS + MAX_RANGES) * 16 + MAX_THREADS * 4,
} as const;

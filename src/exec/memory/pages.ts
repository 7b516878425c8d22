/**
 * The interface to the operating system's memory: pages that are first written, then run, and never both at a
 * time. posix.ts and windows.ts implement it; no other file knows a system call. Addresses are absolute,
 * sizes are in bytes.
 */

export interface Pages {
  /**
   * Returns the address of new pages that can be written and not executed. The system chooses the address;
   * Linux and macOS choose one within reach (±2 GB) of the shared libraries, or are asked for one.
   * @param size at least 1; the system rounds it up to whole pages
   * @throws {MemoryError}
   */
  allocate(size: number): bigint;
  /** Copies bytes into pages that `protect` was not called for. */
  write(address: bigint, bytes: Uint8Array): void;
  /** Fills `bytes` from memory. */
  read(address: bigint, bytes: Uint8Array): void;
  /**
   * Makes all pages of an allocation executable and read-only.
   * @throws {MemoryError}
   */
  protect(address: bigint, size: number): void;
  /**
   * Gives all pages of an allocation back to the system.
   * @throws {MemoryError}
   */
  free(address: bigint, size: number): void;
}

/** A call to the operating system failed. The message has the call with its arguments, and the reason. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError';
  /** The system's number of the error: `errno`, on Windows what `GetLastError` returns. */
  readonly code: number;

  /**
   * @param call the system call with its arguments, for the message
   * @param code the system's number of the error
   * @param reason the system's text for that number
   */
  constructor(call: string, code: number, reason: string) {
    super(`${call} failed: ${reason}`);
    this.code = code;
  }
}

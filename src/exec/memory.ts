/**
 * The boundary to the operating system: pages that are first written, then run.
 *
 * In go sizes and bytes, out come addresses. A page is writable or executable, never both. posix.ts and windows.ts
 * implement the interface; nothing else in the project knows a system call.
 */

export interface Pages {
  /**
   * Fresh pages, writable and not executable, at an address the system chooses: on Linux and macOS one within
   * reach (±2 GB) of the shared libraries.
   * @param size in bytes, at least 1; the system rounds up to whole pages
   * @throws MemoryError
   */
  allocate(size: number): bigint;
  /** Copies bytes into pages that are still writable. */
  write(address: bigint, bytes: Uint8Array): void;
  /** Copies bytes out. */
  read(address: bigint, bytes: Uint8Array): void;
  /**
   * Makes all pages of an allocation executable, and not writable any more.
   * @throws MemoryError
   */
  protect(address: bigint, size: number): void;
  /**
   * Gives the pages of an allocation back.
   * @throws MemoryError
   */
  free(address: bigint, size: number): void;
}

/** A call to the operating system failed; the message has the call and the system's reason. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError';
  /** The system's number: errno, or what GetLastError gave. */
  readonly code: number;

  /**
   * @param call the system call with its arguments, for the message
   * @param code the system's error number
   * @param reason the system's text for it
   */
  constructor(call: string, code: number, reason: string) {
    super(`${call} failed: ${reason}`);
    this.code = code;
  }
}

/**
 * The interface to the operating system's memory for code. Code is never writable and executable through one
 * mapping at a time. A system may have several ways to give such memory; posix.ts and windows.ts implement
 * them, and no other file knows a system call. Addresses are absolute, sizes are in bytes.
 */
import { hostArch } from '../process.ts';

/** Memory that code runs in. */
export interface Pages {
  /** Where the code runs. */
  readonly address: bigint;
  /** A multiple of the size of a page. */
  readonly size: number;
  /** Where the memory is mapped: at `address`, and where it is written if that is elsewhere. */
  readonly mappings: readonly bigint[];
  /**
   * The same memory, to be read and, inside of `change` only, to be written. It must not be touched after
   * `release`: the process would die.
   */
  readonly bytes: Uint8Array;
  /**
   * Calls `change`, which writes `bytes` from `start` to `end` and does nothing else: where the system has no
   * second mapping, the pages cannot be executed meanwhile.
   * @throws {MemoryError}
   */
  write(start: number, end: number, change: () => void): void;
  /**
   * Gives the memory back to the system.
   * @throws {MemoryError}
   */
  release(): void;
}

/** A way in which a system gives memory for code. */
export interface Way {
  /** For messages. */
  readonly name: string;
  /**
   * @param size at least 1; it is rounded up to whole pages
   * @throws {MemoryError}
   */
  allocate(size: number): Pages;
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

/** All ways to get memory for code have failed. `errors` has their errors; `code` is that of the last. */
export class NoMemoryError extends MemoryError {
  readonly errors: readonly MemoryError[];

  constructor(size: number, ways: readonly Way[], errors: readonly MemoryError[]) {
    const reasons = errors.map((error, index) => `${ways[index]?.name}: ${error.message}`);
    super(`memory for ${size} bytes of code`, errors.at(-1)?.code ?? 0, reasons.join('; '));
    this.errors = errors;
  }
}

/**
 * Code should be this near to the libraries, whose functions it calls with distances: of 32 bits, signed, on
 * x86, and up to 128 MiB on ARM64. (Where it is farther, calls take a way round.)
 */
const REACH = hostArch === 'arm64' ? 2n ** 26n : 2n ** 30n;
/** Where memory for code is tried, beside the libraries, in steps of so many bytes. */
const STEP = 2n ** 24n;
const STEPS = 32n;
/** Addresses that Windows maps at are multiples of it; pages of other systems are smaller. */
const ALLOCATION_UNIT = 2n ** 16n;

/** The address space around a library. */
export class Neighbourhood {
  readonly #library: bigint;
  readonly #direction: 1n | -1n;
  /** Where the next memory is tried first. */
  #next: bigint;

  /**
   * @param library an address in the library
   * @param direction where free memory is looked for: 1 behind the library, −1 in front of it
   */
  constructor(library: bigint, direction: 1n | -1n) {
    this.#library = library;
    this.#direction = direction;
    this.#next = library & ~(STEP - 1n);
  }

  /**
   * Maps memory of so many bytes within reach of the library, where the system allows that.
   * @param map maps memory at an address or elsewhere, and returns where; undefined: the system chooses.
   *   Returns undefined if the address is not free and the system has no other
   */
  map(
    size: number,
    map: (at: bigint | undefined) => bigint | undefined,
    unmap: (address: bigint) => void,
  ): bigint {
    const first = map(undefined) ?? 0n;
    if (this.#isNear(first)) return first;
    // Each memory of WebAssembly (Node's own, iced-x86) reserves up to 10 GB just below the libraries.
    const start = this.#next;
    const length = (BigInt(size) + ALLOCATION_UNIT - 1n) & ~(ALLOCATION_UNIT - 1n);
    for (let step = 0n; step <= STEPS && step * STEP < REACH; step++) {
      const at = start + this.#direction * step * STEP - (this.#direction < 0n ? length : 0n);
      const address = map(at);
      if (address === undefined) continue;
      if (this.#isNear(address)) {
        unmap(first);
        this.#next = this.#direction > 0n ? address + length : address & ~(ALLOCATION_UNIT - 1n);
        return address;
      }
      unmap(address);
    }
    // What lies there by now may be freed later.
    this.#next = this.#library & ~(STEP - 1n);
    return first;
  }

  #isNear(address: bigint): boolean {
    const distance = address - this.#library;
    return distance < REACH && -distance < REACH;
  }
}

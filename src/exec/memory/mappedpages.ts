/**
 * The two kinds of pages that systems give: with a second mapping that is written, and with one mapping whose
 * protection changes. Both functions take addresses and what the system's calls are, and return pages.
 */
import { koffi } from '../koffi.ts';
import type { Pages } from './pages.ts';

/** @param writable where the same memory can be written */
export function sharedPages(
  address: bigint,
  writable: bigint,
  size: number,
  unmap: (address: bigint, size: number) => void,
): Pages {
  return {
    address,
    size,
    mappings: [address, writable],
    bytes: new Uint8Array(koffi().view(writable, size)),
    write(_start, _end, change) {
      change();
    },
    release() {
      unmap(address, size);
      unmap(writable, size);
    },
  };
}

/**
 * @param protect makes the pages that have bytes from `start` to `end` writable or executable
 * @param unmap is called here if `protect` fails
 */
export function switchedPages(
  address: bigint,
  size: number,
  protect: (start: number, end: number, to: 'writable' | 'executable') => void,
  unmap: (address: bigint, size: number) => void,
): Pages {
  try {
    protect(0, size, 'executable');
  } catch (error) {
    unmap(address, size);
    throw error;
  }
  return {
    address,
    size,
    mappings: [address],
    bytes: new Uint8Array(koffi().view(address, size)),
    write(start, end, change) {
      protect(start, end, 'writable');
      try {
        change();
      } finally {
        protect(start, end, 'executable');
      }
    },
    release() {
      unmap(address, size);
    },
  };
}

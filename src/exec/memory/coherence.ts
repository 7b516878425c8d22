/**
 * Whether what is written to memory for code is what runs there. On ARM64 that takes a flush of the
 * instruction cache. On x86's processors it always is, through whichever mapping it was written; but
 * emulators may go on with what they have translated before: qemu's for programs of Linux see only writes
 * through the mapping that is executed, and versions before 8.1 not even flushes at the other one.
 */
import { koffi } from '../koffi.ts';
import { hostArch } from '../process.ts';
import { findFlush, type Flush } from './instructioncache.ts';
import { MemoryError, type Pages, type Way } from './pages.ts';

/** The same way. It fails if what is written again does not run; that is tried once. */
export function coherent(way: Way): Way {
  let works: boolean | undefined;
  return {
    name: way.name,
    allocate(size) {
      if (works !== false) {
        const pages = flushed(way.allocate(size));
        works ??= runsWhatIsWritten(pages);
        if (works) return pages;
        pages.release();
      }
      throw new MemoryError('running what was written again', 0, 'an emulator runs what was there before');
    },
  };
}

let flush: Flush | undefined;

/** The same pages, whose `write` flushes where the processor needs that. */
function flushed(pages: Pages): Pages {
  if (hostArch !== 'arm64') return pages;
  flush ??= findFlush();
  const clear = flush;
  return {
    ...pages,
    write(start, end, change) {
      pages.write(start, end, change);
      clear(pages.address + BigInt(start), end - start);
    },
  };
}

/** Code that returns a number, 0…255. */
const returning: (value: number) => readonly number[] =
  hostArch === 'arm64'
    ? // mov w0, #n; ret
      value => [(value & 7) << 5, value >> 3, 0x80, 0x52, 0xc0, 0x03, 0x5f, 0xd6]
    : // mov eax, n; ret
      value => [0xb8, value, 0, 0, 0, 0xc3];

function runsWhatIsWritten(pages: Pages): boolean {
  const call: () => number = koffi().decode(pages.address, koffi().proto('int ()'));
  return [1, 2].every(value => {
    const code = returning(value);
    pages.write(0, code.length, () => {
      pages.bytes.set(code);
    });
    return call() === value;
  });
}

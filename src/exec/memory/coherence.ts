/**
 * Whether what is written to memory for code is what runs there. It is on x86's processors, through whichever
 * mapping it was written; but emulators may go on with what they have translated before: qemu's for programs
 * of Linux see only writes through the mapping that is executed.
 */
import { koffi } from '../koffi.ts';
import { MemoryError, type Pages, type Way } from './pages.ts';

/** The same way. It fails if what is written again does not run; that is tried once. */
export function coherent(way: Way): Way {
  let works: boolean | undefined;
  return {
    name: way.name,
    allocate(size) {
      if (works !== false) {
        const pages = way.allocate(size);
        works ??= runsWhatIsWritten(pages);
        if (works) return pages;
        pages.release();
      }
      throw new MemoryError('running what was written again', 0, 'an emulator runs what was there before');
    },
  };
}

/** `mov eax, n; ret`, for x64 and x86. */
const RETURN = [0xb8, 0, 0, 0, 0, 0xc3];

function runsWhatIsWritten(pages: Pages): boolean {
  const call: () => number = koffi().decode(pages.address, koffi().proto('int ()'));
  return [1, 2].every(value => {
    pages.write(0, RETURN.length, () => {
      pages.bytes.set(RETURN);
      pages.bytes[1] = value;
    });
    return call() === value;
  });
}

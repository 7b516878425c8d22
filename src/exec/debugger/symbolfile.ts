/** What is known of code as a file in ELF, which debuggers read: names of its parts, and source lines. */
import { callFrameTable } from './callframe.ts';
import * as Elf from '../elf/elffile.ts';
import { lineSections } from './dwarflines.ts';
import { frameRanges } from './framefinder.ts';
import { namedParts } from './namedpart.ts';
import type { NewCode } from './newcode.ts';

/** The code itself is not in the file. */
export function symbolFile(code: NewCode): Uint8Array {
  const { address, bytes } = code;
  const { SHF_ALLOC, SHF_EXECINSTR, SHT_NOBITS, SHT_PROGBITS, SHT_STRTAB, SHT_SYMTAB } = Elf;
  const { symbols, names } = Elf.symbolTable(
    namedParts(code).map(({ name, start, end }) => {
      return { name, isFunction: true, address: address + BigInt(start), size: end - start, section: 1 };
    }),
  );
  const sections: Elf.Section[] = [
    { name: '.text', type: SHT_NOBITS, flags: SHF_ALLOC | SHF_EXECINSTR, address, size: bytes.length },
    { name: '.symtab', type: SHT_SYMTAB, bytes: symbols, link: '.strtab', info: 1, entry: Elf.SYMBOL_BYTES },
    { name: '.strtab', type: SHT_STRTAB, bytes: names },
  ];
  const ranges = frameRanges(code);
  if (ranges.length > 0) {
    sections.push({ name: '.eh_frame', type: SHT_PROGBITS, bytes: callFrameTable(address, ranges) });
  }
  const lines = lineSections(code);
  if (lines !== undefined) {
    sections.push(
      { name: '.debug_abbrev', type: SHT_PROGBITS, bytes: lines.abbreviations },
      { name: '.debug_info', type: SHT_PROGBITS, bytes: lines.info },
      { name: '.debug_line', type: SHT_PROGBITS, bytes: lines.lines },
    );
  }
  return Elf.writeElf({ type: Elf.ET_EXEC, sections });
}

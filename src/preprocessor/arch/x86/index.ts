/** The arch modules for x86 and x64, put together from registers, directives and instructions. */
import type { Arch } from '../arch.ts';
import type { ArchName } from '../name.ts';
import { makeDirectives, switchSection } from './archdirective.ts';
import { Instructions } from './instruction.ts';
import { describeOperands } from './match.ts';
import { groupRegisters, makeRegisters } from './registers.ts';

/**
 * Makes the arch of one mode, with the instructions of DynASM or (`full`) with all. The table is read when it is first asked.
 */
export function makeArch(name: ArchName, full: boolean): Arch {
  const x64 = name === 'x64';
  const registers = makeRegisters(x64);
  const directives = makeDirectives(x64, registers);
  const instructions = new Instructions(x64, registers, full);
  return {
    name,
    registers: registers.names,
    externalNames: text =>
      text.replace(/@[A-Za-z0-9]+/g, internal => registers.byInternal.get(internal)?.name ?? internal),
    find(statement, count) {
      const directive = directives.get(statement);
      if (directive === undefined) return instructions.find(statement, count);
      return directive.counts.includes(count) || directive.counts.includes('*')
        ? directive.handler
        : undefined;
    },
    counts(statement) {
      const directive = directives.get(statement);
      return directive?.counts ?? instructions.counts(statement);
    },
    get registerGroups() {
      return groupRegisters(registers);
    },
    section: switchSection,
    forms(pattern = /^/) {
      const forms = instructions.names
        .filter(mnemonic => pattern.test(mnemonic))
        .toSorted()
        .flatMap(mnemonic => instructions.forms(mnemonic))
        .filter(({ origin }) => origin !== 'defect')
        .map(form => ({
          mnemonic: form.mnemonic,
          operands: describeOperands(form.operands, x64),
          encoding: form.code.text,
        }));
      // Rows that differ only in what the notation does not show are one form.
      return [...new Map(forms.map(form => [Object.values(form).join('|'), form])).values()];
    },
  };
}

/** The arch modules for x86 and x64, put together from registers, directives and instructions. */
import type { Arch } from '../arch.ts';
import { makeDirectives, switchSection } from './directive.ts';
import { Instructions } from './instruction.ts';
import { describeOperands } from './match.ts';
import { makeRegisters } from './register.ts';

/** A supported form, as plain data. */
export interface SupportedForm {
  readonly mnemonic: string;
  readonly operands: string;
  readonly encoding: string;
}

/** An arch of this family; it can also list what it supports. */
export interface X86Arch extends Arch {
  /** The forms of all mnemonics that match `pattern`, by mnemonic. */
  forms(pattern?: RegExp): readonly SupportedForm[];
}

/** Makes the arch of one mode. Cheap but for reading the table's mnemonics: make it once, when it is asked for. */
function makeArch(name: 'x64' | 'x86'): X86Arch {
  const x64 = name === 'x64';
  const registers = makeRegisters(x64);
  const directives = makeDirectives(x64, registers);
  const instructions = new Instructions(x64, registers);
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
      return directive?.counts ?? [...instructions.forms(statement).keys()].toSorted((a, b) => a - b);
    },
    section: switchSection,
    forms(pattern = /^/) {
      return instructions.names
        .filter(mnemonic => pattern.test(mnemonic))
        .flatMap(mnemonic => [...instructions.forms(mnemonic).values()].flat())
        .map(form => ({
          mnemonic: form.mnemonic,
          operands: describeOperands(form.operands, x64),
          encoding: form.encodingText,
        }));
    },
  };
}

export const x64: X86Arch = makeArch('x64');
export const x86: X86Arch = makeArch('x86');

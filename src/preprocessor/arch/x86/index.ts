/** Makes the architectures x86 and x64 from their registers, directives and instructions. */
import * as Action from '../../../encoder/format/actioncode.ts';
import {
  EXTENDED,
  FIRST_ACTION,
  FIRST_GLOBAL,
  MAX_EXTERNS,
  MAX_GLOBALS,
} from '../../../encoder/format/action.ts';
import { BASE } from '../../../encoder/format/feature.ts';
import type { ListLayout } from '../../actionlist/listlayout.ts';
import type { Arch } from '../arch.ts';
import { makeDirectives, switchSection } from './archdirective.ts';
import { InstructionSet } from './instructionset.ts';
import { describeActions } from './actiontext.ts';
import { misplacedError } from './misplaced.ts';
import { describeOperands } from './operandtext.ts';
import { groupRegisters, makeRegisters, registersOfSizes } from './registers.ts';

const LAYOUT: ListLayout = {
  element: 'byte',
  limit: 255,
  stop: Action.STOP,
  escape: Action.ESC,
  firstAction: FIRST_ACTION,
  lastAction: 255,
  extended: action => (action < EXTENDED ? undefined : [Action.ESC, action - EXTENDED]),
  sharesChunks: true,
  firstGlobal: FIRST_GLOBAL,
  maxGlobals: MAX_GLOBALS,
  maxExterns: MAX_EXTERNS,
  globalName: /^[A-Za-z_][A-Za-z0-9_@]*$/,
  globalNameRule: 'a global label is a letter or `_`, then letters, digits, `_` and `@`',
};

/** `withAdditions`: with the instructions and directives that DynASM does not know. */
export function makeX86(name: 'x64' | 'x86', withAdditions: boolean): Arch {
  const is64Bit = name === 'x64';
  const registers = makeRegisters(is64Bit, withAdditions);
  const directives = makeDirectives(is64Bit, registers, withAdditions);
  const instructions = new InstructionSet(is64Bit, registers, withAdditions);
  const describeForm: Arch['describeForm'] = ({ mnemonic, operands, code, features }) => ({
    mnemonic,
    operands: describeOperands(operands, is64Bit),
    encoding: code.text,
    features: features === BASE ? '' : features,
  });
  return {
    name,
    layout: LAYOUT,
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
    misplacedError,
    section: switchSection,
    describeForm,
    editing: {
      get mnemonics() {
        return instructions.names;
      },
      registers: [...registers.names.keys()],
      registersAt: (mnemonic, position) =>
        registersOfSizes(registers, instructions.sizesAt(mnemonic, position)),
      addressRegisters: [...registers.names].flatMap(([each, internal]) =>
        registers.byInternal.get(internal)?.canBeBase === true ? [each] : [],
      ),
      describeActions,
    },
    forms(pattern = /^/) {
      const forms = instructions.names
        .filter(mnemonic => pattern.test(mnemonic))
        .toSorted()
        .flatMap(mnemonic => instructions.forms(mnemonic))
        .filter(({ table, code }) => table !== 'defects' && (is64Bit || !code.text.includes('REX.W')))
        .map(describeForm);
      // Some rows differ only in details that this text does not show.
      return [...new Map(forms.map(form => [Object.values(form).join('|'), form])).values()];
    },
  };
}

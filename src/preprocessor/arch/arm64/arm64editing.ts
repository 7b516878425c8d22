/** What editors ask of arm64: registers that fit an operand, and action lists as people read them. */
import * as Arm64Action from '../../../encoder/format/arm64/arm64action.ts';
import * as Arm64ExtendedAction from '../../../encoder/format/arm64/arm64extendedaction.ts';
import type { UsedForm } from '../../item.ts';
import type { Editing } from '../arch.ts';
import { REGISTER_CLASSES, REGISTER_NAMES } from './registername.ts';

interface Instructions {
  readonly names: readonly string[];
  forms(name: string): readonly UsedForm[];
}

const NAMES: readonly string[] = [...REGISTER_NAMES, ...Object.keys(REGISTER_CLASSES)];
/** What may be the base of an address, or its index. */
const ADDRESS_REGISTERS = NAMES.filter(name => /^(?:[xw]\d|sp$|fp$|lr$|xzr$|R[xw]$)/.test(name));

/** One that stands in no brackets. */
const COMMA = /,(?![^[{(]*[\]})])/;

/** The letters of the registers that a letter in the text of a form stands for. */
const LETTERS: Readonly<Record<string, string>> = { R: 'xw', E: 'xw', '*': 'xw', F: 'sd', T: 'xw' };
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['lr', 'x'],
  ['fp', 'x'],
  ['ip0', 'x'],
  ['ip1', 'x'],
  ['xzr', 'x'],
  ['wzr', 'w'],
]);

function letterOf(name: string): string {
  return ALIASES.get(name) ?? (/^R[a-z]$/.test(name) ? name.charAt(1) : name.charAt(0));
}

/** The registers that the text of an operand stands for: `Xn|SP`, `Rt`, `#imm`. */
function registersIn(operand: string): readonly string[] {
  const letters = new Set<string>();
  const stack = new Set<string>();
  for (const each of operand.split('|')) {
    if (/^w?sp$/i.test(each)) stack.add(each.toLowerCase());
    const [, letter] = /^[({]?([A-Z*])[a-z]\d?(?![a-z])/.exec(each) ?? [];
    for (const own of letter === undefined ? '' : (LETTERS[letter] ?? letter.toLowerCase())) letters.add(own);
  }
  return NAMES.filter(name => (/^w?sp$/.test(name) ? stack.has(name) : letters.has(letterOf(name))));
}

export function makeEditing(instructions: Instructions): Editing {
  return {
    get mnemonics() {
      return instructions.names;
    },
    registers: NAMES,
    addressRegisters: ADDRESS_REGISTERS,
    registersAt(mnemonic, position) {
      const found = instructions.forms(mnemonic).flatMap(({ operands }) => {
        const operand = operands.split(COMMA)[position];
        return operand === undefined ? [] : registersIn(operand.trim());
      });
      const unique = new Set(found);
      return NAMES.filter(name => unique.has(name));
    },
    describeActions,
  };
}

/** What actions fill in or write; those that are not named write nothing of their own. */
const ACTIONS: ReadonlyMap<number, string> = new Map([
  [Arm64Action.REL_EXT, 'extern'],
  [Arm64Action.ALIGN, 'align'],
  [Arm64Action.REL_LG, 'label'],
  [Arm64Action.REL_PC, 'label'],
  [Arm64Action.REL_A, 'address'],
  [Arm64Action.IMM, 'imm'],
  [Arm64Action.IMM6, 'imm6'],
  [Arm64Action.IMM12, 'imm12'],
  [Arm64Action.IMM13W, 'imm'],
  [Arm64Action.IMM13X, 'imm'],
  [Arm64Action.IMML, 'offset'],
  [Arm64Action.IMMV, 'value'],
  [Arm64Action.VREG, 'reg'],
]);
const EXTENDED: ReadonlyMap<number, string> = new Map([
  [Arm64ExtendedAction.FIELD, 'imm'],
  [Arm64ExtendedAction.MOV_W, 'imm'],
  [Arm64ExtendedAction.MOV_X, 'imm'],
  [Arm64ExtendedAction.ADD_SUB, 'imm12'],
  [Arm64ExtendedAction.FLOAT8, 'imm'],
  [Arm64ExtendedAction.BYTE_MASK, 'imm'],
  [Arm64ExtendedAction.OFFSET, 'offset'],
  [Arm64ExtendedAction.PLACE, 'label'],
  [Arm64ExtendedAction.VALUE, 'value'],
  [Arm64ExtendedAction.SPACE, 'space'],
  [Arm64ExtendedAction.ALIGN_FILL, 'align'],
  [Arm64ExtendedAction.POOL, 'pool'],
]);

/** Words as eight digits, as listings show them; behind each, in brackets, what a put fills in. */
function describeActions(actions: readonly number[]): readonly string[] {
  const parts: string[] = [];
  const literal = (word = 0, digits = 8): number => parts.push(word.toString(16).padStart(digits, '0'));
  for (let index = 0; index < actions.length; index++) {
    const word = actions[index] ?? 0;
    if (!Arm64Action.isAction(word)) literal(word);
    else if (word === Arm64Action.word(Arm64Action.ESC)) literal(actions[++index]);
    else if (word >>> 16 === Arm64Action.ESC) {
      const code = word & Arm64ExtendedAction.CODE_MASK;
      const next = actions[index + 1];
      const bytes = (word & 0xffff) >>> Arm64ExtendedAction.PARAMETER_SHIFT;
      if (code === Arm64ExtendedAction.BYTES) literal(next, 2 * bytes);
      const name = EXTENDED.get(code);
      if (name !== undefined) parts.push(`[${name}]`);
      index += Arm64ExtendedAction.inlineWords(code, next);
    } else {
      const name = ACTIONS.get(word >>> 16);
      if (name !== undefined) parts.push(`[${name}]`);
    }
  }
  return parts;
}

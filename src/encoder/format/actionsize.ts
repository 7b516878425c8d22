/**
 * How long actions are: in the action list, and in the code that put writes. `codeAt` reads the code of an
 * action from a list; the other functions take such a code and return a number of bytes.
 */
import { EXTENDED, FIRST_ACTION } from './action.ts';
import * as Action from './actioncode.ts';
import type { ActionReader } from './chunks.ts';
import * as ExtendedAction from './extendedaction.ts';
import * as Field from './field.ts';
import * as RegisterField from './registerfield.ts';
import * as Vreg from './vreg.ts';

/**
 * The code of the action at an offset: a byte 0…232 for a literal, ESC for an escaped one, and EXTENDED + n
 * for the actions of format 2. `format`: the list's. Undefined behind the end of the list.
 */
export function codeAt(actions: ArrayLike<number>, offset: number, format: number): number | undefined {
  const code = actions[offset];
  if (code !== Action.ESC || format === 1) return code;
  const escaped = actions[offset + 1];
  return escaped !== undefined && escaped < FIRST_ACTION ? EXTENDED + escaped : code;
}

/** The offset of the first inline byte from that of the action. */
export function codeBytes(code: number): number {
  return code < EXTENDED ? 1 : 2;
}

/**
 * The number of bytes that put writes for an action; −1 where an argument decides it, and where the chunk
 * ends. `inline` is the first inline byte of the action, `addressBytes` the size of an address.
 */
export function fixedBytes(code: number, inline: number, addressBytes: number): number {
  switch (code) {
    case Action.DISP:
    case Action.IMM_WB:
    case Action.IMM_DB:
    case Action.SPACE:
    case Action.SECTION:
    case Action.STOP:
    case ExtendedAction.DISP_SCALED:
      return -1;
    case Action.ESC:
    case Action.IMM_S:
    case Action.IMM_B:
      return 1;
    case Action.IMM_W:
      return 2;
    case Action.IMM_D:
    case Action.REL_A:
    case Action.REL_LG:
    case Action.REL_PC:
    case Action.EXTERN:
    case ExtendedAction.REL_MACRO:
      return 4;
    case Action.IMM_LG:
    case Action.IMM_PC:
      return addressBytes;
    case Action.ALIGN:
    case ExtendedAction.ALIGN_NOP:
    case ExtendedAction.ALIGN_FILL:
      return inline;
    case ExtendedAction.FIELD:
      return Field.bytesOf(inline);
    case ExtendedAction.REGISTER:
      return (inline & RegisterField.FIELD_MASK) === RegisterField.MEMORY ? -1 : 0;
    case Action.VREG:
      return Vreg.countOf(inline) > 0 || Vreg.isMemory(inline) ? -1 : 0;
    default:
      return 0;
  }
}

/** The number of inline bytes, which follow the action's code in the list. */
export function inlineBytes(code: number): number {
  switch (code) {
    case Action.ESC:
    case Action.VREG:
    case Action.SPACE:
    case Action.REL_LG:
    case Action.IMM_LG:
    case Action.LABEL_LG:
    case Action.ALIGN:
    case Action.SECTION:
    case ExtendedAction.LABEL_MACRO:
    case ExtendedAction.REL_MACRO:
    case ExtendedAction.ADD_LG:
    case ExtendedAction.ADD_MACRO:
    case ExtendedAction.ADD_EXTERN:
    case ExtendedAction.FIELD:
    case ExtendedAction.ALIGN_NOP:
    case ExtendedAction.END_PROC:
    case ExtendedAction.DISP_SCALED:
      return 1;
    case Action.EXTERN:
    case ExtendedAction.ALIGN_FILL:
    case ExtendedAction.REGISTER:
      return 2;
    default:
      return 0;
  }
}

/** For lists for x64 and x86. */
export const x86Reader: ActionReader = {
  lengthAt(chunks, offset) {
    const code = chunks.actionAt(offset) ?? 0;
    return codeBytes(code) + inlineBytes(code);
  },
  bytesAt(chunks, offset) {
    const code = chunks.actionAt(offset) ?? 0;
    const inline = chunks.actions[chunks.inlineOffset(offset)] ?? 0;
    return code < FIRST_ACTION ? 1 : fixedBytes(code, inline, chunks.is64Bit ? 8 : 4);
  },
  labelAt(chunks, offset) {
    const code = chunks.actionAt(offset);
    const isDefinition = code === Action.LABEL_LG || code === ExtendedAction.END_PROC;
    return isDefinition ? chunks.actions[chunks.inlineOffset(offset)] : undefined;
  },
  leavesAddress(chunks, offset, value) {
    const code = chunks.actionAt(offset);
    if (code === ExtendedAction.FIELD) return (value & Field.RELATIVE) === 0;
    return code === Action.IMM_LG || code === Action.IMM_PC || code === Action.EXTERN;
  },
  literalBytes: () => 0,
};

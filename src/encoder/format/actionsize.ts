/**
 * How long actions are: in the action list, and in the code that put writes. The functions take the code of
 * an action and return a number of bytes.
 */
import { Action } from './action.ts';
import * as Vreg from './vreg.ts';

/**
 * The number of bytes that put writes for an action; −1 where an argument decides it, and where the chunk
 * ends. `inline` is the first inline byte of the action, `addressBytes` the size of an address.
 */
export function fixedBytes(code: number, inline: number, addressBytes: number): number {
  switch (code) {
    case Action.SETLABEL:
    case Action.LABEL_LG:
    case Action.LABEL_PC:
    case Action.MARK:
      return 0;
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
      return 4;
    case Action.IMM_LG:
    case Action.IMM_PC:
      return addressBytes;
    case Action.ALIGN:
      return inline;
    case Action.VREG:
      return Vreg.countOf(inline) > 0 || Vreg.isMemory(inline) ? -1 : 0;
    default:
      return -1;
  }
}

/** The number of bytes that follow the action's code in the list. */
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
      return 1;
    case Action.EXTERN:
      return 2;
    default:
      return 0;
  }
}

/**
 * How long actions are: in the action list, and in the code that put writes. In flow codes of actions, out flow numbers of bytes.
 */
import { Action } from './actions.ts';

/**
 * Bytes that put writes for an action; −1 where an argument decides how many, and where the chunk ends. `inline`: the action's first
 * inline byte.
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
      // No prefix is dropped, no SIB byte added.
      return (inline & 0x18) === 0 && inline >= 0x20 ? 0 : -1;
    default:
      return -1;
  }
}

/** Bytes that follow an action's code in the list. */
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

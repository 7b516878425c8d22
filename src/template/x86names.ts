/**
 * The numbers of names in action lists for x64 and x86. Takes chunks that a template adds; returns a copy of
 * their bytes with other numbers.
 */
import { FIRST_GLOBAL, LAST_GLOBAL } from '../encoder/format/action.ts';
import * as Action from '../encoder/format/actioncode.ts';
import { codeAt, codeBytes, inlineBytes } from '../encoder/format/actionsize.ts';
import * as ExtendedAction from '../encoder/format/extendedaction.ts';
import type { NumberOf } from './namenumber.ts';

export function renumberBytes(actions: ArrayLike<number>, numberOf: NumberOf): Uint8Array {
  const bytes = Uint8Array.from(actions);
  const global = (at: number): void => {
    const number = bytes[at] ?? 0;
    if (number < FIRST_GLOBAL || number > LAST_GLOBAL) return;
    bytes[at] = FIRST_GLOBAL + numberOf('globals', number - FIRST_GLOBAL);
  };
  const extern = (at: number): void => {
    bytes[at] = numberOf('externs', bytes[at] ?? 0);
  };
  for (let offset = 0; offset < bytes.length;) {
    const code = codeAt(bytes, offset, 2) ?? 0;
    const inline = offset + codeBytes(code);
    switch (code) {
      case Action.REL_LG:
      case Action.IMM_LG:
      case Action.LABEL_LG:
      case ExtendedAction.ADD_LG:
      case ExtendedAction.END_PROC:
        global(inline);
        break;
      case Action.EXTERN:
        extern(inline + 1);
        break;
      case ExtendedAction.ADD_EXTERN:
        extern(inline);
        break;
      case Action.SECTION:
        bytes[inline] = numberOf('sections', bytes[inline] ?? 0);
        break;
      default:
    }
    offset = inline + inlineBytes(code);
  }
  return bytes;
}

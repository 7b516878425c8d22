/** An action list as people read it: bytes, and names of what a put fills in. */
import * as Action from '../../../encoder/format/actioncode.ts';
import { codeAt, codeBytes, inlineBytes } from '../../../encoder/format/actionsize.ts';
import { FIRST_ACTION } from '../../../encoder/format/action.ts';
import * as ExtendedAction from '../../../encoder/format/extendedaction.ts';

/** What actions write; those that are not named write nothing of their own. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [Action.DISP, 'disp'],
  [Action.IMM_S, 'imm8'],
  [Action.IMM_B, 'imm8'],
  [Action.IMM_W, 'imm16'],
  [Action.IMM_D, 'imm32'],
  [Action.IMM_WB, 'imm8/16'],
  [Action.IMM_DB, 'imm8/32'],
  [Action.VREG, 'reg'],
  [Action.SPACE, 'space'],
  [Action.REL_A, 'rel32'],
  [Action.REL_LG, 'rel32'],
  [Action.REL_PC, 'rel32'],
  [Action.IMM_LG, 'address'],
  [Action.IMM_PC, 'address'],
  [Action.ALIGN, 'align'],
  [Action.EXTERN, 'extern'],
  [ExtendedAction.REL_MACRO, 'rel32'],
  [ExtendedAction.FIELD, 'value'],
  [ExtendedAction.ALIGN_NOP, 'align'],
  [ExtendedAction.ALIGN_FILL, 'align'],
  [ExtendedAction.REGISTER, 'reg'],
  [ExtendedAction.DISP_SCALED, 'disp'],
]);

/** Bytes as two digits, in brackets what a put fills in. */
export function describeActions(actions: readonly number[], format: number): readonly string[] {
  const parts: string[] = [];
  for (let offset = 0; offset < actions.length;) {
    const code = codeAt(actions, offset, format) ?? 0;
    const byte = code === Action.ESC ? actions[offset + 1] : code < FIRST_ACTION ? code : undefined;
    const name = NAMES.get(code);
    if (byte !== undefined) parts.push(byte.toString(16).padStart(2, '0'));
    else if (name !== undefined) parts.push(`[${name}]`);
    offset += codeBytes(code) + inlineBytes(code);
  }
  return parts;
}

/** What an action of a list for ARM64 is, and how much of the list and of the code it takes. */
import { FIRST_GLOBAL } from '../action.ts';
import type { ActionReader, Chunks } from '../chunks.ts';
import * as Arm64Action from './arm64action.ts';
import * as Arm64ExtendedAction from './arm64extendedaction.ts';
import * as Place from './arm64place.ts';

/** Codes from here on are those of format 2; those between are no actions, but code. */
export const EXTENDED = 0x10000;

/** The code of the action that a word is: EXTENDED + n for those of format 2. */
export function codeOf(word: number, format: number): number {
  const isExtended = word >>> 16 === Arm64Action.ESC && (word & Arm64ExtendedAction.CODE_MASK) !== 0;
  return isExtended && format !== 1 ? EXTENDED + (word & Arm64ExtendedAction.CODE_MASK) : word >>> 16;
}

/** The number of words of code and parameters that follow the action in the list. */
export function wordsBehind(code: number, next: number | undefined): number {
  if (code === Arm64Action.ESC) return 1;
  return code < EXTENDED ? 0 : Arm64ExtendedAction.inlineWords(code - EXTENDED, next);
}

/** The number of bytes behind the instruction in front that a reference writes. */
export function placeBytes(place: number): number {
  switch (place & Place.PLACE_MASK) {
    case Place.ADDRESS:
      return 8;
    case Place.DATA:
      return 1 << ((place >> Place.SIZE_SHIFT) & Place.SIZE_MASK);
    default:
      return 0;
  }
}

/**
 * The number of bytes that put writes for an action; −1 where an argument or other puts decide it, where the
 * chunk ends, and where they are not whole words: behind such data each line has a record of its own, by
 * which encode finds instructions that are not aligned. `word`: the action.
 */
export function fixedBytes(code: number, word: number): number {
  const bytes = bytesOf(code, word);
  return bytes % 4 === 0 ? bytes : -1;
}

function bytesOf(code: number, word: number): number {
  const parameter = (word & 0xffff) >> Arm64ExtendedAction.PARAMETER_SHIFT;
  switch (code) {
    case Arm64Action.STOP:
    case Arm64Action.SECTION:
    case EXTENDED + Arm64ExtendedAction.SPACE:
    case EXTENDED + Arm64ExtendedAction.POOL:
      return -1;
    case Arm64Action.ESC:
    case Arm64Action.IMMV:
      return 4;
    case Arm64Action.REL_EXT:
    case Arm64Action.REL_LG:
    case Arm64Action.REL_PC:
    case Arm64Action.REL_A:
      return placeBytes(word & Place.PLACE_MASK);
    case Arm64Action.ALIGN:
      return word & 0xff;
    case EXTENDED + Arm64ExtendedAction.PLACE:
      return placeBytes(word);
    case EXTENDED + Arm64ExtendedAction.BYTES:
    case EXTENDED + Arm64ExtendedAction.ALIGN_FILL:
      return parameter;
    case EXTENDED + Arm64ExtendedAction.VALUE:
      return 1 << (parameter & Arm64ExtendedAction.SIZE_MASK);
    default:
      return code >= Arm64Action.ACTIONS && code < EXTENDED ? 4 : 0;
  }
}

/**
 * The number that `Labels` has for a local or global label, with LOCAL forward: the numbers of ARM64 lists
 * leave room for references forward.
 */
export function labelNumber(number: number): number {
  if (number < Arm64Action.LOCAL) return number;
  if (number < Arm64Action.FIRST_GLOBAL) return number - Arm64Action.LOCAL;
  return number - Arm64Action.FIRST_GLOBAL + FIRST_GLOBAL;
}

/** The parameter of an action of format 2. */
export function parameterOf(word: number): number {
  return (word & 0xffff) >> Arm64ExtendedAction.PARAMETER_SHIFT;
}

export const arm64Reader: ActionReader = {
  lengthAt(chunks, offset) {
    return 1 + wordsBehind(chunks.actionAt(offset) ?? 0, chunks.actions[offset + 1]);
  },
  bytesAt(chunks, offset) {
    return fixedBytes(chunks.actionAt(offset) ?? 0, chunks.actions[offset] ?? 0);
  },
  labelAt(chunks, offset) {
    return definedLabel(chunks, offset);
  },
  leavesAddress(chunks, offset) {
    return placeBytes(chunks.actions[offset] ?? 0) === 8;
  },
  literalBytes(chunks, offset) {
    if (chunks.actionAt(offset) !== EXTENDED + Arm64ExtendedAction.PLACE) return 0;
    const place = (chunks.actions[offset] ?? 0) & Place.PLACE_MASK;
    if (place === Place.POOL4) return 4;
    return place === Place.POOL8 ? 8 : 0;
  },
};

function definedLabel(chunks: Chunks, offset: number): number | undefined {
  const word = chunks.actions[offset] ?? 0;
  switch (chunks.actionAt(offset)) {
    case Arm64Action.LABEL_LG:
      return labelNumber(word & Arm64Action.NUMBER_MASK);
    case EXTENDED + Arm64ExtendedAction.END_PROC:
      return labelNumber(parameterOf(word));
    default:
      return undefined;
  }
}

/**
 * The numbers of names in action lists for ARM64. Takes chunks that a template adds; returns a copy of their
 * words with other numbers.
 */
import * as Arm64Action from '../encoder/format/arm64/arm64action.ts';
import { codeOf, EXTENDED, parameterOf, wordsBehind } from '../encoder/format/arm64/arm64actionsize.ts';
import * as Arm64ExtendedAction from '../encoder/format/arm64/arm64extendedaction.ts';
import type { NumberOf } from './namenumber.ts';

const { FIRST_GLOBAL, NUMBER_MASK } = Arm64Action;
const { ADD_EXTERN, ADD_LG, END_PROC, extendedWord } = Arm64ExtendedAction;
const SECTION_MASK = 0xff;

export function renumberWords(actions: ArrayLike<number>, numberOf: NumberOf): Uint32Array {
  const words = Uint32Array.from(actions);
  const global = (number: number): number =>
    number < FIRST_GLOBAL ? number : FIRST_GLOBAL + numberOf('globals', number - FIRST_GLOBAL);
  for (let offset = 0; offset < words.length;) {
    const word = words[offset] ?? 0;
    const code = codeOf(word, 2);
    const number = word & NUMBER_MASK;
    const rest = word & ~NUMBER_MASK;
    switch (code) {
      case Arm64Action.REL_LG:
      case Arm64Action.LABEL_LG:
        words[offset] = rest | global(number);
        break;
      case Arm64Action.REL_EXT:
        words[offset] = rest | numberOf('externs', number);
        break;
      case Arm64Action.SECTION:
        words[offset] = (word & ~SECTION_MASK) | numberOf('sections', word & SECTION_MASK);
        break;
      case EXTENDED + ADD_LG:
        words[offset] = extendedWord(ADD_LG, global(parameterOf(word)));
        break;
      case EXTENDED + END_PROC:
        words[offset] = extendedWord(END_PROC, global(parameterOf(word)));
        break;
      case EXTENDED + ADD_EXTERN:
        words[offset] = extendedWord(ADD_EXTERN, numberOf('externs', parameterOf(word)));
        break;
      default:
    }
    offset += 1 + wordsBehind(code, words[offset + 1]);
  }
  return words;
}

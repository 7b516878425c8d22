/**
 * Link: walks the records only. Lays sections out one behind the other, gives labels their final offsets, and finds the
 * branches that have a short form, in one pass in order: a branch forward is judged by the distance before shortening,
 * one backward by the distance after.
 */
import { FIRST_GLOBAL } from './actions.ts';
import * as Instance from './instance.ts';
import type { Labels } from './label.ts';
import * as Record from './record.ts';
import type { Section } from './section.ts';
import { EncodeError, Status } from './status.ts';

/**
 * Lays out the sections; gives the size of the code, and in `starts` the estimated offsets at which the sections start,
 * the end of the last one behind them. References to labels that nothing defines become addresses.
 */
export function linkSections(sections: readonly Section[], labels: Labels, starts: Int32Array): number {
  // Global labels defined elsewhere: encode fills in the addresses.
  for (let number = FIRST_GLOBAL; number < labels.namedSize; number++) {
    const instance = labels.named[number]!;
    if (instance > 0) labels.instances[instance + Instance.FINAL] = -1 - labels.reserveAddress();
  }

  const { instances } = labels;
  let size = 0;
  for (let index = 0; index < sections.length; index++) {
    size += sections[index]!.position;
    if (size >= 2 ** 31) throw new EncodeError(Status.NOMEM, 'more than 2³¹−1 bytes of code');
    starts[index + 1] = size;
  }
  /** What to add to an estimated offset; negative. */
  let shift = 0;
  for (let index = 0; index < sections.length; index++) {
    const { records, recordEnd } = sections[index]!;
    const start = starts[index]!;
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const word = records[r]!;
      const end = start + records[r + 2]!;
      switch (word & 0xff) {
        case Record.LABEL:
        case Record.GLOBAL: {
          const instance = records[r + 1]!;
          if (instances[instance]! >= 0) instances[instance + Instance.FINAL] = end + shift;
          break;
        }
        case Record.ALIGN:
          shift -= (end + shift) & records[r + 1]!;
          break;
        case Record.JMP:
        case Record.JCC:
        case Record.JMP | Record.SHORT:
        case Record.JCC | Record.SHORT: {
          const instance = records[r + 1]!;
          const kind = word & ~Record.SHORT;
          const offset = instances[instance]!;
          // Labels that are addresses are never short.
          if (offset < 0) {
            records[r] = kind;
            break;
          }
          // Sign masks, not conditions: which branches are short and which go back, no processor foresees.
          const saves = (kind & 0xff) >> 1;
          const forward = starts[instances[instance + Instance.SECTION]!]! + offset - end;
          const backward = instances[instance + Instance.FINAL]! - (end + shift);
          const distance = forward ^ ((forward ^ backward) & (forward >> 31));
          const short = (~(distance + 128 + saves) & ~(127 - distance)) >>> 31;
          records[r] = kind | short;
          shift -= saves & -short;
          break;
        }
        default:
      }
    }
  }
  return size + shift;
}

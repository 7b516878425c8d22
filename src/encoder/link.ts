/**
 * Link: goes through the records of all sections once, in order. It takes sections and labels, lays the
 * sections out one behind the other, gives labels their final offsets, and finds the branches that have a
 * short form.
 */
import { FIRST_GLOBAL } from './format/action.ts';
import * as Record from './format/record.ts';
import { EncodeError, Status } from './format/status.ts';
import * as Instance from './instance.ts';
import type { Labels } from './label.ts';
import type { Section } from './section.ts';
import { surplusPadding } from './shortening.ts';
import { savedBytes, shortFlag } from './x86/branch.ts';

/**
 * Lays out the sections. References to labels that nothing defines become addresses.
 * @param starts is filled with the offsets in the code at which the sections start before shortening, and the
 *   end of the last one
 * @returns the size of the code in bytes
 * @throws {EncodeError} NOMEM if there are 2³¹ bytes or more
 */
export function linkSections(sections: readonly Section[], labels: Labels, starts: Int32Array): number {
  addressUndefinedGlobals(labels);
  const { instances } = labels;
  const size = placeSections(sections, starts);
  /** What to add to an offset before shortening to get the final one; 0 or negative. */
  let shift = 0;
  for (let index = 0; index < sections.length; index++) {
    const { records, recordEnd } = sections[index]!;
    const start = starts[index]!;
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const word = records[r]!;
      const value = records[r + Record.VALUE]!;
      const end = start + records[r + Record.END]!;
      switch (word & Record.KIND_MASK) {
        case Record.LABEL:
        case Record.GLOBAL:
        case Record.END_PROC:
          if (instances[value]! >= 0) instances[value + Instance.FINAL] = end + shift;
          break;
        case Record.ALIGN:
        case Record.ALIGN_NOP:
        case Record.ALIGN_FILL:
          shift -= surplusPadding(end + shift, value);
          break;
        case Record.JMP:
        case Record.JCC:
        case Record.JMP | Record.SHORT:
        case Record.JCC | Record.SHORT: {
          const long = word & ~Record.SHORT;
          const offset = instances[value]!;
          // A branch to an address is never short.
          if (offset < 0) {
            records[r] = long;
            break;
          }
          const saves = savedBytes(long & Record.KIND_MASK);
          const forward = starts[instances[value + Instance.SECTION]!]! + offset - end;
          const backward = instances[value + Instance.FINAL]! - (end + shift);
          const short = shortFlag(forward, backward, saves);
          records[r] = long | short;
          shift -= saves & -short;
          break;
        }
        default:
      }
    }
  }
  return size + shift;
}

/** Global labels that are defined elsewhere get an address each, which encode fills in. */
function addressUndefinedGlobals(labels: Labels): void {
  for (let number = FIRST_GLOBAL; number < labels.namedSize; number++) {
    const instance = labels.named[number]!;
    if (instance > 0) labels.instances[instance + Instance.FINAL] = -1 - labels.reserveAddress();
  }
}

/** Fills `starts`. Returns the size of the code before shortening. */
function placeSections(sections: readonly Section[], starts: Int32Array): number {
  let size = 0;
  for (let index = 0; index < sections.length; index++) {
    size += sections[index]!.position;
    if (size >= 2 ** 31) throw new EncodeError(Status.NOMEM, 'more than 2³¹−1 bytes of code');
    starts[index + 1] = size;
  }
  return size;
}

/**
 * What linked code consists of: which actions it comes from, its local labels, and where addresses stand in
 * it. Few ask for it: a layout refers to the records of the state, and reads them when it is asked. Before
 * the state goes on to other code, it has the layout copy them.
 */
import type { ActionList } from './actionlist.ts';
import { linesOf, type LinkedSection } from './codelines.ts';
import { Action, FIRST_GLOBAL } from './format/action.ts';
import * as Field from './format/field.ts';
import * as Record from './format/record.ts';
import { removedBytes } from './shortening.ts';

/** An action whose code begins at an offset. */
export interface CodePart {
  /** In the code. */
  readonly offset: number;
  /** The offset of the action in the list. */
  readonly action: number;
}

interface FinalRecord {
  readonly kind: number;
  readonly value: number;
  /** The offset of the action in the list. */
  readonly action: number;
  /** The offset in the code behind the record's field. */
  readonly end: number;
}

/** The layout of code. Made by `State.layout` after link. */
export class Layout {
  readonly #list: ActionList;
  #sections: readonly LinkedSection[];
  #starts: Int32Array;

  /** `sections`, `starts`: as link leaves them. */
  constructor(list: ActionList, sections: readonly LinkedSection[], starts: Int32Array) {
    this.#list = list;
    this.#starts = starts;
    // What is put behind the code does not change what stands here.
    this.#sections = sections.map(({ position, records, recordEnd, lines, lineEnd }) => ({
      position,
      records,
      recordEnd,
      lines,
      lineEnd,
    }));
  }

  /** From here on the records of the state may change. */
  detach(): void {
    this.#starts = this.#starts.slice();
    this.#sections = this.#sections.map(({ position, records, recordEnd, lines, lineEnd }) => ({
      position,
      records: records.slice(0, recordEnd),
      recordEnd,
      lines: lines.slice(0, lineEnd),
      lineEnd,
    }));
  }

  /** The parts of the code by source line and kind, ascending. Empty where the list has no lines. */
  parts(): readonly CodePart[] {
    const parts: CodePart[] = [];
    for (const [offset, action] of linesOf(this.#sections, this.#starts, this.#list)) {
      parts.push({ offset, action });
    }
    return parts;
  }

  /** The local labels: number and offset in the code. */
  localLabels(): readonly { readonly label: number; readonly offset: number }[] {
    const labels: { label: number; offset: number }[] = [];
    for (const { kind, action, end } of this.#records()) {
      if (kind !== Record.LABEL || this.#list.actionAt(action) !== Action.LABEL_LG) continue;
      const label = this.#list.inlineAt(action);
      if (label < FIRST_GLOBAL) labels.push({ label, offset: end });
    }
    return labels;
  }

  /** The offsets behind fields that hold the address of a label or an extern. */
  addressEnds(): ReadonlySet<number> {
    const ends = new Set<number>();
    /** How often an address counts in the sum that the next FIELD writes. */
    let addresses = 0;
    for (const { kind, value, end } of this.#records()) {
      if (kind === Record.ADD || kind === Record.ADD_EXTERN) addresses++;
      else if (kind === Record.SUBTRACT || kind === Record.SUBTRACT_EXTERN) addresses--;
      else if (kind === Record.IMM || kind === Record.EXTERN) ends.add(end);
      else if (kind === Record.FIELD) {
        if (addresses === 1 && (value & Field.RELATIVE) === 0) ends.add(end);
        addresses = 0;
      }
    }
    return ends;
  }

  /** The records in order, with offsets in the code as it is after shortening. */
  #records(): readonly FinalRecord[] {
    const found: FinalRecord[] = [];
    let shift = 0;
    for (const [index, { records, recordEnd }] of this.#sections.entries()) {
      for (let r = 0; r < recordEnd; r += Record.WORDS) {
        const kind = records[r]! & Record.KIND_MASK;
        const value = records[r + Record.VALUE]!;
        const end = this.#starts[index]! + records[r + Record.END]! + shift;
        const removed = removedBytes(kind, value, end);
        shift -= removed;
        found.push({ kind, value, action: records[r]! >>> Record.OFFSET_SHIFT, end: end - removed });
      }
    }
    return found;
  }
}

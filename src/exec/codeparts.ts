/**
 * What code consists of: takes the layout of linked code; returns which actions of the list it comes from,
 * its local labels, and where addresses stand in it.
 */
import { linesOf } from '../encoder/codelines.ts';
import type { Layout } from '../encoder/codelayout.ts';
import { placeWord } from '../encoder/format/arm64/arm64extendedaction.ts';
import { PLACE_MASK, POOL4, POOL8 } from '../encoder/format/arm64/arm64place.ts';
import type { DataKind } from '../encoder/format/datakind.ts';
import { FIRST_GLOBAL } from '../encoder/format/action.ts';
import * as Record from '../encoder/format/record.ts';
import type { SourceLine } from '../encoder/format/status.ts';
import { kindAt } from '../encoder/inspection.ts';
import { readerOf } from '../encoder/listreader.ts';
import { removedBytes } from '../encoder/shortening.ts';

/** An action whose code begins at an offset. */
interface CodePart {
  /** In the code. */
  readonly offset: number;
  /** The offset of the action in the list. */
  readonly action: number;
}

type PlacedSections = Pick<Layout, 'sections' | 'starts' | 'list'>;

interface FinalRecord {
  readonly kind: number;
  readonly value: number;
  /** The offset of the action in the list. */
  readonly action: number;
  /** The offset in the code behind the record's field. */
  readonly end: number;
  /** How many bytes link has taken out there. */
  readonly removed: number;
}

/** The parts of the code by source line and kind, ascending. Empty where the list has no lines. */
export function codeParts({ sections, starts, list }: PlacedSections): readonly CodePart[] {
  const parts = linesOf(sections, starts, list).map(([offset, action]) => ({ offset, action }));
  return parts.length === 0 ? parts : withLiterals(parts, { sections, starts, list });
}

/** With the literals of pools, each of which comes from the first instruction that loads it. */
function withLiterals(parts: readonly CodePart[], layout: PlacedSections): readonly CodePart[] {
  const { chunks } = layout.list;
  const { literalBytes } = readerOf(layout.list);
  const literals = finalRecords(layout).flatMap(({ kind, action, end }) => {
    const bytes = kind === Record.FIELD ? literalBytes(chunks, action) : 0;
    return bytes > 0 ? [{ offset: end - bytes, action }] : [];
  });
  return literals.length === 0 ? parts : [...parts, ...literals].toSorted((a, b) => a.offset - b.offset);
}

/** A part that no statement stands for. */
interface LiteralPart extends CodePart {
  readonly kind: DataKind;
}

/**
 * The literals of `ldr x0, =value`, and the padding in front of them, ascending in each section. Their action
 * is that of the first statement that loads them.
 */
export function literalParts(layout: Layout): readonly LiteralPart[] {
  const { list } = layout;
  if (list.arch !== 'arm64') return [];
  return finalRecords(layout).flatMap(({ kind, value, action, end, removed }): readonly LiteralPart[] => {
    const bytes = literalBytes(list.chunks.actions[action] ?? 0);
    if (bytes === 0) return [];
    if (kind === Record.ALIGN_FILL) {
      return value > removed ? [{ offset: end - value + removed, action, kind: 'fill' }] : [];
    }
    // The record of the load itself has the literal's label.
    const isLiteral = kind === Record.FIELD && value === 0;
    return isLiteral ? [{ offset: end - bytes, action, kind: bytes === 4 ? 'dword' : 'qword' }] : [];
  });
}

/** The size of the literal that an action makes; 0 for other actions. */
function literalBytes(word: number): number {
  const isPlace = (word & ~PLACE_MASK) >>> 0 === placeWord(0);
  const place = word & PLACE_MASK;
  if (!isPlace || (place !== POOL4 && place !== POOL8)) return 0;
  return place === POOL4 ? 4 : 8;
}

/** The source line that the code from an offset on comes from. */
export interface LineStart extends SourceLine {
  readonly offset: number;
}

/** Where in the code another source line begins, ascending. Empty where the list has no lines. */
export function sourceLines(layout: Layout): readonly LineStart[] {
  const starts: LineStart[] = [];
  for (const { offset, action } of codeParts(layout)) {
    const source = layout.list.sourceOf(action);
    if (source === undefined) continue;
    const last = starts.at(-1);
    // Several parts may come from one line, and parts may be empty.
    if (last?.file === source.file && last.line === source.line) continue;
    if (last?.offset === offset) starts.pop();
    starts.push({ offset, ...source });
  }
  return starts;
}

/** Where lines of instructions begin, ascending. */
export function statementStarts(layout: Layout): readonly number[] {
  const code = codeParts(layout).filter(({ action }) => kindAt(layout.list, action) === 'code');
  return [...new Set(code.map(({ offset }) => offset))];
}

/** The local labels: number and offset in the code. */
export function localLabels(layout: Layout): readonly { readonly label: number; readonly offset: number }[] {
  const { list } = layout;
  const { labelAt } = readerOf(list);
  return finalRecords(layout).flatMap(({ kind, action, end }) => {
    const label = kind === Record.LABEL ? labelAt(list.chunks, action) : undefined;
    return label !== undefined && label < FIRST_GLOBAL ? [{ label, offset: end }] : [];
  });
}

/** The offsets behind fields that hold the address of a label or an extern. */
export function addressEnds(layout: Layout): ReadonlySet<number> {
  const ends = new Set<number>();
  /** How often an address counts in the sum that the next FIELD writes. */
  let addresses = 0;
  const { chunks } = layout.list;
  const reader = readerOf(layout.list);
  for (const { kind, value, action, end } of finalRecords(layout)) {
    if (kind === Record.ADD || kind === Record.ADD_EXTERN) addresses++;
    else if (kind === Record.SUBTRACT || kind === Record.SUBTRACT_EXTERN) addresses--;
    else if (kind >= Record.REL && kind <= Record.FIELD) {
      const isSum = kind === Record.FIELD;
      const isLiteral = isSum && reader.literalBytes(chunks, action) === 8;
      const isAddress = isLiteral || reader.leavesAddress(chunks, action, value);
      if (isAddress && (!isSum || addresses === 1)) ends.add(end);
      if (isSum) addresses = 0;
    }
  }
  return ends;
}

/** The records in order, with offsets in the code as it is after shortening. */
function finalRecords({ sections, starts }: PlacedSections): readonly FinalRecord[] {
  const found: FinalRecord[] = [];
  let shift = 0;
  for (const [index, { records, recordEnd }] of sections.entries()) {
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      const kind = records[r]! & Record.KIND_MASK;
      const value = records[r + Record.VALUE]!;
      const end = starts[index]! + records[r + Record.END]! + shift;
      const removed = removedBytes(kind, value, end);
      shift -= removed;
      const action = records[r]! >>> Record.OFFSET_SHIFT;
      found.push({ kind, value, action, end: end - removed, removed });
    }
  }
  return found;
}

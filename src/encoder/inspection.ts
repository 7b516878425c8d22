/**
 * What can be asked of states and lists besides their methods. These are functions, so that a bundle of a
 * program that does not ask leaves them out.
 */
import { type ActionList, lastRow } from './actionlist.ts';
import { firstReferences } from './failures.ts';
import { FIRST_GLOBAL } from './format/action.ts';
import { DATA_KINDS, type DataKind } from './format/datakind.ts';
import * as Record from './format/record.ts';
import { type SourceLine, failExpected } from './format/status.ts';
import * as Instance from './instance.ts';
import { readerOf } from './listreader.ts';
import type { State } from './state.ts';

/** A global label that is referenced and not defined. */
export interface UndefinedGlobal {
  readonly index: number;
  /** Undefined where the list has no names. */
  readonly name: string | undefined;
  /** The source line of the first reference, where the list has lines. */
  readonly source: SourceLine | undefined;
}

/** @throws {EncodeError} BAD_CALL if the argument of the function `where` is not a state, or was freed */
export function checkState(where: string, state: State): void {
  if (typeof (state as Partial<State> | null | undefined)?.checkStep !== 'function') {
    failExpected(`${where}: state`, state, 'a state');
  }
  state.emitter.checkUsable();
}

/**
 * The global labels that are referenced and not defined so far: `encode` takes their addresses from `globals`
 * of the state.
 * @throws {EncodeError} BAD_CALL after `free`
 */
export function undefinedGlobals(state: State): UndefinedGlobal[] {
  checkState('undefinedGlobals', state);
  const { emitter, list } = state;
  const { named, namedSize } = emitter.labels;
  const instances = named.subarray(FIRST_GLOBAL, namedSize);
  const references = firstReferences(
    emitter,
    instances.filter(instance => instance > 0),
  );
  const globals: UndefinedGlobal[] = [];
  for (const [index, instance] of instances.entries()) {
    if (instance <= 0) continue;
    const offset = references.get(instance);
    const source = offset === undefined ? undefined : list.sourceOf(offset);
    globals.push({ index, name: list.globals[index], source });
  }
  return globals;
}

/**
 * Is the global label with this index defined so far? Then `encode` writes its address into `globals` of the
 * state.
 * @throws {EncodeError} BAD_CALL after `free`
 */
export function definesGlobal(state: State, index: number): boolean {
  checkState('definesGlobal', state);
  if (typeof index !== 'number') {
    failExpected('definesGlobal: index', index, 'the index of a label');
  }
  return (state.emitter.labels.named[index + FIRST_GLOBAL] ?? 0) < 0;
}

/**
 * After link: the sizes in bytes of the procedures that the code has (`.proc` … `.endproc`), by the index of
 * their global label. One that does not end behind its label, in the same section, has no size.
 */
export function procedureSizes(state: State): ReadonlyMap<number, number> {
  const { emitter, list } = state;
  emitter.checkUsable();
  const sizes = new Map<number, number>();
  const { labelAt } = readerOf(list);
  const { sections, labels } = emitter;
  if (state.linkedStarts === undefined || list.chunks.formatAt(list.actions.length) === 1) return sizes;
  for (const [section, { records, recordEnd }] of sections.entries()) {
    for (let r = 0; r < recordEnd; r += Record.WORDS) {
      if ((records[r]! & Record.KIND_MASK) !== Record.END_PROC) continue;
      const number = labelAt(list.chunks, records[r]! >>> Record.OFFSET_SHIFT)!;
      const start = -labels.named[number]!;
      if (start <= 0 || labels.instances[start + Instance.SECTION] !== section) continue;
      const offset = labels.instances[start + Instance.FINAL]!;
      const end = labels.instances[records[r + Record.VALUE]! + Instance.FINAL]!;
      // A label that is set to an address has no offset.
      if (offset >= 0 && end >= offset) sizes.set(number - FIRST_GLOBAL, end - offset);
    }
  }
  return sizes;
}

/** What the bytes are that the action at an offset of a list writes. */
export function kindAt(list: ActionList, offset: number): DataKind {
  const literal = readerOf(list).literalBytes(list.chunks, offset);
  if (literal > 0) return literal === 8 ? 'qword' : 'dword';
  const { data } = list;
  return DATA_KINDS[data[lastRow(data, 2, offset) + 1] ?? 0] ?? 'code';
}

/**
 * Which of some chunks, by their offsets, has been put: the first one that is found, section by section;
 * undefined if none has. In lists with source lines only, whose records say it.
 */
export function findPut({ emitter }: State, chunks: { has(offset: number): boolean }): number | undefined {
  emitter.checkUsable();
  for (const { lines, lineEnd } of emitter.sections) {
    for (let l = Record.LINE_OFFSET; l < lineEnd; l += Record.LINE_WORDS) {
      if (chunks.has(lines[l]!)) return lines[l]!;
    }
  }
  return undefined;
}

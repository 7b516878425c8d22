/**
 * Chunks that a template adds to an action list. They come with names and numbers of their own; in the list
 * each name has one number, which is written into a copy of the actions.
 */
import { MAX_SECTIONS } from '../encoder/format/action.ts';
import { appendChunks } from '../encoder/format/appendedchunks.ts';
import { MAX_LIST_LENGTH } from '../encoder/format/listdescription.ts';
import { type ActionList, EncodeError, type SourceLine, Status } from '../encoder/index.ts';
import { renumberWords } from './arm64names.ts';
import type { NumberOf } from './namenumber.ts';
import { renumberBytes } from './x86names.ts';

/** Whole chunks of format 2, one behind the other, with the names that they use by number. */
export interface AddedChunks {
  readonly actions: readonly number[];
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
  readonly macroLabels: number;
  /** Offsets in `actions`, as in the description of a list. */
  readonly signed: readonly number[];
  readonly moving: readonly number[];
  /** Offsets in `actions` at which source lines start. */
  readonly lineStarts: readonly number[];
  /** Pairs, as in the description of a list. */
  readonly data: readonly number[];
  /** The source files. */
  readonly files: readonly string[];
  /** Where the action at an offset in `actions` comes from. */
  readonly sourceOf: (offset: number) => SourceLine | undefined;
  /** The text of its line, if that is a line of the template. */
  readonly lineTextOf: (offset: number) => string | undefined;
}

/**
 * Adds chunks at the end of a list, and their names to its names. Names that the list has already are the
 * same label, extern or section. Returns the offset at which the chunks begin.
 * @throws {EncodeError} BAD_LIST if the list would have too many names or actions; it is left as it was
 */
export function addChunks(list: ActionList, chunks: AddedChunks): number {
  const names = {
    sections: joinNames(list.sections, chunks.sections, MAX_SECTIONS, 'sections'),
    globals: joinNames(list.globals, chunks.globals, list.machine.globals, 'global labels'),
    externs: joinNames(list.externs, chunks.externs, list.machine.externs, 'externs'),
    macroLabels: Math.max(list.macroLabels, chunks.macroLabels),
    files: [...new Set([...list.files, ...chunks.files])],
  };
  if (list.actions.length + chunks.actions.length > MAX_LIST_LENGTH) {
    throw new EncodeError(Status.BAD_LIST, `an action list has at most ${MAX_LIST_LENGTH} elements`);
  }
  const numberOf: NumberOf = (kind, number) => names[kind].indexOf(chunks[kind][number] ?? '');
  const renumber = list.arch === 'arm64' ? renumberWords : renumberBytes;
  const actions = renumber(chunks.actions, numberOf);
  Object.assign(list, names);
  const { sourceOf, lineTextOf } = chunks;
  const start = appendChunks(list.chunks, { ...chunks, actions });
  list.added.push({ start, sourceOf, lineTextOf });
  // The template begins with instructions, whatever the list ends with.
  list.data.push(start, 0, ...chunks.data.map((word, index) => (index % 2 === 0 ? start + word : word)));
  return start;
}

/**
 * The names of a list, with those that are new behind them.
 * @throws {EncodeError} BAD_LIST if these are more than `limit`
 */
function joinNames(
  names: readonly string[],
  added: readonly string[],
  limit: number,
  what: string,
): readonly string[] {
  const joined = added.every(name => names.includes(name)) ? names : [...new Set([...names, ...added])];
  if (joined.length <= limit) return joined;
  const text = `${joined.length} ${what} in one action list, at most ${limit} are possible`;
  throw new EncodeError(Status.BAD_LIST, text);
}

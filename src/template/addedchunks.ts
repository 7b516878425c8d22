/**
 * Chunks that a template adds to an action list. They come with names and numbers of their own; in the list
 * each name has one number, which is written into a copy of the bytes.
 */
import * as Action from '../encoder/format/actioncode.ts';
import * as ExtendedAction from '../encoder/format/extendedaction.ts';
import {
  FIRST_GLOBAL,
  LAST_GLOBAL,
  MAX_EXTERNS,
  MAX_GLOBALS,
  MAX_SECTIONS,
} from '../encoder/format/action.ts';
import { codeAt, codeBytes, inlineBytes } from '../encoder/format/actionsize.ts';
import { appendChunks } from '../encoder/format/appendedchunks.ts';
import { MAX_LIST_LENGTH } from '../encoder/format/listdescription.ts';
import { type ActionList, EncodeError, type SourceLine, Status } from '../encoder/index.ts';

/** Whole chunks of format 2, one behind the other, with the names that they use by number. */
export interface AddedChunks {
  readonly bytes: Uint8Array;
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
  readonly macroLabels: number;
  /** Offsets in `bytes`, as in the description of a list. */
  readonly signed: readonly number[];
  readonly moving: readonly number[];
  /** Offsets in `bytes` at which source lines start. */
  readonly lineStarts: readonly number[];
  /** Pairs, as in the description of a list. */
  readonly data: readonly number[];
  /** The source files. */
  readonly files: readonly string[];
  /** Where the action at an offset in `bytes` comes from. */
  readonly sourceOf: (offset: number) => SourceLine | undefined;
  /** The text of its line, if that is a line of the template. */
  readonly lineTextOf: (offset: number) => string | undefined;
}

type NamesOfList = Pick<AddedChunks, 'sections' | 'globals' | 'externs'>;

/**
 * Adds chunks at the end of a list, and their names to its names. Names that the list has already are the
 * same label, extern or section. Returns the offset at which the chunks begin.
 * @throws {EncodeError} BAD_LIST if the list would have too many names or bytes; it is left as it was
 */
export function addChunks(list: ActionList, chunks: AddedChunks): number {
  const names = {
    sections: joinNames(list.sections, chunks.sections, MAX_SECTIONS, 'sections'),
    globals: joinNames(list.globals, chunks.globals, MAX_GLOBALS, 'global labels'),
    externs: joinNames(list.externs, chunks.externs, MAX_EXTERNS, 'externs'),
    macroLabels: Math.max(list.macroLabels, chunks.macroLabels),
    files: [...new Set([...list.files, ...chunks.files])],
  };
  if (list.actions.length + chunks.bytes.length > MAX_LIST_LENGTH) {
    throw new EncodeError(Status.BAD_LIST, `an action list has at most ${MAX_LIST_LENGTH} bytes`);
  }
  const bytes = renumbered(chunks, names);
  Object.assign(list, names);
  const { sourceOf, lineTextOf } = chunks;
  const start = appendChunks(list.chunks, { ...chunks, actions: bytes });
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

/** A copy of the bytes of `chunks`, with the numbers that their names have in a list. */
function renumbered(chunks: AddedChunks, list: NamesOfList): Uint8Array {
  const bytes = chunks.bytes.slice();
  const global = (at: number): void => {
    const number = bytes[at] ?? 0;
    if (number < FIRST_GLOBAL || number > LAST_GLOBAL) return;
    const name = chunks.globals[number - FIRST_GLOBAL] ?? '';
    bytes[at] = FIRST_GLOBAL + list.globals.indexOf(name);
  };
  const extern = (at: number): void => {
    bytes[at] = list.externs.indexOf(chunks.externs[bytes[at] ?? 0] ?? '');
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
        bytes[inline] = list.sections.indexOf(chunks.sections[bytes[inline] ?? 0] ?? '');
        break;
      default:
    }
    offset = inline + inlineBytes(code);
  }
  return bytes;
}

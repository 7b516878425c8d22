/**
 * The description of an action list: the plain data that the preprocessor writes into the output and that
 * `actionList` takes. `checkDescription` throws an error that says what is wrong with one.
 */
import { MAX_MACRO_LABELS, MAX_SECTIONS } from './action.ts';
import { EncodeError, Status, show } from './status.ts';

/**
 * The versions of the format: 1 has DynASM's actions, 2 also those of `ExtendedAction`. The preprocessor
 * writes 1 where that is enough, so that earlier versions of the encoder can read the list.
 */
export type Format = 1 | 2;
/** The newest version. */
export const FORMAT = 2;

/** The architectures that the encoder encodes for. */
export type Arch = 'x64' | 'x86' | 'arm64';

/**
 * An action list has at most so many elements, bytes or words: offsets have 24 bits in a status and in a
 * record.
 */
export const MAX_LIST_LENGTH = 2 ** 24;

/** The names of an action list; literal types where the description is a literal. */
export interface Names {
  readonly id: string;
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
}

/** What an action list is made from. Only `format`, `arch` and `actions` must be given. */
export interface ActionListDescription<
  Id extends string = string,
  Sections extends readonly string[] = readonly string[],
  Globals extends readonly string[] = readonly string[],
  Externs extends readonly string[] = readonly string[],
> {
  readonly format: Format;
  readonly arch: Arch;
  /** Tells this list from others, in messages and in types. */
  readonly id?: Id;
  /** The names of the code sections, by number. Without names there is one section. */
  readonly sections?: Sections;
  /** The names of the global labels, in the order of their numbers. */
  readonly globals?: Globals;
  /** The names of the externs, by number. */
  readonly externs?: Externs;
  /** Format 2: the number of macro labels, 0…128. Default: 0. */
  readonly macroLabels?: number;
  /**
   * The offsets of immediates (DISP, IMM_D, IMM_DB, EXTERN) that the processor sign-extends: they take
   * −2³¹…2³¹−1.
   */
  readonly signed?: readonly number[];
  /**
   * The offsets of definitions (LABEL_LG, LABEL_PC) of global and pc labels that may be defined already:
   * `.relabel`. If this is given, also if it is empty, all other definitions must be the first of their
   * label. Without it every label may be defined again, as in DynASM.
   */
  readonly moving?: readonly number[];
  /**
   * For features of the processor that not all have, the chunks that need them. Pairs: the offset of a chunk
   * (the chunks ascend), and that of the first action in it that needs the feature.
   */
  readonly features?: Readonly<Record<string, readonly number[]>>;
  /** The source files that `lines` refers to. */
  readonly files?: readonly string[];
  /**
   * For each file its text, where that is no file on disk; else the digest of it (digest.ts), by which
   * a listing knows that the file is still the same.
   */
  readonly sources?: readonly (string | number)[];
  /** Triples: action offset (ascending), index into `files`, line (from 1). */
  readonly lines?: readonly number[];
  /**
   * Which parts are data, for listings. Pairs: action offset (ascending, of `lines`), and the kind from there
   * on, an index into `DATA_KINDS` (datakind.ts). In front of the first pair there are instructions.
   */
  readonly data?: readonly number[];
  /** The bytes of the list; for arm64 its words, 0…2³²−1. */
  readonly actions: ArrayLike<number>;
}

/** What lists for an architecture have. */
export interface ListLimits {
  readonly archs: readonly Arch[];
  /** What the description's `arch` should have been, in words. */
  readonly expected: string;
  /** The largest element. */
  readonly largest: number;
  /** How many global labels and externs there can be. */
  readonly globals: number;
  readonly externs: number;
}

/** @throws {EncodeError} BAD_LIST if the description is wrong */
export function checkDescription(
  description: ActionListDescription,
  { archs, expected, largest, globals, externs }: ListLimits,
): void {
  if (typeof description !== 'object' || description === null) failList('no description');
  const format: number = description.format;
  const { arch, id, macroLabels = 0, features = {} } = description;
  const check = (key: ArrayKey, expectation: Expectation, limit?: number): number => {
    const { [key]: array = [] } = description;
    return checkArray(key, array, expectation, limit);
  };
  if (format !== 1 && format !== FORMAT) {
    const text = `format ${String(format)}, but this encoder reads the formats 1 and ${FORMAT}`;
    failList(`${text}: translate the source again`);
  }
  if (!archs.includes(arch)) failList(`arch '${arch}', expected ${expected}`);
  if (id !== undefined && typeof id !== 'string') failList('id is not a string');
  const isElement = within(0, largest, `0…${largest}`);
  const length = checkArray('actions', description.actions, isElement, MAX_LIST_LENGTH);
  const isOffset = within(0, length - 1, 'an offset in the actions');
  check('sections', isText, MAX_SECTIONS);
  check('globals', isText, globals);
  check('externs', isText, externs);
  const count = within(0, MAX_MACRO_LABELS, `0…${MAX_MACRO_LABELS}`)(macroLabels);
  if (count !== undefined) failList(`macroLabels is ${show(macroLabels)}, expected ${count}`);
  check('signed', isOffset);
  check('moving', isOffset);
  if (typeof features !== 'object' || features === null) {
    failList('features is not an object of offsets by feature');
  }
  for (const [name, pairs] of Object.entries(features)) {
    if (checkArray(`features.${name}`, pairs, isOffset) % 2 !== 0) {
      failList(`features.${name} has not pairs (chunk, offset)`);
    }
  }
  const files = check('files', isText);
  const isDigest = within(0, 2 ** 32 - 1, 'a text or a digest');
  check('sources', value => isText(value) && isDigest(value));
  const isEnd = within(0, length, 'an offset in the actions');
  const isFile = within(0, files - 1, 'an index into files');
  const isLine = within(1, 2 ** 31 - 1, 'a line number');
  // Kinds that this version does not know count as code.
  const isKind = within(0, 255, 'a kind, 0…255');
  checkRows('lines', description.lines, 'triples (offset, file, line)', [isEnd, isFile, isLine]);
  checkRows('data', description.data, 'pairs (offset, kind)', [isEnd, isKind]);
}

/** The keys that may have an array. */
type ArrayKey = 'sections' | 'globals' | 'externs' | 'signed' | 'moving' | 'files' | 'sources';

/** What is expected in place of a value; undefined if the value is right. */
type Expectation = (value: unknown) => string | undefined;

const isText: Expectation = value => (typeof value === 'string' ? undefined : 'a text');

/** Wants an integer, `low`…`high`. */
function within(low: number, high: number, expected: string): Expectation {
  return value =>
    typeof value === 'number' && value >= low && value <= high && Number.isInteger(value)
      ? undefined
      : expected;
}

/** Checks an array or typed array of at most `limit` elements, and returns how many it has. */
function checkArray(key: string, array: unknown, expectation?: Expectation, limit = Infinity): number {
  const isArray = Array.isArray(array) || (ArrayBuffer.isView(array) && 'length' in array);
  if (!isArray) failList(`${key} is not an array`);
  const values = array as ArrayLike<unknown>;
  if (values.length > limit) failList(`${values.length} ${key}, at most ${limit} are possible`);
  if (expectation !== undefined) checkColumn(key, values, expectation, 0, 1);
  return values.length;
}

/** Checks an array of rows, one behind the other, in the order of their first column. */
function checkRows(
  key: string,
  array: readonly number[] = [],
  rows: string,
  columns: readonly Expectation[],
): void {
  const width = columns.length;
  const count = checkArray(key, array);
  columns.forEach((expectation, column) => checkColumn(key, array, expectation, column, width));
  if (count % width !== 0) failList(`${key} has not ${rows}`);
  for (let i = width; i < count; i += width) {
    if (array[i]! < array[i - width]!) failList(`${key}[${i}] is ${array[i]}: offsets ascend`);
  }
}

function checkColumn(
  key: string,
  values: ArrayLike<unknown>,
  expectation: Expectation,
  column: number,
  width: number,
): void {
  for (let i = column; i < values.length; i += width) {
    const expected = expectation(values[i]);
    if (expected !== undefined) failList(`${key}[${i}] is ${show(values[i])}, expected ${expected}`);
  }
}

function failList(text: string): never {
  throw new EncodeError(Status.BAD_LIST, `bad action list: ${text}`);
}

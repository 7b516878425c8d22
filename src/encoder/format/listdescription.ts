/**
 * The description of an action list: the plain data that the preprocessor writes into the output and that
 * `actionList` takes. `checkDescription` throws an error that says what is wrong with one.
 */
import { MAX_EXTERNS, MAX_GLOBALS, MAX_MACRO_LABELS, MAX_SECTIONS } from './action.ts';
import { DATA_KINDS } from './datakind.ts';
import { EncodeError, Status } from './status.ts';

/**
 * The versions of the format: 1 has DynASM's actions, 2 also those of `ExtendedAction`. The preprocessor
 * writes 1 where that is enough, so that earlier versions of the encoder can read the list.
 */
export type Format = 1 | 2;
/** The newest version. */
export const FORMAT = 2;

/** The architectures that the encoder encodes for. */
export type Arch = 'x64' | 'x86';

/** An action list has at most so many bytes: offsets have 24 bits in a status and in a record. */
export const MAX_LIST_BYTES = 2 ** 24;

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
  /** The names of the global labels, in the order of their numbers, which start at 10 in the actions. */
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
  /** The bytes of the list. */
  readonly actions: ArrayLike<number>;
}

/** @throws {EncodeError} BAD_LIST if the description is wrong */
export function checkDescription(description: ActionListDescription): void {
  if (typeof description !== 'object' || description === null) failList('no description');
  const format: number = description.format;
  const {
    arch,
    id,
    macroLabels = 0,
    signed = [],
    moving = [],
    features = {},
    files = [],
    sources = [],
    lines = [],
    data = [],
    actions,
  } = description;
  if (format !== 1 && format !== FORMAT) {
    const text = `format ${String(format)}, but this encoder reads the formats 1 and ${FORMAT}`;
    failList(`${text}: translate the source again`);
  }
  if (arch !== 'x64' && arch !== 'x86') failList(`arch '${String(arch)}', expected 'x64' or 'x86'`);
  if (id !== undefined && typeof id !== 'string') failList('id is not a string');
  const bytes = lengthOf(actions);
  if (bytes < 0) failList('actions is not an array of bytes');
  if (bytes > MAX_LIST_BYTES) failList(`${bytes} bytes, at most ${MAX_LIST_BYTES} are possible`);
  for (let offset = 0; offset < bytes; offset++) {
    const byte: unknown = actions[offset];
    if (!isIndex(byte, 256)) failList(`actions[${offset}] is ${String(byte)}, expected 0…255`);
  }
  checkNames('sections', description.sections, MAX_SECTIONS);
  checkNames('globals', description.globals, MAX_GLOBALS);
  checkNames('externs', description.externs, MAX_EXTERNS);
  if (!isIndex(macroLabels, MAX_MACRO_LABELS + 1)) {
    failList(`macroLabels is ${String(macroLabels)}, expected 0…${MAX_MACRO_LABELS}`);
  }
  checkOffsets('signed', signed, bytes);
  checkOffsets('moving', moving, bytes);
  checkFeatures(features, bytes);
  if (!isArrayOf(files, 'string')) failList('files is not an array of file names');
  if (!Array.isArray(sources) || !sources.every(each => typeof each === 'string' || isIndex(each, 2 ** 32))) {
    failList('sources is not an array of texts and digests');
  }
  checkLines(lines, files.length, bytes);
  checkData(data, bytes);
}

function checkNames(key: string, names: unknown, limit: number): void {
  if (names === undefined) return;
  if (!isArrayOf(names, 'string')) failList(`${key} is not an array of names`);
  if (names.length > limit) failList(`${names.length} ${key}, at most ${limit} are possible`);
}

function checkOffsets(key: string, offsets: unknown, bytes: number): void {
  if (!isArrayOf(offsets, 'number')) failList(`${key} is not an array of offsets`);
  for (const offset of offsets) {
    if (!isIndex(offset, bytes))
      failList(`${key} has ${String(offset)}, which is not an offset in the actions`);
  }
}

function checkFeatures(features: unknown, bytes: number): void {
  if (typeof features !== 'object' || features === null) {
    failList('features is not an object of offsets by feature');
  }
  for (const [name, offsets] of Object.entries(features)) {
    checkOffsets(`features.${name}`, offsets, bytes);
    if ((offsets as readonly number[]).length % 2 !== 0) {
      failList(`features.${name} is not an array of pairs (chunk, offset)`);
    }
  }
}

/** Checks the triples of a list with so many files and bytes. */
function checkLines(lines: unknown, files: number, bytes: number): void {
  if (!isArrayOf(lines, 'number') || lines.length % 3 !== 0) {
    failList('lines is not an array of triples (offset, file, line)');
  }
  let last = 0;
  for (let i = 0; i < lines.length; i += 3) {
    const [offset, file, line] = [lines[i], lines[i + 1], lines[i + 2]];
    if (!isIndex(offset, bytes + 1) || offset < last) {
      failList(`lines[${i}] is ${String(offset)}: offsets ascend and lie in the actions`);
    }
    last = offset;
    if (!isIndex(file, files))
      failList(`lines[${i + 1}] is ${String(file)}, which is not an index into files`);
    if (!isIndex(line, 2 ** 31) || line === 0) {
      failList(`lines[${i + 2}] is ${String(line)}, which is not a line number`);
    }
  }
}

/** Checks the pairs of a list with so many bytes. */
function checkData(data: unknown, bytes: number): void {
  if (!isArrayOf(data, 'number') || data.length % 2 !== 0) {
    failList('data is not an array of pairs (offset, kind)');
  }
  let last = 0;
  for (let i = 0; i < data.length; i += 2) {
    const [offset, kind] = [data[i], data[i + 1]];
    if (!isIndex(offset, bytes + 1) || offset < last) {
      failList(`data[${i}] is ${String(offset)}: offsets ascend and lie in the actions`);
    }
    last = offset;
    if (!isIndex(kind, DATA_KINDS.length)) {
      failList(`data[${i + 1}] is ${String(kind)}, which is not a kind, 0…${DATA_KINDS.length - 1}`);
    }
  }
}

/** Is it an integer, 0…`limit`−1? */
function isIndex(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < limit;
}

function isArrayOf(value: unknown, type: 'string'): value is readonly string[];
function isArrayOf(value: unknown, type: 'number'): value is readonly number[];
function isArrayOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every(entry => typeof entry === type);
}

/** The length of an array or typed array; −1 for anything else. */
function lengthOf(value: unknown): number {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value) ? Number(value.length) : -1;
}

function failList(text: string): never {
  throw new EncodeError(Status.BAD_LIST, `bad action list: ${text}`);
}

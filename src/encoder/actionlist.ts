/**
 * Action lists: what `.actionlist` defines. A description (plain data, as the preprocessor writes it or made by hand
 * from raw bytes) comes in, is checked, and an `ActionList` goes out, which also caches the decoded chunks and the
 * buffers that freed states leave behind.
 */
import { LAST_GLOBAL, FIRST_GLOBAL, MAX_EXTERNS } from './actions.ts';
import { ChunkCache } from './chunk.ts';
import { Labels } from './label.ts';
import { Section } from './section.ts';
import type { State } from './state.ts';
import { EncodeError, Status, type SourceLine, show } from './status.ts';

/** Version of the description's format. */
export const FORMAT = 1;

/** Architectures that the engine encodes for. */
export type Arch = 'x64' | 'x86';

/** The names of an action list, as literal types where the description is a literal. */
export interface Names {
  readonly id: string;
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
}

/** What an action list is made from. Only `format`, `arch` and `actions` are needed. */
export interface ActionListDescription<
  Id extends string = string,
  Sections extends readonly string[] = readonly string[],
  Globals extends readonly string[] = readonly string[],
  Externs extends readonly string[] = readonly string[],
> {
  /** Version of this format: 1. */
  readonly format: typeof FORMAT;
  readonly arch: Arch;
  /** Tells lists apart, in messages and in types. */
  readonly id?: Id;
  /** Names of the code sections, by number. None means one section without a name. */
  readonly sections?: Sections;
  /** Names of the global labels, in order of their numbers (from 10 on in the actions). */
  readonly globals?: Globals;
  /** Names of the externs, by number. */
  readonly externs?: Externs;
  /** Offsets of the immediate actions that the processor sign-extends: these take −2³¹…2³¹−1. */
  readonly signed?: readonly number[];
  /** Source files that `lines` speaks of. */
  readonly files?: readonly string[];
  /** Triples: action offset (ascending), index into `files`, line (from 1). */
  readonly lines?: readonly number[];
  /** The bytes. */
  readonly actions: ArrayLike<number>;
}

/** Name of a global label of a list; `string` where the list's names are not known to the compiler. */
export type GlobalName<L extends ActionList> = L extends ActionList<infer N> ? N['globals'][number] : string;

/**
 * What `on` accepts: a state of this very list, or one that the compiler knows nothing about (checked at run time).
 */
type StateOf<S extends State, N extends Names> =
  S extends State<ActionList<infer M>>
    ? string extends M['id']
      ? S
      : string extends N['id']
        ? S
        : M['id'] extends N['id']
          ? S
          : State<ActionList<N>>
    : S;

/** Makes an action list of its description. @throws EncodeError (BAD_LIST) if the description is wrong. */
export function actionList<
  const Id extends string = string,
  const Sections extends readonly string[] = readonly string[],
  const Globals extends readonly string[] = readonly string[],
  const Externs extends readonly string[] = readonly string[],
>(
  description: ActionListDescription<Id, Sections, Globals, Externs>,
): ActionList<{ id: Id; sections: Sections; globals: Globals; externs: Externs }> {
  return new ActionList(description);
}

/** An action list: bytes, names and source lines. Made by `actionList`; immutable as users see it. */
export class ActionList<N extends Names = Names> {
  /** Tells lists apart; `action list` where the description has none. */
  readonly id: N['id'];
  readonly arch: Arch;
  readonly sections: N['sections'];
  readonly globals: N['globals'];
  readonly externs: N['externs'];
  readonly files: readonly string[];
  /** Triples: action offset (ascending), index into `files`, line. */
  readonly lines: Int32Array;
  readonly actions: Uint8Array;
  /** Decoded chunks. @internal */
  readonly chunks: ChunkCache;
  /** Left by freed states, for the next ones. @internal */
  readonly spareSections: Section[] = [];
  /** @internal */
  readonly spareLabels: Labels[] = [];

  constructor(description: ActionListDescription<N['id'], N['sections'], N['globals'], N['externs']>) {
    checkDescription(description);
    this.id = description.id ?? 'action list';
    this.arch = description.arch;
    this.sections = description.sections ?? [];
    this.globals = description.globals ?? [];
    this.externs = description.externs ?? [];
    this.files = description.files ?? [];
    this.lines = Int32Array.from(description.lines ?? []);
    this.actions = Uint8Array.from(description.actions);
    this.chunks = new ChunkCache(this.actions, this.arch === 'x64', description.signed ?? [], this.lines);
  }

  /**
   * The state itself, if it was made for this list.
   * @throws EncodeError (BAD_CALL) for a state of another list: its code would be nonsense.
   */
  on<S extends State>(state: S & StateOf<S, N>): S {
    // Hosts without types may bring anything.
    if (((state as State | undefined)?.list as unknown) !== this) this.refuse(state);
    return state;
  }

  /** An empty section, with the buffers of a freed state if there is one. @internal */
  takeSection(): Section {
    const section = this.spareSections.pop() ?? new Section();
    section.reset();
    return section;
  }

  /** The source line of the action at an offset; undefined where the list has no lines. */
  sourceOf(offset: number): SourceLine | undefined {
    const lines = this.lines;
    let low = 0;
    let high = lines.length / 3;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lines[middle * 3] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const file = this.files[lines[low * 3 - 2] ?? -1];
    const line = lines[low * 3 - 1];
    return file === undefined || line === undefined ? undefined : { file, line };
  }

  private refuse(state: State | undefined): never {
    throw new EncodeError(
      Status.BAD_CALL,
      state?.list instanceof ActionList
        ? `this code belongs to the action list '${this.id}', but the state was made for '${state.list.id}'`
        : `this code belongs to the action list '${this.id}' and needs a state made for it, not ${show(state)}`,
    );
  }
}

function checkDescription(description: ActionListDescription): void {
  if (typeof description !== 'object' || description === null) refuse('no description');
  const format: number = description.format;
  const { arch, id, signed = [], files = [], lines = [], actions } = description;
  if (format !== FORMAT) {
    refuse(`format ${String(format)}, but this encoder reads format ${FORMAT}: translate the source again`);
  }
  if (arch !== 'x64' && arch !== 'x86') refuse(`arch '${String(arch)}', expected 'x64' or 'x86'`);
  if (id !== undefined && typeof id !== 'string') refuse('id is no string');

  const bytes = lengthOf(actions);
  if (bytes < 0) refuse('actions is no array of bytes');
  if (bytes > 0x1000000) refuse(`${bytes} bytes, at most 16777216 are possible`);
  for (let offset = 0; offset < bytes; offset++) {
    const byte: unknown = actions[offset];
    if (!isIndex(byte, 256)) refuse(`actions[${offset}] is ${String(byte)}, expected 0…255`);
  }

  const counts: { readonly [key: string]: number } = {
    sections: 256,
    globals: LAST_GLOBAL - FIRST_GLOBAL + 1,
    externs: MAX_EXTERNS,
  };
  const { sections = [], globals = [], externs = [] } = description;
  for (const [key, names] of Object.entries({ sections, globals, externs })) {
    const limit = counts[key] ?? 0;
    if (!isArrayOf(names, 'string')) refuse(`${key} is no array of names`);
    if (names.length > limit) refuse(`${names.length} ${key}, at most ${limit} are possible`);
  }

  if (!isArrayOf(signed, 'number')) refuse('signed is no array of offsets');
  for (const offset of signed) {
    if (!isIndex(offset, bytes)) refuse(`signed has ${String(offset)}, which is no offset in the actions`);
  }
  if (!isArrayOf(files, 'string')) refuse('files is no array of file names');
  if (!isArrayOf(lines, 'number') || lines.length % 3 !== 0) {
    refuse('lines is no array of triples (offset, file, line)');
  }
  let last = 0;
  for (let i = 0; i < lines.length; i += 3) {
    const [offset, file, line] = [lines[i], lines[i + 1], lines[i + 2]];
    if (!isIndex(offset, bytes + 1) || offset < last) {
      refuse(`lines[${i}] is ${String(offset)}: offsets ascend and lie in the actions`);
    } else last = offset;
    if (!isIndex(file, files.length))
      refuse(`lines[${i + 1}] is ${String(file)}, which is no index into files`);
    if (!isIndex(line, 2 ** 31) || line === 0)
      refuse(`lines[${i + 2}] is ${String(line)}, which is no line number`);
  }
}

function isIndex(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < limit;
}

function isArrayOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every(entry => typeof entry === type);
}

/** Length of an array or typed array; −1 of anything else. */
function lengthOf(value: unknown): number {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value) ? Number(value.length) : -1;
}

function refuse(text: string): void {
  throw new EncodeError(Status.BAD_LIST, `bad action list: ${text}`);
}

/**
 * Action lists: what `.actionlist` defines. An `ActionList` takes a description (as the preprocessor writes
 * it, or made by hand from raw bytes) and the machine of its architecture; it also keeps the decoded chunks
 * and the buffers of freed states.
 */
import type { CodeList } from './contents.ts';
import type { Encoder } from './encoder.ts';
import type { Actions, Chunks } from './format/chunks.ts';
import {
  type ActionListDescription,
  type Arch,
  type Format,
  type Names,
  checkDescription,
} from './format/listdescription.ts';
import { type SourceLine, INSPECT, failCall, show, failExpected } from './format/status.ts';
import type { PutTarget } from './generated.ts';
import type { Labels } from './label.ts';
import type { Machine } from './listmachine.ts';
import { Section } from './section.ts';

/** The name of a global label of a list; `string` where the compiler does not know the list's names. */
export type GlobalName<L extends ActionList> = L extends ActionList<infer N> ? N['globals'][number] : string;

/** A state, as an action list sees it. */
interface ListState<L extends ActionList = ActionList> {
  readonly list: L;
  readonly emitter: PutTarget;
}

/** Chunks that have been added from `start` on. */
interface AddedSource {
  readonly start: number;
  /** Where the action comes from that is `offset` bytes behind the start. */
  readonly sourceOf: (offset: number) => SourceLine | undefined;
  /** The text of the line that the action comes from; undefined if nothing keeps it. */
  readonly lineTextOf: (offset: number) => string | undefined;
}

/** What puts a template to the states of a list. */
interface TemplateInList {
  run(state: ListState, values: readonly unknown[]): void;
}

/**
 * What `on` accepts: a state of this list, or one whose list the compiler does not know (then `on` checks
 * it).
 */
type StateOf<S extends ListState, N extends Names> =
  S extends ListState<ActionList<infer M>>
    ? string extends M['id']
      ? S
      : string extends N['id']
        ? S
        : M['id'] extends N['id']
          ? S
          : ListState<ActionList<N>>
    : S;

/** Is it an action list, also one of another copy of this package? */
export function isActionList(value: unknown): value is ActionList {
  return typeof (value as Partial<ActionList> | null | undefined)?.takeSection === 'function';
}

/**
 * An action list: actions, names and source lines. `actionList` makes it. What it has stays as it is;
 * templates (`Dst.asm`) add chunks and names behind it.
 */
export class ActionList<N extends Names = Names> implements CodeList {
  // The constructor sets what is declared here; a definition of it would only be more code.

  /** Tells this list from others; `action list` where the description has no id. */
  declare readonly id: N['id'];
  declare readonly arch: Arch;
  declare readonly format: Format;
  declare readonly sections: N['sections'];
  declare readonly globals: N['globals'];
  declare readonly externs: N['externs'];
  /** The number of macro labels. */
  declare readonly macroLabels: number;
  /** See `ActionListDescription`. */
  declare readonly features: Readonly<Record<string, readonly number[]>>;
  declare readonly files: readonly string[];
  /** See `ActionListDescription`. */
  declare readonly sources: readonly (string | number)[];
  /** Triples: action offset (ascending), index into `files`, line (from 1). Without those of templates. */
  declare readonly lines: Int32Array;
  /** Pairs: action offset (ascending), index into `DATA_KINDS`. @internal */
  declare readonly data: number[];
  /** @internal */
  declare readonly chunks: Chunks;
  /** @internal */
  declare readonly machine: Machine;
  /** Sections and labels of freed states, for the next ones. @internal */
  readonly spareSections: Section[] = [];
  /** @internal */
  readonly spareLabels: Labels[] = [];
  /** Encoders that no state uses at the moment. @internal */
  readonly spareEncoders: Encoder[] = [];
  /** Where chunks of templates begin that have been added, in ascending order. @internal */
  readonly added: AddedSource[] = [];
  /** The templates that have been added, by their strings. @internal */
  readonly templates = new Map<TemplateStringsArray, TemplateInList>();

  /** @internal */
  constructor(
    description: ActionListDescription<N['id'], N['sections'], N['globals'], N['externs']>,
    machine: Machine,
  ) {
    checkDescription(description, machine);
    this.machine = machine;
    this.id = description.id ?? 'action list';
    this.arch = description.arch;
    this.format = description.format;
    this.sections = description.sections ?? [];
    this.globals = description.globals ?? [];
    this.externs = description.externs ?? [];
    this.macroLabels = description.macroLabels ?? 0;
    this.features = description.features ?? {};
    this.files = description.files ?? [];
    this.sources = description.sources ?? [];
    this.lines = Int32Array.from(description.lines ?? []);
    this.data = [...(description.data ?? [])];
    this.chunks = machine.readChunks(description, this.lines);
  }

  get actions(): Actions {
    return this.chunks.actions;
  }

  /**
   * What takes puts for a state of this list.
   * @throws {EncodeError} BAD_CALL for a state of another list: its code would be nonsense
   */
  on<S extends ListState>(state: S & StateOf<S, N>): PutTarget {
    // Hosts without types can pass anything.
    const given: ListState | undefined = state;
    if ((given?.list as unknown) !== this) this.#failState(given);
    return given.emitter;
  }

  /** An empty section, with the buffers of a freed state if there are any. @internal */
  takeSection(): Section {
    const section = this.spareSections.pop() ?? new Section();
    section.reset();
    return section;
  }

  /** The source line of the action at an offset; undefined where the list has no lines. */
  sourceOf(offset: number): SourceLine | undefined {
    if (typeof offset !== 'number') failExpected('sourceOf: offset', offset, 'a number');
    const added = this.addedAt(offset);
    if (added !== undefined) return added.sourceOf(offset - added.start);
    const { lines } = this;
    const row = lastRow(lines, 3, offset);
    const file = this.files[lines[row + 1] ?? -1];
    const line = lines[row + 2];
    return file === undefined || line === undefined ? undefined : { file, line };
  }

  /** The chunks of a template that have the action at an offset. @internal */
  addedAt(offset: number): AddedSource | undefined {
    return this.added.findLast(each => each.start <= offset);
  }

  /** What `console.log` prints in Node. @internal */
  [INSPECT](): string {
    const { id, arch, sections, globals, externs, actions } = this;
    const names = [sections, globals, externs].map(list => `[${list.join(', ')}]`);
    return `ActionList { id: '${id}', arch: '${arch}', sections: ${names[0]}, globals: ${names[1]}, externs: ${names[2]}, actions: ${actions.byteLength} bytes }`;
  }

  #failState(state: ListState | undefined): never {
    const problem =
      state?.list instanceof ActionList
        ? `, but the state was made for '${state.list.id}'`
        : ` and needs a state made for it, not ${show(state)}`;
    failCall(`this code belongs to the action list '${this.id}'${problem}`);
  }
}

/**
 * The index of the last row of `table` that begins with `offset` or less; behind the end if there is none.
 * Rows have `width` numbers, and ascend.
 */
export function lastRow(table: ArrayLike<number>, width: number, offset: number): number {
  let low = 0;
  let high = table.length / width;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table[middle * width] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? table.length : (low - 1) * width;
}

/**
 * Writes the action list. Handlers of statements write code, actions and arguments; `flush` ends a put and
 * hands it on with its arguments. The list consists of bytes or of words of 32 bits: its elements.
 */
import { MAX_POSITIONS } from '../../encoder/format/action.ts';
import type { DataKind } from '../../encoder/format/datakind.ts';
import type { Feature } from '../../encoder/format/feature.ts';
import type { Format } from '../../encoder/format/listdescription.ts';
import { ChunkIndex } from './chunkindex.ts';
import type { ListLayout } from './listlayout.ts';
import type { Argument, UsedForm } from '../item.ts';
import type { NamedLabel } from '../observer.ts';

interface WriterOptions {
  /**
   * Use an earlier chunk with the same bytes, as DynASM does. Then the source lines of chunks are not known.
   * Lists of words never share chunks.
   */
  readonly shareChunks: boolean;
  /** Receives every finished put: its offset and its arguments. */
  readonly put: (start: number, args: readonly Argument[]) => void;
}

/**
 * What has been written for a statement, to be written again. Many are kept, so that their elements stand in
 * one list.
 */
export interface Assembled {
  /** Positions of the put that were reserved before it. */
  readonly reserved: number;
  /** Positions of the put that it takes, and those that DynASM does not count. */
  readonly positions: number;
  readonly uncounted: number;
  /** Index of its first element in the writer's list of them, and behind its last. */
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly Argument[];
  /** Offsets of sign-extended actions from its first element. */
  readonly signed: readonly number[];
  /** The features of the processor that it needs; undefined if every processor has them. */
  readonly features: readonly Feature[] | undefined;
  /** What its code is; undefined if it has none, as a label. */
  readonly kind: DataKind | undefined;
  readonly form: UsedForm | undefined;
  /** The labels in it, if somebody observes. */
  readonly labels: readonly NamedLabel[];
}

const NONE: readonly never[] = [];

export class ActionListWriter {
  readonly #options: WriterOptions;
  readonly #actions: number[] = [];
  readonly #chunks = new ChunkIndex(this.#actions);
  #layout: ListLayout | undefined;
  #start = 0;
  #arguments: Argument[] = [];
  /** Positions that the put takes; the put itself takes one. */
  #positions = 1;
  /** Those that it takes and DynASM does not count. */
  #uncounted = 0;
  /** The elements of all `Assembled`, one behind the other. */
  readonly #kept: number[] = [];
  /** The state of the writer at the start of the current statement. */
  readonly #statementStart = {
    reserved: 0,
    positions: 0,
    uncounted: 0,
    actions: 0,
    arguments: 0,
    signed: 0,
  };
  /** Offsets of IMM_D and IMM_DB actions that the processor sign-extends to 64 bits. */
  readonly signed: number[] = [];
  /** Offsets of definitions of labels that may be defined already. */
  readonly moving: number[] = [];
  /**
   * For features of the processor that not all have: the chunks that need them. Pairs: the chunk's offset,
   * and that of its first statement that needs the feature. Without shared chunks only.
   */
  readonly features = new Map<Feature, number[]>();
  /** Those that the current statement needs. */
  #statementFeatures: readonly Feature[] | undefined;
  /** What the code of the current statement is; undefined if it has none, as a label. */
  kind: DataKind | undefined = 'code';
  /** The form that the current statement was assembled by; undefined if it is no instruction. */
  form: UsedForm | undefined;
  /** The version of the format that the list needs so far. */
  format: Format = 1;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** The action list so far. */
  get actions(): readonly number[] {
    return this.#actions;
  }

  /** What the list consists of; nothing can be written before that is known. */
  get layout(): ListLayout {
    if (this.#layout === undefined) throw new RangeError('an action list without architecture');
    return this.#layout;
  }

  set layout(layout: ListLayout) {
    this.#layout = layout;
  }

  /** Whether the put takes more positions by now than DynASM's engine has room for; true once for a put. */
  overflows(): boolean {
    if (this.#uncounted === 0 || this.#positions + this.#uncounted <= MAX_POSITIONS) return false;
    this.#uncounted = Number.NEGATIVE_INFINITY;
    return true;
  }

  /** Whether nothing has been written since the last put. */
  get empty(): boolean {
    return this.#actions.length === this.#start;
  }

  /** Ends the put if fewer than `positions` of its positions are left. */
  reserve(positions: number): void {
    if (this.#positions + positions > MAX_POSITIONS) this.flush();
  }

  /** Writes an element of code, with ESC in front where it would be read as an action. */
  code(element: number): void {
    const { firstAction, lastAction, escape } = this.layout;
    if (element >= firstAction && element <= lastAction) this.inline(escape);
    this.inline(element);
  }

  /** Writes an element as it is, without ESC: an inline byte of an action, a word. */
  inline(element: number): void {
    if (!Number.isInteger(element) || element < 0 || element > this.layout.limit) {
      throw new RangeError(`action list ${this.layout.element} ${element}`);
    }
    this.#actions.push(element);
  }

  /** Writes an action with an argument. It takes `positions` positions of the put. */
  argument(action: number, argument: Argument, positions = 1): void {
    this.#code(action);
    this.#arguments.push(argument);
    this.#positions += positions;
  }

  /** Another argument of the action that was written last. It takes a position, too, which DynASM forgets. */
  also(argument: Argument): void {
    this.#arguments.push(argument);
    this.#uncounted++;
  }

  /** Writes an action without an argument. */
  action(action: number, positions = 0): void {
    this.#code(action);
    this.#positions += positions;
  }

  #code(action: number): void {
    const extended = this.layout.extended(action);
    if (extended === undefined) {
      this.inline(action);
      return;
    }
    this.format = 2;
    for (const element of extended) this.inline(element);
  }

  /**
   * A statement begins, which needs `positions` positions in one put. `assembled` returns what is written
   * from here on.
   */
  begin(positions: number): void {
    this.reserve(positions);
    this.#statementFeatures = undefined;
    this.kind = 'code';
    this.form = undefined;
    this.#statementStart.reserved = positions;
    this.#statementStart.positions = this.#positions;
    this.#statementStart.uncounted = this.#uncounted;
    this.#statementStart.actions = this.#actions.length;
    this.#statementStart.arguments = this.#arguments.length;
    this.#statementStart.signed = this.signed.length;
  }

  /** What is written next needs these features. */
  requireFeatures(features: readonly Feature[]): void {
    this.#statementFeatures = features;
    if (this.#options.shareChunks) return;
    for (const feature of features) {
      const offsets = this.features.get(feature);
      if (offsets === undefined) this.features.set(feature, [this.#start, this.#actions.length]);
      else if (offsets.at(-2) !== this.#start) offsets.push(this.#start, this.#actions.length);
    }
  }

  /** The arguments of the current statement. */
  get statementArguments(): readonly Argument[] {
    return this.#arguments.slice(this.#statementStart.arguments);
  }

  /** What has been written since `begin`. No put may have ended in between. */
  assembled(labels: readonly NamedLabel[]): Assembled {
    const { reserved, positions, uncounted, actions, arguments: args, signed } = this.#statementStart;
    const start = this.#kept.length;
    for (let n = actions; n < this.#actions.length; n++) this.#kept.push(this.#actions[n] ?? 0);
    return {
      reserved,
      positions: this.#positions - positions,
      uncounted: this.#uncounted - uncounted,
      start,
      end: this.#kept.length,
      arguments: this.#arguments.length > args ? this.#arguments.slice(args) : NONE,
      signed: this.signed.length > signed ? this.signed.slice(signed).map(offset => offset - actions) : NONE,
      features: this.#statementFeatures,
      kind: this.kind,
      form: this.form,
      labels,
    };
  }

  /** Writes the same elements again, with other arguments. */
  append(assembled: Assembled, args: readonly Argument[]): void {
    const { positions, uncounted, start, end, signed, features, kind, form } = assembled;
    this.kind = kind;
    this.form = form;
    if (features !== undefined) this.requireFeatures(features);
    const offset = this.#actions.length;
    for (let n = start; n < end; n++) this.#actions.push(this.#kept[n] ?? 0);
    for (const argument of args) this.#arguments.push(argument);
    for (const each of signed) this.signed.push(offset + each);
    this.#positions += positions;
    this.#uncounted += uncounted;
  }

  /** Ends the put, if anything has been written. `terminated`: its last action, SECTION, ends it already. */
  flush(terminated = false): void {
    if (this.#actions.length === this.#start) return;
    const { stop, sharesChunks } = this.layout;
    if (!terminated) this.inline(stop);
    const start = this.#options.shareChunks && sharesChunks ? this.#share() : this.#start;
    const args = this.#arguments;
    this.#start = this.#actions.length;
    this.#arguments = [];
    this.#positions = 1;
    this.#uncounted = 0;
    this.#options.put(start, args);
  }

  /** Drops the current chunk if its bytes stand anywhere earlier. Returns the offset of the chunk to use. */
  #share(): number {
    const start = this.#start;
    const earlier = this.#chunks.find(start);
    if (earlier < 0) {
      this.#chunks.add(start);
      return start;
    }
    this.#actions.length = start;
    while ((this.signed.at(-1) ?? -1) >= start) this.signed.pop();
    return earlier;
  }
}

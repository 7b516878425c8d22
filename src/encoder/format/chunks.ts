/**
 * The chunks of an action list, decoded. A chunk is what one put plays: the elements of the list from its
 * start to STOP or SECTION. `Chunks` has what all architectures share; a class for each (decoder.ts,
 * arm64/arm64chunks.ts) knows how the list is read. They return, for the start of a chunk, its steps
 * (step.ts); each chunk is decoded once.
 */
import type { Format } from './listdescription.ts';
import { EncodeError, Status, show } from './status.ts';
import { StepWriter } from './stepwriter.ts';

/** The elements of a list: bytes, or words. */
export type Actions = Uint8Array | Uint32Array;

/** What can be asked of the actions of a list. */
export interface ActionReader {
  /** The number of elements of the action at an offset, with those that belong to it. */
  readonly lengthAt: (chunks: Chunks, offset: number) => number;
  /**
   * The number of bytes that put writes for the action at an offset; −1 where an argument decides it, and
   * where the chunk ends.
   */
  readonly bytesAt: (chunks: Chunks, offset: number) => number;
  /** The number of the local or global label that the action at an offset defines; undefined for others. */
  readonly labelAt: (chunks: Chunks, offset: number) => number | undefined;
  /** Does the reference at an offset, or the sum, leave an address? `value`: of its record. */
  readonly leavesAddress: (chunks: Chunks, offset: number, value: number) => boolean;
  /** The bytes of the literal for a pool that the action at an offset makes; 0 for others. */
  readonly literalBytes: (chunks: Chunks, offset: number) => number;
}

/** The chunks of one list, whose elements are those of `A`. */
export abstract class Chunks<A extends Actions = Actions> {
  /** By start offset: the index of the chunk's head in `steps`; 0 if the chunk is not decoded yet. */
  heads: Int32Array;
  /** The words of the chunks decoded so far (step.ts). */
  steps: Int32Array = new Int32Array(0);
  /** Addresses have 64 bits. */
  readonly is64Bit: boolean;
  /** The elements of the list. */
  actions: A;
  readonly #format: Format;
  /** How many elements the list had at first; those behind have format 2. */
  readonly #firstLength: number;
  /** The offsets of immediates that the processor sign-extends. */
  readonly signed: Set<number>;
  /**
   * The offsets of definitions that move a label; undefined if all labels may be defined again.
   */
  readonly moving: Set<number> | undefined;
  /** 1 at offsets at which source lines start; empty if there are no lines. */
  lineStarts: Uint8Array;
  /** The end of the words; no head is at 0. */
  #end = 1;

  /** `format`, `signed`, `lines`, `moving`: as in the list's description. */
  constructor(
    actions: A,
    format: Format,
    is64Bit: boolean,
    signed: readonly number[],
    lines: Int32Array,
    moving?: readonly number[],
  ) {
    this.actions = actions;
    this.heads = new Int32Array(actions.length);
    this.#format = format;
    this.#firstLength = actions.length;
    this.is64Bit = is64Bit;
    this.signed = new Set(signed);
    this.moving = moving && new Set(moving);
    this.lineStarts = new Uint8Array(lines.length === 0 ? 0 : actions.length);
    for (let index = 0; index < lines.length; index += 3) this.lineStarts[lines[index] ?? 0] = 1;
  }

  /** Decodes the chunk at `start`: writes its head and steps, and returns their end. */
  protected abstract write(writer: StepWriter, start: number): number;

  /** The code of the action at an offset; undefined behind the end of the list. */
  abstract actionAt(offset: number): number | undefined;

  /** Where the parameters of the action at an offset are, which statuses of labels point at. */
  abstract inlineOffset(offset: number): number;

  /** The format of the chunk that has this offset, or ends in front of it. */
  formatAt(offset: number): Format {
    return offset < this.#firstLength || this.actions.length === this.#firstLength ? this.#format : 2;
  }

  /**
   * Returns the index of the head of the chunk at `start`, and decodes the chunk if that has not been done.
   * @throws {EncodeError} BAD_LIST if there is no well-formed chunk
   */
  decode(start: number): number {
    const known = typeof start === 'number' ? this.heads[start] : undefined;
    if (known === undefined) {
      const range = this.actions.length === 0 ? 'is empty' : `has the offsets 0…${this.actions.length - 1}`;
      throw new EncodeError(Status.BAD_LIST, `put(${show(start)}): the action list ${range}`);
    }
    if (known > 0) return known;
    const head = this.#end;
    const writer = new StepWriter(this.steps, head);
    this.#end = this.write(writer, start);
    this.steps = writer.steps;
    this.heads[start] = head;
    return head;
  }
}

/**
 * Collects the action list. Handlers of statements write bytes, actions and their arguments; what has come together is
 * cut into puts by `flush`, and handed on with its arguments.
 */
import { Action, FIRST_ACTION, MAX_POSITIONS } from '../../encoder/actions.ts';
import { ChunkIndex } from './chunkindex.ts';
import type { Argument } from '../item.ts';

export interface WriterOptions {
  /** Reuse an earlier chunk with the same bytes (DynASM does; it costs the line table). */
  readonly shareChunks: boolean;
  /** Receives every finished put: its offset and its arguments. */
  readonly put: (start: number, args: readonly Argument[]) => void;
}

/** What has been written for a statement. Many are kept: one object each, and their bytes in one list. */
export interface Assembled {
  /** Positions that were asked for in front. */
  readonly reserved: number;
  /** Positions that it takes. */
  readonly positions: number;
  /** Its bytes in the writer's memory. */
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly Argument[];
  /** Offsets from its first byte. */
  readonly signed: readonly number[];
}

const NONE: readonly never[] = [];

export class ActionListWriter {
  readonly #options: WriterOptions;
  readonly #bytes: number[] = [];
  readonly #chunks = new ChunkIndex(this.#bytes);
  #start = 0;
  #arguments: Argument[] = [];
  /** A put itself takes one position. */
  #positions = 1;
  /** Bytes of statements that have been assembled, one behind the other. */
  readonly #memory: number[] = [];
  /** Where the statement at hand began. */
  readonly #begun = { reserved: 0, positions: 0, bytes: 0, arguments: 0, signed: 0 };
  /** Offsets of IMM_D and IMM_DB actions that the processor sign-extends to 64 bits. */
  readonly signed: number[] = [];

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** The action list so far. */
  get bytes(): readonly number[] {
    return this.#bytes;
  }

  /** Nothing has been written since the last put. */
  get empty(): boolean {
    return this.#bytes.length === this.#start;
  }

  /** Flushes if fewer than `positions` of the put are left. */
  reserve(positions: number): void {
    if (this.#positions + positions > MAX_POSITIONS) this.flush();
  }

  /** A byte of code, 0…255, escaped where it looks like an action. */
  code(byte: number): void {
    if (byte >= FIRST_ACTION) this.inline(Action.ESC);
    this.inline(byte);
  }

  /** An inline byte of an action, 0…255: not escaped. */
  inline(byte: number): void {
    if (!Number.isInteger(byte) || byte < 0 || byte > 255) throw new RangeError(`action list byte ${byte}`);
    this.#bytes.push(byte);
  }

  /** An action with an argument of the put. It takes `positions` buffer positions. */
  argument(action: number, argument: Argument, positions = 1): void {
    this.inline(action);
    this.#arguments.push(argument);
    this.#positions += positions;
  }

  /** An action without argument. */
  action(action: number, positions = 0): void {
    this.inline(action);
    this.#positions += positions;
  }

  /** A statement begins: from here on counts what `assembled` gives. Asks for `positions` as `reserve` does. */
  begin(positions: number): void {
    this.reserve(positions);
    this.#begun.reserved = positions;
    this.#begun.positions = this.#positions;
    this.#begun.bytes = this.#bytes.length;
    this.#begun.arguments = this.#arguments.length;
    this.#begun.signed = this.signed.length;
  }

  /** What has been written since `begin`, if no put has ended. */
  assembled(): Assembled {
    const { reserved, positions, bytes, arguments: args, signed } = this.#begun;
    const start = this.#memory.length;
    for (let n = bytes; n < this.#bytes.length; n++) this.#memory.push(this.#bytes[n] ?? 0);
    return {
      reserved,
      positions: this.#positions - positions,
      start,
      end: this.#memory.length,
      arguments: this.#arguments.length > args ? this.#arguments.slice(args) : NONE,
      signed: this.signed.length > signed ? this.signed.slice(signed).map(offset => offset - bytes) : NONE,
    };
  }

  /** Writes the same again, with arguments of its own. */
  append({ positions, start, end, signed }: Assembled, args: readonly Argument[]): void {
    const offset = this.#bytes.length;
    for (let n = start; n < end; n++) this.#bytes.push(this.#memory[n] ?? 0);
    for (const argument of args) this.#arguments.push(argument);
    for (const each of signed) this.signed.push(offset + each);
    this.#positions += positions;
  }

  /** Ends the current put, if there is one. `terminated`: its last action ends a put (SECTION). */
  flush(terminated = false): void {
    if (this.#bytes.length === this.#start) return;
    if (!terminated) this.inline(Action.STOP);
    const start = this.#options.shareChunks ? this.#share() : this.#start;
    const args = this.#arguments;
    this.#start = this.#bytes.length;
    this.#arguments = [];
    this.#positions = 1;
    this.#options.put(start, args);
  }

  /** Drops the current chunk if its bytes stand anywhere before; the offset to use. */
  #share(): number {
    const start = this.#start;
    const earlier = this.#chunks.find(start);
    if (earlier < 0) {
      this.#chunks.add(start);
      return start;
    }
    this.#bytes.length = start;
    while ((this.signed.at(-1) ?? -1) >= start) this.signed.pop();
    return earlier;
  }
}

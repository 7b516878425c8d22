/**
 * Collects the action list. Handlers of statements write bytes, actions and their arguments; what has come together is
 * cut into puts by `flush`, and handed on with its arguments.
 */
import { Action, FIRST_ACTION, MAX_POSITIONS } from '../encoder/actions.ts';
import { ChunkIndex } from './chunk.ts';
import type { Argument } from './item.ts';

export interface WriterOptions {
  /** Reuse an earlier chunk with the same bytes (DynASM does; it costs the line table). */
  readonly shareChunks: boolean;
  /** Receives every finished put: its offset and its arguments. */
  readonly put: (start: number, args: readonly Argument[]) => void;
}

/** What has been written for a statement. */
export interface Assembled {
  readonly bytes: readonly number[];
  readonly arguments: readonly Argument[];
  readonly positions: number;
  /** Offsets in `bytes`. */
  readonly signed: readonly number[];
}

/** A point that what is written later is counted from. */
interface Mark {
  readonly bytes: number;
  readonly arguments: number;
  readonly positions: number;
  readonly signed: number;
}

export class ActionListWriter {
  readonly #options: WriterOptions;
  readonly #bytes: number[] = [];
  readonly #chunks = new ChunkIndex(this.#bytes);
  #start = 0;
  #arguments: Argument[] = [];
  /** A put itself takes one position. */
  #positions = 1;
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

  mark(): Mark {
    return {
      bytes: this.#bytes.length,
      arguments: this.#arguments.length,
      positions: this.#positions,
      signed: this.signed.length,
    };
  }

  /** What has been written since `mark`, if no put has ended. */
  since(mark: Mark): Assembled {
    return {
      bytes: this.#bytes.slice(mark.bytes),
      arguments: this.#arguments.length > mark.arguments ? this.#arguments.slice(mark.arguments) : [],
      positions: this.#positions - mark.positions,
      signed:
        this.signed.length > mark.signed
          ? this.signed.slice(mark.signed).map(offset => offset - mark.bytes)
          : [],
    };
  }

  /** Writes the same again, with arguments of its own. */
  append({ bytes, positions, signed }: Assembled, args: readonly Argument[]): void {
    const start = this.#bytes.length;
    for (let n = 0; n < bytes.length; n++) this.#bytes.push(bytes[n] ?? 0);
    for (let n = 0; n < args.length; n++) this.#arguments.push(args[n] as Argument);
    for (let n = 0; n < signed.length; n++) this.signed.push(start + (signed[n] ?? 0));
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

/**
 * Writes the decoded form of one chunk: its head and its steps (step.ts). The decoder calls it with literal
 * bytes, actions and line starts, in the order of the chunk; `finish` returns where the steps end.
 */
import { grownWords } from './typedarray.ts';
import * as Record from './record.ts';
import * as Step from './step.ts';

export class StepWriter {
  /** The words of the chunks before, and of this one as far as it is written. */
  steps: Int32Array;
  readonly #head: number;
  #at: number;
  /** Literal bytes that no step stores yet, little endian, and how many they are. */
  #word = 0;
  #literals = 0;
  /** The offset of a line that needs a record and that no step starts yet; −1 if there is none. */
  #line = -1;
  /** What goes into the head. */
  #maxBytes = 0;
  #recordWords = 0;
  #lineWords = 0;
  #arguments = 0;

  /** Writes behind the first `head` words of `steps`. */
  constructor(steps: Int32Array, head: number) {
    this.steps = steps;
    this.#head = head;
    this.#at = head + Step.HEAD_WORDS;
  }

  literal(byte: number): void {
    if (this.#literals === 4) this.#flush();
    this.#word |= byte << (this.#literals++ * 8);
    this.#maxBytes++;
  }

  /** What follows comes from the source line that starts at the offset. */
  line(offset: number): void {
    this.#flush();
    this.#line = offset;
  }

  /** An action that takes no argument and leaves no record. */
  action(kind: number, inline: number, offset: number): void {
    this.#step(kind, inline, offset << Record.OFFSET_SHIFT, 0);
  }

  /**
   * An action with an argument that leaves no record; its code has at most `bytes` bytes. `distance`: that of
   * a prefix.
   */
  argument(kind: number, inline: number, offset: number, bytes: number, distance = 0): void {
    this.#arguments++;
    this.#maxBytes += bytes;
    this.#step(kind, inline, offset << Record.OFFSET_SHIFT, distance);
  }

  /**
   * An action that leaves a record of the kind `record`. `bytes`: the size of its code; `field`: how much of
   * that is a field behind which the record's position is.
   */
  record(kind: number, inline: number, offset: number, record: number, bytes: number, field = bytes): void {
    if (kind >= Step.FIRST_WITH_ARGUMENT) this.#arguments++;
    this.#maxBytes += bytes;
    this.#recordWords += Record.WORDS;
    this.#step(kind, inline, record | (offset << Record.OFFSET_SHIFT), field);
  }

  /** The chunk ends: writes its head. Returns the end of its steps. */
  finish(): number {
    this.#flush();
    // A chunk has at least one step.
    if (this.#at === this.#head + Step.HEAD_WORDS) this.#step(Step.NONE, 0, 0, 0);
    const { steps } = this;
    const last = this.#at - Step.WORDS;
    steps[last] = (steps[last] ?? 0) | Step.LAST;
    const head = this.#head;
    steps[head + Step.MAX_BYTES] = this.#maxBytes;
    steps[head + Step.RECORD_WORDS] = this.#recordWords;
    steps[head + Step.LINE_WORDS] = this.#lineWords;
    steps[head + Step.ARGUMENTS] = this.#arguments;
    return this.#at;
  }

  /** Makes a step of literal bytes or a line start, if there are any. */
  #flush(): void {
    if (this.#literals > 0 || this.#line >= 0) this.#step(Step.NONE, 0, 0, 0);
  }

  #step(kind: number, inline: number, record: number, field: number): void {
    const at = this.#at;
    const end = at + Step.WORDS;
    this.steps = grownWords(this.steps, at, end);
    const { steps } = this;
    const flags = this.#line < 0 ? 0 : Step.LINE;
    steps[at] =
      kind |
      (this.#literals << Step.LITERALS_SHIFT) |
      flags |
      (inline << Step.INLINE_SHIFT) |
      (field << Step.FIELD_SHIFT);
    steps[at + Step.LITERAL] = this.#word;
    steps[at + Step.RECORD] = record;
    steps[at + Step.LINE_OFFSET] = this.#line;
    this.#at = end;
    this.#literals = 0;
    this.#word = 0;
    if (flags !== 0) this.#lineWords += Record.LINE_WORDS;
    this.#line = -1;
  }
}

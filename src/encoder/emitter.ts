/**
 * Takes the puts of a state. `put`, which each architecture has its own of, follows the decoded steps of a
 * chunk: it writes code into the active section at once, and leaves records of what only link and encode can
 * know. The functions that the preprocessor writes for chunks do the same with the members of `PutTarget`.
 */
import type { CodeList, Contents } from './contents.ts';
import { actionError, pcLabelError } from './failures.ts';
import type { Chunks } from './format/chunks.ts';
import { EncodeError, failCall } from './format/status.ts';
import * as Step from './format/step.ts';
import type { PutTarget } from './generated.ts';
import { Labels } from './label.ts';
import { redefinitionError } from './redefinition.ts';
import { Section } from './section.ts';
import { isInteger, type Value } from './value.ts';

/** The active section of a state that takes no puts: each put asks it for room, and fails. */
const NO_ROOM = new Section();

export abstract class Emitter implements PutTarget, Contents {
  readonly list: CodeList;
  /** Addresses have 64 bits. */
  readonly is64Bit: boolean;
  readonly sections: Section[] = [];
  readonly labels: Labels;
  /** The active section. */
  section: Section;
  /** Its number. */
  sectionIndex = 0;
  /** The error of the last put or checkStep that failed; undefined if none failed since `reset`. */
  failure: EncodeError | undefined = undefined;
  /** The largest alignment that has been put. */
  alignment = 1;
  #isFree = false;
  /** While encode runs: the active section, which puts do not reach then. */
  #held: Section | undefined = undefined;
  protected readonly chunks: Chunks;

  /** Takes puts of `list`, with so many sections and global labels. */
  constructor(list: CodeList, sections: number, globals: number) {
    this.list = list;
    this.chunks = list.chunks;
    this.is64Bit = list.chunks.is64Bit;
    this.labels = list.spareLabels.pop() ?? new Labels();
    this.labels.clear(globals, list.macroLabels);
    this.section = list.takeSection();
    this.sections.push(this.section);
    while (this.sections.length < sections) this.sections.push(list.takeSection());
  }

  /** Forgets code, labels and the error. */
  reset(): void {
    for (const section of this.sections) section.reset();
    this.labels.reset();
    this.section = this.sections[0] ?? this.section;
    this.sectionIndex = 0;
    this.failure = undefined;
    this.alignment = 1;
  }

  /** Gives the buffers back to the list; puts fail afterwards. Returns false if that has been done before. */
  free(): boolean {
    if (this.#isFree) return false;
    this.checkChangeable();
    this.#isFree = true;
    for (const section of this.sections) this.list.spareSections.push(section);
    this.list.spareLabels.push(this.labels);
    this.sections.length = 0;
    this.section = NO_ROOM;
    return true;
  }

  /** @throws {EncodeError} BAD_CALL after `free` */
  checkUsable(): void {
    if (this.#isFree) failCall('this state was freed');
  }

  /** @throws {EncodeError} BAD_CALL after `free`, and between `hold` and `release` */
  checkChangeable(): void {
    this.checkUsable();
    if (this.#held === undefined) return;
    failCall(
      'encode is running: the resolver of externs must not change or free the state that it is called from',
    );
  }

  /** From here to `release`, while code of the user may run, puts and all other changes fail. */
  hold(): void {
    this.#held = this.section;
    this.section = NO_ROOM;
  }

  /** Ends what `hold` began. */
  release(): void {
    this.section = this.#held ?? this.section;
    this.#held = undefined;
  }

  /** Changes with every put that adds something, and with every section. */
  ends(): number {
    let sum = this.sections.length;
    for (const { position, recordEnd } of this.sections) sum += position + recordEnd;
    return sum;
  }

  /** Before link: adds what stands at the ends of sections, and returns `ends`. */
  close(): number {
    return this.ends();
  }

  /** See `State.put`. */
  abstract put(start: number, ...args: readonly Value[]): void;

  hasSection(index: number): boolean {
    return index < this.sections.length;
  }

  enter(index: number): void {
    this.section = this.sections[index]!;
    this.sectionIndex = index;
  }

  /** Throws the error, and keeps it: link will throw it, too. */
  fail(error: EncodeError): never {
    this.checkChangeable();
    this.failure = error;
    throw error;
  }

  protected decode(start: number): number {
    this.checkChangeable();
    try {
      return this.chunks.decode(start);
    } catch (error) {
      throw error instanceof EncodeError ? (this.failure = error) : error;
    }
  }

  /** Makes room for the chunk and `space` bytes more. */
  protected grow(section: Section, p: number, head: number, space: number, start: number): void {
    this.checkChangeable();
    const { steps } = this.chunks;
    const bytes = space + steps[head + Step.MAX_BYTES]!;
    try {
      section.grow(p, bytes, steps[head + Step.RECORD_WORDS]!, steps[head + Step.LINE_WORDS]!);
    } catch (error) {
      if (error instanceof EncodeError) this.fail(actionError(this, error.status, error.message, start));
      throw error;
    }
  }

  /** A definition of a label that is defined already: fails, unless the definition moves the label. */
  protected move(label: number, kind: number, offset: number, section: Section, r: number): void {
    const error = redefinitionError(this, label, kind, offset, section, r);
    if (error !== undefined) this.fail(error);
  }

  /** The number of a pc label. For values that are not numbers in range. */
  protected convertPc(value: unknown, offset: number): number {
    const n = isInteger(value) ? Number(value) : NaN;
    if (this.labels.hasPc(n)) return n;
    return this.fail(pcLabelError(this, value, offset));
  }
}

/**
 * What the functions that the preprocessor writes for chunks use (docs/generated-code.md). Such a function
 * checks that all arguments are in range and that there is room; then it writes bytes and records. Otherwise
 * it calls `put`, which defines what a chunk means. Generated code is in users' files, so what this interface
 * has stays as it is; a new `FORMAT` may add to it.
 */
import type { Value } from './value.ts';

/** What takes the puts of a state: `list.on(state)` returns it. */
export interface PutTarget {
  put(start: number, ...args: readonly Value[]): void;
  /** The active section. */
  readonly section: CodeSection;
  /** Its number. */
  readonly sectionIndex: number;
  readonly labels: ChunkLabels;
  /** Is there a section with this number? */
  hasSection(index: number): boolean;
  /** Makes the section with this number the active one. */
  enter(index: number): void;
}

/** The section that a function writes to; see `Section`. */
export interface CodeSection {
  /** The end of the code. A function sets it last. */
  position: number;
  has(bytes: number, records: number, lines: number): boolean;
  word(position: number, word: number): void;
  line(position: number, offset: number): void;
  record(word: number, value: number, position: number): void;
  displacement(position: number, modrm: number, value: number, scale?: number): number;
  immediate(position: number, opcode: number, value: number): number;
  endInstruction(position: number): void;
}

/**
 * The labels of a state; see `Labels`. References and definitions return the label instance for their record.
 */
export interface ChunkLabels {
  /** Global labels have numbers from 10 to below this one. */
  readonly namedSize: number;
  hasPc(label: unknown): label is number;
  forward(label: number): number;
  /** 0 or less if the label is not defined. */
  backward(label: number): number;
  macroForward(label: number): number;
  /** 0 or less if the label is not defined. */
  macroBackward(label: number): number;
  global(label: number): number;
  address(address: number): number;
  pcReference(label: number): number;
  /** Is it a global label in range that may be defined? */
  canDefine(label: number): boolean;
  /** The same for a pc label. */
  canDefinePc(label: unknown): label is number;
  define(label: number, position: number, section: number): number;
  definePc(label: number, position: number, section: number): number;
  defineMacro(label: number, position: number, section: number): number;
  /** Returns an instance to which nothing refers. */
  place(position: number, section: number): number;
}

/** Is it a signed integer of 32 bits? */
export function isInt(value: Value): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** Is it an integer, low…high? The limits are signed integers of 32 bits. */
export function isWithin(value: Value, low: number, high: number): value is number {
  return isInt(value) && value >= low && value <= high;
}

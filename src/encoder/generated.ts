/**
 * What the functions that the preprocessor writes for chunks use of a state (docs/generated-code.md). They look whether all
 * arguments are in range and there is room, then write bytes and records; everything else goes to `put`, which defines what
 * a chunk means. Generated code lives in users' files: this interface stays as it is within one `FORMAT`.
 */
import type { Value } from './emitter.ts';

/** A state, as a chunk's function sees it. */
export interface PutTarget {
  put(start: number, ...args: readonly Value[]): void;
  /** The active section. */
  readonly section: CodeSection;
  readonly sectionIndex: number;
  readonly labels: ChunkLabels;
  /** Is there a section with this number? */
  hasSection(index: number): boolean;
  /** Makes it the active one. */
  enter(index: number): void;
}

/** A section that a chunk's function writes to; see `Section`. */
export interface CodeSection {
  /** End of the code; set last. */
  position: number;
  has(bytes: number, records: number, lines: number): boolean;
  word(position: number, word: number): void;
  line(position: number, offset: number): void;
  record(word: number, value: number, position: number): void;
  displacement(position: number, modrm: number, value: number): number;
  immediate(position: number, opcode: number, value: number): number;
}

/** The labels of a state; see `Labels`. References give the label instance that their record names. */
export interface ChunkLabels {
  /** Global labels have numbers from 10 to below this one. */
  readonly namedSize: number;
  hasPc(label: unknown): label is number;
  forward(label: number): number;
  /** 0 or less if the label is not defined. */
  backward(label: number): number;
  global(label: number): number;
  pcReference(label: number): number;
  define(label: number, position: number, section: number): number;
  definePc(label: number, position: number, section: number): number;
}

/** An integer of 32 bits, signed? */
export function isInt(value: Value): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** An integer in a range of 32 bits, signed? */
export function isWithin(value: Value, low: number, high: number): value is number {
  return isInt(value) && value >= low && value <= high;
}

/**
 * The literals of `ldr x0, =value`: words that stand behind the code which loads them. A pool has those of
 * one section that do not stand in the code yet; equal ones stand there once.
 */
import * as Record from '../format/record.ts';
import * as Instance from '../instance.ts';
import type { Labels } from '../label.ts';
import type { Section } from '../section.ts';

interface Literal {
  /** Of the label where it stands, to which the loads refer. */
  readonly instance: number;
  /** 4 or 8 */
  readonly bytes: number;
  /** The first words and the values of the records of its terms. */
  readonly terms: readonly number[];
  /** The first word of the record which writes it. */
  readonly record: number;
}

/** The words of records of a literal: label, terms, field. */
const RECORDS = 2;
/** Each size has an alignment in front. */
const SIZES = [4, 8] as const;

/** The ends of a section behind a pool. */
export interface PoolEnd {
  readonly position: number;
  readonly recordEnd: number;
}

export class LiteralPool {
  readonly #literals = new Map<string, Literal>();

  get isEmpty(): boolean {
    return this.#literals.size === 0;
  }

  /** The largest alignment of a literal. */
  get alignment(): number {
    return Math.max(...[...this.#literals.values()].map(({ bytes }) => bytes));
  }

  /** The most bytes that the pool takes. */
  get maxBytes(): number {
    let bytes = 0;
    for (const size of SIZES) bytes += size - 1;
    for (const literal of this.#literals.values()) bytes += literal.bytes;
    return bytes;
  }

  /** The words of records that it takes. */
  get recordWords(): number {
    let count: number = SIZES.length;
    for (const { terms } of this.#literals.values()) count += RECORDS + terms.length / 2;
    return count * Record.WORDS;
  }

  /**
   * Adds a literal, whose terms have the records from `first` to `end`, and returns its label instance.
   * `record`: the first word of the record that is to write it.
   */
  add(
    labels: Labels,
    records: Int32Array,
    first: number,
    end: number,
    bytes: number,
    record: number,
  ): number {
    const terms: number[] = [];
    let key = `${bytes}`;
    for (let r = first; r < end; r += Record.WORDS) {
      const value = records[r + Record.VALUE]!;
      terms.push(records[r]!, value);
      key += ` ${records[r]! & Record.KIND_MASK} ${nameOf(labels, records[r]!, value)}`;
    }
    let literal = this.#literals.get(key);
    if (literal === undefined) {
      literal = { instance: labels.create(), bytes, terms, record };
      this.#literals.set(key, literal);
    }
    return literal.instance;
  }

  /**
   * Writes the literals behind `position` of a section, whose records end at `recordEnd` so far: those of 4
   * bytes, then those of 8. There must be room.
   */
  write(section: Section, index: number, labels: Labels, position: number, recordEnd: number): PoolEnd {
    const { records, bytes } = section;
    let p = position;
    let r = recordEnd;
    const record = (word: number, value: number): void => {
      records[r] = word;
      records[r + Record.VALUE] = value;
      records[r + Record.END] = p;
      r += Record.WORDS;
    };
    for (const size of SIZES) {
      const literals = [...this.#literals.values()].filter(literal => literal.bytes === size);
      const [first] = literals;
      if (first === undefined) continue;
      p += size - 1;
      record(Record.ALIGN_FILL | (first.record & ~Record.KIND_MASK), size - 1);
      for (const literal of literals) {
        labels.instances[literal.instance] = p;
        labels.instances[literal.instance + Instance.SECTION] = index;
        record(Record.LABEL | (literal.record & ~Record.KIND_MASK), literal.instance);
        for (let t = 0; t < literal.terms.length; t += 2) record(literal.terms[t]!, literal.terms[t + 1]!);
        bytes.fill(0, p, p + size);
        p += size;
        record(literal.record, 0);
      }
    }
    return { position: p, recordEnd: r };
  }

  clear(): void {
    this.#literals.clear();
  }
}

/** The same for the same address or number. `word`, `value`: of the record of a term. */
function nameOf({ instances, addresses }: Labels, word: number, value: number): string {
  const kind = word & Record.KIND_MASK;
  const place = kind === Record.ADD || kind === Record.SUBTRACT ? instances[value]! : Instance.PENDING;
  if (place >= 0 || place === Instance.PENDING) return `${value}`;
  const index = (-1 - place) * 2;
  return `=${addresses[index]},${addresses[index + 1]}`;
}

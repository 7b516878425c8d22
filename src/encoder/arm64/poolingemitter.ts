/**
 * The literals of `ldr x0, =value` in what puts leave: each section collects them in a pool. `.ltorg` writes
 * the pool of its section; link finds the others at the ends of their sections, from which the next put takes
 * them away.
 */
import { Emitter } from '../emitter.ts';
import * as Step from '../format/step.ts';
import type { Section } from '../section.ts';
import { LiteralPool, type PoolEnd } from './literalpool.ts';

/** A section that ends in a pool. */
interface ClosedSection {
  readonly section: Section;
  /** Without the pool. */
  readonly position: number;
  readonly recordEnd: number;
  readonly limit: number;
}

export abstract class PoolingEmitter extends Emitter {
  /** The literals that do not stand in the code yet. */
  readonly #pools = new Map<Section, LiteralPool>();
  #closed: ClosedSection[] = [];
  /** Grows when pools are taken away again, by more than they have. */
  #opened = 0;

  override reset(): void {
    this.open();
    super.reset();
    for (const pool of this.#pools.values()) pool.clear();
  }

  override free(): boolean {
    const isFreed = super.free();
    if (isFreed) {
      this.open();
      this.#pools.clear();
    }
    return isFreed;
  }

  override ends(): number {
    return super.ends() + this.#opened;
  }

  /** Writes the pools of literals at the ends of their sections. The next put takes them away. */
  override close(): number {
    this.open();
    for (const [index, section] of this.sections.entries()) {
      const pool = this.#pools.get(section);
      if (pool === undefined || pool.isEmpty) continue;
      const { position, recordEnd } = section;
      section.grow(position, pool.maxBytes, pool.recordWords, 0);
      this.#closed.push({ section, position, recordEnd, limit: section.limit });
      const end = this.writePool(section, index, pool, position, recordEnd);
      section.position = end.position;
      section.recordEnd = end.recordEnd;
      // Puts ask for room.
      section.limit = -1;
    }
    return this.ends();
  }

  /** The same, if the state may change. */
  protected reopen(): void {
    if (this.#closed.length === 0) return;
    this.checkChangeable();
    this.open();
  }

  /** Takes the pools away again. */
  protected open(): void {
    if (this.#closed.length === 0) return;
    for (const { section, position, recordEnd, limit } of this.#closed) {
      section.position = position;
      section.recordEnd = recordEnd;
      section.limit = limit;
      // A layout refers to the records.
      section.records = section.records.slice();
    }
    this.#closed = [];
    this.#opened += 2 ** 40;
  }

  protected poolOf(section: Section): LiteralPool {
    let pool = this.#pools.get(section);
    if (pool === undefined) this.#pools.set(section, (pool = new LiteralPool()));
    return pool;
  }

  /** Makes room for the pool and the chunk, whose records end at `r` so far. */
  protected growForPool(
    section: Section,
    pool: LiteralPool,
    p: number,
    r: number,
    head: number,
    start: number,
  ): void {
    const { recordEnd } = section;
    const { steps } = this.chunks;
    const words = pool.recordWords + steps[head + Step.RECORD_WORDS]!;
    section.recordEnd = r;
    try {
      this.grow(section, p, head, pool.maxBytes, start);
      section.grow(p, 0, words, 0);
    } finally {
      section.recordEnd = recordEnd;
    }
  }

  /** Writes the pool behind the position `p` of a section, whose records end at `r`. There must be room. */
  protected writePool(section: Section, index: number, pool: LiteralPool, p: number, r: number): PoolEnd {
    this.alignment = Math.max(this.alignment, pool.alignment);
    return pool.write(section, index, this.labels, p, r);
  }
}

/**
 * What the statements so far have turned out to be, by their texts: programs repeat themselves, and a
 * statement's text alone decides what becomes of it (in LuaJIT's vm_x64.dasc two thirds of the statements
 * have stood before). An entry is right as long as no define changes; a new type changes a define, too
 * (`#NAME`). Statements with labels of macros depend on the expansion, too: what they were assembled to is
 * not kept.
 */
import type { Assembled } from './actionlist/writer.ts';
import type { Defines } from './directive/define.ts';
import type { Directive } from './directive/directivetable.ts';
import type { Slice } from './text/slice.ts';
import { TextCache } from './text/textcache.ts';

export interface CachedStatement {
  /** The statement with its defines replaced. */
  readonly text: string;
  /**
   * The directive or macro that it turned out to be, with its operands; undefined for others, and if it was
   * never carried out.
   */
  call: { readonly directive: Directive; readonly operands: readonly Slice[] } | undefined;
  /** What it was assembled to; undefined if it was not, or is not to be repeated. */
  assembled: Assembled | undefined;
}

export class StatementCache {
  readonly #defines: Defines;
  readonly #entries = new TextCache<CachedStatement>();
  /** The version of the defines that the entries are right for. */
  #version = 0;

  constructor(defines: Defines) {
    this.#defines = defines;
  }

  /** Forgets all statements. */
  clear(): void {
    this.#entries.clear();
  }

  /** The entry of a statement, a new one if there is none. Throws `FatalError` for recursive defines. */
  lookup(statement: string): CachedStatement {
    const { version } = this.#defines;
    if (version !== this.#version) {
      this.#entries.clear();
      this.#version = version;
    }
    let entry = this.#entries.get(statement);
    if (entry === undefined) {
      const text = this.#defines.substitute(statement);
      entry = { text, call: undefined, assembled: undefined };
      this.#entries.set(statement, entry, text.length);
    }
    return entry;
  }
}

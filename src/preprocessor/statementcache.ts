/**
 * What is known of the statements so far, by their texts: with defines replaced, and what they have turned out to be. Right as long
 * as no define changes; a new type is a define, too (`#NAME`).
 */
import type { Defines } from './directive/define.ts';
import { Memory } from './text/textcache.ts';
import type { Slice } from './text/slice.ts';
import type { Directive } from './text/statement.ts';
import type { Assembled } from './actionlist/writer.ts';

export interface Known {
  /** With its defines replaced. */
  readonly text: string;
  /** The directive or macro that it is, with its operands, … */
  call: { readonly directive: Directive; readonly operands: readonly Slice[] } | undefined;
  /** … or what it was assembled to. */
  assembled: Assembled | undefined;
}

export class KnownStatements {
  readonly #defines: Defines;
  readonly #memory = new Memory<Known>();
  /** The state of the defines that the memory is right for. */
  #version = 0;

  constructor(defines: Defines) {
    this.#defines = defines;
  }

  look(statement: string): Known {
    const { version } = this.#defines;
    if (version !== this.#version) {
      this.#memory.clear();
      this.#version = version;
    }
    let known = this.#memory.get(statement);
    if (known === undefined) {
      const text = this.#defines.substitute(statement);
      known = { text, call: undefined, assembled: undefined };
      this.#memory.set(statement, known, text.length);
    }
    return known;
  }
}

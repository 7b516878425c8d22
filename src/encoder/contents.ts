/**
 * What puts leave in a state, and what they know of its list. The emitter fills it; link, encode, source
 * lines and the messages of errors read it, so that they need not know the state.
 */
import type { Chunks } from './format/chunks.ts';
import type { SourceLine } from './format/status.ts';
import type { Labels } from './label.ts';
import type { Section } from './section.ts';

/** An action list, as far as a state's parts know it; see `ActionList`. */
export interface CodeList {
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
  readonly macroLabels: number;
  /** See `ActionList`. */
  readonly data: readonly number[];
  readonly chunks: Chunks;
  readonly spareSections: Section[];
  readonly spareLabels: Labels[];
  takeSection(): Section;
  sourceOf(offset: number): SourceLine | undefined;
}

export interface Contents {
  readonly list: CodeList;
  /** Addresses have 64 bits. */
  readonly is64Bit: boolean;
  /** By number. */
  readonly sections: readonly Section[];
  readonly labels: Labels;
}

/**
 * What puts leave in a state. The emitter fills it; link, encode, source lines and the messages of errors
 * read it, so that they need not know the state.
 */
import type { ActionList } from './actionlist.ts';
import type { Labels } from './label.ts';
import type { Section } from './section.ts';

export interface Contents {
  readonly list: ActionList;
  /** Addresses have 64 bits. */
  readonly is64Bit: boolean;
  /** By number. */
  readonly sections: readonly Section[];
  readonly labels: Labels;
}

/** What puts leave in a state: link, encode, source lines and the messages of errors read it. */
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

/**
 * What the action lists of an architecture consist of, and what they can hold. An architecture brings its own
 * (`Arch.layout`); the writer and the numbers of labels keep to it.
 */
import type { ListElement } from '../item.ts';

export interface ListLayout {
  readonly element: ListElement;
  /** The largest value of an element. */
  readonly limit: number;
  /** The element that ends a put. */
  readonly stop: number;
  /** Stands in front of an element of the code that would be read as an action, … */
  readonly escape: number;
  /** … which those from `firstAction` to `lastAction` are. */
  readonly firstAction: number;
  readonly lastAction: number;
  /** The elements of an action that only format 2 has; undefined for the others, which are an element. */
  readonly extended: (action: number) => readonly number[] | undefined;
  /** DynASM uses an earlier chunk with the same elements again. */
  readonly sharesChunks: boolean;
  /** The number of the first global label, … */
  readonly firstGlobal: number;
  /** … and how many there can be. */
  readonly maxGlobals: number;
  readonly maxExterns: number;
  readonly globalName: RegExp;
  /** What `globalName` says, in words. */
  readonly globalNameRule: string;
}

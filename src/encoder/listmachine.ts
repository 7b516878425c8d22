/**
 * What an architecture brings to the engine. Labels, sections, links, records of source lines, sums of
 * addresses and copying are the same for all; an action list has the machine of its architecture.
 */
import type { CodeList } from './contents.ts';
import type { Emitter } from './emitter.ts';
import type { Encoder } from './encoder.ts';
import type { Chunks } from './format/chunks.ts';
import type { ActionListDescription, ListLimits } from './format/listdescription.ts';

export interface Machine extends ListLimits {
  /** How a list is read. `lines`: those of the description. */
  readonly readChunks: (description: ActionListDescription, lines: Int32Array) => Chunks;
  /** What an action does. */
  readonly Emitter: new (list: CodeList, sections: number, globals: number) => Emitter;
  /** Which fields are filled in at the end, and how. */
  readonly Encoder: new () => Encoder;
}

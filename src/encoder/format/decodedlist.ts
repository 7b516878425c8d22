/**
 * Decodes a list as the preprocessor has it, for what is made of its steps. Takes the parts of its
 * description; returns its chunks.
 */
import { Arm64Chunks } from './arm64/arm64decoder.ts';
import type { Chunks } from './chunks.ts';
import { DecodedChunks } from './decoder.ts';
import type { Format } from './listdescription.ts';

interface List {
  readonly arch: string;
  readonly actions: readonly number[];
  readonly signed: readonly number[];
  readonly moving: readonly number[];
  /** Triples, as in the description. */
  readonly lines: readonly number[];
}

export function decodeList({ arch, actions, signed, moving, lines }: List, format: Format): Chunks {
  const triples = Int32Array.from(lines);
  return arch === 'arm64'
    ? new Arm64Chunks(Uint32Array.from(actions), format, true, signed, triples, moving)
    : new DecodedChunks(Uint8Array.from(actions), format, arch === 'x64', signed, triples, moving);
}

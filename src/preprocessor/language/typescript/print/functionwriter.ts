/**
 * Writes the function for a chunk. Takes the decoded chunks of a list of any architecture and the start of
 * one; returns the text of a TypeScript function, or nothing where the generic put has to do it.
 */
import type { Chunks } from '../../../../encoder/format/chunks.ts';
import { StepReader } from '../../../../encoder/format/stepreader.ts';
import { Arm64ChunkWriter } from './arm64chunkwriter.ts';
import { type ChunkFunction, UnsupportedChunkError } from './chunkwriter.ts';
import { X86ChunkWriter } from './x86chunkwriter.ts';

/**
 * Writes the function `name` for the chunk at `start` of the list. Returns undefined where the generic put
 * has to do it. `encoder` is the namespace of `dynasm/encoder`.
 */
export function writeFunction(
  name: string,
  chunks: Chunks,
  start: number,
  encoder: string,
): ChunkFunction | undefined {
  const reader = new StepReader(chunks, start);
  const { actions } = chunks;
  const writer =
    actions instanceof Uint32Array
      ? new Arm64ChunkWriter(start, encoder, actions)
      : new X86ChunkWriter(start, encoder);
  try {
    return writer.write(name, reader);
  } catch (error) {
    if (error instanceof UnsupportedChunkError) return undefined;
    throw error;
  }
}

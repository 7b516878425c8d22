/**
 * Outputs that are not files: what takes the output of a translation piece by piece, and streams. A piece is
 * a line with its end; streams get the bytes of the whole output, as a file would.
 */
import { fromByteString } from './encoding.ts';
import type { Outcome, Translation } from './translation.ts';

/** Takes pieces of the output. What `write` returns is waited for if it is a promise. */
export interface PieceSink {
  write(piece: string): unknown;
}

/** A stream of Node's that can be written. */
export interface NodeSink {
  write(bytes: Uint8Array, done: (error?: Error | null) => void): unknown;
  once(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/** A `WritableStream`. */
export interface WebSink {
  getWriter(): { write(bytes: Uint8Array): Promise<unknown>; releaseLock(): void };
}

export type Sink = PieceSink | NodeSink | WebSink;

/** Where the output of a translation goes: the path of a file, a stream, or a function that takes lines. */
export type Output = string | Sink;

export function isSink(value: unknown): value is Sink {
  return isPieceSink(value) || hasMethod(value, 'getWriter');
}

export function isPieceSink(value: unknown): value is PieceSink {
  return hasMethod(value, 'write');
}

function hasMethod(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}

/** The lines of the output, with their ends. */
export function linesOf({ code }: Translation): readonly string[] {
  return code.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The translation whose code people read. */
export function asText(outcome: Outcome & Translation): Translation {
  const { code, encoding, missing: _missing, ...others } = outcome;
  return { code: encoding === 'latin1' ? fromByteString(code) : code, ...others };
}

/**
 * Writes the output to `sink`, which stays open.
 *
 * @throws what the sink throws, or the stream's error
 */
export async function writeToSink(sink: Sink, outcome: Outcome & Translation): Promise<void> {
  const bytes = (): Uint8Array => Buffer.from(outcome.code, outcome.encoding);
  if ('getWriter' in sink) {
    const writer = sink.getWriter();
    try {
      await writer.write(bytes());
    } finally {
      writer.releaseLock();
    }
  } else if (isNodeSink(sink)) await writeToStream(sink, bytes());
  else for (const line of linesOf(asText(outcome))) await sink.write(line);
}

function isNodeSink(sink: PieceSink | NodeSink): sink is NodeSink {
  return hasMethod(sink, 'once') && hasMethod(sink, 'off');
}

function writeToStream(stream: NodeSink, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    // A stream reports an error twice; the event kills a process that does not listen.
    stream.once('error', reject);
    stream.write(bytes, error => {
      if (error) return reject(error);
      stream.off('error', reject);
      resolve();
    });
  });
}

/**
 * Reads and writes standard input, output and error as bytes, at once and to the end: if that fails there is
 * an exception, not an event. (Loading Node's streams would also take a part of the start-up time.)
 */
import { readSync, writeSync } from 'node:fs';

const CHUNK = 1 << 16;

/** @throws an error of the file system whose path is `standard input` */
export function readStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = patiently('standard input', () => readSync(0, chunk));
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
  }
}

/** @throws an error of the file system whose path is `standard output` */
export function writeStandardOutput(data: string | Buffer): void {
  write(1, 'standard output', data);
}

/** Text that cannot be written there is lost: nobody reads it. */
export function writeStandardError(data: string | Buffer): void {
  try {
    write(2, 'standard error', data);
  } catch {
    // The exit status says that there were errors.
  }
}

function write(stream: number, name: string, data: string | Buffer): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let at = 0; at < bytes.length;) at += patiently(name, () => writeSync(stream, bytes, at));
}

/**
 * Repeats `action` while a pipe that does not block is not ready. Other errors get the stream's name for a
 * path.
 */
function patiently(name: string, action: () => number): number {
  for (;;) {
    try {
      return action();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw Object.assign(error as Error, { path: name });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

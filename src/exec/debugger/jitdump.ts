/**
 * Code for `perf inject --jit`, which makes a file of each function, with its bytes and source lines. Takes
 * code that has been built; appends records to a file, whose format is in Linux,
 * tools/perf/Documentation/jitdump-specification.txt.
 *
 * perf finds the file since the process has it mapped to be executed, and knows it by its name. Each thread
 * has one of its own in a folder of its own, where nobody else writes.
 */
import { mkdtempSync, openSync, readlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { hrtime, pid } from 'node:process';
import { libraries } from '../library.ts';
import { hostArch } from '../process.ts';
import type { NewCode, Tool } from './newcode.ts';
import { ByteWriter } from '../elf/bytewriter.ts';
import { namedParts } from './namedpart.ts';

/** "JiTD" */
const MAGIC = 0x4a_69_54_44;
const VERSION = 1;
const HEADER_BYTES = 40;
/** elf.h: EM_X86_64, EM_386. */
const MACHINE = hostArch === 'x64' ? 62 : hostArch === 'arm64' ? 183 : 3;

const JIT_CODE_LOAD = 0;
const JIT_CODE_DEBUG_INFO = 2;
const JIT_CODE_CLOSE = 3;
const RECORD_HEADER_BYTES = 16;

// sys/mman.h
const PROT_READ = 1;
const PROT_EXEC = 4;
const MAP_PRIVATE = 2;

/** @throws {Error} if the file cannot be written, or cannot be mapped to be executed */
export function openJitdump(): Tool {
  const path = join(mkdtempSync(join(tmpdir(), 'dynasm-jit-')), `jit-${pid}.dump`);
  const file = openSync(path, 'wx+', 0o600);
  const header = new ByteWriter();
  header.u32(MAGIC).u32(VERSION).u32(HEADER_BYTES).u32(MACHINE).u32(0);
  header.u32(pid).u64(hrtime.bigint()).u64(0);
  writeSync(file, header.take());
  announceFile(file, path);
  process.once('exit', () => {
    writeSync(file, record(JIT_CODE_CLOSE, new Uint8Array(0)));
  });
  const thread = threadNumber();
  let index = 0;
  return code => {
    /** Of the line that the part begins in. */
    let first = 0;
    for (const part of namedParts(code)) {
      while ((code.lines[first + 1]?.offset ?? Infinity) <= part.start) first++;
      const lines = linesOf(code, first, part.start, part.end);
      if (lines !== undefined) writeSync(file, record(JIT_CODE_DEBUG_INFO, lines));
      const address = code.address + BigInt(part.start);
      const load = new ByteWriter().u32(pid).u32(thread).u64(address).u64(address);
      load
        .u64(part.end - part.start)
        .u64(index++)
        .text(part.name);
      load.bytes(code.bytes.subarray(part.start, part.end));
      writeSync(file, record(JIT_CODE_LOAD, load.take()));
    }
    return undefined;
  };
}

function record(id: number, content: Uint8Array): Uint8Array {
  const size = RECORD_HEADER_BYTES + content.length;
  // CLOCK_MONOTONIC, as `perf record -k 1`.
  return new ByteWriter().u32(id).u32(size).u64(hrtime.bigint()).bytes(content).take();
}

/** The lines of the code between two offsets, from the first one on; undefined if it has none. */
function linesOf(
  { address, lines }: NewCode,
  first: number,
  start: number,
  end: number,
): Uint8Array | undefined {
  let behind = first;
  while ((lines[behind]?.offset ?? Infinity) < end) behind++;
  if (behind === first) return undefined;
  const entries = new ByteWriter().u64(address + BigInt(start)).u64(behind - first);
  for (const { offset, file, line } of lines.slice(first, behind)) {
    entries
      .u64(address + BigInt(Math.max(offset, start)))
      .u32(line)
      .u32(0)
      .text(file);
  }
  return entries.take();
}

/** Maps the file to be executed, which `perf record` notices. The mapping stays. */
function announceFile(file: number, path: string): void {
  const [library] = libraries();
  const mmap: ((...args: unknown[]) => bigint | null) | undefined = library?.func(
    'void *mmap(void *, size_t, int, int, int, long)',
  );
  const address = mmap?.(null, HEADER_BYTES, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0) ?? -1n;
  if (BigInt.asIntN(64, address) === -1n || address === 2n ** 32n - 1n) {
    throw new Error(
      `DYNASM_JITDUMP: ${path} cannot be mapped to be executed; TMPDIR may name a folder on another disk`,
    );
  }
}

/** The system's number of this thread. */
function threadNumber(): number {
  return Number(readlinkSync('/proc/thread-self').replace(/^.*\//, ''));
}

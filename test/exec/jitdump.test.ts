/** The jitdump for `perf inject`: its format, as a reader that follows perf's specification sees it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from '../packagefolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dynasm-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Printed {
  readonly pid: number;
  readonly started: string;
  readonly ended: string;
  readonly address: string;
  readonly codes: readonly (readonly number[])[];
  readonly maps: string;
}

/** Runs a program, which prints JSON, with the built package. Returns that and the dumps that it leaves. */
function run(program: string): { printed: Printed; dumps: Buffer[] } {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder, DYNASM_JITDUMP: '1' },
  });
  expect(stderr).toBe('');
  const printed = JSON.parse(stdout) as Printed;
  const dumps = readdirSync(folder).map(name => {
    expect(statSync(join(folder, name)).mode & 0o77).toBe(0);
    return readFileSync(join(folder, name, `jit-${printed.pid}.dump`));
  });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  return { printed, dumps };
}

/** Reads numbers and texts from a place on. */
class Reader {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at === this.#bytes.length;
  }

  u32(): number {
    this.at += 4;
    return this.#bytes.readUInt32LE(this.at - 4);
  }

  u64(): bigint {
    this.at += 8;
    return this.#bytes.readBigUInt64LE(this.at - 8);
  }

  text(): string {
    const end = this.#bytes.indexOf(0, this.at);
    const text = this.#bytes.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  take(size: number): Buffer {
    this.at += size;
    return this.#bytes.subarray(this.at - size, this.at);
  }
}

interface Header {
  readonly magic: number;
  readonly version: number;
  readonly size: number;
  readonly machine: number;
  readonly pid: number;
  readonly time: bigint;
  readonly flags: bigint;
}

function readDump(dump: Buffer): {
  header: Header;
  records: { id: number; time: bigint; content: Buffer }[];
} {
  const reader = new Reader(dump);
  const [magic, version, size, machine] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()];
  reader.u32();
  const header = {
    magic,
    version,
    size,
    machine,
    pid: reader.u32(),
    time: reader.u64(),
    flags: reader.u64(),
  };
  expect(reader.at).toBe(size);
  const records = [];
  while (!reader.isAtEnd) {
    const [id, bytes, time] = [reader.u32(), reader.u32(), reader.u64()];
    records.push({ id, time, content: reader.take(bytes - 16) });
  }
  return { header, records };
}

function readLoad(content: Buffer) {
  const reader = new Reader(content);
  const [pid, thread, start, address] = [reader.u32(), reader.u32(), reader.u64(), reader.u64()];
  const [size, index, name] = [Number(reader.u64()), Number(reader.u64()), reader.text()];
  const bytes = [...reader.take(size)];
  expect(reader.isAtEnd).toBe(true);
  return { pid, thread, start, address, index, name, bytes };
}

function readLines(content: Buffer) {
  const reader = new Reader(content);
  const start = reader.u64();
  const lines = Array.from({ length: Number(reader.u64()) }, () => {
    const [address, line, column, file] = [reader.u64(), reader.u32(), reader.u32(), reader.text()];
    return { offset: Number(address - start), line, column, file };
  });
  expect(reader.isAtEnd).toBe(true);
  return { start, lines };
}

const [LOAD, LINES, CLOSE] = [0, 2, 3];

test('each part of the code has a record of its lines, and then one of its bytes', () => {
  const { printed, dumps } = run(`import { actionList } from 'dynasm/encoder';
import { dasm } from 'dynasm/exec';
const actions = actionList({
  format: 1, arch: 'x64', globals: ['a', 'b', 'empty'], id: 'the list', files: ['one.dast', '/two.dast'],
  // nop; ->a: nop; nop; ->b: ret; ->empty:
  actions: [0x90, 248, 10, 0x90, 0x90, 248, 11, 0xc3, 248, 12, 255], lines: [0, 0, 1, 3, 0, 2, 4, 1, 2], // b begins in a line
});
const started = process.hrtime.bigint();
const Dst = dasm.new(actions);
Dst.put(0);
const first = Dst.build();
const raw = dasm.new([0x90, 0xc3, 255], { arch: 'x64' });
raw.put(0);
const second = raw.build();
const ended = process.hrtime.bigint();
console.log(JSON.stringify({
  pid: process.pid, started: String(started), ended: String(ended), address: String(first.address),
  codes: [[...first.bytes], [...second.bytes]],
}));`);
  expect(dumps).toHaveLength(1);
  const { header, records } = readDump(dumps[0]!);
  const { pid } = printed;
  expect(header).toEqual({
    magic: 0x4a695444,
    version: 1,
    size: 40,
    machine: process.arch === 'x64' ? 62 : 3,
    pid,
    time: expect.any(BigInt),
    flags: 0n,
  });
  expect(records.map(({ id }) => id)).toEqual([LINES, LOAD, LINES, LOAD, LINES, LOAD, LOAD, CLOSE]);
  const times = [BigInt(printed.started), header.time, ...records.slice(0, -1).map(({ time }) => time)];
  expect([...times, BigInt(printed.ended), records.at(-1)!.time]).toEqual(
    [...times, BigInt(printed.ended), records.at(-1)!.time].toSorted((a, b) => Number(a - b)),
  );
  const loads = records.filter(({ id }) => id === LOAD).map(({ content }) => readLoad(content));
  expect(loads.map(({ name, bytes, index }) => ({ name, bytes, index }))).toEqual([
    { name: 'the list', bytes: [0x90], index: 0 },
    { name: 'a', bytes: [0x90, 0x90], index: 1 },
    { name: 'b', bytes: [0xc3], index: 2 },
    { name: 'action list', bytes: [0x90, 0xc3], index: 3 },
  ]);
  expect(loads.flatMap(({ bytes }) => bytes)).toEqual(printed.codes.flat());
  // Of the first thread, whose number is the process's.
  expect(new Set(loads.map(load => load.pid))).toEqual(new Set([pid]));
  expect(new Set(loads.map(({ thread }) => thread))).toEqual(new Set([pid]));
  const address = BigInt(printed.address);
  expect(loads.slice(0, 3).map(({ start }) => start - address)).toEqual([0n, 1n, 3n]);
  expect(loads.map(load => load.address)).toEqual(loads.map(({ start }) => start));
  expect(records.filter(({ id }) => id === LINES).map(({ content }) => readLines(content))).toEqual([
    { start: address, lines: [{ offset: 0, line: 1, column: 0, file: 'one.dast' }] },
    {
      start: address + 1n,
      lines: [
        { offset: 0, line: 2, column: 0, file: 'one.dast' },
        { offset: 1, line: 2, column: 0, file: '/two.dast' },
      ],
    },
    { start: address + 3n, lines: [{ offset: 0, line: 2, column: 0, file: '/two.dast' }] },
  ]);
});

test('each thread has a dump of its own, which it has mapped', () => {
  const { printed, dumps } = run(`import { Worker } from 'node:worker_threads';
import { asm } from 'dynasm';
import { readFileSync } from 'node:fs';
asm.x64\`nop; ret\`.build();
const program = \`import('dynasm').then(({ asm }) => { asm.x64\\\`ret\\\`.build(); });\`;
new Worker(program, { eval: true }).on('exit', () => {
  console.log(JSON.stringify({ pid: process.pid, maps: readFileSync('/proc/self/maps', 'utf8') }));
});`);
  expect(dumps).toHaveLength(2);
  const threads = dumps.map(dump => {
    const { records } = readDump(dump);
    expect(records.at(-1)!.id).toBe(CLOSE);
    return readLoad(records.find(({ id }) => id === LOAD)!.content);
  });
  expect(threads.map(({ bytes }) => bytes.length).toSorted((a, b) => a - b)).toEqual([1, 2]);
  const numbers = threads.map(({ thread }) => thread);
  expect(numbers).toContain(printed.pid);
  expect(new Set(numbers).size).toBe(2);
  const mapped = printed.maps.split('\n').filter(line => line.includes(`/jit-${printed.pid}.dump`));
  expect(mapped.map(line => line.split(' ')[1])).toEqual(['r-xp', 'r-xp']);
});

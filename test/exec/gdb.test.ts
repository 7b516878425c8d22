/**
 * What gdb is told of code, as a reader that follows GDB's manual ("JIT Compilation Interface"), ELF and
 * DWARF sees it in the memory of the process. test/tools/debuggers.ts has gdb itself.
 */
import { spawnSync } from 'node:child_process';
import { expect } from '@jest/globals';
import { root } from '../packagefolder.ts';
import { isLinux, isX64, testIf } from './host.ts';

const gdbTest = testIf(isLinux && isX64, 'gdb is told on Linux x64');

/** What programs use: `files` reads all files that gdb would, and checks the links of the list. */
const READER = `import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
const koffi = createRequire('${root}/')('koffi');
export function libraries() {
  return readdirSync('/proc/self/fd').map(n => '/proc/' + process.pid + '/fd/' + n).filter(path => {
    try { return readlinkSync(path).startsWith('/memfd:dynasm-gdb'); } catch { return false; }
  });
}
export function files(library = libraries()[0]) {
  const at = koffi.load(library).symbol('__jit_debug_descriptor');
  const words = (address, n) => new BigUint64Array(koffi.view(address, 8 * n));
  const [action, relevant, first] = words(at, 3);
  const found = [];
  for (let entry = first, before = 0n; entry !== 0n;) {
    const [next, previous, file, size] = words(entry, 4);
    if (previous !== before) throw new Error('a wrong link');
    found.push(Buffer.from(koffi.view(file, Number(size))).toString('base64'));
    before = entry;
    entry = next;
  }
  return { version: Number(action & 0xffffffffn), action: Number(action >> 32n), found };
}
`;

function run(program: string): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--input-type=module', '-e', READER + program],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DYNASM_GDB: '1' },
    },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

interface Section {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly size: number;
  readonly bytes: Buffer;
}

/** The sections of a file in ELF. */
function sectionsOf(file: Buffer): Section[] {
  expect(file.subarray(0, 7)).toEqual(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]));
  expect(file.readUInt16LE(18)).toBe(62);
  const start = Number(file.readBigUInt64LE(40));
  const count = file.readUInt16LE(60);
  const headers = Array.from({ length: count }, (_, i) =>
    file.subarray(start + 64 * i, start + 64 * (i + 1)),
  );
  const contentOf = (header: Buffer): Buffer => {
    const [offset, size] = [Number(header.readBigUInt64LE(24)), Number(header.readBigUInt64LE(32))];
    expect(header.readUInt32LE(4) === 8 ? 0 : offset + size).toBeLessThanOrEqual(file.length);
    return file.subarray(offset, offset + size);
  };
  const names = contentOf(headers[file.readUInt16LE(62)]!);
  return headers.map(header => ({
    name: textAt(names, header.readUInt32LE(0)),
    type: header.readUInt32LE(4),
    flags: Number(header.readBigUInt64LE(8)),
    address: header.readBigUInt64LE(16),
    size: Number(header.readBigUInt64LE(32)),
    bytes: contentOf(header),
  }));
}

function textAt(bytes: Buffer, offset: number): string {
  return bytes.toString('utf8', offset, bytes.indexOf(0, offset));
}

interface File {
  readonly text: Section;
  readonly symbols: readonly { readonly name: string; readonly address: bigint; readonly size: number }[];
  readonly lines: readonly string[] | undefined;
}

function read(base64: string): File {
  const sections = sectionsOf(Buffer.from(base64, 'base64'));
  const find = (name: string): Section | undefined => sections.find(section => section.name === name);
  const table = find('.symtab')!.bytes;
  const symbols = Array.from({ length: table.length / 24 - 1 }, (_, i) => {
    const symbol = table.subarray(24 * (i + 1));
    // Global functions of the first section.
    expect([symbol[4], symbol.readUInt16LE(6)]).toEqual([0x12, 1]);
    const name = textAt(find('.strtab')!.bytes, symbol.readUInt32LE(0));
    return { name, address: symbol.readBigUInt64LE(8), size: Number(symbol.readBigUInt64LE(16)) };
  });
  const lines = find('.debug_line');
  expect(find('.debug_info') === undefined).toBe(lines === undefined);
  const text = find('.text')!;
  return { text, symbols, lines: lines && linesOf(lines.bytes, text.address) };
}

/** What a table of lines says: `offset file:line` for each row, and the offset of the end. */
function linesOf(table: Buffer, base: bigint): string[] {
  let at = 0;
  const uleb = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = table[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const sleb = (): number => {
    for (let value = 0, shift = 0; ;) {
      const byte = table[at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return byte & 0x40 ? value | (-1 << shift) : value;
    }
  };
  expect(table.readUInt32LE(0)).toBe(table.length - 4);
  expect(table.readUInt16LE(4)).toBe(4);
  const program = 10 + table.readUInt32LE(6);
  const opcodes = table[15]!;
  at = 16 + opcodes - 1;
  expect(table[at++]).toBe(0);
  const files: string[] = [''];
  while (table[at] !== 0) {
    files.push(textAt(table, at));
    at = table.indexOf(0, at) + 1;
    expect([uleb(), uleb(), uleb()]).toEqual([0, 0, 0]);
  }
  expect(++at).toBe(program);
  const rows: string[] = [];
  let [address, file, line] = [0n, 1, 1];
  while (at < table.length) {
    const opcode = table[at++]!;
    if (opcode === 0) {
      const size = uleb();
      const extended = table[at]!;
      if (extended === 2) address = table.readBigUInt64LE(at + 1);
      else {
        expect(extended).toBe(1);
        rows.push(`${address - base} end`);
      }
      at += size;
    } else if (opcode === 1) rows.push(`${address - base} ${files[file]}:${line}`);
    else if (opcode === 2) address += BigInt(uleb());
    else if (opcode === 3) line += sleb();
    else if (opcode === 4) file = uleb();
    else throw new Error(`opcode ${opcode}`);
  }
  return rows;
}

interface List {
  readonly version: number;
  readonly action: number;
  readonly found: readonly string[];
}

gdbTest('a file in memory has names and lines of the code', () => {
  const { list, address, raw } = run(`
import { actionList } from 'dynasm/encoder';
import { dasm } from 'dynasm/exec';
const actions = actionList({
  format: 1, arch: 'x64', globals: ['a', 'b'], id: 'the list', files: ['one.dast', '/two/ü.dast'],
  // nop; ->a: nop; nop; ->b: 200 bytes
  actions: [0x90, 248, 10, 0x90, 0x90, 248, 11, ...Array(200).fill(0x90), 255],
  lines: [0, 0, 70000, 3, 0, 2, 4, 1, 2, 7, 1, 3, 180, 0, 200],
});
const Dst = dasm.new(actions);
Dst.put(0);
const code = Dst.build();
const raw = dasm.new([0x90, 0xc3, 255], { arch: 'x64' });
raw.put(0);
const second = raw.build();
console.log(JSON.stringify({ list: files(), address: String(code.address), raw: String(second.address) }));
`) as { list: List; address: string; raw: string };
  const base = BigInt(address);
  expect({ ...list, found: [] }).toEqual({ version: 1, action: 1, found: [] });
  const [second, first] = list.found.map(read);
  expect([first!.text.address, first!.text.size, first!.text.type]).toEqual([base, 203, 8]);
  expect(first!.symbols).toEqual([
    { name: 'the list', address: base, size: 1 },
    { name: 'a', address: base + 1n, size: 2 },
    { name: 'b', address: base + 3n, size: 200 },
  ]);
  expect(first!.lines).toEqual([
    '0 one.dast:70000',
    '1 one.dast:2',
    '2 /two/ü.dast:2',
    '3 /two/ü.dast:3',
    '176 one.dast:200',
    '203 end',
  ]);
  expect(second!.symbols).toEqual([{ name: 'action list', address: BigInt(raw), size: 2 }]);
  expect(second!.lines).toBe(undefined);
});

gdbTest('the list has what is alive, in whatever order code is freed', () => {
  const counts = run(`
import { asm } from 'dynasm';
const counts = [];
const codes = Array.from({ length: 5 }, () => asm.x64\`nop; ret\`.build());
counts.push(files().found.length);
for (const index of [2, 0, 4]) {
  codes[index].free();
  counts.push(files().found.length, files().action);
}
codes.length = 0;
for (let round = 0; round < 10 && files().found.length > 0; round++) {
  await new Promise(resolve => setTimeout(resolve));
  gc();
}
counts.push(files().found.length);
asm.x64\`ret\`.build();
counts.push(files().found.length);
console.log(JSON.stringify(counts));
`);
  expect(counts).toEqual([5, 4, 2, 3, 2, 2, 2, 0, 1]);
});

gdbTest('each thread has a list of its own, which is empty when the thread has ended', () => {
  const counts = run(`
import { Worker } from 'node:worker_threads';
import { asm } from 'dynasm';
globalThis.kept = asm.x64\`nop; ret\`.build();
const program = \`Promise.all([import('dynasm'), import('node:worker_threads')]).then(([{ asm }, { parentPort }]) => {
  globalThis.kept = [asm.x64\\\`ret\\\`.build(), asm.x64\\\`ret\\\`.build()];
  parentPort.on('message', () => process.exit()).postMessage('');
});\`;
const worker = new Worker(program, { eval: true });
worker.on('message', () => {
  const during = libraries().map(library => files(library).found.length);
  worker.on('exit', () => {
    console.log(JSON.stringify({ during, after: libraries().map(library => files(library).found.length) }));
  });
  worker.postMessage('');
});
`) as { during: number[]; after: number[] };
  expect(counts.during.toSorted((a, b) => a - b)).toEqual([1, 2]);
  expect(counts.after.toSorted((a, b) => a - b)).toEqual([0, 1]);
});

gdbTest('the library has no memory that is writable and executable, and leaves the stack as it is', () => {
  const maps = run(`
import { asm } from 'dynasm';
asm.x64\`ret\`.build();
console.log(JSON.stringify(readFileSync('/proc/self/maps', 'utf8').split('\\n')));
`) as string[];
  const access = (pattern: RegExp): (string | undefined)[] =>
    maps.filter(line => pattern.test(line)).map(line => line.split(' ')[1]);
  expect(access(/memfd:dynasm-gdb/)).toEqual(['r-xp', 'rw-p']);
  expect(access(/\[stack\]/)).toEqual(['rw-p']);
});

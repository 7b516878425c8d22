/** What libgcc's unwinder does with generated code: for `backtrace()`, and for exceptions of C++. */
import { spawnSync } from 'node:child_process';
import { expect } from '@jest/globals';
import { root } from '../packagefolder.ts';
import { isLinux, isX64, testIf } from './host.ts';

const unwindTest = testIf(isLinux && isX64, 'libgcc is told on Linux x64');

/** What programs use: `trace` says in what the addresses of a backtrace lie, up to koffi. */
const PRELUDE = `import { asm, dasm } from 'dynasm';
import { readFileSync } from 'node:fs';
const addresses = new BigUint64Array(100);
const at = dasm.address(addresses);
function trace(count, codes) {
  const maps = readFileSync('/proc/self/maps', 'utf8').split('\\n').map(line => {
    const [start, end] = line.match(/^([0-9a-f]+)-([0-9a-f]+)/)?.slice(1).map(word => BigInt('0x' + word)) ?? [0n, 0n];
    return { start, end, file: line.split(/ +/)[5] ?? '' };
  });
  const shown = [];
  for (const address of addresses.subarray(0, count)) {
    const name = Object.keys(codes).find(name => codes[name].address < address && address <= codes[name].address + BigInt(codes[name].size));
    const file = maps.find(({ start, end }) => start <= address && address < end)?.file ?? 'nothing';
    shown.push(name ?? (file === '' ? 'entry' : file.replace(/.*\\//, '')));
    if (/^(koffi.node|node)$/.test(shown.at(-1))) break;
  }
  return shown;
}
`;

function run(program: string, env: Readonly<Record<string, string>> = { DYNASM_UNWIND: '1' }): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--input-type=module', '-e', PRELUDE + program],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Code that calls `backtrace` in a frame with so many registers, and with so many bytes. */
const FRAMES = `const Dst = dasm.new();
Dst.asm\`
  .include <dynasm/abi>
  ->f0:
  .prologue 0
  .ccall extern backtrace, CARG1, CARG2
  .epilogue 0
  ->f1:
  .prologue 1
  call ->f0
  .epilogue 1
  ->f2:
  .prologue 2, 0x1000
  call ->f1
  .epilogue 2
  ->f3:
  .prologue 3
  call ->f2
  .epilogue 3
  ->f4:
  .prologue 4, 40
  call ->f3
  .epilogue 4
  ->f5:
  .prologue 5
  call ->f4
  .epilogue 5\`;
const code = Dst.build();
`;

unwindTest('it goes through frames of the macros, and on through the entry', () => {
  const program = `${FRAMES}
const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
const { symbols } = code;
console.log(JSON.stringify(names.map(name => {
  const codes = Object.fromEntries(symbols.map(({ name, address, offset }, index) => {
    return [name, { address, size: (symbols[index + 1]?.offset ?? code.size) - offset }];
  }));
  return trace(code.cast('int (void *, int64_t)', name)(addresses, 100n), codes);
})));`;
  const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
  expect(run(program)).toEqual(
    names.map((_, index) => [...names.slice(0, index + 1), 'entry', 'koffi.node']),
  );
  // Without the variable it ends where it begins.
  expect(run(program, {})).toEqual(names.map(() => ['f0']));
});

unwindTest('it goes through calls that are nested, each with its own frame of the entry', () => {
  // The entry begins a page. It calls again what it has called.
  const program = `
const code = asm\`
  .include <dynasm/abi>
  .prologue 2
  mov CSAVE1, CARG1
  mov CSAVE2, CARG2
  test CARG1, CARG1
  jz >1
  mov rax, [rbp+8]
  and rax, -4096
  lea CARG1, [CSAVE1-1]
  call rax
  .epilogue 2
  1:
  .ccall extern backtrace, CSAVE2, 100
  .epilogue 2\`.build();
const call = code.cast('int (int64_t, void *)');
console.log(JSON.stringify([0n, 1n, 4n].map(depth => trace(call(depth, at), { code }))));`;
  const level = ['code', 'entry'];
  expect(run(program)).toEqual(
    [1, 2, 5].map(levels => [...Array.from({ length: levels }, () => level).flat(), 'entry', 'koffi.node']),
  );
});

unwindTest('it goes through direct calls', () => {
  const program = `
const code = asm\`
  .include <dynasm/abi>
  .prologue 0
  test CARG1, CARG1
  jz >1
  .ccall extern backtrace, CARG1, 100
  1:
  .epilogue 0\`.build();
const call = code.cast('int (void *)');
console.log(JSON.stringify(trace(call(at), { code })));`;
  expect(run(program)).toEqual(['code', 'entry', 'entry', 'koffi.node']);
  expect(run(program, { DYNASM_UNWIND: '1', DYNASM_FAULTS: 'off' })).toEqual(['code', 'entry', 'koffi.node']);
});

unwindTest('it goes through the loop of batch calls, and without the guard', () => {
  const program = `
const code = asm\`
  .include <dynasm/abi>
  .prologue 0
  .ccall extern backtrace, CARG1, 100
  .epilogue 0\`.build();
const counts = code.map('int (void *)')(new Int32Array(2), at);
console.log(JSON.stringify([...counts].map(count => trace(count, { code }))));`;
  expect(run(program, { DYNASM_UNWIND: '1', DYNASM_FAULTS: 'off' })).toEqual(
    // (The loop is in the same pages as other code.)
    [1, 2].map(() => ['code', 'entry', 'entry', 'koffi.node']),
  );
  expect(run(program)).toEqual([1, 2].map(() => ['code', 'entry', 'entry', 'entry', 'koffi.node']));
});

unwindTest('exceptions of C++ go through frames', () => {
  const program = `
const koffi = dasm.koffi();
const cpp = koffi.load('libstdc++.so.6');
const text = Buffer.from('thrown below generated code\\0');
const overflow = asm\`
  .include <dynasm/abi>
  .prologue 2
  mov64 CARG1, &\${text}
  mov64 rax, &\${cpp.symbol('_ZSt20__throw_out_of_rangePKc')}
  call rax
  .epilogue 2\`.build();
// A std::streambuf: the address of a table of its functions, which are generated code; null pointers.
const table = new BigUint64Array(14).fill(overflow.address);
const buffer = new BigUint64Array(8);
buffer[0] = dasm.address(table);
// std::cout: in the executable or in the library. Its base std::ios lies behind it, as its table says.
const cout = [koffi.load(null), cpp].map(library => library.symbol('_ZSt4cout')).find(at => koffi.decode(at, 'void *') !== null);
const ios = cout + BigInt(koffi.decode(koffi.decode(cout, 'void *') - 24n, 'int64_t'));
dasm.cast(cpp.symbol('_ZNSt9basic_iosIcSt11char_traitsIcEE5rdbufEPSt15basic_streambufIcS1_E'), 'void *(void *, void *)')(ios, buffer);
const state = () => koffi.decode(ios + 32n, 'int');
const before = state();
// \`std::ostream::put\` catches what is thrown, and sets badbit.
dasm.cast(cpp.symbol('_ZNSo3putEc'), 'void *(void *, char)')(cout, 65);
console.log(JSON.stringify([before, state()]));`;
  expect(run(program)).toEqual([0, 1]);
});

unwindTest('tables go with their code, by free, by garbage collection and with a worker', () => {
  const program = `import { Worker } from 'node:worker_threads';
const source = 'push rbp; mov rbp, rsp; push rbx; push rbx\\n';
const traces = new Set();
for (let round = 0; round < 300; round++) {
  const Dst = dasm.new();
  for (let i = 0; i < round % 7; i++) Dst.asm\`nop\`;
  Dst.asm\`
    push rbp; mov rbp, rsp
    call extern backtrace
    leave; ret\`;
  const code = Dst.build();
  traces.add(trace(code.cast('int (void *, int)')(addresses, 100), { code }).join());
  if (round % 3 > 0) code.free();
  if (round % 50 === 0) {
    gc();
    await new Promise(resolve => setTimeout(resolve));
  }
}
const worker = new Worker(\`Promise.all([import('dynasm'), import('node:worker_threads')]).then(([{ asm }, { parentPort }]) => {
  const call = asm\\\`
    push rbp; mov rbp, rsp
    call extern backtrace
    leave; ret\\\`.cast('int (void *, int)');
  parentPort.postMessage(call(new BigUint64Array(100), 100));
});\`, { eval: true });
worker.once('message', count => {
  traces.add(String(count > 3));
  worker.once('exit', () => console.log(JSON.stringify([...traces])));
});`;
  expect(run(program)).toEqual(['code,entry,koffi.node', 'true']);
});

/** Faults in generated code become exceptions, on Linux x64. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { dasm, FaultError } from '../../src/exec/index.ts';
import { asm } from '../../src/index.ts';
import { dynasm, root } from '../packagefolder.ts';

/** What a call throws. */
function faultOf(call: () => unknown): FaultError {
  try {
    call();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const INTEGER = 'int64_t (int64_t)';

interface Case {
  readonly name: string;
  readonly f: (x: bigint) => unknown;
  readonly argument?: bigint;
  readonly signal: string;
  readonly message: RegExp;
}

const read = asm.x64`mov rax, [rdi]; ret`.cast(INTEGER);
const CASES: readonly Case[] = [
  {
    name: 'a null read',
    f: read,
    signal: 'SIGSEGV',
    message: /a read of address 0x0, a null pointer; at offset 0x0/,
  },
  {
    name: 'a write',
    f: asm.x64`nop; mov qword [rdi], 1; ret`.cast(INTEGER),
    argument: 16n,
    signal: 'SIGSEGV',
    message: /a write of address 0x10, a null pointer; at offset 0x1: mov qword \[rdi\], 1$/,
  },
  {
    name: 'an address that is not canonical',
    f: read,
    argument: -0x7000_0000_0000_0000n,
    signal: 'SIGSEGV',
    message: /an address that is not canonical/,
  },
  {
    name: 'an undefined instruction',
    f: asm.x64`ud2; ret`.cast(INTEGER),
    signal: 'SIGILL',
    message: /: ud2$/,
  },
  {
    name: 'a privileged instruction',
    f: asm.x64`.byte 0xf4`.cast(INTEGER),
    signal: 'SIGSEGV',
    message: /an instruction that programs may not use.*: hlt$/,
  },
  {
    name: 'a division by zero',
    f: asm.x64`mov rax, rdi; cqo; xor ecx, ecx; idiv rcx; ret`.cast(INTEGER),
    signal: 'SIGFPE',
    message: /a division by zero.*: idiv rcx$/,
  },
  {
    name: 'int3',
    f: asm.x64`int3; ret`.cast(INTEGER),
    signal: 'SIGTRAP',
    message: /int3.*at offset 0x0: int3$/,
  },
  {
    name: 'a missing ret',
    f: asm.x64`mov eax, 1`.cast(INTEGER),
    signal: 'SIGTRAP',
    message: /a `ret` may be missing; at offset 0x5: int3$/,
  },
  {
    name: 'a jump to nowhere',
    f: asm.x64`jmp rdi`.cast(INTEGER),
    argument: 0x1000n,
    signal: 'SIGSEGV',
    message: /a jump to 0x1000, where there is no code; at 0x1000$/,
  },
  {
    name: 'a call of 0',
    f: asm.x64`call rdi; ret`.cast(INTEGER),
    signal: 'SIGSEGV',
    message: /a jump to 0x0/,
  },
  {
    name: 'a return to nowhere',
    f: asm.x64`push rdi; ret`.cast(INTEGER),
    argument: 64n,
    signal: 'SIGSEGV',
    message: /a jump to 0x40/,
  },
  {
    name: 'runaway recursion',
    f: asm.x64`->top:; call ->top; ret`.cast(INTEGER),
    signal: 'SIGSEGV',
    message: /a write of address 0x[0-9a-f]+; at offset 0x0 \(->top\): call/,
  },
  {
    name: 'a stack pointer that is none',
    f: asm.x64`xor esp, esp; push rax; ret`.cast(INTEGER),
    signal: 'SIGSEGV',
    message: /: push rax$/,
  },
  {
    name: 'a set direction flag, changed registers, a full x87 stack',
    f: asm.x64`
      std; fld1; fld1; fld1; fld1; fld1; fld1; fld1; fld1
      xor ebx, ebx; xor ebp, ebp; xor r12, r12; xor r13, r13; xor r14, r14; xor r15, r15
      ud2`.cast(INTEGER),
    signal: 'SIGILL',
    message: /ud2$/,
  },
];

test.each(CASES)('$name', ({ f, argument = 0n, signal, message }) => {
  const fault = faultOf(() => f(argument));
  expect([fault.name, fault.signal]).toEqual(['FaultError', signal]);
  expect(fault.message).toMatch(message);
  // The thread goes on as before.
  expect(asm.x64`lea rax, [rdi+1]; ret`.cast(INTEGER)(41n)).toBe(42n);
  expect(Math.sqrt(2) * Math.sqrt(2)).toBeCloseTo(2);
});

test('the error has what a program may want', () => {
  const Dst = dasm.new();
  Dst.asm`
  ->first:
  nop
  ->second:
  nop
  mov byte [rdi+8], 1
  ret`;
  const code = Dst.build();
  const fault = faultOf(() => (code.cast('int (int64_t)', 'first' as never) as (x: bigint) => number)(0n));
  expect(fault).toMatchObject({
    signal: 'SIGSEGV',
    address: 8n,
    access: 'write',
    offset: 2,
    instructionAddress: code.address + 2n,
    label: 'second',
    instruction: 'mov byte [rdi+8], 1',
    source: { file: expect.stringContaining('fault.test.ts') },
  });
  expect(fault.message).toContain('(->second+0x1)');
  const line = readFileSync(import.meta.filename, 'utf8').split('\n')[(fault.source?.line ?? 0) - 1];
  expect(line).toContain('mov byte [rdi+8], 1');
});

test('code that other code calls is found, too', () => {
  const inner = asm.x64`xor eax, eax; ud2`.build();
  const outer = asm.x64`sub rsp, 8; call &${inner}; add rsp, 8; ret`.cast('int ()');
  expect(faultOf(outer)).toMatchObject({ signal: 'SIGILL', offset: 2 });
});

test('a function at an address that is not canonical', () => {
  expect(faultOf(dasm.cast(2n ** 63n, 'void ()')).signal).toBe('SIGSEGV');
});

test('thousands of faults leave nothing behind', () => {
  const illegal = asm.x64`ud2`.cast('void ()');
  for (let round = 0; round < 2000; round++) {
    expect(faultOf(() => read(0n)).signal).toBe('SIGSEGV');
    expect(faultOf(illegal).signal).toBe('SIGILL');
  }
});

describe('with callbacks', () => {
  test('a fault in an inner call is the callback’s to handle', () => {
    const callback = dasm.callback('int64_t (int64_t)', x => {
      expect(faultOf(() => read(0n)).signal).toBe('SIGSEGV');
      return x + 1n;
    });
    const apply = asm.x64`sub rsp, 8; call &${callback}; add rsp, 8; ret`.cast(INTEGER);
    expect(apply(1n)).toBe(2n);
  });

  test('one that a callback does not handle comes out of the outer call', () => {
    const callback = dasm.callback('int64_t (int64_t)', x => read(x));
    const apply = asm.x64`sub rsp, 8; call &${callback}; add rsp, 8; ret`.cast(INTEGER);
    expect(faultOf(() => apply(0n)).message).toContain('a read of address 0x0');
    expect(apply(0n + dasm.address(new BigInt64Array([7n])))).toBe(7n);
  });

  test('a fault behind a callback', () => {
    const apply = asm.x64`sub rsp, 8; call rdi; ud2`.cast('int (int (*f)())');
    expect(faultOf(() => apply(() => 1)).signal).toBe('SIGILL');
    // What the callback has thrown goes before.
    expect(() =>
      apply(() => {
        throw new RangeError('mine');
      }),
    ).toThrow('mine');
    expect(faultOf(() => apply(() => 1)).signal).toBe('SIGILL');
  });

  test('deep nesting, also beyond the frames that there are', () => {
    let depth = 0;
    const apply = asm.x64`sub rsp, 8; call rdi; add rsp, 8; ret`.cast('int (int (*f)())');
    const next = (): number => (++depth < 100 ? apply(next) : 0) + 1;
    expect(apply(next)).toBe(100);
    depth = 0;
    const faulting = (): number => {
      if (++depth === 50) return Number(read(0n));
      return apply(faulting);
    };
    expect(faultOf(() => apply(faulting)).signal).toBe('SIGSEGV');
    expect(apply(() => 3)).toBe(3);
  });
});

test('of prototypes with all kinds of parameters', () => {
  const koffi = dasm.koffi();
  koffi.struct('fault_point', { x: 'int64_t', y: 'int64_t' });
  const crash = asm.x64`ud2`;
  const calls: (() => unknown)[] = [
    () => crash.cast('double (double)')(1),
    () => (crash.cast('int (fault_point p)' as never) as (p: object) => number)({ x: 1, y: 2 }),
    () => (crash.cast('fault_point (int)' as never) as (x: number) => object)(1),
    () => crash.cast('int (const char *, ...)')('x', ['int', 1]),
    () => crash.cast('const char *()')(),
    () => crash.cast('int (int, int, int, int, int, int, int, int)')(1, 2, 3, 4, 5, 6, 7, 8),
    () => crash.cast('float (float, int, float)', { checked: false })(1, 2, 3),
    () => dasm.cast(dasm.address(crash.build()), 'void ()')(),
  ];
  for (const call of calls) expect(faultOf(call).signal).toBe('SIGILL');
});

/** A WebAssembly module that exports `f`, which loads from memory at its argument. */
// prettier-ignore
const WASM = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1,
  102, 0, 0, 10, 9, 1, 7, 0, 32, 0, 40, 2, 0, 11,
);

test('traps of WebAssembly stay what they are', () => {
  expect(() => read(0n)).toThrow(FaultError);
  const { Module, Instance } = (
    globalThis as never as { WebAssembly: Record<string, new (x: unknown) => object> }
  ).WebAssembly;
  const { f } = (new Instance!(new Module!(WASM)) as { exports: { f: (at: number) => number } }).exports;
  expect(f(0)).toBe(0);
  expect(() => f(2 ** 30)).toThrow('memory access out of bounds');
  expect(() => read(0n)).toThrow(FaultError);
});

const worker = new URL('../../fixtures/programs/faultworker.cjs', import.meta.url);

test('workers have guards of their own, and leave none behind', async () => {
  for (let round = 0; round < 3; round++) {
    const workers = [0, 1, 2].map(() => new Worker(worker, { execArgv: ['--conditions=dynasm-source'] }));
    const results = await Promise.all(
      workers.map(async each => {
        const [[message]] = await Promise.all([once(each, 'message'), once(each, 'exit')]);
        return message as unknown;
      }),
    );
    expect(results).toEqual([2000, 2000, 2000]);
    expect(() => read(0n)).toThrow(FaultError);
  }
});

test('a worker after one that was terminated has a guard of its own', () => {
  // The system gives the new thread the control block of the old one.
  const result = run(`const { Worker } = await import('node:worker_threads');
    const source = 'import("dynasm").then(({ asm }) => {' +
      'const recurse = asm.x64\`->top:; call ->top\`.cast("void ()");' +
      'let name; try { recurse(); } catch (error) { ({ name } = error); }' +
      'require("node:worker_threads").parentPort.postMessage(name);' +
      'setInterval(() => 0, 1000); })';
    for (let round = 0; round < 4; round++) {
      const worker = new Worker(source, { eval: true, execArgv: [] });
      console.log(await new Promise(resolve => worker.once('message', resolve)));
      await worker.terminate();
    }`);
  expect(result).toMatchObject({ stdout: 'FaultError\n'.repeat(4), signal: null });
});

/** Runs a program in a process of its own, with the built package. */
function run(program: string, env: Readonly<Record<string, string>> = {}) {
  const head = `const { dasm, asm } = await import('dynasm');
    const crash = asm.x64\`ud2\`.cast('void ()');
    const read = asm.x64\`mov rax, [rdi]; ret\`.cast('int64_t (int64_t)');
    const attempt = f => { try { f(); console.log('nothing'); } catch (error) { console.log(error.name); } };`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', head + program], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

const PROGRAMS: readonly (readonly [name: string, program: string, output: string, signal: string | null])[] =
  [
    [
      'a fault in a library stays what it is',
      "attempt(crash); asm.x64`xor edi, edi; sub rsp, 8; call extern strlen; add rsp, 8; ret`.cast('int64_t ()')()",
      'FaultError\n',
      'SIGSEGV',
    ],
    [
      'a signal that a process sends',
      "attempt(crash); process.kill(process.pid, 'SIGSEGV'); await new Promise(r => setTimeout(r, 5000))",
      'FaultError\n',
      'SIGSEGV',
    ],
    [
      'SIGTRAP that a process sends',
      "attempt(crash); process.kill(process.pid, 'SIGTRAP'); await new Promise(r => setTimeout(r, 5000))",
      'FaultError\n',
      'SIGTRAP',
    ],
    [
      'a handler from before',
      "process.on('SIGTRAP', () => console.log('trap')); attempt(crash); process.kill(process.pid, 'SIGTRAP'); await new Promise(r => setTimeout(r, 200)); attempt(() => read(0n))",
      'FaultError\ntrap\nFaultError\n',
      null,
    ],
    [
      'a handler from afterwards',
      "attempt(crash); process.on('SIGTRAP', () => console.log('trap')); process.kill(process.pid, 'SIGTRAP'); await new Promise(r => setTimeout(r, 200)); attempt(() => read(0n))",
      'FaultError\ntrap\nFaultError\n',
      null,
    ],
    [
      'dasm.catchFaults(false)',
      'attempt(() => dasm.catchFaults(0)); attempt(crash)',
      'TypeError\nFaultError\n',
      null,
    ],
    [
      'dasm.catchFaults(false), too late',
      'attempt(crash); attempt(() => dasm.catchFaults(false))',
      'FaultError\nError\n',
      null,
    ],
  ];

test('a listener to SIGTRAP, while it is there and afterwards', () => {
  const { stdout, signal } = run(`
    const trap = asm.x64\`int3\`.cast('void ()');
    const listener = () => console.log('listener');
    attempt(trap);
    process.on('SIGTRAP', listener);
    attempt(trap);
    process.off('SIGTRAP', listener);
    attempt(trap);`);
  expect({ stdout, signal }).toEqual({ stdout: 'FaultError\nFaultError\nFaultError\n', signal: null });
});

test.each(PROGRAMS)('%s', (_, program, output, signal) => {
  const result = run(program);
  expect({ stdout: result.stdout, signal: result.signal }).toEqual({ stdout: output, signal });
});

test('without the guard faults end the process', () => {
  expect(run('crash()', { DYNASM_FAULTS: 'off' })).toMatchObject({ signal: 'SIGILL', stdout: '' });
  const early = `const { dasm, asm } = await import('dynasm');
    dasm.catchFaults(false);
    asm.x64\`ud2\`.cast('void ()')();`;
  const args = ['--input-type=module', '-e', early];
  expect(spawnSync(process.execPath, args, { cwd: root }).signal).toBe('SIGILL');
});

test('dynasm run shows the source line of a fault', () => {
  const result = spawnSync(process.execPath, [dynasm, 'run', 'fixtures/programs/fault.dast'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(result.status).toBe(1);
  expect(result.stderr).toContain('fault.dast:9');
  expect(result.stderr).toContain('|  mov eax, [CARG1]');
  expect(result.stderr).toContain('^');
});

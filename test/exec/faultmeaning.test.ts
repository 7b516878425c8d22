/**
 * What the error says of each kind of fault that one signal stands for, on Linux x64; and calls without a
 * guard, where the C library lacks a function that the guard needs.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dasm, FaultError } from '../../src/exec/index.ts';
import { asm } from '../../src/index.ts';
import { root } from '../packagefolder.ts';
import { cLibrary } from './host.ts';

const TYPE = 'int64_t (int64_t)';

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

// MXCSR, then the x87 control word: without the mask of division by zero, of invalid operations.
const CASES = [
  {
    name: 'the flag AC',
    f: asm.x64`pushfq; or dword [rsp], 0x40000; popfq; mov eax, [rsp-63]; ret`.cast(TYPE),
    signal: 'SIGBUS',
    message:
      /memory that is not aligned, while the flag AC forbids that; at offset 0x9: mov eax, \[rsp-0x3f\]$/,
  },
  {
    name: 'the flag TF',
    f: asm.x64`pushfq; or dword [rsp], 0x100; popfq; nop; inc eax; ret`.cast(TYPE),
    signal: 'SIGTRAP',
    message:
      /a single step, as the trap flag \(TF\) is set; the instruction has not been executed; at offset 0xa: inc eax$/,
  },
  {
    name: 'code that returns with TF',
    f: asm.x64`pushfq; or dword [rsp], 0x100; popfq; ret`.cast(TYPE),
    signal: 'SIGTRAP',
    message: /a single step.*; at 0x[0-9a-f]+$/,
  },
  {
    name: 'int1',
    f: asm.x64`nop; .byte 0xf1; ret`.cast(TYPE),
    signal: 'SIGTRAP',
    message: /int1, a breakpoint; at offset 0x1: int1$/,
  },
  {
    name: 'a stack pointer that is not canonical',
    f: asm.x64`mov rax, rsp; bts rsp, 62; mov rdx, [rsp]; mov rsp, rax; ret`.cast(TYPE),
    signal: 'SIGBUS',
    message: /an address on the stack that is not canonical; at offset 0x8: mov rdx, \[rsp\]$/,
  },
  {
    name: 'an operand that is to be aligned',
    f: asm.x64`lea rax, [rsp-64]; or rax, 1; movaps xmm0, [rax]; ret`.cast(TYPE),
    signal: 'SIGSEGV',
    message: /memory that the instruction needs aligned.*: movaps xmm0, \[rax\]$/,
  },
  {
    name: 'a division by zero of floating-point numbers',
    f: asm.x64`
      stmxcsr [rsp-8]; and dword [rsp-8], ~0x200; ldmxcsr [rsp-8]
      mov eax, 1; cvtsi2sd xmm1, eax; xorps xmm0, xmm0; divsd xmm1, xmm0; ret`.cast(TYPE),
    signal: 'SIGFPE',
    message: /that MXCSR or the x87 control word lets through: a division by zero; at .*: divsd xmm1, xmm0$/,
  },
  {
    name: 'an invalid operation of x87',
    f: asm.x64`
      fnstcw word [rsp-8]; and word [rsp-8], ~1; fldcw word [rsp-8]
      fldz; fldz; fdivp st1, st0; fwait; ret`.cast(TYPE),
    signal: 'SIGFPE',
    message: /lets through: an invalid operation; at /,
  },
  {
    name: 'a quotient that does not fit',
    f: asm.x64`mov edx, 1; mov ecx, 1; div ecx; ret`.cast(TYPE),
    signal: 'SIGFPE',
    message: /with a quotient that does not fit; at .*: div ecx$/,
  },
];

test.each(CASES)('$name', ({ f, signal, message }) => {
  const fault = faultOf(() => f(0n));
  expect(fault.signal).toBe(signal);
  expect(fault.message).toMatch(message);
  // The flags and the masks are as before.
  expect(0.1 / 0).toBe(Infinity);
  expect(asm.x64`lea rax, [rdi+1]; ret`.cast(TYPE)(41n)).toBe(42n);
});

test('a mapped file that has become shorter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dynasm-'));
  const name = join(folder, 'mapped');
  writeFileSync(name, Buffer.alloc(4096));
  const file = openSync(name, 'r');
  try {
    const mmap = cLibrary.func('void *mmap(void *, size_t, int, int, int, long)');
    const [PROT_READ, MAP_SHARED] = [1, 1];
    const address = mmap(null, 4096, PROT_READ, MAP_SHARED, file, 0) as bigint;
    const read = asm.x64`mov rax, [rdi]; ret`.cast(TYPE);
    expect(read(address)).toBe(0n);
    truncateSync(name);
    const fault = faultOf(() => read(address));
    expect(fault).toMatchObject({ signal: 'SIGBUS', address, access: 'read' });
    expect(fault.message).toContain(
      ', which the system cannot provide (a mapped file may have become shorter)',
    );
    cLibrary.func('int munmap(void *, size_t)')(address, 4096);
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
  }
});

test.each(['const char *(int64_t)', 'char16_t *(int64_t)', 'const char *(int64_t, ...)'])(
  'a text where there is none, from %s',
  prototype => {
    const identity = asm.x64`mov rax, rdi; ret`.cast(prototype);
    for (const address of [1n, 2n ** 62n]) {
      const fault = faultOf(() => identity(address));
      expect(fault.signal).toBe('SIGSEGV');
      expect(fault.message).toContain(`in a call of "${prototype}": `);
    }
    expect(identity(0)).toBeNull();
    const text = prototype.startsWith('char16_t') ? Uint16Array.of(0x67, 0x20ac, 0) : Buffer.from('g€\0');
    expect(identity(dasm.address(text))).toBe('g€');
  },
);

test('a batch call names its own prototype', () => {
  const fault = faultOf(() =>
    asm.x64`ud2`.map('double (double x)')(new Float64Array(2), new Float64Array(2)),
  );
  expect(fault.message).toContain('SIGILL in a call of "double (double x)": ');
});

test.each(['sigaction', 'sigaltstack', 'process_vm_readv', 'pthread_self', 'syscall', 'getpid'])(
  'without %s in the C library calls work, and faults are not caught',
  name => {
    const program = `
      const { asm } = await import('dynasm');
      const koffi = (await import('node:module')).createRequire(process.cwd() + '/x')('koffi');
      const { load } = koffi;
      koffi.load = file => {
        const library = load(file);
        return {
          symbol: symbol => library.symbol(symbol),
          func: text => {
            if (/\\b${name}\\(/.test(text)) throw new Error('Cannot find function');
            return library.func(text);
          },
        };
      };
      console.log(asm.x64\`lea eax, [rdi+1]; ret\`.cast('int (int)')(41));
      asm.x64\`ud2\`.cast('void ()')();`;
    const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ stdout, signal }).toEqual({ stdout: '42\n', signal: 'SIGILL' });
  },
);

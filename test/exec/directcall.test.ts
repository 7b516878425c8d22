/** Direct calls: functions whose scalar arguments and results nobody converts. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { dasm, FaultError } from '../../src/exec/index.ts';
import { convertedCalls } from '../../src/exec/convertedcall.ts';
import { directCalls } from '../../src/exec/direct/directcall.ts';
import { Lifetime } from '../../src/exec/memory/lifetime.ts';
import { signature } from '../../src/exec/prototype/signature.ts';
import { asm } from '../../src/index.ts';
import { randomNumbers } from '../seededrandom.ts';
import { isLinux, isWindows, isX64, testIf } from './host.ts';
import { APPLY, code, IDENTITY } from './machinecode.ts';

type AnyFunction = (...args: unknown[]) => unknown;

/** The function that `cast` makes, for arguments of any kind. */
function anyCast(built: ReturnType<typeof code>, prototype: string, checked = true): AnyFunction {
  return built.cast(prototype as never, { checked });
}

const apply = code(APPLY);
const applied = apply.cast('int64_t (int64_t (*f)(int64_t), int64_t)');

/** The same, through koffi's conversions. */
function convertedCast(built: ReturnType<typeof code>, prototype: string, checked = true): AnyFunction {
  const [low, high] = [Number(built.address & 0xffff_ffffn), Number(built.address >> 32n)];
  const lifetime = new Lifetime(() => undefined);
  return convertedCalls(signature(prototype), checked)({ lifetime, shown: prototype, low, high });
}

function outcome(f: AnyFunction, args: readonly unknown[]): unknown {
  try {
    return { result: f(...args) };
  } catch (error) {
    return String(error);
  }
}

describe('which signatures are called directly', () => {
  test.each([
    ['void ()', true],
    ['int (int x, double y)', true],
    ['bool (bool, char, unsigned short, float)', true],
    ['int64_t (size_t, void *, const int *)', true],
    ['int (int, int, int, int, int, int, int, int)', true],
    [`double (${Array.from({ length: 20 }, () => 'double').join()})`, true],
    [`int (${Array.from({ length: 30 }, () => 'int').join()})`, false],
    ['const char *()', false],
    ['int (const char *)', false],
    ['int (int (*f)(int))', false],
    ['int (int, ...)', false],
  ])('%s: %s', (prototype, isDirect) => {
    expect(directCalls(signature(prototype), () => () => undefined) !== undefined).toBe(isDirect && isX64);
  });
});

const BOOLEANS = [true, false];
const NUMBERS = [
  0, -0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2 ** 31 - 1, 2 ** 31, -(2 ** 31),
  -(2 ** 31) - 1, 2 ** 32 - 1, 2 ** 32, -(2 ** 32), 2 ** 53 - 1, 2 ** 53, -(2 ** 53) + 1, -(2 ** 53), 2 ** 63, 2 ** 64, -(2 ** 63), 1e30, 1e300,
  3.4e38, 3.5e38, -3.5e38, 0.1, 1.5, -1.5, NaN, Infinity, -Infinity, 5e-324,
]; // prettier-ignore
const BIGINTS = [
  0n, 1n, -1n, 255n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, -(2n ** 63n), -(2n ** 63n) - 1n, 2n ** 64n - 1n, 2n ** 64n,
]; // prettier-ignore
const OTHERS = [undefined, null, '1', '', {}, [1], Symbol.iterator, () => 1];

/** Types, and code that returns the first argument. */
const TYPES: readonly (readonly [type: string, body: string])[] = [
  ...[
    'bool',
    'int8_t',
    'uint8_t',
    'char',
    'short',
    'uint16_t',
    'char16_t',
    'int',
    'unsigned',
    'char32_t',
  ].map(type => [type, IDENTITY] as const),
  ...['int64_t', 'uint64_t', 'long', 'unsigned long', 'size_t', 'void *', 'int *'].map(
    type => [type, IDENTITY] as const,
  ),
  ['float', 'ret'],
  ['double', 'ret'],
];

testIf(isX64, 'direct calls are for x64')('every value arrives as through koffi', () => {
  for (const [type, body] of TYPES) {
    const built = code(body);
    for (const checked of [true, false]) {
      const f = anyCast(built, `${type} (${type} x)`, checked);
      const converted = convertedCast(built, `${type} (${type} x)`, checked);
      for (const value of [...BOOLEANS, ...NUMBERS, ...BIGINTS, ...OTHERS]) {
        // koffi takes whatever is no address for none, or refuses it.
        const direct = outcome(f, [value]);
        expect([type, checked, value, direct]).toEqual([type, checked, value, outcome(converted, [value])]);
      }
      expect(outcome(f, [])).toContain('takes 1 argument, not 0');
      expect(outcome(f, [1, 2])).toContain('takes 1 argument, not 2');
    }
  }
});

testIf(isX64, 'it is x64 code')('narrow integers fill their registers', () => {
  const built = code(IDENTITY);
  const extended = (type: string, value: number): unknown => anyCast(built, `int64_t (${type})`)(value);
  expect(extended('int', -2)).toBe(-2n);
  expect(extended('short', -2)).toBe(-2n);
  expect(extended('unsigned', 2 ** 32 - 2)).toBe(2n ** 32n - 2n);
  expect(extended('uint8_t', 200)).toBe(200n);
  anyCast(built, 'int64_t (int64_t)')(-1n);
  expect(extended('unsigned', 7)).toBe(7n);
});

const INTEGER_REGISTERS = isWindows ? ['rcx', 'rdx', 'r8', 'r9'] : ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9'];

/** Memory of all kinds, which koffi converts. */
const MEMORY: readonly object[] = [
  new Float64Array(2),
  Buffer.from('text'),
  new Int32Array(8).subarray(3, 5),
  new Int32Array(new SharedArrayBuffer(64), 8),
  new DataView(new ArrayBuffer(16), 4),
  new ArrayBuffer(16),
  code(IDENTITY),
];

describe('memory for pointers', () => {
  for (const checked of [true, false]) {
    testIf(isX64, 'direct calls are for x64')(`between addresses, ${checked ? '' : 'not '}checked`, () => {
      const f = anyCast(code(IDENTITY), 'void *(void *p)', checked);
      for (const memory of MEMORY) {
        expect(f(memory)).toBe(dasm.address(memory as Uint8Array));
        expect(f(16n)).toBe(16n);
      }
    });
  }

  testIf(isX64, 'direct calls are for x64')('several pointers, in registers and on the stack', () => {
    for (const count of [2, 5, 8, 9, 12]) {
      const place = (index: number): string =>
        INTEGER_REGISTERS[index] ?? `[rsp+${(isWindows ? 40 : 8) + 8 * (index - INTEGER_REGISTERS.length)}]`;
      const arrays = Array.from({ length: count }, (_, i) => Float64Array.of(i));
      for (let index = 0; index < count; index++) {
        const f = anyCast(
          code(`mov rax, ${place(index)}; ret`),
          `void *(${arrays.map(() => 'double *').join()})`,
        );
        expect(f(...arrays)).toBe(dasm.address(arrays[index]!));
        const mixed = arrays.map((array, i) => [array, null, 5, 7n][(i - index + 12) % 4]);
        expect(f(...mixed)).toBe(dasm.address(arrays[index]!));
        const last = arrays.map((array, i) => (i === count - 1 ? array : BigInt(i + 1)));
        expect(f(...last)).toBe(index === count - 1 ? dasm.address(arrays[index]!) : BigInt(index + 1));
      }
    }
  });

  testIf(isX64, 'it is x64 code')('arrays that nothing else refers to stay while the call lasts', () => {
    const collect = dasm.callback('int64_t ()', () => {
      for (let i = 0; i < 20; i++) new Float64Array(2 ** 17).fill(i);
      return 0;
    });
    const f = asm.x64`
      .include <dynasm/abi>
      .prologue 1
      mov CSAVE1, CARG1
      call &${collect}
      mov rax, [CSAVE1+8*1000]
      .epilogue 1`.cast('int64_t (void *)');
    for (let round = 0; round < 30; round++) {
      expect(f(new BigInt64Array(2000).fill(BigInt(round)))).toBe(BigInt(round));
    }
  });
});

const FLOAT_COUNT = isWindows ? 4 : 8;
const seed = Number(process.env['DIRECT_SEED'] ?? Date.now() % 2 ** 31);

testIf(isX64, 'it is x64 code')(
  `arguments of all kinds, in registers and on the stack (DIRECT_SEED=${seed})`,
  () => {
    const random = randomNumbers(seed);
    for (let round = 0; round < 100; round++) {
      const kinds = Array.from(
        { length: 1 + random(20) },
        () => ['int64_t', 'double', 'int', 'float'][random(4)]!,
      );
      let [integers, floats, stack] = [0, 0, isWindows ? 40 : 8];
      const sums = kinds.map((kind, index) => {
        const isFloat = kind === 'double' || kind === 'float';
        // On Windows the place in the list gives the register.
        const used = isWindows ? index : isFloat ? floats++ : integers++;
        let from = isFloat ? `xmm${used}` : INTEGER_REGISTERS[used];
        if (used >= (isFloat ? FLOAT_COUNT : INTEGER_REGISTERS.length)) {
          from = `${kind === 'float' ? 'dword' : 'qword'} [rsp+${stack}]`;
          stack += 8;
        }
        const load = isFloat ? `cvtt${kind === 'float' ? 'ss' : 'sd'}2si r10, ${from}` : `mov r10, ${from}`;
        return `${load}; imul r10, r10, ${index + 1}; add rax, r10`;
      });
      const f = anyCast(code(`xor eax, eax; ${sums.join('; ')}; ret`), `int64_t (${kinds.join()})`);
      const values = kinds.map(() => random(2000) - 1000);
      const expected = values.reduce((sum, value, index) => sum + value * (index + 1), 0);
      expect([kinds, values, f(...values)]).toEqual([kinds, values, BigInt(expected)]);
      // A function of few arguments does not find what was on the stack.
      expect(anyCast(code(IDENTITY), 'int (int)')(round)).toBe(round);
    }
  },
);

/** A function that calls the code at an address, and then that at another one, and adds what they return. */
function callsBoth(first: bigint, second: bigint): AnyFunction {
  const built = asm.x64`
    push rbx
    sub rsp, 32
    mov64 rax, ${first}
    call rax
    mov rbx, rax
    mov64 rax, ${second}
    call rax
    add rax, rbx
    add rsp, 32
    pop rbx
    ret`.build();
  return anyCast(built, 'int64_t ()');
}

describe('callbacks', () => {
  const [five, six] = [5, 6].map(n => dasm.callback('int64_t ()', () => n));
  const fails = dasm.callback('int64_t ()', () => {
    throw new RangeError('mine');
  });

  testIf(isX64, 'it is x64 code')('what one throws comes out of the call, and only there', () => {
    const good = callsBoth(five!.address, six!.address);
    expect(good()).toBe(11n);
    for (let round = 0; round < 3; round++) {
      expect(() => callsBoth(fails.address, five!.address)()).toThrow('mine');
      expect(() => callsBoth(five!.address, fails.address)()).toThrow('mine');
      expect(() => callsBoth(fails.address, fails.address)()).toThrow('mine');
      expect(dasm.koffi().sizeof('int')).toBe(4);
      expect(good()).toBe(11n);
      expect(applied(x => x + 1n, 1n)).toBe(2n);
    }
  });

  testIf(isX64, 'it is x64 code')('behind one that throws no other one runs', () => {
    let count = 0;
    const counts = dasm.callback('int64_t ()', () => {
      count++;
      return 1;
    });
    expect(() => callsBoth(fails.address, counts.address)()).toThrow('mine');
    expect(count).toBe(0);
    expect(callsBoth(counts.address, counts.address)()).toBe(2n);
    counts.free();
  });

  testIf(isX64, 'it is x64 code')('the same for those that koffi registers, and that have been freed', () => {
    const koffi = dasm.koffi();
    const type = koffi.pointer(koffi.proto('int64_t ()'));
    const own = koffi.register(() => {
      throw new RangeError('own');
    }, type);
    expect(() => callsBoth(own, five!.address)()).toThrow('own');
    expect(callsBoth(five!.address, five!.address)()).toBe(10n);
    koffi.unregister(own);
    expect(() => koffi.register(1 as never, type)).toThrow('Unexpected');
  });

  testIf(isX64, 'it is x64 code')('calls inside of calls keep their arguments', () => {
    const sum = anyCast(code('lea rax, [CARG1+CARG2]; ret'), 'int64_t (int64_t, int64_t)');
    const stack = anyCast(
      code(`mov rax, [rsp+${isWindows ? 40 : 8}]; ret`),
      `int64_t (${Array.from({ length: isWindows ? 5 : 7 }, () => 'int').join()})`,
    );
    let depth = 0;
    const inner: { readonly address: bigint; free: () => void } = dasm.callback('int64_t (int64_t)', x => {
      const before = sum(x, 10) as bigint;
      const nested = (++depth < 20 ? through(inner.address, x + 1n) : 0n) as bigint;
      expect(stack(...(isWindows ? [] : [0, 0]), 0, 0, 0, 0, depth)).toBe(BigInt(depth));
      return before + nested;
    });
    const through = anyCast(apply, 'int64_t (void *, int64_t)');
    expect(through(inner.address, 0)).toBe(BigInt(20 * 10 + (19 * 20) / 2));
    inner.free();
  });

  testIf(isLinux && isX64, 'faults are caught there')('faults beside what a callback throws', () => {
    const crash = asm.x64`ud2`.build();
    const faulty = dasm.callback('int64_t ()', () => crash.cast('int64_t (int64_t)')(1));
    const both = callsBoth(fails.address, crash.address);
    for (let round = 0; round < 3; round++) {
      expect(both).toThrow('mine');
      expect(callsBoth(five!.address, six!.address)()).toBe(11n);
      expect(callsBoth(five!.address, crash.address)).toThrow(FaultError);
      expect(callsBoth(faulty.address, five!.address)).toThrow(FaultError);
      expect(callsBoth(five!.address, six!.address)()).toBe(11n);
    }
    faulty.free();
  });
});

function path(program: string): string {
  return fileURLToPath(new URL(`../../fixtures/programs/${program}`, import.meta.url));
}

function run(command: string, args: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return [stdout, stderr];
}

describe('in a process of its own', () => {
  const program = path('directcall.mjs');

  testIf(isLinux && isX64, 'its code is for System V')(
    'where code from strings is forbidden, koffi converts',
    () => {
      expect(run(process.execPath, [program])).toEqual(['5 5 FaultError true\n', '']);
      const forbidden = run(process.execPath, ['--disallow-code-generation-from-strings', program]);
      expect(forbidden).toEqual(['5 5 FaultError false\n', '']);
    },
  );

  testIf(isLinux && isX64, 'it sets limits of Linux')(
    'a stack of the thread without bounds is not used',
    () => {
      const command = `ulimit -s unlimited && exec "${process.execPath}" "${program}"`;
      // Where the limit may not be changed, nothing runs.
      expect(['5 5 FaultError true\n', '']).toContain(run('sh', ['-c', command])[0]);
    },
  );

  testIf(isLinux && isX64, 'it reads the memory map of Linux')('workers have ways of their own', () => {
    const sum = 1_999_000;
    const sums = [sum, ...Array.from({ length: 3 }, () => [sum, sum, sum, 3])].join();
    expect(run(process.execPath, [path('directworkers.mjs')])).toEqual([`${sums} true true\n`, '']);
  });
});

/** Code objects: build, labels, release, protection, text. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { Action, actionList, EncodeError } from '../../src/encoder/index.ts';
import { dasm, type Externs } from '../../src/exec/index.ts';
import { systemPages } from '../../src/exec/memory/systempages.ts';
import { APPLY, build, code, hex, IDENTITY, list } from './assemble.ts';

const { ALIGN, EXTERN, IMM_D, IMM_LG, LABEL_LG, LABEL_PC, REL_A, REL_LG, REL_PC, STOP } = Action;
const TOP = 10;
const NEXT = 11;

/** `->top: mov eax, imm; ret; .align 16; ->next: =>pc: lea eax, [rdi+1]; jmp =>pc2; ->…; =>pc2: ret`. */
const actions = actionList({
  format: 1,
  arch: 'x64',
  id: 'two',
  globals: ['top', 'next', 'other'],
  // prettier-ignore
  actions: [
    LABEL_LG, TOP, ...hex('b8'), IMM_D, ...hex('c3'), ALIGN, 15,
    LABEL_LG, NEXT, LABEL_PC, ...hex('8d4701 e9'), REL_PC, LABEL_PC, ...hex('c3'), STOP,
  ],
});

function two(value = 42) {
  const state = dasm.new(actions);
  state.growPc(4);
  actions.on(state).put(0, value, 1, 3, 3);
  return state.build();
}

describe('a code object', () => {
  test('has address, size, bytes, labels', () => {
    const built = two();
    expect(built.size).toBe(22);
    expect(Buffer.from(built.bytes).toString('hex')).toBe('b82a000000c3' + '90'.repeat(10) + '8d4701eb00c3');
    expect({ ...built.globals }).toEqual({ top: built.address, next: built.address + 16n });
    expect(() => built.globals.other).toThrow('the label ->other is not defined in this code');
    expect([built.pcLabel(1), built.pcLabel(3)]).toEqual([built.address + 16n, built.address + 21n]);
    for (const label of [0, 2, -1, 1.5, 99]) {
      expect(() => built.pcLabel(label)).toThrow(`the pc label =>${label} is not defined in this code`);
    }
    const { bytes } = built;
    bytes.fill(0);
    expect(built.bytes).not.toEqual(bytes);
  });

  test('is called at its labels', () => {
    const built = two();
    expect(built.cast('int ()')()).toBe(42);
    expect(built.cast('int ()', 'top')()).toBe(42);
    expect(built.cast('int (int)', 'next')(4)).toBe(5);
    expect(built.cast('int (int)', 1, { checked: true })(4)).toBe(5);
    expect(built.cast('int (int)', 'next').name).toBe('next');
    expect(() => built.cast('int (int)', 'other')).toThrow('the label ->other is not defined in this code');
    expect(() => built.cast('int (int)', 0)).toThrow('the pc label =>0 is not defined');
    // @ts-expect-error the compiler knows the labels
    expect(() => built.cast('int (int)', 'nope')).toThrow(
      'no label ->nope in the action list; it has top, next, other',
    );
    expect(() => built.cast('int (nope)')).toThrow('bad prototype "int (nope)"');
    // @ts-expect-error the compiler knows the result
    const text: string = built.cast('int ()')();
    expect(text).toBe(42);
  });

  test('as text', () => {
    const built = two();
    const shown = built.dump().replaceAll(built.address.toString(16).slice(0, -3), 'ADDRESS');
    expect(shown).toBe(
      [
        '->top:',
        'ADDRESS000  b8 2a 00 00 00                 mov eax, 0x2a',
        'ADDRESS005  c3                             ret',
        ...Array.from(
          { length: 10 },
          (_, i) => `ADDRESS00${(i + 6).toString(16)}  90                             nop`,
        ),
        '->next:',
        '=>1:',
        'ADDRESS010  8d 47 01                       lea eax, [rdi+1]',
        'ADDRESS013  eb 00                          jmp 0xADDRESS015  ; =>3',
        '=>3:',
        'ADDRESS015  c3                             ret',
        '',
      ].join('\n'),
    );
  });

  test('outlives its state, which can build again', () => {
    const state = dasm.new(actions);
    state.growPc(4);
    state.put(0, 1, 1, 3, 3);
    const first = state.build();
    const again = state.build();
    state.setup();
    state.put(0, 2, 1, 3, 3);
    const second = state.build();
    state.free();
    const results = [first, again, second].map(built => built.cast('int ()')());
    expect(results).toEqual([1, 1, 2]);
    expect(again.globals.top).not.toBe(first.globals.top);
  });

  test('of no bytes', () => {
    const empty = build(list([], [], []));
    expect([empty.size, empty.bytes.length, empty.dump()]).toEqual([0, 0, '']);
    expect(empty.address).toBeGreaterThan(0n);
    expect(() => empty.cast('void ()')).toThrow('this code has no bytes, and cannot be called');
    empty.free();
  });

  test('of a megabyte', () => {
    const state = dasm.new(list(hex('0f1f440000'), [], []));
    for (let i = 0; i < 200_000; i++) state.put(0);
    const large = state.build();
    expect(large.size).toBe(1_000_000);
    expect(large.bytes.subarray(-5)).toEqual(Uint8Array.of(0x0f, 0x1f, 0x44, 0, 0));
    // An address anywhere in it finds and holds it.
    const inside = dasm.cast(large.address + 999_995n, 'void ()');
    large.free();
    expect(() => inside()).toThrow('has been freed');
  });

  test('raw bytes of an action list', () => {
    const state = dasm.new(Uint8Array.from([...hex(IDENTITY), STOP]), { arch: 'x64' });
    state.put(0);
    expect(state.build().cast('int (int)')(7)).toBe(7);
    // @ts-expect-error the architecture is missing
    expect(() => dasm.new(Uint8Array.of(STOP))).toThrow('need their architecture');
  });
});

describe('release', () => {
  test('use after free throws', () => {
    const built = two();
    const { address } = built;
    const whole = built.cast('int ()');
    const checked = built.cast('int (int)', 'next', { checked: true });
    const found = dasm.cast(address, 'int ()');
    expect(built.freed).toBe(false);
    built.free();
    built.free();
    expect(built.freed).toBe(true);
    const uses: (() => unknown)[] = [
      () => whole(),
      () => checked(1),
      () => found(),
      () => built.address,
      () => built.bytes,
      () => built.globals,
      () => built.pcLabel(1),
      () => built.dump(),
      () => built.cast('int ()'),
      () => dasm.cast(built, 'int ()'),
      () => dasm.cast(whole, 'int ()'),
    ];
    for (const use of uses) expect(use).toThrow('freed');
  });

  test('using', () => {
    let f: (() => number) | undefined;
    {
      using built = two();
      f = built.cast('int ()');
      expect(f()).toBe(42);
    }
    expect(f).toThrow('has been freed');
  });

  test('a callback may free the code that calls it', () => {
    const apply = code(APPLY);
    const call = apply.cast('int64_t (int64_t (*f)(int64_t), int64_t)');
    let depth = 0;
    const result = call(() => {
      depth++;
      const inner = call(() => {
        apply.free();
        return 20n;
      }, 0);
      expect(() => call(() => 0, 0)).toThrow('has been freed');
      return inner + 1n;
    }, 0);
    expect([result, depth]).toEqual([21n, 1]);
  });

  test('ten thousand code objects leave nothing behind', () => {
    const state = dasm.new(list(hex(IDENTITY), [], []));
    const before = executable();
    for (let i = 0; i < 10_000; i++) {
      state.setup();
      state.put(0);
      state.build().free();
    }
    expect(executable()).toBeLessThan(before + 20n * 4096n);
  });

  test('garbage collection frees what nothing refers to', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const addresses: bigint[] = [];
    const functions: ((x: number) => number)[] = [];
    for (let i = 0; i < 64; i++) {
      const built = code(IDENTITY);
      addresses.push(built.address);
      // Every second one stays reachable through a function only.
      if (i % 2 === 0) functions.push(built.cast('int (int)'));
    }
    for (let i = 0; i < 20 && mapped(addresses) > 33; i++) {
      collect();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    // The last ones may still be in a register or on the stack.
    expect(mapped(addresses.filter((_, i) => i % 2 === 1))).toBeLessThanOrEqual(2);
    expect(functions.map((f, i) => f(i))).toEqual(functions.map((_, i) => i));
  });
});

test('pages are writable, then executable, never both', () => {
  const pages = systemPages();
  const address = pages.allocate(5000);
  expect([accessAt(address), accessAt(address + 4999n)]).toEqual(['rw-p', 'rw-p']);
  pages.write(address, Uint8Array.of(0xc3));
  pages.protect(address, 5000);
  expect([accessAt(address), accessAt(address + 4999n)]).toEqual(['r-xp', 'r-xp']);
  pages.free(address, 5000);
  const built = two();
  expect(accessAt(built.address)).toBe('r-xp');
});

test('a failing system call gives its reason', () => {
  const pages = systemPages();
  expect(() => pages.allocate(2 ** 52)).toThrow(
    /^mmap of 4503599627370496 bytes failed: ENOMEM \(.*memory\)$/,
  );
  expect(() => {
    pages.protect(4096n, 4096);
  }).toThrow(/^mprotect of 4096 bytes at 0x1000 to executable failed: ENOMEM/);
  expect(() => {
    pages.free(1n, 4096);
  }).toThrow('munmap of 4096 bytes at 0x1 failed: EINVAL (Invalid argument)');
});

describe('errors of build', () => {
  test('a global that is referenced and not defined', () => {
    const reference = list([...hex('48b8'), IMM_LG, 11, ...hex('c3')], ['a', 'b'], []);
    expect(() => build(reference)).toThrow(EncodeError);
    expect(() => build(reference)).toThrow('global label ->b is undefined');
    const given = build(reference, { globals: { b: 0x123456789abcn } });
    expect(given.cast('int64_t ()')()).toBe(0x123456789abcn);
    expect(given.globals.b).toBe(0x123456789abcn);
    expect(() => build(reference, { globals: { c: 1n } })).toThrow(
      'no label ->c in the action list; it has a, b',
    );
  });

  test('an address of an earlier build does not stand in for a label', () => {
    const both = list(
      [LABEL_LG, TOP, ...hex('c3'), STOP, ...hex('e8'), REL_LG, TOP, ...hex('c3')],
      ['top'],
      [],
    );
    const state = dasm.new(both);
    state.put(0);
    state.build();
    state.setup();
    state.put(4);
    expect(() => state.build()).toThrow('global label ->top is undefined');
  });

  test('out of reach', () => {
    expect(() => build(list([...hex('e8'), REL_A, ...hex('c3')], [], []), {}, 16)).toThrow(
      'at 0x10, is out of reach of a 32-bit distance from 0x',
    );
  });

  test('an extern that is nowhere', () => {
    const call = list([...hex('e8'), EXTERN, 1, 0, ...hex('c3')], [], ['no_such_function']);
    const has = 'extern `no_such_function` has no address: ';
    const nowhere = 'no library has it, and neither has the option `externs` of dasm.new';
    expect(() => build(call)).toThrow(has + nowhere);
    const given = (externs: Externs): void => {
      const state = dasm.new(call, { externs });
      state.put(0);
      state.build();
    };
    expect(() => given(() => undefined)).toThrow(has + nowhere);
    expect(() => given({ no_such_function: () => 1 })).toThrow(
      `${has}the function no_such_function has no address: make it a callback`,
    );
    const raw = dasm.new(call.actions, { arch: 'x64' });
    raw.put(0);
    expect(() => raw.build()).toThrow('extern 0 has no address: the list does not name it; a function');
  });

  test('a global whose address is none', () => {
    // @ts-expect-error the compiler knows what has an address
    expect(() => dasm.new(actions, { globals: { top: {} } })).toThrow('globals.top: {} has no address');
  });

  test('another processor', () => {
    const other = actionList({ format: 1, arch: 'x86', actions: [0xc3, STOP] });
    const state = dasm.new(other);
    state.put(0);
    expect(() => state.build()).toThrow(
      'this is x86 code, and running it needs a 32-bit Node (ia32); this process is x64',
    );
    const bytes = new Uint8Array(state.link());
    state.encode(bytes, 0x1000);
    expect(dasm.dump(bytes, 0x1000, { arch: 'x86' })).toMatch(/^1000 {2}c3 +ret\n$/);
  });
});

test('globals at the low level', () => {
  const state = dasm.new(actions);
  state.growPc(4);
  state.put(0, 1, 1, 3, 3);
  state.encode(new Uint8Array(state.link()), 0x1000);
  expect({ ...dasm.globals(state) }).toEqual({ top: 0x1000n, next: 0x1010n });
});

interface Region {
  readonly from: bigint;
  readonly to: bigint;
  readonly access: string;
  readonly file: string;
}

/** The memory map of this process, proc(5). */
function regions(): Region[] {
  const lines = readFileSync('/proc/self/maps', 'latin1').trim().split('\n');
  return lines.map(line => {
    const [range = '', access = '', , , , file = ''] = line.split(/ +/);
    const [from, to] = range.split('-');
    return { from: BigInt(`0x${from}`), to: BigInt(`0x${to}`), access, file };
  });
}

function accessAt(address: bigint): string | undefined {
  return regions().find(({ from, to }) => from <= address && address < to)?.access;
}

/** Size of the executable memory that is of no file. (That of V8's own code is writable, too.) */
function executable(): bigint {
  const ours = regions().filter(({ access, file }) => access === 'r-xp' && file === '');
  return ours.reduce((sum, { from, to }) => sum + to - from, 0n);
}

/** How many of these addresses are in such memory. */
function mapped(addresses: readonly bigint[]): number {
  const ours = regions().filter(({ access, file }) => access === 'r-xp' && file === '');
  return addresses.filter(at => ours.some(({ from, to }) => from <= at && at < to)).length;
}

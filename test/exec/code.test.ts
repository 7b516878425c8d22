/** Code objects: their properties, calls at their labels, their listing. */
import { describe, expect, test } from '@jest/globals';
import { dasm } from '../../src/exec/index.ts';
import { isArm64, isWindows, isX64, testIf } from './host.ts';
import {
  ADD_ONE,
  arch,
  build,
  buildLabelled,
  hex,
  IDENTITY,
  labelledActions,
  listOf,
  statements,
  STOP,
} from './machinecode.ts';

describe('a code object', () => {
  test('has address, size, bytes, labels', () => {
    const built = buildLabelled();
    const ret = 0xd65f_03c0;
    const nop = 0xd503_201f;
    const expected = isArm64
      ? new Uint8Array(Uint32Array.of(0x5280_0540, ret, nop, nop, ...ADD_ONE, 0x1400_0001, ret).buffer)
      : [0xb8, 42, 0, 0, 0, 0xc3, ...Array<number>(10).fill(0x90), ...ADD_ONE, 0xeb, 0, 0xc3];
    expect(built.size).toBe(expected.length);
    expect([...built.bytes]).toEqual([...expected]);
    expect({ ...built.globals }).toEqual({ top: built.address, next: built.address + 16n });
    expect(() => built.globals.other).toThrow('the label ->other is not defined in this code');
    expect([built.pcLabel(1), built.pcLabel(3)]).toEqual([
      built.address + 16n,
      built.address + BigInt(expected.length - (isArm64 ? 4 : 1)),
    ]);
    for (const label of [0, 2, -1, 1.5, 99]) {
      expect(() => built.pcLabel(label)).toThrow(`the pc label =>${label} is not defined in this code`);
    }
    const { bytes } = built;
    bytes.fill(0);
    expect(built.bytes).not.toEqual(bytes);
  });

  test('is called at its labels', () => {
    const built = buildLabelled();
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

  testIf(isX64, 'the code has other addresses')('is shown as text', () => {
    const [bytes, register] = isWindows ? ['8d 41 01', 'rcx'] : ['8d 47 01', 'rdi'];
    const built = buildLabelled();
    const offset = (text: string): string =>
      `ADDRESS${(BigInt(`0x${text}`) - built.address).toString(16).padStart(3, '0')}`;
    const shown = built.dump().replaceAll(/(?<=^|0x)[0-9a-f]{8,16}(?=  |$|  ;)/gm, offset);
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
        `ADDRESS010  ${bytes}                       lea eax, [${register}+1]`,
        'ADDRESS013  eb 00                          jmp 0xADDRESS015  ; =>3',
        '=>3:',
        'ADDRESS015  c3                             ret',
        '',
      ].join('\n'),
    );
  });

  // iced-x86 prints only the lower half of some numbers.
  test.each([
    ['48b8000000008000002e', 0n, 'mov rax, 0x2e00008000000000'],
    ['48b80000000001000000', 0n, 'mov rax, 0x100000000'],
    ['48b8ffffffff00000000', 0n, 'mov rax, 0xffffffff'],
    ['48b80900000000000000', 0n, 'mov rax, 9'],
    ['48a10500000001000000', 0n, 'mov rax, [qword 0x100000005]'],
    ['eb03', 0x7f00000000n, 'jmp 0x7f00000005'],
    ['e8fbffffff', 0x7f00000000n, 'call 0x7f00000000'],
    ['488b0502000000', 0x7effffffffn, 'mov rax, [rel 0x7f00000008]'],
    ['488b80f8ffffff', 0n, 'mov rax, [rax-8]'],
    ['83c0ff', 0n, 'add eax, 0xffffffff'],
  ])('the listing of %s at %s shows whole numbers', (bytes, address, text) => {
    const line = dasm.dump(Buffer.from(bytes, 'hex'), address, { arch: 'x64' });
    expect(line.trimEnd().replace(/^\S+ +(?:[\da-f]{2} )+ */, '')).toBe(text);
  });

  test('outlives its state, which can build again', () => {
    const state = dasm.new(labelledActions);
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

  test('may have no bytes', () => {
    const empty = build(listOf([], [], []));
    expect([empty.size, empty.bytes.length, empty.dump()]).toEqual([0, 0, '']);
    expect(empty.address).toBeGreaterThan(0n);
    expect(() => empty.cast('void ()')).toThrow('this code has no bytes, and cannot be called');
    empty.free();
  });

  testIf(!isArm64, 'the instruction has 5 bytes')('may have a megabyte', () => {
    const state = dasm.new(listOf(hex('0f1f440000'), [], []));
    for (let i = 0; i < 200_000; i++) state.put(0);
    const large = state.build();
    expect(large.size).toBe(1_000_000);
    expect(large.bytes.subarray(-5)).toEqual(Uint8Array.of(0x0f, 0x1f, 0x44, 0, 0));
    // An address anywhere in it finds and holds it.
    const inside = dasm.cast(large.address + 999_995n, 'void ()');
    large.free();
    expect(() => inside()).toThrow('has been freed');
  });

  test('is built from the bytes of an action list', () => {
    const state = dasm.new([...statements(IDENTITY), STOP], { arch });
    state.put(0);
    expect(state.build().cast('int (int)')(7)).toBe(7);
    // @ts-expect-error the architecture is missing
    expect(() => dasm.new(Uint8Array.of(STOP))).toThrow('need their architecture');
  });
});

test('dasm.globals has the global labels after encode', () => {
  const state = dasm.new(labelledActions);
  state.growPc(4);
  state.put(0, 1, 1, 3, 3);
  state.encode(new Uint8Array(state.link()), 0x1000);
  expect({ ...dasm.globals(state) }).toEqual({ top: 0x1000n, next: 0x1010n });
});

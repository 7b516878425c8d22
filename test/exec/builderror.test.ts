/** What `build` and `dasm.new` say of code that cannot be built. */
import { describe, expect, test } from '@jest/globals';
import { Action, actionList, EncodeError } from '../../src/encoder/index.ts';
import { dasm, type Externs } from '../../src/exec/index.ts';
import { isLinux, isX64, testIf } from './host.ts';
import { arch, build, hex, labelledActions, listOf } from './machinecode.ts';

const { EXTERN, IMM_LG, LABEL_LG, REL_A, REL_LG, STOP } = Action;
const TOP = 10;

describe('build throws for', () => {
  test('a global that is referenced and not defined', () => {
    // mov CRET, ->b; ret
    const reference = listOf([...hex(isX64 ? '48b8' : 'b8'), IMM_LG, 11, ...hex('c3')], ['a', 'b'], []);
    expect(() => build(reference)).toThrow(EncodeError);
    expect(() => build(reference)).toThrow('global label ->b is undefined');
    const b = isX64 ? 0x123456789abcn : 0x12345678n;
    const given = build(reference, { globals: { b } });
    expect(given.cast('intptr_t ()')()).toBe(b);
    expect(given.globals.b).toBe(b);
    expect(() => build(reference, { globals: { c: 1n } })).toThrow(
      'no label ->c in the action list; it has a, b',
    );
  });

  test('a global that only an earlier build defined', () => {
    const both = listOf(
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

  testIf(isX64 && isLinux, 'elsewhere it is within reach')('an address out of reach', () => {
    // lea rax, [&16]; a call would go through a jump slot.
    expect(() => build(listOf([...hex('488d05'), REL_A, ...hex('c3')], [], []), {}, 16)).toThrow(
      /at 0x10, is out of reach of a 32-bit distance from 0x[0-9a-f]+; .mov64 r11, address/,
    );
  });

  test('an extern that no library has', () => {
    const call = listOf([...hex('e8'), EXTERN, 1, 0, ...hex('c3')], [], ['no_such_function']);
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
    expect(() => given({ no_such_function: 1.5 })).toThrow('1.5 is not an address');
    const raw = dasm.new(call.actions, { arch });
    raw.put(0);
    expect(() => raw.build()).toThrow('extern 0 has no address: the list does not name it; a function');
  });

  test('a value in `globals` that has no address', () => {
    // @ts-expect-error the compiler knows what has an address
    expect(() => dasm.new(labelledActions, { globals: { top: {} } })).toThrow(
      'globals.top: {} has no address',
    );
  });

  test('code of another architecture', () => {
    const [arch, needs, here] = isX64
      ? (['x86', 'a 32-bit Node (ia32)', 'x64'] as const)
      : (['x64', 'a 64-bit Node on an x64 processor', 'ia32'] as const);
    const other = actionList({ format: 1, arch, actions: [0xc3, STOP] });
    const state = dasm.new(other);
    state.put(0);
    expect(() => state.build()).toThrow(
      `this is ${arch} code, and running it needs ${needs}; this process is ${here}`,
    );
    const bytes = new Uint8Array(state.link());
    state.encode(bytes, 0x1000);
    expect(dasm.dump(bytes, 0x1000, { arch })).toMatch(/^1000 {2}c3 +ret\n$/);
  });
});

/**
 * What the compiler knows of action lists. `tsc` checks this file: a line behind `@ts-expect-error` must not
 * compile.
 */
import { expect, test } from '@jest/globals';
import { type ActionList, actionList, type GlobalName, State } from '../../src/encoder/index.ts';

const one = actionList({ format: 1, arch: 'x64', id: 'one', globals: ['top', 'end'], actions: [0xc3, 255] });
const two = actionList({ format: 1, arch: 'x64', id: 'two', globals: ['top'], actions: [0xc3, 255] });
const raw = actionList({ format: 1, arch: 'x64', actions: [0xc3, 255] });

test('a list does not take puts for a state of another list', () => {
  const Dst = new State(one);
  one.on(Dst).put(0);
  // @ts-expect-error: made for `one`
  expect(() => two.on(Dst)).toThrow("belongs to the action list 'two'");
  // Where the compiler does not know the list of the state, `on` checks it.
  const plain: State = Dst;
  one.on(plain).put(0);
  expect(() => two.on(plain)).toThrow("belongs to the action list 'two'");
  // The same is true for a list without an id.
  expect(() => raw.on(Dst)).toThrow('action list');
});

test('on takes subclasses of State, and knows their list', () => {
  class Derived<L extends ActionList> extends State<L> {
    readonly more = 5;
  }
  one.on(new Derived(one)).put(0);
  // @ts-expect-error: made for `two`
  expect(() => one.on(new Derived(two))).toThrow("belongs to the action list 'one'");
});

test('names of global labels are literal types', () => {
  const name: GlobalName<typeof one> = 'end';
  // @ts-expect-error: no such label
  const wrong: GlobalName<typeof one> = 'bottom';
  const any: GlobalName<typeof raw> = 'whatever';
  expect([name, wrong, any]).toEqual(['end', 'bottom', 'whatever']);
  expect(one.globals[1]).toBe('end');
});

test('wrong arguments do not compile', () => {
  const Dst = new State(one);
  // @ts-expect-error: not a number
  expect(() => Dst.put('0')).toThrow('the string "0"');
  // @ts-expect-error: no such architecture
  expect(() => actionList({ format: 1, arch: 'z80', actions: [] })).toThrow("arch 'z80'");
  // @ts-expect-error: another format
  expect(() => actionList({ format: 3, arch: 'x64', actions: [] })).toThrow('format 3');
});

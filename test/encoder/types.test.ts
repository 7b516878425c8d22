/**
 * What the compiler knows of action lists. `tsc` checks this file: a line marked `@ts-expect-error` must not compile.
 */
import { expect, test } from '@jest/globals';
import { type ActionList, actionList, type GlobalName, State } from '../../src/encoder/index.ts';

const one = actionList({ format: 1, arch: 'x64', id: 'one', globals: ['top', 'end'], actions: [0xc3, 255] });
const two = actionList({ format: 1, arch: 'x64', id: 'two', globals: ['top'], actions: [0xc3, 255] });
const raw = actionList({ format: 1, arch: 'x64', actions: [0xc3, 255] });

test('a state of one list is refused by another', () => {
  const Dst = new State(one);
  one.on(Dst).put(0);
  // @ts-expect-error: made for `one`
  expect(() => two.on(Dst)).toThrow("belongs to the action list 'two'");
  // A state that says nothing of its list is checked at run time.
  const plain: State = Dst;
  one.on(plain).put(0);
  expect(() => two.on(plain)).toThrow("belongs to the action list 'two'");
  // So is a list without an id.
  expect(() => raw.on(Dst)).toThrow('action list');
});

test('subclasses keep their type', () => {
  class Derived<L extends ActionList> extends State<L> {
    readonly more = 5;
  }
  expect(one.on(new Derived(one)).more).toBe(5);
  // @ts-expect-error: made for `two`
  expect(() => one.on(new Derived(two))).toThrow("belongs to the action list 'one'");
});

test('names are literal types', () => {
  const name: GlobalName<typeof one> = 'end';
  // @ts-expect-error: no such label
  const wrong: GlobalName<typeof one> = 'bottom';
  const any: GlobalName<typeof raw> = 'whatever';
  expect([name, wrong, any]).toEqual(['end', 'bottom', 'whatever']);
  expect(one.globals[1]).toBe('end');
});

test('what the compiler refuses', () => {
  const Dst = new State(one);
  // @ts-expect-error: no number
  expect(() => Dst.put('0')).toThrow('the string "0"');
  // @ts-expect-error: no such architecture
  expect(() => actionList({ format: 1, arch: 'z80', actions: [] })).toThrow("arch 'z80'");
  // @ts-expect-error: another format
  expect(() => actionList({ format: 2, arch: 'x64', actions: [] })).toThrow('format 2');
});

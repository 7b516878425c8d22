/** koffi's limit on callbacks: what the errors say where a function needs one and there is none left. */
import { expect, test } from '@jest/globals';
import { dasm, type Callback } from '../../src/index.ts';
import { code, ZERO } from './machinecode.ts';

test('a function that is passed to native code, while all callbacks are in use', () => {
  const call = code(ZERO).cast('int (int (*f)(int))');
  const held: Callback[] = [];
  let limit = '';
  try {
    for (;;) held.push(dasm.callback('int (int)', x => x));
  } catch (error) {
    limit = (error as Error).message;
  }
  try {
    const hint = 'At most 8192 can be in use at a time; free those that are not needed';
    expect(limit).toContain(hint);
    expect(() => call(x => x)).toThrow(
      `no callback for a function in a call of "int (int (*f)(int))": Error: Too many callbacks are in use (max = 8192). ${hint}`,
    );
  } finally {
    held.forEach(callback => callback.free());
  }
  expect(call(x => x)).toBe(0);
});

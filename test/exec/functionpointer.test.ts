/** koffi never frees the type of a function: prototypes of the same types share one. */
import { expect, test } from '@jest/globals';
import koffi from 'koffi';
import { dasm } from '../../src/exec/index.ts';
import { signature } from '../../src/exec/prototype/signature.ts';
import { cLibrary } from './host.ts';
import { code, IDENTITY } from './machinecode.ts';

/** Prototypes of the same types. */
const groups = [
  ['int (int)', 'int f(int x)', 'signed int g ( const int y );', 'int (*h)(int32)', 'int32_t (int)'],
  ['int (int, int)', 'int add(int a, int b)'],
  ['size_t (char *)', 'size_t strlen(const char *text)'],
  ['int (int (*)(int))', 'int f(int (*g)(int x))', 'int (signed (*)(signed int))'],
  ['void (shared_point)', 'void f(struct shared_point p)'],
  ['void (shared_point *)'],
  ['void ()', 'void f(void)'],
  ['int __stdcall f(int)', 'int (__stdcall *g)(int x)'],
  ['uint16_t ()', 'char16_t ()', 'char16 f()'],
];

test('prototypes share their type with those of the same types, and with no others', () => {
  koffi.struct('shared_point', { x: 'int', y: 'int' });
  const types = groups.map(group => new Set(group.map(text => signature(text).type)));
  // int and int32_t are two types of koffi's.
  expect(types.map(({ size }) => size)).toEqual([3, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(new Set(types.flatMap(set => [...set])).size).toBe(11);
});

test('thousands of names make no new type', () => {
  const { type } = signature('int (int)');
  const identity = code(IDENTITY);
  for (let i = 0; i < 20_000; i++) {
    const known = signature(`int fn_${i}(int x)`);
    if (known.type !== type || known.prototype.name !== `fn_${i}`) expect(known.type).toBe(type);
  }
  expect(identity.cast('int fn_7(int x)').name).toBe('fn_7');
});

test('functions of koffi that have the same types share it, too', () => {
  const functions = ['abs', 'labs'].map(name => cLibrary.func(`int ${name}(int)`));
  const results = functions.map(f => dasm.cast(f, 'int (int)')(-97));
  expect(results).toEqual([97, 97]);
});

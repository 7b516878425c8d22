/** `sizeOf` and `offsetOf`: sizes and offsets of koffi types. */
import { expect, test } from '@jest/globals';
import koffi from 'koffi';
import { offsetOf, sizeOf } from '../../src/exec/index.ts';
import { is64Bit } from './host.ts';

const Point = koffi.struct({ x: 'int16_t', y: 'double' });
const Shape = koffi.struct({ kind: 'int8_t', points: koffi.array(Point, 4), next: 'void *' });
const Either = koffi.union({ i: 'int32_t', d: 'double' });

test('sizeOf and offsetOf give the sizes and offsets of a C compiler', () => {
  expect(sizeOf('int')).toBe(4);
  // On 32-bit Linux a double in a structure has an alignment of 4.
  const expected = is64Bit
    ? { size: 80, offsets: [0, 0, 48, 264, -80, 20, 0, 152] }
    : { size: 56, offsets: [0, 0, 32, 184, -56, 20, 0, 112] };
  expect(sizeOf(Shape)).toBe(expected.size);
  // prettier-ignore
  expect([
    offsetOf(Shape), offsetOf(Shape, 'kind'), offsetOf(Shape, 'points', 2, 'y'), offsetOf(Shape, 3, 'points', 1, 'x'),
    offsetOf(Shape, -1), offsetOf('int', 5), offsetOf(Either, 'd'), offsetOf(Shape, 'points', 9),
  ]).toEqual(expected.offsets);
});

// prettier-ignore
const invalid: [() => number, string][] = [
  [() => offsetOf(Shape, 'kin'),         'has no member kin: its members are kind, points, next'],
  [() => offsetOf(Shape, 'points', 'y'), 'has no member y: it has no members'],
  [() => offsetOf(Shape, 'next', 1),     'is not an array, and cannot be indexed with [1]'],
  [() => offsetOf(Shape, 'toString'),    'has no member toString'],
  [() => offsetOf(Shape, 1.5),           'the index 1.5 is not an integer'],
  [() => sizeOf('nope'),                 '"nope" is neither a koffi type nor the name of one'],
];

test('errors name what the type has', () => {
  for (const [run, message] of invalid) expect(run).toThrow(message);
});

/** Which lines belong together, in both directions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LinePair, partnersOf } from '../src/follow.ts';

/** Line 1 becomes 10 and 11; lines 2 and 4 become 12; line 6 becomes 20. */
const PAIRS: readonly LinePair[] = [
  [1, 10],
  [1, 11],
  [2, 12],
  [4, 12],
  [6, 20],
];

for (const [line, backwards, expected] of [
  [0, false, []],
  [1, false, [10, 11]],
  [3, false, [12]],
  [5, false, [12]],
  [99, false, [20]],
  [9, true, []],
  [10, true, [1]],
  [12, true, [2, 4]],
  [15, true, [2, 4]],
  [20, true, [6]],
] as const) {
  void test(`line ${line} of ${backwards ? 'what was made' : 'the source'}`, () => {
    assert.deepEqual(partnersOf(PAIRS, line, backwards), expected);
  });
}

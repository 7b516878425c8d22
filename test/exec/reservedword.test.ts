/** Words of C that are not part of a known type: a prototype does not take them for names. */
import { expect, test } from '@jest/globals';
import { PrototypeError } from '../../src/exec/index.ts';
import type { FunctionOf } from '../../src/exec/prototype/functiontype.ts';
import { reservedWords, scalarTypes } from '../../src/exec/prototype/scalartype.ts';
import { signature } from '../../src/exec/prototype/signature.ts';

function isRejected(text: string): boolean {
  try {
    signature(text);
    return false;
  } catch (error) {
    return error instanceof PrototypeError;
  }
}

test('no scalar type goes with a reserved word, in front, behind, or behind a star', () => {
  const accepted: string[] = [];
  let count = 0;
  for (const type of Object.keys(scalarTypes)) {
    for (const word of reservedWords) {
      const written = [`${type} ${word}`, `${word} ${type}`, `${type} ${word} x`, `${type} *${word}`];
      for (const each of written) {
        for (const text of [`int (${each})`, `${each} (int)`, `int (int, ${each})`]) {
          count++;
          if (!isRejected(text)) accepted.push(text);
        }
      }
      for (const text of [`${type} (*${word})(int)`, `int (${type} (*${word})(int))`]) {
        count++;
        if (!isRejected(text)) accepted.push(text);
      }
    }
  }
  expect(count).toBeGreaterThan(30_000);
  expect(accepted).toEqual([]);
});

test('the message says which type is unknown', () => {
  expect(() => signature('float _Complex (float _Complex)')).toThrow('unknown type `float _Complex`');
  expect(() => signature('int (char *static)')).toThrow('unexpected `static` behind `char *`');
  expect(() => signature('int (int (*default)(int))')).toThrow('unexpected `default` in the place of a name');
});

test('the compiler does not take such a type for a number', () => {
  const parameters: Parameters<FunctionOf<'int (float _Complex)'>> = ['unknown'];
  expect(parameters).toHaveLength(1);
});

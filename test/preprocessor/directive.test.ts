/**
 * Defines, conditionals, macros, captures, includes and sections: what comes out, or the errors. The sources
 * are the case files in fixtures/directives; those that are generated are here.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { translateSource, type Translation } from '../../src/preprocessor/index.ts';
import { filesOf, linesOf, testCases, type Parts } from '../casefile.ts';

/** Translates to C as file `f`, without comments and `#line`. */
function translate(source: string, parts: Parts = new Map()): Translation {
  const files = filesOf(parts);
  return translateSource(source, {
    file: 'f',
    lang: 'c',
    comments: 'none',
    lineNumbers: false,
    defines: Object.fromEntries(linesOf(parts, 'defines').map(line => line.split('='))),
    undefines: linesOf(parts, 'undefines'),
    readInclude: path => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? undefined : { path, text };
    },
  });
}

function messages({ diagnostics }: Translation): string[] {
  return diagnostics.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe('directives', () => {
  for (const name of readdirSync(join(import.meta.dirname, '../../fixtures/directives'))) {
    testCases(`directives/${name}`, ['source', 'defines', 'undefines'], parts => {
      const translation = translate(`${parts.get('source')}\n`, parts);
      return {
        output: translation.code?.split('\n').slice(10, -1).join('\n') ?? '',
        errors: messages(translation).join('\n'),
      };
    });
  }
});

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Name, the lines behind `.arch`, and the error. */
const GENERATED: readonly (readonly [name: string, source: string, error: string])[] = [
  [
    'macros that double do not end',
    `|.macro m0\n|.nop\n|.endmacro\n${repeat(
      30,
      index => `|.macro m${index + 1}\n| m${index}\n| m${index}\n|.endmacro`,
    )}\n| m30`,
    "f:125: expansion of macro `m0' does not end",
  ],
  [
    'macros can be nested too deep',
    `|.macro m0\n|.nop\n|.endmacro\n${repeat(300, index => `|.macro m${index + 1}\n| m${index}\n|.endmacro`)}\n| m300`,
    'f:905: macros or include files nested too deep',
  ],
  [
    'captures whose dumps double do not end',
    `|.capture c0\n||x\n|.endcapture\n${repeat(
      40,
      index => `|.capture c${index + 1}\n|.dumpcapture c${index}; .dumpcapture c${index}\n|.endcapture`,
    )}\n|.dumpcapture c40`,
    "f:50: capture `c16' does not end",
  ],
  ['a statement has at most 16 operands', `|.nop ${'1,'.repeat(16)}1`, 'f:2: too many parameters'],
  ['a statement begins with a name', '|, 1', 'f:2: bad statement syntax'],
  [
    'names of members of every object are names like others',
    '| constructor; __proto__ 1',
    "f:2: unknown statement `constructor'",
  ],
];

test.each(GENERATED)('%s', (_, source, error) => {
  expect(messages(translate(`|.arch x64\n${source}`))).toEqual([error]);
});

test('a line may have a million characters', () => {
  const { code, diagnostics } = translate(`|.arch x64\n|.nop ${'x'.repeat(1_000_000)}`);
  expect(diagnostics).toEqual([]);
  expect(code?.split('\n').slice(10, -1)).toEqual([]);
});

test('errors stop at the limit', () => {
  const source = `|.arch x64\n${'| bogus\n'.repeat(10)}`;
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'c', maxErrors: 3 });
  expect(diagnostics).toHaveLength(3);
});

/**
 * Source maps of generated TypeScript: where the compiler, a stack trace or a debugger speaks of the output,
 * the map leads to the line and column that the user wrote.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { expect, test } from '@jest/globals';
import { translateSource } from '../../../src/preprocessor/translate.ts';

/** Where `text` or an index stands in `source`, as line:column, both from 1. */
function positionOf(source: string, text: string | RegExp | number): string {
  const index =
    typeof text === 'number' ? text : typeof text === 'string' ? source.indexOf(text) : source.search(text);
  const before = source.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

interface Mapped {
  readonly code: string;
  /** Where the output at `text` or at an index comes from, as file:line:column. */
  readonly origin: (text: string | RegExp | number) => string;
}

function translateMapped(source: string, files: Readonly<Record<string, string>> = {}): Mapped {
  const { code, map, diagnostics } = translateSource(source, {
    file: 'main.dast',
    lang: 'ts',
    sourceMap: true,
    comments: 'none',
    readInclude: name => (files[name] === undefined ? undefined : { path: name, text: files[name] }),
  });
  if (code === undefined || map === undefined)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const trace = new TraceMap(map);
  return {
    code,
    origin(text) {
      const [line = 0, column = 0] = positionOf(code, text).split(':').map(Number);
      const original = originalPositionFor(trace, { line, column: column - 1 });
      return `${original.source}:${original.line}:${(original.column ?? NaN) + 1}`;
    },
  };
}

test('host text, puts and arguments lead to their own place', () => {
  const source = [
    '|.arch x64',
    '|.actionlist actions',
    'function gen(Dst: any, first: number, second: () => number) {',
    '  const third = first;',
    '  | nop',
    '  |   mov eax, first + 1; mov ecx, second()',
    '  || fourth(third);',
    '    | imul Rd(second(5)), dword [rax+second(6)], 500',
    '  | mov edx, { a: 7 }.a',
    '}',
    '|.include other.dasi',
  ].join('\n');
  const { code, origin } = translateMapped(source, {
    'other.dasi': '// Other.\nother(10);\n| push 11 + x\n',
  });
  const places: Readonly<Record<string, string>> = {
    'gen(Dst': '3:10',
    'first: number': '3:24',
    'third = first': '4:9',
    '$put0(actions.on(Dst)': '5:5',
    'first + 1,': '6:16',
    'second())': '6:36',
    'fourth(third)': '7:6',
    'third);': '7:13',
    'actions.on(Dst).put(6': '8:7',
    'second(5)': '8:15',
    'second(6)': '8:38',
    '{ a: 7 }.a': '9:14',
    'const actions': '2:2',
  };
  const found = Object.keys(places).map(text => [
    text,
    origin(code.includes(text) ? text : `missing ${text}`),
  ]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(places).map(([text, place]) => [text, `main.dast:${place}`])),
  );
  expect(origin('other(10)')).toBe('other.dasi:2:1');
  expect(origin('11 + x')).toBe('other.dasi:3:8');
});

test('the words of host lines map to themselves, in every golden source', () => {
  const folder = new URL('../../../fixtures/typescript/print/', import.meta.url);
  const wrong: string[] = [];
  for (const name of readdirSync(folder).filter(each => each.endsWith('.dast'))) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const { code, origin } = translateMapped(source);
    const words = source.replace(/^\s*\|.*$|\/\/.*$|^#!.*$/gm, '').matchAll(/\b[A-Za-z]\w*\b/g);
    for (const [text] of words) {
      const word = new RegExp(`\\b${text}\\b`);
      if (source.split(word).length !== 2 || code.split(word).length !== 2) continue;
      const expected = `main.dast:${positionOf(source, word)}`;
      if (origin(word) !== expected) wrong.push(`${name}: ${text}: ${origin(word)}, expected ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('each line of a function written for a chunk leads to the statement whose put calls it', () => {
  const folder = new URL('../../../fixtures/typescript/print/', import.meta.url);
  const sources = readdirSync(folder).filter(each => each.endsWith('.dast'));
  const wrong: string[] = [];
  let checked = 0;
  for (const name of sources) {
    const { code, origin } = translateMapped(readFileSync(new URL(name, folder), 'utf8'));
    for (const [text, put] of code.matchAll(/^function (\$put\d+)\([^]*?^\}$/gm)) {
      const expected = origin(`${put}(actions`);
      let index = code.indexOf(text);
      for (const line of text.split('\n')) {
        const indent = line.length - line.trimStart().length;
        const found = origin(index + indent);
        if (found !== expected) wrong.push(`${name}: ${line}: ${found}, expected ${expected}`);
        index += line.length + 1;
        checked++;
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(100);
});

test('functions for chunks of included files and macros lead to the put that calls them', () => {
  const source = [
    '|.arch x64',
    '|.actionlist actions',
    '|.macro twice, n',
    '|  add eax, n',
    '|  add eax, n',
    '|.endmacro',
    'function gen(Dst: any, n: number) {',
    '    | nop; mov eax, n',
    // A long host line, because the functions may only be so long in proportion to the rest.
    `  host('${'.'.repeat(500)}');`,
    '  | twice n + 1',
    '}',
    '|.include other.dasi',
  ].join('\n');
  const { code, origin } = translateMapped(source, { 'other.dasi': '// Other.\n  | push n + 2\n' });
  const functions = [...code.matchAll(/^function \$put\d+/gm)].map(({ index }) => origin(index));
  expect(functions).toEqual(['main.dast:8:7', 'main.dast:10:5', 'other.dasi:2:5']);
  // The comment above the functions comes from nowhere.
  expect(origin('// One function')).toBe('null:null:NaN');
});

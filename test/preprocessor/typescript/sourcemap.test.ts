/**
 * Source maps of generated TypeScript: where the compiler, a stack trace or a debugger speaks of the output,
 * the map leads to the line and column that the user wrote.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { expect, test } from '@jest/globals';
import { translateSource } from '../../../src/preprocessor/translate.ts';
import { filesOf, linesOf, testCases } from '../../casefile.ts';

/** Where `text` or an index stands in `source`, as line:column, both from 1. */
function positionOf(source: string, text: string | RegExp | number): string {
  const index =
    typeof text === 'number' ? text : typeof text === 'string' ? source.indexOf(text) : source.search(text);
  const before = source.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

interface Mapped {
  readonly code: string;
  /**
   * Where the output at `text` or at an index comes from, as file:line:column; `nowhere` if from no source.
   */
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
      if (original.source === null) return 'nowhere';
      return `${original.source}:${original.line}:${(original.column ?? NaN) + 1}`;
    },
  };
}

testCases('typescript/sourcemaps.txt', ['source'], parts => {
  const { code, origin } = translateMapped(parts.get('source') ?? '', filesOf(parts));
  const places = linesOf(parts, 'places').map(line => {
    const text = line.replace(/^\S+ +/, '');
    return `${code.includes(text) ? origin(text) : 'missing'} `.padEnd(17) + text;
  });
  return { places: places.join('\n') };
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

test('functions written for chunks have no place, so that they count in no coverage', () => {
  const { code, map } = translateSource('|.arch x64\n|.actionlist a\n| ret\nf();\n', {
    file: 'f',
    lang: 'ts',
    sourceMap: true,
  });
  const last = (code ?? '').slice(0, code?.indexOf('// One function')).split('\n').length;
  const lines: unknown = JSON.parse(map ?? '{}').mappings.split(';');
  expect(code).toContain('function $put0');
  expect(Array.isArray(lines) && lines.length).toBeLessThan(last);
});

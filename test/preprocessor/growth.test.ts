/**
 * Code that takes time in proportion to its input where simpler code takes quadratic time gives the same as
 * the simpler code; and what all statements of a translation grow by has a limit. (How long all of it takes,
 * bench/growth.ts measures.)
 */
import { expect, test } from '@jest/globals';
import { translateFile } from '../../src/files/translatefile.ts';
import { ChunkIndex } from '../../src/preprocessor/actionlist/chunkindex.ts';
import { SubstringIndex } from '../../src/preprocessor/actionlist/substringindex.ts';
import { translateSource } from '../../src/preprocessor/index.ts';
import { scanBrackets } from '../../src/preprocessor/language/bracket.ts';
import { unusedPrefix } from '../../src/preprocessor/language/typescript/print/unusedname.ts';
import {
  lexicalSpans,
  type LexicalSpan,
  RegexReader,
  stringEnd,
  templateTextEnd,
} from '../../src/preprocessor/language/typescript/read/literal.ts';
import { typescriptDialect } from '../../src/preprocessor/language/typescript/read/typescriptdialect.ts';
import { luaNumber } from '../../src/preprocessor/text/luanumber.ts';
import { randomNumbers } from '../seededrandom.ts';

const below = randomNumbers(15);

/** A text of up to `length` of these characters. */
function randomText(characters: string, length: number): string {
  return Array.from({ length: below(length + 1) }, () => characters.charAt(below(characters.length))).join(
    '',
  );
}

function simpleRegexEnd(text: string, open: number): number {
  let inClass = false;
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      at++;
      while (/[a-z]/i.test(text.charAt(at))) at++;
      return at;
    }
  }
  return -1;
}

test('the ends of regular expressions, from left to right and in any order', () => {
  for (let round = 0; round < 6000; round++) {
    const text = randomText('//[]\\a', 14);
    const slashes = [...text.matchAll(/\//g)].map(({ index }) => index);
    const order = round % 2 === 0 ? slashes : slashes.toSorted(() => below(3) - 1);
    const reader = new RegexReader();
    expect([text, ...order.map(at => reader.end(text, at))]).toEqual([
      text,
      ...order.map(at => simpleRegexEnd(text, at)),
    ]);
  }
});

/** The literals and comments of a line, each quote followed to its end. */
function simpleSpans(text: string): LexicalSpan[] {
  const spans: LexicalSpan[] = [];
  const braces: boolean[] = [];
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? '';
    let kind: LexicalSpan['kind'] = 'literal';
    let end = -1;
    if (char === '"' || char === "'") end = stringEnd(text, at);
    else if (char === '`' || (char === '}' && braces.pop() === true)) {
      end = templateTextEnd(text, at + 1);
      if (text[end - 1] === '{') braces.push(true);
    } else if (char === '{') braces.push(false);
    else if (text.startsWith('//', at)) [kind, end] = ['comment', text.length];
    else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      [kind, end] = close < 0 ? ['open-comment', text.length] : ['comment', close + 2];
    } else if (char === '/' && !/[\w$)\]}'"`][ ]*$/.test(text.slice(0, at))) end = simpleRegexEnd(text, at);
    if (end >= 0) spans.push({ kind, start: at, end });
    at = end < 0 ? at + 1 : end;
  }
  return spans;
}

test('the literals and comments of a line', () => {
  for (let round = 0; round < 6000; round++) {
    const text = randomText('\'"`/[]\\a{}$* ', 16);
    const spans = lexicalSpans(text).filter(({ kind }) => kind !== 'code');
    expect([text, ...spans]).toEqual([text, ...simpleSpans(text)]);
  }
});

test('brackets, also more than 15 of them', () => {
  for (let round = 0; round < 3000; round++) {
    const text = randomText('((([[{{)]}', 20) + randomText('([{)]},', 60);
    const separators: number[] = [];
    let open = '';
    let unmatched = -1;
    for (const [index, char] of text.split('').entries()) {
      if (char === ',' && open === '') separators.push(index);
      else if ('([{'.includes(char)) open += ')]}'.charAt('([{'.indexOf(char));
      else if (char !== ',') {
        if (!open.endsWith(char) && unmatched < 0) unmatched = index;
        open = open.slice(0, -1);
      }
    }
    const missing = open.split('').toReversed().join('');
    expect([text, scanBrackets(text, ',')]).toEqual([text, { separators, unmatched, missing }]);
  }
});

test('pasting', () => {
  for (let round = 0; round < 3000; round++) {
    const text = randomText('a.. \t\u00a0', 14);
    expect([text, typescriptDialect.paste?.(text)]).toEqual([
      text,
      text.replace(/\s*(?<!\.)\.\.(?!\.)\s*/g, ''),
    ]);
  }
});

test('decimal numbers', () => {
  for (let round = 0; round < 3000; round++) {
    const text = randomText('1.e+-', 8);
    const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
    expect([text, luaNumber(text)]).toEqual([text, isNumber ? Number(text) : undefined]);
  }
});

test('prefixes that no word has', () => {
  for (let round = 0; round < 2000; round++) {
    const words = new Set(Array.from({ length: 6 }, () => `${randomText('$', 3)}put${randomText('12a', 2)}`));
    let expected = '$put';
    while ([...words].some(word => new RegExp(`^${expected.replaceAll('$', '\\$')}\\d+$`).test(word))) {
      expected = `$${expected}`;
    }
    expect(unusedPrefix('$put', words)).toBe(expected);
  }
});

/** Where the bytes from `start` on stand first in front of `start`; −1 if they do not. */
function simpleFind(bytes: readonly number[], start: number): number {
  const length = bytes.length - start;
  for (let offset = 0; offset + length <= start; offset++) {
    if (bytes.slice(offset, offset + length).every((byte, index) => byte === bytes[start + index]))
      return offset;
  }
  return -1;
}

test('bytes that stand earlier in a list', () => {
  for (let round = 0; round < 300; round++) {
    const bytes: number[] = [];
    const index = new SubstringIndex(bytes);
    for (let chunk = 0; chunk < 12; chunk++) {
      const start = bytes.length;
      for (let length = 1 + below(5); length > 0; length--) bytes.push(below(3));
      const found = index.find(start);
      expect(found).toBe(simpleFind(bytes, start));
      if (found >= 0 && round % 2 === 0) bytes.length = start;
    }
  }
});

test('long chunks that stand earlier, when many have been compared', () => {
  const bytes: number[] = [];
  const index = new ChunkIndex(bytes);
  for (let chunk = 0; chunk < 300; chunk++) {
    const start = bytes.length;
    // The later ones repeat the earlier ones. All end in the same bytes.
    const number = chunk % 250;
    bytes.push(number >> 4, number & 15, ...Array.from({ length: 200 }, () => 7), 255);
    const found = index.find(start);
    expect(found).toBe(chunk < 250 ? -1 : number * 203);
    if (found < 0) index.add(start);
    else bytes.length = start;
  }
});

const HEAD = '|.arch x64\n|.actionlist actions\n';

test.each(['ts', 'c', 'lua'] as const)('%s: all statements together have a limit of growth', lang => {
  const define = `|.define BIG, ${'w+'.repeat(1 << 16)}1\n`;
  const long = `${HEAD}${define}${'|mov eax, BIG\n'.repeat(300)}`;
  const { code, diagnostics } = translateSource(long, { file: 'f', lang });
  expect(code).toBeUndefined();
  expect(diagnostics.map(each => [each.code, each.message])).toEqual([
    ['limit', 'defines make the source too long'],
  ]);
  // The next translation begins anew.
  expect(translateSource(`${HEAD}${define}|mov eax, BIG\n`, { file: 'f', lang }).code).toBeDefined();
});

test('all expansions of macros together have a limit', () => {
  const macro = `|.macro m, a\n|mov eax, ${'a+'.repeat(1 << 10)}1\n|.endmacro\n`;
  const source = `${HEAD}${macro}${`|m ${'x'.repeat(1 << 10)}\n`.repeat(100)}`;
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'ts' });
  expect(diagnostics.map(each => [each.code, each.message])).toEqual([
    ['macro-size', 'macros make the source too long'],
  ]);
});

test('many warnings in a line that is not ASCII have the columns that people count', () => {
  const source = Buffer.from('|.arch x64\n|.actionlist a\n|mov esp, "ü𝒳"; mov esp, 1; mov esp, "é"\n');
  const { diagnostics } = translateFile({ source, file: 'f.dasc' }, {});
  expect(
    diagnostics.map(({ column, length, lineText }) => lineText?.slice((column ?? 0) - 1).slice(0, length)),
  ).toEqual(['esp', 'esp', 'esp']);
});

/**
 * How assembly is read inside C (and Lua): as DynASM reads it. A line is assembly if its first non-blank character is a bar;
 * quotes protect nothing, so a `;`, `,` or `//` inside a string cuts, too.
 */
import { skipBlanks } from '../../text/blank.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmedPart, whole, type Slice } from '../../text/slice.ts';
import { replaceWords, WORDS } from '../../text/word.ts';
import type { Dialect, LineKind } from '../outputlanguage.ts';

const HOST: LineKind = { kind: 'host' };
const BAR = '|';
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function classify(line: string): LineKind {
  const start = skipBlanks(line);
  if (line.charAt(start) !== BAR) return HOST;
  const raw = line.charAt(start + 1) === BAR;
  return {
    kind: raw ? 'raw' : 'assembly',
    indent: line.slice(0, start),
    text: line.slice(start + (raw ? 2 : 1)),
    body: false,
  };
}

function statements(line: string, comment: RegExp): readonly Slice[] {
  const end = line.search(comment);
  const text = end < 0 ? line : line.slice(0, end);
  if (!text.includes(';')) return [whole(text)];
  const result: Slice[] = [];
  let start = 0;
  for (const piece of text.split(';')) {
    if (piece !== '') result.push(whole(piece, start));
    start += piece.length + 1;
  }
  return result;
}

function operands(text: string): Slice[] {
  const result: Slice[] = [];
  const open: string[] = [];
  let start = 0;
  // Every statement comes by here: no character is looked at twice.
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x2c: // ,
        if (open.length > 0) break;
        result.push(trimmedPart(text, start, index));
        start = index + 1;
        break;
      case 0x28: // (
        open.push(')');
        break;
      case 0x5b: // [
        open.push(']');
        break;
      case 0x7b: // {
        open.push('}');
        break;
      case 0x29: // )
      case 0x5d: // ]
      case 0x7d: // }
        if (open.pop() === text[index]) break;
        throw new StatementError('unbalanced (), [] or {}', {
          code: 'brackets',
          at: cut(whole(text), index),
        });
    }
  }
  if (open.length > 0) {
    throw new StatementError('unbalanced () or []', {
      code: 'brackets',
      notes: [`${open.toReversed().join('')} is missing at the end`],
    });
  }
  result.push(trimmedPart(text, start, text.length));
  return result;
}

function closing(text: string, open: number): number {
  const opening = text.charAt(open);
  const wanted = CLOSING[opening];
  let level = 0;
  for (let index = open; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === opening) level++;
    else if (character === wanted && --level === 0) return index;
  }
  return -1;
}

/** DynASM's own way of reading, in which `comment` is what starts a comment. */
export function dynasmDialect(comment: RegExp): Dialect {
  return {
    classifier: () => ({ classify, raw: () => {}, startBody: () => false, nested: false }),
    statements: line => statements(line, comment),
    operands,
    substitute: (text, replace) => replaceWords(text, WORDS, replace),
    closing,
    javascriptOperators: false,
  };
}

export const cDialect: Dialect = dynasmDialect(/\/\//);

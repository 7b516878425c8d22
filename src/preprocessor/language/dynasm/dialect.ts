/**
 * How assembly is read inside C and Lua: as DynASM reads it. A line is assembly if its first character that
 * is not blank is a bar. Quotes protect nothing: a `;`, a `,` or the start of a comment cuts inside of a
 * string, too.
 */
import { skipBlanks } from '../../text/blank.ts';
import { whole, type Slice } from '../../text/slice.ts';
import { replaceWords, WORDS } from '../../text/word.ts';
import { closingBracket, cutOperands } from '../bracket.ts';
import type { Dialect, LineKind } from '../outputlanguage.ts';

const HOST: LineKind = { kind: 'host', isBlank: false };
const BAR = '|';

/** The dialect in which comments start with what `comment` matches. */
export function dynasmDialect(comment: RegExp): Dialect {
  return {
    classifier: () => ({ classify, raw: () => {}, startBody: () => false, nested: false }),
    statements: line => cutStatements(line, comment),
    operands: text => cutOperands(text),
    substitute: (text, replace) => replaceWords(text, WORDS, replace),
    closing: closingBracket,
    javascriptOperators: false,
  };
}

function classify(line: string): LineKind {
  const start = skipBlanks(line);
  if (line.charAt(start) !== BAR) return HOST;
  const isRaw = line.charAt(start + 1) === BAR;
  return {
    kind: isRaw ? 'raw' : 'assembly',
    indent: line.slice(0, start),
    text: line.slice(start + (isRaw ? 2 : 1)),
    body: false,
    endsBody: false,
  };
}

function cutStatements(line: string, comment: RegExp): readonly Slice[] {
  const end = line.search(comment);
  const text = end < 0 ? line : line.slice(0, end);
  if (!text.includes(';')) return [whole(text)];
  const statements: Slice[] = [];
  let start = 0;
  for (const statement of text.split(';')) {
    if (statement !== '') statements.push(whole(statement, start));
    start += statement.length + 1;
  }
  return statements;
}

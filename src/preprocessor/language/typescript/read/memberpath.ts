/**
 * What follows the name of a `.type` in an operand: the path to a member, such as `->a.b[i].c`. Takes its
 * text as it stands in the statement, and returns its elements.
 */
import { trimBlanks } from '../../../text/blank.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../../text/slice.ts';
import { closingBracket } from '../../bracket.ts';
import { checkExpression } from './expression.ts';
import { maskLiterals } from './literal.ts';

/** The name of a member, or the expression of an array's index. */
type PathElement = { readonly member: string } | { readonly index: string };

const MEMBER = /\s*(?:->|\.)\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*/uy;
const INDEX_START = /\s*\[/y;

/**
 * Returns the elements of a path, at least one. An index at the start counts whole objects of the type.
 * @throws {StatementError} the text is not a path, or an index is not an expression
 */
export function parseMemberPath(path: Slice): readonly PathElement[] {
  const elements: PathElement[] = [];
  const code = maskLiterals(path.text);
  let end = 0;
  while (end < code.length) {
    MEMBER.lastIndex = end;
    const member = MEMBER.exec(code)?.[1];
    if (member !== undefined) {
      elements.push({ member });
      end = MEMBER.lastIndex;
      continue;
    }
    INDEX_START.lastIndex = end;
    const start = INDEX_START.test(code) ? INDEX_START.lastIndex : 0;
    const close = start > 0 ? closingBracket(code, start - 1) : -1;
    if (close < 0) failMemberPath(path, end);
    const index = cut(path, start, close);
    checkExpression(index);
    elements.push({ index: index.text });
    end = close + 1;
    if (trimBlanks(code.slice(end)) === '') break;
  }
  if (elements.length === 0) failMemberPath(path, 0);
  return elements;
}

/** Fails for what stands in `path` from an index on. */
function failMemberPath(path: Slice, index: number): never {
  const rest = trimmed(cut(path, index));
  throw new StatementError('bad member of a type', {
    code: 'member',
    at: rest.text === '' ? trimmed(path) : rest,
    notes: ['a member is `->name` or `.name`, an array element `[expression]`'],
  });
}

/**
 * How assembly is read inside TypeScript. Statements and operands are cut outside of brackets, literals and
 * comments only, and defines are not replaced in literals or behind the dot of a member.
 */
import { endOfText } from '../../../text/blank.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import { cut, whole, type Slice } from '../../../text/slice.ts';
import { JAVASCRIPT_WORDS, replaceWords } from '../../../text/word.ts';
import { closingBracket, cutOperands, scanBrackets } from '../../bracket.ts';
import type { Dialect } from '../../outputlanguage.ts';
import { TypeScriptClassifier } from './classifier.ts';
import { hostNames } from './hostname.ts';
import { isCodeOnly, lexicalSpans, maskLiterals } from './literal.ts';
import { readNumber } from './numberliteral.ts';
import { readString } from './stringliteral.ts';
import { usedNames } from './usedname.ts';

const PASTE = /(?<!\.)\.\.(?!\.)/;

export const typescriptDialect: Dialect = {
  classifier: isStatement => new TypeScriptClassifier(isStatement),
  statements: cutStatements,
  operands: text => cutOperands(text, maskLiterals(text)),
  substitute,
  paste: text => changeCode(text, pasteCode),
  closing: (text, open) => closingBracket(maskLiterals(text), open),
  expressions: { number: readNumber, text: readString, mask: maskLiterals, names: usedNames, hostNames },
  javascriptOperators: true,
};

/** `code` without each `..` and the blanks around it. */
function pasteCode(code: string): string {
  const parts = code.split(PASTE);
  const last = parts.length - 1;
  return parts
    .map((part, index) => {
      const behind = index === 0 ? part : part.trimStart();
      return index === last ? behind : behind.trimEnd();
    })
    .join('');
}

function cutStatements(line: string): readonly Slice[] {
  const text = withoutComments(line);
  if (text !== '' && !text.includes(';')) return [whole(text)];
  const statements: Slice[] = [];
  let start = 0;
  for (const end of [...scanBrackets(maskLiterals(text), ';').separators, text.length]) {
    if (end > start) statements.push(cut(whole(text), start, end));
    start = end + 1;
  }
  return statements;
}

/**
 * `text` with blanks instead of its comments.
 * @throws {StatementError} a comment does not end
 */
function withoutComments(text: string): string {
  if (isCodeOnly(text)) return text;
  let result = '';
  for (const { kind, start, end } of lexicalSpans(text)) {
    if (kind === 'open-comment') {
      throw new StatementError('the comment does not end on this line', {
        code: 'comment',
        at: { start, end },
      });
    }
    result += kind === 'comment' ? ' '.repeat(end - start) : text.slice(start, end);
  }
  return result;
}

type Replace = (word: string, start: number) => string | undefined;

function substitute(text: string, ofWord: Replace): string {
  const hasDots = text.includes('.');
  const replace = text.includes('#') ? behindHash(ofWord) : ofWord;
  if (!hasDots && isCodeOnly(text)) return replaceWords(text, JAVASCRIPT_WORDS, replace);
  return changeCode(text, (code, start) =>
    replaceWords(code, JAVASCRIPT_WORDS, (word, index) => {
      const at = start + index;
      return hasDots && isMember(text, at) ? undefined : replace(word, at);
    }),
  );
}

/** `#name` may have a meaning of its own, the size of a type. Else it is the immediate `name`. */
function behindHash(replace: Replace): Replace {
  return (word, start) => {
    const value = replace(word, start);
    if (value !== undefined || !word.startsWith('#')) return value;
    const immediate = replace(word.slice(1), start + 1);
    return immediate === undefined ? undefined : `#${immediate}`;
  };
}

/** Applies `change` to what is code in `text`, and leaves literals and comments alone. */
function changeCode(text: string, change: (code: string, start: number) => string): string {
  if (isCodeOnly(text)) return change(text, 0);
  let result = '';
  for (const { kind, start, end } of lexicalSpans(text)) {
    const part = text.slice(start, end);
    result += kind === 'code' ? change(part, start) : part;
  }
  return result;
}

/**
 * Whether a name at `index` is a member's: it stands behind one dot, not two (`a .. b` pastes) or three
 * (`...rest`).
 */
function isMember(text: string, index: number): boolean {
  const end = endOfText(text, index);
  return text[end - 1] === '.' && text[end - 2] !== '.';
}

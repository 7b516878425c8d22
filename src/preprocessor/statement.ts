/** Cuts the text of a statement into its name and operands. */
import { endOfText, isBlank, skipBlanks } from './text/blank.ts';
import { StatementError } from './diagnostic/error.ts';
import { cut, NOTHING, whole, type Slice, type Span } from './text/slice.ts';
import type { Dialect } from './language/outputlanguage.ts';

const MAX_OPERANDS = 16;
const COLON = 0x3a;
const CHOOSER = /^(\{\w+\})\s+(?=\w)/;

export interface Statement {
  readonly name: string;
  /** Where the name stands in the statement. */
  readonly nameSpan: Span;
  readonly operands: readonly Slice[];
}

/** The name and operands of a statement; `label:` is short for `.label label`. Throws `StatementError`. */
export function splitStatement(text: string, dialect: Dialect): Statement {
  const end = endOfText(text);
  if (text.charCodeAt(end - 1) === COLON && end > 1) {
    // As in DynASM, blanks before the colon belong to the label: `->foo :` is a bad label.
    const start = skipBlanks(text);
    const label = start === end - 1 ? cut(whole(text), 0, 1) : cut(whole(text), start, end - 1);
    return { name: '.label', nameSpan: label, operands: [label] };
  }
  const operands = dialect.operands(text);
  const first = operands[0] ?? NOTHING;
  // `{evex} vaddps …`: what chooses the encoding belongs to the name.
  const chooser = first.text.startsWith('{') ? CHOOSER.exec(first.text) : null;
  let nameEnd = chooser === null ? 0 : chooser[0].length;
  while (nameEnd < first.text.length && !isBlank(first.text.charCodeAt(nameEnd))) nameEnd++;
  if (nameEnd === 0) throw new StatementError('bad statement syntax', { code: 'syntax' });
  if (nameEnd === first.text.length) operands.shift();
  else operands[0] = cut(first, skipBlanks(first.text, nameEnd));
  if (operands.length > MAX_OPERANDS) {
    const notes = [`a statement takes at most ${MAX_OPERANDS}`];
    throw new StatementError('too many parameters', { code: 'operand-count', notes });
  }
  const written = first.text.slice(0, nameEnd);
  const name = chooser === null ? written : `${chooser[1]} ${written.slice(chooser[0].length)}`;
  return { name, nameSpan: { start: first.start, end: first.start + nameEnd }, operands };
}

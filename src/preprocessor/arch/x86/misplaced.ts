/**
 * What an operand means that is not an expression of the host language: a segment, a label, or the member of
 * a type stands where it cannot. Takes the text that the language has refused; returns the error that says
 * what to write instead, or undefined for other texts.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { ArgumentValue, HostType } from '../../item.ts';
import { cut, trimmed } from '../../text/slice.ts';

const SEGMENT = /^([cdefgs]s)\s*:/;
const LABEL = /^(?:->|=>|[<>][1-9]$)/;
const EXTERN = /^extern\s+\S+$/;
/** `TYPE->member`, or the size of a type, `#TYPE`, which is replaced where the type is known. */
const MEMBER = /(?<![\p{ID_Continue}$])([\p{ID_Start}$_][\p{ID_Continue}$]*)(?::\w+)?\s*->|#([A-Za-z_]\w*)/u;

export function misplacedError(
  value: ArgumentValue,
  types: ReadonlyMap<string, HostType>,
): StatementError | undefined {
  // A variable register's text is its number in parentheses.
  const expression = trimmed(value.kind === 'register' ? cut(value, 1, value.text.length - 1) : value);
  const { text } = expression;
  const segment = SEGMENT.exec(text)?.[1];
  if (segment !== undefined) {
    return new StatementError(`\`${segment}:' in an operand`, {
      code: 'segment',
      at: cut(expression, 0, segment.length + 1),
      notes: [`the segment stands in front of the address: \`[${segment}:rdi+8]'`],
    });
  }
  if (LABEL.test(text) || EXTERN.test(text)) {
    const kind = text.startsWith('extern') ? 'an extern' : 'a label';
    return new StatementError(`\`${text}' is ${kind}, and an expression belongs here`, {
      code: 'label-operand',
      at: expression,
      notes: [`load its address into a register: \`lea rax, [${text}]'`],
    });
  }
  const member = MEMBER.exec(text);
  if (member === null) return undefined;
  const [all, ofArrow, ofSize] = member;
  const name = ofArrow ?? ofSize ?? '';
  if (types.has(name)) {
    return new StatementError(`\`${name}->' inside an expression: a member is an operand of its own`, {
      code: 'member',
      at: cut(expression, member.index, member.index + all.length),
    });
  }
  const start = member.index + (ofArrow === undefined ? 1 : 0);
  return new StatementError(`\`${name}' is not the name of a \`.type'`, {
    code: 'unknown-type',
    at: cut(expression, start, start + name.length),
    notes: [`declare it above: \`.type ${name}, 'a type of koffi', rbx'`],
  });
}

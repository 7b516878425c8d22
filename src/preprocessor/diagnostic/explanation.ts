/** Explains the codes of diagnostics to people. Takes a code; returns text. */
import { checkArgument, isText } from '../../encoder/format/argument.ts';
import { ERRORS, NOTES, WARNINGS, type Explanation } from './explanationtable.ts';

export function isWarningCode(text: string): text is keyof typeof WARNINGS {
  checkArgument('isWarningCode', 'text', text, isText);
  return Object.hasOwn(WARNINGS, text);
}

/** Everything that is known of a code, for people; undefined for what is not a code. */
export function explain(code: string): string | undefined {
  checkArgument('explain', 'code', code, isText);
  const tables: readonly (readonly [severity: string, table: Readonly<Record<string, Explanation>>])[] = [
    ['error', ERRORS],
    ['warning', WARNINGS],
    ['note', NOTES],
  ];
  const parts = tables.flatMap(([severity, table]) => {
    const explanation = Object.hasOwn(table, code) ? table[code] : undefined;
    return explanation === undefined ? [] : [show(code, severity, explanation)];
  });
  return parts.length === 0 ? undefined : parts.join('\n');
}

function show(code: string, severity: string, { meaning, wrong, right }: Explanation): string {
  const examples = [
    ['wrong', wrong],
    ['right', right],
  ].filter(([, text]) => text !== '');
  const lines = examples.map(([title, text = '']) => `\n${title}:\n\n${text.replaceAll(/^/gm, '    ')}\n`);
  return `${code} (${severity})\n\n${wrap(meaning)}\n${lines.join('')}`;
}

/** Breaks a text into lines of at most 95 characters. */
function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > 95) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}

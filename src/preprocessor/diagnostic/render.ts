/**
 * Makes text of diagnostics, in three forms: `renderClassic` as DynASM prints them, `renderPretty` with
 * column, source line, caret and notes, `renderJson` with one object a line. Each text ends in a newline, if
 * there are diagnostics.
 */
import { checkArgument, expecting, isArrayOf, isBoolean, isText } from '../../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../../encoder/format/option.ts';
import { endOfText, skipBlanks } from '../text/blank.ts';
import type { Diagnostic } from './diagnostic.ts';

const isDiagnostics = /* @__PURE__ */ isArrayOf(
  expecting('a diagnostic', value => typeof (value as Partial<Diagnostic> | null)?.message === 'string'),
);

/** DynASM prints no more errors than this. */
const CLASSIC_LIMIT = 20;
/** Codes of the warnings that DynASM has, too. */
const CLASSIC_WARNINGS: ReadonlySet<string> = new Set(['bad-idea']);

/**
 * What DynASM prints on standard error for these diagnostics of a translation of `file`, byte for byte.
 * Warnings that DynASM does not have, and notes, are left out.
 */
export function renderClassic(diagnostics: readonly Diagnostic[], file: string): string {
  checkArgument('renderClassic', 'diagnostics', diagnostics, isDiagnostics);
  checkArgument('renderClassic', 'file', file, isText);
  let text = '';
  let errors = 0;
  let fatal = false;
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'error') {
      if (CLASSIC_WARNINGS.has(diagnostic.code)) text += classicText(diagnostic, 'warning');
      continue;
    }
    fatal ||= diagnostic.fatal === true;
    if (fatal || ++errors <= CLASSIC_LIMIT) text += classicText(diagnostic, 'error');
    else if (errors === CLASSIC_LIMIT + 1) {
      text += `${diagnostic.file}:*: warning: too many errors (suppressed further messages).\n`;
    }
  }
  if (fatal || errors > 0) {
    const count = fatal ? 'fatal error' : errors === 1 ? '1 error' : `${errors} errors`;
    text += `${file}:*: info: ${count} in input file -- no output file generated.\n`;
  }
  return text;
}

function classicText(diagnostic: Diagnostic, severity: 'error' | 'warning'): string {
  const { file, line = '*', column, message, classic = message, lineText, expansion } = diagnostic;
  const head = `${file}:${line}: ${severity}: ${classic}`;
  // DynASM shows no source line for errors that it finds at the end of the file.
  if (column === undefined || lineText === undefined) return `${head}\n`;
  const inner = severity === 'error' ? expansion?.[0] : undefined;
  const indent = lineText.slice(0, skipBlanks(lineText));
  const macro = inner ? `${indent}|  ${inner.statement}\t[MACRO ${inner.macro} (${inner.count})]\n` : '';
  return `${head}:\n${lineText}\n${macro}`;
}

export interface PrettyOptions {
  /** ANSI colours. */
  readonly color?: boolean;
}

const checkPrettyOptions = /* @__PURE__ */ isOptions({
  color: isBoolean,
} satisfies OptionChecks<PrettyOptions>);

type Style = (text: string) => string;
const STYLES = { error: '31;1', warning: '33;1', place: '1', caret: '32;1', note: '36' } as const;
/** Of a longer source line only this many characters are shown. */
const MAX_WIDTH = 160;
const TAB_WIDTH = 8;

/**
 * Each diagnostic as `file:line:column: severity: message`, then the source line with a caret under what is
 * wrong, what defines and macros made of it (`as:`), the macros that it came out of (`in:`), and the notes.
 */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions = {}): string {
  checkArgument('renderPretty', 'diagnostics', diagnostics, isDiagnostics);
  checkArgument('renderPretty', 'options', options, checkPrettyOptions);
  const style = (name: keyof typeof STYLES): Style =>
    options.color === true ? text => `\x1b[${STYLES[name]}m${text}\x1b[0m` : text => text;
  return diagnostics.map(diagnostic => prettyText(diagnostic, style)).join('');
}

function prettyText(diagnostic: Diagnostic, style: (name: keyof typeof STYLES) => Style): string {
  const { file, line, column, severity, message, code } = diagnostic;
  const place = [file, line, column].filter(part => part !== undefined).join(':');
  const lines = [`${style('place')(`${place}:`)} ${style(severity)(`${severity}:`)} ${message} [${code}]`];
  if (line !== undefined && diagnostic.lineText !== undefined) {
    const { text, marks } = excerpt(diagnostic.lineText, column ?? 1, diagnostic.length ?? 1);
    lines.push(`${String(line).padStart(5)} | ${text}`);
    if (column !== undefined) lines.push(`      | ${style('caret')(marks)}`);
  }
  if (diagnostic.expanded !== undefined) {
    const { expanded } = diagnostic;
    const { text, marks } = excerpt(expanded.text, expanded.column ?? 1, expanded.length ?? 1);
    lines.push(`      ${style('note')('as:')} ${text}`);
    if (expanded.column !== undefined) lines.push(`          ${style('caret')(marks)}`);
  }
  for (const { statement, macro, count } of diagnostic.expansion ?? []) {
    lines.push(
      `      ${style('note')('in:')} ${statement.slice(skipBlanks(statement))}  (macro ${macro}, ${count} operand${count === 1 ? '' : 's'})`,
    );
  }
  for (const note of diagnostic.notes) lines.push(`      ${style('note')('note:')} ${note}`);
  return `${lines.join('\n')}\n`;
}

/** The part of a source line that is shown, with tabs expanded, and the marks under it. */
function excerpt(
  line: string,
  column: number,
  length: number,
): { readonly text: string; readonly marks: string } {
  const from = column - 1 > MAX_WIDTH - 40 ? column - 41 : 0;
  const limit = Math.min(line.length, from + MAX_WIDTH);
  // Forwards, since very many diagnostics may be of one line with very many blanks at its end.
  const isCut = skipBlanks(line, limit) < line.length;
  const to = isCut ? limit : endOfText(line, limit);
  const head = from > 0 ? '…' : '';
  const before = expandTabs(head + line.slice(from, column - 1));
  const text = expandTabs(head + line.slice(from, to)) + (isCut ? '…' : '');
  const marked =
    expandTabs(head + line.slice(from, Math.min(to, column - 1 + length))).length - before.length;
  return { text, marks: ' '.repeat(before.length) + '^' + '~'.repeat(Math.max(0, marked - 1)) };
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let result = '';
  for (const character of text) {
    result += character === '\t' ? ' '.repeat(TAB_WIDTH - (result.length % TAB_WIDTH)) : character;
  }
  return result;
}

/** One JSON object a line, with the fields of `Diagnostic`. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  checkArgument('renderJson', 'diagnostics', diagnostics, isDiagnostics);
  return diagnostics.map(diagnostic => `${JSON.stringify(diagnostic)}\n`).join('');
}

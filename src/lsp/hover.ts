/**
 * What is shown of a place: forms of an instruction, what a name stands for, what a macro becomes, and the
 * bytes of the statement. Takes an analysis and a place; returns Markdown.
 */
import type { Hover } from 'vscode-languageserver';
import type { Arch, SupportedForm } from '../preprocessor/arch/arch.ts';
import { DIRECTIVES, renderForms } from '#translator';
import type { ObservedCode } from '../preprocessor/observer.ts';
import type { Analysis, Statement } from './analysis.ts';
import type { NamedSymbol } from './nameindex.ts';
import { rangeOf } from './place.ts';

/** At most so many forms are shown. */
const MAX_FORMS = 24;
const MAX_LINES = 24;

export function hoverAt(analysis: Analysis, file: string, line: number, column: number): Hover | undefined {
  const statement = analysis.statementAt(file, line, column);
  if (statement === undefined) return undefined;
  const parts: string[] = [];
  const named = analysis.index.at(file, line, column);
  let range = named && rangeOf(named.occurrence.at);
  if (named) parts.push(describeSymbol(named.symbol));
  const { nameSpan, name } = analysis.read(statement.text);
  const start = statement.place.column;
  const isName = nameSpan && column >= start + nameSpan.start && column <= start + nameSpan.end;
  if (isName && named === undefined) {
    const text = describeName(name, statement, analysis.observed.arch);
    if (text !== undefined) {
      parts.push(text);
      range = rangeOf({ line, column: start + nameSpan.start, length: nameSpan.end - nameSpan.start });
    }
  }
  if (isName && statement.expansion.length > 0) parts.push(`It becomes\n\n${fence(statement.expansion)}`);
  const { arch } = analysis.observed;
  if (arch) parts.push(...describeCode(statement.codes, arch));
  if (parts.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: parts.join('\n\n') }, ...(range && { range }) };
}

function fence(lines: readonly string[]): string {
  const shown = lines.slice(0, MAX_LINES).map(each => each.trimEnd());
  const more = lines.length > MAX_LINES ? [`… (${lines.length - MAX_LINES} more)`] : [];
  return ['```', ...shown, ...more, '```'].join('\n');
}

/** What a symbol is, for people. */
export function describeSymbol({ kind, text, meaning = '', occurrences, hidden }: NamedSymbol): string {
  const uses = occurrences.filter(({ isDefinition }) => !isDefinition).length + hidden.length;
  const used = `${uses} use${uses === 1 ? '' : 's'}`;
  switch (kind) {
    case 'define':
      return `\`.define ${text}, ${meaning}\` — ${used}`;
    case 'macro':
      return `\`.macro ${[text, ...(meaning === '' ? [] : [meaning])].join(', ')}\` — ${used}`;
    case 'type':
      return `\`.type ${text}, ${meaning}\``;
    case 'parameter':
      return `\`${text}\`: a parameter of the macro`;
    case 'section':
      return `\`.${text}\`: a section`;
    case 'capture':
      return `\`${text}\`: a capture`;
    default:
      return `\`${text}\`: ${labelKind(text)}, ${used}`;
  }
}

function labelKind(text: string): string {
  if (text.startsWith('->')) return 'a global label';
  if (text.startsWith('=>')) return 'a pc label';
  if (text.startsWith('%%')) return 'a label of the macro';
  return text.startsWith('extern ') ? 'an address from outside' : 'a local label';
}

function describeName(name: string, statement: Statement, arch: Arch | undefined): string | undefined {
  const directive = findDirective(name);
  if (directive) return `\`${[name, directive[1]].join(' ').trim()}\` — ${directive[2]}`;
  const forms = formsOf(name, arch);
  if (forms.length === 0 || arch === undefined) return undefined;
  const used = statement.codes.find(({ form }) => form !== undefined)?.form;
  const chosen = used && arch.describeForm(used);
  const text = [
    renderForms(forms.slice(0, MAX_FORMS)).trimEnd().split('\n'),
    forms.length > MAX_FORMS ? [`… and ${forms.length - MAX_FORMS} more forms`] : [],
  ].flat();
  const heading =
    chosen?.mnemonic === name
      ? [`here: \`${renderForms([chosen]).trim().replaceAll(/ {2,}/g, ' · ')}\``]
      : [];
  return [...heading, ['```', ...text, '```'].join('\n')].join('\n\n');
}

/** The row of a directive, by its name or a synonym that the row has. */
export function findDirective(name: string): (typeof DIRECTIVES)[number] | undefined {
  if (!name.startsWith('.')) return undefined;
  return (
    DIRECTIVES.find(([each]) => each === name) ??
    DIRECTIVES.find(([, , meaning]) => meaning.match(/\.\w+/g)?.includes(name))
  );
}

/** The forms of a mnemonic, which may have what chooses the encoding in front. */
export function formsOf(name: string, arch: Arch | undefined): readonly SupportedForm[] {
  const mnemonic = name.replace(/^\{\w+\}\s+/, '');
  return arch?.forms(new RegExp(`^${mnemonic.replaceAll(/[^\w]/g, '\\$&')}$`)) ?? [];
}

/** The bytes of what a statement was assembled to. */
function describeCode(codes: readonly ObservedCode[], arch: Arch): readonly string[] {
  const lines = codes.flatMap(code => {
    const bytes = codeText(code, arch);
    return bytes === '' ? [] : [codes.length > 1 ? `${bytes.padEnd(28)} ${code.text.trim()}` : bytes];
  });
  return lines.length === 0 ? [] : [`Machine code\n\n${fence(lines)}`];
}

/** Bytes, and in brackets what a put fills in. */
export function codeText({ actions, format }: ObservedCode, arch: Arch): string {
  return arch.editing.describeActions(actions, format).join(' ');
}

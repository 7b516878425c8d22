/** Diagnostics as editors show them, and the fixes that they suggest. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic as EditorDiagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver';
import { archNames } from '#translator';
import type { Diagnostic } from '../preprocessor/index.ts';
import { rangeOfDiagnostic, uriOf } from './place.ts';

const SEVERITIES: Readonly<Record<Diagnostic['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** What an editor gives back with a request for fixes. */
interface FixData {
  readonly suggestions: readonly string[];
}

/** A note that names a place: `FILE:LINE: text`. */
const PLACE = /^(.+):(\d+): (.*)$/s;

export function editorDiagnostic(diagnostic: Diagnostic): EditorDiagnostic {
  const { severity, code, message, notes, expanded, expansion, file, suggestions = [] } = diagnostic;
  const range = rangeOfDiagnostic(diagnostic);
  const relatedInformation: DiagnosticRelatedInformation[] = [];
  const add = (text: string): void => {
    relatedInformation.push({ location: { uri: uriOf(file), range }, message: text });
  };
  if (expanded) add(`as: ${expanded.text}`);
  for (const { statement, macro } of expansion ?? []) add(`in: ${statement.trim()} (macro ${macro})`);
  for (const note of notes) {
    const [, path, line, text = ''] = PLACE.exec(note) ?? [];
    if (path !== undefined) {
      const start = { line: Number(line) - 1, character: 0 };
      relatedInformation.push({
        location: { uri: uriOf(path), range: { start, end: start } },
        message: text,
      });
    }
  }
  const data: FixData = { suggestions };
  return {
    range,
    severity: SEVERITIES[severity],
    code,
    source: 'dynasm',
    message: [message, ...notes].join('\n'),
    ...(relatedInformation.length > 0 && { relatedInformation }),
    ...(code === 'TS6133' && { tags: [DiagnosticTag.Unnecessary] }),
    data,
  };
}

/** The fixes for diagnostics of a document. `text`: its text. */
export function fixesFor(uri: string, diagnostics: readonly EditorDiagnostic[], text: string): CodeAction[] {
  const lines = text.split('\n');
  return diagnostics.flatMap(diagnostic => {
    const { range, code, data } = diagnostic;
    const { suggestions = [] } = (data ?? {}) as Partial<FixData>;
    const fixes = suggestions.map((newText, index): CodeAction => ({
      title: `Change to \`${newText}'`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(index === 0 && suggestions.length === 1 && { isPreferred: true }),
      edit: { changes: { [uri]: [{ range, newText }] } },
    }));
    if (code !== 'arch' || lines.some(line => /^\s*\|\s*\.arch\b/.test(line))) return fixes;
    const start = { line: range.start.line, character: 0 };
    const archs = archNames.map((name): CodeAction => ({
      title: `Insert \`.arch ${name}'`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: { changes: { [uri]: [{ range: { start, end: start }, newText: `|.arch ${name}\n` }] } },
    }));
    return [...fixes, ...archs];
  });
}

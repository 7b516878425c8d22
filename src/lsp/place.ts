/**
 * Places and ranges of the protocol, which count from 0, out of those of the translator,
 * which count from 1.
 */
import { pathToFileURL, fileURLToPath } from 'node:url';
import type { Position, Range } from 'vscode-languageserver';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { Located } from '../preprocessor/observer.ts';

export function rangeOf({ line, column, length }: Pick<Located, 'line' | 'column' | 'length'>): Range {
  const start = { line: line - 1, character: column - 1 };
  return { start, end: { line: line - 1, character: start.character + length } };
}

/** What a diagnostic marks: its stretch, the line, or the start of the file. */
export function rangeOfDiagnostic({ line = 1, column, length, lineText = '' }: Diagnostic): Range {
  if (column !== undefined) return rangeOf({ line, column, length: length ?? 1 });
  const start = lineText.length - lineText.trimStart().length;
  return rangeOf({ line, column: start + 1, length: lineText.trim().length });
}

/** Line and column from 1. */
export function placeAt({ line, character }: Position): { readonly line: number; readonly column: number } {
  return { line: line + 1, column: character + 1 };
}

/** The path of a file; of another document, its URI. */
export function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
}

export function uriOf(path: string): string {
  return /^[a-z][\w+.-]+:/.test(path) ? path : pathToFileURL(path).href;
}

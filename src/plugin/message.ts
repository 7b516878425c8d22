/** Makes of diagnostics what bundlers show. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../preprocessor/index.ts';
import { renderPretty } from '../preprocessor/diagnostic/render.ts';

/** A message as Rollup defines it. */
interface Message {
  readonly message: string;
  /** Path of the file. */
  readonly id: string;
  /** `line` counts from 1, `column` from 0. */
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  /** Shown as it is, below the message and its place. */
  readonly frame?: string;
}

/** One message, which is about the first of `diagnostics` and shows all. */
export function messageOf(diagnostics: readonly Diagnostic[], framework: string): Message {
  const { file = '', line, column = 1, message, code } = diagnostics[0] ?? {};
  const id = resolve(file);
  const place = { id, ...(line !== undefined && { loc: { file: id, line, column: column - 1 } }) };
  const text = renderPretty(diagnostics).trimEnd();
  // The others show the frame not always, or never: Vite when it builds, Vitest, webpack and Rspack.
  if (framework !== 'rollup' && framework !== 'rolldown') return { ...place, message: text };
  return { ...place, message: `${message} [${code}]`, frame: text.replace(/^.*\n?/, '') };
}

/**
 * What there is to say besides the message and the source line: what macros made of it, and what would be
 * right.
 */
export function restOf(diagnostic: Diagnostic): string {
  const { lineText, column } = diagnostic;
  const shown = lineText === undefined ? 1 : column === undefined ? 2 : 3;
  const lines = renderPretty([diagnostic]).trimEnd().split('\n').slice(shown);
  return lines.map(line => line.replace(/^ {6}/, '')).join('\n');
}

/**
 * Diagnostics to standard error, in the form that was asked for. Of a warning that repeats only the first ones are shown, of
 * errors as many as anybody reads; JSON holds them all.
 */
import { isatty } from 'node:tty';
import { renderClassic, renderJson, renderPretty, type Diagnostic } from '../src/preprocessor/index.ts';
import { writeStandardError } from './stream.ts';

export type DiagnosticsForm = 'pretty' | 'classic' | 'json';

const MAX_ERRORS = 100;
const MAX_WARNINGS = 3;

/** Whether people look at standard error. */
export function onTerminal(): boolean {
  return isatty(2);
}

/** Prints the diagnostics of a translation of `file`; colours on a terminal, unless NO_COLOR is set. */
export function report(file: string, diagnostics: readonly Diagnostic[], form: DiagnosticsForm): void {
  if (diagnostics.length === 0) return;
  const renderers = {
    pretty: () => renderShort(diagnostics),
    classic: () => renderClassic(diagnostics, file),
    json: () => renderJson(diagnostics),
  };
  writeStandardError(renderers[form]());
}

function renderShort(diagnostics: readonly Diagnostic[]): string {
  const color = onTerminal() && !process.env['NO_COLOR'];
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ severity, code }) => {
    const kind = severity === 'error' ? severity : code;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= limitOf(kind);
  });
  const more = [...counts]
    .filter(([kind, count]) => count > limitOf(kind))
    .map(([kind, count]) => {
      const rest = count - limitOf(kind);
      const plural = rest === 1 ? '' : 's';
      return kind === 'error'
        ? `dynasm: ${rest} more error${plural}\n`
        : `dynasm: ${rest} more warning${plural} [${kind}]; --no-warn=${kind} turns them off\n`;
    });
  return [renderPretty(shown, { color }), ...more].join('');
}

function limitOf(kind: string): number {
  return kind === 'error' ? MAX_ERRORS : MAX_WARNINGS;
}

/**
 * Prints diagnostics to standard error. The pretty form shows only the first warnings of each kind, and as
 * many errors as anybody reads; the JSON form has them all.
 */
import { renderClassic, renderJson, renderPretty, type Diagnostic } from '../src/preprocessor/index.ts';
import { writeStandardError } from './stream.ts';
import { hasColors, isTerminal } from './terminal.ts';

export type DiagnosticsForm = 'pretty' | 'classic' | 'json';

const MAX_ERRORS = 100;
const MAX_WARNINGS = 3;

/**
 * Prints the diagnostics of a translation of `file`, if there are any, in the form `asked`. Without that the
 * form is pretty on a terminal, and `fallback` elsewhere. On a terminal there are colours (see `hasColors`).
 */
export function printDiagnostics(
  file: string,
  diagnostics: readonly Diagnostic[],
  asked: DiagnosticsForm | undefined,
  fallback: DiagnosticsForm,
): void {
  if (diagnostics.length === 0) return;
  const terminal = isTerminal(2);
  const renderers = {
    pretty: () => renderShort(diagnostics, hasColors(2)),
    classic: () => renderClassic(diagnostics, file),
    json: () => renderJson(diagnostics),
  };
  writeStandardError(renderers[asked ?? (terminal ? 'pretty' : fallback)]());
}

function renderShort(diagnostics: readonly Diagnostic[], color: boolean): string {
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

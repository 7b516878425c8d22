/**
 * Prints diagnostics to standard error. The pretty form shows only the first warnings of each kind, and as
 * many errors as anybody reads; the JSON form has them all.
 */
import { fstatSync, statSync } from 'node:fs';
import { renderClassic, renderJson, renderPretty, type Diagnostic } from '../src/preprocessor/index.ts';
import { writeStandardError } from './stream.ts';

export type DiagnosticsForm = 'pretty' | 'classic' | 'json';

const MAX_ERRORS = 100;
const MAX_WARNINGS = 3;

/** Whether people look at standard error. */
function onTerminal(): boolean {
  return !isPiped() && process.getBuiltinModule('node:tty').isatty(2);
}

/** Tells files, pipes and the null device from terminals without `node:tty`, which takes 4 ms to load. */
function isPiped(): boolean {
  try {
    const stats = fstatSync(2);
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/**
 * Prints the diagnostics of a translation of `file`, if there are any, in the form `asked`. Without that the
 * form is pretty on a terminal, and `fallback` elsewhere. On a terminal there are colours, unless NO_COLOR is
 * set.
 */
export function printDiagnostics(
  file: string,
  diagnostics: readonly Diagnostic[],
  asked: DiagnosticsForm | undefined,
  fallback: DiagnosticsForm,
): void {
  if (diagnostics.length === 0) return;
  const terminal = onTerminal();
  const renderers = {
    pretty: () => renderShort(diagnostics, terminal && !process.env['NO_COLOR']),
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

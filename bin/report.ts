/**
 * Diagnostics to standard error, in the form that was asked for.
 */
import { renderClassic, renderJson, renderPretty, type Diagnostic } from '../src/preprocessor/index.ts';

export type DiagnosticsForm = 'pretty' | 'classic' | 'json';

/** Prints the diagnostics of a translation of `file`; colours on a terminal, unless NO_COLOR is set. */
export function report(file: string, diagnostics: readonly Diagnostic[], form: DiagnosticsForm): void {
  const color = process.stderr.isTTY && !process.env['NO_COLOR'];
  const renderers = {
    pretty: () => renderPretty(diagnostics, { color }),
    classic: () => renderClassic(diagnostics, file),
    json: () => renderJson(diagnostics),
  };
  process.stderr.write(renderers[form]());
}

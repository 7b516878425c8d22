/**
 * Mistakes in the TypeScript around the assembly: they come to light in the generated code, and are shown in the source.
 */
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { SyntaxFailure } from './javascript.ts';
import type { Diagnostic } from './preprocessor/index.ts';

/**
 * A failure in generated code as a diagnostic of the source `text`, the file `file`. `map` is the map of the generated code;
 * without one it is the source itself.
 */
export function syntaxDiagnostic(
  failure: SyntaxFailure,
  file: string,
  text: string,
  map?: string,
): Diagnostic {
  const entry = map === undefined ? undefined : findEntry(failure, map);
  const source = entry?.originalSource ?? file;
  const line = entry?.originalLine ?? failure.line;
  const column = entry?.originalColumn ?? failure.column;
  const lineText = source === file ? text.split('\n')[line] : undefined;
  return {
    severity: 'error',
    code: 'host-syntax',
    message: failure.message,
    file: source,
    line: line + 1,
    column: column + 1,
    ...(lineText !== undefined && { lineText }),
    notes: [],
  };
}

/** The mapping at or before the failure; columns within one mapping are the same in both texts. */
function findEntry(
  { line, column }: SyntaxFailure,
  map: string,
): { originalSource: string; originalLine: number; originalColumn: number } | undefined {
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line, column);
  return 'originalSource' in entry ? entry : undefined;
}

/**
 * Mistakes in the TypeScript around the assembly. They are found in the generated code; here each becomes a
 * diagnostic of the source.
 */
import type { SourceMapPayload } from 'node:module';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { HostSyntaxError } from './javascript.ts';

/**
 * An error in generated code as a diagnostic of the source `text`, the file `file`. `map` is the map of the
 * generated code; without one that code is the source itself.
 */
export function syntaxDiagnostic(
  error: HostSyntaxError,
  file: string,
  text: string,
  map?: string,
): Diagnostic {
  const entry = map === undefined ? undefined : findEntry(error, map);
  const source = entry?.originalSource ?? file;
  const line = entry?.originalLine ?? error.line;
  const column = entry?.originalColumn ?? error.column;
  const lineText = source === file ? text.split('\n')[line] : undefined;
  return {
    severity: 'error',
    code: 'host-syntax',
    message: error.message,
    file: source,
    line: line + 1,
    column: column + 1,
    ...(lineText !== undefined && { lineText }),
    notes: [],
  };
}

/** The mapping at or before the error; columns within one mapping are the same in both texts. */
function findEntry(
  { line, column }: HostSyntaxError,
  map: string,
): { originalSource: string; originalLine: number; originalColumn: number } | undefined {
  const { SourceMap } = process.getBuiltinModule('node:module');
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(line, column);
  return 'originalSource' in entry ? entry : undefined;
}

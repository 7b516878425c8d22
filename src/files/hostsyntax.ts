/**
 * Mistakes in the TypeScript around the assembly, and in its expressions. They are found in the generated
 * code; here each becomes a diagnostic of the source.
 */
import type { SourceMapPayload } from 'node:module';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { HostSyntaxError, SyntaxMistake } from './javascript.ts';

/** Texts of source files by their names. */
type SourceTexts = ReadonlyMap<string, string>;

/**
 * The mistakes in generated code as diagnostics of the sources. `map` is the map of the generated code;
 * without one that code is the source `file` itself.
 */
export function syntaxDiagnostics(
  { mistakes }: HostSyntaxError,
  file: string,
  texts: SourceTexts,
  map?: string,
): readonly Diagnostic[] {
  const { SourceMap } = process.getBuiltinModule('node:module');
  const found = map === undefined ? undefined : new SourceMap(JSON.parse(map) as SourceMapPayload);
  const diagnostics = mistakes.map(mistake => diagnosticOf(mistake, file, texts, found));
  // Generated code may repeat a text.
  return [...new Map(diagnostics.map(each => [`${each.file}:${each.line}:${each.column}`, each])).values()];
}

function diagnosticOf(
  mistake: SyntaxMistake,
  file: string,
  texts: SourceTexts,
  map: import('node:module').SourceMap | undefined,
): Diagnostic {
  // The mapping at or before the mistake; columns within one mapping are the same in both texts.
  const entry = map?.findEntry(mistake.line, mistake.column);
  const place =
    entry !== undefined && 'originalSource' in entry
      ? { source: entry.originalSource, line: entry.originalLine, column: entry.originalColumn }
      : { source: file, line: mistake.line, column: mistake.column };
  const lines = texts.get(place.source)?.split('\n', place.line + 1);
  const lineText = lines?.[place.line]?.replace(/\r$/, '');
  // The text of a macro has the columns of its own, but stands for the line that uses it.
  const column = Math.min(place.column, lineText?.length ?? Infinity);
  return {
    severity: 'error',
    code: 'host-syntax',
    message: mistake.message,
    file: place.source,
    line: place.line + 1,
    column: column + 1,
    ...(lineText !== undefined && { lineText }),
    notes: lineText === undefined ? [] : barNotes(lineText, column),
  };
}

/** What a user may have meant by a bar that is not an operator. */
function barNotes(lineText: string, column: number): readonly string[] {
  if (lineText[column] !== '|') return [];
  return lineText.slice(0, column).trim() === ''
    ? [
        'the line goes on with the one above: assembly stands where a statement may begin; put braces around it',
      ]
    : ['a line of assembly begins with its bar'];
}

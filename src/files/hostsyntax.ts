/**
 * Mistakes in the TypeScript around the assembly, and in its expressions. They are found in the generated
 * code; here each becomes a diagnostic of the source.
 */
import type { Diagnostic } from '../preprocessor/index.ts';
import type { HostSyntaxError, SyntaxMistake } from './javascript.ts';
import { readMap, sourcePlace, type SourceTexts } from './sourceplace.ts';

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
  const found = map === undefined ? undefined : readMap(map);
  const diagnostics = mistakes.map(mistake => diagnosticOf(mistake, file, texts, found));
  // Generated code may repeat a text.
  return [...new Map(diagnostics.map(each => [`${each.file}:${each.line}:${each.column}`, each])).values()];
}

function diagnosticOf(
  { message, line, column }: SyntaxMistake,
  file: string,
  texts: SourceTexts,
  map: ReturnType<typeof readMap> | undefined,
): Diagnostic {
  const place = sourcePlace({ file, line: line + 1, column: column + 1 }, map, texts);
  const { lineText } = place;
  return {
    severity: 'error',
    code: 'host-syntax',
    message,
    ...place,
    notes: lineText === undefined ? [] : barNotes(lineText, place.column - 1),
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

/**
 * Where a place in generated code comes from. Takes the source map of the code and the texts of the sources;
 * returns the place in a source, with its line.
 */
import type { SourceMap, SourceMapPayload } from 'node:module';

/** Texts of source files by the names that the map has for them. */
export type SourceTexts = ReadonlyMap<string, string>;

/** Line and column count from 1. */
interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface SourcePlace extends FilePlace {
  /** Absent if the text of the file is not known. */
  readonly lineText?: string;
}

/** Reads a source map, version 3, from its JSON text. */
export function readMap(json: string): SourceMap {
  const { SourceMap: Reader } = process.getBuiltinModule('node:module');
  return new Reader(JSON.parse(json) as SourceMapPayload);
}

/** The source of a place in generated code. Without a map that code is the source itself. */
export function sourcePlace(
  generated: FilePlace,
  map: SourceMap | undefined,
  texts: SourceTexts,
): SourcePlace {
  // The mapping at or before the place.
  const entry = map?.findEntry(generated.line - 1, generated.column - 1);
  const place =
    entry !== undefined && 'originalSource' in entry
      ? { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
      : generated;
  const lineText = texts.get(place.file)?.split('\n', place.line)[place.line - 1]?.replace(/\r$/, '');
  if (lineText === undefined) return place;
  // The text of a macro has the columns of its own, but stands for the line that uses it.
  return { ...place, column: Math.min(place.column, lineText.length + 1), lineText };
}

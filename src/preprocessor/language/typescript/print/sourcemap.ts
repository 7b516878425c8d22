/**
 * Makes the source map, version 3, which says of each piece of the output which file, line and column it
 * comes from. Takes the lines of the output in their pieces, returns the map as JSON text.
 */
import { encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import type { Place } from '../../../item.ts';
import { JAVASCRIPT_WORDS } from '../../../text/word.ts';
import type { Unit } from '../../outputlanguage.ts';
import type { MappedLine } from './mappedline.ts';

export function sourceMap(lines: readonly MappedLine[], unit: Unit): string {
  /** The files by their index in the map. */
  const sources = new Map<string, number>();
  const mappings = lines.map(line => segmentsOf(line, sources));
  indexOf(unit.file, sources);
  const names = [...sources.keys()];
  return JSON.stringify({
    version: 3,
    names: [],
    sources: names,
    // c8 takes the texts of all sources from here, or counts nothing of a source.
    sourcesContent: names.map(file => unit.texts.get(file) ?? null),
    mappings: encode(mappings),
  });
}

function indexOf(file: string, sources: Map<string, number>): number {
  const index = sources.get(file) ?? sources.size;
  sources.set(file, index);
  return index;
}

/** What the map says of one line. */
function segmentsOf(line: MappedLine, sources: Map<string, number>): SourceMapSegment[] {
  const segments: SourceMapSegment[] = [];
  if (typeof line === 'string') return segments;
  let column = 0;
  for (const { text, place, verbatim } of line) {
    if (place) {
      const source = indexOf(place.file, sources);
      if (verbatim) mapWords(segments, column, text, source, place);
      else if (!endsAt(segments, source, place))
        segments.push([column, source, place.line - 1, place.column - 1]);
    }
    column += text.length;
  }
  return segments;
}

/** Does the last segment lead to this place already? */
function endsAt(segments: readonly SourceMapSegment[], source: number, place: Place): boolean {
  const [, lastSource, line, column] = segments.at(-1) ?? [];
  return lastSource === source && line === place.line - 1 && column === place.column - 1;
}

/**
 * Maps each word and each sign of a verbatim text. (Finding them by a regular expression takes longer than
 * making the whole map.)
 */
function mapWords(
  segments: SourceMapSegment[],
  start: number,
  text: string,
  source: number,
  { line, column }: Place,
): void {
  const { ascii } = JAVASCRIPT_WORDS;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Characters beyond ASCII all count as parts of words.
    const isWord = code >= 128 || ascii[code] === 1;
    if (code > 32 && !(isWord && inWord))
      segments.push([start + index, source, line - 1, column - 1 + index]);
    inWord = isWord;
  }
}

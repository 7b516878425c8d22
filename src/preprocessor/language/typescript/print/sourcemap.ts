/**
 * Makes the source map, version 3, which says of each piece of the output which file, line and column it
 * comes from. Takes the lines of the output in their pieces, returns the map as JSON text.
 */
import {
  GenMapping,
  addSegment,
  maybeAddSegment,
  setSourceContent,
  toEncodedMap,
} from '@jridgewell/gen-mapping';
import type { Place } from '../../../item.ts';
import { JAVASCRIPT_WORDS } from '../../../text/word.ts';
import type { Unit } from '../../outputlanguage.ts';
import type { MappedLine } from './mappedline.ts';

export function sourceMap(lines: readonly MappedLine[], unit: Unit): string {
  const map = new GenMapping();
  for (const [index, line] of lines.entries()) {
    if (typeof line === 'string') continue;
    let column = 0;
    for (const { text, place, verbatim } of line) {
      if (place && verbatim) mapWords(map, index, column, text, place);
      else if (place) maybeAddSegment(map, index, column, place.file, place.line - 1, place.column - 1);
      column += text.length;
    }
  }
  setSourceContent(map, unit.file, unit.texts.get(unit.file) ?? null);
  const encoded = toEncodedMap(map);
  // c8 takes the texts of all sources from here, or counts nothing of a source.
  const sourcesContent = encoded.sources.map(file => unit.texts.get(file ?? '') ?? null);
  return JSON.stringify({ ...encoded, sourcesContent });
}

/**
 * Maps each word and each sign of a verbatim text. (Finding them by a regular expression takes longer than
 * making the whole map.)
 */
function mapWords(map: GenMapping, line: number, column: number, text: string, place: Place): void {
  const { ascii } = JAVASCRIPT_WORDS;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Characters beyond ASCII all count as parts of words.
    const isWord = code >= 128 || ascii[code] === 1;
    if (code > 32 && !(isWord && inWord)) {
      addSegment(map, line, column + index, place.file, place.line - 1, place.column - 1 + index);
    }
    inWord = isWord;
  }
}

/**
 * Source maps, version 3: says of each piece of the output which file, line and column it comes from. In flow the lines of
 * output in their pieces, out flows the map as JSON text.
 */
import {
  GenMapping,
  addSegment,
  maybeAddSegment,
  setSourceContent,
  toEncodedMap,
} from '@jridgewell/gen-mapping';
import type { Unit } from '../target.ts';
import type { Line } from './line.ts';

/** Where a position in the text can be asked for: at each word and each sign. */
const WORD_OR_SIGN = /[\p{ID_Continue}$]+|[^\s]/gu;

export function sourceMap(lines: readonly Line[], unit: Unit): string {
  const map = new GenMapping();
  for (const [index, line] of lines.entries()) {
    let column = 0;
    for (const { text, place, verbatim } of line) {
      if (place && verbatim) {
        for (const match of text.matchAll(WORD_OR_SIGN)) {
          const source = place.column - 1 + match.index;
          addSegment(map, index, column + match.index, place.file, place.line - 1, source);
        }
      } else if (place) {
        maybeAddSegment(map, index, column, place.file, place.line - 1, place.column - 1);
      }
      column += text.length;
    }
  }
  if (unit.source !== undefined) setSourceContent(map, unit.file, unit.source);
  return JSON.stringify(toEncodedMap(map));
}

/**
 * Where things stand in the source: places of arguments, and the line table. The cases are in
 * fixtures/places.
 */
import { expect } from '@jest/globals';
import { findLanguage } from '../../src/preprocessor/language/index.ts';
import { Translator } from '../../src/preprocessor/translator.ts';
import { filesOf, testCases, type Parts } from '../casefile.ts';

/** Translates the source of a case for TypeScript as file `f`. */
function run(parts: Parts) {
  const files = filesOf(parts);
  const translator = new Translator(findLanguage('ts'), {
    comments: false,
    macroComments: false,
    flushLines: false,
    argumentPlaces: true,
    maxErrors: Infinity,
    strict: false,
    silenced: new Set(),
    readInclude: path => ({ path, text: files[path] ?? '' }),
  });
  return { unit: translator.translate('f', parts.get('source') ?? ''), log: translator.session.log };
}

testCases('places/arguments.txt', ['source'], parts => {
  const { unit, log } = run(parts);
  expect(log.failed).toBe(false);
  const places = unit.items.flatMap(item =>
    item.kind === 'put'
      ? item.arguments.map(({ text, place }) => `${place.file}:${place.line}:${place.column} ${text}`)
      : [],
  );
  return { places: places.join('\n') };
});

testCases('places/linetable.txt', ['source'], parts => {
  const { actions, lines } = run(parts).unit;
  const triples = lines.triples.flatMap((_, index) =>
    index % 3 === 0 ? [lines.triples.slice(index, index + 3).join(' ')] : [],
  );
  return { actions: actions.join(' '), files: lines.files.join(' '), lines: triples.join('\n') };
});

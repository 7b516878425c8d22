/**
 * The caches of statements change nothing: random programs that repeat themselves are translated with and
 * without them. DYNASM_SEED=<seed> replays one.
 */
import { afterEach, expect, jest, test } from '@jest/globals';
import { type Language, type Translation, translateSource } from '../../src/preprocessor/index.ts';
import { TextCache } from '../../src/preprocessor/text/textcache.ts';
import { linesOf, readCase } from '../casefile.ts';
import { randomNumbers } from '../seededrandom.ts';

const replay = process.env['DYNASM_SEED'] || undefined;
const firstSeed = Number(replay ?? 1);
const count = replay === undefined ? 60 : 1;
const LENGTH = 150;

function linesFor(name: string): readonly string[] {
  return linesOf(readCase('random/repetition.txt', name), 'lines');
}

const HEAD = linesFor('what each program begins with');
const LINES = linesFor('lines, some of whose meaning depends on others');
const CHANGES = linesFor('changes of the meaning of others, each of which stands once, somewhere');
const FAULTY = linesFor('lines with errors and warnings');

function randomSource(seed: number): string {
  const random = randomNumbers(seed);
  const all = seed % 2 === 0 ? LINES : [...LINES, ...FAULTY];
  const lines = Array.from({ length: LENGTH }, () => all[random(all.length)]);
  for (const change of CHANGES) lines.splice(random(lines.length), 0, change);
  return [...HEAD, ...lines, ''].join('\n');
}

/** The output and the diagnostics. */
function translate(text: string, lang: Language): Translation {
  return translateSource(text, { file: 'f', lang, sourceMap: true, macroComments: true });
}

afterEach(() => {
  jest.restoreAllMocks();
});

test.each(['c', 'lua', 'ts'] as const)('the output in %s is the same with and without caches', lang => {
  let translated = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const source = randomSource(seed);
    const cached = translate(source, lang);
    const lookup = jest.spyOn(TextCache.prototype, 'get').mockReturnValue(undefined);
    const plain = translate(source, lang);
    expect(lookup).toHaveBeenCalled();
    lookup.mockRestore();
    if (plain.code !== undefined) translated++;
    try {
      expect(cached).toEqual(plain);
    } catch (error) {
      throw new Error(
        `seed ${seed}; replay: DYNASM_SEED=${seed} npm test -- test/preprocessor/statementcache`,
        {
          cause: error,
        },
      );
    }
  }
  if (replay === undefined) expect(translated).toBeGreaterThan(0);
});

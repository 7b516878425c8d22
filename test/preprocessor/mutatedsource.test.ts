/**
 * Random sources: the fixtures, cut up and put together anew. Translation ends for every one
 * of them, and errors are diagnostics. Replay one with `FUZZ_SEED=n FUZZ_COUNT=1`; more with a larger
 * `FUZZ_COUNT`.
 */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  renderClassic,
  renderDefinitions,
  renderJson,
  renderPretty,
  translateSource,
  type Language,
} from '../../src/preprocessor/index.ts';
import { randomNumbers, type Random } from '../seededrandom.ts';

const root = join(import.meta.dirname, '../..');
/** Where sources of each host language are. */
const FOLDERS = ['fixtures/c', 'fixtures/lua', 'fixtures/typescript/print', 'examples'];
const LANGUAGES: readonly Language[] = ['c', 'lua', 'ts'];
const FIRST_SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 1000);

const FRAGMENTS = [
  ...Array.from('|;,:()[]{}#.@&=<>-+*/\\"\'`$ \t\r\0\u00ff\u2028'),
  '||',
  '//',
  '--',
  '/*',
  '..',
  '->',
  '=>',
  '|.if 1\n',
  '|.if 0\n',
  '|.else\n',
  '|.endif\n',
  '|.macro m, a\n',
  '|.endmacro\n',
  '| m 1\n',
  '|.define a, b\n',
  '|.define b, a\n',
  '|.capture c\n',
  '|.endcapture\n',
  '|.dumpcapture c\n',
  '|.include part\n',
  '|.type T, int, rax\n',
  '|.globals G\n',
  'Rq(',
  'xmm(1)',
  'extern ',
  'dword ',
  '0x7fffffff',
  '1e999',
  '${',
  '}`',
];

function mutate(lines: readonly string[], random: Random): string {
  const pick = <T>(list: readonly T[], otherwise: T): T => list[random(list.length)] ?? otherwise;
  const chosen = ['|.arch x64', '|.actionlist actions'];
  const count = 1 + random(40);
  for (let index = 0; index < count; index++) chosen.push(pick(lines, ''));
  let text = chosen.join('\n');
  const changes = random(8);
  for (let index = 0; index < changes; index++) {
    const at = random(text.length);
    const removed = random(2) * random(6);
    text = text.slice(0, at) + (random(4) === 0 ? '' : pick(FRAGMENTS, '')) + text.slice(at + removed);
  }
  return text;
}

test('the translation of mutated sources ends with output or with diagnostics', () => {
  const lines = FOLDERS.flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => /\.das[cilt]$/.test(name))
      .flatMap(name => readFileSync(join(root, folder, name), 'latin1').split('\n')),
  );
  const failures: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
    const random = randomNumbers(seed);
    const text = mutate(lines, random);
    const part = mutate(lines, random);
    for (const lang of LANGUAGES) {
      try {
        const { code, diagnostics, definitions } = translateSource(text, {
          file: 'fuzz',
          lang,
          macroComments: random(2) === 0,
          flushLines: random(2) === 0,
          strict: random(4) === 0,
          definitions: random(4) === 0,
          ...(random(4) === 0 && { maxErrors: 1 + random(5) }),
          readInclude: path => ({ path, text: part }),
        });
        const failed = diagnostics.some(({ severity }) => severity === 'error');
        if ((code === undefined) !== failed) throw new Error('code and errors disagree');
        renderClassic(diagnostics, 'fuzz');
        renderPretty(diagnostics);
        renderJson(diagnostics);
        if (definitions) renderDefinitions(definitions, true);
        for (const { line, column = 1, lineText = '' } of diagnostics) {
          if (line !== undefined && column > lineText.length + 1) throw new Error('column behind the line');
        }
      } catch (error) {
        const replay = `FUZZ_SEED=${seed} FUZZ_COUNT=1 npm test -- test/preprocessor/mutatedsource`;
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push(`seed ${seed}, ${lang} (${replay}): ${reason}`);
      }
    }
  }
  expect(failures.slice(0, 5)).toEqual([]);
});

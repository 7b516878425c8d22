/**
 * How fast sources are translated: cold, as whole processes of the built command line, and warm, in processes
 * that go on.
 *
 *     npm run build && node --import tsx bench/translate.ts [rounds]
 *
 * If the environment variable DYNASM_LUA names a `dynasm.lua`, `luajit` runs it beside ours on the same C
 * source; DYNASM_SOURCE names a C source to measure as well. Prints tables: milliseconds, and thousands of
 * assembly lines a second.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TranslateSourceOptions } from 'dynasm/preprocessor';
import { circumstances, measure, row, table, type Candidate } from './measurement.ts';
import { node, processCandidate, type Command } from './process.ts';
import { countAssembly, makeSource } from './source.ts';
import { startTranslator } from './translator.ts';

const rounds = Number(process.argv[2] ?? 15);
const { DYNASM_LUA: lua, DYNASM_SOURCE: chosen } = process.env;
/** Lines of the sources that are translated cold; the warm ones have the first number. */
const SIZES = [5000, 20_000, 100_000] as const;
const WARMUPS = 30;
const dynasm = join(import.meta.dirname, '../dist/bin/dynasm.cjs');

/** Whole processes on the C source at `source`, and on the TypeScript source at `dast` if there is one. */
async function cold(title: string, source: string, dast?: string): Promise<string> {
  const commands: Command[] = [
    node('dynasm, C output', dynasm, '-o', 'ours.h', source),
    ...(dast === undefined
      ? []
      : [node('dynasm, TypeScript output', dynasm, 'translate', '--no-check', '-o', 'ours.ts', dast)]),
    node('node, empty program', '-e', '0'),
  ];
  if (lua !== undefined) {
    const args = [resolve(lua), '-o', 'theirs.h', source];
    commands.unshift({ name: 'luajit dynasm.lua', command: 'luajit', args });
  }
  const figures = await measure(
    commands.map(command => processCandidate(command, folder)),
    rounds,
    1,
  );
  return table(
    [`cold, ${title}`, 'ms', '10…90 %', 'ratio'],
    figures.map(each => row(each, 0)),
  );
}

/** The translator run after run, each use in a process of its own. */
async function warm(): Promise<string> {
  const c = readFileSync(join(folder, `${SIZES[0]}.dasc`), 'latin1');
  const ts = readFileSync(join(folder, `${SIZES[0]}.dast`), 'utf8');
  const uses: readonly (readonly [name: string, text: string, own: Partial<TranslateSourceOptions>])[] = [
    ['C output', c, { lang: 'c' }],
    ['TypeScript output', ts, {}],
    ['TypeScript output, source map', ts, { sourceMap: true }],
    ['TypeScript output without functions', ts, { specialise: false }],
  ];
  const candidates = uses.map(([name, text, own]): Candidate => {
    const assembly = countAssembly(text);
    const translator = startTranslator({
      text,
      options: { file: 'source', lang: 'ts', platform: 'x64-linux', ...own },
    });
    return { name, run: async () => assembly / ((await translator.run()) / 1e6), end: translator.end };
  });
  const figures = await measure(candidates, rounds * 2, WARMUPS);
  return table(
    ['warm', 'thousand assembly lines/s', '10…90 %', 'ratio'],
    figures.map(each => row(each, 0)),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'dynasm-bench-'));
try {
  console.log(`${circumstances()}\n`);
  for (const lines of SIZES) {
    const [c, ts] = [`${lines}.dasc`, `${lines}.dast`];
    writeFileSync(join(folder, c), makeSource('c', lines));
    writeFileSync(join(folder, ts), makeSource('ts', lines));
    console.log(await cold(`${lines.toLocaleString('en')} lines`, c, ts));
  }
  if (chosen !== undefined) console.log(await cold(chosen, resolve(chosen)));
  console.log(await warm());
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * How fast sources are translated: cold, as whole processes of the built command line, and warm, in processes that go on.
 *
 *     npm run build && node --import tsx bench/translate.ts [lines] [rounds]
 *
 * If the environment variable DYNASM_LUA names a `dynasm.lua`, `luajit` runs it beside ours on the same C source; DYNASM_SOURCE names
 * another one than the made-up one. Prints tables: milliseconds, and thousands of assembly lines a second.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TranslateSourceOptions } from 'dynasm/preprocessor';
import { circumstances, measure, row, table, type Candidate } from './measurement.ts';
import { node, processCandidate, type Command } from './process.ts';
import { countAssembly, makeSource } from './source.ts';
import { startTranslator } from './translator.ts';

const lines = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 15);
const { DYNASM_LUA: lua, DYNASM_SOURCE: chosen } = process.env;
const WARMUPS = 30;

/** The command line on the sources in `folder`. */
async function cold(folder: string): Promise<string> {
  const dynasm = join(import.meta.dirname, '../dist/bin/dynasm.js');
  const source = chosen === undefined ? 'source.dasc' : resolve(chosen);
  const kept = { DYNASM_CACHE: join(folder, 'cache') };
  const off = { DYNASM_CACHE: 'off' };
  const c = node('dynasm, C output', dynasm, '-o', 'ours.h', source);
  const ts = node('dynasm, TypeScript output', dynasm, 'translate', '-o', 'ours.ts', 'source.dast');
  const commands: Command[] = [
    { ...c, env: kept },
    { ...c, name: `${c.name}, nothing kept`, env: off },
    { ...ts, env: kept },
    { ...ts, name: `${ts.name}, nothing kept`, env: off },
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
    ['cold, whole process', 'ms', '10…90 %', 'ratio'],
    figures.map(each => row(each, 0)),
  );
}

/** The translator run after run, each use in a process of its own. */
async function warm(folder: string): Promise<string> {
  const c = readFileSync(join(folder, 'source.dasc'), 'latin1');
  const ts = readFileSync(join(folder, 'source.dast'), 'utf8');
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
      options: { file: 'source', lang: 'ts', target: 'x64-linux', ...own },
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
  writeFileSync(join(folder, 'source.dasc'), makeSource('c', lines));
  writeFileSync(join(folder, 'source.dast'), makeSource('ts', lines));
  console.log(`${circumstances()}\n${lines} lines\n\n${await cold(folder)}\n${await warm(folder)}`);
} finally {
  rmSync(folder, { recursive: true });
}

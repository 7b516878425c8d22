/**
 * How fast sources are translated: cold, as whole processes of the built command line, and warm, in this process.
 *
 *     npm run build && node --import tsx bench/translate.ts [lines] [rounds]
 *
 * If the environment variable DYNASM_LUA names a `dynasm.lua`, `luajit` runs it beside ours on the same C source; DYNASM_SOURCE names
 * another one than the made-up one. Prints tables: milliseconds, and thousands of assembly lines a second.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { translateSource, type TranslateSourceOptions } from 'dynasm/preprocessor';
import { circumstances, measure, nanoseconds, row, table, type Candidate } from './measurement.ts';
import { node, processCandidate, type Command } from './process.ts';
import { countAssembly, makeSource } from './source.ts';

const lines = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 15);
const { DYNASM_LUA: lua, DYNASM_SOURCE: chosen } = process.env;
const WARMUPS = 20;

/** The command line on the sources in `folder`. */
function cold(folder: string): string {
  const dynasm = join(import.meta.dirname, '../dist/bin/dynasm.js');
  const source = chosen === undefined ? 'source.dasc' : resolve(chosen);
  const commands: Command[] = [
    node('dynasm, C output', dynasm, '-o', 'ours.h', source),
    node('dynasm, TypeScript output', dynasm, 'translate', '-o', 'ours.ts', 'source.dast'),
    node('node, empty program', '-e', '0'),
  ];
  if (lua !== undefined) {
    const args = [resolve(lua), '-o', 'theirs.h', source];
    commands.unshift({ name: 'luajit dynasm.lua', command: 'luajit', args });
  }
  const figures = measure(
    commands.map(command => processCandidate(command, folder)),
    rounds,
    1,
  );
  return table(
    ['cold, whole process', 'ms', '10…90 %', 'ratio'],
    figures.map(each => row(each, 0)),
  );
}

/** `translateSource` on a text. */
function candidate(
  name: string,
  text: string,
  own: Pick<TranslateSourceOptions, 'lang' | 'sourceMap' | 'specialise'>,
): Candidate {
  const thousands = countAssembly(text) / 1000;
  const options = { file: 'source', target: 'x64-linux', ...own };
  const run = (): number => {
    const time = nanoseconds(() => {
      if (translateSource(text, options).code === undefined) throw new Error('the source has errors');
    });
    return thousands / (time / 1e9);
  };
  return { name, run };
}

/** The translator run after run, in one process. */
function warm(folder: string): string {
  const c = readFileSync(join(folder, 'source.dasc'), 'latin1');
  const ts = readFileSync(join(folder, 'source.dast'), 'utf8');
  const candidates = [
    candidate('C output', c, { lang: 'c' }),
    candidate('TypeScript output', ts, { lang: 'ts' }),
    candidate('TypeScript output, source map', ts, { lang: 'ts', sourceMap: true }),
    candidate('TypeScript output without functions', ts, { lang: 'ts', specialise: false }),
  ];
  return table(
    ['warm', 'thousand assembly lines/s', '10…90 %', 'ratio'],
    measure(candidates, rounds * 2, WARMUPS).map(each => row(each, 0)),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'dynasm-bench-'));
try {
  writeFileSync(join(folder, 'source.dasc'), makeSource('c', lines));
  writeFileSync(join(folder, 'source.dast'), makeSource('ts', lines));
  console.log(`${circumstances()}\n${lines} lines\n\n${cold(folder)}\n${warm(folder)}`);
} finally {
  rmSync(folder, { recursive: true });
}

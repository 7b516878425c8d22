/**
 * What it costs to start: whole processes that import the package's entry points, register the loader, or run an experiment, beside an
 * empty module.
 *
 *     npm run build && node --import tsx bench/startup.ts [rounds]
 *
 * Prints a table of milliseconds, the last column what is above the empty module.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { circumstances, measure, row, table } from './measurement.ts';
import { node, processCandidate, type Command } from './process.ts';

const rounds = Number(process.argv[2] ?? 15);
const root = join(import.meta.dirname, '..');
const dynasm = join(root, 'dist/bin/dynasm.cjs');

const experiment = `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
const Dst = dasm.new(actions);
|  mov eax, edi
|  imul eax, esi
|  ret
`;

const files: Readonly<Record<string, string>> = {
  'empty.mjs': '',
  'dynasm.mjs': `import 'dynasm';\n`,
  'encoder.mjs': `import 'dynasm/encoder';\n`,
  'koffi.mjs': `import { createRequire } from 'node:module';\ncreateRequire(${JSON.stringify(join(root, 'x'))})('koffi');\n`,
  'link.dast': `${experiment}Dst.link();\n`,
  'build.dast': `${experiment}if (Dst.build().cast('int (int, int)')(6, 7) !== 42) throw new Error('wrong');\n`,
};

const folder = mkdtempSync(join(tmpdir(), 'dynasm-bench-'));
try {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const kept = { DYNASM_CACHE: join(folder, 'cache') };
  const commands: Command[] = [
    node('empty module', 'empty.mjs'),
    node('import dynasm', 'dynasm.mjs'),
    node('import dynasm/encoder', 'encoder.mjs'),
    node('koffi alone', 'koffi.mjs'),
    node('--import dynasm/register', '--import', 'dynasm/register', 'empty.mjs'),
    { ...node('dynasm run, links', dynasm, 'run', 'link.dast'), env: kept },
    { ...node('dynasm run, builds and calls', dynasm, 'run', 'build.dast'), env: kept },
    { ...node('the same without cache', dynasm, 'run', 'build.dast'), env: { DYNASM_CACHE: 'off' } },
  ];
  const figures = await measure(
    commands.map(command => processCandidate(command, folder)),
    rounds,
    1,
  );
  const empty = figures[0]?.median ?? 0;
  const rows = figures.map(each => [...row(each, 0), (each.median - empty).toFixed(0)]);
  console.log(`${circumstances()}\n\n${table(['start-up', 'ms', '10…90 %', 'ratio', 'above empty'], rows)}`);
} finally {
  rmSync(folder, { recursive: true });
}

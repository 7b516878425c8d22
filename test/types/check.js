/**
 * Has several versions of TypeScript check what a strict project may do with the package's declarations, and
 * what it may not (fixtures/programs/declarations.ts), without `skipLibCheck`. Takes the built package; prints
 * what the compilers find, and ends with status 1 if that is anything. Then they do the work of `dynasm check`
 * and `dynasm types`.
 *
 *     npm ci --prefix test/types && npm run build && node test/types/check.js
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const own = import.meta.dirname;
const root = join(own, '../..');
const compilers = Object.keys(
  JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')).devDependencies,
).map(name => [name, join(own, 'node_modules', name)]);
compilers.push(['the project’s own', join(root, 'node_modules/typescript')]);

// `types: []` and a `lib` without the DOM are the least that a project has; `node` is what most have.
const projects = [
  { module: 'nodenext', moduleResolution: 'nodenext', types: [] },
  { module: 'esnext', moduleResolution: 'bundler', types: [], lib: ['es2022'] },
  {
    module: 'node16',
    moduleResolution: 'node16',
    types: ['node'],
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'dynasm-types-'));
mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
symlinkSync(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'), 'dir');
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
copyFileSync(join(root, 'fixtures/programs/declarations.ts'), join(folder, 'program.ts'));

let failed = false;
for (const [name, path] of compilers) {
  const { version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  for (const project of projects) {
    const compilerOptions = { strict: true, target: 'es2022', noEmit: true, ...project };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    const { stdout, status } = spawnSync(process.execPath, [join(path, 'bin/tsc'), '-p', folder], {
      encoding: 'utf8',
    });
    console.log(`${name} ${version}, ${project.module}: ${status === 0 ? 'clean' : `\n${stdout}`}`);
    failed ||= status !== 0;
  }
}
rmSync(folder, { recursive: true });

// `dynasm check` and `dynasm types` have the same results with all of them.
for (const [name, path] of compilers) {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--silent'];
  const { status } = spawnSync(process.execPath, [...jest, 'test/typecheck'], {
    cwd: root,
    env: { ...process.env, TYPESCRIPT: path },
    stdio: 'inherit',
  });
  console.log(`${name}, dynasm check and types: ${status === 0 ? 'as they should be' : 'wrong'}`);
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

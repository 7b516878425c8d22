/**
 * Follows CONTRIBUTING.md: each change that it shows is made in a copy of the sources, and its commands are
 * run there.
 */
import { afterAll, expect, test } from '@jest/globals';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fencesOf, matches, sessionsOf } from './markdown.ts';
import { root } from './packagefolder.ts';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dynasm-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Applies a change of one place in one file. */
function apply(diff: string): void {
  const [head = '', ...lines] = diff.trimEnd().split('\n');
  const path = join(folder, head.replace('--- ', ''));
  const side = (left: string): string =>
    lines.flatMap(line => (line.startsWith(left) ? [] : [`${line.slice(1)}\n`])).join('');
  const parts = readFileSync(path, 'utf8').split(side('+'));
  expect([path, parts.length]).toEqual([path, 2]);
  writeFileSync(path, parts.join(side('-')));
}

test('the changes and commands of CONTRIBUTING.md work', () => {
  for (const name of ['package.json', 'tsconfig.json', 'src', 'bin']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const command = 'node --import tsx --conditions=dynasm-source bin/dynasm.ts';
  const failures: string[] = [];
  let count = 0;
  for (const { language, text: content } of fencesOf(text)) {
    if (language === 'diff') apply(content);
    if (language !== 'console') continue;
    for (const { command: line, expected } of sessionsOf(content)) {
      count++;
      const { stdout, stderr } = spawnSync('sh', ['-c', `dynasm() { ${command} "$@"; }\n${line}`], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
      });
      if (!matches((stdout + stderr).trim(), expected.trim())) failures.push(`$ ${line}\n${stdout}${stderr}`);
    }
  }
  expect(failures).toEqual([]);
  expect(count).toBeGreaterThan(4);
});

test('it links to what exists', () => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  const folders = [...text.matchAll(/`((?:src|test|bench|fixtures)\/[\w./]*)`/g)].map(
    ([, path = '']) => path,
  );
  const missing = [...links, ...folders].filter(path => !existsSync(join(root, path)));
  expect(missing).toEqual([]);
});

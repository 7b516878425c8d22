/** Runs what README and docs show (markdown.ts says how). */
import { afterAll, expect, test } from '@jest/globals';
import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fencesOf, matches, sessionsOf } from './markdown.ts';
import { dynasm, Folder, root } from './packagefolder.ts';

const documents = [
  'README.md',
  'examples/README.md',
  ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`),
].filter(name => name.endsWith('.md'));
const folders: Folder[] = [];
afterAll(() => folders.forEach(folder => folder.remove()));

for (const document of documents) {
  test(`${document} shows what happens`, () => {
    const folder = new Folder();
    folders.push(folder);
    if (document.startsWith('examples/')) {
      cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
    }
    // `dynasm check` and `dynasm types` run the project's own compiler.
    symlinkSync(join(root, 'node_modules/typescript'), join(folder.path, 'node_modules/typescript'), 'dir');
    folder.write('bin/dynasm', `#!/bin/sh\nexec '${process.execPath}' '${dynasm}' "$@"\n`);
    const failures: string[] = [];
    for (const { language, name, text } of fencesOf(readFileSync(join(root, document), 'utf8'))) {
      if (name !== undefined) folder.write(name, text);
      if (language !== 'console') continue;
      for (const { command, expected } of sessionsOf(text)) {
        const { stdout, stderr } = spawnSync('sh', ['-c', `dynasm() { sh bin/dynasm "$@"; }\n${command}`], {
          cwd: folder.path,
          encoding: 'utf8',
          env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', DYNASM_CACHE: join(folder.path, 'cache') },
        });
        if (!matches(stdout + stderr, expected)) failures.push(`$ ${command}\n${stdout}${stderr}`);
      }
    }
    expect(failures).toEqual([]);
  });

  test(`${document} links to what exists`, () => {
    const links = [...readFileSync(join(root, document), 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)];
    const missing = links.filter(([, path = '']) => !existsSync(join(root, dirname(document), path)));
    expect(missing.map(([link]) => link)).toEqual([]);
  });
}

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

test('the figures of README.md are those of docs/performance.md', () => {
  const [, section = ''] = /^## How fast it is\n([^]*?)^## /m.exec(read('README.md')) ?? [];
  const figures = [...section.matchAll(/(?<= )\d+(?:\.\d+)?(?= )/g)].map(([figure]) => figure);
  expect(figures.length).toBeGreaterThan(8);
  const cells = read('docs/performance.md').split(/\s*\|\s*/);
  expect(figures.filter(figure => !cells.some(cell => Number(cell) === Number(figure)))).toEqual([]);
});

/**
 * Runs what README and docs show. A fence with a file name (```` ```ts name.dast ````) is written to a
 * folder; the lines of a ```` ```console ```` fence that begin with `$ ` are run there, and must print the
 * lines below them (`…` stands for anything).
 */
import { afterAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { dynasm, Folder, root } from './packagefolder.ts';

const documents = ['README.md', ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`)].filter(name =>
  name.endsWith('.md'),
);
const folders: Folder[] = [];
afterAll(() => folders.forEach(folder => folder.remove()));

interface Fence {
  readonly language: string;
  readonly name: string | undefined;
  readonly text: string;
}

function fences(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)(?: ([\w./-]+))?\n([^]*?)^```$/gm)].map(
    ([, language = '', name, text = '']) => ({
      language,
      name,
      text,
    }),
  );
}

/** The commands of a console fence, each with what it must print. */
function sessions(text: string): { command: string; expected: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), expected: part.slice(end + 1) };
    });
}

function matches(actual: string, expected: string): boolean {
  const pattern = expected.split('…').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^]*?')}$`).test(actual);
}

for (const document of documents) {
  test(`${document} shows what happens`, () => {
    const folder = new Folder();
    folders.push(folder);
    folder.write('bin/dynasm', `#!/bin/sh\nexec '${process.execPath}' '${dynasm}' "$@"\n`);
    const failures: string[] = [];
    for (const { language, name, text } of fences(readFileSync(join(root, document), 'utf8'))) {
      if (name !== undefined) folder.write(name, text);
      if (language !== 'console') continue;
      for (const { command, expected } of sessions(text)) {
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

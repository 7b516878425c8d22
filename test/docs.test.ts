/** Runs what README and docs show (markdown.ts says how). The site's tests run tutorial, guides and forms. */
import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { wrongSessions } from './document.ts';
import { root } from './packagefolder.ts';

const documents = [
  'README.md',
  'examples/README.md',
  ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`),
].filter(name => name.endsWith('.md') && name !== 'docs/forms.md');

for (const document of documents) {
  test(`${document} shows what happens`, () => {
    expect(wrongSessions(document)).toEqual([]);
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

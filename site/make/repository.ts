/** The repository that the site is about: its files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The documents, from the root: README.md, those of docs, those that stand beside what they are about. */
export function documents(): readonly string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'examples/README.md',
    ...docs.filter(name => name.endsWith('.md')).map(name => `docs/${name}`),
  ];
}

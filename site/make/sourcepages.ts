/** Pages for the files and folders of the repository that documents link to. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { documentPage, isFolder, isPicture, linksOf, pageOf } from './document.ts';
import { read, root } from './repository.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  '.ts': 'ts',
  '.dast': 'dast',
  '.js': 'js',
  '.json': 'json',
};

/** Targets of links in `documents`, by their pages. */
export function sourcePages(documents: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(join(root, folder))
      .filter(name => !MADE.has(name) && !name.startsWith('.'))
      .filter(name => !isPicture(name))
      .filter(name => !name.endsWith('.md') || documents.has(join(folder, name)))
      .toSorted();
  const add = (path: string): void => {
    const page = pageOf(path);
    if (path.endsWith('.md') || isPicture(path) || pages.has(page)) return;
    const folder = isFolder(path);
    pages.set(page, folder ? folderPage(path, filesIn(path)) : filePage(path));
    if (folder) filesIn(path).forEach(name => add(join(path, name)));
  };
  for (const [path, text] of documents) linksOf(path, text).forEach(({ target }) => add(target));
  return pages;
}

/** What is made by tools. */
const MADE = new Set(['node_modules', 'dist', 'pages', 'package-lock.json']);

const HEAD = '---\nsearch: false\neditLink: false\nprev: false\nnext: false\n---\n\n';

function filePage(path: string): string {
  return `${HEAD}# \`${path}\`\n\n\`\`\`\`${LANGUAGES[extname(path)] ?? 'text'}\n${read(path).trimEnd()}\n\`\`\`\`\n`;
}

function folderPage(path: string, files: readonly string[]): string {
  const list = files.map(name => `- [\`${name}\`](${name})`);
  return `${HEAD}${documentPage(`${path.replace(/\/$/, '')}/README.md`, `# \`${path}\`\n\n${list.join('\n')}\n`)}`;
}

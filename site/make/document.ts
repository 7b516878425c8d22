/**
 * Turns a document of the repository into a page of the site: the text stays, the links lead to pages. A link to a
 * file that is no document leads to a page that shows the file.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { posix } from 'node:path';
import { root } from './repository.ts';

/** Where the page of a document or file of the repository stands in the site. */
export function pageOf(path: string): string {
  if (path === 'README.md') return 'readme.md';
  if (path === 'CHANGELOG.md' || path === 'CONTRIBUTING.md') return path.toLowerCase();
  const inDocs = path.replace(/^docs\//, '');
  if (path.endsWith('.md')) return inDocs.replace(/README\.md$/, 'index.md');
  return `source/${path.replaceAll('.', '-').replace(/\/$/, '')}.md`;
}

/** Fences of code, and the text between them. */
const PARTS = /^(`{3,})[^]*?^\1$/gm;

/** Replaces in `text` outside of code blocks. */
export function outsideOfFences(text: string, replace: (part: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    result += replace(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + replace(text.slice(end));
}

/** Pictures lie where the site has its other files. */
export function isPicture(path: string): boolean {
  return /\.(?:svg|png)$/.test(path);
}

const LINK = /\]\(([^)\s#:]*)(#[^)\s]*)?\)/g;

export interface Link {
  /** From the root of the repository. */
  readonly target: string;
  /** With `#`; empty if there is none. */
  readonly anchor: string;
}

/** The links of a document to the repository. */
export function linksOf(path: string, text: string): readonly Link[] {
  const links: Link[] = [];
  outsideOfFences(text, part => {
    for (const [, target = '', anchor = ''] of part.matchAll(LINK)) {
      links.push({ target: resolve(path, target), anchor });
    }
    return part;
  });
  return links;
}

function resolve(path: string, target: string): string {
  return target === '' ? path : posix.join(posix.dirname(path), target);
}

export function documentPage(path: string, text: string): string {
  return outsideOfFences(text, part =>
    part.replace(LINK, (whole, target: string, anchor = '') => {
      if (target === '') return whole;
      const to = resolve(path, target);
      return isPicture(to) ? `](/${to})` : `](/${pageOf(to)}${anchor})`;
    }),
  );
}

export function isFolder(path: string): boolean {
  return statSync(join(root, path)).isDirectory();
}

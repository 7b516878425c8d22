/** The built pages: their links and anchors, the links of the documents on GitHub, and that nothing is loaded from elsewhere. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { GROUPS } from '../.vitepress/navigation.ts';
import { linksOf, outsideOfFences, pageOf } from '../make/document.ts';
import { documents, read, root } from '../make/repository.ts';
import { slug } from '../make/slug.ts';
import { built } from './browser.ts';

const files = readdirSync(built, { recursive: true, encoding: 'utf8' });
const html = new Map(
  files.filter(name => name.endsWith('.html')).map(name => [name, readFileSync(join(built, name), 'utf8')]),
);

/** The anchors that GitHub gives a document. */
function anchorsOf(path: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  outsideOfFences(read(path), part => {
    for (const [, heading = ''] of part.matchAll(/^#+ (.*)$/gm)) {
      const first = slug(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
      let anchor = first;
      for (let copy = 1; anchors.has(anchor); copy++) anchor = `${first}-${copy}`;
      anchors.add(anchor);
    }
    return part;
  });
  return anchors;
}

for (const path of documents()) {
  void test(`the links of ${path} lead somewhere on GitHub`, () => {
    const wrong = linksOf(path, read(path)).filter(({ target, anchor }) => {
      if (!existsSync(join(root, target))) return true;
      return anchor !== '' && target.endsWith('.md') && !anchorsOf(target).has(anchor.slice(1));
    });
    assert.deepEqual(wrong, []);
  });
}

void test('the links of all pages lead to pages, and to what is on them', () => {
  const wrong: string[] = [];
  for (const [name, text] of html) {
    for (const [, link = ''] of text.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
      if (/^(?:https?|mailto):/.test(link)) continue;
      const { pathname, hash } = new URL(link, `http://site/${name}`);
      const path = pathname.slice(1);
      const page = [path, `${path}.html`, posix.join(path, 'index.html')].find(candidate =>
        html.has(candidate),
      );
      const anchor = decodeURIComponent(hash.slice(1)).replaceAll('&', '&amp;');
      const there =
        page !== undefined && (anchor === '' || html.get(page)?.includes(`id="${anchor}"`) === true);
      if (!there) wrong.push(`${name}: ${link}`);
    }
  }
  assert.deepEqual([...new Set(wrong)], []);
});

void test('every document is a page, and the sidebar leads to it', () => {
  const linked = new Set(GROUPS.flatMap(({ pages }) => Object.keys(pages)));
  for (const path of documents()) {
    const page = pageOf(path).replace(/\.md$/, '');
    assert(html.has(`${page}.html`), `no page of ${path}`);
    const link = `/${page}`.replace(/\/index$/, '/');
    // The families of instructions stand on the page of instructions.
    assert(link.startsWith('/instructions/') || linked.has(link), `${link} does not stand in the sidebar`);
  }
});

void test('every entry point with declarations has a page of them', () => {
  const { exports } = JSON.parse(read('package.json')) as { exports: Readonly<Record<string, unknown>> };
  for (const name of ['dynasm', 'encoder', 'preprocessor', 'plugin']) {
    assert(name === 'dynasm' || `./${name}` in exports, name);
    assert(html.has(`api/${name}.html`) || html.has(`api/${name}/index.html`), name);
  }
});

void test('nothing is loaded from another address', () => {
  const wrong: string[] = [];
  for (const [name, text] of html) {
    for (const [tag] of text.matchAll(
      /<(?!a\b)[a-z]\w*\b[^>]*?\b(?:src|href|srcset|action|poster|data)="(?:https?:)?\/\/[^>]*>/g,
    )) {
      wrong.push(`${name}: ${tag}`);
    }
    assert.match(text, /Content-Security-Policy" content="default-src 'self'/, name);
  }
  for (const name of files.filter(file => file.endsWith('.css'))) {
    const text = readFileSync(join(built, name), 'utf8');
    if (/@import|url\(["']?(?:https?:)?\/\//.test(text)) wrong.push(name);
  }
  for (const name of files.filter(file => file.endsWith('.js'))) {
    const text = readFileSync(join(built, name), 'utf8');
    for (const [call] of text.matchAll(/\b(?:fetch|import|importScripts)\(\s*["'`](?:https?:)?\/\/[^)]*/g)) {
      wrong.push(`${name}: ${call}`);
    }
  }
  assert.deepEqual(wrong, []);
});

/** The site in headless Chromium: it works, with the keyboard alone, it can be read in light and dark, and asks nobody else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GROUPS } from '../.vitepress/navigation.ts';
import { Browser, serve } from './browser.ts';
import { CONTRAST } from './contrast.ts';

const { address, server } = await serve();
let browser: Browser;
before(async () => {
  browser = await Browser.open();
});
after(async () => {
  await browser.close();
  server.close();
});

const DESKTOP = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 844 };

void test('the front page shows a program and its code on one screen', async () => {
  await browser.view(DESKTOP);
  await browser.load(`${address}/`);
  const bottoms = await browser.evaluate<number[]>(
    `[...document.querySelectorAll('.beside .language-terminal, .beside .language-dast')].map(e => e.getBoundingClientRect().bottom)`,
  );
  assert.equal(bottoms.length, 2);
  for (const bottom of bottoms) assert(bottom <= DESKTOP.height, `${bottom} px`);
});

void test('the search finds, offline and without a mouse', async () => {
  await browser.view(DESKTOP);
  await browser.load(`${address}/library`);
  await browser.press('/');
  await browser.until(`document.activeElement?.id === 'localsearch-input'`);
  await browser.type('jump slot');
  await browser.until(`document.querySelector('#localsearch-list a') !== null`);
  await browser.press('Enter');
  await browser.until(`document.querySelector('#localsearch-input') === null && location.hash !== ''`);
});

void test('instructions are found by name and feature', async () => {
  await browser.load(`${address}/instructions/search?name=vpermb&feature=AVX512_VBMI`);
  await browser.until(`document.querySelectorAll('.instruction-table tbody tr').length > 0`);
  const names = await browser.evaluate<string[]>(
    `[...document.querySelectorAll('.instruction-table tbody tr')].map(row => row.cells[0].textContent)`,
  );
  assert.deepEqual([...new Set(names)], ['vpermb']);
  await browser.load(`${address}/instructions/search?name=ldadd&arch=arm64&feature=FEAT_LSE`);
  await browser.until(`document.querySelectorAll('.instruction-table tbody tr').length > 0`);
  await browser.evaluate(`document.querySelector('.instruction-search input').focus()`);
  await browser.evaluate(`document.querySelector('.instruction-search input').select()`);
  await browser.type('nosuch');
  await browser.until(`document.querySelector('.instruction-count').textContent.trim() === '0 forms'`);
});

const PAGES = [
  '/',
  '/language',
  '/library',
  '/instructions/search',
  '/instructions/base',
  '/performance',
  '/guides/migration',
  '/diagnostics',
];

for (const dark of [false, true]) {
  void test(`${dark ? 'dark' : 'light'} pages can be read, and are no wider than a telephone`, async () => {
    for (const page of PAGES) {
      await browser.view({ ...DESKTOP, dark });
      await browser.load(address + page);
      assert.deepEqual(await browser.evaluate(CONTRAST), [], page);
      await browser.view({ ...TELEPHONE, dark });
      const [wide, screen] = await browser.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      assert(wide <= screen, `${page} is ${wide} px wide`);
    }
  });
}

void test('no page is wider than a telephone', async () => {
  await browser.view(TELEPHONE);
  const wide: string[] = [];
  for (const page of GROUPS.flatMap(({ pages }) => Object.keys(pages))) {
    await browser.load(address + page);
    const [width, screen] = await browser.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    if (width > screen) wide.push(`${page}: ${width} px`);
  }
  assert.deepEqual(wide, []);
});

void test('the keyboard reaches the links of the front page, and shows where it is', async () => {
  await browser.view(DESKTOP);
  await browser.load(`${address}/`);
  const reached = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await browser.press('Tab');
    const [text, outline] = await browser.evaluate<[string, string]>(
      `[document.activeElement.textContent.trim(), getComputedStyle(document.activeElement).outlineStyle]`,
    );
    if (text !== '' && text.length < 40) {
      assert.notEqual(outline, 'none', text);
      reached.add(text);
    }
  }
  for (const name of ['Tutorial', 'Guides', 'Language', 'Library', 'Instructions'])
    assert(reached.has(name), name);
});

void test('no page asked another address, and none had an error', () => {
  assert.deepEqual(
    browser.requests.filter(url => !url.startsWith(address) && !/^(?:data|blob|about):/.test(url)),
    [],
  );
  assert.deepEqual(browser.errors, []);
});

/** Pictures of pages, to be looked at: `node --import tsx test/screenshots.ts FOLDER [page…]`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, serve, type View } from './browser.ts';

const VIEWS: Readonly<Record<string, View>> = {
  desktop: { width: 1440, height: 900 },
  'desktop-dark': { width: 1440, height: 900, dark: true },
  telephone: { width: 390, height: 844 },
  'telephone-dark': { width: 390, height: 844, dark: true },
};

const [folder = 'screenshots', ...named] = process.argv.slice(2);
const pages =
  named.length > 0 ? named : ['/', '/language', '/instructions/search', '/tutorial/', '/diagnostics'];
mkdirSync(folder, { recursive: true });
const { address, server } = await serve();
const browser = await Browser.open();
for (const [view, size] of Object.entries(VIEWS)) {
  await browser.view(size);
  for (const page of pages) {
    await browser.load(address + page);
    await new Promise(resolve => setTimeout(resolve, 500));
    writeFileSync(
      join(folder, `${page.replaceAll('/', '-').replace(/^-/, '') || 'front'}-${view}.png`),
      await browser.screenshot(),
    );
  }
}
await browser.close();
server.close();

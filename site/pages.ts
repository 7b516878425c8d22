/**
 * Makes the pages of the site, in the folder `pages`: documents of the repository, and what is made of the package
 * itself (front page, declarations, tables of instructions, files that documents link to).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeApi } from './make/api.ts';
import { diagnosticsPage } from './make/diagnostics.ts';
import { documentPage, isPicture, linksOf, pageOf } from './make/document.ts';
import { frontPage } from './make/frontpage.ts';
import { instructionForms } from './make/instructiondata.ts';
import { documents, read } from './make/repository.ts';
import { sourcePages } from './make/sourcepages.ts';

const folder = join(import.meta.dirname, 'pages');

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

rmSync(folder, { recursive: true, force: true });
const texts = new Map(documents().map(path => [path, read(path)]));
for (const [path, text] of texts) {
  write(pageOf(path), documentPage(path, text));
  for (const { target } of linksOf(path, text))
    if (isPicture(target)) write(`public/${target}`, read(target));
}
for (const [page, text] of sourcePages(texts)) write(page, text);
write('index.md', frontPage());
write('diagnostics.md', diagnosticsPage());
write('public/instructions.json', JSON.stringify(instructionForms()));
write('instructions/search.md', read('site/instructionsearch.md'));
write('playground/index.md', read('site/playground.md'));
write('public/icon.svg', read('site/icon.svg'));
await writeApi(join(folder, 'api'));

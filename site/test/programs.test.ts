/** Every program of the tutorial, the guides and the reference of forms does what its page says. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename, extname, join } from 'node:path';
import { test } from 'node:test';
import { wrongSessions } from '../../test/document.ts';
import { fencesOf } from '../../test/markdown.ts';
import { documents, read, root } from '../make/repository.ts';

for (const path of documents().filter(name => /^docs\/(?:(?:tutorial|guides)\/|forms\.md)/.test(name))) {
  void test(`${path} shows what happens`, () => {
    assert.deepEqual(wrongSessions(path), []);
  });
}

/** What other tests run: configurations of bundlers and editors, tools that a checkout need not have, this repository itself. */
const RUN_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['sh'],
  'CONTRIBUTING.md': ['sh', 'diff'],
  'docs/architecture.md': ['sh'],
  'docs/bundlers.md': ['js'],
  'docs/editors.md': ['sh', 'lua', 'toml', 'json'],
  'docs/generated-code.md': ['sh'],
  'docs/library.md': ['ts', 'gdb', 'html', 'shellsession'],
  'docs/tutorial/README.md': ['sh'],
};

for (const path of documents().filter(name => !name.startsWith('docs/instructions/'))) {
  void test(`every block of code of ${path} is run`, () => {
    const fences = fencesOf(read(path));
    const commands = fences.filter(({ language }) => language === 'console').map(({ text }) => text);
    const sources = fences.filter(({ name }) => name !== undefined).map(({ text }) => text);
    const isRun = ({ language, name }: (typeof fences)[number]): boolean =>
      language === 'console' ||
      RUN_ELSEWHERE[path]?.includes(language) === true ||
      // By a command, or by a file that imports it.
      (name !== undefined &&
        [...commands, ...sources].some(text => text.includes(basename(name, extname(name)))));
    assert.deepEqual(
      fences.filter(fence => !isRun(fence)),
      [],
    );
    assert.equal([...read(path).matchAll(/^```/gm)].length, 2 * fences.length, 'a block without a language');
  });
}

void test('docs/forms.md has every directive of the assembler', () => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/bin/dynasm.cjs'), '-A', 'x64'], {
    encoding: 'utf8',
  });
  const directives = [...stdout.matchAll(/^ {2}(\.[a-z]\w*)/gm)].map(([, name = '']) => name);
  assert(directives.length > 25, stdout);
  const headings = [...read('docs/forms.md').matchAll(/^### (.*)$/gm)].join();
  assert.deepEqual(
    directives.filter(name => !new RegExp(`\\${name}\\b`).test(headings)),
    [],
  );
});

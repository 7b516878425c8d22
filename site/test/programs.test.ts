/** Every program of the tutorial, the guides and the reference of forms does what its page says. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { wrongSessions } from '../../test/document.ts';
import { documents, read, root } from '../make/repository.ts';

for (const path of documents().filter(name => /^docs\/(?:(?:tutorial|guides)\/|forms\.md)/.test(name))) {
  void test(`${path} shows what happens`, () => {
    assert.deepEqual(wrongSessions(path), []);
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

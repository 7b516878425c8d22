/** Every program of the tutorial does what the page says. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wrongSessions } from '../../test/document.ts';
import { root } from '../make/repository.ts';

for (const name of readdirSync(join(root, 'docs/tutorial'))) {
  void test(`docs/tutorial/${name} shows what happens`, () => {
    assert.deepEqual(wrongSessions(`docs/tutorial/${name}`), []);
  });
}

/**
 * What docs/library.md shows of perf and gdb, with perf and gdb themselves: the fences `shellsession`, whose
 * commands print what stands below them.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fencesOf, matches, sessionsOf } from '../markdown.ts';

const root = join(import.meta.dirname, '../..');

const folder = mkdtempSync(join(tmpdir(), 'dynasm-debuggers-'));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');

function shell(command: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    // Folders of jitdumps go with this one.
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', TMPDIR: folder, DYNASM_CACHE: 'off' },
  });
  assert.equal(status, 0, `$ ${command}\n${stdout}${stderr}`);
  return stdout + stderr;
}

const fences = fencesOf(readFileSync(join(root, 'docs/library.md'), 'utf8'));
for (const { name, text } of fences) if (name !== undefined) writeFileSync(join(folder, name), text);

const sessions = fences
  .filter(({ language }) => language === 'shellsession')
  .map(({ text }) => sessionsOf(text));

for (const session of sessions) {
  void test(session[0]?.command ?? '', () => {
    for (const { command, expected } of session) {
      const printed = shell(command);
      assert(matches(printed, expected), `$ ${command}\n${printed}`);
    }
  });
}

void test('there are such fences', () => {
  assert(sessions.length >= 2);
});

/** What a program is told where koffi, or its binary for the platform, is not installed. */
import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './packagefolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dynasm-koffibinary-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function install(from: string, name: string): void {
  cpSync(join(root, from), join(folder, 'node_modules', name), { recursive: true });
}

/** Runs a program that builds code, and returns the message of what it throws. */
function thrown(): string {
  const program = `import { dasm } from 'dynasm';
    const Dst = dasm.new([0xc3, 255], { arch: 'x64' });
    Dst.put(0);
    try { Dst.build(); } catch (error) { console.log(error.name + ': ' + error.message); }`;
  const args = ['--input-type=module', '--eval', program];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout;
}

test('one message has the package and the way out', () => {
  for (const name of ['package.json', 'dist']) install(name, `dynasm/${name}`);
  const binary = `@koromix/koffi-${process.platform}-${process.arch}`;
  const message = `MissingPackageError: code runs through the package koffi with its binary, ${binary}, which cannot be loaded here: npm install koffi, on this platform, without --omit=optional`;
  expect(thrown()).toBe(`${message} (Error: Cannot find module 'koffi')\n`);
  install('node_modules/koffi', 'koffi');
  expect(thrown()).toContain(message);
  install('node_modules/@koromix', '@koromix');
  expect(thrown()).toBe('');
});

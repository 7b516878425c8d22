/** `.incbin` in files: where it finds its file, and who notices when that changes. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { translateFile } from '../src/files/translatefile.ts';
import { Folder } from './packagefolder.ts';

const MAIN = `|.arch x64
|.actionlist actions
export const emit = (Dst: any): void => {
  |.incbin "data.bin"
};
console.log('bytes', actions.actions.join());
`;

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ 'sub/main.dast': MAIN });
});
afterEach(() => folder.remove());

const path = (name: string): string => join(folder.path, name);

function translate(include: readonly string[] = []): string {
  const { code, dependencies, diagnostics } = translateFile(path('sub/main.dast'), { include });
  const bytes = /actions: \[(.*)\]/.exec(code ?? '')?.[1];
  return `${bytes ?? diagnostics[0]?.message} ${dependencies.join()}`.replaceAll(folder.path, '');
}

test('the file is looked for in the folders of option include, then beside the source', () => {
  expect(translate()).toBe('file `"data.bin"\' not found ');
  folder.write('sub/data.bin', Buffer.of(1, 255));
  expect(translate([path('other')])).toBe('1, 252, 255, 255 /sub/data.bin');
  folder.write('other/data.bin', Buffer.of(2));
  expect(translate([path('other')])).toBe('2, 255 /other/data.bin');
});

test('a folder is not a file', () => {
  mkdirSync(path('sub/data.bin'));
  expect(translate()).toBe('file `"data.bin"\' cannot be read: /sub/data.bin is a directory ');
});

test('an included file finds the file beside itself', () => {
  folder.write('sub/main.dast', MAIN.replace('.incbin "data.bin"', '.include part/inner.dasi'));
  folder.write('sub/part/inner.dasi', '|.incbin "data.bin"\n');
  folder.write('sub/part/data.bin', Buffer.of(3));
  expect(translate()).toBe('3, 255 /sub/part/inner.dasi,/sub/part/data.bin');
});

test('no output replaces the file', () => {
  folder.write('sub/data.bin', Buffer.of(1));
  const { status, stderr } = folder.dynasm([
    'translate',
    'sub/main.dast',
    '--lang',
    'ts',
    '-o',
    'sub/data.bin',
  ]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('is the same file as the included file')]);
  expect(readFileSync(path('sub/data.bin'))).toEqual(Buffer.of(1));
});

test('a loaded module is compiled anew when the file changes, and only then', () => {
  const run = (): string => folder.dynasm(['run', 'sub/main.dast']).stdout;
  folder.write('sub/data.bin', Buffer.of(7, 0x80, 0xff));
  expect(run()).toBe('bytes 7,128,252,255,255\n');
  const entry = path(join('cache', readdirSync(path('cache'))[0] ?? ''));
  writeFileSync(entry, readFileSync(entry, 'utf8').replaceAll(`\\"bytes\\"`, `\\"kept\\"`));
  expect(run()).toBe('kept 7,128,252,255,255\n');
  folder.write('sub/data.bin', Buffer.of(7, 0x81, 0xff));
  expect(run()).toBe('bytes 7,129,252,255,255\n');
});

test('dynasm asm finds the file in the working directory, or beside the file with the statements', () => {
  folder.write('sub/data.bin', Buffer.of(0x90, 0xc3));
  folder.write('sub/in.s', '.incbin "data.bin", 1\n.float 0.5, x\n');
  expect(folder.dynasm(['asm', 'sub/in.s', '-D', 'x=1.5']).stdout).toMatch(
    /^0000 {2}c3 +\.byte 0xc3\n0001 .* \.float 0\.5, 1\.5\n$/,
  );
  expect(folder.dynasm(['asm', '.incbin sub/data.bin; .double (1.5)']).stdout).toMatch(
    /^0000 {2}90 c3 +\.byte 0x90, 0xc3\n0002 .* \.double 1\.5\n$/,
  );
});

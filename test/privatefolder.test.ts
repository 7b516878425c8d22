/**
 * Which folders and files the cache trusts: tables of owners, permissions and links. Rows that need another
 * owner run as root only.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privateFolder, readPrivateFile } from '../src/cache/privatefolder.ts';

const OTHER = 54321;
const { geteuid } = process;
const isRoot = geteuid?.() === 0;
const onPosix = process.platform === 'win32' ? describe.skip : describe;

let base: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'dynasm-')));
});
afterEach(() => {
  if (geteuid) process.geteuid = geteuid;
  rmSync(base, { recursive: true, force: true });
});

function fail(message: string): never {
  throw new Error(message);
}

const at = (path: string): string => join(base, path);

/** Makes a folder with these permissions, and those above it with 0700. */
function make(path: string, mode = 0o700, owner?: number): void {
  mkdirSync(at(path), { recursive: true, mode: 0o700 });
  chmodSync(at(path), mode);
  if (owner !== undefined) chownSync(at(path), owner, owner);
}

function link(target: string, path: string, owner?: number): void {
  symlinkSync(at(target), at(path));
  if (owner !== undefined) spawnSync('chown', ['-h', String(owner), at(path)]);
}

/** What is asked for is `a/cache`; a row that expects a path gets that one. */
type Row = readonly [name: string, prepare: () => void, expected?: string];

/** Rows as `test.each` takes them, which would fill a missing third value with a callback. */
function cases(rows: readonly Row[]) {
  return rows.map(([name, prepare, expected]) => [name, { prepare, expected }] as const);
}

const modes = (text: string): number[] => text.split(' ').map(mode => Number.parseInt(mode, 8));

const folders: readonly Row[] = [
  ...modes('700 755 711 500 2750 1700').map((mode): Row => [
    `own, ${mode.toString(8)}`,
    () => make('a/cache', mode),
    'a/cache',
  ]),
  ...modes('777 775 770 720 702 722 1777 1770 3777').map((mode): Row => [
    `others may write to it, ${mode.toString(8)}`,
    () => make('a/cache', mode),
  ]),
  ...modes('777 775 707 722').map((mode): Row => [
    `others may write to the parent, ${mode.toString(8)}`,
    () => {
      make('a/cache');
      chmodSync(at('a'), mode);
    },
  ]),
  ...modes('1777 1770').map((mode): Row => [
    `a sticky parent, ${mode.toString(8)}`,
    () => {
      make('a/cache');
      chmodSync(at('a'), mode);
    },
    'a/cache',
  ]),
  [
    'others may write to the folder above the parent',
    () => {
      make('a/cache');
      chmodSync(base, 0o777);
    },
  ],
  [
    'a link to a private folder',
    () => {
      make('b/real');
      make('a');
      link('b/real', 'a/cache');
    },
    'b/real',
  ],
  [
    'a link on the way',
    () => {
      make('b/cache');
      link('b', 'a');
    },
    'b/cache',
  ],
  [
    'a link into a folder of others',
    () => {
      make('b/real');
      chmodSync(at('b'), 0o777);
      make('a');
      link('b/real', 'a/cache');
    },
  ],
];

const foldersOfOthers: readonly Row[] = [
  ["another's", () => make('a/cache', 0o700, OTHER)],
  [
    "another's parent",
    () => {
      make('a/cache');
      chownSync(at('a'), OTHER, OTHER);
    },
  ],
  [
    "another's parent, sticky",
    () => {
      make('a/cache');
      make('a', 0o1777, OTHER);
    },
  ],
  [
    "another's link in a sticky folder: only where it leads counts",
    () => {
      make('b/real');
      make('a', 0o1777);
      link('b/real', 'a/cache', OTHER);
    },
    'b/real',
  ],
  [
    "a user's, below folders of root",
    () => {
      make('a/cache', 0o700, OTHER);
      process.geteuid = () => OTHER;
    },
    'a/cache',
  ],
  [
    "root's, for a user",
    () => {
      make('a/cache', 0o755);
      process.geteuid = () => OTHER;
    },
  ],
];

onPosix('folders', () => {
  test.each(cases(isRoot ? [...folders, ...foldersOfOthers] : folders))('%s', (_, { prepare, expected }) => {
    prepare();
    const path = expected === undefined ? undefined : at(expected);
    for (const each of ['a/cache', 'a/cache/', 'a/./x/../cache']) {
      expect([each, privateFolder(`${base}/${each}`, false)]).toEqual([each, path]);
      expect([each, privateFolder(`${base}/${each}`, true)]).toEqual([each, path]);
    }
  });

  test('missing ones are made private, if that is asked for', () => {
    for (const mode of [0o700, 0o1777]) {
      make('a', mode);
      expect(() => privateFolder(at('a/b/c'), false)).toThrow('ENOENT');
      expect(existsSync(at('a/b'))).toBe(false);
      expect(privateFolder(at('a/b/c'), true)).toBe(at('a/b/c'));
      for (const path of ['a/b', 'a/b/c']) expect(statSync(at(path)).mode & 0o777).toBe(0o700);
      rmSync(at('a/b'), { recursive: true });
    }
  });

  test('nothing is made in folders of others', () => {
    make('a', 0o777);
    expect(privateFolder(at('a/b/c'), true)).toBeUndefined();
    expect(existsSync(at('a/b'))).toBe(false);
  });

  const impossible = ['/proc/nope', '/proc/nope/a/b', '/proc/self/nope', '/sys/nope', '/dev/null/x'];
  test.each(impossible)('%s cannot be made', path => {
    // A device that everybody may write to is not a safe parent; elsewhere the system refuses.
    const made = (): string => privateFolder(path, true) ?? fail('not safe');
    expect(made).toThrow(/not safe|^E[A-Z]+:/);
  });

  test('a link that leads nowhere, or to itself, and a file on the way', () => {
    link('nowhere', 'dangling');
    link('loop', 'loop');
    writeFileSync(at('file'), '');
    for (const name of ['dangling', 'dangling/x', 'loop', 'loop/x', 'file/x']) {
      for (const isMade of [false, true]) expect(() => privateFolder(at(name), isMade)).toThrow(/^E[A-Z]+:/);
    }
    expect(existsSync(at('nowhere'))).toBe(false);
  });
});

const write = (mode: number) => (): void => {
  writeFileSync(at('entry'), 'text');
  chmodSync(at('entry'), mode);
};

const files: readonly Row[] = [
  ...modes('600 644 640 400').map((mode): Row => [`own, ${mode.toString(8)}`, write(mode), 'text']),
  ...modes('666 660 620 602 646').map((mode): Row => [
    `others may write it, ${mode.toString(8)}`,
    write(mode),
  ]),
  [
    'a link',
    () => {
      writeFileSync(at('target'), 'text', { mode: 0o600 });
      link('target', 'entry');
    },
  ],
  ['a link to itself', () => link('entry', 'entry')],
  ['a folder', () => make('entry')],
  ['a pipe that nobody writes', () => void spawnSync('mkfifo', ['-m', '600', at('entry')])],
  ['a device', () => symlinkSync('/dev/zero', at('entry'))],
  ['missing', () => {}],
];

onPosix('files', () => {
  const other: Row = [
    "another's",
    () => {
      write(0o600)();
      chownSync(at('entry'), OTHER, OTHER);
    },
  ];
  test.each(cases(isRoot ? [...files, other] : files))('%s', (_, { prepare, expected }) => {
    prepare();
    let text: string | undefined;
    try {
      text = readPrivateFile(at('entry'));
    } catch (error) {
      expect(String(error)).toMatch(/ E[A-Z]+:/);
    }
    expect(text).toBe(expected);
  });
});

/** What people install: how many packages, and how large, as the README states it. */
import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packagefolder.ts';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The packages that come with `manifest`, with what they need: those for other platforms are not there. */
function installed(manifest: Manifest, found = new Map<string, Manifest>()): ReadonlyMap<string, Manifest> {
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
    const folder = join(root, 'node_modules', name);
    if (found.has(folder) || !existsSync(folder)) continue;
    const own = manifestIn(folder);
    found.set(folder, own);
    installed(own, found);
  }
  return found;
}

function bytesIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** The size of this package as it is published. */
function packedBytes(): number {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const output = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ unpackedSize } = { unpackedSize: NaN }] = JSON.parse(output) as { unpackedSize: number }[];
  return unpackedSize;
}

test('the README states how many packages are installed, and their size', () => {
  const packages = installed(manifestIn(root));
  const bytes = [...packages.keys()].reduce((sum, folder) => sum + bytesIn(folder), packedBytes());
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const [, count, size] = /installs (\d+) packages, (\d+) MB in all/.exec(text) ?? [];
  expect([...packages.values()].map(({ name }) => name)).toHaveLength(Number(count) - 1);
  // Other platforms have binaries of other sizes.
  expect(Math.abs(bytes / 1e6 - Number(size))).toBeLessThan(1.5);
});

test('only koffi runs a script when it is installed, to look for its binary', () => {
  const hooks = ['preinstall', 'install', 'postinstall'];
  const running = [manifestIn(root), ...installed(manifestIn(root)).values()].filter(({ scripts = {} }) =>
    hooks.some(hook => hook in scripts),
  );
  expect(running.map(({ name }) => name)).toEqual(['koffi']);
});

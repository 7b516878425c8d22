/** The repository that the site is about: its files, and the command line that has been built of it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What `dynasm args…` prints in `folder`. Throws if it fails. */
export function dynasm(args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/bin/dynasm.cjs'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
    },
  );
  if (status !== 0) throw new Error(`dynasm ${args.join(' ')}: ${stderr}`);
  return stdout + stderr;
}

/** The documents, from the root: README.md, those of docs, those that stand beside what they are about. */
export function documents(): readonly string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    'README.md',
    'CHANGELOG.md',
    'examples/README.md',
    ...docs.filter(name => name.endsWith('.md')).map(name => `docs/${name}`),
  ];
}

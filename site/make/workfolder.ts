/** A temporary folder in which the package is installed, for the programs whose output pages show. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository.ts';

/** What a command prints, which may call `dynasm`, in a folder with `files`. The folder's name is left out. */
export function outputOf(command: string, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dynasm-site-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/dynasm'), 'dir');
    for (const [name, text] of Object.entries({ 'package.json': '{"type": "module"}', ...files })) {
      writeFileSync(join(folder, name), text);
    }
    const script = `dynasm() { '${process.execPath}' '${join(root, 'dist/bin/dynasm.cjs')}' "$@"; }\n${command}`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', DYNASM_CACHE: 'off' },
    });
    return (stdout + stderr).replaceAll(`${folder}/`, '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

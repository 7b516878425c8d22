/**
 * Runs commands as a user would: in a folder of their own, with the built command line.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
export const dynasm = join(root, 'dist/bin/dynasm.cjs');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** A temporary folder in which the package `dynasm` is installed, with a cache of its own. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'dynasm-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    mkdirSync(join(this.path, 'node_modules'));
    symlinkSync(root, join(this.path, 'node_modules/dynasm'), 'dir');
    this.write('package.json', '{"type": "module"}');
    this.writeAll(files);
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  writeAll(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  /** Runs node with `args`. */
  node(args: readonly string[], input = '', env: Environment = {}): Ran {
    return run(process.execPath, args, this.path, input, { DYNASM_CACHE: join(this.path, 'cache'), ...env });
  }

  /** Runs the command line. */
  dynasm(args: readonly string[], input = '', env: Environment = {}): Ran {
    return this.node([dynasm, ...args], input, env);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string, input: string, others: Environment): Ran {
  const { NODE_OPTIONS: _options, FORCE_COLOR: _color, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = { ...inherited, NO_COLOR: '1', ...others };
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

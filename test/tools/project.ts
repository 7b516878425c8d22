/**
 * A project in which the package is installed as it is published, beside the bundlers and test runners of
 * this folder. Takes files; runs programs, and watches them.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const tools = join(import.meta.dirname, 'node_modules');

/** What the package needs at run time, and the types of what configurations use. */
const PACKAGES = ['koffi', '@koromix', 'oxc-transform', '@oxc-transform', 'iced-x86', '@types'];

/** Nothing that is waited for takes so long. */
const PATIENCE = 120_000;

export interface Ran {
  readonly status: number | null;
  /** Standard output and standard error. */
  readonly output: string;
}

export class Project {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'dynasm-project-')));
  readonly #env: NodeJS.ProcessEnv;

  constructor() {
    const modules = join(this.path, 'node_modules');
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
    for (const name of ['package.json', ...files]) {
      // A pattern that leaves something out.
      if (name.startsWith('!')) continue;
      cpSync(join(root, name), join(modules, 'dynasm', name), { recursive: true });
    }
    for (const name of PACKAGES) symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
    for (const name of readdirSync(tools)) {
      if (!name.startsWith('.') && !PACKAGES.includes(name) && !name.startsWith('node-')) {
        symlinkSync(join(tools, name), join(modules, name), 'dir');
      }
    }
    this.#env = { ...process.env, NO_COLOR: '1', DYNASM_CACHE: join(this.path, 'cache') };
    for (const name of ['FORCE_COLOR', 'NODE_OPTIONS', 'CI']) delete this.#env[name];
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  /** Runs node in the folder `name` of the project. */
  run(name: string, args: readonly string[], node = process.execPath): Ran {
    const cwd = join(this.path, name);
    const ran = spawnSync(node, args, { cwd, env: this.#env, encoding: 'utf8', timeout: PATIENCE });
    return { status: ran.status, output: ran.stdout + ran.stderr };
  }

  /** Runs node in the folder `name` of the project until it is stopped. */
  watch(name: string, args: readonly string[], node = process.execPath): Watched {
    return new Watched(node, args, join(this.path, name), this.#env);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A process that goes on. */
export class Watched {
  /** What it has printed. */
  output = '';
  readonly #child;

  constructor(node: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    // Some tools end with their standard input.
    this.#child = spawn(node, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', data => (this.output += String(data)));
    }
  }

  /**
   * Waits until `isSo`; false if that does not come. A change may be made before a tool has begun to watch:
   * `change` makes it, now and then once more.
   */
  async until(isSo: () => boolean, change?: () => void): Promise<boolean> {
    const end = Date.now() + PATIENCE;
    for (let round = 0; round === 0 || !isSo(); round++) {
      if (Date.now() > end || this.#child.exitCode !== null) return false;
      if (round % 20 === 0) change?.();
      await new Promise(done => setTimeout(done, 100));
    }
    return true;
  }

  stop(): void {
    this.#child.kill();
  }
}

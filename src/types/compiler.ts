/**
 * The TypeScript compiler of a project: finds it, runs it as a program, and returns what it prints. Its
 * programming interface is not used: TypeScript 7 has none.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ProjectError } from './projecterror.ts';

/** The first version that the package's declarations are made for. */
const OLDEST = [5, 4] as const;

const INSTALL = "`npm install --save-dev typescript' installs it";

export class Compiler {
  /** The file of `tsc`, a script for Node. */
  readonly #script: string;

  /**
   * @throws {ProjectError} if TypeScript is not installed where modules in `folder` find it, or is too old
   */
  constructor(folder: string) {
    let manifest: string;
    try {
      manifest = createRequire(join(folder, 'index.js')).resolve('typescript/package.json');
    } catch {
      throw new ProjectError(
        `types are checked by the TypeScript of the project, and ${folder} has none: ${INSTALL}`,
      );
    }
    const { version, bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      version: string;
      bin: { tsc: string };
    };
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
      throw new ProjectError(
        `TypeScript ${version} of ${folder} is too old; it takes ${OLDEST.join('.')} or later: ${INSTALL}`,
      );
    }
    this.#script = join(dirname(manifest), bin.tsc);
  }

  /**
   * Runs the compiler in `folder`, and returns what it writes to standard output. That there are errors is no
   * failure.
   *
   * @throws {ProjectError} if it does not run, or crashes
   */
  run(args: readonly string[], folder: string): string {
    // Without colours its messages could not be told from the lines that it shows.
    const { NO_COLOR: _, ...env } = process.env;
    const { error, status, signal, stdout, stderr } = spawnSync(process.execPath, [this.#script, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (error) throw new ProjectError(`${this.#script} does not run: ${error.message}`);
    if (signal !== null) throw new ProjectError(`${this.#script} was ended by ${signal}`);
    if (status !== 0 && !stdout.includes(' TS')) {
      throw new ProjectError(`${this.#script} ended with status ${status}:\n${stdout}${stderr}`.trimEnd());
    }
    return stdout;
  }
}

/**
 * The configuration of a TypeScript project, as the compiler itself reads it: with what it extends, and with
 * the files that it names. Takes its path; returns options, files and referenced projects.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Compiler } from './compiler.ts';
import type { Mirror } from './mirror.ts';
import { ProjectError } from './projecterror.ts';

/** Options of the compiler by their names. */
export type CompilerOptions = Readonly<Record<string, unknown>>;

export interface Configuration {
  /** Absolute path. */
  readonly path: string;
  readonly options: CompilerOptions;
  /** Absolute paths of the files that the project names, by themselves or by patterns. */
  readonly files: readonly string[];
  /** Absolute paths of the configurations of the projects that it refers to. */
  readonly references: readonly string[];
  /** Folders outside of its own that its patterns lead to. */
  readonly folders: readonly string[];
}

/** What `tsc --showConfig` prints. */
interface Shown {
  readonly compilerOptions?: CompilerOptions;
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly references?: readonly { readonly path: string }[];
}

const NAME = 'tsconfig.json';

/** For `.dast` files without a project: what they need to be compiled. */
export const DEFAULT_OPTIONS: CompilerOptions = {
  strict: true,
  target: 'es2022',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  skipLibCheck: true,
};

/** The configuration that `tsc` would take in `folder`; undefined if there is none. */
export function findConfiguration(folder: string): string | undefined {
  return findAbove(folder, NAME);
}

/** The nearest file of that name in `folder` or one above it. */
export function findAbove(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : findAbove(parent, name);
}

/**
 * The path of the configuration that `path`, a file or its folder, stands for.
 *
 * @throws {ProjectError} if it does not exist
 */
export function configurationAt(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  const file = stats?.isDirectory() ? join(path, NAME) : path;
  if (!existsSync(file)) throw new ProjectError(`there is no ${file}`);
  return file;
}

/** Reads the configuration at `path`. Files count that the mirror has. */
export function readConfiguration(path: string, compiler: Compiler, mirror: Mirror): Configuration {
  const folder = dirname(path);
  const output = compiler.run(['--showConfig', '--pretty', '-p', mirror.at(path)], mirror.at(folder));
  const shown = readShown(output);
  return {
    path,
    options: shown.compilerOptions ?? {},
    files: (shown.files ?? []).map(file => resolve(folder, file)),
    references: (shown.references ?? []).map(each => configurationAt(resolve(folder, each.path))),
    folders: (shown.include ?? []).flatMap(pattern => {
      const start = resolve(folder, pattern.replace(/[^/\\]*[*?].*$/, ''));
      return statSync(start, { throwIfNoEntry: false })?.isDirectory() ? [start] : [];
    }),
  };
}

/**
 * Nothing for a configuration with mistakes: the compiler says what they are when it compiles the project.
 */
function readShown(output: string): Shown {
  if (output.startsWith('{')) return JSON.parse(output) as Shown;
  // TypeScript up to 6 refuses a project without files, and says what it has looked for.
  const include = /Specified 'include' paths were '(\[.*?\])'/.exec(output)?.[1];
  return include === undefined ? {} : { include: JSON.parse(include) as string[] };
}

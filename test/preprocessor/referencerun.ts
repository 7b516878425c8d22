/**
 * Runs of the reference for tests: the arguments of a case, by the command line's own parser, as options of
 * `translateSource` with files read from one folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommand } from '../../bin/options.ts';
import type { TranslateSourceOptions } from '../../src/preprocessor/index.ts';
import { chooseLanguage } from '../../src/files/filelanguage.ts';

/** A run of the reference, as cases.json describes it; output and errors are names of files. */
export interface Case {
  readonly input: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CaseOptions {
  readonly options: TranslateSourceOptions;
  /** How often there was a `-P`. */
  readonly dumps: number;
}

/** Reads a file byte by byte, as C and Lua sources are translated. */
export function readBytes(path: string): string {
  return readFileSync(path, 'latin1');
}

export function caseOptions(folder: string, { input, args }: Case): CaseOptions {
  const command = parseCommand([...args, input]);
  if (command.kind !== 'translate') throw new Error(`${args.join(' ')}: no translation`);
  const { options, dumps } = command;
  const { include = [], sourceMap: _, lang = chooseLanguage(input, undefined) ?? 'c', ...rest } = options;
  const prefixes = [...include.map(name => `${name}/`), ''];
  return {
    dumps,
    options: {
      ...rest,
      file: input,
      lang,
      target: 'x64-linux',
      definitions: dumps > 0,
      readInclude: name => {
        const path = prefixes.map(prefix => prefix + name).find(each => isFile(join(folder, each)));
        return path === undefined ? undefined : { path, text: readBytes(join(folder, path)) };
      },
    },
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * DynASM's command line for tests: turns the arguments of a reference case into options of `translateSource`, with files read
 * from one folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, TranslateSourceOptions } from '../../src/preprocessor/index.ts';

const LONG: Readonly<Record<string, string>> = {
  ccomment: 'c',
  cppcomment: 'C',
  nocomment: 'N',
  maccomment: 'M',
  nolineno: 'L',
  flushline: 'F',
  include: 'I',
  dumpdef: 'P',
};

/** A run of the reference, as cases.json describes it; output and errors are names of files. */
export interface Case {
  readonly input: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly options: TranslateSourceOptions;
  /** How often there was a `-P`. */
  readonly dumps: number;
}

/** Reads a file byte by byte, as C sources are translated. */
export function readBytes(path: string): string {
  return readFileSync(path, 'latin1');
}

export function parseCommand(folder: string, file: string, args: readonly string[]): Command {
  const include = [''];
  const defines: Record<string, string> = {};
  const flags = new Set<string>();
  let lang: Language = file.endsWith('.dasl') ? 'lua' : 'c';
  let comments: TranslateSourceOptions['comments'] = 'line';
  let dumps = 0;
  const rest = args.values();
  const parameter = (): string => {
    const next = rest.next();
    if (next.done === true) throw new Error('missing parameter');
    return next.value;
  };
  const option = (name: string): void => {
    switch (name) {
      case 'c':
        comments = 'block';
        break;
      case 'C':
        comments = 'line';
        break;
      case 'N':
        comments = 'none';
        break;
      case 'I':
        include.unshift(`${parameter()}/`);
        break;
      case 'l':
        lang = parameter().toLowerCase() === 'lua' ? 'lua' : 'c';
        break;
      case 'D': {
        const [define = '', text = '1'] = parameter().split(/=(.*)/s);
        defines[define] = text;
        break;
      }
      case 'U':
        delete defines[parameter()];
        break;
      case 'P':
        dumps++;
        break;
      default:
        flags.add(name);
    }
  };
  for (const arg of rest) {
    if (arg.startsWith('--')) option(LONG[arg.slice(2)] ?? arg.slice(2));
    else for (const name of arg.slice(1)) option(name);
  }
  return {
    dumps,
    options: {
      file,
      lang,
      defines,
      definitions: dumps > 0,
      comments,
      macroComments: flags.has('M'),
      lineNumbers: !flags.has('L'),
      flushLines: flags.has('F'),
      readInclude: name => {
        for (const prefix of include) {
          const path = prefix + name;
          if (statSync(join(folder, path), { throwIfNoEntry: false })?.isFile()) {
            return { path, text: readBytes(join(folder, path)) };
          }
        }
        return undefined;
      },
    },
  };
}

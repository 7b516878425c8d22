/**
 * A `.dast` file as the compiler sees it: a module with its translation, and a declaration that leads there,
 * which imports of the `.dast` file find.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { moduleReaders } from '../files/includepath.ts';
import { translateInput } from '../files/inputtranslator.ts';
import { readMap, sourcePlace } from '../files/sourceplace.ts';
import type { TranslateOptions } from '../files/translation.ts';
import { translateSource, type Diagnostic } from '../preprocessor/index.ts';
import type { Mirror } from './mirror.ts';

/** Options of translation that a program's types may depend on. */
export type ModuleOptions = Pick<TranslateOptions, 'defines' | 'include' | 'platform' | 'cpu'>;

/**
 * Behind the name of the `.dast` file, in front of `.mts`: every `.dast` file is an ES module, whatever the
 * package that it is in. No other file has such a name.
 */
const MARK = '.dynasm';
const MARKED = new RegExp(`(\\.dast)\\${MARK}(?:\\.m[jt]s)?|\\.d(\\.dast)(?=["'])`, 'g');

/** The id of the action list, up to its end. */
const LIST_ID = /^( {2}format: \d+, arch: '\w+', id: )'.*',$/m;

/**
 * What tells the action list from others in its type: the path from the folder of the package. The digest
 * that the list has otherwise would change the declaration with every change of the assembly.
 */
function listId(path: string): string {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return relative(folder, path).replaceAll(sep, '/');
  }
  return basename(path);
}

/** A text of the compiler's, with the name of each module as users know it. */
export function withoutMarks(text: string): string {
  return text.replaceAll(MARKED, '$1$2');
}

export class DastModule {
  /** Absolute path of the `.dast` file. */
  readonly path: string;
  /** The declaration that stands beside it. */
  readonly declaration: string;
  /** Stands for the module in a question which files belong to a project. */
  readonly placeholder: string;
  /** The translation, in the mirror. */
  readonly translated: string;
  /** What the translation found. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files that it includes. */
  readonly dependencies: readonly string[];
  /** The translation; without it there are errors among the diagnostics, after which nothing could follow. */
  readonly #code: string | undefined;
  readonly #map: ReturnType<typeof readMap> | undefined;
  /** Source texts by the names that they have in messages. */
  readonly #texts: ReadonlyMap<string, string>;
  readonly #name: string;

  /** `name`: that of the file in messages. It has been read: what stands there is `text`. */
  constructor(path: string, name: string, options: ModuleOptions) {
    const text = readFileSync(path, 'utf8');
    const texts = new Map([[name, text]]);
    const { readInclude, readBinary, missing } = moduleReaders(options);
    const { code, map, diagnostics, dependencies } = translateInput(
      // Also a program with wrong assembly has types.
      (source, settings) => translateSource(source, { ...settings, partial: true }),
      { source: text, file: name },
      // The compiler parses it.
      {
        ...options,
        lang: 'ts',
        sourceMap: true,
        check: false,
        specialise: false,
        flushLines: true,
        comments: 'none',
      },
      {
        readInclude(file, from) {
          const found = readInclude(file, from);
          if (found) texts.set(found.path, found.text);
          return found;
        },
        readBinary,
        missing,
      },
    );
    this.path = path;
    this.declaration = declarationOf(path);
    this.placeholder = `${path}${MARK}.ts`;
    this.translated = `${path}${MARK}.mts`;
    this.diagnostics = diagnostics;
    this.dependencies = dependencies.map(each => resolve(each));
    this.#code = code?.replace(LIST_ID, (_, head: string) => `${head}${JSON.stringify(listId(path))},`);
    this.#map = map === undefined ? undefined : readMap(map);
    this.#texts = texts;
    this.#name = name;
  }

  /** Whether there is something to compile. */
  get isTranslated(): boolean {
    return this.#code !== undefined;
  }

  get hasErrors(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  /** Writes what the compiler is to find. */
  writeTo(mirror: Mirror): void {
    mirror.write(this.placeholder, '');
    if (this.#code === undefined) {
      mirror.hide(this.declaration);
      return;
    }
    mirror.write(this.translated, this.#code);
    const from = JSON.stringify(`./${basename(this.path)}${MARK}.mjs`);
    const hasDefault = /\bexport\s+default\b|\bas\s+default\b/.test(this.#code);
    const rest = hasDefault ? `export { default } from ${from};\n` : '';
    mirror.write(this.declaration, `export * from ${from};\n${rest}`);
  }

  /** Where a place in the translation comes from; `length` characters are marked there. */
  place(
    line: number,
    column: number,
    length: number,
  ): Pick<Diagnostic, 'file' | 'line' | 'column' | 'length' | 'lineText'> {
    const place = sourcePlace({ file: this.#name, line, column }, this.#map, this.#texts);
    const { lineText } = place;
    const marked = this.#code?.split('\n', line)[line - 1]?.slice(column - 1, column - 1 + length) ?? '';
    if (lineText === undefined || marked === '') return place;
    // A part of an expression stands behind the place of the expression.
    const at = lineText.indexOf(marked, place.column - 1);
    return at < 0 ? place : { ...place, column: at + 1, length };
  }
}

/** The declaration of a `.dast` file, which TypeScript looks for beside it. */
export function declarationOf(path: string): string {
  return path.replace(/\.dast$/, '.d.dast.ts');
}

/**
 * The `.dast` files in `folder` and the folders in it, but for packages and folders that begin with a dot.
 */
export function findDastFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : findDastFiles(path);
    }
    return entry.isFile() && entry.name.endsWith('.dast') ? [path] : [];
  });
}

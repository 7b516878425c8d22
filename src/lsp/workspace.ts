/**
 * The open documents and what is known of them. Takes documents and settings; gives the analysis of each
 * version, made when it is first asked for. A document that an open one includes belongs to that one's
 * analysis.
 */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FILE_LANGUAGES, fileReaders, LANGUAGES, processPlatform } from '#translator';
import type { Language } from '../preprocessor/index.ts';
import type { TranslateSourceOptions } from '../preprocessor/sourceoptions.ts';
import { Analysis } from './analysis.ts';
import { pathOf } from './place.ts';
import type { ServerSettings } from './settings.ts';
import { StatementReader } from './statementreader.ts';

interface Entry {
  readonly analysis: Analysis;
  /** The texts that it was made of: version of each open document, by path. */
  readonly versions: ReadonlyMap<string, number>;
}

/** The language of a document, by the ending of its name or by what the editor calls it. */
export function languageOf({ uri, languageId }: TextDocument): Language | undefined {
  const ending = /\.\w+$/.exec(uri)?.[0].toLowerCase();
  return (
    LANGUAGES.find(each => FILE_LANGUAGES[each].source === ending) ??
    LANGUAGES.find(each => FILE_LANGUAGES[each].source === `.${languageId}`)
  );
}

export class Workspace {
  settings: ServerSettings = {};
  readonly reader = new StatementReader();
  readonly #documents = new Map<string, TextDocument>();
  /** By the path of the main file. */
  readonly #entries = new Map<string, Entry>();

  /** The document is opened, or has changed. */
  set(document: TextDocument): void {
    this.#documents.set(pathOf(document.uri), document);
  }

  close(uri: string): void {
    const path = pathOf(uri);
    this.#documents.delete(path);
    this.#entries.delete(path);
  }

  /** Forgets what settings or files on disk may change. */
  refresh(): void {
    this.#entries.clear();
  }

  /** The paths of the open documents by those without links. */
  realPaths(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#documents.keys()].flatMap(path =>
        existsSync(path) ? [[realpathSync.native(path), path] as const] : [],
      ),
    );
  }

  /** Paths of the open documents that are not part of others. */
  get roots(): readonly string[] {
    return [...this.#documents.keys()].filter(path => this.#includer(path) === undefined);
  }

  /** The analysis that a document belongs to. */
  analysis(uri: string): Analysis | undefined {
    const path = pathOf(uri);
    return this.analysisOf(this.#includer(path) ?? path);
  }

  /** The analysis of a main file. */
  analysisOf(path: string): Analysis | undefined {
    const document = this.#documents.get(path);
    const lang = document && languageOf(document);
    if (document === undefined || lang === undefined) return undefined;
    const known = this.#entries.get(path);
    if (known && this.#isCurrent(known)) return known.analysis;
    const analysis = new Analysis(document.getText(), this.options(path, lang), this.reader);
    this.#entries.set(path, { analysis, versions: this.#versions(analysis) });
    return analysis;
  }

  /** The options of a translation of the file at `path`. Open documents go before files on disk. */
  options(path: string, lang: Language): TranslateSourceOptions {
    const { defines, include = [], platform = processPlatform(), cpu } = this.settings;
    const { includesBeside } = FILE_LANGUAGES[lang];
    const folders = include.map(each => resolve(dirname(path), each));
    // In an editor every text is Unicode.
    const { readInclude, readBinary } = fileReaders(folders, includesBeside, 'utf8');
    return {
      file: path,
      lang,
      platform,
      defines,
      cpu,
      readBinary,
      readInclude: (name, from) => {
        const found = readInclude(name, from);
        if (found === undefined) return undefined;
        const full = resolve(found.path);
        return { path: full, text: this.#documents.get(full)?.getText() ?? found.text };
      },
    };
  }

  #isCurrent({ versions }: Entry): boolean {
    for (const [path, version] of versions) if (this.#documents.get(path)?.version !== version) return false;
    return true;
  }

  #versions({ file, observed }: Analysis): ReadonlyMap<string, number> {
    const paths = [file, ...observed.dependencies];
    return new Map(
      paths.flatMap(path => {
        const version = this.#documents.get(path)?.version;
        return version === undefined ? [] : [[path, version] as const];
      }),
    );
  }

  /** The open document whose analysis has read the file at `path`. */
  #includer(path: string): string | undefined {
    for (const [main, { analysis }] of this.#entries) {
      if (main !== path && analysis.observed.dependencies.includes(path)) return main;
    }
    return undefined;
  }
}

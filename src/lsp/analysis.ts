/**
 * What is known of a text and the files that it includes: takes what the translator tells while it goes on,
 * and keeps it by file and line. An analysis belongs to one version of the text.
 */
import type { Diagnostic, Language } from '../preprocessor/index.ts';
import type { LineKind } from '../preprocessor/language/outputlanguage.ts';
import { observeSource } from '#translator';
import type { Observed } from '../preprocessor/observe.ts';
import type { ObservedCode, ObservedName, ObservedStatement, Observer } from '../preprocessor/observer.ts';
import type { TranslateSourceOptions } from '../preprocessor/sourceoptions.ts';
import { NameIndex } from './nameindex.ts';
import type { ReadStatement, StatementReader } from './statementreader.ts';

/** A statement of a source line, with what became of it. */
export interface Statement extends ObservedStatement {
  codes: readonly ObservedCode[];
  /** What it became, if it is a macro. */
  expansion: readonly string[];
}

/** A source line. */
export interface SourceRow {
  kind: LineKind['kind'];
  readonly statements: Statement[];
}

/** So many statements of an expansion are kept. */
const MAX_EXPANSION = 100;
const NONE: readonly never[] = [];

export class Analysis {
  /** Path of the main file. */
  readonly file: string;
  readonly text: string;
  readonly lang: Language;
  readonly observed: Observed;
  readonly names: ObservedName[] = [];
  /** The rows of each file, by line − 1. */
  readonly #files = new Map<string, (SourceRow | undefined)[]>();
  #index: NameIndex | undefined;
  readonly #reader: StatementReader;

  constructor(text: string, options: TranslateSourceOptions, reader: StatementReader) {
    this.#reader = reader;
    this.file = options.file;
    this.text = text;
    this.lang = options.lang;
    let current: Statement | undefined;
    const observer: Observer = {
      line: (file, line, kind) => {
        const rows = this.#files.get(file) ?? [];
        this.#files.set(file, rows);
        rows[line - 1] = { kind, statements: [] };
      },
      statement: statement => {
        const { place, text, fate, macro } = statement;
        current = { place, text, fate, macro, codes: NONE, expansion: NONE };
        this.row(place.file, place.line)?.statements.push(current);
      },
      expanded: text => {
        if (current && current.expansion.length < MAX_EXPANSION) {
          current.expansion = [...current.expansion, text];
        }
      },
      name: name => this.names.push(name),
      code: code => {
        // A section is switched to without a statement of its own where a file ends.
        if (current?.place.line !== code.place.line || current.codes.length >= MAX_EXPANSION) return;
        current.codes = current.codes.length === 0 ? [code] : [...current.codes, code];
      },
    };
    this.observed = observeSource(text, options, observer);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.observed.diagnostics;
  }

  /** Paths of the files that were read, the main file first. */
  get files(): readonly string[] {
    return [...this.#files.keys()];
  }

  rows(file: string): readonly (SourceRow | undefined)[] {
    return this.#files.get(file) ?? [];
  }

  /** `line` counts from 1. */
  row(file: string, line: number): SourceRow | undefined {
    return this.#files.get(file)?.[line - 1];
  }

  /** The statement at a place; both count from 1. The column behind its last character belongs to it. */
  statementAt(file: string, line: number, column: number): Statement | undefined {
    return this.row(file, line)?.statements.findLast(
      ({ place, text }) => column >= place.column && column <= place.column + text.length,
    );
  }

  /** The name and words of a statement. */
  read(text: string): ReadStatement {
    return this.#reader.read(text, this.observed.dialect);
  }

  /** All names, found when they are first asked for. */
  get index(): NameIndex {
    return (this.#index ??= new NameIndex(this.names, this.#statements(), text => this.read(text)));
  }

  *#statements(): Generator<Statement> {
    for (const rows of this.#files.values()) for (const row of rows) if (row) yield* row.statements;
  }
}

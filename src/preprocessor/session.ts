/**
 * What the parts of one translation share: the output language, what is defined, which statements are known,
 * where the translation is, and what comes out of it, items and diagnostics.
 */
import { expandFeatures, type Feature } from '../encoder/format/feature.ts';
import { readFeature } from './directive/featurename.ts';
import type { Arch } from './arch/arch.ts';
import { ABI } from './convention/index.ts';
import { Cursor } from './cursor.ts';
import { FatalError, LimitError, sourceError, StatementError, StopError } from './diagnostic/error.ts';
import { DiagnosticLog } from './diagnostic/log.ts';
import type { WarningCode } from './diagnostic/diagnosticcode.ts';
import { Defines } from './directive/define.ts';
import { DirectiveTable, type OperandCount } from './directive/directivetable.ts';
import type { ReadBinary, ReadInclude } from './directive/include.ts';
import type { Declaration, Item } from './item.ts';
import { Observation } from './observation.ts';
import type { Observer } from './observer.ts';
import type { Capabilities, Dialect, OutputLanguage } from './language/outputlanguage.ts';
import { StatementCache } from './statementcache.ts';
import { withoutExpansions } from './text/macrolabelname.ts';
import type { Slice, Span } from './text/slice.ts';

export interface Settings {
  /** Echo assembly lines as comments. */
  readonly comments: boolean;
  /** Echo what macros expand to, too. */
  readonly macroComments: boolean;
  /** A put for every line. */
  readonly flushLines: boolean;
  /** Find where each argument stands. Otherwise it has the place of its statement. */
  readonly argumentPlaces: boolean;
  readonly maxErrors: number;
  /** Warnings are errors. */
  readonly strict: boolean;
  /** Codes of warnings that are left out, also where warnings are errors. */
  readonly silenced: ReadonlySet<WarningCode>;
  readonly readInclude: ReadInclude;
  /** Without it `.incbin` finds no file. */
  readonly readBinary?: ReadBinary | undefined;
  /** Is told what the translation meets, and has it go on behind every error. */
  readonly observer?: Observer | undefined;
  /** Features and levels that instructions may need, beside what every processor has. Without it: all. */
  readonly cpu?: readonly string[] | undefined;
}

/** Limit on macros and included files inside one another. */
const MAX_NESTING = 200;

export class Session {
  readonly language: OutputLanguage;
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  readonly settings: Settings;
  /** Directives, macros and sections that are known at a moment; instructions are the arch's. */
  readonly directives = new DirectiveTable();
  readonly defines: Defines;
  readonly cache: StatementCache;
  readonly cursor: Cursor;
  readonly log: DiagnosticLog;
  readonly observation: Observation | undefined;
  readonly items: Item[] = [];
  /** Paths of the files that were read besides the main file, in order. */
  readonly dependencies = new Set<string>();
  /** Undefined until `.arch`. */
  arch: Arch | undefined;
  /** The features that instructions may need; undefined: all. */
  cpu: ReadonlySet<Feature> | undefined;
  /** The name of the capture that is open. */
  capture: string | undefined;
  #nesting = 0;
  /** Names in the host lines of each file, from when they were first asked for. */
  readonly #hostNames = new Map<string, ReadonlySet<string>>();

  constructor(language: OutputLanguage, settings: Settings) {
    this.language = language;
    this.dialect = language.dialect;
    this.capabilities = language.capabilities;
    this.settings = settings;
    this.defines = new Defines(language.dialect);
    this.cache = new StatementCache(this.defines);
    this.cursor = new Cursor(this.defines, this.externalNames);
    this.cpu = settings.cpu && expandFeatures(settings.cpu.map(name => readFeature(name)));
    const { maxErrors, observer } = settings;
    this.observation = observer && new Observation(observer, this.cursor, this.externalNames);
    const goesOn = language.capabilities.goesOnBehindErrors;
    this.log = new DiagnosticLog(
      maxErrors,
      observer === undefined ? (goesOn ? StopError : FatalError) : LimitError,
    );
  }

  /** `text` with the names of registers and macro labels that users write. */
  readonly externalNames = (text: string): string =>
    withoutExpansions(this.arch?.externalNames(text) ?? text);

  // Statements

  /** Operand counts that a statement of that name takes; empty if there is none. */
  operandCounts(name: string): readonly OperandCount[] {
    return [...this.directives.counts(name), ...(this.arch?.counts(name) ?? [])];
  }

  /** Whether a statement of that name takes that many operands. */
  isKnown(name: string, count: number): boolean {
    return (this.directives.find(name, count) ?? this.arch?.find(name, count)) !== undefined;
  }

  /** Whether a host line of the files that have been read has that identifier. */
  isHostName(name: string): boolean {
    const { expressions } = this.dialect;
    for (const [file, text] of this.cursor.texts) {
      let names = this.#hostNames.get(file);
      if (names === undefined) {
        names = expressions?.hostNames(text, each => this.operandCounts(each).length > 0) ?? new Set();
        this.#hostNames.set(file, names);
      }
      if (names.has(name)) return true;
    }
    return false;
  }

  /** Runs a macro's or an included file's statements. Throws `LimitError` when they are nested too deep. */
  nest(run: () => void): void {
    if (this.#nesting >= MAX_NESTING) {
      throw new LimitError('macros or include files nested too deep', { code: 'nesting' });
    }
    this.#nesting++;
    try {
      run();
    } finally {
      this.#nesting--;
    }
  }

  // Output

  emit(item: Item): void {
    this.items.push(item);
  }

  /**
   * Emits a declaration. `operands` are the directive's. Throws `StatementError` for names that the language
   * does not allow.
   */
  declare(declaration: Declaration, operands: readonly Slice[]): void {
    this.language.checkDeclaration(declaration, operands);
    this.emit(declaration);
  }

  /** Echoes an assembly line, the text behind its bar, if comments are wanted and the line is the user's. */
  echo(text: string): void {
    const { line } = this.cursor;
    if (!this.settings.comments || line.file === ABI) return;
    this.emit({ kind: 'comment', indent: line.indent, text, place: line.begin() });
  }

  /** A comment that belongs to no source line. */
  comment(text: string): void {
    if (!this.settings.comments) return;
    this.emit({ kind: 'comment', indent: this.cursor.line.indent, text, place: undefined });
  }

  /** A comment about a macro's expansion, if these are wanted. */
  macroComment(text: string): void {
    if (this.settings.macroComments) this.comment(withoutExpansions(text));
  }

  // Diagnostics

  /**
   * Logs a warning about something that is allowed; `at`: a span of the statement. Throws `StatementError`
   * where warnings are errors.
   */
  warn(code: WarningCode, message: string, at?: Span): void {
    if (this.settings.silenced.has(code)) return;
    if (this.settings.strict) throw new StatementError(message, { code, at });
    this.log.warning(code, this.externalNames(message), this.cursor.where(at, this.log.errors));
  }

  /**
   * Something that DynASM assembles silently wrong: an error in languages that reject it, a warning in
   * others.
   */
  rejectOrWarn(code: WarningCode, message: string, at?: Span): void {
    if (this.capabilities.rejectsDefects) throw new StatementError(message, { code, at });
    this.warn(code, message, at);
  }

  /** Logs what a statement has thrown. Throws it again if it is not an error of the source. */
  logError(thrown: unknown): void {
    const error = sourceError(thrown);
    const { place, at } = error;
    const where = place
      ? {
          file: place.file,
          line: place.line,
          column: place.column,
          length: 1,
          lineText: this.cursor.lineText(place),
        }
      : this.cursor.where(at, this.log.errors);
    this.log.error(error, this.externalNames, where);
  }
}

/**
 * One translation: reads lines, cuts them into statements, and hands each to the directive, macro or instruction that it is.
 * In flows source text, out flow output items, the action list and diagnostics; all state of the run lives here or in the
 * parts that are made here.
 */
import { findArch } from './arch/index.ts';
import { Assembler } from './actionlist/assembler.ts';
import { skipBlanks } from './text/blank.ts';
import { Captures } from './directive/capture.ts';
import { Conditionals } from './directive/conditional.ts';
import { Defines } from './directive/define.ts';
import type { Definitions } from './definitions.ts';
import { FatalError, LimitError, sourceError, StatementError } from './diagnostic/diagnostic.ts';
import { installDirectives, installFirstDirectives } from './directive/general.ts';
import { findInclude, type ReadInclude } from './directive/include.ts';
import type { Declaration, Item, Place } from './item.ts';
import { type Known, KnownStatements } from './statementcache.ts';
import { SourceLine } from './text/sourceline.ts';
import { Macros } from './directive/macro.ts';
import type { EndError, Expansion, Where } from './diagnostic/log.ts';
import { Report } from './diagnostic/log.ts';
import { Sections } from './directive/codesections.ts';
import { trimmed, whole, type Slice, type Span } from './text/slice.ts';
import { splitStatement, StatementTable } from './text/statement.ts';
import { unknownStatement, wrongCount } from './diagnostic/suggestion.ts';
import type {
  Capabilities,
  Dialect,
  LineClassifier,
  LineKind,
  OutputLanguage,
  Unit,
} from './language/outputlanguage.ts';
import type { WarningCode } from './diagnostic/warning.ts';

export interface Settings {
  readonly target: OutputLanguage;
  /** Echo assembly lines as comments; also what macros expand to. */
  readonly comments: boolean;
  readonly macroComments: boolean;
  /** A put for every line. */
  readonly flushLines: boolean;
  readonly maxErrors: number;
  /** Warnings are errors … */
  readonly strict: boolean;
  /** … but those with these codes are left out. */
  readonly silenced: ReadonlySet<WarningCode>;
  readonly readInclude: ReadInclude;
}

/** Macros and includes inside one another. */
const MAX_NESTING = 200;
/** So many errors are explained in full, with near names and macros: it takes time and memory. */
const MAX_EXPLAINED = 100;
/** What a statement became is only shown up to this length, in characters. */
const MAX_SHOWN = 1000;

export class Translator {
  readonly settings: Settings;
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  readonly statements = new StatementTable();
  readonly defines: Defines;
  readonly assembler: Assembler;
  readonly report: Report;
  readonly dependencies: string[] = [];
  readonly #conditionals: Conditionals;
  readonly #macros: Macros;
  readonly #captures: Captures;
  readonly #sections: Sections;
  readonly #items: Item[] = [];
  readonly #sources = new Map<string, string>();
  readonly known: KnownStatements;
  /** From the outermost expansion inwards. */
  readonly #expansion: Expansion[number][] = [];
  #line: SourceLine;
  #classifier: LineClassifier;
  /** The file at hand is included inside brackets. */
  #includedNested = false;
  #nesting = 0;
  #statement = 0;
  /** The statement at hand as it stands in the source or came out of a macro, and with its defines replaced. */
  #written = '';
  #text = '';

  constructor(file: string, settings: Settings) {
    const { dialect, capabilities } = settings.target;
    this.settings = settings;
    this.dialect = dialect;
    this.capabilities = capabilities;
    this.defines = new Defines(dialect);
    this.known = new KnownStatements(this.defines);
    this.report = new Report(settings.maxErrors);
    this.#conditionals = new Conditionals(dialect.javascriptOperators, () => this.place());
    this.#macros = new Macros(this);
    this.#captures = new Captures(this);
    this.#sections = new Sections(this);
    this.#line = new SourceLine(file, 0);
    this.assembler = new Assembler(this, settings.target);
    this.#classifier = dialect.classifier(name => this.#isStatement(name));
    this.#conditionals.install(this.statements);
    installFirstDirectives(this);
  }

  /** Translates the main file. The result is good for printing if `report` has not `failed`. */
  translate(text: string): Unit {
    const { file } = this.#line;
    this.#file(file, text);
    this.#finish(file);
    const { arch, writer, lines, labels } = this.assembler;
    return {
      file,
      arch: arch?.name ?? '',
      items: this.#items,
      bytes: writer.bytes,
      signed: writer.signed,
      lines,
      sections: this.#sections.names,
      globals: labels.globals,
      externs: labels.externs,
      source: text,
    };
  }

  /** What is defined now; `captures` is what the target made of them. */
  definitions(captures: Definitions['captures']): Definitions {
    const { externalNames } = this;
    const { arch, labels } = this.assembler;
    const types = [...this.assembler.types.values()].map(({ name, ctype, register = '' }) => ({
      name,
      ctype,
      register: externalNames(register),
    }));
    const { globals, externs } = labels;
    return {
      sections: this.#sections.names,
      defines: this.defines.user.map(([name, text]) => [name, externalNames(text)]),
      ...(arch && { labels: { types, globals, externs } }),
      macros: this.#macros.defined,
      captures,
    };
  }

  /** `text` with the names of registers that users write. */
  readonly externalNames = (text: string): string => this.assembler.arch?.externalNames(text) ?? text;

  // Lines

  /** Translates a file's lines; whether it had to stop. */
  #file(file: string, text: string): boolean {
    const line = new SourceLine(file, this.#expansion.length);
    this.#line = line;
    this.#sources.set(file, text);
    this.emit({ kind: 'file', file });
    const classifier = this.dialect.classifier(name => this.#isStatement(name));
    this.#classifier = classifier;
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      line.next(text.slice(start, end));
      start = end + 1;
      try {
        this.#processLine(line, classifier.classify(line.text));
      } catch (error) {
        this.fail(error);
        if (this.report.fatal || this.report.full) return true;
      }
      if (this.report.full) return true;
    }
    this.assembler.writer.flush();
    return false;
  }

  #processLine(line: SourceLine, kind: LineKind): void {
    const { file, number } = line;
    this.#setStatement('');
    this.#macros.startLine();
    if (this.settings.flushLines) this.assembler.writer.flush();
    if (kind.kind === 'host') {
      this.assembler.writer.flush();
      const place = { file, line: number, column: 1 };
      this.emit({ kind: 'host', text: line.text, place, raw: false });
      return;
    }
    line.indent = kind.indent;
    if (kind.body) this.emit({ kind: 'body', place: this.place() });
    if (kind.kind === 'raw') {
      // A raw line is no comment, but in a macro's definition it is echoed like all that is captured.
      const text = `|${kind.text}`;
      if (!this.#macros.capturing) this.emit({ kind: 'sync', line: number });
      else this.#echo(text);
      line.startStatement(text, 0);
      this.#process(text);
      return;
    }
    this.#echo(kind.text);
    line.startStatement(kind.text, 0);
    for (const statement of this.dialect.statements(kind.text)) {
      line.startStatement(statement.text, statement.start);
      this.#process(statement.text);
    }
  }

  #echo(text: string): void {
    if (!this.settings.comments) return;
    const { indent, number } = this.#line;
    this.emit({ kind: 'comment', indent, text, line: number });
  }

  /** A line about a macro's expansion, if they are wanted. */
  macroComment(text: string): void {
    if (!this.settings.comments || !this.settings.macroComments) return;
    this.emit({ kind: 'comment', indent: this.#line.indent, text, line: undefined });
  }

  // Statements

  /** `before`: what was known of it, if that has been looked up. */
  #process(statement: string, before?: Known): void {
    this.#statement++;
    if (this.#conditionals.skips(statement)) return;
    if (skipBlanks(statement) === statement.length) return;
    if (this.#macros.capture(statement)) return;
    this.#setStatement(statement);
    const known = before ?? this.known.look(statement);
    const { text } = known;
    this.#text = text;
    if (known.assembled !== undefined) this.assembler.repeat(known.assembled);
    else if (known.call !== undefined) known.call.directive(known.call.operands);
    else if (text.startsWith('|')) this.#raw(text.slice(1));
    else this.#execute(known);
  }

  /** The statement at hand, whose defines are not replaced yet. */
  #setStatement(text: string): void {
    this.#written = text;
    this.#text = text;
  }

  /** A statement of a macro's expansion; its errors are reported here, and the next one goes on. `before`: as of `#process`. */
  attempt(statement: string, before: Known | undefined, origin: Expansion[number]): void {
    this.#expansion.push(origin);
    try {
      this.#process(statement, before);
    } catch (error) {
      this.fail(error);
      if (this.report.full) throw error;
    } finally {
      this.#expansion.pop();
    }
  }

  #raw(text: string): void {
    this.assembler.writer.flush();
    const { indent } = this.#line;
    if (text.startsWith('//')) {
      if (this.settings.comments) this.emit({ kind: 'comment', indent, text, line: undefined });
      return;
    }
    this.emit({ kind: 'host', text: indent + text, place: this.place(), raw: true });
    this.#classifier.raw(text);
  }

  #execute(known: Known): void {
    const { name, operands } = splitStatement(known.text, this.dialect);
    const count = operands.length;
    const directive = this.statements.find(name.text, count);
    if (directive) {
      known.call = { directive, operands };
      directive(operands);
      return;
    }
    const handler = this.assembler.arch?.find(name.text, count);
    if (!handler) this.#refuse(name, count);
    known.assembled = this.assembler.assemble(handler, operands);
  }

  #refuse(name: Slice, count: number): never {
    const { arch } = this.assembler;
    if (!arch) {
      const notes = ['for example: .arch x64'];
      throw new FatalError('first statement must be .arch', { code: 'arch', at: name, notes });
    }
    const counts = [...this.statements.counts(name.text), ...arch.counts(name.text)];
    const explain = this.report.errors < MAX_EXPLAINED;
    throw counts.length > 0
      ? wrongCount(name, count, counts, explain ? arch.forms(new RegExp(`^${name.text}$`)) : [])
      : unknownStatement(name, explain ? each => this.#isStatement(each) : undefined);
  }

  #isStatement(name: string): boolean {
    return this.statements.counts(name).length > 0 || (this.assembler.arch?.counts(name).length ?? 0) > 0;
  }

  /** Whether a statement of that name takes that many operands. */
  isKnown(name: string, count: number): boolean {
    return (this.statements.find(name, count) ?? this.assembler.arch?.find(name, count)) !== undefined;
  }

  // Directives

  setArch(name: string, at?: Span): void {
    const { assembler } = this;
    if (assembler.arch?.name === name && this.capabilities.repeatedArch) return;
    if (assembler.arch) throw new FatalError('duplicate .arch statement', { code: 'arch' });
    const arch = findArch(name, this.capabilities.rejectsDefects, at);
    assembler.arch = arch;
    if (this.capabilities.registersAreDefines) {
      for (const [register, internal] of arch.registers) this.defines.setBuiltIn(register, internal);
    }
    this.emit({ kind: 'arch', name: arch.name });
    installDirectives(this);
    this.#macros.install();
    this.#captures.install();
    this.#sections.install();
  }

  include(name: Slice): void {
    const line = this.#line;
    const classifier = this.#classifier;
    const includedNested = this.#includedNested;
    const found = findInclude(this.settings.readInclude, name, line.file);
    this.dependencies.push(found.path);
    let stopped = false;
    this.#includedNested = this.nested;
    this.nest(() => {
      stopped = this.#file(found.path, found.text);
    });
    this.#line = line;
    this.#classifier = classifier;
    this.#includedNested = includedNested;
    this.emit({ kind: 'file', file: line.file });
    if (stopped) throw new FatalError('in include file', { code: 'include', at: name });
  }

  /** Runs a macro's or an included file's statements; throws `FatalError` when they are nested too deep. */
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

  #finish(file: string): void {
    const { report } = this;
    if (report.full) return;
    const fail: EndError = (code, message, place, notes = []) =>
      report.endError(code, message, file, notes, place, place && this.#sourceLine(place));
    if (!this.assembler.arch && (this.capabilities.needsArch || this.#statement > 0)) {
      fail('arch', 'missing .arch directive');
    }
    if (!report.fatal) this.#conditionals.finish(fail);
    this.#macros.finish(fail);
    this.#captures.finish(fail);
  }

  /** Whether the line at hand stands inside brackets of the host language. */
  get nested(): boolean {
    return this.#includedNested || this.#classifier.nested;
  }

  // For the assembler

  /** A put begins with the statement at hand. */
  startPut(): void {
    if (this.#classifier.startBody()) this.emit({ kind: 'body', place: this.place() });
  }

  /** Running number of the statement at hand. */
  get statement(): number {
    return this.#statement;
  }

  /** The source line at hand. */
  get line(): SourceLine {
    return this.#line;
  }

  /** Where a stretch of the statement at hand stands; where a define or macro stands in between, the statement's place. */
  placeOf(stretch: Span): Place {
    return this.#inMacro || this.#text !== this.#written ? this.place() : this.#line.placeOf(stretch);
  }

  emit(item: Item): void {
    this.#items.push(item);
  }

  /** Emits what the target may refuse; `operands` are those of the directive. */
  declare(item: Declaration, operands: readonly Slice[]): void {
    this.settings.target.checkDeclaration(item, operands);
    this.#items.push(item);
  }

  /** A warning about something allowed; `code` is stable (`bad-idea`). */
  warn(code: WarningCode, message: string, at?: Span): void {
    if (this.settings.silenced.has(code)) return;
    if (this.settings.strict) throw new StatementError(message, { code, at });
    this.report.warning(code, this.externalNames(message), this.#where(at));
  }

  /** Something DynASM assembles silently wrong: an error where the target refuses that, else a warning. */
  rejectOrWarn(code: WarningCode, message: string, at?: Span): void {
    if (this.capabilities.rejectsDefects) throw new StatementError(message, { code, at });
    this.warn(code, message, at);
  }

  // Places

  /** Where the statement at hand begins. */
  place(): Place {
    return this.#line.place();
  }

  get #inMacro(): boolean {
    return this.#expansion.length > this.#line.base;
  }

  /** Where the statement at hand, or a stretch of it, stands in the source. */
  #where(at?: Span): Where {
    const expansion = this.#trace();
    return {
      ...this.#line.mark(at && this.#locate(at)),
      ...this.#expanded(at),
      ...(expansion.length > 0 && { expansion }),
    };
  }

  /** The stretch of the source's statement that a stretch of the statement at hand is; undefined where it stands nowhere. */
  #locate(at: Span): Span | undefined {
    if (this.#inMacro) return undefined;
    return this.#text === this.#written ? at : this.defines.locate(this.#written, at);
  }

  /** What the statement at hand became, where `at` (or, without it, all of it) does not stand in the source as it is. */
  #expanded(at?: Span): Pick<Where, 'expanded'> {
    if (at && this.#locate(at)) return {};
    const text = this.externalNames(this.#text);
    if (!this.#inMacro && text === this.#written) return {};
    if (text.length > MAX_SHOWN || this.report.errors >= MAX_EXPLAINED) return {};
    const shown = trimmed(whole(text));
    if (!at) return { expanded: { text: shown.text } };
    const before = this.externalNames(this.#text.slice(0, at.start));
    const { length } = this.externalNames(this.#text.slice(at.start, at.end));
    return { expanded: { text: shown.text, column: before.length - shown.start + 1, length } };
  }

  /** The expansion from the innermost statement outwards; of many errors only the innermost statement is kept. */
  #trace(): Expansion {
    const trace = this.#expansion.slice(this.#line.base).toReversed();
    return this.report.errors < MAX_EXPLAINED ? trace : trace.slice(0, 1);
  }

  /** Reports an error of the statement at hand; throws on what is none of the source. */
  fail(thrown: unknown): void {
    const error = sourceError(thrown);
    const { place } = error;
    const message = this.externalNames(error.message);
    const where = place ? { ...place, length: 1, lineText: this.#sourceLine(place) } : this.#where(error.at);
    this.report.error(error, message, where);
  }

  #sourceLine({ file, line }: Place): string {
    return this.#sources.get(file)?.split('\n', line)[line - 1] ?? '';
  }
}

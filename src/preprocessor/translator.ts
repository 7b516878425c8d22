/**
 * The driver of one translation. It reads the lines of a file, cuts them into statements, and hands each to
 * the directive, macro or instruction that it is. It takes source text and leaves items, diagnostics and the
 * action list with the session and the assembler.
 */
import { Assembler } from './actionlist/assembler.ts';
import { callStatements, MAX_CALL_ARGUMENTS } from './convention/call.ts';
import { ABI, findConvention, isPackageInclude } from './convention/index.ts';
import { operandReader } from './convention/operandreader.ts';
import { archNames } from './arch/archname.ts';
import { findArch } from './arch/index.ts';
import type { Definitions } from './definitions.ts';
import { FatalError, sourceError, StopError } from './diagnostic/error.ts';
import type { Expansion, LogEndError } from './diagnostic/log.ts';
import { unknownStatement, wrongCount } from './suggestion.ts';
import { Captures } from './directive/capture.ts';
import { CodeSections } from './directive/codesections.ts';
import { Conditionals } from './directive/conditional.ts';
import { installCpu } from './directive/cpu.ts';
import { installDirectives } from './directive/general.ts';
import { findInclude } from './directive/include.ts';
import { Macros } from './directive/macro.ts';
import type { LineKind, OutputLanguage, Unit } from './language/outputlanguage.ts';
import type { Locator, ObservedStatement } from './observer.ts';
import { rehearsalOf } from './rehearsal.ts';
import { Session, type Settings } from './session.ts';
import type { CachedStatement } from './statementcache.ts';
import { skipBlanks } from './text/blank.ts';
import { NOTHING, type Slice, type Span } from './text/slice.ts';
import { splitStatement } from './statement.ts';

/** What was perhaps meant is only said for this many errors: to find it takes time. */
const MAX_EXPLAINED = 100;

export class Translator {
  readonly session: Session;
  readonly #assembler: Assembler;
  readonly #conditionals: Conditionals;
  readonly #macros: Macros;
  readonly #captures: Captures;
  readonly #sections: CodeSections;

  constructor(language: OutputLanguage, settings: Settings) {
    const session = new Session(language, settings);
    this.session = session;
    this.#assembler = new Assembler(session);
    this.#conditionals = new Conditionals(session);
    this.#macros = new Macros(session, this.#assembler.macroLabels, (...expanded) =>
      this.#executeExpanded(...expanded),
    );
    this.#captures = new Captures(session, this.#assembler);
    this.#sections = new CodeSections(session, this.#assembler);
    // These may stand before `.arch`.
    this.#conditionals.install(session.directives);
    session.directives.add('.arch', 1, ([name = NOTHING]) => this.setArch(name.text, name));
    session.directives.add('.include', 1, ([name = NOTHING]) => this.#include(name));
  }

  /** Translates the main file. The result is good for printing if the session's log has not `failed`. */
  translate(file: string, text: string): Unit {
    const { session } = this;
    this.#readFile(file, text);
    this.#finish(file);
    const { writer, lines, statements, labels, macroLabels } = this.#assembler;
    return {
      file,
      arch: session.arch?.name ?? '',
      items: session.items,
      element: session.arch?.layout.element ?? 'byte',
      actions: writer.actions,
      format: writer.format,
      macroLabels: macroLabels.count,
      signed: writer.signed,
      moving: writer.moving,
      features: writer.features,
      lines,
      statements,
      sections: this.#sections.names,
      globals: labels.globals,
      externs: labels.externs,
      texts: session.cursor.texts,
    };
  }

  /** What is defined now; `captures` is what the language made of them. */
  definitions(captures: Definitions['captures']): Definitions {
    const { externalNames, arch, defines } = this.session;
    const { globals, externs } = this.#assembler.labels;
    const types = [...this.#assembler.types.values()].map(({ name, ctype, register = '' }) => ({
      name,
      ctype,
      register: externalNames(register),
    }));
    return {
      sections: this.#sections.names,
      defines: defines.user.map(([name, text]) => [name, externalNames(text)]),
      ...(arch && { labels: { types, globals, externs } }),
      macros: this.#macros.defined,
      captures,
    };
  }

  // Lines

  /** Reads a file's lines, and leaves the file open. Returns whether it had to stop. */
  #readFile(file: string, text: string): boolean {
    const { session } = this;
    const { log, cursor } = session;
    const classifier = session.dialect.classifier(name => this.#isStatement(name));
    cursor.enterFile(file, text, classifier);
    session.emit({ kind: 'file', file });
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(start, end);
      start = end + 1;
      cursor.startLine(line);
      try {
        this.#readLine(line, classifier.classify(line));
      } catch (error) {
        session.logError(error);
        if (log.fatal || log.full) return true;
        // What follows is wanted: the usual architecture stands for the missing one.
        if (session.observation && !session.arch) this.setArch(archNames[0]);
      }
      if (log.full) return true;
    }
    this.#assembler.writer.flush();
    return false;
  }

  #readLine(text: string, kind: LineKind): void {
    const { session } = this;
    const { cursor } = session;
    const { line } = cursor;
    session.observation?.line(kind.kind);
    this.#macros.startLine();
    if (session.settings.flushLines) this.#assembler.writer.flush();
    if (kind.kind === 'host') {
      this.#assembler.writer.flush();
      session.emit({
        kind: 'host',
        text,
        place: line.begin(),
        raw: false,
        isBlank: kind.isBlank,
        isExpanded: false,
      });
      return;
    }
    line.indent = kind.indent;
    if (kind.endsBody) {
      this.#assembler.writer.flush();
      session.emit({ kind: 'body-end' });
    }
    if (kind.body) session.emit({ kind: 'body', place: cursor.place() });
    if (kind.kind === 'raw') {
      // A raw line is not a comment, but in a macro's definition it is echoed like everything that is
      // captured.
      const statement = `|${kind.text}`;
      if (!this.#macros.capturing) session.emit({ kind: 'sync', line: line.number });
      else session.echo(statement);
      line.startStatement(statement, 0);
      this.#execute(statement);
      return;
    }
    session.echo(kind.text);
    line.startStatement(kind.text, 0);
    for (const statement of session.dialect.statements(kind.text)) {
      line.startStatement(statement.text, statement.start);
      this.#execute(statement.text);
    }
  }

  // Statements

  /** Carries out a statement. `cached`: its entry in the cache, if that has been looked up. */
  #execute(statement: string, cached?: CachedStatement): void {
    const { cursor, cache, observation } = this.session;
    cursor.startStatement(statement);
    if (this.#conditionals.skips(statement)) {
      if (observation) this.#observe(statement, 'skipped');
      return;
    }
    if (skipBlanks(statement) === statement.length) return;
    if (this.#macros.capture(statement)) {
      if (observation) this.#observe(statement, 'captured');
      return;
    }
    if (observation) this.#observe(statement, statement.startsWith('|') ? 'raw' : 'done');
    const entry = cached ?? cache.lookup(statement);
    const { text, assembled, call } = entry;
    cursor.substituted(text);
    if (assembled !== undefined && !this.#assembler.hasPrefixes) this.#assembler.repeat(assembled);
    else if (call !== undefined) call.directive(call.operands);
    else if (text.startsWith('|')) this.#emitRaw(text.slice(1));
    else this.#executeNew(entry);
  }

  /** A statement of a macro's expansion. Its errors are logged here, so that the next one goes on. */
  #executeExpanded(
    statement: string,
    cached: CachedStatement | undefined,
    origin: Expansion[number],
    locator: Locator | undefined,
  ): void {
    const { session } = this;
    session.cursor.enterExpansion(origin, locator);
    session.observation?.expanded(statement);
    try {
      this.#execute(statement, cached);
    } catch (error) {
      session.logError(error);
      if (session.log.full) throw error;
    } finally {
      session.cursor.leaveExpansion();
    }
  }

  /** Tells the observer of a statement. One that is not carried out is assembled for the names in it. */
  #observe(statement: string, fate: ObservedStatement['fate']): void {
    const { cursor, observation, arch, defines, dialect } = this.session;
    if (cursor.inMacro) return;
    observation?.statement(statement, fate);
    if (arch === undefined || fate === 'done' || fate === 'raw') return;
    try {
      const text = defines.substitute(statement);
      cursor.substituted(text);
      const { name, operands } = splitStatement(text, dialect);
      arch.find(name, operands.length)?.assemble(operands, rehearsalOf(this.#assembler));
    } catch (error) {
      // Nothing is wrong with it as long as it is not carried out.
      sourceError(error);
    }
  }

  /** A statement that is not in the cache yet. */
  #executeNew(entry: CachedStatement): void {
    const { directives, arch, dialect } = this.session;
    const { name, nameSpan, operands } = splitStatement(entry.text, dialect);
    const count = operands.length;
    const directive = directives.find(name, count);
    if (directive) {
      entry.call = { directive, operands };
      directive(operands);
      return;
    }
    const handler = arch?.find(name, count);
    if (!handler) this.#failUnknown(name, nameSpan, operands);
    entry.assembled = this.#assembler.assemble(handler, operands);
  }

  /** The text of a `||` line, without its second bar. */
  #emitRaw(text: string): void {
    const { session } = this;
    const { cursor } = session;
    this.#assembler.writer.flush();
    if (text.startsWith('//')) {
      session.comment(text);
      return;
    }
    const place = cursor.place();
    const raw = cursor.line.indent + text;
    session.emit({ kind: 'host', text: raw, place, raw: true, isBlank: false, isExpanded: cursor.inMacro });
    cursor.passRawText(text);
  }

  #failUnknown(name: string, at: Span, operands: readonly Slice[]): never {
    const { session } = this;
    const { arch } = session;
    if (!arch) {
      const notes = ['for example: .arch x64'];
      throw new StopError('first statement must be .arch', { code: 'arch', at, notes });
    }
    const counts = session.operandCounts(name);
    const written = operands.map(({ text }) => text).join(', ');
    const isExplained = session.log.errors < MAX_EXPLAINED;
    if (counts.length > 0) {
      const forms = isExplained ? arch.forms(new RegExp(`^${name}$`)) : [];
      throw wrongCount(name, at, operands.length, counts, forms, written);
    }
    if (!isExplained) throw unknownStatement(name, at);
    const { rejectsDefects } = session.capabilities;
    const other = archNames.find(each => findArch(each, rejectsDefects).counts(name).length > 0);
    throw unknownStatement(name, at, each => this.#isStatement(each), other, written);
  }

  #isStatement(name: string): boolean {
    return this.session.operandCounts(name).length > 0;
  }

  // Directives

  /** Carries out `.arch`; `at` is the span that names it. Throws `FatalError`. */
  setArch(name: string, at?: Span): void {
    const { session } = this;
    const { capabilities, defines } = session;
    if (session.arch?.name === name && capabilities.repeatedArch) return;
    if (session.arch) throw new FatalError('duplicate .arch statement', { code: 'arch' });
    const arch = findArch(name, capabilities.rejectsDefects, at);
    session.language.checkElement?.(arch.layout.element, arch.name, at);
    session.arch = arch;
    this.#assembler.writer.layout = arch.layout;
    if (capabilities.registersAreDefines) {
      for (const [register, internal] of arch.registers) defines.setBuiltIn(register, internal);
    }
    session.emit({ kind: 'arch', name: arch.name });
    installDirectives(session);
    if (capabilities.extendedActions) installCpu(session);
    this.#macros.install();
    this.#captures.install();
    this.#sections.install();
  }

  #include(name: Slice): void {
    const { session } = this;
    const { cursor } = session;
    if (session.capabilities.packageIncludes && isPackageInclude(name)) {
      this.#includeConvention(name);
      return;
    }
    const { file } = cursor.line;
    const found = findInclude(session.settings.readInclude, name, file);
    session.dependencies.add(found.path);
    const stopped = this.#readIncluded(found.path, found.text);
    session.emit({ kind: 'file', file });
    if (stopped) throw new StopError('in include file', { code: 'include', at: name });
  }

  /** `.include <dynasm/abi>`; behind the first one there is nothing left to do. */
  #includeConvention(name: Slice): void {
    const { arch, defines, dialect, directives, observation } = this.session;
    const { names, macros, call } = findConvention(name, arch?.name, each => defines.has(each));
    if (directives.find('.prologue', 0)) return;
    for (const [each, text] of names) defines.setBuiltIn(each, text);
    observation?.provided('define', ABI, names);
    observation?.provided('macro', ABI, [['.ccall', 'function, argument…']]);
    this.#readIncluded(ABI, macros);
    const { readRegister } = call.instructions;
    const reader = operandReader(
      word => readRegister(arch?.registers.get(word) ?? word),
      this.#assembler.types,
      (text, visit) => dialect.substitute(text, visit),
    );
    // (`...' may stand among them.)
    for (let count = 1; count <= 2 + MAX_CALL_ARGUMENTS; count++) {
      this.#macros.addComputed('.ccall', count, ([target = NOTHING, ...args]) =>
        callStatements(call, [target, ...args], reader),
      );
    }
  }

  /** Reads the lines of an included file. Returns whether it had to stop. */
  #readIncluded(path: string, text: string): boolean {
    const { session } = this;
    let stopped = false;
    session.nest(() => {
      stopped = this.#readFile(path, text);
      session.cursor.leaveFile();
    });
    return stopped;
  }

  /** Logs what only shows at the end of the file. */
  #finish(file: string): void {
    const { log, cursor, arch, capabilities } = this.session;
    if (log.full) return;
    const logError: LogEndError = (code, message, place, notes = []) =>
      log.endError(code, message, file, notes, place, place && cursor.lineText(place));
    if (!arch && (capabilities.needsArch || cursor.statement > 0))
      logError('arch', 'missing .arch directive');
    if (!log.fatal) this.#conditionals.finish(logError);
    this.#macros.finish(logError);
    this.#captures.finish(logError);
    this.#assembler.procedures.finish(logError);
  }
}

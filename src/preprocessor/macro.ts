/**
 * Macros: `.macro NAME, params…` captures the statements that follow, up to `.endmacro`; the macro is then a statement of its
 * own, told apart by its operand count. In flow captured and calling statements, out flow expanded ones.
 */
import { endOfText, skipBlanks } from './blank.ts';
import { isName } from './define.ts';
import type { Definitions } from './definitions.ts';
import { FatalError, LimitError, StatementError } from './diagnostic.ts';
import type { Place } from './item.ts';
import type { EndError } from './report.ts';
import type { Translator } from './translator.ts';

/** A macro being captured. */
interface Capture {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly statements: string[];
  readonly place: Place;
}

const MACRO_NAME = /^(?:[A-Za-z_]|\.)[A-Za-z0-9_.]*$/;
/** One line of source may become this many statements: macros that double would never end. */
const MAX_EXPANSION = 1_000_000;
/** Statements may get this long by substitution of parameters. */
const MAX_LENGTH = 1 << 24;

export class Macros {
  readonly #run: Translator;
  readonly #active = new Set<Capture>();
  readonly #defined: Capture[] = [];
  #capture: Capture | undefined;
  /** Statements expanded for the source line at hand. */
  #expanded = 0;

  constructor(run: Translator) {
    this.#run = run;
  }

  /** At the end of the file: a macro that lacks its `.endmacro`. */
  finish(fail: EndError): void {
    const macro = this.#capture;
    if (macro) fail('macro', `unfinished .macro \`${macro.name}'`, macro.place);
  }

  /** All macros, in order of definition. */
  get defined(): Definitions['macros'] {
    return this.#defined;
  }

  get capturing(): boolean {
    return this.#capture !== undefined;
  }

  install(): void {
    const { statements } = this.#run;
    statements.add('.macro', '*', operands => this.#define(operands));
    statements.add('.endmacro', 0, () => {
      throw new FatalError('.endmacro without .macro', { code: 'macro' });
    });
  }

  /** A new source line begins. */
  startLine(): void {
    this.#expanded = 0;
  }

  /** Takes the statement if a macro is being captured. */
  capture(statement: string): boolean {
    const capture = this.#capture;
    if (capture === undefined) return false;
    const start = skipBlanks(statement);
    if (statement.startsWith('.endmacro', start) && endOfText(statement) === start + '.endmacro'.length) {
      this.#capture = undefined;
      const { name, parameters } = capture;
      this.#defined.push(capture);
      this.#run.statements.add(name, parameters.length, operands => this.#expand(capture, operands));
    } else {
      capture.statements.push(statement);
    }
    return true;
  }

  #define([name, ...parameters]: readonly string[]): void {
    if (name === undefined) throw new StatementError('missing macro name', { code: 'macro-name' });
    if (!MACRO_NAME.test(name) || name === '.') {
      throw new FatalError(`bad macro name \`${name}'`, { code: 'macro-name', at: name });
    }
    const seen = new Set<string>();
    for (const parameter of parameters) {
      const details = { code: 'macro-parameter', at: parameter };
      if (!isName(parameter)) throw new FatalError(`bad macro parameter name \`${parameter}'`, details);
      if (seen.has(parameter)) {
        throw new FatalError(`duplicate macro parameter name \`${parameter}'`, details);
      }
      seen.add(parameter);
    }
    const count = parameters.length;
    if (this.#run.isKnown(name, count)) {
      throw new FatalError(`duplicate macro \`${name}' (${count} parameters)`, {
        code: 'duplicate-macro',
        at: name,
      });
    }
    this.#capture = { name, parameters, statements: [], place: this.#run.place() };
  }

  #expand(macro: Capture, operands: readonly string[]): void {
    if (this.#active.has(macro)) {
      throw new FatalError('recursive macro invocation', { code: 'recursive-macro', at: macro.name });
    }
    const run = this.#run;
    const { name, parameters } = macro;
    const mark = `${name} (${parameters.length})`;
    this.#active.add(macro);
    run.macroComment(`{ MACRO ${mark}`);
    run.nest(() => {
      for (const statement of macro.statements) {
        this.#count(macro);
        // The statements before it may have changed the defines.
        const substituted = run.defines.substitute(this.#replaceParameters(macro, operands, statement));
        const text = this.#paste(substituted);
        if (text.length > MAX_LENGTH) this.#tooLong(macro);
        if (!text.startsWith('|')) run.macroComment(text);
        run.attempt(text, text !== substituted, { statement, macro: name, count: parameters.length });
      }
    });
    run.macroComment(`} MACRO ${mark}`);
    this.#active.delete(macro);
  }

  #replaceParameters(macro: Capture, operands: readonly string[], statement: string): string {
    const { parameters } = macro;
    if (parameters.length === 0) return statement;
    let length = 0;
    return this.#run.dialect.substitute(statement, word => {
      const sharp = word.startsWith('#');
      const number = parameters.indexOf(sharp ? word.slice(1) : word);
      if (number < 0) return undefined;
      const value = operands[number] ?? '';
      length += value.length;
      if (length > MAX_LENGTH) this.#tooLong(macro);
      return sharp ? `#${value}` : value;
    });
  }

  /** Joins what stands around ` .. `. */
  #paste(text: string): string {
    if (!text.includes('..')) return text;
    const { dialect } = this.#run;
    return dialect.paste ? dialect.paste(text) : pasteAll(text);
  }

  #count(macro: Capture): void {
    if (++this.#expanded > MAX_EXPANSION) this.#tooLong(macro);
  }

  #tooLong(macro: Capture): never {
    throw new LimitError(`expansion of macro \`${macro.name}' does not end`, { code: 'macro-size' });
  }
}

/** `text` without any `..` and the blanks around it. */
function pasteAll(text: string): string {
  const parts = text.split('..');
  const last = parts.length - 1;
  return parts
    .map((part, index) => {
      const start = index === 0 ? 0 : skipBlanks(part);
      const end = index === last ? part.length : endOfText(part);
      return part.slice(start, Math.max(start, end));
    })
    .join('');
}

/**
 * Macros. `.macro NAME, parameters…` captures the statements that follow, up to `.endmacro`. From then on a
 * statement of that name with as many operands is expanded: each captured statement is carried out with the
 * operands in the places of the parameters.
 */
import { endOfText, skipBlanks } from '../text/blank.ts';
import { isName } from './define.ts';
import type { Definitions } from '../definitions.ts';
import type { LabelNumbersOfMacro, MacroLabels } from '../actionlist/macrolabels.ts';
import { FatalError, LimitError, StatementError } from '../diagnostic/error.ts';
import type { Place } from '../item.ts';
import type { Expansion, LogEndError } from '../diagnostic/log.ts';
import type { Located, Locator } from '../observer.ts';
import { whole, type Slice, type Span } from '../text/slice.ts';
import type { Session } from '../session.ts';
import type { CachedStatement } from '../statementcache.ts';

/** A macro whose statements are being captured. */
interface Capture {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly statements: string[];
  readonly place: Place;
  /** Where its statements begin, if somebody observes. */
  readonly places: Place[];
  /** Its heading is wrong: its statements are dropped. */
  readonly isRejected: boolean;
}

/** A macro in which the places of its parameters have been found. */
interface Macro {
  readonly name: string;
  /** Number of parameters. */
  readonly count: number;
  readonly body: readonly BodyStatement[];
  readonly labelNumbers: LabelNumbersOfMacro;
}

interface BodyStatement {
  /** The text between the parameters: one piece more than there are parameters. */
  readonly pieces: readonly string[];
  /** Indices of the parameters between the pieces. */
  readonly numbers: readonly number[];
  /** Where each piece starts in the captured statement. */
  readonly starts: readonly number[];
  /** Where the captured statement begins, if somebody observes. */
  readonly place: Place | undefined;
  readonly origin: Expansion[number];
}

const MACRO_NAME = /^(?:[A-Za-z_]|\.)[A-Za-z0-9_.]*$/;
/** One source line may become this many statements. Macros that double would never end. */
const MAX_EXPANSION = 1_000_000;
/** A statement may get this long, in characters, when parameters are replaced. */
const MAX_LENGTH = 1 << 24;
/** The statements that all macros become may have this many characters. More is a mistake. */
const MAX_TOTAL_LENGTH = 1 << 26;

/** Carries out a statement of an expansion. `cached`: its entry in the cache, if that has been looked up. */
type ExecuteExpanded = (
  statement: string,
  cached: CachedStatement | undefined,
  origin: Expansion[number],
  locator: Locator | undefined,
) => void;

export class Macros {
  readonly #session: Session;
  readonly #labels: MacroLabels;
  readonly #execute: ExecuteExpanded;
  readonly #active = new Set<Macro>();
  readonly #defined: Capture[] = [];
  #capture: Capture | undefined;
  /** Number of statements that the current source line has become. */
  #expanded = 0;
  /** Number of characters of all statements that macros have become. */
  #length = 0;

  constructor(session: Session, labels: MacroLabels, execute: ExecuteExpanded) {
    this.#session = session;
    this.#labels = labels;
    this.#execute = execute;
  }

  /** Logs, at the end of the file, that a macro lacks its `.endmacro`. */
  finish(logError: LogEndError): void {
    const macro = this.#capture;
    if (macro) logError('macro', `unfinished .macro \`${macro.name}'`, macro.place);
  }

  /** All macros, in order of definition. */
  get defined(): Definitions['macros'] {
    return this.#defined;
  }

  get capturing(): boolean {
    return this.#capture !== undefined;
  }

  install(): void {
    const { directives } = this.#session;
    directives.add('.macro', '*', operands => this.#define(operands));
    directives.add('.endmacro', 0, () => {
      throw new FatalError('.endmacro without .macro', { code: 'macro' });
    });
  }

  /** Adds a macro whose statements depend on its operands. */
  addComputed(name: string, count: number, compute: (operands: readonly Slice[]) => readonly string[]): void {
    if (this.#session.isKnown(name, count)) this.#failKnown(name, count, whole(name));
    this.#session.directives.add(name, count, written => {
      const operands = this.#labels.inExpansion(written);
      const body = compute(operands).map(statement => ({
        pieces: [statement],
        numbers: [],
        starts: [0],
        place: undefined,
        origin: { statement, macro: name, count },
      }));
      this.#expand({ name, count, body, labelNumbers: new Map() }, operands);
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
      this.#endCapture();
      if (capture.isRejected) return true;
      const { name, parameters } = capture;
      this.#defined.push(capture);
      const count = parameters.length;
      const macro = { name, count, body: this.#readBody(capture), labelNumbers: new Map() };
      this.#session.directives.add(name, count, operands => this.#expand(macro, operands));
    } else {
      capture.statements.push(statement);
      const { cursor, observation } = this.#session;
      if (observation) capture.places.push(cursor.line.placeOf({ start: 0, end: 0 }));
    }
    return true;
  }

  #define(operands: readonly Slice[]): void {
    const { cursor, capabilities, observation } = this.#session;
    const [first, ...rest] = operands;
    if (first === undefined) throw new StatementError('missing macro name', { code: 'macro-name' });
    const name = first.text;
    const parameters = rest.map(({ text }) => text);
    const capture = { name, parameters, statements: [], place: cursor.place(), places: [] };
    // The lines of a macro that cannot be defined are not carried out either.
    if (capabilities.goesOnBehindErrors) this.#capture = { ...capture, isRejected: true };
    if (!MACRO_NAME.test(name) || name === '.') {
      const words = operands.flatMap(({ text }) => text.split(/[\s(,)]+/).filter(word => word !== ''));
      const isList = words.length > 1 && words.every(word => isName(word));
      const notes = isList
        ? [`commas stand behind the name and between parameters: \`.macro ${words.join(', ')}'`]
        : [];
      throw new FatalError(`bad macro name \`${name}'`, { code: 'macro-name', at: first, notes });
    }
    const seen = new Set<string>();
    for (const operand of rest) {
      const parameter = operand.text;
      const details = { code: 'macro-parameter', at: operand } as const;
      if (!isName(parameter)) throw new FatalError(`bad macro parameter name \`${parameter}'`, details);
      if (seen.has(parameter)) {
        throw new FatalError(`duplicate macro parameter name \`${parameter}'`, details);
      }
      seen.add(parameter);
    }
    if (this.#session.isKnown(name, rest.length)) this.#failKnown(name, rest.length, first);
    this.#capture = { ...capture, isRejected: false };
    if (observation === undefined) return;
    observation.name('macro', name, first, true, parameters.join(', '));
    observation.macro = name;
    for (const operand of rest) observation.name('parameter', operand.text, operand, true);
  }

  #failKnown(name: string, count: number, at: Slice): never {
    const isMacro = this.#defined.some(each => each.name === name && each.parameters.length === count);
    const kind = isMacro ? 'a macro' : name.startsWith('.') ? 'a directive' : 'an instruction';
    const counted = count === 0 ? 'without operands' : `with ${count} operand${count === 1 ? '' : 's'}`;
    throw new FatalError(`\`${name}' is ${kind} already, ${counted}`, {
      code: 'duplicate-macro',
      classic: `duplicate macro \`${name}' (${count} parameters)`,
      at,
    });
  }

  #endCapture(): void {
    this.#capture = undefined;
    const { observation } = this.#session;
    if (observation) observation.macro = undefined;
  }

  #readBody({ name, parameters, statements, places }: Capture): readonly BodyStatement[] {
    return statements.map((statement, index) => {
      const pieces: string[] = [];
      const numbers: number[] = [];
      const starts = [0];
      let end = 0;
      this.#session.dialect.substitute(statement, (word, start) => {
        const sharp = word.startsWith('#') ? 1 : 0;
        const number = parameters.indexOf(word.slice(sharp));
        if (number >= 0) {
          pieces.push(statement.slice(end, start + sharp));
          numbers.push(number);
          end = start + word.length;
          starts.push(end);
        }
        return undefined;
      });
      pieces.push(statement.slice(end));
      const origin = { statement, macro: name, count: parameters.length };
      return { pieces, numbers, starts, place: places[index], origin };
    });
  }

  #expand(macro: Macro, written: readonly Slice[]): void {
    if (this.#active.has(macro)) {
      throw new FatalError('recursive macro invocation', { code: 'recursive-macro' });
    }
    const session = this.#session;
    const operands = this.#labels.inExpansion(written);
    const mark = `${macro.name} (${macro.count})`;
    this.#active.add(macro);
    session.macroComment(`{ MACRO ${mark}`);
    this.#labels.enter(macro.labelNumbers);
    try {
      session.nest(() => this.#executeBody(macro, operands));
    } catch (error) {
      // A macro of DynASM stays active behind an error outside of its statements.
      if (session.capabilities.goesOnBehindErrors) this.#active.delete(macro);
      throw error;
    } finally {
      this.#labels.leave();
    }
    session.macroComment(`} MACRO ${mark}`);
    this.#active.delete(macro);
  }

  #executeBody(macro: Macro, operands: readonly Slice[]): void {
    const session = this.#session;
    const outer = session.observation && session.cursor.locator();
    for (const statement of macro.body) {
      if (++this.#expanded > MAX_EXPANSION) this.#failLength(macro);
      const filled = this.#fill(macro, statement, operands);
      const cached = session.cache.lookup(filled);
      const text = this.#paste(cached.text);
      this.#length += text.length;
      if (text.length > MAX_LENGTH) this.#failLength(macro);
      if (this.#length > MAX_TOTAL_LENGTH) {
        throw new LimitError('macros make the source too long', { code: 'macro-size' });
      }
      if (!text.startsWith('|')) session.macroComment(text);
      const locator: Locator | undefined =
        outer && text === cached.text
          ? span => {
              const own = filled === text ? span : session.defines.locate(filled, span);
              return own && locateFilled(own, statement, operands, outer);
            }
          : undefined;
      this.#execute(text, text === cached.text ? cached : undefined, statement.origin, locator);
    }
  }

  /** The statement with operands in the places of its parameters. */
  #fill(macro: Macro, { pieces, numbers, origin }: BodyStatement, operands: readonly Slice[]): string {
    // V8 finds the same string object in a map faster than an equal one: it has its hash.
    if (numbers.length === 0) return origin.statement;
    let text = pieces[0] ?? '';
    for (let n = 0; n < numbers.length; n++) {
      text += operands[numbers[n] ?? 0]?.text ?? '';
      text += pieces[n + 1] ?? '';
      if (text.length > MAX_LENGTH) this.#failLength(macro);
    }
    return text;
  }

  /** Pastes tokens: joins the texts on both sides of ` .. `. */
  #paste(text: string): string {
    if (!text.includes('..')) return text;
    const { dialect } = this.#session;
    return dialect.paste ? dialect.paste(text) : pasteAll(text);
  }

  #failLength(macro: Macro): never {
    throw new LimitError(`expansion of macro \`${macro.name}' does not end`, { code: 'macro-size' });
  }
}

/**
 * Where a span of a filled statement stands: in the body of its macro, or in an operand, which `outer` finds.
 */
function locateFilled(
  { start, end }: Span,
  { pieces, numbers, starts, place, origin }: BodyStatement,
  operands: readonly Slice[],
  outer: Locator,
): Located | undefined {
  let position = 0;
  for (const [n, piece] of pieces.entries()) {
    const behind = position + piece.length;
    if (start >= position && end <= behind) {
      const index = (starts[n] ?? 0) + start - position;
      return place && { ...place, column: place.column + index, length: end - start, macro: origin.macro };
    }
    const operand = operands[numbers[n] ?? -1];
    if (operand === undefined) return undefined;
    position = behind + operand.text.length;
    if (start < behind || end > position) continue;
    const from = operand.start + start - behind;
    return outer({ start: from, end: from + end - start });
  }
  return undefined;
}

/** `text` without each `..` and the blanks around it. */
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

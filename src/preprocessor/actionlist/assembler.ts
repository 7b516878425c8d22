/**
 * Assembles the statements of the arch. Takes statements with their operands; makes puts, the action list,
 * and the table of source lines that its parts come from. A statement whose text has been assembled before is
 * only appended again.
 */
import { MAX_POSITIONS } from '../../encoder/format/action.ts';
import type { Feature } from '../../encoder/format/feature.ts';
import type { StatementContext, Handler } from '../arch/arch.ts';
import { StatementError, StopError } from '../diagnostic/error.ts';
import { findBinary } from '../directive/include.ts';
import type { Argument, ArgumentValue, HostType, Place, PlacedActions } from '../item.ts';
import { LabelNumbers } from './labelnumbers.ts';
import { LabelRun } from './labelrun.ts';
import { LineTable } from './linetable.ts';
import { MacroLabels } from './macrolabels.ts';
import { Procedures } from './procedures.ts';
import { trimmed, type Slice, type Span } from '../text/slice.ts';
import { scanBrackets } from '../language/bracket.ts';
import type { Capabilities, Dialect } from '../language/outputlanguage.ts';
import type { Session } from '../session.ts';
import type { WarningCode } from '../diagnostic/diagnosticcode.ts';
import type { Observation } from '../observation.ts';
import { withoutExpansions } from '../text/macrolabelname.ts';
import type { NamedLabel } from '../observer.ts';
import { ActionListWriter, type Assembled } from './writer.ts';

/** Strings and characters of C and Lua. */
const LITERALS = /(["'])(?:\\.|(?!\1).)*\1/g;

const NONE: readonly never[] = [];

export class Assembler implements StatementContext {
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  readonly labels = new LabelNumbers(() => this.writer.layout);
  readonly macroLabels: MacroLabels;
  readonly procedures: Procedures;
  readonly types = new Map<string, HostType>();
  readonly writer: ActionListWriter;
  readonly lines = new LineTable();
  readonly labelNamed: StatementContext['labelNamed'];
  /** The labels in the current statement, if somebody observes. */
  #named: NamedLabel[] = [];
  /** Where the statements stand whose actions begin at these offsets, if places of arguments are wanted. */
  readonly statements: PlacedActions[] = [];
  readonly #labelRun = new LabelRun();
  readonly #session: Session;
  prefixes: readonly number[] = NONE;
  /** The prefixes of the next statement. */
  #nextPrefixes: readonly number[] = NONE;
  /** The current statement depends on more than its text. */
  #unique = false;
  /** Place of the first statement in the put that is being collected; undefined before the first put. */
  #putPlace: Place | undefined;
  /** Place of the last character of the last statement in it, if places of arguments are wanted. */
  #putEnd: Place | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.dialect = session.dialect;
    this.capabilities = session.capabilities;
    this.macroLabels = new MacroLabels(session);
    if (session.observation) this.labelNamed = this.#labelObserver(session.observation);
    this.procedures = new Procedures(session);
    this.writer = new ActionListWriter({
      shareChunks: this.capabilities.sharedChunks,
      put: (start, args) => {
        const { cursor } = session;
        const place = this.#putPlace ?? cursor.place();
        const { indent } = cursor.line;
        session.emit({ kind: 'put', indent, start, arguments: args, place, end: this.#putEnd });
        this.#putPlace = cursor.place();
      },
    });
  }

  /** Whether the next statement has prefixes that are statements of their own: then it is not repeated. */
  get hasPrefixes(): boolean {
    return this.#nextPrefixes.length > 0 && !this.writer.empty;
  }

  /** Assembles a statement again whose text has been assembled before. */
  repeat(assembled: Assembled): void {
    this.writer.reserve(assembled.reserved);
    const start = this.#start();
    this.writer.append(assembled, assembled.arguments.length === 0 ? [] : this.#argumentsOf(assembled));
    for (const { sigil, name, isDefinition } of assembled.labels) {
      this.labelNamed?.(sigil, name, isDefinition);
    }
    this.#end(start);
  }

  /**
   * Assembles a statement. Returns what `repeat` takes where the same text comes again; undefined if that has
   * to be assembled anew. Throws `StatementError` or `FatalError`.
   */
  assemble(handler: Handler, operands: readonly Slice[]): Assembled | undefined {
    const { writer } = this;
    const { diagnostics } = this.#session.log;
    const before = diagnostics.length;
    this.prefixes = this.hasPrefixes ? this.#nextPrefixes : NONE;
    this.#unique = this.prefixes.length > 0;
    this.#nextPrefixes = NONE;
    if (this.labelNamed) this.#named = [];
    if (handler.standsAlone === true) writer.flush();
    writer.begin(handler.positions);
    const start = this.#start();
    handler.assemble(operands, this);
    this.#end(start);
    if (handler.standsAlone === true) writer.flush();
    if (!handler.repeatable || this.#unique || diagnostics.length > before) return undefined;
    const named = this.#named;
    // Those of statements that are repeated or rehearsed are none of this one.
    this.#named = [];
    return writer.assembled(named);
  }

  /** Switches to section `number` (0-based). */
  section(number: number): void {
    const { arch } = this.#session;
    if (!arch) throw new StopError('first statement must be .arch', { code: 'arch' });
    const start = this.#start();
    this.writer.kind = undefined;
    this.writer.form = undefined;
    arch.section(number, this);
    this.procedures.section = number;
    this.#end(start);
  }

  /** A statement begins. Returns the offset of its first action in the action list. */
  #start(): number {
    const { cursor, settings } = this.#session;
    // (A section's statement ends the put itself.)
    if (settings.argumentPlaces) this.#putEnd = cursor.line.end();
    if (this.writer.empty) {
      this.#putPlace = cursor.place();
      if (cursor.startsBody()) this.#session.emit({ kind: 'body', place: this.#putPlace });
    }
    return this.writer.actions.length;
  }

  /** A statement ends whose actions begin at `offset`. */
  #end(offset: number): void {
    this.#observeCode(offset);
    if (!this.capabilities.extendedActions && this.writer.overflows()) this.#warnOverflow();
    if (this.capabilities.sharedChunks || this.writer.actions.length === offset) return;
    const { cursor, settings } = this.#session;
    const { file, number } = cursor.line;
    this.lines.add(offset, file, number, this.writer.kind);
    if (!settings.argumentPlaces) return;
    this.statements.push({ offset, place: cursor.place(), text: cursor.text, form: this.writer.form });
  }

  /** DynASM counts the two halves of a value as one position, and begins another put too late. */
  #warnOverflow(): void {
    const message = `this put writes beyond the buffer of DynASM's engine: 64-bit immediates take two of ${MAX_POSITIONS} positions`;
    this.#session.warn('defect', message);
  }

  #labelObserver(observation: Observation): StatementContext['labelNamed'] {
    return (sigil, written, isDefinition) => {
      const name = trimmed(written);
      // A label that is an operand of a macro has been told of where that is expanded.
      if (withoutExpansions(name.text) !== name.text) return;
      this.#named.push({ sigil, name, isDefinition });
      observation.name('label', `${sigil}${name.text}`, name, isDefinition);
    };
  }

  #observeCode(offset: number): void {
    const { observation } = this.#session;
    if (observation === undefined || this.writer.actions.length <= offset) return;
    const { actions, format, form, statementArguments } = this.writer;
    observation.code(actions.slice(offset), format, statementArguments, form);
  }

  // Arguments

  argument(value: ArgumentValue, sourceOrder: number): Argument {
    const { language, arch } = this.#session;
    try {
      language.checkArgument(value);
    } catch (error) {
      const isExpression = error instanceof StatementError && error.code === 'expression';
      throw (isExpression ? arch?.misplacedError(value, this.types) : undefined) ?? error;
    }
    if (!this.capabilities.rejectsDefects && value.text.includes(',')) this.#warnComma(value);
    return this.#locate(value, sourceOrder);
  }

  /** C and Lua make two arguments of an expression with a comma; TypeScript's `checkArgument` rejects it. */
  #warnComma(value: ArgumentValue): void {
    const code = value.text.replace(LITERALS, literal => '_'.repeat(literal.length));
    if (scanBrackets(code, ',').separators.length === 0) return;
    const message = `the comma in \`${value.text}' makes two arguments of the expression`;
    this.#session.warn('expression-comma', message, value);
  }

  /** The arguments of what was assembled, with the places that they have in the current statement. */
  #argumentsOf(assembled: Assembled): Argument[] {
    return assembled.arguments.map(argument => this.#locate(argument, argument.sourceOrder));
  }

  #locate(value: ArgumentValue, sourceOrder: number): Argument {
    const { cursor, settings } = this.#session;
    // Few need that: to find an argument behind defines takes long.
    const place = settings.argumentPlaces ? cursor.placeOf(value) : cursor.place();
    return locate(value, sourceOrder, cursor.statement, place);
  }

  // StatementContext

  isHostName(name: string): boolean {
    return this.#session.isHostName(name);
  }

  readBinary(name: Slice): Uint8Array {
    const { settings, cursor, dependencies } = this.#session;
    const { readBinary = () => undefined } = settings;
    const { path, bytes } = findBinary(readBinary, name, cursor.line.file);
    dependencies.add(path);
    return bytes;
  }

  addType(type: HostType, operands: readonly Slice[]): void {
    this.types.set(type.name, type);
    const [name] = operands;
    if (name) this.#session.observation?.name('type', type.name, name, true, type.ctype);
    // This define empties the cache of statements: operands may mean something else now.
    this.#session.defines.setBuiltIn(`#${type.name}`, this.#session.language.sizeOf(type.ctype));
    this.#session.declare({ kind: 'type', type }, operands);
  }

  labelDefined(label: string, at: Span): void {
    if (this.capabilities.uniqueLabels) return;
    // The same statement elsewhere may be a second definition.
    this.#unique = true;
    const { items, cursor } = this.#session;
    const first = this.#labelRun.define(label, items, cursor.place());
    if (first === undefined) return;
    const text = `\`${label}' is defined already, at ${first.file}:${first.line}; references before and after it go to different places`;
    this.warn('label-redefined', text, at);
  }

  macroLabel(operand: Slice): number {
    // It depends on the expansion.
    this.#unique = true;
    return this.macroLabels.refer(operand);
  }

  macroLabelDefined(operand: Slice): number {
    this.#unique = true;
    return this.macroLabels.define(operand);
  }

  requireFeatures(name: string, features: readonly Feature[]): void {
    const { cpu } = this.#session;
    const missing = features.filter(feature => cpu?.has(feature) === false);
    if (missing.length > 0) {
      throw new StatementError(`\`${name}' needs ${missing.join(' and ')} with these operands`, {
        code: 'cpu',
        notes: [`the option cpu does not have it; \`.cpu ${missing.join(', ')}' allows it from there on`],
      });
    }
    this.writer.requireFeatures(features);
  }

  warn(code: WarningCode, message: string, at?: Span): void {
    this.#session.warn(code, message, at);
  }

  rejectOrWarn(code: WarningCode, message: string, at?: Span): void {
    this.#session.rejectOrWarn(code, message, at);
  }

  addPrefix(byte: number): void {
    this.#nextPrefixes = [...this.prefixes, byte];
    this.#unique = true;
  }
}

/** An argument with its place. Each property is named: V8 is slow to spread objects of different shapes. */
function locate(value: ArgumentValue, sourceOrder: number, statement: number, place: Place): Argument {
  const { text, start, end } = value;
  switch (value.kind) {
    case 'member': {
      const { kind, type, added } = value;
      const member = { kind, text, start, end, type, sourceOrder, statement, place };
      return added === undefined ? member : { ...member, added };
    }
    case 'low':
    case 'high': {
      const { kind, address, data } = value;
      return { kind, text, start, end, address, data, sourceOrder, statement, place };
    }
    default:
      return { kind: value.kind, text, start, end, sourceOrder, statement, place };
  }
}

/**
 * What an architecture is to the translator: names of registers, and handlers for its statements. An arch knows no target:
 * it asks the context for the target's capabilities.
 */
import type { ArgumentValue, Argument, HostType } from '../item.ts';
import type { Slice, Span } from '../text/slice.ts';
import type { Capabilities, Dialect } from '../language/outputlanguage.ts';
import type { WarningCode } from '../diagnostic/diagnosticcode.ts';
import type { ActionListWriter } from '../actionlist/writer.ts';

/** Numbers for names, given in order of first use. Both throw `StatementError` when there are too many or a name is bad. */
export interface Labels {
  global(name: Slice): number;
  extern(name: Slice): number;
}

/** What a statement's handler works on. One object serves a whole translation. */
export interface Context {
  readonly writer: ActionListWriter;
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  readonly labels: Labels;
  readonly types: ReadonlyMap<string, HostType>;
  /** An argument of the put for the statement at hand, with its place filled in. */
  argument(value: ArgumentValue, sourceOrder: number): Argument;
  /** Adds a type, and `#NAME`, which stands for its size. `operands` are those of `.type`. */
  addType(type: HostType, operands: readonly Slice[]): void;
  /** A warning about something allowed; `code` is stable (`bad-idea`). */
  warn(code: WarningCode, message: string, at?: Span): void;
  /** Something DynASM assembles silently wrong: an error where the target refuses that, else a warning. */
  rejectOrWarn(code: WarningCode, message: string, at?: Span): void;
  /** The statement at hand depends on more than its text, and is not to be remembered. */
  doNotRepeat(): void;
}

/** What assembles a statement. */
export interface Handler {
  /** There must be room for so many positions in the put that it begins in. */
  readonly positions: number;
  /** Whether the same operands always give the same bytes and arguments, all in one put. */
  readonly repeatable: boolean;
  /** Throws `StatementError` or `FatalError`. */
  readonly assemble: (operands: readonly Slice[], context: Context) => void;
}

/** A supported form of an instruction, as text. */
export interface SupportedForm {
  readonly mnemonic: string;
  readonly operands: string;
  readonly encoding: string;
}

/** Registers of one size. */
export interface RegisterGroup {
  readonly size: string;
  /** The class, whose number is an expression. */
  readonly variable: string;
  /** All names of each register. */
  readonly names: readonly (readonly string[])[];
}

export interface Arch {
  readonly name: string;
  /** Names of registers and register classes, each with its internal name: `rax` → `@q0`, `Rq` → `@q`. */
  readonly registers: ReadonlyMap<string, string>;
  /** `text` with internal names of registers turned back into those that users write. */
  externalNames(text: string): string;
  /** The handler of an instruction or directive of the arch with that many operands. */
  find(name: string, count: number): Handler | undefined;
  /** Operand counts that `name` would take, ascending; empty if it is unknown. `'*'`: any. */
  counts(name: string): readonly (number | '*')[];
  /** The forms of all mnemonics that match `pattern`, by mnemonic. */
  forms(pattern?: RegExp): readonly SupportedForm[];
  readonly registerGroups: readonly RegisterGroup[];
  /** Switches to section `number` (0-based) and ends the put. */
  section(number: number, context: Context): void;
}

/**
 * What the translator asks of an architecture (`Arch`), and what the architecture asks of the translator
 * (`StatementContext`). An architecture does not know which output language it works for: it asks for the
 * language's capabilities.
 */
import type { Feature } from '../../encoder/format/feature.ts';
import type { ArgumentValue, Argument, HostType, UsedForm } from '../item.ts';
import type { Slice, Span } from '../text/slice.ts';
import type { Capabilities, Dialect } from '../language/outputlanguage.ts';
import type { StatementError } from '../diagnostic/error.ts';
import type { WarningCode } from '../diagnostic/diagnosticcode.ts';
import type { OperandCount } from '../directive/directivetable.ts';
import type { ListLayout } from '../actionlist/listlayout.ts';
import type { ActionListWriter } from '../actionlist/writer.ts';
import type { LabelSigil } from '../observer.ts';

/**
 * Numbers for the names of labels, given in order of first use. Both methods throw `StatementError` for a bad
 * name or too many.
 */
export interface Labels {
  global(name: Slice): number;
  extern(name: Slice): number;
}

/**
 * What `.proc` and `.endproc` tell of the procedures in the source. Both methods throw `StatementError` where
 * the directives do not match.
 */
interface Procedures {
  begin(name: Slice, label: number): void;
  /** Returns the number of the procedure's global label. */
  end(name: Slice | undefined): number;
}

/** What a handler assembles a statement with. One object serves a whole translation. */
export interface StatementContext {
  readonly writer: ActionListWriter;
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  readonly labels: Labels;
  readonly types: ReadonlyMap<string, HostType>;
  /**
   * Whether a name may be one of the host program: it stands in a host line of a file read so far. Asked only
   * of names of registers and the like.
   */
  isHostName(name: string): boolean;
  readonly procedures: Procedures;
  /** Makes an argument of the put from an expression of the statement; adds its place in the source. */
  argument(value: ArgumentValue, sourceOrder: number): Argument;
  /**
   * The bytes of the file that an operand names, found as for `.include`. Throws `StatementError` if
   * it is not there or cannot be read.
   */
  readBinary(name: Slice): Uint8Array;
  /** Adds a type, and the define `#NAME`, which stands for its size. `operands` are those of `.type`. */
  addType(type: HostType, operands: readonly Slice[]): void;
  /**
   * A global or pc label is defined. `label`: as the source has it, `->name` or `=>expression`. Warns if that
   * label has been defined already in the same run of assembly, and labels are not unique.
   */
  labelDefined(label: string, at: Span): void;
  /**
   * A label stands in the statement: `sigil` is what is written in front of its name (nothing where a local
   * one is defined). Undefined if nobody observes.
   */
  readonly labelNamed?: ((sigil: LabelSigil, name: Slice, isDefinition: boolean) => void) | undefined;
  /**
   * The number of a macro's label, `%%name`, that is referred to, with MACRO_FORWARD if it is defined further
   * on. Throws `StatementError`.
   */
  macroLabel(operand: Slice): number;
  /** The number of a macro's label that is defined. Throws `StatementError`. */
  macroLabelDefined(operand: Slice): number;
  /**
   * The instruction `name` needs these features of the processor, which not all have. Throws `StatementError`
   * if the source may not use one of them.
   */
  requireFeatures(name: string, features: readonly Feature[]): void;
  /** Warns about something that is allowed. `at`: the part of the statement that is meant. */
  warn(code: WarningCode, message: string, at?: Span): void;
  /**
   * For what DynASM silently assembles wrong: throws `StatementError` if the language rejects that, else
   * warns.
   */
  rejectOrWarn(code: WarningCode, message: string, at?: Span): void;
  /** The prefixes that stand right before this statement, as statements of their own. */
  readonly prefixes: readonly number[];
  /** Tells that this statement is a prefix of the next one, which is then assembled anew. */
  addPrefix(byte: number): void;
}

/** Assembles the statements of one name with one number of operands. */
export interface Handler {
  /** How many buffer positions must be free in the current put; with fewer a new put is begun. */
  readonly positions: number;
  /** Whether equal operands always give the same bytes and arguments, all in one put. */
  readonly repeatable: boolean;
  /**
   * It is a put of its own. `.proc` is, so that its alignment does not keep the code behind it from having a
   * function: none is written for chunks with alignments.
   */
  readonly standsAlone?: boolean;
  /** Throws `StatementError` or `FatalError`. */
  readonly assemble: (operands: readonly Slice[], statement: StatementContext) => void;
}

/** A directive of an architecture, and the numbers of operands that it takes. */
export interface ArchDirective {
  readonly counts: readonly OperandCount[];
  readonly handler: Handler;
}

/** A supported form of an instruction, as text. */
export interface SupportedForm {
  readonly mnemonic: string;
  readonly operands: string;
  readonly encoding: string;
  /** The processor features that it needs, separated by blanks; empty if every processor has it. */
  readonly features: string;
}

/** The registers of one size. */
export interface RegisterGroup {
  readonly size: string;
  /** Name of the register class: `Rq` in `Rq(expression)`. */
  readonly variable: string;
  /** All names of each register. */
  readonly names: readonly (readonly string[])[];
}

/** What editors ask of an architecture. */
export interface Editing {
  readonly mnemonics: readonly string[];
  /** The names of all registers, and of the classes of variable registers. */
  readonly registers: readonly string[];
  /** The registers that forms of a mnemonic take as operand `position`, from 0; none for other operands. */
  registersAt(mnemonic: string, position: number): readonly string[];
  /** The registers that may stand in an address. */
  readonly addressRegisters: readonly string[];
  /** The parts of an action list: bytes in hexadecimal digits, and in brackets what a put fills in. */
  describeActions(actions: readonly number[], format: number): readonly string[];
}

export interface Arch {
  readonly name: string;
  /** What its action lists consist of, and what they can hold. */
  readonly layout: ListLayout;
  /** Names of registers and register classes, each with its internal name: `rax` → `@q0`, `Rq` → `@q`. */
  readonly registers: ReadonlyMap<string, string>;
  /** Replaces the internal names of registers in `text` by the names that users write. */
  externalNames(text: string): string;
  /** The handler of an instruction or directive of this architecture with that many operands. */
  find(name: string, count: number): Handler | undefined;
  /** The numbers of operands that `name` takes, ascending; empty if the name is unknown. */
  counts(name: string): readonly OperandCount[];
  /** The forms of all mnemonics that match `pattern`, by mnemonic. */
  forms(pattern?: RegExp): readonly SupportedForm[];
  /** A form as text. */
  describeForm(form: UsedForm): SupportedForm;
  readonly registerGroups: readonly RegisterGroup[];
  readonly editing: Editing;
  /**
   * What a text means that the language has refused as an expression, if the architecture knows better:
   * something of the assembly that stands in the wrong place.
   */
  misplacedError(value: ArgumentValue, types: ReadonlyMap<string, HostType>): StatementError | undefined;
  /** Writes the switch to section `number` (0-based), which ends the put. */
  section(number: number, statement: StatementContext): void;
}

/**
 * What an output language is to the translator: a dialect for reading, capabilities to ask for, and a
 * printer. The translator asks; it never tests for a language.
 */
import type { Format } from '../../encoder/format/listdescription.ts';
import type { ArgumentValue, Declaration, Item, ListElement, PlacedActions, SourceLines } from '../item.ts';
import type { Slice, Span } from '../text/slice.ts';

/** What a line of the source is. */
export type LineKind =
  /** `isBlank`: the line holds nothing, or only a comment. */
  | { readonly kind: 'host'; readonly isBlank: boolean }
  /** `text` stands behind the bar; for `raw`, behind both bars. `indent` stands in front. */
  | {
      readonly kind: 'assembly' | 'raw';
      readonly indent: string;
      readonly text: string;
      /** The line starts the body of a header without braces. */
      readonly body: boolean;
      /**
       * The body of a header without braces, above a blank line or comment, does not go on with this line.
       */
      readonly endsBody: boolean;
    };

/** Follows one file's text and says of each line what it is. */
export interface LineClassifier {
  /** @throws {StatementError} the line is neither clearly host text nor clearly assembly */
  classify(line: string): LineKind;
  /**
   * Follows the text of a `||` line. It is called where the line comes out, which may be in a macro's
   * expansion.
   */
  raw(text: string): void;
  /** Follows a put that comes out here. Returns whether it starts the body of a header without braces. */
  startBody(): boolean;
  /** Whether a bracket of the host language is open. */
  readonly nested: boolean;
}

/**
 * How operands are read in a language that takes them as people write them: address arithmetic in any order,
 * the language's numbers, and no registers inside expressions.
 */
export interface Expressions {
  /**
   * The value of a number, which may have a sign in front; undefined for another expression.
   * @throws {StatementError} the text is a number that the language does not have
   */
  number(text: Slice): number | undefined;
  /**
   * The text that an operand is as a string literal; undefined for other operands.
   * @throws {StatementError} the literal is malformed
   */
  text(operand: Slice): string | undefined;
  /** `text` with each character of its literals replaced by one that is not a bracket or an operator. */
  mask(text: string): string;
  /**
   * The names that an expression uses, without members and what it declares itself, in their order.
   * @throws {StatementError} it contains a number that the language does not have
   */
  names(expression: Slice): readonly Slice[];
  /** The identifiers in the host lines of a file. `isStatement` is that of `Dialect.classifier`. */
  hostNames(text: string, isStatement: (name: string) => boolean): ReadonlySet<string>;
}

/** How assembly is read inside the host language. */
export interface Dialect {
  /** `isStatement` tells whether a name is an instruction, directive or macro known at this moment. */
  classifier(isStatement: (name: string) => boolean): LineClassifier;
  /** Cuts an assembly line (the text behind its bar) into statements at `;`, its comment removed. */
  statements(line: string): readonly Slice[];
  /**
   * Cuts a statement at the commas outside of brackets, and trims the parts: its name with its first operand,
   * and the other operands.
   * @throws {StatementError} brackets do not match
   */
  operands(text: string): Slice[];
  /**
   * Replaces words, each with a `#` that stands in front of it, by what `replace` returns for them; undefined
   * leaves a word as it is. `start` is the index of the word in `text`.
   */
  substitute(text: string, replace: (word: string, start: number) => string | undefined): string;
  /**
   * Joins what stands around ` .. ` in the expansion of a macro. A language without this function joins at
   * every `..`.
   */
  paste?(text: string): string;
  /** Index of the bracket that closes the one at `open`; −1 if none does. */
  closing(text: string, open: number): number;
  /** Without it operands are read as DynASM reads them. */
  readonly expressions?: Expressions;
  /** Whether `.if` has more operators than Lua's: `&& || ! != === !==`. */
  readonly javascriptOperators: boolean;
}

/** What a language wants of the assembly. */
export interface Capabilities {
  /** Register names are defines like all others: `rax` becomes `@q0` wherever it stands. */
  readonly registersAreDefines: boolean;
  /** A chunk that stands in the action list already is not added again. */
  readonly sharedChunks: boolean;
  /** `mov r64, &expr` loads all 64 bits; `.aword`/`.qword` take whole addresses. */
  readonly addresses64Bit: boolean;
  /** `[eax]` on x64 gets its 67h prefix. */
  readonly addressSizePrefix: boolean;
  /** Fields of a byte and a word take negative literals. Without this they are unsigned, as in DynASM. */
  readonly negativeFields: boolean;
  /**
   * What DynASM silently assembles wrong is an error. Without this it is assembled the same way, with a
   * warning.
   */
  readonly rejectsDefects: boolean;
  /**
   * A global or pc label has one definition: a second one fails when it is put, and `.relabel` moves a label.
   * Without this labels move silently, as in DynASM, with a warning where that shows in the source.
   */
  readonly uniqueLabels: boolean;
  /** The action list may have the actions of format 2, and the source what they are needed for. */
  readonly extendedActions: boolean;
  /**
   * After errors at which DynASM stops, translation goes on, so that further errors are reported: it stops
   * only at `.fatal` and where the architecture is missing.
   */
  readonly goesOnBehindErrors: boolean;
  /** `.arch` may be repeated with the same name. */
  readonly repeatedArch: boolean;
  /** A file without `.arch` is an error. Without this it is one only if the file has assembly. */
  readonly needsArch: boolean;
  /** The platform gives defines: `ARCH`, `OS`, `X64`, `LINUX`, … */
  readonly platformDefines: boolean;
  /** `.include <dynasm/abi>` reads a text of the package. Without this it is the name of a file. */
  readonly packageIncludes: boolean;
}

/** What a printer gets: everything that is known at the end of a translation. */
export interface Unit {
  /** The main file. */
  readonly file: string;
  /** The name of the architecture; empty for a file without assembly. */
  readonly arch: string;
  /** What its action lists consist of. */
  readonly element: ListElement;
  /** In the order of processing. */
  readonly items: readonly Item[];
  /** The action list, and the version of its format. */
  readonly actions: readonly number[];
  readonly format: Format;
  /** The number of macro labels. */
  readonly macroLabels: number;
  /** Offsets of the actions of immediates that the processor sign-extends. */
  readonly signed: readonly number[];
  /** Offsets of the definitions of labels that may be defined already. */
  readonly moving: readonly number[];
  /** For features that not every processor has, pairs: a chunk that needs it, and the statement in it. */
  readonly features: ReadonlyMap<string, readonly number[]>;
  /** Which source lines the actions come from. */
  readonly lines: SourceLines;
  /** Where each statement stands, if places of arguments were wanted; offsets ascend. */
  readonly statements: readonly PlacedActions[];
  /** Names, in the order of their numbers. */
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
  /** Texts of the main file and of those that it includes, by their names. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface PrintOptions {
  /** How assembly lines are echoed: as `line` comments (`//|`), as `block` comments, or not at all. */
  readonly comments: 'line' | 'block' | 'none';
  /** Write `#line` directives, where the language has them. */
  readonly lineNumbers: boolean;
  /** Also make a source map. */
  readonly sourceMap: boolean;
  /** Write functions for chunks, where the language does that. */
  readonly specialise: boolean;
  /** The text of the main file goes into the output, where the language has a place for it. */
  readonly embedSource: boolean;
  /** Every host line stands on the line that it has in the source, where the language does that. */
  readonly keepLines: boolean;
}

export interface PrintedUnit {
  /** The text of the output. */
  readonly code: string;
  /** Source map, version 3, as JSON text, if it was asked for. */
  readonly map?: string;
}

export interface OutputLanguage {
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  /** What `#NAME` stands for after `.type NAME, ctype`. */
  sizeOf(ctype: string): string;
  /**
   * @throws {StatementError} the value is not an expression of the host language, or not the path of a member
   */
  checkArgument(value: ArgumentValue): void;
  /**
   * Asked at `.arch`, by languages that cannot print every list; `at` is where the source names `arch`.
   * @throws {StopError} the language does not print lists of such elements
   */
  checkElement?(element: ListElement, arch: string, at: Span | undefined): void;
  /**
   * `operands` are those of the directive, in the order in which the declaration names them.
   * @throws {StatementError} the host language cannot declare a name
   */
  checkDeclaration(declaration: Declaration, operands: readonly Slice[]): void;
  /**
   * @throws {StatementError} with a `place`: a mistake that only shows at the end, such as puts without
   * `.actionlist`
   */
  print(unit: Unit, options: PrintOptions): PrintedUnit;
  /** The lines that each capture holds, also of a unit with errors. Not every language tells. */
  captures?(unit: Unit, options: PrintOptions): ReadonlyMap<string, readonly string[]>;
}

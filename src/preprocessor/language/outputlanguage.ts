/**
 * What a target (an output language) is to the translator: a dialect for reading, capabilities to ask for, and a printer.
 * The translator asks; it never tests for a language.
 */
import type { LineTable } from '../actionlist/linetable.ts';
import type { ArgumentValue, Declaration, Item } from '../item.ts';
import type { Slice } from '../text/slice.ts';

export type LineKind =
  | { readonly kind: 'host' }
  /** `text` is what stands behind the bar (or, for `raw`, behind both bars). */
  | {
      readonly kind: 'assembly' | 'raw';
      readonly indent: string;
      readonly text: string;
      /** The line is the body of a header without braces. */
      readonly body: boolean;
    };

/** Follows one file's text and says of each line what it is. */
export interface LineClassifier {
  /** Throws `StatementError` for a line that is neither clearly host nor clearly assembly. */
  classify(line: string): LineKind;
  /** Takes note of the text of a `||` line where it comes out, which may be in a macro's expansion. */
  raw(text: string): void;
  /**
   * A put is to come out. Whether it starts the body of a header without braces that no assembly line has started; from then on
   * it has been started.
   */
  startBody(): boolean;
  /** Whether a bracket is open. */
  readonly nested: boolean;
}

/** How assembly is read inside the host language. */
export interface Dialect {
  /** `isStatement` tells whether a name is an instruction, directive or macro known at this moment. */
  classifier(isStatement: (name: string) => boolean): LineClassifier;
  /** Cuts an assembly line (the text behind its bar) into statements at `;`, its comment removed. */
  statements(line: string): readonly Slice[];
  /**
   * A statement cut at commas of nesting level 0, trimmed: its name and first operand, and the others.
   * Throws `StatementError` for brackets that do not match.
   */
  operands(text: string): Slice[];
  /**
   * Replaces each maximal run of word characters, with `#` in front if it has one, by what `replace` gives for it; it stands at
   * `start` in `text`.
   */
  substitute(text: string, replace: (word: string, start: number) => string | undefined): string;
  /** Joins what stands around ` .. `, in a macro's expansion. Without it every `..` joins. */
  paste?(text: string): string;
  /** Index of the bracket that closes the one at `open`; −1 if none does. */
  closing(text: string, open: number): number;
  /** Operators of `.if` beyond Lua's: `&& || ! != === !==`. */
  readonly javascriptOperators: boolean;
}

/** What a target wants of the assembly; names say what is so when they are true. */
export interface Capabilities {
  /** Register names are defines like any other: `rax` becomes `@q0` wherever it stands. */
  readonly registersAreDefines: boolean;
  /** Chunks with equal bytes are shared. */
  readonly sharedChunks: boolean;
  /** `mov r64, &expr` loads all 64 bits; `.aword`/`.qword` take whole addresses. */
  readonly addresses64Bit: boolean;
  /** `[eax]` on x64 gets its 67h prefix. */
  readonly addressSizePrefix: boolean;
  /** What DynASM assembles silently wrong is an error; else the bytes stay, with a warning. */
  readonly rejectsDefects: boolean;
  /** `.arch` may stand again, with the same name. */
  readonly repeatedArch: boolean;
  /** A file without `.arch` is an error; else it is one only where assembly follows. */
  readonly needsArch: boolean;
  /** `ARCH`, `OS`, `X64`, `LINUX`, … are defined for the machine that the code is for. */
  readonly platformDefines: boolean;
}

/** Everything known at the end of a translation. */
export interface Unit {
  readonly file: string;
  /** `x64` or `x86`; empty for a file without assembly. */
  readonly arch: string;
  readonly items: readonly Item[];
  readonly bytes: readonly number[];
  /** Offsets of immediate actions that the processor sign-extends. */
  readonly signed: readonly number[];
  /** Which source line the actions come from. */
  readonly lines: LineTable;
  readonly sections: readonly string[];
  readonly globals: readonly string[];
  readonly externs: readonly string[];
  /** Text of the main file, for the source map. */
  readonly source?: string | undefined;
}

export interface PrintOptions {
  /** Echo assembly lines: `line` comments (`//|`), `block` comments, or none. */
  readonly comments: 'line' | 'block' | 'none';
  /** `#line` directives (C). */
  readonly lineNumbers: boolean;
  /** Also make a source map. */
  readonly sourceMap: boolean;
  /** Write functions for chunks, where the target does that. */
  readonly specialise: boolean;
}

export interface Printed {
  readonly code: string;
  /** Source map, version 3, as JSON text, if it was asked for. */
  readonly map?: string;
}

export interface OutputLanguage {
  readonly dialect: Dialect;
  readonly capabilities: Capabilities;
  /** What `#NAME` stands for after `.type NAME, ctype`. */
  sizeOf(ctype: string): string;
  /** Throws `StatementError` for an argument that is not an expression of the host language, or is not the path of a member. */
  checkArgument(value: ArgumentValue): void;
  /**
   * Throws `StatementError` for names that cannot be declared in the host language. `operands` are those of the directive, in
   * the order in which the declaration names them.
   */
  checkDeclaration(declaration: Declaration, operands: readonly Slice[]): void;
  /** Throws `StatementError` with `place` for what only shows at the end: puts without `.actionlist`. */
  print(unit: Unit, options: PrintOptions): Printed;
  /** The lines that each capture holds, also of a unit with errors; where the target tells. */
  captures?(unit: Unit, options: PrintOptions): ReadonlyMap<string, readonly string[]>;
}

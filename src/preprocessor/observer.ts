/**
 * What a translation tells an editor while it goes on: lines, statements, names, what macros become, and the
 * bytes that statements are assembled to. Without an observer nothing of this is collected.
 */
import type { Argument, Place, UsedForm } from './item.ts';
import type { LineKind } from './language/outputlanguage.ts';
import type { Slice, Span } from './text/slice.ts';

/** A stretch of a source line. */
export interface Located extends Place {
  readonly length: number;
  /** The macro in whose body it stands, if that is known. */
  readonly macro?: string;
}

/** What becomes of a statement. */
type Fate =
  /** It is carried out; `skipped`: it stands in a branch that is not taken. */
  | 'done'
  | 'skipped'
  /** It is part of a macro that is being defined. */
  | 'captured'
  /** It is host code behind two bars. */
  | 'raw';

export interface ObservedStatement {
  /** Where the text begins, which may be with blanks. */
  readonly place: Place;
  readonly text: string;
  readonly fate: Fate;
  /** The macro that it belongs to. */
  readonly macro: string | undefined;
}

/** What stands in front of the name of a label; nothing where a local one is defined. */
export type LabelSigil = '->' | '<' | '>' | '' | '=>' | '%%' | 'extern ';

/** A label in a statement. */
export interface NamedLabel {
  readonly sigil: LabelSigil;
  readonly name: Slice;
  readonly isDefinition: boolean;
}

export interface ObservedName {
  readonly kind: 'define' | 'label' | 'macro' | 'parameter' | 'section' | 'type' | 'capture';
  /** As it is written; a label with what tells its kind: `->name`, `<1`, `=>n`, `%%name`, `extern name`. */
  readonly text: string;
  readonly isDefinition: boolean;
  /** Where it stands; undefined if a define or macro has put it together. */
  readonly at: Located | undefined;
  /** Where the statement stands that the name comes out of. */
  readonly statement: Place;
  /** The macro in whose body it stands. */
  readonly macro: string | undefined;
  /** What a define stands for, the parameters of a macro, the host's name of a type. */
  readonly meaning: string | undefined;
}

export interface ObservedCode {
  readonly place: Place;
  /** The statement, with its defines replaced. */
  readonly text: string;
  /** Its part of the action list, in this version of the format. */
  readonly actions: readonly number[];
  readonly format: number;
  readonly arguments: readonly Argument[];
  readonly form: UsedForm | undefined;
}

export interface Observer {
  line(file: string, line: number, kind: LineKind['kind']): void;
  /** A statement of a source line. */
  statement(statement: ObservedStatement): void;
  /** A statement that a macro becomes; `at`: the source statement. */
  expanded(text: string, at: Place): void;
  name(name: ObservedName): void;
  code(code: ObservedCode): void;
}

/** Finds where a span of a statement stands in the sources; undefined if a define or macro has made it. */
export type Locator = (span: Span) => Located | undefined;

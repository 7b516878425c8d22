/**
 * Where a translation meets its observer: adds to what the parts of the translator tell where it stands in
 * the sources.
 */
import type { Cursor } from './cursor.ts';
import type { Argument, UsedForm } from './item.ts';
import type { LineKind } from './language/outputlanguage.ts';
import type { ObservedName, ObservedStatement, Observer } from './observer.ts';
import type { Span } from './text/slice.ts';

export class Observation {
  readonly observer: Observer;
  readonly #cursor: Cursor;
  /** Turns internal names of registers into those that users write. */
  readonly #externalNames: (text: string) => string;
  /** The macro that is being defined. */
  macro: string | undefined;
  /** How many names a text of the package has brought. */
  #provided = 0;

  constructor(observer: Observer, cursor: Cursor, externalNames: (text: string) => string) {
    this.observer = observer;
    this.#cursor = cursor;
    this.#externalNames = externalNames;
  }

  /** A source line begins. */
  line(kind: LineKind['kind']): void {
    const { file, number } = this.#cursor.line;
    this.observer.line(file, number, kind);
  }

  /** A statement of a source line. */
  statement(text: string, fate: ObservedStatement['fate']): void {
    const place = this.#cursor.line.placeOf({ start: 0, end: 0 });
    this.observer.statement({ place, text, fate, macro: this.macro });
  }

  /** A statement that a macro becomes. */
  expanded(text: string): void {
    this.observer.expanded(this.#externalNames(text), this.#cursor.place());
  }

  /** A name of the current statement, which stands in the span `at`. */
  name(kind: ObservedName['kind'], text: string, at: Span, isDefinition: boolean, meaning?: string): void {
    const located = this.#cursor.locator()(at);
    const macro = located?.macro ?? this.macro;
    const statement = this.#cursor.place();
    this.observer.name({ kind, text, isDefinition, at: located, statement, macro, meaning });
  }

  /** Names that come with a text of the package, which has no lines for them. */
  provided(kind: ObservedName['kind'], file: string, names: Iterable<readonly [string, string]>): void {
    const statement = this.#cursor.place();
    for (const [text, meaning] of names) {
      const at = { file, line: 0, column: ++this.#provided, length: 0 };
      const name = { kind, text, isDefinition: true, at, statement, macro: undefined };
      this.observer.name({ ...name, meaning });
    }
  }

  /** What the current statement is assembled to. */
  code(
    actions: readonly number[],
    format: number,
    args: readonly Argument[],
    form: UsedForm | undefined,
  ): void {
    const text = this.#externalNames(this.#cursor.text);
    this.observer.code({ place: this.#cursor.place(), text, actions, format, arguments: args, form });
  }
}

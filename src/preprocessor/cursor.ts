/**
 * Where a translation is: in which file, line and statement, and in which expansions of macros. Errors and
 * arguments ask it where in the source a span of the statement stands.
 */
import type { Expansion, Where } from './diagnostic/log.ts';
import type { Defines } from './directive/define.ts';
import type { Place } from './item.ts';
import type { LineClassifier } from './language/outputlanguage.ts';
import type { Locator } from './observer.ts';
import { trimmed, whole, type Span } from './text/slice.ts';
import { SourceLine } from './sourceline.ts';

/**
 * For this many errors the whole expansion is kept, and what the statement became; for further ones only the
 * innermost macro.
 */
const MAX_EXPLAINED = 100;
/** What a statement became is only shown up to this length, in characters. */
const MAX_SHOWN = 1000;

/** A file that is being read. */
interface OpenFile {
  /** The file that includes it; undefined for the main file. */
  readonly outer: OpenFile | undefined;
  readonly line: SourceLine;
  readonly classifier: LineClassifier;
  /** It is included inside brackets of the host language. */
  readonly isNested: boolean;
  /** The statement that includes it: as it was written, and with its defines replaced. */
  readonly written: string;
  readonly text: string;
}

export class Cursor {
  readonly #defines: Defines;
  /** Turns internal names of registers into those that users write. */
  readonly #externalNames: (text: string) => string;
  /** The file that is being read; undefined before the main file is opened. */
  #innermost: OpenFile | undefined;
  readonly #texts = new Map<string, string>();
  /** From the outermost macro inwards. */
  readonly #expansion: Expansion[number][] = [];
  /** For each of these: what finds the spans of its statements, if somebody observes. */
  readonly #locators: (Locator | undefined)[] = [];
  #statement = 0;
  /** The statement as it stands in the source or came out of a macro, and with its defines replaced. */
  #written = '';
  #text = '';

  constructor(defines: Defines, externalNames: (text: string) => string) {
    this.#defines = defines;
    this.#externalNames = externalNames;
  }

  /** Opens a file. */
  enterFile(file: string, text: string, classifier: LineClassifier): OpenFile {
    const outer = this.#innermost;
    const mainLine = outer && (outer.line.mainLine ?? outer.line.number);
    const opened = {
      outer,
      line: new SourceLine(file, this.#expansion.length, mainLine),
      classifier,
      isNested: this.#innermost !== undefined && this.isNested,
      written: this.#written,
      text: this.#text,
    };
    this.#innermost = opened;
    this.#texts.set(file, text);
    return opened;
  }

  /** Goes back to the statement that includes the file: what follows may be an error of it. */
  leaveFile(): void {
    const { outer, written, text } = this.#file;
    this.#innermost = outer;
    this.#written = written;
    this.#text = text;
  }

  /** A line begins. */
  startLine(text: string): void {
    this.line.next(text);
    this.#written = text;
    this.#text = text;
  }

  /** A statement begins, whose defines are not replaced. */
  startStatement(text: string): void {
    this.#statement++;
    this.#written = text;
    this.#text = text;
  }

  /** The statement's text with its defines replaced. */
  substituted(text: string): void {
    this.#text = text;
  }

  enterExpansion(origin: Expansion[number], locator?: Locator): void {
    this.#expansion.push(origin);
    this.#locators.push(locator);
  }

  leaveExpansion(): void {
    this.#expansion.pop();
    this.#locators.pop();
  }

  /** What finds the spans of this statement in the sources, also when a macro of it goes on. */
  locator(): Locator {
    const { line, inMacro } = this;
    const written = this.#written;
    const text = this.#text;
    const inner = this.#locators.at(-1);
    return span => {
      const own = text === written ? span : this.#defines.locate(written, span);
      if (own === undefined) return undefined;
      return inMacro ? inner?.(own) : { ...line.placeOf(own), length: own.end - own.start };
    };
  }

  /** The source line. */
  get line(): SourceLine {
    return this.#file.line;
  }

  /** The statement, with its defines replaced. */
  get text(): string {
    return this.#text;
  }

  /** Running number of the statement, from 1 on; each statement of a macro's expansion counts. */
  get statement(): number {
    return this.#statement;
  }

  /** Whether the line stands inside brackets of the host language. */
  get isNested(): boolean {
    const { isNested, classifier } = this.#file;
    return isNested || classifier.nested;
  }

  /** Tells the host text's reader that a `||` line comes out here. */
  passRawText(text: string): void {
    this.#file.classifier.raw(text);
  }

  /** Whether a put that comes out here starts the body of a header without braces. */
  startsBody(): boolean {
    return this.#file.classifier.startBody();
  }

  /** Where the statement begins. */
  place(): Place {
    return this.line.place();
  }

  /**
   * Where a span of the statement stands; the statement's place if a define or macro brought the span.
   */
  placeOf(span: Span): Place {
    const located = this.#locate(span);
    return located ? this.line.placeOf(located) : this.place();
  }

  /**
   * What a diagnostic says of the place of the statement, or a span of it. `errors`: how many there have
   * been, as explanations of very many take time and memory.
   */
  where(span: Span | undefined, errors: number): Where {
    const located = span && this.#locate(span);
    const trace = this.#expansion.slice(this.line.base).toReversed();
    const isExplained = errors < MAX_EXPLAINED;
    const expansion = isExplained ? trace : trace.slice(0, 1);
    return {
      ...this.line.mark(located),
      ...(isExplained && !located && this.#expanded(span)),
      ...(expansion.length > 0 && { expansion }),
    };
  }

  /** The texts of all files that have been opened, by their names. */
  get texts(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  /** The text of the line at a place of a file that has been read. */
  lineText({ file, line }: Place): string {
    return this.#texts.get(file)?.split('\n', line)[line - 1] ?? '';
  }

  get #file(): OpenFile {
    if (this.#innermost === undefined) throw new Error('no file is open');
    return this.#innermost;
  }

  /** Whether the statement comes out of a macro of the file. */
  get inMacro(): boolean {
    return this.#expansion.length > this.line.base;
  }

  /**
   * The span of the source's statement that a span of the statement is; undefined where it stands nowhere in
   * the source.
   */
  #locate(span: Span): Span | undefined {
    if (this.inMacro) return undefined;
    return this.#text === this.#written ? span : this.#defines.locate(this.#written, span);
  }

  /** What the statement became, if that is not what stands in the source. */
  #expanded(span: Span | undefined): Pick<Where, 'expanded'> | undefined {
    const text = this.#externalNames(this.#text);
    if (text.length > MAX_SHOWN || (!this.inMacro && text === this.#written)) return undefined;
    const shown = trimmed(whole(text));
    if (!span) return { expanded: { text: shown.text } };
    // The span may reach into the blanks around the text, which are not shown.
    const indexOf = (index: number): number => {
      const before = this.#externalNames(this.#text.slice(0, index)).length - shown.start;
      return Math.min(Math.max(before, 0), shown.text.length);
    };
    const start = indexOf(span.start);
    const length = Math.max(1, indexOf(span.end) - start);
    return { expanded: { text: shown.text, column: start + 1, length } };
  }
}

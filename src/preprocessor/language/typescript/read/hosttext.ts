/**
 * Follows TypeScript host text. Takes it line by line, and tells what can stand at the start of the next
 * line. Literals and comments that go over lines are followed here; the tokens between them go to grammar.ts.
 */
import type { FrameKind } from './frame.ts';
import { Grammar } from './grammar.ts';
import { RegexReader, templateTextEnd } from './literal.ts';
import { type Expected, TextPosition } from './position.ts';
import { skipBlanks, tokenAt, type Token } from './token.ts';

export class HostText {
  readonly #position = new TextPosition();
  readonly #grammar = new Grammar(this.#position);
  readonly #regexes = new RegexReader();
  /** What the text to come is part of. */
  #mode: 'code' | 'template' | 'comment' | 'string' = 'code';
  #firstLine = true;
  /** A line break stands before the next token. */
  #newLine = false;
  /** The current line holds more than comments. */
  #hasCode = false;
  /** Collects the identifiers that are not members, if somebody asks for them. */
  readonly #names: Set<string> | undefined;

  constructor(names?: Set<string>) {
    this.#names = names;
  }

  /** How many brackets are open: 0 at module level. */
  get depth(): number {
    return this.#position.depth;
  }

  /** Kind of the innermost open bracket. */
  get frameKind(): FrameKind {
    return this.#position.frameKind;
  }

  /** Whether a type stands in front, which may go on. */
  get inType(): boolean {
    return this.#position.frame.inType;
  }

  /** Whether the body of a function must follow. */
  get lacksBody(): boolean {
    return this.#position.frame.lacksBody;
  }

  /** Whether a conditional operator waits for its colon. */
  get inConditional(): boolean {
    return this.#position.inConditional;
  }

  /** Text of the last token; of a string only its quote. */
  get lastToken(): string {
    return this.#position.lastToken;
  }

  /** What can stand at the start of the next line. */
  get expected(): Expected {
    return this.#mode === 'code' ? this.#position.expected : 'literal';
  }

  /** Whether the next line begins inside a string or template literal. */
  get inLiteral(): boolean {
    return this.#mode === 'template' || this.#mode === 'string';
  }

  /** Whether the next line begins inside a comment. */
  get inComment(): boolean {
    return this.#mode === 'comment';
  }

  /** Takes a line of assembly. */
  passAssembly(): void {
    this.#position.passAssembly();
  }

  /** Takes a line of host text, without its line break. Returns whether it holds anything but comments. */
  passLine(line: string): boolean {
    let at = 0;
    this.#hasCode = this.inLiteral;
    if (this.#firstLine && line.startsWith('#!')) at = line.length;
    this.#firstLine = false;
    if (this.#mode === 'string') {
      // The line before ended in a backslash. This one is read as if the quote stood in front of it.
      this.#mode = 'code';
      const quoted = this.lastToken + line;
      at = this.#passString(tokenAt(quoted, 0, undefined), quoted) - 1;
    }
    while (at < line.length) at = this.#passPart(line, at);
    this.#newLine = true;
    return this.#hasCode;
  }

  /** Takes the next token, or the next part of a literal or comment; returns the index behind it. */
  #passPart(line: string, at: number): number {
    if (this.#mode === 'comment') {
      const end = line.indexOf('*/', at);
      if (end < 0) return line.length;
      this.#mode = 'code';
      return end + 2;
    }
    if (this.#mode === 'template') {
      const end = templateTextEnd(line, at);
      if (end < 0) return line.length;
      this.#mode = 'code';
      this.#newLine = false;
      if (line[end - 1] === '{') this.#grammar.openSubstitution();
      else this.#grammar.take({ kind: 'template', text: '`', end }, line.slice(end));
      return end;
    }
    const start = skipBlanks(line, at);
    if (start >= line.length) return line.length;
    const token = tokenAt(line, start, this.#position.regexAllowed ? this.#regexes : undefined);
    if (token.kind === 'comment') {
      if (token.text === '/*') this.#mode = 'comment';
      return token.end;
    }
    if (this.#newLine) this.#position.breakLine(token);
    this.#newLine = false;
    this.#hasCode = true;
    if (this.#names !== undefined && token.kind === 'word' && !this.#isBehindDot) this.#names.add(token.text);
    if (token.kind === 'template') this.#mode = 'template';
    else if (token.kind === 'string') return this.#passString(token, line);
    else if (this.#grammar.take(token, line.slice(skipBlanks(line, token.end)))) this.#mode = 'template';
    return token.end;
  }

  get #isBehindDot(): boolean {
    return this.lastToken === '.' || this.lastToken === '?.';
  }

  #passString(token: Token, line: string): number {
    this.#grammar.take(token, '');
    if (token.end === line.length && line.endsWith('\\')) this.#mode = 'string';
    return token.end;
  }
}

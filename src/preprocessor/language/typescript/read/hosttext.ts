/**
 * Follows TypeScript host text line by line: keeps track of literals and comments that go over lines, and hands the tokens
 * between them on. In flow the lines, out flows what the start of the next one is.
 */
import type { FrameKind } from './frame.ts';
import { templateTextEnd } from './literal.ts';
import { type Position, TextPosition } from './position.ts';
import { Syntax } from './syntax.ts';
import { skipBlanks, tokenAt, type Token } from './token.ts';

export class HostText {
  readonly #place = new TextPosition();
  readonly #syntax = new Syntax(this.#place);
  #mode: 'code' | 'template' | 'comment' | 'string' = 'code';
  #firstLine = true;
  /** A line break stands before the next token. */
  #newLine = false;

  /** Depth of open brackets: 0 at module level. */
  get depth(): number {
    return this.#place.depth;
  }

  /** Kind of the innermost open bracket. */
  get frameKind(): FrameKind {
    return this.#place.frameKind;
  }

  /** Whether a conditional operator waits for its colon. */
  get inConditional(): boolean {
    return this.#place.inConditional;
  }

  /** Text of the last token; of a string only its quote. */
  get lastToken(): string {
    return this.#place.lastToken;
  }

  /** What the next line's start is. */
  get position(): Position {
    return this.#mode === 'code' ? this.#place.position : 'literal';
  }

  /** Takes note of a line of assembly: a statement. */
  assembly(): void {
    this.#place.statement();
  }

  /** Takes a line (without its end) of host text. */
  feed(line: string): void {
    let at = 0;
    if (this.#firstLine && line.startsWith('#!')) at = line.length;
    this.#firstLine = false;
    if (this.#mode === 'string') {
      // A backslash at the end of the line before: as if the quote stood in front of this line.
      this.#mode = 'code';
      const quoted = this.lastToken + line;
      at = this.#string(tokenAt(quoted, 0, false), quoted) - 1;
    }
    while (at < line.length) at = this.#step(line, at);
    this.#newLine = true;
  }

  #step(line: string, at: number): number {
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
      if (line[end - 1] === '{') this.#syntax.openSubstitution();
      else this.#syntax.take({ kind: 'template', text: '`', end }, line.slice(end));
      return end;
    }
    const start = skipBlanks(line, at);
    if (start >= line.length) return line.length;
    const token = tokenAt(line, start, this.#place.regexAllowed);
    if (token.kind === 'comment') {
      if (token.text === '/*') this.#mode = 'comment';
      return token.end;
    }
    if (this.#newLine) this.#place.breakLine(token);
    this.#newLine = false;
    if (token.kind === 'template') this.#mode = 'template';
    else if (token.kind === 'string') return this.#string(token, line);
    else if (this.#syntax.take(token, line.slice(skipBlanks(line, token.end)))) this.#mode = 'template';
    return token.end;
  }

  #string(token: Token, line: string): number {
    this.#syntax.take(token, '');
    if (token.end === line.length && line.endsWith('\\')) this.#mode = 'string';
    return token.end;
  }
}

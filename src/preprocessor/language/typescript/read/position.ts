/**
 * A place in TypeScript text: the open brackets, the tokens in front of it, and what can stand there. In flow what each token
 * means (syntax.ts), out flows whether a statement, its body, an operand or nothing but more of the same can follow.
 */
import { endStatement, frame, type Frame, type FrameKind } from './frame.ts';
import type { Token } from './token.ts';

/** What stands before the next token. */
export type Last = 'start' | 'header' | 'operand' | 'operator';

/** What can stand at a place of the text. */
export type Position =
  /** Inside a template literal, a block comment, a string that goes on. */
  | 'literal'
  /** The innermost open bracket is `(` or `[`. */
  | 'bracket'
  /** A statement can start. */
  | 'statement'
  /** The body of `if (…)`, `else`, `do` and the like can start. */
  | 'header'
  /** In a `switch`, before the first `case`. */
  | 'switch'
  /** A member of an object, class, type or enum can start. */
  | 'member'
  /** An operand must follow. */
  | 'operator'
  /** An expression, type or declaration is complete, but nothing ended its statement. */
  | 'open';

/** Words that go on with an expression or declaration on a new line. */
const CONTINUATIONS = new Set('in of instanceof as satisfies is extends implements from'.split(' '));
/** Statements that a line break ends. */
const LINE_STATEMENTS = new Set(['return', 'break', 'continue', 'debugger']);

export class TextPosition {
  /** Open brackets, the innermost last; the first is the text itself. */
  readonly frames: Frame[] = [frame('block')];
  last: Last = 'start';
  /** Text of the last token; of a string only its quote. */
  lastToken = '';
  /** Text of the token before that. */
  #before = '';

  /** Depth of open brackets: 0 at module level. */
  get depth(): number {
    return this.frames.length - 1;
  }

  /** Kind of the innermost open bracket. */
  get frameKind(): FrameKind {
    return this.frame.kind;
  }

  /** Whether a conditional operator waits for its colon. */
  get inConditional(): boolean {
    return this.frame.ternaries > 0;
  }

  /** Whether a slash starts a regular expression here. */
  get regexAllowed(): boolean {
    return this.last !== 'operand' || this.lastToken === '>';
  }

  /** What can stand here, outside of literals. */
  get position(): Exclude<Position, 'literal'> {
    const { kind } = this.frame;
    if (kind === 'paren' || kind === 'bracket' || kind === 'template') return 'bracket';
    if (this.last === 'operator') return this.#lineEndsStatement() ? 'statement' : 'operator';
    if (this.last === 'operand') return this.#lineEndsStatement() ? 'statement' : 'open';
    if (hasMembers(kind)) return 'member';
    if (kind === 'switch') return 'switch';
    return this.last === 'header' ? 'header' : 'statement';
  }

  /** Takes note of a statement that is not written in tokens: a line of assembly. */
  statement(): void {
    this.endStatement();
    this.lastToken = '|';
  }

  /**
   * Takes note of a line break in front of `token`. A semicolon may have been left out: a token that cannot go on with what
   * the line before ends with starts a new statement.
   */
  breakLine(token: Token): void {
    if (this.#lineEndsStatement()) return this.endStatement();
    const { kind } = this.frame;
    if (this.last !== 'operand') return;
    if (kind !== 'block' && kind !== 'switch' && kind !== 'class' && kind !== 'type') return;
    const starts =
      token.kind === 'word' ? !CONTINUATIONS.has(token.text) : /^(?:string|number)$/.test(token.kind);
    if (starts || token.text === '@') this.endStatement();
  }

  /** The innermost open bracket. */
  get frame(): Frame {
    const innermost = this.frames[this.frames.length - 1];
    if (!innermost) throw new Error('the outermost frame is gone');
    return innermost;
  }

  /** Goes behind a token. */
  note(text: string, last: Last): void {
    this.#before = this.lastToken;
    this.lastToken = text;
    this.last = last;
  }

  /** The statement or member at hand is over. */
  endStatement(): void {
    endStatement(this.frame);
    this.last = 'start';
  }

  /** Whether a line break here ends the statement whatever follows. */
  #lineEndsStatement(): boolean {
    if (this.frame.kind !== 'block' || this.#before === '.') return false;
    if (LINE_STATEMENTS.has(this.lastToken)) return true;
    if (this.#before === 'break' || this.#before === 'continue') return true;
    const isString = this.lastToken === '"' || this.lastToken === "'";
    return isString && this.frame.module && (this.#before === 'from' || this.#before === 'import');
  }
}

/** Whether what stands in such brackets are members. */
export function hasMembers(kind: FrameKind): boolean {
  return kind === 'class' || kind === 'object' || kind === 'type' || kind === 'enum';
}

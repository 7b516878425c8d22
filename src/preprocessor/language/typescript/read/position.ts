/**
 * A position in TypeScript text: the open brackets and the last tokens in front of it. It is told of each
 * token by grammar.ts, and answers what can stand next: a statement, its body, a member, an operand, or only
 * the rest of what has begun.
 */
import { endStatement, hasMembers, newFrame, type Frame, type FrameKind } from './frame.ts';
import type { Token } from './token.ts';

/** What the tokens so far make of the place behind them. */
export type Preceding =
  /** A statement or member can start. */
  | 'start'
  /** The header of a statement is complete: its body can start. */
  | 'header'
  /** An operand is complete. */
  | 'operand'
  /** An operand must follow. */
  | 'operator';

/** What can stand at a position. */
export type Expected =
  /** The rest of a template literal, block comment or string. */
  | 'literal'
  /** More of a `(…)`, `[…]` or `${…}`. */
  | 'bracket'
  /** A statement. */
  | 'statement'
  /** The body of `if (…)`, `else`, `do` and the like. */
  | 'header'
  /** The first `case` of a `switch`. */
  | 'switch'
  /** A member of an object, class, type or enum. */
  | 'member'
  /** An operand, and nothing else. */
  | 'operator'
  /**
   * A statement, or more of an expression, type or declaration that is complete but that nothing has ended.
   */
  | 'open';

/** Words that continue an expression or declaration on a new line. */
const CONTINUATIONS = new Set('in of instanceof as satisfies is extends implements from'.split(' '));
/** Statements that a line break ends. */
const LINE_STATEMENTS = new Set(['return', 'break', 'continue', 'debugger']);

export type ClosingBracket = ')' | ']' | '}';

function closingBracketOf(kind: FrameKind): ClosingBracket {
  return kind === 'paren' ? ')' : kind === 'bracket' ? ']' : '}';
}

export class TextPosition {
  /** Open brackets, the innermost last; the first is the file itself. */
  readonly #frames: Frame[] = [newFrame('block')];
  /** How many brackets each closing bracket can close. */
  readonly #open: Record<ClosingBracket, number> = { ')': 0, ']': 0, '}': 0 };
  preceding: Preceding = 'start';
  /** Text of the last token; of a string only its quote. */
  lastToken = '';
  /** Text of the token before that. */
  #secondLastToken = '';

  /** The innermost open bracket. */
  get frame(): Frame {
    const innermost = this.#frames[this.#frames.length - 1];
    if (!innermost) throw new Error('the outermost frame is gone');
    return innermost;
  }

  /** Kind of the innermost open bracket. */
  get frameKind(): FrameKind {
    return this.frame.kind;
  }

  /** How many brackets are open: 0 at module level. */
  get depth(): number {
    return this.#frames.length - 1;
  }

  /** Whether a conditional operator waits for its colon. */
  get inConditional(): boolean {
    return this.frame.openConditionals > 0;
  }

  /** Whether a slash starts a regular expression here. */
  get regexAllowed(): boolean {
    return this.preceding !== 'operand' || this.lastToken === '>';
  }

  /** What can stand here, outside of literals. */
  get expected(): Exclude<Expected, 'literal'> {
    const { kind } = this.frame;
    if (kind === 'paren' || kind === 'bracket' || kind === 'template') return 'bracket';
    if (this.preceding === 'operator') return this.#lineEndsStatement() ? 'statement' : 'operator';
    if (this.preceding === 'operand') return this.#lineEndsStatement() ? 'statement' : 'open';
    if (hasMembers(kind)) return 'member';
    if (kind === 'switch') return 'switch';
    return this.preceding === 'header' ? 'header' : 'statement';
  }

  /** Goes behind a token. */
  pass(text: string, preceding: Preceding): void {
    this.#secondLastToken = this.lastToken;
    this.lastToken = text;
    this.preceding = preceding;
  }

  /** Goes behind a line of assembly, which is a whole statement. */
  passAssembly(): void {
    this.endStatement();
    this.lastToken = '|';
  }

  /** Goes into a bracket whose opening text is `text`. */
  enter(frame: Frame, text: string, preceding: Preceding): void {
    this.#frames.push(frame);
    this.#open[closingBracketOf(frame.kind)]++;
    this.pass(text, preceding);
  }

  /**
   * Leaves the innermost bracket that `bracket` closes, and those in it, which lack their own. Returns it;
   * undefined if there is none.
   */
  leave(bracket: ClosingBracket): Frame | undefined {
    // Without this, each of many wrong brackets would look at all that are open.
    if (this.#open[bracket] === 0) return undefined;
    for (;;) {
      const frame = this.#frames.pop();
      if (frame === undefined) return undefined;
      const own = closingBracketOf(frame.kind);
      this.#open[own]--;
      if (own === bracket) return frame;
    }
  }

  /** The current statement or member is over. */
  endStatement(): void {
    endStatement(this.frame);
    this.preceding = 'start';
  }

  /**
   * Goes over a line break in front of `token`. A semicolon may have been left out: a token that cannot
   * continue what stands on the line before starts a new statement.
   */
  breakLine(token: Token): void {
    if (this.#lineEndsStatement()) return this.endStatement();
    const { kind } = this.frame;
    if (this.preceding !== 'operand') return;
    if (kind !== 'block' && kind !== 'switch' && kind !== 'class' && kind !== 'type') return;
    const starts =
      token.kind === 'word' ? !CONTINUATIONS.has(token.text) : /^(?:string|number)$/.test(token.kind);
    if (starts || token.text === '@') this.endStatement();
  }

  /** Whether a line break here ends the statement, whatever follows. */
  #lineEndsStatement(): boolean {
    const before = this.#secondLastToken;
    if (this.frame.kind !== 'block' || before === '.') return false;
    if (LINE_STATEMENTS.has(this.lastToken)) return true;
    if (before === 'break' || before === 'continue') return true;
    const isString = this.lastToken === '"' || this.lastToken === "'";
    return isString && this.frame.isImportOrExport && (before === 'from' || before === 'import');
  }
}

/**
 * What each token of TypeScript means for the position behind it: whether a statement has ended, whether a
 * brace opens a block, an object or a type, whether a header waits for its body. Takes tokens in order, and
 * moves a position (position.ts) over them. It is not a parser: it never rejects anything, and tells apart
 * only what the classification of `|` lines needs.
 */
import { hasMembers, newFrame, type Frame, type FrameKind } from './frame.ts';
import type { ClosingBracket, Preceding, TextPosition } from './position.ts';
import type { Token } from './token.ts';

/** Words that a parenthesis belongs to. */
const CONTROLS = new Set(['if', 'while', 'for', 'with', 'switch', 'catch']);
/** Words that an operand follows. */
const OPERATORS = new Set(
  (
    'typeof in of instanceof new delete await yield return throw extends implements keyof infer readonly const let var ' +
    'import export as satisfies is asserts case'
  ).split(' '),
);
/**
 * The name of a declared type or interface. If one of the excluded words follows `type` or `interface`, that
 * is itself a name.
 */
const DECLARED_NAME = /^(?!(?:in|of|instanceof|as|satisfies|is|extends|from)\b)[\p{ID_Start}$_]/u;

export class Grammar {
  readonly #position: TextPosition;
  /** The last closing parenthesis closed a list of parameters. */
  #closedParameters = false;
  /** The last token was the closing brace of a template literal's `${`. */
  #resumesTemplate = false;

  constructor(position: TextPosition) {
    this.#position = position;
  }

  /**
   * Takes the next token; `next` is the text behind it, without blanks in front. Returns whether the text of
   * a template literal goes on there.
   */
  take(token: Token, next: string): boolean {
    this.#resumesTemplate = false;
    if (token.kind === 'word') this.#word(token.text, next);
    else if (token.kind === 'punctuator') this.#punctuator(token.text, next);
    else this.#position.pass(token.text, 'operand');
    return this.#resumesTemplate;
  }

  /** Takes the `${` of a template literal. */
  openSubstitution(): void {
    this.#position.enter(newFrame('template'), '${', 'operator');
  }

  #word(word: string, next: string): void {
    const position = this.#position;
    const { frame, lastToken, preceding } = position;
    if (lastToken === '.' || lastToken === '?.' || isKey(frame)) return position.pass(word, 'operand');
    // Behind an expression, too: `do x(); while (y)` may stand on one line without the first semicolon.
    const endsDo =
      word === 'while' &&
      frame.openDos > 0 &&
      (preceding === 'start' || (preceding !== 'header' && frame.kind === 'block'));
    if (preceding === 'start') position.endStatement();
    if (endsDo) {
      frame.openDos--;
      frame.pendingKeyword = 'tail';
      return position.pass(word, 'operator');
    }
    const isFirst = preceding === 'start' || preceding === 'header';
    if (isFirst && next.startsWith(':') && word !== 'default' && frame.kind === 'block') {
      frame.isLabel = true;
      return position.pass(word, 'operand');
    }
    this.#keyword(word, next, frame);
  }

  #keyword(word: string, next: string, frame: Frame): void {
    if (CONTROLS.has(word) && frame.kind !== 'paren') {
      if (word === 'with' && frame.isImportOrExport) return this.#position.pass(word, 'operator');
      if (word !== 'catch' || next.startsWith('(')) frame.pendingKeyword = word;
      return this.#position.pass(word, word === 'catch' ? 'operand' : 'operator');
    }
    switch (word) {
      case 'else':
        return this.#position.pass(word, 'header');
      case 'do':
        frame.openDos++;
        return this.#position.pass(word, 'header');
      case 'try':
      case 'finally':
        return this.#position.pass(word, 'header');
      case 'case':
        frame.inCase = true;
        return this.#position.pass(word, 'operator');
      case 'default':
        if (this.#position.lastToken !== 'export') frame.inCase = true;
        return this.#position.pass(word, 'operator');
      case 'function':
        frame.heading = 'function';
        frame.lacksBody = this.#position.lastToken !== 'declare';
        frame.inType = true;
        frame.openAngles = 0;
        return this.#position.pass(word, 'operand');
      case 'class':
        frame.heading = 'class';
        frame.inType = true;
        frame.openAngles = 0;
        return this.#position.pass(word, 'operand');
      case 'enum':
        frame.heading = 'enum';
        return this.#position.pass(word, 'operand');
      case 'interface':
      case 'type':
        if (!DECLARED_NAME.test(next)) return this.#position.pass(word, 'operand');
        frame.heading = word === 'type' ? 'alias' : 'interface';
        frame.inType = true;
        frame.openAngles = 0;
        return this.#position.pass(word, 'operand');
      case 'import':
      case 'export':
        frame.isImportOrExport = true;
        return this.#position.pass(word, 'operator');
      case 'const':
        return this.#position.pass(
          word,
          this.#position.lastToken === 'as' || this.#position.lastToken === '<' ? 'operand' : 'operator',
        );
      case 'void':
        return this.#position.pass(word, frame.inType ? 'operand' : 'operator');
      default:
        return this.#position.pass(word, OPERATORS.has(word) ? 'operator' : 'operand');
    }
  }

  #punctuator(text: string, next: string): void {
    const { frame } = this.#position;
    switch (text) {
      case '(':
        return this.#openParenthesis(frame, next);
      case '[':
        return this.#position.enter(
          newFrame('bracket', frame.inType && frame.heading !== 'class'),
          text,
          'operator',
        );
      case '{':
        return this.#openBrace(frame);
      case ')':
      case ']':
      case '}':
        return this.#close(text);
      case ';':
        if (frame.kind === 'paren') return this.#position.pass(text, 'operator');
        this.#position.endStatement();
        return this.#position.pass(text, 'start');
      case ',':
        return this.#comma(frame);
      case '=':
        if (frame.openAngles === 0 && frame.heading !== 'alias') frame.inType = false;
        frame.inValue = true;
        return this.#position.pass(text, 'operator');
      case '=>':
        // `(): A => {`: the end of the result's type, unless the arrow is part of it: `(): () => void => {`.
        if (
          frame.inResultType &&
          frame.openAngles === 0 &&
          !(this.#position.lastToken === ')' && this.#closedParameters)
        ) {
          frame.inType = frame.onlyTypes;
          frame.inResultType = false;
        }
        return this.#position.pass(text, 'operator');
      case '?':
        return this.#question(frame, next);
      case ':':
        return this.#colon(frame);
      case '<':
        return this.#openAngle(frame);
      case '>':
        return this.#closeAngle(frame);
      case '++':
      case '--':
        return this.#position.pass(text, this.#position.preceding);
      case '!':
        return this.#position.pass(text, this.#position.preceding === 'operand' ? 'operand' : 'operator');
      case '...':
        frame.isParameterList = true;
        frame.inValue = true;
        return this.#position.pass(text, 'operator');
      case '*':
        // In front of a member's key it is that of a generator method.
        return this.#position.pass(text, hasMembers(frame.kind) && !frame.inValue ? 'operand' : 'operator');
      default:
        return this.#position.pass(text, 'operator');
    }
  }

  #openParenthesis(frame: Frame, next: string): void {
    const keyword = frame.pendingKeyword;
    frame.pendingKeyword = '';
    const canBeMethod = hasMembers(frame.kind) && frame.kind !== 'type' && !frame.inValue;
    if (
      frame.heading === 'function' ||
      (canBeMethod && frame.openAngles === 0 && this.#position.preceding === 'operand' && !frame.inResultType)
    ) {
      frame.heading = frame.heading === 'function' ? '' : frame.heading;
      frame.inType = frame.onlyTypes;
    }
    const inner = newFrame('paren', frame.inType && frame.heading !== 'class', keyword);
    inner.isParameterList = next.startsWith(')');
    this.#position.enter(inner, '(', 'operator');
  }

  #openBrace(frame: Frame): void {
    const kind = this.#braceKind(frame);
    if (
      kind !== 'object' &&
      !(kind === 'type' && frame.heading !== 'interface') &&
      this.#position.preceding === 'operand'
    ) {
      // The body of a declaration or function: its heading and the type of its result are over.
      frame.inType = frame.onlyTypes;
      frame.inResultType = false;
      frame.openAngles = 0;
      frame.heading = '';
      frame.lacksBody = false;
    }
    this.#position.enter(newFrame(kind, kind === 'type'), '{', 'start');
  }

  #braceKind(frame: Frame): FrameKind {
    const { preceding, lastToken } = this.#position;
    if (preceding === 'start' || preceding === 'header') return 'block';
    if (preceding === 'operator') {
      if (frame.inType) return 'type';
      return lastToken === '=>' ? 'block' : 'object';
    }
    if (frame.openAngles > 0) return 'type';
    switch (frame.heading) {
      case 'class':
      case 'enum':
      case 'switch':
        return frame.heading;
      case 'interface':
        return 'type';
      default:
        return frame.isImportOrExport && lastToken === 'type' ? 'object' : 'block';
    }
  }

  #close(text: ClosingBracket): void {
    const closed = this.#position.leave(text);
    if (!closed) return this.#position.pass(text, text === '}' ? 'start' : 'operand');
    this.#resumesTemplate = closed.kind === 'template';
    if (text === '}') return this.#position.pass(text, this.#afterBrace(closed.kind));
    this.#closedParameters = closed.isParameterList;
    switch (closed.keyword) {
      case '':
      case 'catch':
        return this.#position.pass(text, 'operand');
      case 'switch':
        this.#position.frame.heading = 'switch';
        return this.#position.pass(text, 'operand');
      case 'tail':
        this.#position.endStatement();
        return this.#position.pass(text, 'start');
      default:
        return this.#position.pass(text, 'header');
    }
  }

  /** What a closing brace makes of the place behind it; `kind` is that of the bracket it closes. */
  #afterBrace(kind: FrameKind): Preceding {
    const { frame } = this.#position;
    if (kind === 'template' || kind === 'object') return 'operand';
    if (kind === 'type')
      return frame.kind === 'block' && !frame.inType && frame.heading === '' ? 'start' : 'operand';
    if (
      frame.kind === 'object' ||
      frame.kind === 'paren' ||
      frame.kind === 'bracket' ||
      frame.kind === 'template'
    ) {
      return 'operand';
    }
    // The brace of a method ends a member. That of a function in a field's value may be followed by the next
    // member, too.
    if (frame.kind === 'class') this.#position.endStatement();
    return 'start';
  }

  #comma(frame: Frame): void {
    if (frame.openAngles > 0) return this.#position.pass(',', 'operator');
    if (frame.heading === '') frame.inType = frame.onlyTypes;
    frame.inResultType = false;
    if (!hasMembers(frame.kind) || frame.kind === 'class') return this.#position.pass(',', 'operator');
    this.#position.endStatement();
    this.#position.pass(',', 'start');
  }

  #question(frame: Frame, next: string): void {
    // Not a conditional operator: `x?: T`, `f(x?)`, `[T?]`, and the key in `m?(): T`.
    if (/^[:,)=\];]/.test(next) || isKey(frame)) return this.#position.pass('?', this.#position.preceding);
    frame.openConditionals++;
    this.#position.pass('?', 'operator');
  }

  #colon(frame: Frame): void {
    if (frame.openConditionals > 0) {
      frame.openConditionals--;
      return this.#position.pass(':', 'operator');
    }
    if (frame.inCase) {
      this.#position.endStatement();
      if (frame.kind === 'switch') frame.kind = 'block';
      return this.#position.pass(':', 'start');
    }
    if (frame.isLabel) {
      this.#position.endStatement();
      return this.#position.pass(':', 'start');
    }
    const ofResult = this.#position.lastToken === ')';
    if (frame.kind === 'object' && !frame.inValue && !ofResult) {
      frame.inValue = true;
      return this.#position.pass(':', 'operator');
    }
    if (frame.kind === 'type') frame.inValue = true;
    frame.isParameterList = true;
    frame.inType = true;
    frame.inResultType = ofResult && frame.kind !== 'type';
    frame.openAngles = 0;
    frame.endsWithAngles = false;
    this.#position.pass(':', 'operator');
  }

  #openAngle(frame: Frame): void {
    const canBeKey = hasMembers(frame.kind) && !frame.inValue;
    if (!frame.inType && (canBeKey || this.#position.preceding !== 'operand')) {
      frame.inType = true;
      frame.openAngles = 0;
      frame.endsWithAngles = true;
    }
    if (frame.inType) frame.openAngles++;
    this.#position.pass('<', 'operator');
  }

  #closeAngle(frame: Frame): void {
    if (frame.inType && frame.openAngles > 0) frame.openAngles--;
    if (frame.endsWithAngles && frame.openAngles === 0) {
      frame.endsWithAngles = false;
      frame.inType = frame.onlyTypes;
      // What follows is a function's parameters, or the operand of a type assertion.
      if (!hasMembers(frame.kind) || frame.inValue) return this.#position.pass('>', 'operator');
    }
    this.#position.pass('>', 'operand');
  }
}

/** Whether the key of a member can stand here. */
function isKey(frame: Frame): boolean {
  return hasMembers(frame.kind) && !frame.inValue && (frame.kind === 'type' || !frame.inType);
}

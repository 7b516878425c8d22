/**
 * What each token of TypeScript means for the place behind it (position.ts): whether a statement ended, whether a brace was a
 * block's or an object's or a type's, whether a header waits for its body. It is no parser: it never rejects anything, and
 * only tells apart what the classification of `|` lines needs.
 */
import { frame, type Frame, type FrameKind } from './frame.ts';
import { hasMembers, type Last, type TextPosition } from './position.ts';
import type { Token } from './token.ts';

const CONTROLS = new Set(['if', 'while', 'for', 'with', 'switch', 'catch']);
/** Words that an operand follows. */
const OPERATORS = new Set(
  (
    'typeof in of instanceof new delete await yield return throw extends implements keyof infer readonly const let var ' +
    'import export as satisfies is asserts case'
  ).split(' '),
);
/** A word that can be the name of a declared type or interface, and is none that makes the word before an operand. */
const DECLARED_NAME = /^(?!(?:in|of|instanceof|as|satisfies|is|extends|from)\b)[\p{ID_Start}$_]/u;

/** Follows TypeScript, token by token. */
export class Syntax {
  readonly #place: TextPosition;
  /** The last closing parenthesis closed parameters. */
  #closedParameters = false;
  /** The last closing brace was that of a template's `${`. */
  #resumesTemplate = false;

  constructor(place: TextPosition) {
    this.#place = place;
  }

  /** Takes the next token; `next` is the text behind it, from the next sign on. Whether a template's text goes on there. */
  take(token: Token, next: string): boolean {
    this.#resumesTemplate = false;
    if (token.kind === 'word') this.#word(token.text, next);
    else if (token.kind === 'punctuator') this.#punctuator(token.text, next);
    else this.#place.note(token.text, 'operand');
    return this.#resumesTemplate;
  }

  /** Takes a template's `${`. */
  openSubstitution(): void {
    this.#place.frames.push(frame('template'));
    this.#place.note('${', 'operator');
  }

  #word(word: string, next: string): void {
    const top = this.#place.frame;
    if (this.#place.lastToken === '.' || this.#place.lastToken === '?.')
      return this.#place.note(word, 'operand');
    if (hasMembers(top.kind) && !top.value && (top.kind === 'type' || !top.type)) {
      return this.#place.note(word, 'operand');
    }
    if (this.#place.last === 'start' || this.#place.last === 'header') {
      const isTail = word === 'while' && top.dos > 0 && this.#place.last === 'start';
      if (this.#place.last === 'start') this.#place.endStatement();
      if (isTail) {
        top.dos--;
        top.pendingControl = 'tail';
        return this.#place.note(word, 'operator');
      }
      if (next.startsWith(':') && word !== 'default' && top.kind === 'block') {
        top.label = true;
        return this.#place.note(word, 'operand');
      }
    } else if (word === 'while' && top.dos > 0 && top.kind === 'block') {
      // `do x(); while (y)` without the semicolon, on one line.
      top.dos--;
      top.pendingControl = 'tail';
      return this.#place.note(word, 'operator');
    }
    this.#keyword(word, next, top);
  }

  #keyword(word: string, next: string, top: Frame): void {
    if (CONTROLS.has(word) && top.kind !== 'paren') {
      if (word === 'with' && top.module) return this.#place.note(word, 'operator');
      if (word !== 'catch' || next.startsWith('(')) top.pendingControl = word;
      return this.#place.note(word, word === 'catch' ? 'operand' : 'operator');
    }
    switch (word) {
      case 'else':
        return this.#place.note(word, 'header');
      case 'do':
        top.dos++;
        return this.#place.note(word, 'header');
      case 'try':
      case 'finally':
        return this.#place.note(word, 'header');
      case 'case':
        top.inCase = true;
        return this.#place.note(word, 'operator');
      case 'default':
        if (this.#place.lastToken !== 'export') top.inCase = true;
        return this.#place.note(word, 'operator');
      case 'function':
        top.heading = 'function';
        top.type = true;
        top.angles = 0;
        return this.#place.note(word, 'operand');
      case 'class':
        top.heading = 'class';
        top.type = true;
        top.angles = 0;
        return this.#place.note(word, 'operand');
      case 'enum':
        top.heading = 'enum';
        return this.#place.note(word, 'operand');
      case 'interface':
      case 'type':
        if (!DECLARED_NAME.test(next)) return this.#place.note(word, 'operand');
        top.heading = word === 'type' ? 'alias' : 'interface';
        top.type = true;
        top.angles = 0;
        return this.#place.note(word, 'operand');
      case 'import':
      case 'export':
        top.module = true;
        return this.#place.note(word, 'operator');
      case 'const':
        return this.#place.note(
          word,
          this.#place.lastToken === 'as' || this.#place.lastToken === '<' ? 'operand' : 'operator',
        );
      case 'void':
        return this.#place.note(word, top.type ? 'operand' : 'operator');
      default:
        return this.#place.note(word, OPERATORS.has(word) ? 'operator' : 'operand');
    }
  }

  #punctuator(text: string, next: string): void {
    const top = this.#place.frame;
    switch (text) {
      case '(':
        return this.#openParenthesis(top, next);
      case '[':
        this.#place.frames.push(frame('bracket', top.type && top.heading !== 'class'));
        return this.#place.note(text, 'operator');
      case '{':
        return this.#openBrace(top);
      case ')':
      case ']':
      case '}':
        return this.#close(text);
      case ';':
        if (top.kind === 'paren') return this.#place.note(text, 'operator');
        this.#place.endStatement();
        return this.#place.note(text, 'start');
      case ',':
        return this.#comma(top);
      case '=':
        if (top.angles === 0 && top.heading !== 'alias') top.type = false;
        top.value = true;
        return this.#place.note(text, 'operator');
      case '=>':
        // `(): A => {`: the end of the result's type, unless the arrow is part of it: `(): () => void => {`.
        if (top.result && top.angles === 0 && !(this.#place.lastToken === ')' && this.#closedParameters)) {
          top.type = top.base;
          top.result = false;
        }
        return this.#place.note(text, 'operator');
      case '?':
        return this.#question(top, next);
      case ':':
        return this.#colon(top);
      case '<':
        return this.#openAngle(top);
      case '>':
        return this.#closeAngle(top);
      case '++':
      case '--':
        return this.#place.note(text, this.#place.last);
      case '!':
        return this.#place.note(text, this.#place.last === 'operand' ? 'operand' : 'operator');
      case '...':
        top.parameters = true;
        top.value = true;
        return this.#place.note(text, 'operator');
      case '*':
        // A generator method's.
        return this.#place.note(text, hasMembers(top.kind) && !top.value ? 'operand' : 'operator');
      default:
        return this.#place.note(text, 'operator');
    }
  }

  #openParenthesis(top: Frame, next: string): void {
    const control = top.pendingControl;
    top.pendingControl = '';
    const isKey = hasMembers(top.kind) && top.kind !== 'type' && !top.value;
    if (
      top.heading === 'function' ||
      (isKey && top.angles === 0 && this.#place.last === 'operand' && !top.result)
    ) {
      top.heading = top.heading === 'function' ? '' : top.heading;
      top.type = top.base;
    }
    const inner = frame('paren', top.type && top.heading !== 'class', control);
    inner.parameters = next.startsWith(')');
    this.#place.frames.push(inner);
    this.#place.note('(', 'operator');
  }

  #openBrace(top: Frame): void {
    const { kind, base } = this.#braceFrame(top);
    if (
      kind !== 'object' &&
      !(kind === 'type' && top.heading !== 'interface') &&
      this.#place.last === 'operand'
    ) {
      // The body of a declaration or function: its heading and the type of its result are over.
      top.type = top.base;
      top.result = false;
      top.angles = 0;
      top.heading = '';
    }
    this.#place.frames.push(frame(kind, base));
    this.#place.note('{', 'start');
  }

  #braceFrame(top: Frame): { kind: FrameKind; base: boolean } {
    const block = { kind: 'block', base: false } as const;
    const type = { kind: 'type', base: true } as const;
    if (this.#place.last === 'start' || this.#place.last === 'header') return block;
    if (this.#place.last === 'operator') {
      if (top.type) return type;
      return this.#place.lastToken === '=>' ? block : { kind: 'object', base: false };
    }
    if (top.angles > 0) return type;
    switch (top.heading) {
      case 'class':
        return { kind: 'class', base: false };
      case 'interface':
        return type;
      case 'enum':
        return { kind: 'enum', base: false };
      case 'switch':
        return { kind: 'switch', base: false };
      default:
        return top.module && this.#place.lastToken === 'type' ? { kind: 'object', base: false } : block;
    }
  }

  #close(text: string): void {
    const closes = (kind: FrameKind): boolean => {
      if (text === ')') return kind === 'paren';
      if (text === ']') return kind === 'bracket';
      return kind !== 'paren' && kind !== 'bracket';
    };
    let index = this.#place.frames.length - 1;
    while (index > 0 && !closes(this.#place.frames[index]?.kind ?? 'block')) index--;
    const closed = this.#place.frames[index];
    if (index === 0 || !closed) return this.#place.note(text, text === '}' ? 'start' : 'operand');
    this.#place.frames.length = index;
    this.#resumesTemplate = closed.kind === 'template';
    if (text === '}') return this.#place.note(text, this.#afterBrace(closed.kind));
    this.#closedParameters = closed.parameters;
    switch (closed.control) {
      case '':
      case 'catch':
        return this.#place.note(text, 'operand');
      case 'switch':
        this.#place.frame.heading = 'switch';
        return this.#place.note(text, 'operand');
      case 'tail':
        this.#place.endStatement();
        return this.#place.note(text, 'start');
      default:
        return this.#place.note(text, 'header');
    }
  }

  #afterBrace(kind: FrameKind): Last {
    const top = this.#place.frame;
    if (kind === 'template' || kind === 'object') return 'operand';
    if (kind === 'type') return top.kind === 'block' && !top.type && top.heading === '' ? 'start' : 'operand';
    if (top.kind === 'object' || top.kind === 'paren' || top.kind === 'bracket' || top.kind === 'template') {
      return 'operand';
    }
    // Behind a method; behind a function in a field's value the next member may follow as well.
    if (top.kind === 'class') this.#place.endStatement();
    return 'start';
  }

  #comma(top: Frame): void {
    if (top.angles > 0) return this.#place.note(',', 'operator');
    if (top.heading === '') top.type = top.base;
    top.result = false;
    if (!hasMembers(top.kind) || top.kind === 'class') return this.#place.note(',', 'operator');
    this.#place.endStatement();
    this.#place.note(',', 'start');
  }

  #question(top: Frame, next: string): void {
    // `x?: T`, `f(x?)`, `[T?]`; `m?(): T` in front of a member's colon.
    const isKey = hasMembers(top.kind) && !top.value && (top.kind === 'type' || !top.type);
    if (/^[:,)=\];]/.test(next) || isKey) return this.#place.note('?', this.#place.last);
    top.ternaries++;
    this.#place.note('?', 'operator');
  }

  #colon(top: Frame): void {
    if (top.ternaries > 0) {
      top.ternaries--;
      return this.#place.note(':', 'operator');
    }
    if (top.inCase) {
      this.#place.endStatement();
      if (top.kind === 'switch') top.kind = 'block';
      return this.#place.note(':', 'start');
    }
    if (top.label) {
      this.#place.endStatement();
      return this.#place.note(':', 'start');
    }
    const ofResult = this.#place.lastToken === ')';
    if (top.kind === 'object' && !top.value && !ofResult) {
      top.value = true;
      return this.#place.note(':', 'operator');
    }
    if (top.kind === 'type') top.value = true;
    top.parameters = true;
    top.type = true;
    top.result = ofResult && top.kind !== 'type';
    top.angles = 0;
    top.listOnly = false;
    this.#place.note(':', 'operator');
  }

  #openAngle(top: Frame): void {
    const isKey = hasMembers(top.kind) && !top.value;
    if (!top.type && (isKey || this.#place.last !== 'operand')) {
      top.type = true;
      top.angles = 0;
      top.listOnly = true;
    }
    if (top.type) top.angles++;
    this.#place.note('<', 'operator');
  }

  #closeAngle(top: Frame): void {
    if (top.type && top.angles > 0) top.angles--;
    if (top.listOnly && top.angles === 0) {
      top.listOnly = false;
      top.type = top.base;
      // What follows is a function's parameters, or the operand of a type assertion.
      if (!hasMembers(top.kind) || top.value) return this.#place.note('>', 'operator');
    }
    this.#place.note('>', 'operand');
  }
}

/**
 * Takes the lines of a TypeScript file and returns of each whether it is host text, assembly (`|`) or raw
 * host text (`||`). A line of TypeScript, too, may start with a bar: of a union, or of an "or". What stands
 * before the line decides; where that leaves both readings open, the text of the line does; where that does
 * not decide either, the line is an error.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { LineClassifier, LineKind } from '../../outputlanguage.ts';
import type { FrameKind } from './frame.ts';
import { HostText } from './hosttext.ts';
import type { Expected } from './position.ts';

/** A label, `1:`. TypeScript has such a text only in a conditional, `a ? b⏎ | 1: c`. */
const LABEL = /^[1-9]\s*:\s*(?:;|\/\/|$)/;
const NAME = /^[A-Za-z_][\w.]*/;
/** Start of an operand. Behind a name, an expression cannot go on like that. */
const OPERAND = /^(?:[\p{ID_Start}$\d"'#{@\\]|->|=>)/u;
const WORD_OPERATOR = /^(?:in|of|instanceof|as|satisfies|is|extends)\b/;
/** A word that starts a statement and never an expression, or the end of a block. */
const STATEMENT_WORD =
  /^(?:(?:if|else|for|while|do|switch|case|default|try|catch|finally|return|throw|break|continue|const|let|var)\b(?!\s*[.(]\s*$)|\})/;

/** A comment, or a directive that adds nothing to the code. */
const NO_CODE = /^\s*(?:\/\/|\.(?:if|elif|else|endif|define|macro|endmacro)\b|$)/;
const MACRO = /^\s*\.macro\b/;
const END_MACRO = /(?:^|;)\s*\.endmacro\b/;

/** Brackets with members, as messages name them. */
const MEMBER_PLACES: Readonly<Partial<Record<FrameKind, string>>> = {
  class: 'a class body',
  enum: 'an enum',
  type: 'a type',
};

const HOST: LineKind = { kind: 'host' };

type Reading = 'host' | 'assembly' | 'either';

export class TypeScriptClassifier implements LineClassifier {
  readonly #host = new HostText();
  readonly #isStatement: (name: string) => boolean;
  /** In the definition of a macro, whose lines come out elsewhere. */
  #inMacro = false;
  /**
   * Indentation of the body without braces that the line before belongs to; undefined outside of such a body.
   */
  #body: string | undefined;

  constructor(isStatement: (name: string) => boolean) {
    this.#isStatement = isStatement;
  }

  /** @throws {StatementError} the line reads both ways, or is assembly where a statement cannot stand */
  classify(line: string): LineKind {
    const bar = line.indexOf('|');
    const indent = bar > 0 ? line.slice(0, bar) : '';
    if (bar >= 0 && indent.trim() === '') {
      const { expected } = this.#host;
      const isRaw = line.startsWith('||', bar);
      const text = line.slice(bar + (isRaw ? 2 : 1));
      const kind = this.#kind(isRaw, text, expected);
      if (kind === 'assembly') return this.#assembly(indent, text, expected);
      if (kind === 'raw') {
        this.#body = undefined;
        return { kind, indent, text, body: false };
      }
    }
    this.#body = undefined;
    this.#host.passLine(line);
    return HOST;
  }

  raw(text: string): void {
    this.#host.passLine(text);
  }

  startBody(): boolean {
    if (this.#host.expected !== 'header') return false;
    this.#host.passAssembly();
    return true;
  }

  get nested(): boolean {
    return this.#host.depth > 0;
  }

  /** What a line with a bar is. */
  #kind(isRaw: boolean, text: string, expected: Expected): LineKind['kind'] {
    const assembly = isRaw ? 'raw' : 'assembly';
    switch (expected) {
      case 'literal':
      case 'bracket':
      case 'operator':
        return 'host';
      case 'statement':
      case 'header':
        return assembly;
      case 'switch':
        if (isRaw) return 'raw';
        throw new StatementError('assembly before the first `case` of a `switch`', {
          code: 'assembly-place',
        });
      case 'member':
        return this.#member(isRaw, text);
      default:
        return this.#open(isRaw, text);
    }
  }

  /** Where a member of an object, class, type or enum can start. */
  #member(isRaw: boolean, text: string): LineKind['kind'] {
    if (this.#host.lastToken === ',') return 'host';
    if (isRaw) return 'raw';
    if (this.#reading(text) === 'host') return 'host';
    const name = MEMBER_PLACES[this.#host.frameKind] ?? 'an object literal';
    throw new StatementError(`assembly in ${name}: it is a statement, and none can stand here`, {
      code: 'assembly-place',
    });
  }

  /** In a statement that is complete, but that nothing has ended. */
  #open(isRaw: boolean, text: string): LineKind['kind'] {
    const { frameKind } = this.#host;
    if (frameKind !== 'block' && frameKind !== 'switch') return 'host';
    if (isRaw) return STATEMENT_WORD.test(text.trim()) ? 'raw' : 'host';
    const reading = this.#reading(text);
    if (reading !== 'either') return reading;
    throw new StatementError('assembly, or the rest of the statement above?', {
      code: 'ambiguous-line',
      notes: ['end the line above with `;` if this is assembly'],
    });
  }

  /** What the text of a line can be where an expression could also go on. */
  #reading(text: string): Reading {
    const statement = text.trim();
    if (/^\.[A-Za-z_]/.test(statement) || /^[-=]>/.test(statement)) return 'assembly';
    if (LABEL.test(statement) && !this.#host.inConditional) return 'assembly';
    const name = NAME.exec(statement)?.[0];
    if (name === undefined || !this.#isStatement(name)) return 'host';
    const rest = statement.slice(name.length).trimStart();
    return OPERAND.test(rest) && !WORD_OPERATOR.test(rest) ? 'assembly' : 'either';
  }
  /** A line of assembly: goes behind it. */
  #assembly(indent: string, text: string, expected: Expected): LineKind {
    const body = !this.#inMacro && expected === 'header';
    if (body) this.#body = indent;
    this.#checkIndentation(indent, text);
    this.#host.passAssembly();
    if (text.includes('.macro') && MACRO.test(text)) this.#inMacro = true;
    if (this.#inMacro && END_MACRO.test(text)) this.#inMacro = false;
    return { kind: 'assembly', indent, text, body };
  }

  /**
   * Fails for a line that is indented less than the body it would belong to: its author meant it to stand
   * outside.
   */
  #checkIndentation(indent: string, text: string): void {
    const body = this.#body;
    if (body === undefined || body === indent || !body.startsWith(indent) || NO_CODE.test(text)) return;
    throw new StatementError('this line would belong to the body above, but is indented less', {
      code: 'assembly-body',
      notes: ['put braces around the body: without them it is all assembly lines up to the next host line'],
    });
  }
}

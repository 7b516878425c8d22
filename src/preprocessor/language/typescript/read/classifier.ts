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

const HOST: LineKind = { kind: 'host', isBlank: false };
const BLANK: LineKind = { kind: 'host', isBlank: true };
/** Where a line goes on with what stands above it. */
const CONTINUED: ReadonlySet<Expected> = new Set<Expected>(['literal', 'bracket', 'operator']);

/** A body without braces. */
interface Body {
  /** Indentation of its first line. */
  readonly indent: string;
  /** Indentation of the statement whose header it belongs to. */
  readonly header: string;
  /** A blank line or comment stands behind its last line. */
  hasGap: boolean;
}

type Reading = 'host' | 'assembly' | 'either';

export class TypeScriptClassifier implements LineClassifier {
  readonly #host: HostText;
  readonly #isStatement: (name: string) => boolean;
  /** In the definition of a macro, whose lines come out elsewhere. */
  #inMacro = false;
  /**
   * The body that the line before, or the lines before blank ones, belong to; undefined outside of a body.
   */
  #body: Body | undefined;
  /** Indentation of the last host line that started a statement. */
  #statementIndent = '';

  /** `names`: if given, the identifiers of host lines are added to it. */
  constructor(isStatement: (name: string) => boolean, names?: Set<string>) {
    this.#host = new HostText(names);
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
        const endsBody = this.#body !== undefined;
        this.#body = undefined;
        return { kind, indent, text, body: false, endsBody };
      }
    }
    const isContinued = CONTINUED.has(this.#host.expected);
    if (!this.#host.passLine(line)) {
      if (this.#body) this.#body.hasGap = true;
      return BLANK;
    }
    this.#body = undefined;
    if (!isContinued) this.#statementIndent = /^\s*/.exec(line)?.[0] ?? '';
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
    if (reading !== 'host' && this.#host.lacksBody && (reading === 'assembly' || !this.#host.inType)) {
      throw new StatementError('assembly behind the head of a function that has no body', {
        code: 'assembly-place',
        notes: ['put braces around the body of the function'],
      });
    }
    if (reading !== 'either') return reading;
    throw new StatementError('assembly, or the rest of the statement above?', {
      code: 'ambiguous-line',
      notes: this.#host.inType
        ? [
            'if the type goes on here, write the bar at the end of the line above; if this is assembly, end the type with `;`',
          ]
        : ['end the line above with `;` if this is assembly, or with the bar if the expression goes on'],
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
    if (body) this.#body = { indent, header: this.#statementIndent, hasGap: false };
    const endsBody = this.#endsBody(indent, text);
    if (endsBody) this.#body = undefined;
    this.#host.passAssembly();
    if (text.includes('.macro') && MACRO.test(text)) this.#inMacro = true;
    if (this.#inMacro && END_MACRO.test(text)) this.#inMacro = false;
    return { kind: 'assembly', indent, text, body, endsBody };
  }

  /**
   * Whether a line stands behind the body above: the lines of a body follow one another, and go on behind
   * blank lines and comments as long as they are indented as deep as the first one. Fails for a line that
   * seems to belong to the body, and seems not to.
   */
  #endsBody(indent: string, text: string): boolean {
    const body = this.#body;
    if (body === undefined || NO_CODE.test(text)) return false;
    const { hasGap } = body;
    if (hasGap ? indent.startsWith(body.indent) : indent === body.indent || !body.indent.startsWith(indent)) {
      body.hasGap = false;
      return false;
    }
    if (hasGap && body.header.startsWith(indent)) return true;
    throw new StatementError('this line would belong to the body above, but is indented less', {
      code: 'assembly-body',
      notes: ['put braces around the body: without them it is all assembly lines up to the next host line'],
    });
  }
}

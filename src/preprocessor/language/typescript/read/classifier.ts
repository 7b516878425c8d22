/**
 * Says of each line of a TypeScript file whether it is host text, assembly (`|`) or raw host text (`||`). A leading bar is
 * also the union and the "or" operator of TypeScript: what stands before the line decides, and where that leaves both
 * readings open, the text of the line, or else an error.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { LineClassifier, LineKind } from '../../outputlanguage.ts';
import { HostText } from './hosttext.ts';
import type { Position } from './position.ts';

/** A statement's label; as an expression it would be nothing (but in `a ? b⏎ | 1: c`). */
const LABEL = /^[1-9]\s*:\s*(?:;|\/\/|$)/;
const NAME = /^[A-Za-z_][\w.]*/;
/** What a second operand in a row starts with: no expression goes on like that. */
const OPERAND = /^(?:[\p{ID_Start}$\d"'#{@\\]|->|=>)/u;
const WORD_OPERATOR = /^(?:in|of|instanceof|as|satisfies|is|extends)\b/;
/** Words that start a statement and no expression, and a block's end. */
const STATEMENT_WORD =
  /^(?:(?:if|else|for|while|do|switch|case|default|try|catch|finally|return|throw|break|continue|const|let|var)\b(?!\s*[.(]\s*$)|\})/;

/** Directives that add nothing to the code. */
const NO_CODE = /^\s*(?:\/\/|\.(?:if|elif|else|endif|define|macro|endmacro)\b|$)/;
const MACRO = /^\s*\.macro\b/;
const END_MACRO = /(?:^|;)\s*\.endmacro\b/;

const HOST: LineKind = { kind: 'host' };

/** How a line's text reads where an expression could also go on. */
type Reading = 'host' | 'assembly' | 'either';

export class TypeScriptLines implements LineClassifier {
  readonly #host = new HostText();
  readonly #isStatement: (name: string) => boolean;
  /** In a macro's definition: its raw lines come out elsewhere. */
  #inMacro = false;
  /** Indentation of the body without braces that the line before belongs to. */
  #body: string | undefined;

  constructor(isStatement: (name: string) => boolean) {
    this.#isStatement = isStatement;
  }

  /** Throws `StatementError` for a line that reads both ways, or that is assembly where no statement can stand. */
  classify(line: string): LineKind {
    const bar = line.indexOf('|');
    const indent = bar > 0 ? line.slice(0, bar) : '';
    if (bar >= 0 && indent.trim() === '') {
      const { position } = this.#host;
      const isRaw = line.startsWith('||', bar);
      const text = line.slice(bar + (isRaw ? 2 : 1));
      const kind = this.#kind(isRaw, text, position);
      if (kind === 'assembly') return this.#assembly(indent, text, position);
      if (kind === 'raw') {
        this.#body = undefined;
        return { kind, indent, text, body: false };
      }
    }
    this.#body = undefined;
    this.#host.feed(line);
    return HOST;
  }

  #assembly(indent: string, text: string, position: Position): LineKind {
    const body = !this.#inMacro && position === 'header';
    if (body) this.#body = indent;
    this.#checkIndentation(indent, text);
    this.#host.assembly();
    if (text.includes('.macro') && MACRO.test(text)) this.#inMacro = true;
    if (this.#inMacro && END_MACRO.test(text)) this.#inMacro = false;
    return { kind: 'assembly', indent, text, body };
  }

  raw(text: string): void {
    this.#host.feed(text);
  }

  startBody(): boolean {
    if (this.#host.position !== 'header') return false;
    this.#host.assembly();
    return true;
  }

  get nested(): boolean {
    return this.#host.depth > 0;
  }

  /** All assembly lines in a row are one body: one that is indented less was meant to stand outside. */
  #checkIndentation(indent: string, text: string): void {
    const body = this.#body;
    if (body === undefined || body === indent || !body.startsWith(indent) || NO_CODE.test(text)) return;
    throw new StatementError('this line would belong to the body above, but is indented less', {
      code: 'assembly-body',
      notes: ['put braces around the body: without them it is all assembly lines up to the next host line'],
    });
  }

  #kind(raw: boolean, text: string, position: Position): LineKind['kind'] {
    const assembly = raw ? 'raw' : 'assembly';
    switch (position) {
      case 'literal':
      case 'bracket':
      case 'operator':
        return 'host';
      case 'statement':
      case 'header':
        return assembly;
      case 'switch':
        if (raw) return 'raw';
        throw new StatementError('assembly before the first `case` of a `switch`', {
          code: 'assembly-place',
        });
      case 'member':
        return this.#member(raw, text);
      default:
        return this.#open(raw, text);
    }
  }

  /** Where a member of an object, class, type or enum can start. */
  #member(raw: boolean, text: string): LineKind['kind'] {
    if (this.#host.lastToken === ',') return 'host';
    if (raw) return 'raw';
    if (this.#reading(text) === 'host') return 'host';
    const place = { class: 'a class body', enum: 'an enum', type: 'a type' }[this.#host.frameKind as string];
    throw new StatementError(
      `assembly in ${place ?? 'an object literal'}: it is a statement, and none can stand here`,
      {
        code: 'assembly-place',
      },
    );
  }

  /** In a statement that nothing has ended yet. */
  #open(raw: boolean, text: string): LineKind['kind'] {
    const { frameKind } = this.#host;
    if (frameKind !== 'block' && frameKind !== 'switch') return 'host';
    if (raw) return STATEMENT_WORD.test(text.trim()) ? 'raw' : 'host';
    const reading = this.#reading(text);
    if (reading !== 'either') return reading;
    throw new StatementError('assembly, or the rest of the statement above?', {
      code: 'ambiguous-line',
      notes: ['end the line above with `;` if this is assembly'],
    });
  }

  #reading(text: string): Reading {
    const statement = text.trim();
    if (/^\.[A-Za-z_]/.test(statement) || /^[-=]>/.test(statement)) return 'assembly';
    if (LABEL.test(statement) && !this.#host.inConditional) return 'assembly';
    const name = NAME.exec(statement)?.[0];
    if (name === undefined || !this.#isStatement(name)) return 'host';
    const rest = statement.slice(name.length).trimStart();
    return OPERAND.test(rest) && !WORD_OPERATOR.test(rest) ? 'assembly' : 'either';
  }
}

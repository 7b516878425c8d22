/**
 * The lines of a generated module that are those of the source. Takes the printed pieces in their order: a
 * host line stays on its line, and all else goes on the lines of assembly and directives that it comes from.
 * What an included file or a capture brings stands on the line that brings it.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { Place } from '../../../item.ts';
import { lexicalSpans } from '../read/literal.ts';
import { lineText, type MappedLine, type Piece } from './mappedline.ts';
import { commentText, type HostItem, type ModuleLines, withPiece } from './modulelines.ts';

/** Host text that ends at its line break, whatever comes next. */
const ENDS_STATEMENT = /(?:^|[^.\p{ID_Continue}$])(?:return|break|continue|yield)$/u;

/** What stands on a line. */
interface KeptLine {
  /** Undefined if there is only a comment, or nothing. */
  code: MappedLine | undefined;
  comment: string;
}

export class KeptLines implements ModuleLines {
  readonly #lines: KeptLine[];
  /** The line of the last code: what comes next cannot stand in front of it. */
  #last = 1;
  /** The host text that stands on lines of ours is inside a comment. */
  #inComment = false;

  /** `count`: how many lines the source has. */
  constructor(count: number) {
    this.#lines = Array.from({ length: count }, () => ({ code: undefined, comment: '' }));
  }

  addCode(line: MappedLine, place: Place): number {
    const number = this.#lineOf(place);
    const kept = this.#at(number);
    kept.code = kept.code === undefined ? line : joined(kept.code, line);
    this.#last = number;
    return number;
  }

  close(code: number, text: string, place: Place | undefined): void {
    const kept = this.#at(code);
    kept.code = withPiece(kept.code ?? '', text, place);
  }

  addHost(line: MappedLine, host: HostItem): void {
    if (!isOwn(host)) {
      if (lineText(line).trim() !== '') this.addCode(line, host.place);
    }
    // Code may still come for the lines above.
    else if (host.isBlank) this.#at(host.place.line).code = line;
    else if (this.addCode(line, host.place) !== host.place.line) throw new Error('a host line has moved');
  }

  /** @throws {StatementError} a literal goes over lines that have to become one */
  hostText(host: HostItem): string {
    const { text, place } = host;
    if (isOwn(host)) return text;
    let code = text.replace(/\r$/, '');
    if (this.#inComment) {
      const end = code.indexOf('*/');
      if (end < 0) return '';
      this.#inComment = false;
      code = ' '.repeat(end + 2) + code.slice(end + 2);
    }
    const spans = lexicalSpans(code);
    const last = spans.at(-1);
    if (last?.kind === 'open-comment') this.#inComment = true;
    if (this.#inComment || (last?.kind === 'comment' && code.startsWith('//', last.start))) {
      code = code.slice(0, last?.start);
    } else if (
      code.endsWith('\\') ||
      spans.some(({ kind, start, end }) => kind === 'code' && code.slice(start, end).includes('`'))
    ) {
      throw new StatementError('a literal that goes over lines cannot be written into one line', {
        code: 'keep-lines',
        place,
        notes: ['what a macro, an included file or a capture brings stands on one line with --keep-lines'],
      });
    }
    code = code.trimEnd();
    return ENDS_STATEMENT.test(code) ? `${code};` : code;
  }

  addComment(form: 'line' | 'block', indent: string, text: string, place: Place | undefined): void {
    // Of what stands elsewhere there is nothing to see here.
    if (place === undefined || place.mainLine !== undefined) return;
    const kept = this.#at(place.line);
    kept.comment = indent + commentText(form, text);
  }

  /** What is inserted knows its line. */
  readonly end = 0;

  insert(_: number, line: string, place: Place): void {
    this.addCode(line, place);
  }

  get lines(): readonly MappedLine[] {
    return this.#lines.map(({ code, comment }) => {
      if (code === undefined) return comment;
      return comment === '' ? code : withPiece(code, ` ${comment.trimStart()}`, undefined);
    });
  }

  #lineOf({ line, mainLine = line }: Place): number {
    return Math.max(mainLine, this.#last);
  }

  #at(number: number): KeptLine {
    const kept = this.#lines[number - 1];
    if (kept === undefined) throw new RangeError(`the source has no line ${number}`);
    return kept;
  }
}

/** Whether a host line has a line of the main file for itself. */
function isOwn({ raw, place }: HostItem): boolean {
  return !raw && place.mainLine === undefined;
}

/** `line` with `next` behind it, of which the indentation is left out. */
function joined(line: MappedLine, next: MappedLine): MappedLine {
  if (typeof line === 'string' && typeof next === 'string') return `${line} ${next.trimStart()}`;
  const [first, ...rest] = pieces(next);
  const start = first && first.place === undefined ? { text: first.text.trimStart() } : first;
  return [...pieces(line), { text: ' ' }, ...(start ? [start] : []), ...rest];
}

function pieces(line: MappedLine): readonly Piece[] {
  return typeof line === 'string' ? [{ text: line }] : line;
}

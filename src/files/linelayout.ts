/**
 * Moves the tokens of JavaScript that oxc-transform has made to the lines on which they stood in TypeScript.
 * Takes the code with its source map; returns the same tokens in other lines, with the map of these.
 */
import {
  decodedMappings,
  TraceMap,
  type DecodedSourceMap,
  type SourceMapSegment,
} from '@jridgewell/trace-mapping';
import { HostText } from '../preprocessor/language/typescript/read/hosttext.ts';

/** Behind these words a line break ends the statement, or changes what they are. */
const RESTRICTED =
  /(?:^|[^.\w$])(?:return|throw|break|continue|yield|async|using|accessor|static|get|set)\s*$/;
/** In front of these signs, too. */
const RESTRICTED_SIGN = /^(?:\+\+|--|=>)/;

/** `map`: the map of `code`, as JSON. */
export function layOutLines(
  code: string,
  map: string,
): { readonly code: string; readonly map: DecodedSourceMap } {
  const layout = new LineLayout();
  const trace = new TraceMap(map);
  const decoded = decodedMappings(trace);
  for (const [index, line] of code.replace(/\n$/, '').split('\n').entries()) {
    layout.add(line, decoded[index] ?? []);
  }
  const { sources, sourcesContent, names } = trace;
  const { mappings } = layout;
  return {
    code: layout.code,
    map: { version: 3, sources, ...(sourcesContent && { sourcesContent }), names, mappings },
  };
}

class LineLayout {
  readonly mappings: SourceMapSegment[][] = [[]];
  /** The lines that are complete, and the last one. */
  readonly #lines: string[] = [];
  #text = '';
  /** Follows literals and comments. */
  readonly #host = new HostText();
  /** Lines of comments that stand in front of the next code. */
  #comments: string[] = [];

  /** Adds a line of the code, with what the map has for it. */
  add(line: string, segments: readonly SourceMapSegment[]): void {
    const { inLiteral } = this.#host;
    const hasCode = this.#host.passLine(line);
    if (!hasCode && !line.startsWith('#!')) {
      if (line.trim() !== '') this.#comments.push(line);
      return;
    }
    if (inLiteral) this.#endLine();
    else {
      const target = lineOf(segments.find(segment => segment.length > 1)) ?? this.#line;
      this.#addComments(target);
      this.#breakLines(target - this.#line);
      if (this.#text !== '') this.#text += ' ';
    }
    let index = inLiteral ? 0 : line.search(/\S/);
    if (!inLiteral && this.#text === '') this.#text = line.slice(0, index);
    for (const segment of segments) {
      this.#text += line.slice(index, segment[0]);
      index = Math.max(index, segment[0]);
      const distance = (lineOf(segment) ?? 0) - this.#line;
      if (distance > 0 && canBreak(this.#text, line.slice(index))) {
        this.#breakLines(distance);
        this.#text = /^\s*/.exec(line)?.[0] ?? '';
      }
      this.mappings.at(-1)?.push([this.#text.length, ...segment.slice(1)] as SourceMapSegment);
    }
    this.#text += line.slice(index);
  }

  get code(): string {
    return `${[...this.#lines, this.#text].join('\n')}\n`;
  }

  get #line(): number {
    return this.#lines.length;
  }

  #endLine(): void {
    this.#lines.push(this.#text);
    this.#text = '';
    this.mappings.push([]);
  }

  /** Begins `count` lines. */
  #breakLines(count: number): void {
    if (count > 0) this.#text = this.#text.trimEnd();
    for (let n = 0; n < count; n++) this.#endLine();
  }

  /** Adds the comments in front of the line with number `target`, if there is room. */
  #addComments(target: number): void {
    const comments = this.#comments;
    this.#comments = [];
    const start = target - comments.length;
    const hasRoom = this.#text === '' ? start >= this.#line : start > this.#line;
    if (!hasRoom) return;
    this.#breakLines(start - this.#line);
    for (const comment of comments) {
      this.#text = comment;
      this.#endLine();
    }
  }
}

/** The line of the source that a segment leads to, from 0 on. */
function lineOf(segment: SourceMapSegment | undefined): number | undefined {
  return segment === undefined || segment.length === 1 ? undefined : segment[2];
}

/** Whether a line break between these texts, which stands between two tokens, changes nothing. */
function canBreak(before: string, after: string): boolean {
  return !RESTRICTED.test(before) && !RESTRICTED_SIGN.test(after);
}

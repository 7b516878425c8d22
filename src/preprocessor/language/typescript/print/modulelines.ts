/**
 * The lines of a generated module as they come: one for each host line, put, declaration and comment. Takes
 * the printed pieces in their order, returns the lines.
 */
import type { Item, Place } from '../../../item.ts';
import type { MappedLine } from './mappedline.ts';

export type HostItem = Extract<Item, { kind: 'host' }>;

/** Where the printer writes what it has printed. */
export interface ModuleLines {
  /** Adds code that is no host line. Returns a number by which it can be closed. */
  addCode(line: MappedLine, place: Place): number;
  /** Adds `text` at the end of that code, behind which there are comments only. */
  close(code: number, text: string, place: Place | undefined): void;
  /** Adds a host line. */
  addHost(line: MappedLine, host: HostItem): void;
  /** The text of a host line as it can be added. */
  hostText(host: HostItem): string;
  /** Adds the comment of an assembly line; one without a place belongs to no line. */
  addComment(form: 'line' | 'block', indent: string, text: string, place: Place | undefined): void;
  /** A number for the place behind what has been added so far. */
  readonly end: number;
  /** Inserts code there. `place` is that of the statement for which it stands. */
  insert(end: number, line: string, place: Place): void;
  readonly lines: readonly MappedLine[];
}

export class OutputLines implements ModuleLines {
  readonly lines: MappedLine[] = [];

  addCode(line: MappedLine): number {
    return this.lines.push(line) - 1;
  }

  close(code: number, text: string, place: Place | undefined): void {
    this.lines[code] = withPiece(this.lines[code] ?? '', text, place);
  }

  addHost(line: MappedLine): void {
    this.lines.push(line);
  }

  hostText({ text }: HostItem): string {
    return text;
  }

  addComment(form: 'line' | 'block', indent: string, text: string): void {
    this.lines.push(indent + commentText(form, text));
  }

  get end(): number {
    return this.lines.length;
  }

  insert(end: number, line: string): void {
    this.lines.splice(end, 0, line);
  }
}

/** Line breaks of JavaScript that the translator does not know as such: they would end a comment. */
const LINE_BREAK = /[\r\u2028\u2029](?!$)/g;

/** The echo of an assembly line, whose text this is. */
export function commentText(form: 'line' | 'block', text: string): string {
  const safe = text.replace(/\r$/, '').replace(LINE_BREAK, ' ');
  return form === 'line' ? `//|${safe}` : `/*|${safe.replaceAll('*/', '* /')} */`;
}

/** `line` with more text at its end. */
export function withPiece(line: MappedLine, text: string, place: Place | undefined): MappedLine {
  return typeof line === 'string' ? line + text : [...line, { text, place }];
}

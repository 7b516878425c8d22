/**
 * Where code comes from, as listings show it: takes actions of a list; returns file, line, and the text of
 * the line, if the file is still the one that was translated.
 */
import { readFileSync } from 'node:fs';
import { relative, isAbsolute } from 'node:path';
import { sourceDigest } from '../encoder/format/digest.ts';
import type { ActionList } from '../encoder/index.ts';

/** Of a longer line only so many characters are shown. */
const MAX_WIDTH = 100;

export class SourceTexts {
  readonly #list: ActionList;
  /** The lines of the list's files by index; undefined for one that is not there or has changed. */
  readonly #lines = new Map<number, readonly string[] | undefined>();

  constructor(list: ActionList) {
    this.#list = list;
  }

  /** `file:line` and the text of the line; undefined where the list does not know. */
  describe(action: number): string | undefined {
    const list = this.#list;
    const source = list.sourceOf(action);
    if (source === undefined) return undefined;
    const { file, line } = source;
    const added = list.addedAt(action);
    const text = added
      ? added.lineTextOf(action - added.start)
      : this.#linesOf(list.files.indexOf(file))?.[line - 1];
    const place = `${shortPath(file)}:${line}`;
    return text === undefined ? place : `${place}  ${shownLine(text)}`;
  }

  #linesOf(index: number): readonly string[] | undefined {
    if (!this.#lines.has(index)) this.#lines.set(index, this.#read(index)?.split('\n'));
    return this.#lines.get(index);
  }

  /** The text of a file; undefined if it is not there, or not as it was when it was translated. */
  #read(index: number): string | undefined {
    const source = this.#list.sources[index];
    if (typeof source !== 'number') return source;
    try {
      const text = readFileSync(this.#list.files[index] ?? '', 'utf8');
      return sourceDigest(text) === source ? text : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The path from the working directory, for a file below it. */
function shortPath(file: string): string {
  if (!isAbsolute(file)) return file;
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}

/** The assembly of a line, without its bar and what a terminal would take for commands. */
function shownLine(line: string): string {
  const text = line
    .replace(/^\s*\|?/, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{C}/gu, '\ufffd');
  return text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH)}…` : text;
}

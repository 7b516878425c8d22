/**
 * Reads what `tsc --pretty --listFiles` prints: takes the text; returns its messages as data, and the
 * files of the program. This form is nearly the same from TypeScript 5.4 to 7, and the only one that says how
 * much of a line a message is about.
 */

/** Lines and columns count from 1. `file` is as the compiler prints it. */
export interface CompilerPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface CompilerMessage {
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: `TS${number}`;
  /** The message, and further lines that give reasons. */
  readonly lines: readonly string[];
  /** Absent if the message is about no file. */
  readonly place?: CompilerPlace;
  /** How many characters of the line are marked. */
  readonly length?: number;
  /** Other places that the message has to do with. */
  readonly related: readonly { readonly place?: CompilerPlace; readonly text: string }[];
}

interface CompilerOutput {
  readonly messages: readonly CompilerMessage[];
  /** The files of the program by their absolute paths, if they were asked for. */
  readonly files: readonly string[];
}

const ESC = String.fromCharCode(27);
/** A text in a colour; the text is captured. */
const colored = (pattern: string): string => `${ESC}\\[\\d+m(${pattern})${ESC}\\[0m`;
const PLACE = `${colored('.+?')}:${colored('\\d+')}:${colored('\\d+')}`;
const HEADER = new RegExp(
  `^(?:${PLACE} - )?${colored('error|warning|message|suggestion')}${colored(' TS\\d+: ')}(.*)$`,
);
/** TypeScript 7 has the text on the same line, older versions below the lines that it is about. */
const RELATED_PLACE = new RegExp(`^  ${PLACE}(?: - (.*))?$`);
const MARKS = new RegExp(`^${colored(' *')} ${colored(' *(~*) *')}$`);

export function readOutput(output: string): CompilerOutput {
  const messages: CompilerMessage[] = [];
  const files: string[] = [];
  let lines: string[] = [];
  let related: { place?: CompilerPlace; text: string }[] = [];
  /** Further lines of a message are indented; what belongs to its place stands behind an empty line. */
  let inLines = false;
  let relatedPlace: CompilerPlace | undefined;
  for (const line of output.split(/\r?\n/)) {
    const header = HEADER.exec(line);
    if (header) {
      const [, file, row, column, kind, code = '', text = ''] = header;
      lines = [text];
      related = [];
      inLines = true;
      relatedPlace = undefined;
      messages.push({
        severity: kind === 'error' || kind === 'warning' ? kind : 'note',
        code: code.slice(1, -2) as `TS${number}`,
        lines,
        ...(file !== undefined && { place: { file, line: Number(row), column: Number(column) } }),
        related,
      });
      continue;
    }
    const found = RELATED_PLACE.exec(line);
    const marks = MARKS.exec(line)?.[3];
    const message = messages.at(-1);
    if (found) {
      relatedPlace = placeOf(found);
      const text = found[4];
      if (text !== undefined) related.push({ place: relatedPlace, text });
    } else if (line === '') inLines = false;
    else if (inLines && line.startsWith(' ')) lines.push(line);
    else if (marks !== undefined && message && message.length === undefined && relatedPlace === undefined) {
      messages[messages.length - 1] = { ...message, length: marks.length };
    } else if (/^ {4}[^\s]/.test(line) && !line.includes(ESC)) {
      related.push({ ...(relatedPlace && { place: relatedPlace }), text: line.trim() });
    } else if (/^(?:\/|[A-Za-z]:\/)/.test(line)) files.push(line);
  }
  return { messages, files };
}

function placeOf([, file = '', line, column]: RegExpExecArray): CompilerPlace {
  return { file, line: Number(line), column: Number(column) };
}

// An error in the text of one of the small languages here: what is wrong, and where.

/** Its message has line and column, from 1 on, and the line itself with a caret below the place. */
export class SourceError extends Error {
  constructor(source: string, offset: number, what: string) {
    const before = source.slice(0, offset).split('\n');
    const column = before.at(-1)?.length ?? 0;
    const text = source.split('\n')[before.length - 1] ?? '';
    const blanks = text.slice(0, column).replace(/[^\t]/g, ' ');
    super(`${before.length}:${column + 1}: ${what}\n  ${text}\n  ${blanks}^`);
  }
}

/** Does something with the text of a file, whose name then stands in front of errors. */
export function inFile<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof SourceError) error.message = `${file}:${error.message}`;
    throw error;
  }
}

// Errors of what a user gives to an example.

/** Something is wrong with a file or a text; the message is for the user. */
export class InputError extends Error {}

/** An error in a text. Its message has line and column, from 1 on, and the line itself with a caret below the place. */
export class SourceError extends InputError {
  constructor(source: string, offset: number, what: string) {
    const before = source.slice(0, offset).split('\n');
    const column = before.at(-1)?.length ?? 0;
    const text = source.split('\n')[before.length - 1] ?? '';
    const blanks = text.slice(0, column).replace(/[^\t]/g, ' ');
    super(`${before.length}:${column + 1}: ${what}\n  ${text}\n  ${blanks}^`);
  }
}

/** Does something with what a file holds. The name of the file then stands in front of errors. */
export function inFile<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputError) {
      error.message = `${file}:${error instanceof SourceError ? '' : ' '}${error.message}`;
    }
    throw error;
  }
}

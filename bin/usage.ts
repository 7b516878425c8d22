/** Errors for people: those of the command line, and those of the files that it names. */

/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An error of the file system as `path: reason`. */
export function describeFileError({ message, path }: Error & { readonly path?: unknown }): string {
  const reason = /^[A-Z\d_]+: ([^,]*)/.exec(message)?.[1];
  return typeof path === 'string' && reason !== undefined ? `${path}: ${reason}` : message;
}

/** By name: each bundle has its own class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

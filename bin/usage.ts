/** Errors for people: those of the command line, and those of the files that it names. */

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What an error of the file system may say about a file. */
interface FileError extends Error {
  readonly code?: unknown;
  readonly path?: unknown;
  /** The file was to be written. */
  readonly isOutput?: boolean;
}

/** An error of the file system as `path: reason`, or what could not be written. */
export function describeFileError({ message, path, code, isOutput = false }: FileError): string {
  const reason = /^[A-Z\d_]+: ([^,]*)/.exec(message)?.[1];
  if (typeof path !== 'string' || reason === undefined) return message;
  if (!isOutput) return `${path}: ${reason}`;
  return `cannot write ${path}: ${code === 'ENOENT' && !existsSync(dirname(path)) ? `there is no folder ${dirname(path)}` : reason}`;
}

/** What an error says that is not one of the program: of the command line or the file system. */
export function describeError(error: unknown): string | undefined {
  if (isUsageError(error)) return error.message;
  if (error instanceof Error && 'code' in error && 'syscall' in error) return describeFileError(error);
  return undefined;
}

/** Whether the message is all that there is to say. By name: each bundle has its own class. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'UsageError' || error.name === 'ProjectError');
}

/**
 * Errors of the library that a program does not catch, under `dynasm run`. Takes what was thrown; returns
 * diagnostics that show the source line with a caret, as those of a translation do, or nothing if the error
 * does not come from the library.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { EncodeError } from 'dynasm';
import type { TranslationError } from '../src/files/translationerror.ts';
import type { Diagnostic } from '../src/preprocessor/index.ts';

/** A place in a stack trace. Line and column count from 1. */
interface Frame {
  /** A path; the name of a module of Node's with `node:` in front. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The codes of errors that a put throws; others come from a later call, such as `build()`. */
const PUT_CODES: ReadonlySet<string> = new Set([
  'NOMEM',
  'RANGE_I',
  'RANGE_SEC',
  'RANGE_LG',
  'RANGE_PC',
  'RANGE_VREG',
  'REDEF',
]);

/** An error that knows which line's put is wrong. */
type PutError = Error & Pick<EncodeError, 'source'> & { readonly code?: string };

/** At most so many callers are shown. */
const MAX_CALLERS = 8;

/** By name: each bundle has its own class, and an error from the loader's thread is a copy. */
export function isTranslationError(error: unknown): error is TranslationError {
  return error instanceof Error && error.name === 'TranslationError' && 'diagnostics' in error;
}

/** Undefined for an error that does not come from the library, or whose place is unknown. */
export function libraryDiagnostics(error: unknown): readonly Diagnostic[] | undefined {
  if (isTranslationError(error)) return error.diagnostics;
  if (!(error instanceof Error)) return undefined;
  const frames = framesOf(error);
  const [first] = frames;
  const isOwn = ownTest();
  if (first === undefined || !isOwn(first.file)) return undefined;
  const callers = frames.filter(({ file }) => !file.startsWith('node:') && !isOwn(file));
  const source = isPutError(error) ? error.source : undefined;
  if (source !== undefined) return [putDiagnostic(error as PutError, source, callers)];
  const [call, ...others] = callers;
  if (call === undefined) return undefined;
  const text = lineOf(call);
  const name = /^[\w$]*/.exec(text?.slice(call.column - 1) ?? '')?.[0] ?? '';
  const message = error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
  return [diagnostic('call', message, call, text, name.length, others)];
}

/** The error of a put, or of a later call that found something wrong with one, at the statement's line. */
function putDiagnostic(
  error: PutError,
  source: { readonly file: string; readonly line: number },
  callers: readonly Frame[],
): Diagnostic {
  const { message, code = '' } = error;
  const text = lineOf(source);
  // The statements of the line, without the bar and without a comment.
  const [, before = '', statements = ''] = /^(\s*\|{0,2}\s*)(.*?)\s*(?:\/\/.*)?$/.exec(text ?? '') ?? [];
  const [put] = callers;
  const isPut = (frame: Frame): boolean => PUT_CODES.has(code) && put !== undefined && isSame(frame, put);
  const others = callers.slice(
    Math.max(
      0,
      callers.findIndex(frame => !isPut(frame)),
    ),
  );
  const place = { ...source, column: before.length + 1 };
  const shown = message.slice(`${source.file}:${source.line}: `.length);
  const kind = error.name === 'FaultError' ? 'fault' : 'encode';
  return diagnostic(kind, shown, place, text, statements.length, callers.every(isPut) ? [] : others);
}

function diagnostic(
  code: 'encode' | 'call' | 'fault',
  message: string,
  { file, line, column }: Frame,
  lineText: string | undefined,
  length: number,
  callers: readonly Frame[],
): Diagnostic {
  const shown = callers.filter((frame, index) => index === 0 || !isSame(frame, callers[index - 1]));
  return {
    severity: 'error',
    code,
    message,
    file,
    line,
    column,
    length: Math.max(1, length),
    ...(lineText !== undefined && { lineText }),
    notes: shown.slice(0, MAX_CALLERS).map(frame => `called at ${frame.file}:${frame.line}:${frame.column}`),
  };
}

/** By name: the library may be another copy of the package. */
function isPutError(error: Error): error is PutError {
  return /^(?:Encode|Processor|Fault)Error$/.test(error.name) && 'source' in error;
}

/** The places in an error's stack trace, innermost first. Source maps have been applied. */
function framesOf({ stack = '', message }: Error): Frame[] {
  // The message may have lines that look like the trace.
  const trace = stack.slice(Math.max(0, stack.indexOf(message)) + message.length);
  // The functions that the printer writes for chunks have no place in the source.
  return [...trace.matchAll(/^ +at (?!\$+put\d+ )(?:async )?(?:.*? \()?([^\n(]+?):(\d+):(\d+)\)?$/gm)].map(
    ([, file = '', line, column]) => ({
      file: file.startsWith('file:') ? fileURLToPath(file.replace(/[?#].*/, '')) : file,
      line: Number(line),
      column: Number(column),
    }),
  );
}

function isSame(frame: Frame, other: Frame | undefined): boolean {
  return frame.file === other?.file && frame.line === other.line && frame.column === other.column;
}

/** Returns a function that tells whether a file is one of the library's. */
function ownTest(): (file: string) => boolean {
  const entry = createRequire(import.meta.url)
    .resolve('dynasm')
    .replaceAll('\\', '/');
  const root = entry.replace(/(?:dist\/)?src\/index\.[jt]s$/, '');
  const folders = ['dist/', 'src/', 'bin/'].map(folder => root + folder);
  return file => {
    const path = file.replaceAll('\\', '/');
    return path.includes('/node_modules/dynasm/') || folders.some(folder => path.startsWith(folder));
  };
}

/** The line of a file; undefined for one that cannot be read, such as the text that `loadString` loads. */
function lineOf({ file, line }: { readonly file: string; readonly line: number }): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}

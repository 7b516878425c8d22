/**
 * Where a template stands. `callerOf` takes the function that was called as a tag and returns the file,
 * line and column of the call, as the stack has them; a stack follows source maps where the program has
 * that turned on. `findTemplate` looks the template up in that file, so that each of its characters has an
 * exact place.
 */
import type { SourceLine } from '../encoder/index.ts';

/** What called a tag. Line and column count from 1. */
export interface Caller {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place in a template: so many characters behind the start of one of its parts. */
interface TemplatePlace {
  readonly part: number;
  readonly offset: number;
}

/** A place in a text, with the text's line. */
export interface TextPlace extends Required<SourceLine> {
  readonly lineText: string;
}

/** Says where in the source a place of the template is. */
export type FindPlace = (place: TemplatePlace) => TextPlace;

/** The caller of the function `tag`, which is on the stack; undefined if the stack does not tell. */
export function callerOf(tag: (...args: never[]) => unknown): Caller | undefined {
  const { stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(holder, tag);
  // V8 makes the text when it is asked for.
  const { stack } = holder;
  Error.stackTraceLimit = stackTraceLimit;
  const [, name, line, column] =
    /^ +at (?:.*\()?(.+?):(\d+):(\d+)\)?$/m.exec(typeof stack === 'string' ? stack : '') ?? [];
  if (name === undefined) return undefined;
  return { file: pathOf(name), line: Number(line), column: Number(column) };
}

/** The path of what a stack names: a path, or a URL, which may not be that of a file. */
function pathOf(name: string): string {
  try {
    return name.startsWith('file:') ? process.getBuiltinModule('node:url').fileURLToPath(name) : name;
  } catch {
    return name;
  }
}

/**
 * Finds the template with these raw strings in the caller's file, at or behind the call. Where the file
 * cannot be read, or does not have the template, lines and columns count from the start of the template,
 * and the name of the file says where it was called.
 */
export function findTemplate(caller: Caller | undefined, parts: readonly string[]): FindPlace {
  const text = caller === undefined ? undefined : readText(caller.file);
  const starts = caller && text !== undefined ? findParts(text, caller, parts) : undefined;
  if (caller && text !== undefined && starts !== undefined) {
    return ({ part, offset }) => placeIn(text, (starts[part] ?? 0) + offset, caller.file);
  }
  const name = caller ? `asm\`…\` at ${caller.file}:${caller.line}:${caller.column}` : 'asm`…`';
  const shown = parts.join('${…}');
  return ({ part, offset }) => {
    const before = parts.slice(0, part).reduce((length, each) => length + each.length + '${…}'.length, 0);
    return placeIn(shown, before + offset, name);
  };
}

/** The text of a file, with the line ends that raw strings have. */
function readText(file: string): string | undefined {
  try {
    return process.getBuiltinModule('node:fs').readFileSync(file, 'utf8').replaceAll(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function placeIn(text: string, index: number, file: string): TextPlace {
  const before = text.slice(0, index);
  const start = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { file, line, column: index - start + 1, lineText: text.slice(start).split('\n', 1)[0] ?? '' };
}

/** The index at which each part begins in the text; undefined if the template is not there. */
function findParts(text: string, { line, column }: Caller, parts: readonly string[]): number[] | undefined {
  let called = 0;
  for (let n = 1; n < line && called >= 0; n++) called = text.indexOf('\n', called) + 1;
  called += column - 1;
  const found: number[][] = [];
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at + 1)) {
    const starts = matchParts(text, at + 1, parts);
    if (starts !== undefined) found.push(starts);
  }
  // The compiler that made the column may have meant the end of the tag.
  return found.find(([start = 0]) => start > called) ?? found.at(-1);
}

function matchParts(text: string, start: number, parts: readonly string[]): number[] | undefined {
  const starts: number[] = [];
  let at = start;
  for (const [index, part] of parts.entries()) {
    const end = index < parts.length - 1 ? '${' : '`';
    const found = index === 0 ? at : behindExpression(text, at, part + end);
    if (found === undefined || !text.startsWith(part + end, found)) return undefined;
    starts.push(found);
    at = found + part.length + end.length;
  }
  return starts;
}

/**
 * The index behind the brace that ends the expression at `start`: `next` stands there, and the brackets of
 * the expression match, unless there is no such place (brackets in strings).
 */
function behindExpression(text: string, start: number, next: string): number | undefined {
  let first: number | undefined;
  for (let brace = text.indexOf('}', start); brace >= 0; brace = text.indexOf('}', brace + 1)) {
    if (!text.startsWith(next, brace + 1)) continue;
    first ??= brace + 1;
    if (isBalanced(text.slice(start, brace))) return brace + 1;
  }
  return first;
}

function isBalanced(expression: string): boolean {
  let depth = 0;
  for (const [bracket] of expression.matchAll(/[()[\]{}]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

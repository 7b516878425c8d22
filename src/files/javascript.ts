/**
 * What other tools do with generated TypeScript: it is parsed to see whether it is right, its types are
 * stripped for people who ship JavaScript, or it is compiled for Node to run at once. The tool is
 * oxc-transform, loaded when it is first used; where it has no binary, Node strips the types.
 */

import remapping, { type SourceMapInput } from '@jridgewell/remapping';
import type { DecodedSourceMap } from '@jridgewell/trace-mapping';
import { withLineEnds } from '../preprocessor/text/lineend.ts';
import { commonJS } from './commonjs.ts';
import { USING } from './disposal.ts';
import { layOutLines } from './linelayout.ts';

type Parser = typeof import('oxc-transform');
type Result = import('oxc-transform').TransformResult;
type Settings = import('oxc-transform').TransformOptions;
type GeneratedMap = string | import('oxc-transform').SourceMap | DecodedSourceMap;

/** `node:module` is not imported, since C output does not need it, and it takes 1 ms. */
function nodeModule(): typeof import('node:module') & {
  /** From Node 22.13 on. */
  readonly stripTypeScriptTypes?: (code: string) => string;
} {
  return process.getBuiltinModule('node:module');
}

/** More mistakes than this nobody reads. */
const MAX_MISTAKES = 100;

export interface JavaScript {
  readonly code: string;
  readonly map?: string;
}

/** A mistake in generated code; `line` and `column` count from 0. */
export interface SyntaxMistake {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The generated code is not TypeScript: the text around the assembly is wrong, or an expression in it. */
export class HostSyntaxError extends Error {
  override readonly name = 'HostSyntaxError';
  readonly mistakes: readonly SyntaxMistake[];

  constructor(mistakes: readonly SyntaxMistake[]) {
    super(mistakes[0]?.message);
    this.mistakes = mistakes;
  }
}

/** The parser has no binary for this platform, or is not installed. */
export class ParserMissingError extends Error {
  override readonly name = 'ParserMissingError';
}

/** @throws {ParserMissingError} */
function parser(): Parser {
  try {
    return nodeModule().createRequire(import.meta.url)('oxc-transform') as Parser;
  } catch (error) {
    throw new ParserMissingError('the package oxc-transform cannot be loaded here', { cause: error });
  }
}

/**
 * Transforms `code`, which is an ES module. Names that are declared twice, `await` outside of asynchronous
 * functions and the like count as mistakes, too; types are not checked. oxc-transform takes 15 ms for a small
 * module, 6 of them to be loaded; esbuild, which starts a process, takes 40, and swc 30.
 *
 * @throws {HostSyntaxError}
 */
function transform({ transformSync }: Parser, code: string, file: string, settings: Settings): Result {
  const lang = /\.tsx$/i.test(file) ? 'tsx' : /\.d\.[cm]?ts$/i.test(file) ? 'dts' : 'ts';
  const result = transformSync(file, code, { lang, sourceType: 'module', ...settings });
  if (result.errors.length > 0) {
    const bytes = Buffer.from(code);
    throw new HostSyntaxError(result.errors.slice(0, MAX_MISTAKES).map(error => locate(bytes, error)));
  }
  return result;
}

/** Where in `code` an error of oxc-transform is, whose offsets count bytes. */
function locate(code: Buffer, { message, labels }: import('oxc-transform').OxcError): SyntaxMistake {
  const starts = labels.map(({ start }) => start);
  // Of two declarations with one name, the second is the mistake.
  const start = message.includes('already been declared') ? Math.max(...starts) : (starts[0] ?? 0);
  const before = code.subarray(0, start).toString().split('\n');
  return { message, line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

/**
 * Parses generated TypeScript.
 *
 * @param file its name, which tells `.tsx` and `.d.ts` from other TypeScript
 * @throws {ParserMissingError}
 * @throws {HostSyntaxError}
 */
export function checkSyntax(code: string, file: string): void {
  transform(parser(), code, file, {});
}

/**
 * Strips the types of `code`, and leaves the rest, comments too, as readable as it was. `map` is the map of
 * `code`. `keepLines`: what is left stands on the lines that it had.
 *
 * @throws {ParserMissingError}
 * @throws {HostSyntaxError}
 */
export function stripTypes(
  code: string,
  file: string,
  map: string | undefined,
  keepLines: boolean,
): JavaScript {
  const tool = findParser();
  if (tool === undefined) return blankTypes(code, map);
  const result = transform(tool, code, file, { sourcemap: keepLines || map !== undefined });
  const stripped = keepLines ? laidOut(tool, result.code, [result.map]) : result;
  const ended = withLineEnds(stripped.code, code);
  return map === undefined ? { code: ended } : { code: ended, map: joined([stripped.map, map]) };
}

/**
 * JavaScript with its tokens on the lines to which its maps lead.
 *
 * @throws {HostSyntaxError} in other lines they would mean something else, which is not known to happen
 */
function laidOut(tool: Parser, code: string, maps: readonly (GeneratedMap | undefined)[]) {
  const kept = layOutLines(code, joined(maps));
  const [before, after] = [code, kept.code].map(each =>
    withoutComments(transform(tool, each, 'module.js', { lang: 'js' }).code),
  );
  if (before === after) return kept;
  const message = 'the lines of this module cannot be kept in JavaScript: translate it to TypeScript';
  throw new HostSyntaxError([{ message, line: 0, column: 0 }]);
}

/** What oxc-transform has written, without the lines that are comments. */
function withoutComments(code: string): string {
  return code.replaceAll(/^\s*\/(?:\/.*|\*[^]*?\*\/)\s*$\n?/gm, '');
}

/**
 * Compiles TypeScript for this Node to run, as an ES module or as CommonJS. An import that only types use is
 * dropped, as the TypeScript compiler does. The map leads to what `map`, the map of `code`, leads to, or else
 * to `code`, the text of `file`. `keepLines`: the tokens stand on the lines that they have in `code`.
 *
 * @throws {ParserMissingError}
 * @throws {HostSyntaxError}
 */
export function compileTypes(
  code: string,
  file: string,
  format: 'esm' | 'cjs',
  map: string | undefined,
  keepLines: boolean,
): JavaScript {
  const tool = findParser();
  if (tool === undefined) return blankTypes(code, map);
  const result = transform(tool, code, file, {
    sourcemap: true,
    target: `node${process.versions.node}`,
    // (It is declared as an enum that is not there at run time.)
    helpers: { mode: 'External' as import('oxc-transform').HelperMode.External },
  });
  if (DECORATOR.test(result.code)) throw new HostSyntaxError([decoratorMistake(code)]);
  // What is put in front of the module would make a mistake of `#!`, which nobody needs here.
  const bare = result.code.replace(/^#!.*/, '');
  const module =
    Object.keys(result.helpersUsed).length === 0
      ? { code: bare, map: result.map }
      : {
          code: USING + bare,
          map: result.map && { ...result.map, mappings: `;${result.map.mappings}` },
        };
  const script = format === 'esm' ? undefined : commonJS(tool, module.code);
  const compiled = { code: script?.code ?? module.code, maps: [script?.map, module.map] };
  if (!keepLines) return { code: compiled.code, map: joined([...compiled.maps, map]) };
  const kept = laidOut(tool, compiled.code, compiled.maps);
  return { code: kept.code, map: joined([kept.map, map]) };
}

/** One map of several, of which the first belongs to the code that was made last. */
function joined(maps: readonly (GeneratedMap | undefined)[]): string {
  return remapping(maps.filter(map => map !== undefined) as SourceMapInput[], () => null).toString();
}

/** Where a decorator stands in code that oxc-transform or the printer wrote. */
const DECORATOR = /^[ \t]*(?:export +(?:default +)?)?@[\w(]/m;

function decoratorMistake(code: string): SyntaxMistake {
  const before = code.slice(0, Math.max(0, code.search(DECORATOR))).split('\n');
  const message = 'Node does not know decorators; tsx does: node --import tsx --import dynasm/register';
  return { message, line: before.length - 1, column: 0 };
}

/** The parser, or undefined where it cannot be loaded but Node can strip types. */
function findParser(): Parser | undefined {
  try {
    return parser();
  } catch (error) {
    if (nodeModule().stripTypeScriptTypes) return undefined;
    throw error;
  }
}

/**
 * Has Node put blanks in the place of types, so that every place and the map stay as they are.
 *
 * @throws {HostSyntaxError} also for TypeScript that is more than types, such as `enum`
 */
function blankTypes(code: string, map: string | undefined): JavaScript {
  const { stripTypeScriptTypes = text => text } = nodeModule();
  try {
    return { code: stripTypeScriptTypes(code), ...(map !== undefined && { map }) };
  } catch (error) {
    // The place is in the text of the error only.
    const { message, stack = '' } = error as Error;
    const [, line = 1, marks = ''] = /^.*:(\d+)\n(?:.*\n)*?( *)\^/.exec(stack) ?? [];
    const reason = 'oxc-transform, which compiles all of TypeScript, cannot be loaded here';
    const mistake = { message: `${message} (${reason})`, line: Number(line) - 1, column: marks.length };
    throw new HostSyntaxError([mistake]);
  }
}

/**
 * What other tools do with generated TypeScript: it is parsed to see whether it is right, its types are
 * stripped for people who ship JavaScript, or it is compiled for Node to run at once. Each of the two tools
 * is loaded when it is first used.
 */

import { withLineEnds } from '../preprocessor/text/lineend.ts';

/** Loads a package. `node:module` is not imported, since C output does not need it, and it takes 1 ms. */
function load(name: string): unknown {
  return process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);
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

/**
 * Transforms `code`, which is an ES module. Names that are declared twice, `await` outside of asynchronous
 * functions and the like count as mistakes, too; types are not checked. oxc-transform takes 15 ms for a small
 * module, 6 of them to be loaded; esbuild, which starts a process, takes 40, and swc 30.
 *
 * @throws {ParserMissingError}
 * @throws {HostSyntaxError}
 */
function transform(code: string, file: string, sourcemap: boolean): import('oxc-transform').TransformResult {
  let tool: typeof import('oxc-transform');
  try {
    tool = load('oxc-transform') as typeof tool;
  } catch (error) {
    throw new ParserMissingError('the package oxc-transform cannot be loaded here', {
      cause: error,
    });
  }
  const lang = /\.tsx$/i.test(file) ? 'tsx' : /\.d\.[cm]?ts$/i.test(file) ? 'dts' : 'ts';
  const result = tool.transformSync(file, code, { lang, sourceType: 'module', sourcemap });
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
  transform(code, file, false);
}

/**
 * Strips the types of `code`, and leaves the rest, comments too, as readable as it was. `map` is the map of
 * `code`.
 *
 * @throws {ParserMissingError}
 * @throws {HostSyntaxError}
 */
export function stripTypes(code: string, file: string, map?: string): JavaScript {
  const result = transform(code, file, map !== undefined);
  const stripped = withLineEnds(result.code, code);
  if (map === undefined || result.map === undefined) return { code: stripped };
  const remapping = load('@jridgewell/remapping') as typeof import('@jridgewell/remapping').default;
  const [inner, outer] = [map, JSON.stringify(result.map)];
  return { code: stripped, map: remapping([outer, inner], () => null).toString() };
}

/**
 * Compiles TypeScript for this Node to run, as an ES module or as CommonJS, with an inline source map. `code`
 * may carry an inline map of its own, which is followed.
 *
 * @throws {HostSyntaxError}
 */
export function compileTypes(code: string, file: string, format: 'esm' | 'cjs'): string {
  const { transformSync } = load('esbuild') as typeof import('esbuild');
  try {
    return transformSync(code, {
      loader: 'ts',
      format,
      platform: 'node',
      target: `node${process.versions.node}`,
      sourcemap: 'inline',
      sourcefile: file,
      logLevel: 'silent',
      // An import that only types use is dropped, as the TypeScript compiler does.
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
    }).code;
  } catch (error) {
    const { errors = [] } = error as Partial<import('esbuild').TransformFailure>;
    const mistakes = errors.flatMap(({ text, location }) =>
      location === null ? [] : [{ message: text, ...characterOf(location) }],
    );
    if (mistakes.length === 0) throw error;
    throw new HostSyntaxError(mistakes);
  }
}

/** A place of esbuild's, whose columns count bytes. */
function characterOf({ line, column, lineText }: import('esbuild').Location): Omit<SyntaxMistake, 'message'> {
  return { line: line - 1, column: Buffer.from(lineText).subarray(0, column).toString().length };
}

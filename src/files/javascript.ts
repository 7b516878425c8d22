/**
 * Turns generated TypeScript into JavaScript: strips the types for people who ship it, or compiles it for
 * Node to run at once. Each of the two tools is loaded when it is first used.
 */

/** Loads a package. `node:module` is not imported, since C output does not need it, and it takes 1 ms. */
function load(name: string): unknown {
  return process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);
}

export interface JavaScript {
  readonly code: string;
  readonly map?: string;
}

/**
 * The code around the assembly is not TypeScript; `line` and `column` count from 0, in the generated code.
 */
export class HostSyntaxError extends Error {
  override readonly name = 'HostSyntaxError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/**
 * Strips the types of `code`, and leaves the rest, comments too, as readable as it was. `map` is the map of
 * `code`.
 *
 * @throws {HostSyntaxError}
 */
export function stripTypes(code: string, file: string, map?: string): JavaScript {
  const { transformSync } = load('oxc-transform') as typeof import('oxc-transform');
  const result = transformSync(file, code, { lang: 'ts', sourcemap: map !== undefined });
  const error = result.errors[0];
  if (error) {
    // Its offsets count bytes.
    const before = Buffer.from(code)
      .subarray(0, error.labels[0]?.start ?? 0)
      .toString()
      .split('\n');
    throw new HostSyntaxError(error.message, before.length - 1, before.at(-1)?.length ?? 0);
  }
  if (map === undefined || result.map === undefined) return { code: result.code };
  const remapping = load('@jridgewell/remapping') as typeof import('@jridgewell/remapping').default;
  const [inner, outer] = [map, JSON.stringify(result.map)];
  return { code: result.code, map: remapping([outer, inner], () => null).toString() };
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
    const [first] = (error as Partial<import('esbuild').TransformFailure>).errors ?? [];
    if (!first?.location) throw error;
    const { line, column, lineText } = first.location;
    // Its columns count bytes.
    throw new HostSyntaxError(
      first.text,
      line - 1,
      Buffer.from(lineText).subarray(0, column).toString().length,
    );
  }
}

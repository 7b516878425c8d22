/**
 * What an import leads to. Node's own resolution is asked first, then what else the specifier may mean. The
 * steps are written once, as a generator: it yields a specifier for Node to resolve, and is told the result
 * or the error. In Node's newer hooks the answers come at once (`resolveNow`), in the older ones as promises
 * (`resolveLater`).
 */
import { existsSync } from 'node:fs';
import { createRequire, type ResolveFnOutput } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ModuleFormat } from '../files/compile.ts';
import { dastPath } from './modulefile.ts';

type Steps = Generator<string, ResolveFnOutput, ResolveFnOutput>;

/** Part of the URLs of modules that were compiled already. There need not be a file. */
export const EVALUATION = '?evaluation=';

/**
 * `dynasm` and its entry points, which generated code imports, are found even if the importer has no such
 * dependency.
 */
export function isOwnSpecifier(specifier: string): boolean {
  return specifier === 'dynasm' || specifier.startsWith('dynasm/');
}

/**
 * What else a specifier may mean if Node finds nothing. An import without an ending prefers translated code
 * that was shipped beside the `.dast` file; `./x.js` may stand for `x.ts` or `x.dast`, as in TypeScript.
 */
function alternatives(specifier: string): string[] {
  if (!/^(?:\.{0,2}\/|file:)/.test(specifier)) return [];
  const javascript = /^(.*)\.([cm]?)js$/.exec(specifier);
  if (javascript) return [`${javascript[1]}.${javascript[2]}ts`, `${javascript[1]}.dast`];
  return ['.js', '.ts', '.mjs', '.mts', '.dast'].map(ending => specifier + ending);
}

/**
 * The format in which a `.dast` module goes to its importer. The conditions do not tell `require` in a
 * CommonJS parent that a loader hook compiled (tsx with `.cts`, Node 20) from `import`; that it hands on a
 * whole URL does.
 */
function formatFor(specifier: string, parentURL: string | undefined): ModuleFormat {
  const required = specifier.startsWith('file:') && /\.cts(?:\?|$)/.test(parentURL ?? '');
  return required ? 'commonjs' : 'module';
}

/** Requires as a module of this package does. */
export function ownRequire(): NodeJS.Require {
  return createRequire(import.meta.url);
}

/** The URL of a module of this package. */
export function ownURL(specifier: string): string {
  return pathToFileURL(ownRequire().resolve(specifier)).href;
}

function* steps(specifier: string, parentURL: string | undefined): Steps {
  if (specifier.includes(EVALUATION)) return { url: specifier, format: 'module', shortCircuit: true };
  let failure: unknown;
  for (const candidate of [specifier, ...alternatives(specifier)]) {
    try {
      const found = yield candidate;
      // Deno resolves to files that are not there.
      if (process.versions['deno'] !== undefined && isMissing(found.url)) continue;
      if (dastPath(found.url) === undefined) return found;
      return { ...found, format: formatFor(candidate, parentURL) };
    } catch (error) {
      if (isOwnSpecifier(specifier)) return { url: ownURL(specifier), shortCircuit: true };
      failure ??= error;
    }
  }
  throw failure ?? new Error(`Cannot find module '${specifier}' imported from ${parentURL ?? 'the program'}`);
}

function isMissing(url: string): boolean {
  return url.startsWith('file:') && !existsSync(fileURLToPath(url));
}

/** Resolves with `ask`, Node's own resolution. Throws its first error if nothing is found. */
export function resolveNow(
  ask: (specifier: string) => ResolveFnOutput,
  ...question: Parameters<typeof steps>
): ResolveFnOutput {
  const asked = steps(...question);
  for (let step = asked.next(); ;) {
    if (step.done) return step.value;
    let found: ResolveFnOutput;
    try {
      found = ask(step.value);
    } catch (error) {
      step = asked.throw(error);
      continue;
    }
    step = asked.next(found);
  }
}

/** The same with promises. */
export async function resolveLater(
  ask: (specifier: string) => ResolveFnOutput | Promise<ResolveFnOutput>,
  ...question: Parameters<typeof steps>
): Promise<ResolveFnOutput> {
  const asked = steps(...question);
  for (let step = asked.next(); ;) {
    if (step.done) return step.value;
    let found: ResolveFnOutput;
    try {
      found = await ask(step.value);
    } catch (error) {
      step = asked.throw(error);
      continue;
    }
    step = asked.next(found);
  }
}

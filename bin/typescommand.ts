/**
 * `dynasm types`: writes declarations beside `.dast` files, once or whenever something changes, or says which
 * are not as they should be.
 */
import { realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { WatchedFiles } from '../src/files/watchedfiles.ts';
import { declarationFile, findTypes, writeDeclaration, type DeclarationFile } from '../src/types/index.ts';
import { printDiagnostics } from './diagnosticprinter.ts';
import { writeStandardError, writeStandardOutput } from './stream.ts';
import { configurationOf, moduleOptions, workingFolder, type TypesArguments } from './typesoptions.ts';
import { describeError, UsageError } from './usage.ts';

interface DeclarationArguments extends TypesArguments {
  readonly check?: true;
  readonly watch?: true;
}

/** What came of a run. */
interface Written {
  readonly failed: boolean;
  /** The files that it depends on. */
  readonly dependencies: Iterable<string>;
}

/**
 * Sets the exit status: with `watch` that of the last time.
 *
 * @param names the `.dast` files; all of the project if there are none
 * @throws {UsageError} if a file is no `.dast` file, or if there are none
 * @throws {ProjectError} if there is no compiler, or a configuration does not exist
 */
export async function types(names: readonly string[], args: DeclarationArguments): Promise<void> {
  if (args.check && args.watch) throw new UsageError('--check and --watch do not go together');
  const started = Date.now();
  const first = writeTypes(names, args);
  const { failed } = args.watch ? await watch(names, args, first, started) : first;
  if (failed) process.exitCode = 1;
}

/**
 * Writes declarations whenever one of the files changes, or a `.dast` file or a configuration beside
 * them. Ends with an interrupt from the keyboard.
 */
async function watch(
  names: readonly string[],
  args: DeclarationArguments,
  first: Written,
  started: number,
): Promise<Written> {
  let wake: (() => void) | undefined;
  let isInterrupted = false;
  const interrupt = (): void => {
    isInterrupted = true;
    wake?.();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const watched = new WatchedFiles(() => wake?.(), /\.(?:dast|json)$/);
  let last = first;
  let since = started;
  for (;;) {
    const changed = new Promise<void>(resolve => (wake = resolve));
    watched.watch(last.dependencies, since);
    writeStandardError('dynasm: waiting for changes, until Ctrl-C\n');
    if (!isInterrupted) await changed;
    if (isInterrupted) break;
    since = Date.now();
    last = tryAgain(names, args, last);
  }
  watched.close();
  return last;
}

/** Writes declarations. What else than mistakes in sources is in the way, the next change may mend. */
function tryAgain(names: readonly string[], args: DeclarationArguments, last: Written): Written {
  try {
    return writeTypes(names, args);
  } catch (error) {
    const text = describeError(error);
    if (text === undefined) throw error;
    writeStandardError(`dynasm: ${text}\n`);
    return { ...last, failed: true };
  }
}

function writeTypes(names: readonly string[], args: DeclarationArguments): Written {
  const folder = workingFolder();
  const files = names.map(dastFile);
  const configuration = configurationOf(args);
  const { diagnostics, modules, dependencies } = findTypes({
    configuration,
    folder,
    ...(files.length > 0 && { files }),
    options: moduleOptions(args),
    declarations: true,
  });
  printDiagnostics(folder, diagnostics, args.diagnostics, 'pretty');
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    if (!args.check && args.diagnostics !== 'json') {
      writeStandardError('dynasm: no declaration was written: first mend the errors\n');
    }
    return { failed: true, dependencies };
  }
  if (modules.size === 0) throw new UsageError(`there are no .dast files in ${configuration ?? folder}`);
  const declarations = [...modules]
    .filter(([file]) => files.length === 0 || files.includes(file))
    .map(([file, text]) => declarationFile(file, text));
  const failed = args.check ? reportStates(declarations, folder) : writeDeclarations(declarations, folder);
  return { failed, dependencies };
}

/** Says which declarations are not as they should be. Returns whether there are any. */
function reportStates(declarations: readonly DeclarationFile[], folder: string): boolean {
  const wrong = declarations.filter(({ state }) => state !== 'up to date');
  if (wrong.length === 0) return false;
  const lines = wrong.map(({ path, state }) => `${relative(folder, path)}: ${state}\n`);
  writeStandardOutput(lines.join(''));
  if (wrong.some(({ state }) => state !== 'not generated')) {
    writeStandardError("dynasm: `dynasm types' writes what is missing or out of date\n");
  }
  return true;
}

/** Writes those that are not up to date, and names them. Returns whether some could not be written. */
function writeDeclarations(declarations: readonly DeclarationFile[], folder: string): boolean {
  const own = declarations.filter(({ state }) => state === 'not generated');
  for (const declaration of declarations) {
    const { path, state } = declaration;
    if (state !== 'missing' && state !== 'out of date') continue;
    writeDeclaration(declaration);
    writeStandardOutput(`${relative(folder, path)}\n`);
  }
  for (const { path } of own) {
    writeStandardError(
      `dynasm: ${relative(folder, path)} was not written by dynasm, and stays as it is; remove it to have it written\n`,
    );
  }
  return own.length > 0;
}

/** @throws {UsageError} if it is not a `.dast` file that exists */
function dastFile(name: string): string {
  if (!name.endsWith('.dast')) throw new UsageError(`${name}: not a .dast file`);
  if (!statSync(name, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`${name}: there is no such file`);
  return realpathSync.native(name);
}

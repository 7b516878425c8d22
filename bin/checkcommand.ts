/** `dynasm check`: has the project's compiler check its `.dast` files, and prints what is wrong. */
import { findTypes } from '../src/types/index.ts';
import { printDiagnostics } from './diagnosticprinter.ts';
import { configurationOf, moduleOptions, workingFolder, type TypesArguments } from './typesoptions.ts';
import { UsageError } from './usage.ts';

/**
 * Sets the exit status.
 *
 * @throws {UsageError} if there is no configuration, or if there are no `.dast` files
 * @throws {ProjectError} if there is no compiler, or a configuration does not exist
 */
export function check(args: TypesArguments): void {
  const configuration = configurationOf(args);
  if (configuration === undefined) {
    throw new UsageError(
      `there is no tsconfig.json in ${workingFolder()} or above it: \`npx tsc --init' makes one, -p names another`,
    );
  }
  const options = moduleOptions(args);
  const { diagnostics, modules } = findTypes({
    configuration,
    folder: workingFolder(),
    options,
    declarations: false,
  });
  printDiagnostics(configuration, diagnostics, args.diagnostics, 'pretty');
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  else if (modules.size === 0)
    throw new UsageError(`there are no .dast files in the project ${configuration}`);
}

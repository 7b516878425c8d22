/**
 * What a run of the compiler changes in the options of a project: nothing is written into the project,
 * and what only concerns its output does not count.
 */
import type { CompilerOptions } from './configuration.ts';

/** The options that replace those of a project. `output`: where declarations go, if they are wanted. */
export function optionsFor(
  options: CompilerOptions,
  root: string,
  output: string | undefined,
): CompilerOptions {
  const shared = {
    allowArbitraryExtensions: true,
    rootDir: root,
    composite: false,
    incremental: false,
    tsBuildInfoFile: null,
    // What the translation writes has no annotations. (TypeScript 5.4 does not know the option.)
    ...('isolatedDeclarations' in options && { isolatedDeclarations: false }),
  };
  if (output === undefined) {
    const declaration = options['declaration'] ?? options['composite'] ?? false;
    return { ...shared, noEmit: true, emitDeclarationOnly: false, declaration };
  }
  return {
    ...shared,
    noEmit: false,
    noEmitOnError: false,
    declaration: true,
    emitDeclarationOnly: true,
    declarationMap: false,
    declarationDir: null,
    outFile: null,
    outDir: output,
    removeComments: false,
    newLine: 'lf',
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
}

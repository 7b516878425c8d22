/** The types of `.dast` files, as the compiler of a project finds them. */
export { configurationAt, findConfiguration } from './configuration.ts';
export { declarationFile, writeDeclaration, type DeclarationFile } from './declarationfile.ts';
export type { ModuleOptions } from './dastmodule.ts';
export { checkProject } from './projectcheck.ts';
export { ProjectError } from './projecterror.ts';
export { findTypes, type TypeFindings } from './typecheck.ts';

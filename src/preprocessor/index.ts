/**
 * Entry point `dynasm/preprocessor`: the translator. Takes a source with assembly lines; returns a module in
 * its host language.
 */
export { archNames } from './arch/archname.ts';
export { describeArch, findForms, renderForms } from './description.ts';
export { renderDefinitions } from './definitions.ts';
export type { Definitions } from './definitions.ts';
export type { Diagnostic } from './diagnostic/diagnostic.ts';
export { renderClassic, renderJson, renderPretty } from './diagnostic/render.ts';
export type { PrettyOptions } from './diagnostic/render.ts';
export type { Language } from './language/index.ts';
export { translateJavaScript, translateSource } from './translate.ts';
export type { JavaScriptOptions, TranslateSourceOptions } from './sourceoptions.ts';
export type { Translation } from './translate.ts';
export { argumentTexts, assembleLines } from './assemble.ts';
export type { Assembled, AssembledLine, AssembleOptions } from './assemble.ts';
export { explain, isWarningCode } from './diagnostic/explanation.ts';
export { ERRORS, NOTES, WARNINGS } from './diagnostic/explanationtable.ts';
export type { Explanation } from './diagnostic/explanationtable.ts';
export type { DiagnosticCode, ErrorCode, NoteCode, WarningCode } from './diagnostic/diagnosticcode.ts';
export type { Argument, Place } from './item.ts';
export type { BinaryFile, Included, ReadBinary, ReadInclude } from './directive/include.ts';

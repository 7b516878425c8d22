/**
 * The translation of files in every language: a bundle of its own (`#translator`), loaded with the first
 * translation.
 */
export { compile } from './compile.ts';
export { translateFile, translateNow } from './translatefile.ts';
export { type SiteArgument, type TranslatedSite, translateSite } from './templatefile.ts';
export { TranslationError } from './translationerror.ts';
export { writeTemplateFunction } from '../preprocessor/templatefunction.ts';
// What the language server needs.
export { observeSource } from '../preprocessor/observe.ts';
export { archNames, renderForms, translateSource } from '../preprocessor/index.ts';
export { DIRECTIVES } from '../preprocessor/description.ts';
export { scanBrackets } from '../preprocessor/language/bracket.ts';
export { splitStatement } from '../preprocessor/statement.ts';
export { FILE_LANGUAGES, LANGUAGES } from './filelanguage.ts';
export { fileReaders } from './includepath.ts';
export { processPlatform } from './processplatform.ts';

/**
 * The translation of files in every language: a bundle of its own (`#translator`), loaded with the first
 * translation.
 */
export { compile } from './compile.ts';
export { translateFile, translateNow } from './translatefile.ts';
export { type SiteArgument, type TranslatedSite, translateSite } from './templatefile.ts';
export { TranslationError } from './translationerror.ts';
export { writeTemplateFunction } from '../preprocessor/templatefunction.ts';

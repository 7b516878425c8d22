/**
 * Translates the template of one call site. Takes its parts and the file that it stands in; returns its
 * chunks and puts as plain data, and a function that says where in the parts something stands.
 */
import type { TemplateArgument, TranslatedTemplate } from '../preprocessor/template.ts';
import { translateTemplate } from '../preprocessor/template.ts';
import { moduleReaders } from './includepath.ts';
import { processPlatform } from './processplatform.ts';

export type SiteArgument = TemplateArgument;
export type TranslatedSite = TranslatedTemplate;

/**
 * @param parts the raw strings of the template
 * @param file `.include` and `.incbin` look beside it
 */
export function translateSite(
  parts: readonly string[],
  arch: 'x64' | 'x86' | 'arm64',
  file: string,
): TranslatedTemplate {
  // The code is for that architecture and this system.
  const platform = processPlatform().replace(/^[^-]*/, arch);
  return translateTemplate(parts, { file, arch, platform, ...moduleReaders({}) });
}

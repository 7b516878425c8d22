/** The output languages. Everything else about a language is known only to its target. */
import { FatalError } from '../diagnostic/error.ts';
import { cLanguage } from './c/c.ts';
import { luaLanguage } from './lua/lua.ts';
import type { OutputLanguage } from './outputlanguage.ts';
import { typescriptLanguage } from './typescript/typescript.ts';

export type Language = 'ts' | 'js' | 'c' | 'lua';

/** Throws `FatalError` for a language that cannot be written. */
export function findLanguage(lang: Language): OutputLanguage {
  switch (lang) {
    case 'c':
      return cLanguage;
    // JavaScript is TypeScript without its types; taking them off is not the translator's business.
    case 'ts':
    case 'js':
      return typescriptLanguage;
    case 'lua':
      return luaLanguage;
    default:
      return unknownLanguage(lang);
  }
}

function unknownLanguage(lang: never): never {
  throw new FatalError(`output language \`${String(lang)}' is not supported`, {
    code: 'language',
    notes: ['supported: ts, js, c, lua'],
  });
}

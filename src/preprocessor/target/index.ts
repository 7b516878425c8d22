/** The output languages. Everything else about a language is known only to its target. */
import { FatalError } from '../diagnostic.ts';
import { cTarget } from './c.ts';
import { luaTarget } from './lua.ts';
import type { Target } from './target.ts';
import { typescriptTarget } from './typescript.ts';

export type Language = 'ts' | 'js' | 'c' | 'lua';

/** Throws `FatalError` for a language that cannot be written. */
export function findTarget(lang: Language): Target {
  switch (lang) {
    case 'c':
      return cTarget;
    // JavaScript is TypeScript without its types; taking them off is not the translator's business.
    case 'ts':
    case 'js':
      return typescriptTarget;
    case 'lua':
      return luaTarget;
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

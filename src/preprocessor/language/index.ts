/** Finds an output language by its name. All else about a language is known only in its folder. */
import { FatalError } from '../diagnostic/error.ts';
import { cLanguage } from './c/c.ts';
import { luaLanguage } from './lua/lua.ts';
import type { OutputLanguage } from './outputlanguage.ts';
import { typescriptLanguage } from './typescript/typescript.ts';

export type Language = 'ts' | 'js' | 'c' | 'lua';

/** @throws {FatalError} there is not such a language */
export function findLanguage(name: Language): OutputLanguage {
  switch (name) {
    case 'c':
      return cLanguage;
    // JavaScript is made of the TypeScript output later, by those who know files: the translator does not
    // strip types.
    case 'ts':
    case 'js':
      return typescriptLanguage;
    case 'lua':
      return luaLanguage;
    default:
      return failLanguage(name);
  }
}

function failLanguage(name: never): never {
  throw new FatalError(`output language \`${String(name)}' is not supported`, {
    code: 'language',
    notes: ['supported: ts, js, c, lua'],
  });
}

/** Finds an output language by its name. All else about a language is known only in its folder. */
import { FatalError } from '../diagnostic/error.ts';
import { cLanguage } from './c/c.ts';
import { luaLanguage } from './lua/lua.ts';
import type { OutputLanguage } from './outputlanguage.ts';
import { typescriptLanguage } from './typescript/typescript.ts';

export type Language = 'ts' | 'js' | 'c' | 'lua';

/** @throws {FatalError} there is not such a language, or the translator does not write it */
export function findLanguage(name: Language): OutputLanguage {
  switch (name) {
    case 'c':
      return cLanguage;
    case 'ts':
      return typescriptLanguage;
    case 'js':
      // Those who know files make it of the TypeScript output: the translator does not strip types.
      return failLanguage(name, [
        'translate to ts and strip the types of the code; `translate` of the package `dynasm` does that, too',
      ]);
    case 'lua':
      return luaLanguage;
    default:
      return failLanguage(name, ['supported: ts, c, lua, and js where `translate` strips the types']);
  }
}

function failLanguage(name: string, notes: readonly string[]): never {
  throw new FatalError(`output language \`${name}' is not supported`, { code: 'language', notes });
}

/**
 * The output languages, as far as files are concerned: their endings and encodings, and which language the
 * names of the input and the output ask for.
 */
import { extname } from 'node:path';
import type { Language } from '../preprocessor/index.ts';
import { OutputLanguageError } from './translationerror.ts';

/** How a file's bytes become a string. `latin1` makes a byte string: each character is a byte. */
export type Encoding = 'utf8' | 'latin1';

export interface FileLanguage {
  /** The language's name in messages. */
  readonly title: string;
  /**
   * The ending of sources with assembly lines. Languages that share it are a family: a source may become any
   * of them.
   */
  readonly source: '.dast' | '.dasc' | '.dasl';
  /** The endings of generated files, and of sources that have no ending of their own. */
  readonly endings: readonly string[];
  /** C and Lua files are in no certain encoding: their bytes come out as they went in. */
  readonly encoding: Encoding;
  /** Whether included files are also looked for beside the file that includes them; DynASM does not. */
  readonly includesBeside: boolean;
  /** Whether a parser reads the output before it is written. */
  readonly isParsed: boolean;
  /** Whether the generated TypeScript loses its types at the end. */
  readonly stripsTypes: boolean;
  /** The translator that is enough for it: `classic.ts`, or the one for all languages. */
  readonly translator: 'classic' | 'full';
}

const TYPESCRIPT = {
  title: 'TypeScript',
  source: '.dast',
  endings: ['.ts', '.mts', '.cts', '.tsx'],
  encoding: 'utf8',
  includesBeside: true,
  isParsed: true,
  stripsTypes: false,
  translator: 'full',
} as const;

const C = {
  title: 'C',
  source: '.dasc',
  endings: ['.c', '.h', '.cc', '.cpp', '.cxx', '.c++', '.hh', '.hpp', '.hxx', '.h++'],
  encoding: 'latin1',
  includesBeside: false,
  isParsed: false,
  stripsTypes: false,
  translator: 'classic',
} as const;

export const FILE_LANGUAGES: Readonly<Record<Language, FileLanguage>> = {
  ts: TYPESCRIPT,
  js: { ...TYPESCRIPT, title: 'JavaScript', endings: ['.js', '.mjs', '.cjs', '.jsx'], stripsTypes: true },
  c: C,
  lua: { ...C, title: 'Lua', source: '.dasl', endings: ['.lua'] },
};

/** All languages, in the order in which messages list them. */
export const LANGUAGES = Object.keys(FILE_LANGUAGES) as readonly Language[];

/**
 * The output language that the names of the files ask for. The input's ending gives the family, and the
 * output's the language within it; an ending that is unknown says nothing. Undefined if neither says
 * anything.
 *
 * @param output absent for standard output
 * @throws {OutputLanguageError} if the output's ending belongs to another family, or is `.cjs`, which no ES
 * module can have
 */
export function chooseLanguage(input: string, output?: string): Language | undefined {
  const own = languageOf(input);
  const wanted = output === undefined ? undefined : languageOf(output);
  if (output === undefined || wanted === undefined) return own;
  const family = FILE_LANGUAGES[own ?? wanted].source;
  if (FILE_LANGUAGES[wanted].source !== family) {
    const { titles, endings } = describeFamily(family);
    throw new OutputLanguageError(
      `\`${input}' is translated to ${titles}, but \`${output}' is named as ${FILE_LANGUAGES[wanted].title}: ` +
        `choose an output that ends in ${endings}, or give the language (--lang, option lang)`,
    );
  }
  if (extname(output).toLowerCase() === '.cjs') {
    throw new OutputLanguageError(
      `\`${input}' is translated to an ES module, but \`${output}' is named as CommonJS: ` +
        'choose an output that ends in .js or .mjs, or give the language (--lang, option lang)',
    );
  }
  return wanted;
}

/**
 * The language that a file's ending, in upper or lower case, stands for. A source becomes the first of its
 * family.
 */
function languageOf(file: string): Language | undefined {
  const ending = extname(file).toLowerCase();
  return LANGUAGES.find(lang => {
    const { source, endings } = FILE_LANGUAGES[lang];
    return source === ending || endings.includes(ending);
  });
}

function describeFamily(family: string): { titles: string; endings: string } {
  const members = Object.values(FILE_LANGUAGES).filter(({ source }) => source === family);
  const endings = members.flatMap(member => member.endings).filter(ending => ending !== '.cjs');
  return { titles: members.map(({ title }) => title).join(' or '), endings: listOr(endings) };
}

function listOr(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

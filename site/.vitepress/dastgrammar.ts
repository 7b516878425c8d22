/** Languages of code blocks: `.dast` files, in the colours that editors have for them, and terminals. */
import type { MarkdownOptions } from 'vitepress';
import {
  BLOCK_COMMENT,
  DAST,
  LINE_COMMENT,
  NUMBER,
  REGISTER,
  SIZE,
  STRING,
} from '../../editor/vscode/grammar.ts';

type Languages = NonNullable<MarkdownOptions['languages']>;

/** The words of the language for the playground's editor, in the order in which they are tried. */
export const ASSEMBLY = [
  LINE_COMMENT,
  BLOCK_COMMENT,
  { name: 'string.quoted', match: STRING },
  { name: 'keyword.control.directive', match: String.raw`(?<![\w\])])\.[a-z_]\w*` },
  {
    name: 'entity.name.label',
    match: String.raw`(?:->|=>|%%)[A-Za-z_]\w*(?:\(.*?\))?:?|[<>]?\b[1-9]\b:|[<>][1-9]\b`,
  },
  { name: 'variable.language.register', match: REGISTER },
  { name: 'storage.type.size', match: SIZE },
  { name: 'constant.numeric', match: NUMBER },
];

/** The instruction, or macro, at the beginning of a statement. */
export const FIRST_WORD = String.raw`([a-z][\w.]*)\b(?!\s*[(:=])`;

/** What is typed, and what is printed, where listings of code have colours. */
const terminal = {
  name: 'terminal',
  displayName: 'Terminal',
  scopeName: 'text.terminal',
  embeddedLangs: ['shellscript'],
  repository: {},
  patterns: [
    { begin: String.raw`^\$ `, end: '$', name: 'markup.bold', patterns: [{ include: 'source.shell' }] },
    { match: String.raw`^->\w+:|^\d:$`, name: 'entity.name.label' },
    {
      match: String.raw`^([\da-f…]+)  ((?:[\da-f]{2} )*[\da-f]{2}) +([.a-z]\w*)`,
      captures: {
        1: { name: 'comment.address' },
        2: { name: 'constant.numeric' },
        3: { name: 'keyword.mnemonic' },
      },
    },
    { match: String.raw`(?<= ); .*$`, name: 'comment.line' },
    { match: String.raw`\b(error|warning|note)(?=: )`, name: 'keyword.severity' },
  ],
};

/** Shiki loads the languages that another needs only if they stand in front of it. */
export const LANGUAGES = ['typescript', 'shellscript', DAST, terminal] as unknown as Languages;

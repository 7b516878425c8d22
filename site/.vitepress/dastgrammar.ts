/**
 * Colours for `.dast` files: TypeScript, in which a line that begins with a bar is assembly. The line wins over
 * whatever TypeScript makes of it, but in comments and templates.
 */
import type { MarkdownOptions } from 'vitepress';

type Languages = NonNullable<MarkdownOptions['languages']>;

/** The words of the language, in the order in which they are tried. The playground's editor has its colours from here, too. */
export const ASSEMBLY = [
  { name: 'comment.line', match: String.raw`//.*$` },
  { name: 'comment.block', begin: String.raw`/\*`, end: String.raw`\*/` },
  { name: 'string.quoted', match: String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'` },
  { name: 'keyword.control.directive', match: String.raw`(?<![\w\])])\.[a-z_]\w*` },
  {
    name: 'entity.name.label',
    match: String.raw`(?:->|=>|%%)[A-Za-z_]\w*(?:\(.*?\))?:?|[<>]?\b[1-9]\b:|[<>][1-9]\b`,
  },
  {
    name: 'variable.language.register',
    match: String.raw`\b(?:[re]?(?:ax|bx|cx|dx|si|di|sp|bp)|[abcd][hl]|(?:si|di|sp|bp)l|r(?:[89]|1\d|2\d|3[01])[dwb]?|R[abdfqw](?=\()|[xyz]mm\d*|st\d|k[0-7]|C(?:F?ARG\d|RET|FRET|SAVE\d|TMP\d)[dwb]?)\b`,
  },
  {
    name: 'storage.type.size',
    match: String.raw`\b(?:byte|word|dword|qword|oword|yword|zword|tword|aword|short|extern)\b`,
  },
  { name: 'constant.numeric', match: String.raw`\b(?:0x[\da-fA-F_]+|\d[\d_.]*(?:e-?\d+)?)n?\b` },
  {
    match: String.raw`((?:^|;|:)\s*)([a-z][\w.]*)\b(?!\s*[(:=])`,
    captures: { 2: { name: 'keyword.mnemonic' } },
  },
];

/** The instruction, or macro, at the beginning of a statement. */
export const FIRST_WORD = String.raw`([a-z][\w.]*)\b(?!\s*[(:=])`;

const grammar = {
  name: 'dast',
  displayName: 'DynASM in TypeScript',
  scopeName: 'source.dast',
  embeddedLangs: ['typescript'],
  patterns: [{ include: 'source.ts' }],
  repository: {},
  injections: {
    'L:source.dast -comment -string': {
      patterns: [
        {
          begin: String.raw`^\s*(\|)(?!\|)`,
          beginCaptures: { 1: { name: 'punctuation.bar' } },
          end: '$',
          name: 'meta.assembly',
          patterns: [
            {
              match: String.raw`\G\s*${FIRST_WORD}`,
              captures: { 1: { name: 'keyword.mnemonic' } },
            },
            ...ASSEMBLY,
          ],
        },
        { match: String.raw`^\s*(\|\|)`, captures: { 1: { name: 'punctuation.bar' } } },
      ],
    },
  },
};

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
export const LANGUAGES = ['typescript', 'shellscript', grammar, terminal] as unknown as Languages;

/**
 * Colours for `.dast`, `.dasc` and `.dasl` files, as TextMate grammars: a host language, in which a line that begins with a
 * bar is assembly. The line wins over whatever the host makes of it. The extension and the site use them.
 */

/** A rule of a TextMate grammar. */
export interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<number, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<number, { readonly name: string }>>;
  readonly patterns?: readonly Rule[];
}

export interface Grammar {
  readonly name: string;
  readonly displayName: string;
  readonly scopeName: string;
  /** The host languages, as Shiki calls them. */
  readonly embeddedLangs: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
  readonly injections: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;
}

interface Host {
  readonly name: string;
  readonly displayName: string;
  readonly scopeName: string;
  readonly language: string;
  /** Where a bar at the start of a line does not begin assembly. */
  readonly except: string;
  readonly comments: readonly Rule[];
}

export const LINE_COMMENT = { name: 'comment.line', match: String.raw`//.*$` };
export const BLOCK_COMMENT = { name: 'comment.block', match: String.raw`/\*.*?(?:\*/|$)` };

/** The registers of x86, x64 and ARM64, and names of calling conventions; with an expression: variable registers. */
const REGISTERS = [
  String.raw`[re]?(?:ax|bx|cx|dx|si|di|sp|bp)`,
  String.raw`[abcd][hl]|(?:si|di|sp|bp)l|[c-gs]s`,
  String.raw`r(?:\d|1\d|2\d|3[01])[dwb]?`,
  String.raw`[xyz]mm\d*|t?mm\d*|st[0-7]|k[0-7]|[cdt]r\d+|bnd[0-3]`,
  String.raw`[xwbhsdqv](?:[12]?\d|3[01])|w?sp|[wx]zr|fp|lr|ip[01]`,
  String.raw`C(?:F?ARG\d+(?:_\d+)?|F?RET|SAVE\d+|F?TMP\d+)[dwb]?`,
  String.raw`(?:R[abdfhqsvwx]|k|cr|dr|tr|bnd)(?=\()`,
].join('|');

export const STRING = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`;
export const REGISTER = String.raw`(?<![\w.$@])(?:${REGISTERS})(?![\w$@])`;
export const SIZE = String.raw`\b(?:byte|word|dword|qword|oword|hword|yword|zword|tword|fword|aword|short|near|far|extern)\b`;
export const NUMBER = String.raw`\b(?:0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*(?:\.[\d_]+)?(?:[eE][-+]?\d+)?)n?\b`;

/** What stands in a line of assembly, but comments. */
const ASSEMBLY: readonly Rule[] = [
  { name: 'string.quoted', match: STRING },
  {
    match: String.raw`(\bextern)\s+([\w@.$?]+)|((?:\G|(?<=;))\s*\.(?:(?:end)?proc|label))\s+([A-Za-z_]\w*|[1-9]\b)`,
    captures: {
      1: { name: 'storage.type.size' },
      2: { name: 'entity.name.label' },
      3: { name: 'keyword.control.directive' },
      4: { name: 'entity.name.label' },
    },
  },
  { name: 'keyword.control.directive', match: String.raw`(?:\G|(?<=;))\s*\.[A-Za-z_][\w.]*` },
  {
    name: 'entity.name.label',
    match: String.raw`(?:->|=>|%%)[A-Za-z_][\w@]*|(?:\G|(?<=;))\s*[1-9](?=\s*:)|[<>][1-9]\b`,
  },
  { name: 'variable.language.register', match: REGISTER },
  { name: 'storage.type.size', match: SIZE },
  { name: 'constant.numeric', match: NUMBER },
  { name: 'keyword.operator.paste', match: String.raw`\.\.` },
  {
    match: String.raw`(?:\G|(?<=;))\s*(\{\w+\})?\s*([A-Za-z_][\w.]*)(?!\s*:|\w)`,
    captures: { 1: { name: 'keyword.control.encoding' }, 2: { name: 'keyword.mnemonic' } },
  },
];

function makeGrammar({ name, displayName, scopeName, language, except, comments }: Host): Grammar {
  const host: Rule = { include: scopeName };
  return {
    name,
    displayName,
    scopeName: `source.${name}`,
    embeddedLangs: [language],
    patterns: [host],
    repository: {},
    injections: {
      [`L:source.${name}${except}`]: {
        patterns: [
          {
            begin: String.raw`^\s*(\|)(?!\|)`,
            beginCaptures: { 1: { name: 'punctuation.bar' } },
            end: '$',
            name: 'meta.assembly',
            patterns: [...comments, ...ASSEMBLY],
          },
          { match: String.raw`^\s*(\|\|)`, captures: { 1: { name: 'punctuation.bar' } } },
        ],
      },
    },
  };
}

export const DAST = makeGrammar({
  name: 'dast',
  displayName: 'DynASM in TypeScript',
  scopeName: 'source.ts',
  language: 'typescript',
  // A bar may also stand in front of a member of a union.
  except: ' -comment -string -meta.type.declaration -meta.type.annotation',
  comments: [LINE_COMMENT, BLOCK_COMMENT],
});

// DynASM looks at nothing but the bar, also in comments.
export const DASC = makeGrammar({
  name: 'dasc',
  displayName: 'DynASM in C',
  scopeName: 'source.c',
  language: 'c',
  except: '',
  comments: [LINE_COMMENT, BLOCK_COMMENT],
});

export const DASL = makeGrammar({
  name: 'dasl',
  displayName: 'DynASM in Lua',
  scopeName: 'source.lua',
  language: 'lua',
  except: '',
  comments: [{ name: 'comment.line.double-dash', match: String.raw`(?:--|//).*$` }],
});

export const GRAMMARS: readonly Grammar[] = [DAST, DASC, DASL];

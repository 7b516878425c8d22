/** Colours by meaning: what each word of an assembly line is, in the numbers of the protocol. */
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { Arch } from '../preprocessor/arch/arch.ts';
import type { Analysis, Statement } from './analysis.ts';
import type { NamedSymbol } from './nameindex.ts';
import type { ReadStatement } from './statementreader.ts';

/** `register`, `directive` and `mnemonic` are ours; the rest is standard. */
const TYPES = [
  'mnemonic',
  'directive',
  'macro',
  'register',
  'label',
  'define',
  'parameter',
  'type',
  'namespace',
] as const;
type TokenType = (typeof TYPES)[number];
const DEFINITION = 1;
const UNUSED = 2;

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: ['definition', 'skipped'],
};

const BY_KIND: Readonly<Record<NamedSymbol['kind'], TokenType>> = {
  label: 'label',
  macro: 'macro',
  define: 'define',
  parameter: 'parameter',
  type: 'type',
  section: 'namespace',
  capture: 'namespace',
};

interface Token {
  readonly column: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: number;
}

/** The colours of the lines from `first` up to `last`, which count from 1. */
export function tokensIn(analysis: Analysis, file: string, first = 1, last = Infinity): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const rows = analysis.rows(file);
  const registers = registersOf(analysis.observed.arch);
  for (let line = first; line <= Math.min(last, rows.length); line++) {
    const tokens = new Map<number, Token>();
    for (const { symbol, occurrence } of analysis.index.line(file, line)) {
      const { column, length } = occurrence.at;
      const modifiers = occurrence.isDefinition ? DEFINITION : 0;
      tokens.set(column, { column, length, type: BY_KIND[symbol.kind], modifiers });
    }
    for (const statement of rows[line - 1]?.statements ?? []) {
      for (const token of wordsOf(statement, analysis.read(statement.text), analysis, registers))
        if (!tokens.has(token.column)) tokens.set(token.column, token);
    }
    for (const { column, length, type, modifiers } of [...tokens.values()].toSorted(
      (a, b) => a.column - b.column,
    )) {
      builder.push(line - 1, column - 1, length, TYPES.indexOf(type), modifiers);
    }
  }
  return builder.build();
}

/** The names of registers; true for those of classes, behind which the number stands: `k(n)`. */
function registersOf(arch: Arch | undefined): ReadonlyMap<string, boolean> {
  const classes = new Set(arch?.registerGroups.map(({ variable }) => variable));
  return new Map(arch?.editing.registers.map(name => [name, classes.has(name)]));
}

/** The name of a statement, and its registers. */
function* wordsOf(
  { text, place, fate }: Statement,
  { name, nameSpan, words }: ReadStatement,
  { observed }: Analysis,
  registers: ReadonlyMap<string, boolean>,
): Generator<Token> {
  if (fate === 'raw' || text.startsWith('|')) return;
  const modifiers = fate === 'skipped' ? UNUSED : 0;
  if (nameSpan && observed.isStatement(name) && name !== '.label') {
    const type = name.startsWith('.') ? 'directive' : 'mnemonic';
    yield { column: place.column + nameSpan.start, length: nameSpan.end - nameSpan.start, type, modifiers };
  }
  for (const { word, start } of words) {
    if (!registers.has(word) || (nameSpan && start < nameSpan.end)) continue;
    // `k(n)` is a variable register, `k` alone a name of the program.
    if (!registers.get(word) || text.charAt(start + word.length) === '(')
      yield { column: place.column + start, length: word.length, type: 'register', modifiers };
  }
}

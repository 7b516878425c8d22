/** The structure of a document: what it defines, and what can be folded. */
import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from './analysis.ts';
import type { NamedSymbol } from './nameindex.ts';
import { rangeOf } from './place.ts';

const KINDS: Readonly<Record<NamedSymbol['kind'], SymbolKind | undefined>> = {
  label: SymbolKind.Field,
  macro: SymbolKind.Function,
  define: SymbolKind.Constant,
  type: SymbolKind.Struct,
  section: SymbolKind.Namespace,
  capture: SymbolKind.Namespace,
  parameter: undefined,
};

/** Directives that begin and end a block; what stands between ends one and begins another. */
const BEGINS: ReadonlyMap<string, string> = new Map([
  ['.macro', 'macro'],
  ['.if', 'if'],
  ['.elif', 'if'],
  ['.else', 'if'],
  ['.capture', 'capture'],
  ['.proc', 'proc'],
]);
const ENDS: ReadonlyMap<string, string> = new Map([
  ['.endmacro', 'macro'],
  ['.elif', 'if'],
  ['.else', 'if'],
  ['.endif', 'if'],
  ['.endcapture', 'capture'],
  ['.endproc', 'proc'],
]);

interface Block {
  readonly kind: string;
  /** Numbers of lines, from 1. */
  readonly start: number;
  end: number;
}

/** The blocks of directives, by their lines. */
function blocksOf(analysis: Analysis, file: string): readonly Block[] {
  const open: Block[] = [];
  const blocks: Block[] = [];
  for (const [index, row] of analysis.rows(file).entries()) {
    for (const { text } of row?.statements ?? []) {
      if (!text.includes('.')) continue;
      const { name } = analysis.read(text);
      const ended = ENDS.get(name);
      const line = index + 1;
      const last = ended === undefined ? -1 : open.findLastIndex(({ kind }) => kind === ended);
      if (last >= 0) {
        const [block] = open.splice(last);
        // The line that goes on with another branch stays visible.
        if (block) blocks.push({ ...block, end: name.startsWith('.end') ? line : line - 1 });
      }
      const begun = BEGINS.get(name);
      if (begun !== undefined) open.push({ kind: begun, start: line, end: line });
    }
  }
  return blocks;
}

export function symbolsIn(analysis: Analysis, file: string): DocumentSymbol[] {
  const ends = new Map(blocksOf(analysis, file).map(({ start, end }) => [start, end]));
  const found: DocumentSymbol[] = [];
  for (const { kind, text, meaning, occurrences } of analysis.index.symbols) {
    const symbolKind = KINDS[kind];
    // Local labels are too many to be looked for.
    if (symbolKind === undefined || /^(?:\d|%%)/.test(text)) continue;
    for (const { at, isDefinition } of occurrences) {
      if (!isDefinition || at.file !== file) continue;
      const selectionRange = rangeOf(at);
      const end = ends.get(at.line);
      const range =
        end === undefined
          ? selectionRange
          : { start: selectionRange.start, end: { line: end - 1, character: 0 } };
      const detail = meaning === undefined || meaning === '' ? {} : { detail: meaning };
      found.push({ name: text, kind: symbolKind, range, selectionRange, ...detail });
    }
  }
  return found.toSorted((a, b) => a.range.start.line - b.range.start.line);
}

/** Blocks of directives, and of the host language by their indentation. */
export function foldingsIn(analysis: Analysis, file: string, text: string): FoldingRange[] {
  const blocks = blocksOf(analysis, file).filter(({ start, end }) => end > start);
  const ranges = blocks.map(({ start, end }) => ({ startLine: start - 1, endLine: end - 1 }));
  const taken = new Set(ranges.map(({ startLine }) => startLine));
  return [...ranges, ...indented(text).filter(({ startLine }) => !taken.has(startLine))];
}

/** The blocks under lines that are indented less. Blank lines at the end of a block do not belong to it. */
function indented(text: string): FoldingRange[] {
  const open: { readonly indent: number; readonly line: number }[] = [];
  const ranges: FoldingRange[] = [];
  let last = 0;
  const close = (indent: number): void => {
    while ((open.at(-1)?.indent ?? -1) >= indent) {
      const { line = 0 } = open.pop() ?? {};
      if (last > line) ranges.push({ startLine: line, endLine: last });
    }
  };
  for (const [line, each] of text.split('\n').entries()) {
    const indent = each.search(/[^\s]/);
    if (indent < 0) continue;
    close(indent);
    open.push({ indent, line });
    last = line;
  }
  close(0);
  return ranges;
}

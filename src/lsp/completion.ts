/**
 * What may stand at a place of an assembly line: statements, or what fits an operand. Takes an analysis and
 * the text of the line up to the cursor; returns items.
 */
import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver';
import type { Dialect } from '../preprocessor/language/outputlanguage.ts';
import { archNames, DIRECTIVES, renderForms, scanBrackets } from '#translator';
import type { Analysis } from './analysis.ts';
import { findDirective, formsOf } from './hover.ts';
import type { NamedSymbol } from './nameindex.ts';
import { membersOf } from './members.ts';

/** The part of a statement in front of the cursor. */
interface Context {
  /** What is being written: the end of it is replaced. */
  readonly word: string;
  /** The name of the statement; undefined where that is being written. */
  readonly name: string | undefined;
  /** The number of the operand, from 0. */
  readonly position: number;
  /** The operand up to the word. */
  readonly operand: string;
  readonly isAddress: boolean;
}

/** A word with what belongs to it in front: `.name`, `->name`, `%%name`, `#NAME`, `<1`. */
const WORD = /(?:->|=>|%%|[.#<>])?[\w$]*$/;
const STATEMENT_WORD = /^\s*((?:->|=>|%%|[.{])?[\w.$]*)$/;

/**
 * The statement in front of the cursor, out of the text behind the bar; undefined in a comment, or in a
 * literal.
 */
function contextOf(text: string, dialect: Dialect): Context | undefined {
  const statement = openStatement(text, dialect);
  if (statement === undefined) return undefined;
  const [, start] = STATEMENT_WORD.exec(statement) ?? [];
  if (start !== undefined)
    return { word: start, name: undefined, position: 0, operand: '', isAddress: false };
  const [head = '', name = ''] = /^\s*((?:\{\w+\}\s+)?\S+)\s/.exec(statement) ?? [];
  const rest = statement.slice(head.length);
  const masked = dialect.expressions?.mask(rest) ?? rest;
  const { separators } = scanBrackets(masked, ',');
  const operand = rest.slice((separators.at(-1) ?? -1) + 1).trimStart();
  const [word = ''] = WORD.exec(operand) ?? [];
  const brackets = operand.replaceAll(/[^[\]]/g, '');
  const isAddress = brackets.lastIndexOf('[') > brackets.lastIndexOf(']');
  return {
    word,
    name,
    position: separators.length,
    operand: operand.slice(0, operand.length - word.length),
    isAddress,
  };
}

/** The statement that is not ended yet; undefined if what follows would be a comment. */
function openStatement(text: string, dialect: Dialect): string | undefined {
  try {
    // A mark that no program has: it stands at the end of the statement that goes on.
    const last = dialect.statements(`${text}\uE001`).at(-1)?.text;
    return last?.endsWith('\uE001') ? last.slice(0, -1) : undefined;
  } catch {
    return undefined;
  }
}

/** `text`: that of the line up to the cursor, which stands at line `line`, from 1. */
export function completionsAt(
  analysis: Analysis,
  file: string,
  line: number,
  text: string,
): CompletionItem[] {
  const bar = /^\s*\|(?!\|)/.exec(text)?.[0].length;
  const kind = analysis.row(file, line)?.kind;
  if (bar === undefined || kind === 'host') return [];
  const context = contextOf(text.slice(bar), analysis.observed.dialect);
  if (context === undefined) return [];
  const end = { line: line - 1, character: text.length };
  const range = { start: { ...end, character: end.character - context.word.length }, end };
  const items =
    context.name === undefined
      ? statements(analysis)
      : [...operands(context.name, context, analysis, file, line)];
  const byLabel = new Map(
    items.filter(({ label }) => fits(label, context.word)).map(item => [item.label, item]),
  );
  return [...byLabel.values()].map(item => withEdit(item, range));
}

/**
 * Whether a name may be meant by what has been written: it begins with the same sigil and letter, and the
 * other letters come in that order.
 */
function fits(label: string, word: string): boolean {
  const lower = label.toLowerCase();
  const start = word.search(/\w|$/) + 1;
  if (!lower.startsWith(word.slice(0, start).toLowerCase())) return false;
  let index = start;
  for (const character of word.slice(start).toLowerCase()) {
    index = lower.indexOf(character, index) + 1;
    if (index === 0) return false;
  }
  return true;
}

function withEdit(item: CompletionItem, range: Range): CompletionItem {
  const { label, insertText = label, ...rest } = item;
  return { label, ...rest, filterText: label, textEdit: { range, newText: insertText } };
}

/** Names of statements: mnemonics, directives, macros, sections, and labels that are not defined yet. */
function statements({ observed, index }: Analysis): CompletionItem[] {
  const { arch } = observed;
  const items: CompletionItem[] = [];
  for (const label of arch?.editing.mnemonics ?? []) {
    items.push({ label, kind: CompletionItemKind.Keyword, sortText: `2${label}`, data: 'mnemonic' });
  }
  for (const [label, parameters, meaning] of DIRECTIVES) {
    for (const each of new Set([label, ...(meaning.match(/\.\w+/g) ?? [])])) {
      if (!observed.isStatement(each) && each !== '.endmacro') continue;
      const documentation = findDirective(each)?.[2] ?? meaning;
      if (items.some(item => item.label === each)) continue;
      items.push({
        label: each,
        kind: CompletionItemKind.Keyword,
        ...(parameters !== '' && { detail: parameters }),
        documentation,
        sortText: `3${each}`,
      });
    }
  }
  for (const { kind, text, meaning = '', occurrences } of index.symbols) {
    if (kind === 'macro')
      items.push({
        label: text,
        kind: CompletionItemKind.Function,
        ...(meaning !== '' && { detail: meaning }),
        sortText: `1${text}`,
      });
    else if (kind === 'section')
      items.push({ label: `.${text}`, kind: CompletionItemKind.Module, sortText: `1${text}` });
    else if (kind === 'label' && text.startsWith('->') && !occurrences.some(each => each.isDefinition))
      items.push({ label: `${text}:`, kind: CompletionItemKind.Field, sortText: `1${text}` });
  }
  return items;
}

/** What fits an operand of the statement `name`. */
function* operands(
  name: string,
  { position, operand, isAddress, word }: Context,
  analysis: Analysis,
  file: string,
  line: number,
): Generator<CompletionItem> {
  const { observed, index } = analysis;
  const { arch } = observed;
  if (name === '.arch') {
    for (const label of archNames) yield { label, kind: CompletionItemKind.Value };
    return;
  }
  if (name === '.include') {
    yield { label: '<dynasm/abi>', kind: CompletionItemKind.Module };
    return;
  }
  if (
    /^\.(?:define|macro|type|actionlist|globals|globalnames|externnames|section)$/.test(name) &&
    position === 0
  )
    return;
  if (name === '.dumpcapture') {
    for (const { kind, text } of index.symbols)
      if (kind === 'capture') yield { label: text, kind: CompletionItemKind.Module };
    return;
  }
  // `TYPE->member`, `TYPE:register->member`
  const type = word.startsWith('->') ? /([A-Za-z_]\w*)(?::\w+)?$/.exec(operand)?.[1] : undefined;
  const typed = type === undefined ? undefined : index.find('type', type);
  if (typed) {
    for (const [member, detail] of membersOf(typed, analysis)) {
      yield { label: `->${member}`, kind: CompletionItemKind.Field, detail };
    }
    return;
  }
  const macro =
    analysis.row(file, line)?.statements.find(each => each.macro !== undefined)?.macro ??
    macroAround(analysis, file, line);
  for (const symbol of index.symbols) {
    const [only, ...others] = symbol.occurrences;
    // What is being written is no symbol yet.
    const isHere = others.length === 0 && only?.isDefinition === false && only.at.line === line;
    if (!isHere || only.at.file !== file) yield* symbolItems(symbol, macro, word);
  }
  const isStart = operand === '' || isAddress;
  if (arch === undefined || !isStart || /^[<>%=-]/.test(word)) return;
  const isInstruction = arch.editing.mnemonics.includes(name);
  const registers = isAddress
    ? arch.editing.addressRegisters
    : isInstruction
      ? arch.editing.registersAt(name, position)
      : arch.editing.registers;
  for (const [order, label] of registers.entries()) {
    const sortText = `1${String(order).padStart(4, '0')}`;
    yield { label, kind: CompletionItemKind.Variable, sortText };
  }
}

/** The macro whose definition a line stands in. */
function macroAround(analysis: Analysis, file: string, line: number): string | undefined {
  for (let above = line - 1; above > 0; above--) {
    const statement = analysis.row(file, above)?.statements.at(-1);
    if (statement) return statement.macro;
  }
  return undefined;
}

function* symbolItems(
  { kind, text, meaning, macro }: NamedSymbol,
  around: string | undefined,
  word: string,
): Generator<CompletionItem> {
  switch (kind) {
    case 'define':
      yield {
        label: text,
        kind: CompletionItemKind.Constant,
        ...(meaning !== undefined && { detail: meaning }),
        sortText: `0${text}`,
      };
      return;
    case 'parameter':
      if (macro === around) yield { label: text, kind: CompletionItemKind.Variable, sortText: `0${text}` };
      return;
    case 'type':
      yield {
        label: text,
        kind: CompletionItemKind.Struct,
        ...(meaning !== undefined && { detail: meaning }),
        sortText: `0${text}`,
      };
      yield { label: `#${text}`, kind: CompletionItemKind.Struct, detail: 'its size', sortText: `4${text}` };
      return;
    case 'label':
      if (/^\d$/.test(text)) {
        if (word.startsWith('<') || word.startsWith('>'))
          yield { label: `${word.charAt(0)}${text}`, kind: CompletionItemKind.Field, sortText: `0${text}` };
      } else if (!text.startsWith('%%') || macro === around)
        yield { label: text, kind: CompletionItemKind.Field, sortText: `2${text}` };
      return;
    default:
  }
}

/** Adds the forms of a mnemonic. */
export function resolveCompletion(item: CompletionItem, { observed }: Analysis): CompletionItem {
  if (item.data !== 'mnemonic') return item;
  const forms = formsOf(item.label, observed.arch);
  const [first] = forms;
  return {
    ...item,
    ...(first && { detail: `${first.mnemonic} ${first.operands}` }),
    documentation: { kind: 'markdown', value: ['```', renderForms(forms).trimEnd(), '```'].join('\n') },
  };
}

/**
 * The names of a program: takes what the translator told of them; returns for a place the symbol that it
 * names, and for a symbol all places.
 */
import type { Located, ObservedName, ObservedStatement } from '../preprocessor/observer.ts';
import type { ReadStatement } from './statementreader.ts';

export interface Occurrence {
  readonly at: Located;
  isDefinition: boolean;
}

export interface NamedSymbol {
  readonly kind: ObservedName['kind'];
  /** As it is written, with what tells the kind of a label: `->name`, `1`, `=>n`, `%%name`, `extern name`. */
  readonly text: string;
  /** What a define stands for, the parameters of a macro, the host's name of a type. */
  meaning: string | undefined;
  /** The macro that a parameter or a label of macros belongs to. */
  readonly macro: string | undefined;
  readonly occurrences: Occurrence[];
  /** Statements that it comes out of, through a define or a pasted word. */
  readonly hidden: { readonly file: string; readonly line: number }[];
}

export interface NamedPlace {
  readonly symbol: NamedSymbol;
  readonly occurrence: Occurrence;
}

const NONE: readonly never[] = [];

export class NameIndex {
  readonly #symbols = new Map<string, NamedSymbol>();
  /** The occurrences of each line, by file and line − 1. */
  readonly #lines = new Map<string, (NamedPlace[] | undefined)[]>();
  /** Symbols by what stands in a statement. */
  readonly #words = { define: new Map<string, NamedSymbol>(), type: new Map<string, NamedSymbol>() };
  readonly #parameters = new Map<string, Map<string, NamedSymbol>>();
  /** By name and number of operands. */
  readonly #called = new Map<string, Map<number, NamedSymbol>>();
  /** By the end of its key: the local label that a number stands for, in the text so far. */
  readonly #locals = new Map<string, { above: number; below: number }>();
  #count = 0;

  constructor(
    names: readonly ObservedName[],
    statements: Iterable<ObservedStatement>,
    read: (text: string) => ReadStatement,
  ) {
    for (const name of names) this.#add(name);
    for (const statement of statements) this.#addWords(statement, read(statement.text));
  }

  get symbols(): Iterable<NamedSymbol> {
    return this.#symbols.values();
  }

  /** The symbol at a place; line and column count from 1. The column behind it belongs to it, too. */
  at(file: string, line: number, column: number): NamedPlace | undefined {
    return this.line(file, line).findLast(
      ({ occurrence: { at } }) => at.column <= column && at.column + at.length >= column,
    );
  }

  /** What stands in a line, which counts from 1. */
  line(file: string, line: number): readonly NamedPlace[] {
    return this.#lines.get(file)?.[line - 1] ?? NONE;
  }

  /** The symbol of that kind and text; for macros with that number of parameters. */
  find(kind: NamedSymbol['kind'], text: string): NamedSymbol | undefined {
    return this.#symbols.get(`${kind} ${text}`);
  }

  #symbol(
    id: string,
    { kind, text, macro, meaning }: Pick<ObservedName, 'kind' | 'text' | 'macro' | 'meaning'>,
  ): NamedSymbol {
    let symbol = this.#symbols.get(id);
    if (symbol === undefined) {
      symbol = { kind, text, macro, meaning, occurrences: [], hidden: [] };
      this.#symbols.set(id, symbol);
      this.#setWord(symbol);
    }
    return symbol;
  }

  /** Remembers a symbol by the word that statements have for it. */
  #setWord(symbol: NamedSymbol): void {
    const { kind, text, macro = '', meaning = '' } = symbol;
    if (kind === 'define' || kind === 'type') this.#words[kind].set(text, symbol);
    else if (kind === 'parameter') inner(this.#parameters, macro).set(text, symbol);
    else if (kind === 'section') inner(this.#called, `.${text}`).set(0, symbol);
    else if (kind === 'macro') inner(this.#called, text).set(parameterCount(meaning), symbol);
  }

  #add(name: ObservedName): void {
    const { at, isDefinition, statement, meaning, kind, text, macro } = name;
    if (at === undefined) {
      // A label of a macro has its places in the macro's body, where they were found before.
      if (!/^(?:[<>]?[1-9]|%%.*)$/.test(text)) this.#symbol(`${kind} ${text}`, name).hidden.push(statement);
      return;
    }
    const known = this.#startingAt(at);
    if (known !== undefined) {
      if (isDefinition) known.occurrence.isDefinition = true;
      return;
    }
    const symbol = this.#symbolOf(name);
    if (meaning !== undefined && meaning !== '') symbol.meaning ??= meaning;
    this.#occur(symbol, at, isDefinition);
    if (kind === 'macro' && isDefinition) symbol.meaning ??= '';
    if (macro === undefined && isDefinition) symbol.meaning ??= meaning;
  }

  #occur(symbol: NamedSymbol, at: Located, isDefinition: boolean): void {
    const occurrence = { at, isDefinition };
    symbol.occurrences.push(occurrence);
    let lines = this.#lines.get(at.file);
    if (lines === undefined) {
      lines = [];
      this.#lines.set(at.file, lines);
    }
    (lines[at.line - 1] ??= []).push({ symbol, occurrence });
  }

  #startingAt({ file, line, column }: Located): NamedPlace | undefined {
    return this.line(file, line).find(({ occurrence }) => occurrence.at.column === column);
  }

  #symbolOf(name: ObservedName): NamedSymbol {
    const { kind, text, macro, meaning = '', isDefinition } = name;
    const local = kind === 'label' ? /^([<>]?)([1-9])$/.exec(text) : null;
    if (local !== null) {
      const [, sigil = '', digit = ''] = local;
      return this.#symbol(`local ${this.#local(sigil, digit, macro ?? '', isDefinition)}`, {
        ...name,
        text: digit,
      });
    }
    if (kind === 'macro') return this.#symbol(`macro ${text} ${parameterCount(meaning)}`, name);
    const scope = kind === 'parameter' || text.startsWith('%%') ? ` in ${macro}` : '';
    return this.#symbol(`${kind} ${text}${scope}`, name);
  }

  /** The number of the local label that a digit stands for. */
  #local(sigil: string, digit: string, macro: string, isDefinition: boolean): number {
    const id = `${digit} ${macro}`;
    const own = this.#locals.get(id) ?? { above: this.#count++, below: this.#count++ };
    this.#locals.set(id, own);
    if (!isDefinition) return sigil === '>' ? own.below : own.above;
    own.above = own.below;
    own.below = this.#count++;
    return own.above;
  }

  /** Defines, parameters and types are words of a statement; macros and sections are its name. */
  #addWords(
    { place, macro, fate }: ObservedStatement,
    { name, nameSpan, operandCount, words }: ReadStatement,
  ): void {
    if (fate === 'raw') return;
    const occur = (symbol: NamedSymbol, start: number, length: number): void => {
      const at = { ...place, column: place.column + start, length };
      if (this.#startingAt(at) === undefined) this.#occur(symbol, at, false);
    };
    const called = this.#called.get(name)?.get(operandCount);
    if (called && nameSpan) {
      const sigil = called.kind === 'section' ? 1 : 0;
      occur(called, nameSpan.start + sigil, nameSpan.end - nameSpan.start - sigil);
    }
    const parameters = macro === undefined ? undefined : this.#parameters.get(macro);
    const { define, type } = this.#words;
    for (const { word, start } of words) {
      const symbol = parameters?.get(word) ?? define.get(word) ?? type.get(word);
      if (symbol) occur(symbol, start, word.length);
    }
  }
}

function parameterCount(parameters: string): number {
  return parameters === '' ? 0 : parameters.split(',').length;
}

/** The map that `key` leads to. */
function inner<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

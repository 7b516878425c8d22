/**
 * Prints a unit as a TypeScript module. Takes the items of the unit, returns the text and its source map.
 * Host lines stay as they are, assembly becomes comments and puts, and the assembly that is the body of a
 * header without braces becomes one statement.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { Declaration, Item, Place } from '../../../item.ts';
import type { PrintOptions, PrintedUnit, Unit } from '../../outputlanguage.ts';
import { withLineEnds } from '../../../text/lineend.ts';
import { moveCaptures } from './captureorder.ts';
import { ChunkFunctions } from './chunkfunctions.ts';
import {
  globalConstants,
  printActionList,
  printGlobals,
  printNames,
  printNumbers,
  sectionConstants,
} from './declarations.ts';
import { DeclaredNames } from './declarednames.ts';
import { lineText, type MappedLine, type Piece } from './mappedline.ts';
import { printPut, type ModuleNames, type PutItem } from './put.ts';
import { sourceMap } from './sourcemap.ts';
import { summarise } from './summary.ts';
import { unusedName } from './unusedname.ts';

/** Stands for the namespace of `dynasm/exec` in texts that the translator makes before its name is known. */
const EXEC_MARK = '$dynasm_exec$';
/** What `#NAME` of a `.type` becomes, up to its parenthesis. */
export const SIZE_OF = `${EXEC_MARK}.sizeOf`;
/** Line breaks of JavaScript that the translator does not know as such: they would end a comment. */
const LINE_BREAK = /[\r\u2028\u2029](?!$)/g;

/** What is declared in the output: everything but types. */
type Declared = Exclude<Declaration, { kind: 'type' }>;

/** @throws {StatementError} puts without `.actionlist`, or declarations that cannot stand where they are */
export function printModule(unit: Unit, options: PrintOptions): PrintedUnit {
  const printer = new ModulePrinter(unit, options);
  const lines = printer.print();
  const functions = printer.functions?.text ?? '';
  let code = lines.map(lineText).join('\n');
  if (functions !== '') code += `\n${functions}`;
  else if (unit.source === undefined || unit.source.endsWith('\n')) code += '\n';
  code = withLineEnds(code, unit.source ?? '');
  if (!options.sourceMap) return { code };
  // The functions have no place in the source: they would count in the coverage of its lines.
  return { code, map: sourceMap(lines, unit) };
}

/** The body of a header without braces. */
interface Body {
  /** Indices of the lines with its puts. */
  readonly puts: number[];
  /** Index behind its last line of assembly. */
  end: number;
}

class ModulePrinter {
  readonly #unit: Unit;
  readonly #options: PrintOptions;
  readonly #items: readonly Item[];
  readonly #names: ModuleNames;
  /** Functions for the puts: they stand behind the lines. */
  readonly functions: ChunkFunctions | undefined;
  /** Namespace of `dynasm/encoder`. */
  readonly #encoder: string;
  /** Whether the texts of the unit have `EXEC_MARK`. */
  readonly #hasExecMark: boolean;
  /** Whether the module imports `dynasm/exec`. */
  readonly #needsExec: boolean;
  readonly #lines: MappedLine[] = [];
  /** The body of a header without braces that is being printed; undefined outside of such a body. */
  #body: Body | undefined;
  readonly #declared = new DeclaredNames();
  #listPrinted = false;
  /** Blanks in front of the bar of the last assembly line. */
  #indent = '';

  constructor(unit: Unit, options: PrintOptions) {
    this.#unit = unit;
    this.#options = options;
    const summary = summarise(unit);
    const { words } = summary;
    this.#items = summary.hasCaptures ? moveCaptures(unit.items) : unit.items;
    this.#hasExecMark = words.has(EXEC_MARK);
    this.#encoder = unusedName('$dasm', words);
    this.#needsExec = this.#hasExecMark || summary.hasMembers;
    this.functions = options.specialise ? new ChunkFunctions(unit, summary, this.#encoder) : undefined;
    this.#names = {
      list: summary.list,
      exec: unusedName('$exec', words),
      functionOf: put => this.functions?.nameOf(put),
    };
  }

  print(): readonly MappedLine[] {
    this.#items.forEach(item => this.#printItem(item));
    this.#endBody();
    // JavaScript hoists imports: the end of the module will do.
    if (this.#needsExec && !this.#listPrinted) this.#lines.push(this.#execImport());
    return this.#lines;
  }

  #printItem(item: Item): void {
    switch (item.kind) {
      case 'host':
        if (!item.isBlank) this.#endBody();
        this.#printHostLine(item.text, item.place);
        break;
      case 'comment':
        this.#printComment(item.indent, item.text);
        break;
      case 'body':
        this.#body ??= { puts: [], end: this.#lines.length };
        break;
      case 'body-end':
        this.#endBody();
        break;
      case 'put':
        this.#printPut(item);
        break;
      case 'actions':
      case 'globals':
      case 'globalnames':
      case 'externnames':
      case 'sections':
        this.#printDeclaration(item);
        break;
      // There is nothing to print. The items of captures have been moved to where they are dumped.
      case 'file':
      case 'sync':
      case 'arch':
      case 'type':
      case 'capture':
      case 'capture-end':
      case 'dump-capture':
        break;
    }
  }

  #printHostLine(text: string, place: Place): void {
    const output = this.#withExecName(text);
    if (!this.#options.sourceMap) {
      this.#lines.push(output);
      return;
    }
    // A raw line comes out without its bars, and its place is that of the second bar.
    const indent = Math.max(0, place.column - 2);
    const line: Piece[] = [
      { text: output.slice(indent), place: indent === 0 ? place : behind(place), verbatim: true },
    ];
    this.#lines.push(indent === 0 ? line : [{ text: output.slice(0, indent) }, ...line]);
  }

  #printComment(indent: string, text: string): void {
    this.#indent = indent;
    const safe = text.replace(/\r$/, '').replace(LINE_BREAK, ' ');
    if (this.#options.comments === 'line') this.#lines.push(`${indent}//|${safe}`);
    else if (this.#options.comments === 'block') {
      this.#lines.push(`${indent}/*|${safe.replaceAll('*/', '* /')} */`);
    }
    if (this.#body) this.#body.end = this.#lines.length;
  }

  #printPut(put: PutItem): void {
    if (this.#names.list === '') {
      throw new StatementError('assembly, but no .actionlist', {
        code: 'actionlist',
        place: put.place,
        notes: ['for example, at module level: .actionlist actions'],
      });
    }
    this.#body?.puts.push(this.#lines.length);
    const line = printPut(put, this.#names, this.#options.sourceMap);
    this.#lines.push(this.#hasExecMark ? mapTexts(line, text => this.#withExecName(text)) : line);
  }

  /** Makes one statement of the body of a header, if there is one. */
  #endBody(): void {
    const body = this.#body;
    if (!body) return;
    this.#body = undefined;
    const first = body.puts[0];
    const last = body.puts[body.puts.length - 1];
    if (first === undefined || last === undefined) {
      this.#lines.splice(body.end, 0, `${this.#indent}{}`);
    } else if (first !== last) {
      this.#lines[first] = openBlock(this.#lines[first] ?? []);
      this.#lines[last] = closeBlock(this.#lines[last] ?? []);
    }
  }

  #printDeclaration(item: Declared): void {
    if (this.#body) {
      throw new StatementError('a declaration cannot be the body of a header without braces', {
        code: 'declaration-place',
        place: item.place,
      });
    }
    const { globals, externs } = this.#unit;
    switch (item.kind) {
      case 'actions':
        this.#printActionList(item);
        this.#declared.add([item.name], item);
        break;
      case 'globals': {
        const names = globalConstants(item.prefix, globals);
        this.#writeLine(printGlobals(names, globals, item.place), item.place);
        this.#declared.add(names, item);
        break;
      }
      case 'globalnames':
      case 'externnames':
        this.#declared.add([item.name], item);
        this.#writeLine(printNames(item.name, item.kind === 'globalnames' ? globals : externs), item.place);
        break;
      case 'sections': {
        const names = sectionConstants(item.names);
        this.#declared.add(names, item);
        this.#writeLine(printNumbers(names), item.place);
        break;
      }
    }
  }

  #printActionList({ name, place, nested }: { name: string; place: Place; nested: boolean }): void {
    if (nested) failActionList('.actionlist stands at module level, not inside brackets or functions', place);
    if (this.#listPrinted) failActionList('a second .actionlist: a module has one', place);
    this.#listPrinted = true;
    this.#writeLine(`import * as ${this.#encoder} from 'dynasm/encoder';`, place);
    if (this.#needsExec) this.#lines.push(this.#execImport());
    const lines = printActionList(name, this.#encoder, this.#unit, this.#options.embedSource);
    for (const text of lines) this.#writeLine(text, place);
  }

  #writeLine(text: string, place: Place): void {
    this.#lines.push(this.#options.sourceMap ? [{ text, place }] : text);
  }

  #execImport(): string {
    return `import * as ${this.#names.exec} from 'dynasm/exec';`;
  }

  #withExecName(text: string): string {
    return this.#hasExecMark ? text.replaceAll(EXEC_MARK, this.#names.exec) : text;
  }
}

function failActionList(message: string, place: Place): never {
  throw new StatementError(message, { code: 'actionlist', place });
}

function behind(place: Place): Place {
  return { ...place, column: place.column + 1 };
}

function mapTexts(line: MappedLine, change: (text: string) => string): MappedLine {
  if (typeof line === 'string') return change(line);
  return line.map(piece => ({ ...piece, text: change(piece.text) }));
}

/** `line`, of which the first piece is its indentation, with an opening brace behind the indentation. */
function openBlock(line: MappedLine): MappedLine {
  if (typeof line === 'string') return line.replace(/^\s*/, '$&{ ');
  const [indent, ...rest] = line;
  return indent ? [indent, { text: '{ ' }, ...rest] : line;
}

/** `line` with a closing brace at its end. */
function closeBlock(line: MappedLine): MappedLine {
  return typeof line === 'string' ? `${line} }` : [...line, { text: ' }' }];
}

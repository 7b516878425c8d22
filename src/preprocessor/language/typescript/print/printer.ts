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
import type { ChunkFunctions } from './chunkfunctions.ts';
import {
  globalConstants,
  printActionList,
  printGlobals,
  printNames,
  printNumbers,
  sectionConstants,
} from './declarations.ts';
import { DeclaredNames } from './declarednames.ts';
import { KeptLines } from './keptlines.ts';
import { lineText, type MappedLine, type Piece } from './mappedline.ts';
import { type HostItem, type ModuleLines, OutputLines } from './modulelines.ts';
import { printPut, type ModuleNames, type PutItem } from './put.ts';
import { sourceMap } from './sourcemap.ts';
import { summarise } from './summary.ts';
import { unusedName } from './unusedname.ts';

/** Stands for the namespace of `dynasm/exec` in texts that the translator makes before its name is known. */
const EXEC_MARK = '$dynasm_exec$';
/** What `#NAME` of a `.type` becomes, up to its parenthesis. */
export const SIZE_OF = `${EXEC_MARK}.sizeOf`;

/** What is declared in the output: everything but types. */
type Declared = Exclude<Declaration, { kind: 'type' }>;

/**
 * @param Functions what writes functions for the puts; without it each put is the generic one, and what is
 *   printed beside the host lines has no types
 * @throws {StatementError} puts without `.actionlist`, or declarations that cannot stand where they are
 */
export function printModule(
  unit: Unit,
  options: PrintOptions,
  Functions?: typeof ChunkFunctions,
): PrintedUnit {
  const printer = new ModulePrinter(unit, options, Functions);
  const lines = printer.print();
  const functions = printer.functions?.text ?? '';
  const source = sourceOf(unit);
  let code = lines.map(lineText).join('\n');
  if (functions !== '') code += `\n${functions}`;
  else if (source.endsWith('\n')) code += '\n';
  code = withLineEnds(code, source);
  if (!options.sourceMap) return { code };
  // The functions have no place in the source: they would count in the coverage of its lines.
  return { code, map: sourceMap(lines, unit) };
}

/** The body of a header without braces. */
interface Body {
  readonly place: Place;
  /** The end of its last line of assembly. */
  end: number;
  /** Its last put, and the code that this is. */
  last?: { readonly put: PutItem; readonly code: number };
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
  readonly #lines: ModuleLines;
  /** The body of a header without braces that is being printed; undefined outside of such a body. */
  #body: Body | undefined;
  readonly #declared = new DeclaredNames();
  #listPrinted = false;
  /** Blanks in front of the bar of the last assembly line. */
  #indent = '';

  constructor(unit: Unit, options: PrintOptions, Functions: typeof ChunkFunctions | undefined) {
    this.#unit = unit;
    this.#options = options;
    const summary = summarise(unit);
    const { words } = summary;
    this.#items = summary.hasCaptures ? moveCaptures(unit.items, options.keepLines) : unit.items;
    this.#lines = options.keepLines ? new KeptLines(lineCount(sourceOf(unit))) : new OutputLines();
    this.#hasExecMark = words.has(EXEC_MARK);
    this.#encoder = unusedName('$dasm', words);
    this.#needsExec = this.#hasExecMark || summary.hasMembers;
    this.functions = Functions && new Functions(unit, summary, this.#encoder);
    this.#names = {
      list: summary.list,
      exec: unusedName('$exec', words),
      functionOf: put => this.functions?.nameOf(put),
    };
  }

  print(): readonly MappedLine[] {
    this.#items.forEach(item => this.#printItem(item));
    this.#endBody();
    const { lines } = this.#lines;
    // JavaScript hoists imports: the end of the module will do.
    return this.#needsExec && !this.#listPrinted ? [...lines, this.#execImport()] : lines;
  }

  #printItem(item: Item): void {
    switch (item.kind) {
      case 'host':
        if (!item.isBlank) this.#endBody();
        this.#printHostLine(item);
        break;
      case 'comment':
        this.#printComment(item.indent, item.text, item.place);
        break;
      case 'body':
        this.#body ??= { place: item.place, end: this.#lines.end };
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

  #printHostLine(host: HostItem): void {
    const { place } = host;
    const output = this.#withExecName(this.#lines.hostText(host));
    if (!this.#options.sourceMap) {
      this.#lines.addHost(output, host);
      return;
    }
    if (host.isExpanded) {
      this.#lines.addHost([{ text: output, place }], host);
      return;
    }
    // A raw line comes out without its bars, and its place is that of the second bar.
    const indent = Math.max(0, place.column - 2);
    const line: Piece[] = [
      { text: output.slice(indent), place: indent === 0 ? place : behind(place), verbatim: true },
    ];
    this.#lines.addHost(indent === 0 ? line : [{ text: output.slice(0, indent) }, ...line], host);
  }

  #printComment(indent: string, text: string, place: Place | undefined): void {
    this.#indent = indent;
    const { comments } = this.#options;
    if (comments !== 'none') this.#lines.addComment(comments, indent, text, place);
    if (this.#body) this.#body.end = this.#lines.end;
  }

  #printPut(put: PutItem): void {
    if (this.#names.list === '') {
      throw new StatementError('assembly, but no .actionlist', {
        code: 'actionlist',
        place: put.place,
        notes: ['for example, at module level: .actionlist actions'],
      });
    }
    const printed = printPut(put, this.#names, this.#options.sourceMap);
    const line = this.#hasExecMark ? mapTexts(printed, text => this.#withExecName(text)) : printed;
    const body = this.#body;
    // Also around a single put: V8 counts the block, from the beginning of the line to its end.
    const opened = body && !body.last ? openBlock(line, { ...put.place, column: 1 }) : line;
    const code = this.#lines.addCode(opened, put.place);
    if (body) body.last = { put, code };
  }

  /** Makes one statement of the body of a header, if there is one. */
  #endBody(): void {
    const body = this.#body;
    if (!body) return;
    this.#body = undefined;
    const { last, end, place } = body;
    if (last) this.#lines.close(last.code, ' }', last.put.end);
    else this.#lines.insert(end, `${this.#indent}{}`, place);
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
    if (this.#needsExec) this.#lines.addCode(this.#execImport(), place);
    const lines = printActionList(name, this.#encoder, this.#unit, this.#options.embedSource);
    for (const text of lines) this.#writeLine(text, place);
  }

  #writeLine(text: string, place: Place): void {
    this.#lines.addCode(this.#options.sourceMap ? [{ text, place }] : text, place);
  }

  #execImport(): string {
    return `import * as ${this.#names.exec} from 'dynasm/exec';`;
  }

  #withExecName(text: string): string {
    return this.#hasExecMark ? text.replaceAll(EXEC_MARK, this.#names.exec) : text;
  }
}

/** The text of the main file. */
function sourceOf({ texts, file }: Unit): string {
  return texts.get(file) ?? '';
}

/** How many lines the text has. */
function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
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
function openBlock(line: MappedLine, place: Place): MappedLine {
  if (typeof line === 'string') return line.replace(/^\s*/, '$&{ ');
  const [indent, ...rest] = line;
  return indent ? [indent, { text: '{ ', place }, ...rest] : line;
}

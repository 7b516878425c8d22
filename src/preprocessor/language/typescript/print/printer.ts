/**
 * Prints a unit as a TypeScript module: host lines as they are, assembly as comments, puts as calls on `Dst`; a run of assembly
 * that is the body of a header without braces becomes one statement.
 */
import { StatementError } from '../../../diagnostic/error.ts';
import type { Declaration, Item, Place } from '../../../item.ts';
import type { PrintOptions, Printed, Unit } from '../../outputlanguage.ts';
import { orderItems } from './captureorder.ts';
import { unusedName } from '../read/expression.ts';
import { ChunkFunctions } from './functions.ts';
import { lineText, type Line, type Piece } from './outputline.ts';
import { printActionList, printGlobals, printNames, printSections } from './declarations.ts';
import { printPut, type Names, type Put } from './put.ts';
import { sourceMap } from './sourcemap.ts';
import { survey } from './survey.ts';

/** What `#NAME` of a `.type` is substituted by, up to its parenthesis; the printer knows the namespace's real name. */
export const SIZE_OF = '$dynasm_exec$.sizeOf';
const EXEC_MARK = '$dynasm_exec$';
const LINE_BREAK = /[\r\u2028\u2029](?!$)/g;

/** What is declared in the output; a type is not. */
type Declared = Exclude<Declaration, { kind: 'type' }>;

class Printer {
  readonly #unit: Unit;
  readonly #options: PrintOptions;
  readonly #items: readonly Item[];
  readonly #names: Names;
  /** Functions for the puts, to be printed behind the lines. */
  readonly functions: ChunkFunctions | undefined;
  readonly #encoder: string;
  /** The users' texts have `EXEC_MARK`. */
  readonly #hasExecMark: boolean;
  readonly #needsExec: boolean;
  readonly #lines: Line[] = [];
  /** Indices of the puts that are the body of a header without braces; undefined outside of such a body. */
  #body: number[] | undefined;
  #listPrinted = false;
  /** Of the last assembly line. */
  #indent = '';

  constructor(unit: Unit, options: PrintOptions) {
    this.#unit = unit;
    this.#options = options;
    const found = survey(unit);
    const { words } = found;
    this.#items = found.hasCaptures ? orderItems(unit.items) : unit.items;
    this.#hasExecMark = words.has(EXEC_MARK);
    this.#encoder = unusedName('$dasm', words);
    this.#needsExec = this.#hasExecMark || found.hasMembers;
    this.functions = options.specialise ? new ChunkFunctions(unit, found, this.#encoder) : undefined;
    this.#names = {
      list: found.list,
      exec: unusedName('$exec', words),
      functionOf: put => this.functions?.nameOf(put),
    };
  }

  print(): readonly Line[] {
    this.#items.forEach(item => this.#item(item));
    this.#endBody();
    // Imports are hoisted, so the end of the module is as good as its start.
    if (this.#needsExec && !this.#listPrinted) this.#lines.push(this.#execImport());
    return this.#lines;
  }

  #item(item: Item): void {
    switch (item.kind) {
      case 'host':
        this.#endBody();
        this.#hostLine(item.text, item.place);
        break;
      case 'comment':
        this.#comment(item.indent, item.text);
        break;
      case 'body':
        this.#body ??= [];
        break;
      case 'put':
        this.#put(item);
        break;
      case 'actions':
      case 'globals':
      case 'globalnames':
      case 'externnames':
      case 'sections':
        this.#declare(item);
        break;
      // Nothing to print; a capture's items stand where they are dumped.
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

  #hostLine(text: string, place: Place): void {
    const output = this.#named(text);
    if (!this.#options.sourceMap) {
      this.#lines.push(output);
      return;
    }
    // A raw line is written without its bars; the place is that of the second one.
    const indent = Math.max(0, place.column - 2);
    const line: Piece[] = [
      { text: output.slice(indent), place: indent === 0 ? place : behind(place), verbatim: true },
    ];
    this.#lines.push(indent === 0 ? line : [{ text: output.slice(0, indent) }, ...line]);
  }

  #comment(indent: string, text: string): void {
    this.#indent = indent;
    // Line breaks of JavaScript that are none for the translator would end a comment.
    const safe = text.replace(LINE_BREAK, ' ');
    if (this.#options.comments === 'line') this.#lines.push(`${indent}//|${safe}`);
    else if (this.#options.comments === 'block') {
      this.#lines.push(`${indent}/*|${safe.replaceAll('*/', '* /')} */`);
    }
  }

  #put(put: Put): void {
    if (this.#names.list === '') {
      throw new StatementError('assembly, but no .actionlist', {
        code: 'actionlist',
        place: put.place,
        notes: ['for example, at module level: .actionlist actions'],
      });
    }
    this.#body?.push(this.#lines.length);
    const line = printPut(put, this.#names, this.#options.sourceMap);
    this.#lines.push(this.#hasExecMark ? mapTexts(line, text => this.#named(text)) : line);
  }

  /** What was collected as the body of a header becomes exactly one statement. */
  #endBody(): void {
    const body = this.#body;
    if (!body) return;
    this.#body = undefined;
    const first = body[0];
    const last = body[body.length - 1];
    if (first === undefined || last === undefined) {
      this.#lines.push(`${this.#indent}{}`);
    } else if (first !== last) {
      this.#lines[first] = opened(this.#lines[first] ?? []);
      this.#lines[last] = closed(this.#lines[last] ?? []);
    }
  }

  #declare(item: Declared): void {
    const place = 'place' in item ? item.place : undefined;
    if (this.#body) {
      throw new StatementError('a declaration cannot be the body of a header without braces', {
        code: 'declaration-place',
        ...(place && { place }),
      });
    }
    switch (item.kind) {
      case 'actions':
        this.#actionList(item);
        break;
      case 'globals':
        this.#lines.push(printGlobals(item.prefix, this.#unit.globals, item.place));
        break;
      case 'globalnames':
        this.#lines.push(printNames(item.name, this.#unit.globals));
        break;
      case 'externnames':
        this.#lines.push(printNames(item.name, this.#unit.externs));
        break;
      case 'sections':
        this.#lines.push(printSections(item.names));
        break;
    }
  }

  #actionList({ name, place, nested }: Extract<Declared, { kind: 'actions' }>): void {
    const refuse = (message: string): never => {
      throw new StatementError(message, { code: 'actionlist', place });
    };
    if (nested) refuse('.actionlist stands at module level, not inside brackets or functions');
    if (this.#listPrinted) refuse('a second .actionlist: a module has one');
    this.#listPrinted = true;
    this.#push(`import * as ${this.#encoder} from 'dynasm/encoder';`, place);
    if (this.#needsExec) this.#lines.push(this.#execImport());
    for (const text of printActionList(name, this.#encoder, this.#unit)) this.#push(text, place);
  }

  #push(text: string, place: Place): void {
    this.#lines.push(this.#options.sourceMap ? [{ text, place }] : text);
  }

  #execImport(): string {
    return `import * as ${this.#names.exec} from 'dynasm/exec';`;
  }

  #named(text: string): string {
    return this.#hasExecMark ? text.replaceAll(EXEC_MARK, this.#names.exec) : text;
  }
}

function behind(place: Place): Place {
  return { ...place, column: place.column + 1 };
}

function mapTexts(line: Line, change: (text: string) => string): Line {
  if (typeof line === 'string') return change(line);
  return line.map(piece => ({ ...piece, text: change(piece.text) }));
}

/** `line`, of which the first piece is its indentation, with a brace in front. */
function opened(line: Line): Line {
  if (typeof line === 'string') return line.replace(/^\s*/, '$&{ ');
  const [indent, ...rest] = line;
  return indent ? [indent, { text: '{ ' }, ...rest] : line;
}

function closed(line: Line): Line {
  return typeof line === 'string' ? `${line} }` : [...line, { text: ' }' }];
}

export function printUnit(unit: Unit, options: PrintOptions): Printed {
  const printer = new Printer(unit, options);
  const lines = printer.print();
  const functions = printer.functions?.text ?? '';
  let code = lines.map(lineText).join('\n');
  if (functions !== '') code += `\n${functions}`;
  else if (unit.source === undefined || unit.source.endsWith('\n')) code += '\n';
  if (!options.sourceMap) return { code };
  return { code, map: sourceMap([...lines, ...(printer.functions?.origins ?? [])], unit) };
}

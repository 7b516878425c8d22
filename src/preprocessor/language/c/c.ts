/**
 * C as an output language: the output of DynASM 1.5.0, byte for byte below the head comment. Takes the items
 * of a unit in the order of processing, returns lines of C.
 */
import type { Argument, HostType, Item } from '../../item.ts';
import { byteLines, wordLines } from '../dynasm/actionlines.ts';
import { dynasmDialect } from '../dynasm/dialect.ts';
import { OutputLines } from '../dynasm/outputlines.ts';
import type { PrintOptions, OutputLanguage, Unit } from '../outputlanguage.ts';

/** Version number that the generated code asks of the encoding engine. */
const DASM_VERSION = 10500;

/** C as DynASM 1.5.0 writes it. */
export const cLanguage: OutputLanguage = {
  dialect: /* @__PURE__ */ dynasmDialect(/\/\//),
  capabilities: {
    registersAreDefines: true,
    sharedChunks: true,
    addresses64Bit: false,
    addressSizePrefix: false,
    negativeFields: false,
    rejectsDefects: false,
    uniqueLabels: false,
    extendedActions: false,
    goesOnBehindErrors: false,
    repeatedArch: false,
    needsArch: true,
    platformDefines: false,
    packageIncludes: false,
  },
  sizeOf: ctype => `sizeof(${ctype})`,
  checkArgument: () => {},
  checkDeclaration: () => {},
  print: (unit, options) => ({ code: new CPrinter(unit, options).print().text([head(unit.file)]) }),
  captures: (unit, options) => new CPrinter(unit, options).print().captures,
};

class CPrinter {
  readonly #unit: Unit;
  readonly #options: PrintOptions;
  readonly #lines = new OutputLines();
  /**
   * The source line that a C compiler would take the next line of output for. Like DynASM this counts lines
   * as they are written, also those that are captured and come out elsewhere.
   */
  #line = 0;
  /** The source file that the next items belong to, as a C string. */
  #file = '';

  constructor(unit: Unit, options: PrintOptions) {
    this.#unit = unit;
    this.#options = options;
  }

  print(): OutputLines {
    this.#unit.items.forEach(item => this.#printItem(item));
    return this.#lines;
  }

  #write(line: string): void {
    this.#lines.write(line);
    this.#line++;
  }

  #sync(line: number): void {
    if (this.#line === line || !this.#options.lineNumbers) return;
    this.#write(`#line ${line} ${this.#file}`);
    this.#line = line;
  }

  #printItem(item: Item): void {
    switch (item.kind) {
      case 'file':
        this.#file = `"${stringText(item.file)}"`;
        this.#line = -1;
        break;
      case 'sync':
        this.#sync(item.line);
        break;
      case 'host':
        if (!item.raw) this.#sync(item.place.line);
        this.#write(item.text);
        break;
      case 'comment':
        if (item.place !== undefined) this.#sync(item.place.line);
        if (this.#options.comments === 'none') break;
        this.#write(
          this.#options.comments === 'line'
            ? `${item.indent}//|${item.text}`
            : `${item.indent}/*|${item.text} */`,
        );
        break;
      case 'body':
      case 'body-end':
        break;
      case 'put':
        this.#write(putText(item.indent, item.start, item.arguments));
        break;
      case 'arch':
        this.#write(`#if DASM_VERSION != ${DASM_VERSION}`);
        this.#write('#error "Version mismatch between DynASM and included encoding engine"');
        this.#write('#endif');
        break;
      case 'sections':
        for (const [number, name] of item.names.entries()) {
          this.#write(`#define DASM_SECTION_${name.toUpperCase()}\t${number}`);
        }
        this.#write(`#define DASM_MAXSECTION\t\t${item.names.length}`);
        break;
      case 'type':
        this.#write(`#define ${offsetMacro(item.type)}(_V) (int)(ptrdiff_t)&(((${item.type.ctype} *)0)_V)`);
        break;
      // DynASM fills these in at the end: for `#line` each counts as one line.
      case 'actions':
        this.#write(printActions(item.name, this.#unit));
        break;
      case 'globals':
        this.#write(printEnum(item.prefix, this.#unit.globals));
        break;
      case 'globalnames':
        this.#write(printNames(item.name, this.#unit.globals));
        break;
      case 'externnames':
        this.#write(printNames(item.name, this.#unit.externs));
        break;
      case 'capture':
        this.#lines.startCapture(item.name);
        this.#line = 0;
        break;
      case 'capture-end':
        this.#lines.endCapture();
        this.#line = 0;
        break;
      case 'dump-capture':
        this.#lines.dump(item.name);
        this.#line = 0;
        break;
    }
  }
}

function head(file: string): string {
  return `/*
** Made by dynasm for TypeScript, in the form of DynASM 1.5.0: the encoding engine is DynASM's.
** https://luajit.org/dynasm.html
**
** DO NOT EDIT! The original file is "${file.replaceAll('*/', '* /')}".
*/
`;
}

/**
 * The characters between the quotes of a C string that reads as `text`. DynASM writes names of files as they
 * are, and a compiler reads `src\jit` as an escape. A question mark behind another one would begin a
 * trigraph (C11, 5.2.1.1).
 */
function stringText(text: string): string {
  return text
    .replaceAll(/["\\]|(?<=\?)\?/g, '\\$&')
    .replaceAll(/[^ -~\u0080-\uffff]/g, control => `\\${control.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** Name of the macro that gives the offsets of a type's members. */
function offsetMacro(type: HostType): string {
  return `Dt${type.number.toString(16).toUpperCase()}`;
}

function putText(indent: string, start: number, args: readonly Argument[]): string {
  let text = `${indent}dasm_put(Dst, ${start}`;
  for (const argument of args) text += `, ${argumentText(argument)}`;
  return `${text});`;
}

/** An argument of a put, as C text. */
export function argumentText(argument: Argument): string {
  switch (argument.kind) {
    case 'address':
    case 'address32':
      return `(ptrdiff_t)(${argument.text})`;
    case 'low':
      return `(unsigned int)(${valueText(argument)})`;
    case 'high':
      return argument.data
        ? `(unsigned int)((unsigned long long)(${valueText(argument)})>>32)`
        : `(unsigned int)((${valueText(argument)})>>32)`;
    case 'member':
      return `${offsetMacro(argument.type)}(${argument.text})`;
    default:
      return argument.text;
  }
}

/** A value of 64 bits, of which halves are taken. */
function valueText({ text, address }: { readonly text: string; readonly address: boolean }): string {
  return address ? `(ptrdiff_t)(${text})` : text;
}

function printActions(name: string, { element, actions }: Unit): string {
  const type = element === 'byte' ? 'char' : 'int';
  return [
    `static const unsigned ${type} ${name}[${Math.max(actions.length, 1)}] = {`,
    ...(element === 'byte' ? byteLines(actions) : wordLines(actions)),
    '};',
    '',
  ].join('\n');
}

function printEnum(prefix: string, globals: readonly string[]): string {
  const members = globals.map(name => `  ${prefix}${name.replace(/@.*/s, '')},`);
  return ['enum {', ...members, `  ${prefix}_MAX`, '};'].join('\n');
}

function printNames(name: string, labels: readonly string[]): string {
  const entries = labels.map(label => `  "${label}",`);
  return [`static const char *const ${name}[] = {`, ...entries, '  (const char *)0', '};'].join('\n');
}

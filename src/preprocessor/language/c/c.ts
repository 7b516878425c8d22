/**
 * The C target: the output of DynASM 1.5.0, byte for byte below the head comment. In flow output items in the order of
 * processing, out flow lines.
 */
import type { Argument, HostType, Item } from '../../item.ts';
import { cDialect } from '../dynasm/dialect.ts';
import { actionLines, OutputLines } from '../dynasm/outputlines.ts';
import type { PrintOptions, OutputLanguage, Unit } from '../outputlanguage.ts';

/** Version number that the generated code asks of the encoding engine. */
const DASM_VERSION = 10500;
class Printer {
  readonly #unit: Unit;
  readonly #options: PrintOptions;
  readonly #lines = new OutputLines();
  /** The source line that the C compiler takes the next line for. What counts is lines as they are written, captured or not. */
  #position = 0;
  /** The source file at hand. */
  #file = '';

  constructor(unit: Unit, options: PrintOptions) {
    this.#unit = unit;
    this.#options = options;
  }

  collect(): OutputLines {
    this.#unit.items.forEach(item => this.#item(item));
    return this.#lines;
  }

  #write(line: string): void {
    this.#lines.write(line);
    this.#position++;
  }

  #sync(line: number): void {
    if (this.#position === line || !this.#options.lineNumbers) return;
    this.#write(`#line ${line} "${this.#file}"`);
    this.#position = line;
  }

  #item(item: Item): void {
    switch (item.kind) {
      case 'file':
        this.#file = item.file;
        this.#position = -1;
        break;
      case 'sync':
        this.#sync(item.line);
        break;
      case 'host':
        if (!item.raw) this.#sync(item.place.line);
        this.#write(item.text);
        break;
      case 'comment':
        if (item.line !== undefined) this.#sync(item.line);
        if (this.#options.comments === 'none') break;
        this.#write(
          this.#options.comments === 'line'
            ? `${item.indent}//|${item.text}`
            : `${item.indent}/*|${item.text} */`,
        );
        break;
      case 'body':
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
      // DynASM counts what is only known at the end as one line.
      case 'actions':
        this.#write(printActions(item.name, this.#unit.bytes));
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
        this.#position = 0;
        break;
      case 'capture-end':
        this.#lines.endCapture();
        this.#position = 0;
        break;
      case 'dump-capture':
        this.#lines.dump(item.name);
        this.#position = 0;
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
    case 'value':
    case 'register':
      return argument.text;
    case 'address':
    case 'address32':
      return `(ptrdiff_t)(${argument.text})`;
    case 'low':
      return `(unsigned int)(${wideText(argument)})`;
    case 'high':
      return argument.data
        ? `(unsigned int)((unsigned long long)(${wideText(argument)})>>32)`
        : `(unsigned int)((${wideText(argument)})>>32)`;
    default:
      return `${offsetMacro(argument.type)}(${argument.text})`;
  }
}

function wideText({ text, address }: { readonly text: string; readonly address: boolean }): string {
  return address ? `(ptrdiff_t)(${text})` : text;
}

function printActions(name: string, bytes: readonly number[]): string {
  return [
    `static const unsigned char ${name}[${Math.max(bytes.length, 1)}] = {`,
    ...actionLines(bytes),
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

/** C as DynASM 1.5.0 writes it. */
export const cLanguage: OutputLanguage = {
  dialect: cDialect,
  capabilities: {
    registersAreDefines: true,
    sharedChunks: true,
    addresses64Bit: false,
    addressSizePrefix: false,
    rejectsDefects: false,
    repeatedArch: false,
    needsArch: true,
    platformDefines: false,
  },
  sizeOf: ctype => `sizeof(${ctype})`,
  checkArgument: () => {},
  checkDeclaration: () => {},
  print: (unit, options) => ({ code: new Printer(unit, options).collect().text([head(unit.file)]) }),
  captures: (unit, options) => new Printer(unit, options).collect().captures,
};

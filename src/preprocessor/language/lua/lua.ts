/**
 * Lua as an output language: assembly inside Lua, for LuaJIT with luapower's `dasm` module. The output is
 * that of luapower's DynASM 1.4.0, byte for byte below the head comment. Takes the items of a unit in the
 * order of processing, returns lines of Lua.
 */
import { StatementError, StopError } from '../../diagnostic/error.ts';
import type { Argument, HostType, Item } from '../../item.ts';
import type { Slice } from '../../text/slice.ts';
import { closingBracket } from '../bracket.ts';
import { byteLines } from '../dynasm/actionlines.ts';
import { dynasmDialect } from '../dynasm/dialect.ts';
import { OutputLines } from '../dynasm/outputlines.ts';
import type { PrintOptions, OutputLanguage, Unit } from '../outputlanguage.ts';

/** Version number that the generated code asks of the `dasm` module. */
const DASM_VERSION = 10400;

/** Lua as luapower's DynASM 1.4.0 writes it. */
export const luaLanguage: OutputLanguage = {
  dialect: /* @__PURE__ */ dynasmDialect(/\/\/|--/),
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
    repeatedArch: true,
    needsArch: true,
    platformDefines: true,
    packageIncludes: false,
  },
  sizeOf: ctype => `ffi.sizeof("${ctype}")`,
  checkArgument: value => {
    if (value.kind === 'member') parseMember(value);
  },
  checkElement: (element, arch, at) => {
    if (element === 'byte') return;
    throw new StopError(`Lua output has no architecture \`${arch}'`, {
      code: 'arch',
      at,
      notes: [
        "luapower's `dasm' module, which runs Lua output, knows x86 and x64 only; C and TypeScript output have it",
      ],
    });
  },
  checkDeclaration: () => {},
  print: (unit, options) => ({
    code: printItems(unit, options).text(options.comments === 'none' ? [] : head(unit.file)),
  }),
  captures: (unit, options) => printItems(unit, options).captures,
};

function printItems(unit: Unit, { comments }: PrintOptions): OutputLines {
  const lines = new OutputLines();
  for (const item of unit.items) {
    if (item.kind !== 'comment' || comments !== 'none') printItem(item, unit, lines);
  }
  return lines;
}

function head(file: string): readonly string[] {
  return [
    '--',
    '-- Made by dynasm for TypeScript, in the form of DynASM 1.4.0 with Lua output: the encoding',
    "-- engine is luapower's `dasm` module. https://luapower.com/dynasm",
    '--',
    `-- DO NOT EDIT! The original file is "${file.replaceAll('\n', ' ')}".`,
    '--',
    '',
  ];
}

function printItem(item: Item, unit: Unit, lines: OutputLines): void {
  switch (item.kind) {
    case 'file':
    case 'sync':
    case 'body':
    case 'body-end':
      break;
    case 'host':
      lines.write(item.text);
      break;
    case 'comment':
      lines.write(`${item.indent}--|${item.text}`);
      break;
    case 'put':
      lines.write(
        `${item.indent}dasm.put(Dst, ${[item.start, ...item.arguments.map(argumentText)].join(', ')})`,
      );
      break;
    case 'arch':
      lines.writeAll([
        `if dasm._VERSION ~= ${DASM_VERSION} then`,
        '  error("Version mismatch between DynASM and included encoding engine")',
        'end',
      ]);
      break;
    case 'sections':
      lines.writeAll([
        ...item.names.map((name, number) => `local DASM_SECTION_${name.toUpperCase()}\t= ${number}`),
        `local DASM_MAXSECTION\t= ${item.names.length}`,
      ]);
      break;
    case 'type':
      lines.writeAll(typeHelpers(item.type));
      break;
    case 'actions':
      lines.writeAll([
        `local ${item.name} = ffi.new('const uint8_t[${Math.max(unit.actions.length, 1)}]', {`,
        ...byteLines(unit.actions),
        '})',
        '',
      ]);
      break;
    case 'globals':
      lines.writeAll([
        ...unit.globals.map((name, number) => `local ${item.prefix}${name.replace(/@.*/s, '')}\t= ${number}`),
        `local ${item.prefix}_MAX\t= ${unit.globals.length}`,
        `local DASM_MAXGLOBAL\t= ${unit.globals.length}`,
      ]);
      break;
    case 'globalnames':
      lines.writeAll([`local ${item.name} = {`, ...names(unit.globals, '  '), '}']);
      break;
    case 'externnames':
      lines.writeAll([`local ${item.name} = {`, ...names(unit.externs, ''), '}']);
      break;
    case 'capture':
      lines.startCapture(item.name);
      break;
    case 'capture-end':
      lines.endCapture();
      break;
    case 'dump-capture':
      lines.dump(item.name);
      break;
  }
}

/** Entries of a table that counts from 0. */
function names(labels: readonly string[], indent: string): readonly string[] {
  return labels.map((label, index) => `${indent}${index === 0 ? '[0] = ' : ''}"${label}",`);
}

/** `Dt1("member")` is the offset of a member, `Da1(index)` that of an array's element. */
function typeHelpers({ number, ctype }: HostType): readonly string[] {
  const suffix = hexadecimal(number);
  return [
    `local Dt${suffix}; do local ct=ffi.typeof("${ctype}"); function Dt${suffix}(f) return ffi.offsetof(ct,f) or error(string.format("'struct ${ctype}' has no member named '%s'", f)) end; end`,
    `local Da${suffix}; do local sz=ffi.sizeof("${ctype}"); function Da${suffix}(i) return i*sz end; end`,
  ];
}

function hexadecimal(number: number): string {
  return number.toString(16).toUpperCase();
}

/** An argument of a put, as Lua text. */
function argumentText(argument: Argument): string {
  switch (argument.kind) {
    case 'address':
    case 'address32':
      return `(${argument.text})`;
    case 'low':
      return `${valueText(argument)} % 2^32`;
    case 'high':
      return `${valueText(argument)} / 2^32`;
    case 'member':
      return memberText(argument.type, argument);
    default:
      return argument.text;
  }
}

/**
 * A value of 64 bits, of which halves are taken. As data it has 64 bits on x86, too, where addresses have 32.
 */
function valueText({ text, data }: { readonly text: string; readonly data: boolean }): string {
  return `ffi.cast("${data ? 'uint64_t' : 'uintptr_t'}", ${text})`;
}

/** The offset of a member in a host type, as Lua text. */
function memberText({ number }: HostType, path: Slice): string {
  const { index, member } = parseMember(path);
  const suffix = hexadecimal(number);
  const element = index === undefined ? [] : [`Da${suffix}(${index})`];
  const field = member === undefined ? [] : [`Dt${suffix}("${member}")`];
  return [...element, ...field].join('+');
}

/**
 * Cuts `[index]`, `.member`, `->member` or `[index].member` into its parts.
 * @throws {StatementError} the text is something else
 */
function parseMember(path: Slice): { readonly index?: string; readonly member?: string } {
  const { text } = path;
  const end = text.startsWith('[') ? closingBracket(text, 0) : -1;
  const index = end < 0 ? {} : { index: text.slice(1, end) };
  const rest = text.slice(end + 1);
  const member = /^(?:->|\.)([^]*)$/.exec(rest)?.[1];
  if (member !== undefined) return { ...index, member };
  if (end >= 0 && rest === '') return index;
  throw new StatementError(`invalid syntax \`${text}\``, {
    code: 'type-member',
    at: path,
    notes: ['what follows a type is `.member`, `->member`, `[index]` or `[index].member`'],
  });
}

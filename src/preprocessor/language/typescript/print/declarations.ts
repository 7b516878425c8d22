/**
 * Prints what a unit declares: the action list with all that the runtime needs to know of it, numbers and names of globals,
 * names of externs, numbers of sections.
 */
import { FORMAT } from '../../../../encoder/format/listdescription.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import type { Place } from '../../../item.ts';
import type { Unit } from '../../outputlanguage.ts';
import { isIdentifier } from '../read/expression.ts';

const WIDTH = 100;
/** An element brings one blank more. */
const INDENT = '   ';

export function quote(text: string): string {
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

function quoted(names: readonly string[]): string {
  return `[${names.map(quote).join(', ')}]`;
}

/** `name: [values…],` indented, wrapped where it gets long, but not inside a group. */
function numbers(name: string, values: readonly number[], group = 1): readonly string[] {
  const short = values.length < WIDTH ? `  ${name}: [${values.join(', ')}],` : '';
  if (short !== '' && short.length <= WIDTH) return [short];
  const lines = [`  ${name}: [`];
  let line = INDENT;
  for (let index = 0; index < values.length; index += group) {
    let texts = '';
    for (let n = index; n < index + group; n++) texts += elementText(values[n] ?? 0);
    if (line.length + texts.length > WIDTH && line !== INDENT) {
      lines.push(line);
      line = INDENT;
    }
    line += texts;
  }
  lines.push(line, '  ],');
  return lines;
}

/** Texts of the bytes, which most elements are: 2 % of a translation. */
const BYTES = Array.from({ length: 256 }, (_, byte) => ` ${byte},`);

/** A number as an element of an array. */
function elementText(value: number): string {
  return BYTES[value] ?? ` ${value},`;
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, 32 bits, of all that makes the list another one. */
function hash(text: string, bytes: readonly number[]): string {
  let value = FNV_START;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
  for (let at = 0; at < bytes.length; at++) value = Math.imul(value ^ (bytes[at] ?? 0), FNV_PRIME);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** The declaration of the action list `name`; `encoder` names the namespace of `dynasm/encoder`. */
export function printActionList(name: string, encoder: string, unit: Unit): readonly string[] {
  const { sections, globals, externs, signed, bytes, arch, lines } = unit;
  const digest = hash(JSON.stringify([FORMAT, arch, sections, globals, externs, signed]), bytes);
  const base = unit.file.replace(/^.*[\\/]/s, '');
  return [
    `const ${name} = ${encoder}.actionList({`,
    `  format: ${FORMAT}, arch: ${quote(arch)}, id: ${quote(`${base}#${digest}`)},`,
    `  sections: ${quoted(sections)},`,
    `  globals: ${quoted(globals)},`,
    `  externs: ${quoted(externs)},`,
    ...numbers('signed', signed),
    `  files: ${quoted(lines.files)},`,
    ...numbers('lines', lines.triples, 3),
    ...numbers('actions', bytes),
    '});',
  ];
}

/** The numbers of the globals as constants, `PFXname`, and `PFX_MAX`. */
export function printGlobals(prefix: string, globals: readonly string[], place: Place): string {
  const names = [...globals.map(global => prefix + global.replace(/@.*/s, '')), `${prefix}_MAX`];
  const details = { code: 'global-name', place } as const;
  for (const [index, name] of names.entries()) {
    if (!isIdentifier(name))
      throw new StatementError(`.globals makes \`${name}', which is no identifier`, details);
    if (names.indexOf(name) === index) continue;
    const clash = [globals[names.indexOf(name)], globals[index]].map(label => `->${label ?? '_MAX'}`);
    throw new StatementError(`.globals makes \`${name}' of both ${clash.join(' and ')}`, details);
  }
  return `const ${names.map((name, index) => `${name} = ${index}`).join(', ')};`;
}

export function printNames(name: string, labels: readonly string[]): string {
  return `const ${name} = ${quoted(labels)} as const;`;
}

export function printSections(names: readonly string[]): string {
  const constants = names.map((name, index) => `DASM_SECTION_${name.toUpperCase()} = ${index}, `);
  return `const ${constants.join('')}DASM_MAXSECTION = ${names.length};`;
}

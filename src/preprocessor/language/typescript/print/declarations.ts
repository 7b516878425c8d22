/**
 * Prints what a module declares: the action list with all that the runtime needs to know of it, numbers and
 * names of globals, names of externs, numbers of sections. Takes the names of the directive and the unit,
 * returns lines of TypeScript.
 */
import { digest, sourceDigest } from '../../../../encoder/format/digest.ts';
import { StatementError } from '../../../diagnostic/error.ts';
import type { Place } from '../../../item.ts';
import type { Unit } from '../../outputlanguage.ts';
import { isIdentifier } from '../read/expression.ts';

/** Columns of a line. */
const WIDTH = 100;
const WORDS_IN_LINE = 8;
/** In front of a line of elements, each of which starts with another blank. */
const INDENT = '   ';

/**
 * Declares the action list `name`. `encoder` is the namespace of `dynasm/encoder`. The list's `id` is made
 * from the name of the file and a digest of all that makes the list another one.
 */
export function printActionList(
  name: string,
  encoder: string,
  unit: Unit,
  embedSource: boolean,
): readonly string[] {
  const { sections, globals, externs, signed, moving, features, actions, format, macroLabels, arch, lines } =
    unit;
  const maker = unit.element === 'word' ? 'arm64ActionList' : 'actionList';
  const file = unit.file.replace(/^.*[\\/]/s, '');
  const content = digest(JSON.stringify([format, arch, sections, globals, externs, signed, moving]), actions);
  const id = `${file}#${content.toString(16).padStart(8, '0')}`;
  const sources = lines.files.map(each => {
    const text = unit.texts.get(each) ?? '';
    return embedSource && each === unit.file ? quote(text) : String(sourceDigest(text));
  });
  return [
    `const ${name} = ${encoder}.${maker}({`,
    `  format: ${format}, arch: ${quote(arch)}, id: ${quote(id)},`,
    `  sections: ${stringArray(sections)},`,
    `  globals: ${stringArray(globals)},`,
    `  externs: ${stringArray(externs)},`,
    ...(macroLabels > 0 ? [`  macroLabels: ${macroLabels},`] : []),
    ...numberProperty('signed', signed),
    ...numberProperty('moving', moving),
    ...featureLines(features),
    `  files: ${stringArray(lines.files)},`,
    ...(sources.length > 0 ? [`  sources: [${sources.join(', ')}],`] : []),
    ...numberProperty('lines', lines.triples, 3),
    ...(lines.data.length > 0 ? numberProperty('data', lines.data, 2) : []),
    ...(unit.element === 'byte' ? numberProperty('actions', actions) : wordProperty('actions', actions)),
    '});',
  ];
}

/** The lines of `features: {…},`; none if there are no features. */
function featureLines(features: Unit['features']): readonly string[] {
  if (features.size === 0) return [];
  const lines = [...features].flatMap(([name, offsets]) =>
    numberProperty(isIdentifier(name) ? name : quote(name), offsets, 2).map(line => `  ${line}`),
  );
  const short = `  features: { ${lines
    .map(line => line.trim())
    .join(' ')
    .slice(0, -1)} },`;
  return short.length <= WIDTH ? [short] : ['  features: {', ...lines, '  },'];
}

/** The constants of the globals: the prefix and the label's name, and `PREFIX_MAX`. */
export function globalConstants(prefix: string, globals: readonly string[]): readonly string[] {
  return [...globals.map(global => prefix + global.replace(/@.*/s, '')), `${prefix}_MAX`];
}

/**
 * Declares the numbers of the globals as constants.
 * @throws {StatementError} a constant cannot be declared, or would be declared twice
 */
export function printGlobals(names: readonly string[], globals: readonly string[], place: Place): string {
  const details = { code: 'global-name', place } as const;
  for (const [index, name] of names.entries()) {
    if (!isIdentifier(name))
      throw new StatementError(`.globals makes \`${name}', which is not an identifier`, details);
    if (names.indexOf(name) === index) continue;
    const clash = [globals[names.indexOf(name)], globals[index]].map(label => `->${label ?? '_MAX'}`);
    throw new StatementError(`.globals makes \`${name}' of both ${clash.join(' and ')}`, details);
  }
  return printNumbers(names);
}

/** Declares constants, each with its index as value. */
export function printNumbers(names: readonly string[]): string {
  return `const ${names.map((name, index) => `${name} = ${index}`).join(', ')};`;
}

/** Declares the names of globals or externs as an array. */
export function printNames(name: string, labels: readonly string[]): string {
  return `const ${name} = ${stringArray(labels)} as const;`;
}

/** The constants of the sections, and of how many there are. */
export function sectionConstants(names: readonly string[]): readonly string[] {
  return [...names.map(name => `DASM_SECTION_${name.toUpperCase()}`), 'DASM_MAXSECTION'];
}

function stringArray(texts: readonly string[]): string {
  return `[${texts.map(quote).join(', ')}]`;
}

/** A string literal. */
function quote(text: string): string {
  const json = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** The lines of `name: [values…],`. A long array has several; `group` values stay together on one. */
function numberProperty(name: string, values: readonly number[], group = 1): readonly string[] {
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

/** The lines of `name: [words…],`, in hexadecimal digits: a word is an instruction. */
function wordProperty(name: string, words: readonly number[]): readonly string[] {
  const lines = [`  ${name}: [`];
  for (let index = 0; index < words.length; index += WORDS_IN_LINE) {
    const texts = words.slice(index, index + WORDS_IN_LINE).map(word => ` ${wordText(word)},`);
    lines.push(INDENT + texts.join(''));
  }
  return [...lines, '  ],'];
}

function wordText(word: number): string {
  return `0x${word.toString(16).padStart(8, '0')}`;
}

/**
 * The elements that are bytes, as most are: to make their texts anew each time takes 2 % of a translation.
 */
const BYTE_ELEMENTS = Array.from({ length: 256 }, (_, byte) => ` ${byte},`);

/** A number as an element of an array. */
function elementText(value: number): string {
  return BYTE_ELEMENTS[value] ?? ` ${value},`;
}

/**
 * What a source defines, for the option `-P`: plain data that describes the end of a translation, and its
 * text, as DynASM dumps it.
 */

import { checkArgument, expecting, isBoolean } from '../encoder/format/argument.ts';

export interface Definitions {
  readonly sections: readonly string[];
  /** Names and texts, with those that the command line defines. */
  readonly defines: readonly (readonly [name: string, text: string])[];
  /** Absent without `.arch`. */
  readonly labels?: {
    readonly types: readonly { readonly name: string; readonly ctype: string; readonly register: string }[];
    readonly globals: readonly string[];
    readonly externs: readonly string[];
  };
  readonly macros: readonly {
    readonly name: string;
    readonly parameters: readonly string[];
    readonly statements: readonly string[];
  }[];
  readonly captures: ReadonlyMap<string, readonly string[]>;
}

const RULE = `  ${'='.repeat(76)}\n`;

const isDefinitions = /* @__PURE__ */ expecting('definitions, as translateSource returns them', value => {
  const { sections, defines, macros, captures } = (value ?? {}) as Partial<Definitions>;
  return [sections, defines, macros].every(Array.isArray) && captures instanceof Map;
});

/** The definitions in DynASM's form. `full`: with the lines of macros and captures. */
export function renderDefinitions(definitions: Definitions, full: boolean): string {
  checkArgument('renderDefinitions', 'definitions', definitions, isDefinitions);
  checkArgument('renderDefinitions', 'full', full, isBoolean);
  const { sections, defines, labels, macros, captures } = definitions;
  const parts = [
    list('Sections', sections),
    list(
      'Defines',
      byName(defines, ([name]) => name).map(([name, text]) => `${name.padEnd(20)} ${text}`),
    ),
  ];
  if (labels !== undefined) {
    const types = byName(labels.types, ({ name }) => name);
    parts.push(
      list(
        'Type definitions',
        types.map(({ name, ctype, register }) => `${name.padEnd(20)} ${ctype.padEnd(20)} ${register}`),
      ),
      list('Global labels', labels.globals),
      list('Extern labels', labels.externs),
    );
  }
  parts.push('Macros:\n');
  for (const { name, parameters, statements } of byName(macros, macroKey)) {
    parts.push(`  ${name.padEnd(20)} ${parameters.join(', ')}\n`);
    if (full) parts.push(...statements.map(statement => `  |${statement}\n`), '\n');
  }
  parts.push('\nCaptures:\n');
  for (const [name, lines] of captures) {
    parts.push(`  ${name.padEnd(20)} ${`(${lines.length}`.padStart(4)})\n`);
    if (full) parts.push(RULE, ...lines.map(line => `  ${line}\n`), RULE, '\n');
  }
  parts.push('\n');
  return parts.join('');
}

function list(title: string, lines: readonly string[]): string {
  return `${title}:\n${lines.map(line => `  ${line}\n`).join('')}\n`;
}

/** Sorts macros by name, and those of one name by their number of parameters. */
function macroKey({ name, parameters }: Definitions['macros'][number]): string {
  return `${name}_${parameters.length}`;
}

/** The entries in the order of their names' character codes. */
function byName<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return entries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

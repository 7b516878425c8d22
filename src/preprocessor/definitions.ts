/**
 * What a source defines, for `-P`: in flows a translation's state at its end, out flow plain data, and text in the form of
 * DynASM's dump.
 */

export interface Definitions {
  readonly sections: readonly string[];
  /** Names and texts, those of the command line included. */
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

/** As DynASM prints them; `full`: with what macros and captures hold. */
export function renderDefinitions(definitions: Definitions, full: boolean): string {
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

/** Macros of one name follow one another by their operand counts. */
function macroKey({ name, parameters }: Definitions['macros'][number]): string {
  return `${name}_${parameters.length}`;
}

/** In the order of character codes. */
function byName<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return entries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

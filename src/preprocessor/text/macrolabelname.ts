/**
 * How labels of macros are written: `%%name`. Where one is an operand of another macro, the text gets the
 * number of the expansion that it belongs to; messages show it without that.
 */

/** What every label of a macro begins with. No operand in TypeScript, and no expression, can. */
export const MACRO_LABEL = '%%';

/** Stands around the number of an expansion. It is a character for private use, which no program has. */
const FENCE = '\uE000';
const FENCED = new RegExp(`${FENCE}\\d+${FENCE}`, 'g');
const LABEL = new RegExp(`^${MACRO_LABEL}(?:${FENCE}(\\d+)${FENCE})?([A-Za-z_][A-Za-z0-9_]*)$`);

interface MacroLabelName {
  readonly name: string;
  /** Undefined: the innermost one. */
  readonly expansion: number | undefined;
}

/** Reads `%%name`; undefined for other text. */
export function parseMacroLabel(text: string): MacroLabelName | undefined {
  const [, expansion, name] = LABEL.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, expansion: expansion === undefined ? undefined : Number(expansion) };
}

/** A name, to stand behind `%%`, with the number of its expansion. */
export function nameInExpansion(name: string, expansion: number): string {
  return `${FENCE}${expansion}${FENCE}${name}`;
}

/** `text` as users write it. */
export function withoutExpansions(text: string): string {
  return text.includes(FENCE) ? text.replace(FENCED, '') : text;
}

/**
 * Renames a symbol in all files of a program. Takes the place and the new name; returns the edits. Before
 * that the edited text is translated: a name that would mean something else is an error.
 */
import { basename } from 'node:path';
import type { TextEdit } from 'vscode-languageserver';
import type { Diagnostic } from '../preprocessor/index.ts';
import { Analysis } from './analysis.ts';
import type { NamedSymbol, Occurrence } from './nameindex.ts';
import { rangeOf } from './place.ts';
import type { Workspace } from './workspace.ts';

/** Why something cannot be renamed, for people. */
export class RenameError extends Error {}

export interface Renaming {
  readonly symbol: NamedSymbol;
  readonly occurrence: Occurrence;
}

const NAME = /^[A-Za-z_]\w*$/;
const RULES: Readonly<Record<NamedSymbol['kind'], readonly [RegExp, string]>> = {
  define: [NAME, 'a letter or `_`, then letters, digits and `_`'],
  parameter: [NAME, 'a letter or `_`, then letters, digits and `_`'],
  type: [NAME, 'a letter or `_`, then letters, digits and `_`'],
  capture: [NAME, 'a letter or `_`, then letters, digits and `_`'],
  section: [/^[A-Za-z]\w*$/, 'a letter, then letters, digits and `_`'],
  macro: [/^[A-Za-z_.][\w.]*$/, 'a letter, `_` or a dot, then letters, digits, `_` and dots'],
  label: [/^[A-Za-z_][\w@]*$/, 'a letter or `_`, then letters, digits, `_` and `@`'],
};

/** What stands at a place, if it can be renamed. @throws {RenameError} it cannot */
export function renamingAt(
  analysis: Analysis,
  file: string,
  line: number,
  column: number,
): Renaming | undefined {
  const found = analysis.index.at(file, line, column);
  if (found === undefined) return undefined;
  const { text, occurrences } = found.symbol;
  if (text.startsWith('extern '))
    throw new RenameError(`\`${text}' is named by the program that resolves it`);
  const foreign = occurrences.find(({ at }) => at.file.startsWith('<'));
  if (foreign) throw new RenameError(`\`${text}' belongs to ${foreign.at.file}`);
  return found;
}

/**
 * The edits by the paths of files.
 *
 * @throws {RenameError} the name is none, or means something else already
 */
export function rename(
  { symbol, occurrence }: Renaming,
  name: string,
  analysis: Analysis,
  workspace: Workspace,
): ReadonlyMap<string, TextEdit[]> {
  checkName(symbol, name, analysis);
  const [hidden] = symbol.hidden;
  if (hidden) {
    throw new RenameError(
      `\`${symbol.text}' also comes out of a define or macro, at ${basename(hidden.file)}:${hidden.line}, where it cannot be found`,
    );
  }
  const edits = new Map<string, TextEdit[]>();
  for (const { at } of symbol.occurrences) {
    const own = edits.get(at.file) ?? [];
    edits.set(at.file, own);
    own.push({ range: rangeOf(at), newText: name });
  }
  checkMeaning({ symbol, occurrence }, name, edits, analysis, workspace);
  return edits;
}

function checkName({ kind, text }: NamedSymbol, name: string, { observed: { arch } }: Analysis): void {
  const isLocal = /^\d$/.test(text);
  const [rule, words] = isLocal
    ? [/^[1-9]$/, '1 … 9']
    : text.startsWith('=>')
      ? [/^[^;,]*\S[^;,]*$/, 'an expression']
      : RULES[kind];
  if (!rule.test(name)) throw new RenameError(`\`${name}' is not a name here: ${words}`);
  if (kind !== 'label' && arch?.editing.registers.includes(name) === true)
    throw new RenameError(`\`${name}' is a register`);
}

/** Translates the edited program, in which the symbol must have the same places and no new errors. */
function checkMeaning(
  { symbol, occurrence }: Renaming,
  name: string,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  before: Analysis,
  workspace: Workspace,
): void {
  const options = workspace.options(before.file, before.lang);
  const edited = new Analysis(
    withEdits(before.text, edits.get(before.file) ?? []),
    {
      ...options,
      readInclude: (file, from) => {
        const found = options.readInclude?.(file, from);
        return found && { ...found, text: withEdits(found.text, edits.get(found.path) ?? []) };
      },
    },
    workspace.reader,
  );
  const { file, line, column } = occurrence.at;
  const moved = symbol.occurrences.filter(
    ({ at }) => at.file === file && at.line === line && at.column < column,
  );
  const shift = moved.length * (name.length - occurrence.at.length);
  const found = edited.index.at(file, line, column + shift)?.symbol;
  const errors = errorsIn(edited);
  const known = errorsIn(before).length;
  if (found?.occurrences.length === symbol.occurrences.length && errors.length <= known) return;
  const [error] = errors.slice(known);
  throw new RenameError(
    error === undefined
      ? `\`${name}' means something else already`
      : `with the name \`${name}': ${error.message}`,
  );
}

function errorsIn({ diagnostics }: Analysis): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** `text` with edits, none of which spans lines. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text;
  const lines = text.split('\n');
  for (const { range, newText } of edits.toSorted(
    (a, b) => b.range.start.character - a.range.start.character,
  )) {
    const { line, character } = range.start;
    const old = lines[line] ?? '';
    lines[line] = old.slice(0, character) + newText + old.slice(range.end.character);
  }
  return lines.join('\n');
}

/**
 * Makes diagnostics of the sources out of the compiler's messages about their translations. Takes a message;
 * returns it with the place in the `.dast` file, and with the names of files that users know.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { CompilerMessage, CompilerPlace } from './compileroutput.ts';
import { withoutMarks, type DastModule } from './dastmodule.ts';
import type { Mirror } from './mirror.ts';

/**
 * Messages that are wrong about `.dast` files: these are ES modules, whatever `module` says; where assembly
 * is wrong, what only it uses counts as unused; and so do names that a directive declares.
 */
const NOT_MODULES: ReadonlySet<string> = new Set(['TS1309', 'TS1343', 'TS1378', 'TS1432', 'TS1470']);
const UNUSED: ReadonlySet<string> = new Set(['TS6133', 'TS6192', 'TS6196', 'TS6198', 'TS6199']);

/** The name of the configuration that the compiler gets, beside the project's own. */
export const CONFIGURATION = 'tsconfig.dynasm.json';

/** A line of assembly; one with two bars is of the program. */
const ASSEMBLY = /^\s*\|(?!\|)/;

interface MessageContext {
  /** The project's configuration: in the copy of its folder the compiler was run. */
  readonly configuration: string;
  /** The folder that names in diagnostics start from. */
  readonly from: string;
  readonly modules: readonly DastModule[];
  readonly mirror: Mirror;
}

type Where = Pick<Diagnostic, 'file' | 'line' | 'column' | 'length' | 'lineText'>;

export class MessageReader {
  readonly #context: MessageContext;
  /** Modules by the paths of their translations. */
  readonly #translations: ReadonlyMap<string, DastModule>;
  /** Paths of what was written for the compiler only. */
  readonly #written: ReadonlySet<string>;

  constructor(context: MessageContext) {
    const { modules } = context;
    this.#context = context;
    this.#translations = new Map(modules.map(each => [each.translated, each]));
    this.#written = new Set(modules.flatMap(each => [each.declaration, each.placeholder]));
  }

  /** Whether a message is about a `.dast` file, or about the project as a whole. */
  concernsModules({ place }: CompilerMessage): boolean {
    if (place === undefined) return true;
    const path = this.#pathOf(place);
    return this.#translations.has(path) || path.endsWith('.json');
  }

  /** None for a message that users cannot do anything about. */
  diagnostics({ severity, code, lines, place, length, related }: CompilerMessage): readonly Diagnostic[] {
    const module = place && this.#translations.get(this.#pathOf(place));
    const where = this.#locate(place, length ?? 0);
    if (where === undefined || (module && NOT_MODULES.has(code))) return [];
    if (module && UNUSED.has(code) && (module.hasErrors || ASSEMBLY.test(where.lineText ?? ''))) return [];
    const [message = '', ...reasons] = lines.map(line => this.#withRealNames(line));
    const notes = [
      ...reasons.map(reason => reason.trim()),
      ...related.map(each => {
        const other = each.place && this.#locate(each.place, 0);
        return `${other ? `${other.file}:${other.line}:${other.column}: ` : ''}${this.#withRealNames(each.text)}`;
      }),
      ...(module && code === 'TS2304' && message.includes("'Dst'")
        ? ["assembly lines put code into the state that is called `Dst' where they stand"]
        : []),
    ];
    // As in messages of our own, a sentence by itself has no full stop.
    return [{ severity, code, message: message.replace(/\.$/, ''), ...where, notes }];
  }

  /** Undefined in files that were written for the compiler only. Without a place the project is meant. */
  #locate(place: CompilerPlace | undefined, length: number): Where | undefined {
    const { configuration, from } = this.#context;
    if (place === undefined) return { file: relative(from, configuration) };
    const { line, column } = place;
    const path = this.#pathOf(place);
    if (basename(path) === CONFIGURATION) return { file: relative(from, configuration) };
    const module = this.#translations.get(path);
    if (module) return module.place(line, column, length);
    if (this.#written.has(path)) return undefined;
    const lineText = sourceText(path).split('\n', line)[line - 1]?.replace(/\r$/, '');
    return { file: relative(from, path), line, column, length, ...(lineText !== undefined && { lineText }) };
  }

  /** The absolute path of the file that a place is in. */
  #pathOf({ file }: CompilerPlace): string {
    const { configuration, mirror } = this.#context;
    const copy = resolve(mirror.at(dirname(configuration)), file);
    return mirror.original(copy) ?? copy;
  }

  /** A text of the compiler's, with the names of files as users know them. */
  #withRealNames(text: string): string {
    return withoutMarks(text).replaceAll(this.#context.mirror.root, '');
  }
}

/** What a file of the program holds: the source, for a translation. Empty for one that is not there. */
export function sourceText(path: string): string {
  try {
    return readFileSync(withoutMarks(path), 'utf8');
  } catch {
    return '';
  }
}

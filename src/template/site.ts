/**
 * Call sites of templates. `siteOf` takes the strings of a template, which are one object for each site, and
 * returns the site, which is translated once for each architecture: chunks, puts, and where all of it stands.
 */
import { ConstantError } from '../asm/constant.ts';
import { checkArgument, isOneOf } from '../encoder/format/argument.ts';
import {
  type ActionList,
  actionList,
  type Arch,
  arm64ActionList,
  FORMAT,
  type SourceLine,
  type State,
} from '../encoder/index.ts';
import type { SiteArgument, TranslatedSite } from '../files/index.ts';
import { requireTranslator } from '../loader/bundle.ts';
import type { Diagnostic } from '../preprocessor/index.ts';
import type { AddedChunks } from './addedchunks.ts';
import { callerOf, findTemplate, type Caller, type FindPlace, type TextPlace } from './callsite.ts';
import { plainValue, putValue, type PutValue } from './putvalue.ts';

/** A function that is called as the tag of templates. */
export type Tag = (...args: never[]) => unknown;

interface SitePut {
  /** Offset in the site's chunks. */
  readonly start: number;
  readonly values: readonly PutValue[];
  /** For each argument that is a value of the template as it stands: its index. */
  readonly plain: readonly (number | undefined)[];
}

/** The most that `growPc` takes. */
const MAX_PC = 2 ** 24;

const sites: Record<Arch, WeakMap<readonly string[], Site>> = {
  x64: new WeakMap(),
  x86: new WeakMap(),
  arm64: new WeakMap(),
};

/** The architecture that this process runs; x64 where it is another one, whose code cannot be run. */
export function processArch(): Arch {
  if (process.arch === 'arm64') return 'arm64';
  return process.arch === 'ia32' ? 'x86' : 'x64';
}

const checkArch = isOneOf('x64', 'x86', 'arm64');

/**
 * An empty action list, to which templates add their chunks.
 * @throws {TypeError} for another architecture
 */
export function templateList(arch: Arch = processArch()): ActionList {
  checkArgument('asm.actionList', 'arch', arch, checkArch);
  const makeList = arch === 'arm64' ? arm64ActionList : actionList;
  return makeList({ id: 'templates', format: FORMAT, arch, moving: [], actions: [] });
}

/**
 * The site with these strings.
 * @param tag what was called: its caller is the site
 * @throws {TranslationError} if the template has errors; {TypeError} if the strings are not a template's
 */
export function siteOf(strings: TemplateStringsArray, arch: Arch, tag: Tag): Site {
  const known = sites[arch].get(strings);
  if (known !== undefined) return known;
  if (!Array.isArray(strings) || !Array.isArray(strings.raw)) {
    throw new TypeError('asm is the tag of a template: asm`mov eax, ${value}; ret`');
  }
  const site = new Site(strings.raw, arch, callerOf(tag));
  sites[arch].set(strings, site);
  return site;
}

export class Site {
  readonly arch: Arch;
  readonly chunks: AddedChunks;
  readonly #parts: readonly string[];
  readonly #caller: Caller | undefined;
  readonly #translated: TranslatedSite;
  readonly puts: readonly SitePut[];
  /** Whether a state may have to make room for its names. */
  readonly hasNames: boolean;
  #ownList: ActionList | undefined;
  #pcLabels: readonly PutValue[] | undefined;
  #findPlace: FindPlace | undefined;
  /** The places of the arguments by the offsets of their actions. */
  #argumentPlaces: ReadonlyMap<number, SiteArgument['place']> | undefined;

  constructor(parts: readonly string[], arch: Arch, caller: Caller | undefined) {
    const { translateSite, TranslationError } = requireTranslator();
    const file = caller?.file ?? 'template';
    this.arch = arch;
    this.#parts = parts;
    this.#caller = caller;
    const translated = translateSite(parts, arch, file);
    this.#translated = translated;
    const { unit, puts, text, diagnostics } = translated;
    const found: Diagnostic[] = diagnostics.filter(({ severity }) => severity === 'error');
    const valueIndex = (name: string): number | undefined => text.valueIndex(name);
    this.puts = puts.map(({ start, arguments: args }) => ({
      start,
      values: args.map(argument => {
        try {
          return putValue(argument, valueIndex);
        } catch (error) {
          if (!(error instanceof ConstantError)) throw error;
          found.push(noValueDiagnostic(error, argument, text.source));
          return () => 0;
        }
      }),
      plain: args.map(argument => plainValue(argument, valueIndex)),
    }));
    if (found.length > 0) {
      const shown = found.map(each => this.#shown(each, file));
      throw new TranslationError(
        file,
        shown.toSorted((a, b) => lineOf(a) - lineOf(b)),
      );
    }
    const { sections, globals, externs, macroLabels, signed, moving, statements, lines } = unit;
    this.hasNames = sections.length + globals.length + macroLabels > 0;
    this.chunks = {
      actions: unit.actions,
      sections,
      globals,
      externs,
      macroLabels,
      signed,
      moving,
      lineStarts: statements.map(({ offset }) => offset),
      data: lines.data,
      files: [...new Set([file, ...statements.map(({ place }) => place.file)])],
      sourceOf: offset => this.#sourceOf(offset),
      lineTextOf: offset => this.#lineTextOf(offset),
    };
  }

  /** A list with this template alone. */
  get ownList(): ActionList {
    return (this.#ownList ??= templateList(this.arch));
  }

  /** Makes the pc labels valid that the values name, in a state that has only this template. */
  growPc(state: State, values: readonly unknown[]): void {
    this.#pcLabels ??= this.#findPcLabels();
    for (const value of this.#pcLabels) {
      const label = Number(value(values, state));
      if (Number.isInteger(label) && label >= 0 && label < MAX_PC) state.growPc(label + 1);
    }
  }

  /** The values of pc labels. */
  #findPcLabels(): readonly PutValue[] {
    const { actions } = this.#translated;
    return this.puts.flatMap(({ values }, number) =>
      values.filter((_, index) => actions[number]?.[index]?.isPc === true),
    );
  }

  /** The line of the template that the action at an offset comes from; undefined if an include has it. */
  #lineTextOf(offset: number): string | undefined {
    const { unit, text } = this.#translated;
    const place = unit.statements.findLast(each => each.offset <= offset)?.place;
    if (place?.file !== unit.file) return undefined;
    return text.withValues(text.source.split('\n', place.line)[place.line - 1] ?? '');
  }

  /** Where the action at an offset comes from: an argument, or a statement. */
  #sourceOf(offset: number): SourceLine | undefined {
    const { puts, actions } = this.#translated;
    this.#argumentPlaces ??= new Map(
      puts.flatMap(({ arguments: args }, number) =>
        args.map(({ place }, index) => [actions[number]?.[index]?.offset ?? -1, place] as const),
      ),
    );
    const statement = this.#translated.unit.statements.findLast(each => each.offset <= offset);
    const place = this.#argumentPlaces.get(offset) ?? statement?.place;
    if (place === undefined) return undefined;
    const { file, line, column } = this.#sourcePlace(place);
    return { file, line, column };
  }

  /** A place of the translation in the source. */
  #sourcePlace({ file, line, column }: SiteArgument['place']): TextPlace {
    if (file !== this.#translated.unit.file) return { file, line, column, lineText: '' };
    this.#findPlace ??= findTemplate(this.#caller, this.#parts);
    return this.#findPlace(this.#translated.text.placeOf(line, column));
  }

  /** A diagnostic of the translation as one of the source. */
  #shown(diagnostic: Diagnostic, main: string): Diagnostic {
    const { text } = this.#translated;
    const { expanded, expansion, notes, message, file, line, column = 1, length = 1, ...rest } = diagnostic;
    const shown: Diagnostic = {
      ...rest,
      file,
      message: text.withValues(message),
      notes: notes.map(note => text.withValues(note)),
      ...(expanded && { expanded: withValues(expanded, text) }),
      ...(expansion && {
        expansion: expansion.map(each => ({ ...each, statement: text.withValues(each.statement) })),
      }),
      ...(line !== undefined && { line, column, length }),
    };
    if (line === undefined || file !== main) return shown;
    const start = this.#sourcePlace({ file, line, column });
    const end = this.#sourcePlace({ file, line, column: column + length });
    return {
      ...shown,
      ...start,
      length: end.line === start.line ? Math.max(1, end.column - start.column) : 1,
    };
  }
}

function lineOf({ line = Infinity }: Diagnostic): number {
  return line;
}

/** What a statement became, as users read it. */
function withValues(
  { text: became, column = 1, length = 1 }: NonNullable<Diagnostic['expanded']>,
  text: TranslatedSite['text'],
): NonNullable<Diagnostic['expanded']> {
  const [before, marked] = [became.slice(0, column - 1), became.slice(column - 1, column - 1 + length)];
  return {
    text: text.withValues(became),
    column: text.withValues(before).length + 1,
    length: text.withValues(marked).length,
  };
}

/**
 * The diagnostic for an expression that is not made of numbers and values. `source`: the text of the
 * template, in which the expression does not stand if a define or macro has made it.
 */
function noValueDiagnostic(
  { message, unknown, start, end }: ConstantError,
  { place, text }: SiteArgument,
  source: string,
): Diagnostic {
  const lineText = source.split('\n', place.line)[place.line - 1] ?? '';
  const isWritten = lineText.startsWith(text, place.column - 1);
  const length = Math.max(1, Math.min(end, text.length) - start);
  return {
    severity: 'error',
    code: 'no-value',
    message,
    ...place,
    ...(isWritten
      ? { column: place.column + start, length }
      : { expanded: { text, column: start + 1, length } }),
    notes: unknown === undefined ? [] : ['values of the program come in as ${value}'],
  };
}

/**
 * Translates a template: assembly text in parts, with a value between each part and the next. Takes the
 * parts; returns the action list and its puts, whose arguments are expressions in which a name stands for
 * each value. The text has no host lines, and its lines may have a bar in front.
 */
import * as Arm64Step from '../encoder/format/arm64/arm64step.ts';
import { decodeList } from '../encoder/format/decodedlist.ts';
import { FORMAT } from '../encoder/format/listdescription.ts';
import * as Step from '../encoder/format/step.ts';
import { StepReader } from '../encoder/format/stepreader.ts';
import { StatementError } from './diagnostic/error.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { platformDefines } from './directive/platformdefines.ts';
import type { ReadBinary, ReadInclude } from './directive/include.ts';
import type { Argument, Place } from './item.ts';
import { findLanguage } from './language/index.ts';
import type { LineClassifier, LineKind, OutputLanguage, Unit } from './language/outputlanguage.ts';
import { type Put, putsInOrder } from './putorder.ts';
import { TemplateText } from './templatetext.ts';
import { Translator } from './translator.ts';

interface TemplateOptions {
  /** Name of the file that the template stands in: what it includes is looked for beside it. */
  readonly file: string;
  readonly arch: 'x64' | 'x86' | 'arm64';
  /** As in `TranslateSourceOptions`. */
  readonly platform: string;
  readonly readInclude: ReadInclude;
  readonly readBinary: ReadBinary;
}

export interface TranslatedTemplate {
  readonly unit: Unit;
  readonly puts: readonly Put[];
  /** For each put the actions that take its arguments; empty if there are errors. */
  readonly actions: readonly (readonly ArgumentAction[])[];
  /** What stands where. */
  readonly text: TemplateText;
  readonly diagnostics: readonly Diagnostic[];
}

/** What takes an argument. */
interface ArgumentAction {
  /** In the action list. */
  readonly offset: number;
  /** The argument is the number of a pc label. */
  readonly isPc: boolean;
}

export type TemplateArgument = Argument;

/** Translates the parts of a template, which are its raw strings. Errors are diagnostics. */
export function translateTemplate(
  parts: readonly string[],
  { file, arch, platform, readInclude, readBinary }: TemplateOptions,
): TranslatedTemplate {
  const text = new TemplateText(parts);
  const translator = new Translator(templateLanguage(text), {
    comments: false,
    macroComments: false,
    flushLines: false,
    argumentPlaces: true,
    maxErrors: Infinity,
    strict: false,
    silenced: new Set(),
    readInclude,
    readBinary,
  });
  const { session } = translator;
  for (const [name, value] of platformDefines(platform)) session.defines.set(name, value);
  translator.setArch(arch);
  const unit = translator.translate(file, text.source);
  const puts = putsInOrder(unit.items);
  return {
    unit,
    puts,
    actions: session.log.failed ? [] : argumentActions(unit, puts),
    text,
    diagnostics: [...session.log.diagnostics, ...strayDiagnostics(unit, text)],
  };
}

function argumentActions(unit: Unit, puts: readonly Put[]): TranslatedTemplate['actions'] {
  const chunks = decodeList({ ...unit, lines: [] }, FORMAT);
  return puts.map(({ start }) => {
    const actions: ArgumentAction[] = [];
    const step = new StepReader(chunks, start);
    do {
      const { kind, offset } = step;
      const isPc = kind === Step.PC || kind === Step.LABEL_PC || kind === Step.UNIQUE_LABEL_PC;
      if (kind >= Step.FIRST_WITH_ARGUMENT && kind < Arm64Step.POOL) actions.push({ offset, isPc });
    } while (step.next());
    return actions;
  });
}

/** TypeScript as it is read in a template. The values of arguments are the caller's business. */
function templateLanguage(text: TemplateText): OutputLanguage {
  const language = findLanguage('ts');
  const { dialect } = language;
  const { expressions } = dialect;
  let isFirst = true;
  return {
    ...language,
    dialect: {
      ...dialect,
      classifier(isStatement) {
        // Included files are read as everywhere.
        if (!isFirst) return dialect.classifier(isStatement);
        isFirst = false;
        return new TemplateClassifier(text);
      },
      ...(expressions && { expressions: { ...expressions, hostNames: () => new Set() } }),
    },
    checkArgument: () => {},
    checkDeclaration(declaration) {
      if (declaration.kind === 'sections') return;
      throw new StatementError('this directive declares a name in a module, and a template has none', {
        code: 'template',
        notes:
          declaration.kind === 'type'
            ? ['offsets of members come in as values: ${offsetOf(Type, "member")}']
            : [],
      });
    },
  };
}

/** Every line of a template is assembly. */
class TemplateClassifier implements LineClassifier {
  readonly nested = false;
  readonly #text: TemplateText;

  constructor(text: TemplateText) {
    this.#text = text;
  }

  classify(line: string): LineKind {
    const bar = line.indexOf('|');
    const text = line.slice(bar + 1);
    if (text.startsWith('|')) failHostLine();
    this.#text.checkLine(line);
    return { kind: 'assembly', indent: line.slice(0, bar), text, body: false, endsBody: false };
  }

  raw(): never {
    failHostLine();
  }

  startBody(): boolean {
    return false;
  }
}

function failHostLine(): never {
  throw new StatementError('a template has no host lines', {
    code: 'template',
    notes: ['what decides about code stands around the template, in JavaScript'],
  });
}

/** Host lines of included files, and values in the place of names. */
function strayDiagnostics(unit: Unit, text: TemplateText): Diagnostic[] {
  const found: Diagnostic[] = [];
  const add = (message: string, place: Place | undefined): void => {
    found.push({
      severity: 'error',
      code: 'template',
      message,
      file: place?.file ?? unit.file,
      ...(place && { line: place.line, column: place.column }),
      notes: [],
    });
  };
  for (const item of unit.items) {
    if (item.kind === 'host' && !item.isBlank) add('a template has no host lines', item.place);
  }
  for (const name of unit.externs) {
    if (text.hasValue(name)) add(`a value cannot be a part of the name of an extern`, undefined);
  }
  return found;
}

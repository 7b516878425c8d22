/**
 * Assembles text to machine code at once, without a host program: for `dynasm asm`. Takes statements, returns
 * a listing of the code. There are no variables, so every argument must be a constant expression.
 */
import { layoutOf } from '../encoder/codelayout.ts';
import { nearest } from '../encoder/format/nearestname.ts';
import { FIRST_WITH_ARGUMENT } from '../encoder/format/step.ts';
import { StepReader } from '../encoder/format/stepreader.ts';
import {
  actionList,
  arm64ActionList,
  EncodeError,
  State,
  Status,
  undefinedGlobals,
  type Value,
} from '../encoder/index.ts';
import { codeParts, literalParts } from '../exec/codeparts.ts';
import { type BuiltCode, type CodeDumpOptions, listCode } from '../exec/listedcode.ts';
import { moduleReaders } from '../files/includepath.ts';
import { processPlatform } from '../files/processplatform.ts';
import { symbolsOf } from '../exec/symbol.ts';
import { findArch } from '../preprocessor/arch/index.ts';
import { assembleLines, type AssembledLine, type Diagnostic } from '../preprocessor/index.ts';
import { TranslationError } from '../files/translationerror.ts';
import { constantNumber, constantValue, ConstantError } from './constant.ts';

type Argument = AssembledLine['arguments'][number];
type Place = Argument['place'];

/** Pc labels that can be used; they are not declared here. */
const PC_LABELS = 1024;

interface AssemblyOptions extends CodeDumpOptions {
  readonly arch: 'x64' | 'x86' | 'arm64';
  /** Name of the text in messages. */
  readonly file: string;
  /** Address of the code. */
  readonly base?: bigint;
  readonly defines?: Readonly<Record<string, string>>;
  /** The platform, `arch-system`; by default that of this process, with `arch`. */
  readonly platform?: string | undefined;
}

/** What a text has been assembled to. */
interface AssembledText {
  readonly built: BuiltCode;
  /** Offsets in the action list ascend. */
  readonly statements: ReturnType<typeof assembleLines>['unit']['statements'];
  readonly lines: readonly AssembledLine[];
}

/**
 * The code that `text` assembles to, as lines of addresses, bytes, labels and instructions.
 *
 * @throws {TranslationError} if the text has errors, or the encoder finds some
 */
export function assemble(text: string, options: AssemblyOptions): string {
  // Without the lines of the source, each statement is a line: the disassembler does not know all of them.
  return listCode(assembleText(text, options, options.source !== true).built, options);
}

/**
 * The statements of `text` in the order of their code, a line of JSON each: where it stands (`line`,
 * `column`), its text with defines replaced (`asm`), its address and bytes in hexadecimal digits, and of an
 * instruction the form of the instruction table and the features of the processor that it needs. A literal of
 * ARM64 is a line of the first statement that loads it, without a form.
 *
 * @throws {TranslationError} if the text has errors, or the encoder finds some
 */
export function assembleJson(text: string, options: AssemblyOptions): string {
  const { built, statements, lines } = assembleText(text, options, true);
  const arch = findArch(options.arch);
  const { bytes, layout, address } = built;
  const parts = [
    ...codeParts(layout).map(part => ({ ...part, isLiteral: false })),
    ...literalParts(layout).map(part => ({ ...part, isLiteral: true })),
  ].toSorted((a, b) => a.offset - b.offset);
  return parts
    .map(({ offset, action, isLiteral }, index) => {
      const statement = statements.findLast(each => each.offset <= action);
      if (statement === undefined) throw new RangeError(`no statement has the action ${action}`);
      const { place, text: asm } = statement;
      const form = isLiteral ? undefined : statement.form;
      const { operands, encoding, features } = form === undefined ? NO_FORM : arch.describeForm(form);
      const own = bytes.subarray(offset, parts[index + 1]?.offset ?? layout.size);
      return `${JSON.stringify({
        line: place.line,
        column: columnIn(lines[place.line - 1]?.text ?? '', place.column),
        asm: asm.trim(),
        address: `0x${(address + BigInt(offset)).toString(16)}`,
        bytes: Array.from(own, byte => byte.toString(16).padStart(2, '0')).join(''),
        ...(form && {
          form: { operands, encoding },
          features: features.split(' ').filter(name => name !== ''),
        }),
      })}\n`;
    })
    .join('');
}

const NO_FORM = { operands: '', encoding: '', features: '' };

/** `byStatement`: each statement is a line of the list, so that its code is known. */
function assembleText(text: string, options: AssemblyOptions, byStatement = false): AssembledText {
  try {
    return buildText(text, options, byStatement);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    throw new TranslationError(options.file, [encodeDiagnostic(error, options.file, text)]);
  }
}

function buildText(text: string, options: AssemblyOptions, byStatement: boolean): AssembledText {
  const { arch, file, base = 0n, defines = {} } = options;
  const { readBinary } = moduleReaders({});
  const platform = options.platform ?? processPlatform().replace(/^[^-]*/, arch);
  const { unit, puts, lines, diagnostics } = assembleLines(text, {
    file,
    arch,
    lang: 'ts',
    defines,
    platform,
    readBinary,
  });
  const registers = findArch(arch).registerGroups.flatMap(({ names }) => names.flat());
  if (diagnostics.some(diagnostic => diagnostic.severity === 'error')) {
    throw new TranslationError(
      file,
      diagnostics.map(diagnostic => withSuggestion(diagnostic, registers)),
    );
  }
  const { format, sections, globals, externs, macroLabels, signed, moving, actions } = unit;
  const { triples, data, files } = unit.lines;
  const names = { sections, globals, externs, macroLabels };
  const { statements } = unit;
  const lineOfEach = statements.flatMap(({ offset }, index) => [offset, 0, index + 1]);
  const lineTable = { files, lines: byStatement ? lineOfEach : triples, data };
  const makeList = arch === 'arm64' ? arm64ActionList : actionList;
  const list = makeList({ format, arch, ...names, signed, moving, ...lineTable, actions });
  const placeOf = (offset: number): Place | undefined =>
    statements.findLast(each => each.offset <= offset)?.place;
  // In place of the lines of the list: these places have columns.
  list.added.push({
    start: 0,
    sourceOf: placeOf,
    lineTextOf: offset => lines[(placeOf(offset)?.line ?? 0) - 1]?.text,
  });
  const Dst = new State(list);
  Dst.growPc(PC_LABELS);
  const errors: Diagnostic[] = [];
  const known = [...registers, ...Object.keys(defines)];
  for (const { start, arguments: args } of puts) {
    const values = args.map(argument => {
      try {
        return valueOf(argument, Dst);
      } catch (error) {
        if (!(error instanceof ConstantError)) throw error;
        const lineText = lines[argument.place.line - 1]?.text ?? '';
        // The other half of a value of 64 bits has the same text.
        const isOtherHalf = argument.kind === 'high' || argument.kind === 'double-high';
        if (!isOtherHalf) errors.push(noValueDiagnostic(error, argument, lineText, known));
        return 0n;
      }
    });
    // A value that there is not would only lead to other errors.
    if (errors.length > 0) continue;
    try {
      Dst.put(start, ...values);
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      const argument = args[argumentIndex(Dst, start, error)];
      errors.push(encodeDiagnostic(error, file, text, argument));
    }
  }
  if (errors.length > 0) throw new TranslationError(file, errors);
  const code = new Uint8Array(Dst.link());
  // Externs have no address here; places behind the code stand for them.
  const externAddress = (index: number): bigint =>
    base + BigInt((code.length + 15) & ~15) + 16n * BigInt(index);
  Dst.setupExtern((_, index) => externAddress(index));
  const missing = undefinedGlobals(Dst).map(({ name = '', index, source }) => {
    const message = `global label ->${name} is undefined`;
    return encodeDiagnostic(new EncodeError(Status.UNDEF_L | index, message, source), file, text);
  });
  if (missing.length > 0) throw new TranslationError(file, missing);
  Dst.encode(code, base);
  const externNames = externs.map((name, index) => [externAddress(index), [`extern ${name}`]] as const);
  const built = {
    list,
    layout: layoutOf(Dst, code.length),
    address: base,
    bytes: code,
    globals: new Map(globals.map((name, index) => [name, BigInt(Dst.globals[index] ?? base)])),
    symbols: symbolsOf(Dst, base, code.length),
    pcLabels: Int32Array.from({ length: PC_LABELS }, (_, label) => Dst.getPcLabel(label)),
    externs: new Map(externNames),
  };
  return { built, statements, lines };
}

/**
 * What a put gets for an argument.
 * @throws {ConstantError}
 */
function valueOf({ kind, text }: Argument, Dst: State): Value {
  switch (kind) {
    case 'float':
      return Dst.float(constantNumber(text));
    case 'double-low':
      return Dst.double(constantNumber(text));
    case 'low':
      return BigInt.asIntN(32, constantValue(text));
    case 'high':
      return BigInt.asIntN(32, constantValue(text) >> 32n);
    case 'double-high':
      return Dst.high();
    default:
      return Dst.list.arch === 'arm64' ? fractionOrInteger(text) : constantValue(text);
  }
}

/**
 * The immediate of `fmov` may have a fraction; where there may be none, the encoder says so.
 * @throws {ConstantError}
 */
function fractionOrInteger(text: string): Value {
  try {
    return constantValue(text);
  } catch (error) {
    try {
      return constantNumber(text);
    } catch {
      throw error;
    }
  }
}

/** The index of the argument that a put did not take; −1 if the error is about something else. */
function argumentIndex({ list }: State, start: number, { status }: EncodeError): number {
  const step = new StepReader(list.chunks, start);
  let index = 0;
  do {
    if (step.kind < FIRST_WITH_ARGUMENT) continue;
    if (step.offset === (status & 0xffffff)) return index;
    index++;
  } while (step.next());
  return -1;
}

/**
 * An error of the encoder as a diagnostic of the statement in `text` that the code comes from. It points at
 * `argument`, if that is what is wrong.
 */
function encodeDiagnostic(
  { message, source }: EncodeError,
  file: string,
  text: string,
  argument?: Argument,
): Diagnostic {
  const found = { severity: 'error', code: 'encode', file, notes: [] } as const;
  const lineText = source && text.split(/\r?\n/)[source.line - 1];
  if (source === undefined || lineText === undefined) return { ...found, message };
  const { line, column = 1 } = source;
  const place = `${source.file}:${line}:${column}: `;
  const mark = argument ? placeIn(lineText, argument) : statementIn(lineText, column);
  return { ...found, message: message.slice(place.length), line, ...mark, lineText };
}

/** The column in a line of the text. `column` counts the bar that `assembleLines` puts in front of it. */
function columnIn(lineText: string, column: number): number {
  const bar = /^\s*\|/.exec(lineText)?.[0].length ?? 0;
  return Math.max(1, column - 1 + bar);
}

/** Where an argument stands in its line. Without a length, a define or macro has made it. */
function placeIn(lineText: string, { text, place }: Argument): { column: number; length?: number } {
  const column = columnIn(lineText, place.column);
  return lineText.startsWith(text, column - 1) ? { column, length: text.length } : { column };
}

/** The statement that begins at a column. */
function statementIn(lineText: string, column: number): { column: number; length: number } {
  const start = columnIn(lineText, column);
  const statement =
    /^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;"'])*/.exec(lineText.slice(start - 1))?.[0] ?? '';
  return { column: start, length: Math.max(1, statement.trimEnd().length) };
}

/** Why an argument has no value, at the place in the line where the mistake is. */
function noValueDiagnostic(
  error: ConstantError,
  argument: Argument,
  lineText: string,
  names: readonly string[],
): Diagnostic {
  const { text, place } = argument;
  const { column, length: written } = placeIn(lineText, argument);
  const isWritten = written !== undefined;
  const length = error.end - error.start;
  const meant = error.unknown === undefined ? undefined : nearest(error.unknown, names);
  return {
    severity: 'error',
    code: 'no-value',
    message: error.message,
    file: place.file,
    line: place.line,
    column: isWritten ? column + error.start : column,
    ...(isWritten && { length }),
    lineText,
    ...(!isWritten && { expanded: { text, column: error.start + 1, length } }),
    notes: [
      ...(meant === undefined ? [] : [`did you mean \`${meant}'?`]),
      ...(error.unknown === undefined
        ? []
        : ['an operand must be a constant expression; -D name=value gives a name a value']),
    ],
  };
}

/** The diagnostic, with the register that was perhaps meant where a name is marked. */
function withSuggestion(diagnostic: Diagnostic, registers: readonly string[]): Diagnostic {
  const { lineText = '', column = 1, length = 0, notes } = diagnostic;
  const marked = lineText.slice(column - 1, column - 1 + length);
  const isName = /^[a-z]\w*$/i.test(marked) && diagnostic.code !== 'unknown-statement';
  const meant = isName && !registers.includes(marked) ? nearest(marked, registers) : undefined;
  const note = `did you mean \`${meant}'?`;
  return meant === undefined || notes.includes(note)
    ? diagnostic
    : { ...diagnostic, notes: [note, ...notes] };
}

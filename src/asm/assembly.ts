/**
 * Assembles text to machine code at once, without a host program: for `dynasm asm`. Takes statements, returns
 * a listing of the code. There are no variables, so every argument must be an integer.
 */
import { actionList, EncodeError, State } from '../encoder/index.ts';
import { dump } from '../exec/listing.ts';
import { assembleLines, type Diagnostic, type Place } from '../preprocessor/index.ts';
import { TranslationError } from '../files/translationerror.ts';

/** Pc labels that can be used; they are not declared here. */
const PC_LABELS = 1024;

interface AssemblyOptions {
  readonly arch: 'x64' | 'x86';
  /** Name of the text in messages. */
  readonly file: string;
  /** Address of the code. */
  readonly base?: bigint;
  readonly defines?: Readonly<Record<string, string>>;
}

/**
 * The code that `text` assembles to, as lines of addresses, bytes, labels and instructions.
 *
 * @throws {TranslationError} if the text has errors, or the encoder finds some
 */
export function assemble(text: string, options: AssemblyOptions): string {
  try {
    return assembleText(text, options);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    throw new TranslationError(options.file, [encodeDiagnostic(error, options.file, text)]);
  }
}

function assembleText(text: string, options: AssemblyOptions): string {
  const { arch, file, base = 0n, defines = {} } = options;
  const { unit, lines, diagnostics } = assembleLines(text, { file, arch, lang: 'ts', defines });
  if (diagnostics.some(diagnostic => diagnostic.severity === 'error'))
    throw new TranslationError(file, diagnostics);
  const { format, sections, globals, externs, macroLabels, signed, moving, bytes } = unit;
  const list = { format, sections, globals, externs, macroLabels, signed, moving, actions: bytes };
  const sourceLines = unit.lines.triples;
  const Dst = new State(actionList({ arch, ...list, files: [file], lines: sourceLines }));
  Dst.growPc(PC_LABELS);
  const errors: Diagnostic[] = [];
  const puts = unit.items.filter(item => item.kind === 'put');
  for (const { start, arguments: args } of puts) {
    const values = args.map(argument => {
      const { text } = argument;
      const value = integer(text);
      if (value !== undefined) return value;
      errors.push(noValueDiagnostic(text, argument.place, lines[argument.place.line - 1]?.text ?? ''));
      return 0n;
    });
    const halves = args.map((argument, index) => {
      const value = values[index] ?? 0n;
      if (argument.kind === 'low') return BigInt.asIntN(32, value);
      if (argument.kind === 'high') return BigInt.asIntN(32, value >> 32n);
      return value;
    });
    if (errors.length === 0) Dst.put(start, ...halves);
  }
  if (errors.length > 0) throw new TranslationError(file, errors);
  // Externs and undefined globals have no address here; the base stands for it.
  Dst.setupExtern(() => base);
  const code = new Uint8Array(Dst.link());
  Dst.globals = globals.map(() => base);
  Dst.encode(code, base);
  const names = new Map<bigint, string[]>();
  globals.forEach((name, index) => {
    const address = BigInt(Dst.globals[index] ?? base);
    names.set(address, [...(names.get(address) ?? []), `->${name}`]);
  });
  return dump(code, base, { arch, labels: names });
}

/** An error of the encoder as a diagnostic of the line of `text` that the code comes from. */
function encodeDiagnostic({ message, source }: EncodeError, file: string, text: string): Diagnostic {
  const lineText = source && text.split(/\r?\n/)[source.line - 1];
  const place = source ? `${source.file}:${source.line}: ` : '';
  return {
    severity: 'error',
    code: 'encode',
    message: message.slice(place.length),
    file,
    ...(source && { line: source.line, column: 1 }),
    ...(lineText !== undefined && { lineText }),
    notes: [],
  };
}

/**
 * The value of a decimal, hexadecimal or binary integer, which may have a sign and stand in parentheses;
 * undefined for other text.
 */
function integer(text: string): bigint | undefined {
  const [, sign, digits] =
    /^([+-]?)\s*(0[xX][0-9a-fA-F]+|0[bB][01]+|[0-9]+)$/.exec(withoutParentheses(text)) ?? [];
  if (digits === undefined) return undefined;
  return sign === '-' ? -BigInt(digits) : BigInt(digits);
}

/** `text` without the parentheses and blanks around it. */
function withoutParentheses(text: string): string {
  let [start, end] = [0, text.length];
  for (;;) {
    while (/\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (text[start] !== '(' || text[end - 1] !== ')') return text.slice(start, end);
    start++;
    end--;
  }
}

function noValueDiagnostic(text: string, place: Place, lineText: string): Diagnostic {
  return {
    severity: 'error',
    code: 'no-value',
    message: `\`${text.trim()}' has no value here`,
    file: place.file,
    line: place.line,
    column: Math.max(1, place.column - 1),
    length: text.length,
    lineText,
    notes: ['an operand must be an integer; -D name=integer gives a name a value'],
  };
}

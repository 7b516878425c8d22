/**
 * The status codes of the encoder, and the error that carries one. A status has a code in its upper byte, as
 * DynASM's has; its lower 24 bits are an offset in the action list, or the number of a label or section. All
 * errors of the encoder are of the class `EncodeError`.
 */

/**
 * Status codes, in the upper byte of a status. Those below 0x31 are DynASM's; the others are for errors that
 * DynASM does not notice or does not have.
 */
export const Status = {
  OK: 0,
  /** There is no memory, or more code than one section can hold. */
  NOMEM: 0x01 << 24,
  /** The encoded size differs from the linked size: a defect of the encoder. */
  PHASE: 0x02 << 24,
  /** `checkStep`: another section is active, the one whose number is in the lower bits. */
  MATCH_SEC: 0x03 << 24,
  /** An argument does not fit, is not an integer, is missing or surplus. */
  RANGE_I: 0x11 << 24,
  /** A section number is out of range. */
  RANGE_SEC: 0x12 << 24,
  /** A local label `<n` is not defined, or the number of a global label is out of range. */
  RANGE_LG: 0x13 << 24,
  /** The number of a pc label is out of range. */
  RANGE_PC: 0x14 << 24,
  /** A register number is out of range. */
  RANGE_VREG: 0x15 << 24,
  /** A local label was referenced and never defined; its number is in the lower bits. */
  UNDEF_L: 0x21 << 24,
  /** A pc label was referenced and never defined; its number is in the lower bits. */
  UNDEF_PC: 0x22 << 24,
  /** A distance or an address does not fit its field. (DynASM cuts it silently.) */
  RANGE_REL: 0x31 << 24,
  /** An extern has no address. */
  UNDEF_EXT: 0x32 << 24,
  /** The action list is malformed, or a put starts outside of it. */
  BAD_LIST: 0x33 << 24,
  /**
   * A call comes at the wrong time or has a wrong argument: encode before link, a buffer that is too small.
   */
  BAD_CALL: 0x34 << 24,
  /** A global or pc label that is defined already is defined again. (DynASM moves it silently.) */
  REDEF: 0x35 << 24,
} as const;

/** The name of the code in the upper byte of a status: `RANGE_I` and so on. */
export function statusName(status: number): string {
  if (typeof status !== 'number') failExpected('statusName: status', status, 'a number');
  return codeName(status);
}

/** Apart: programs for a browser contain this, and seldom the other. */
function codeName(status: number): string {
  const code = status & 0xff000000;
  const entry = Object.entries(Status).find(([, value]) => value === code);
  return entry === undefined ? `0x${(code >>> 0).toString(16)}` : entry[0];
}

/** A line of a source file, counting from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
  /** Of the statement or expression, counting from 1; known for templates. */
  readonly column?: number;
}

/**
 * An error of the encoder. `message` begins with `file:line: ` or `file:line:column: ` where the source line
 * is known.
 */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  /** The code in the upper byte, an offset or number in the lower 24 bits. */
  readonly status: number;
  /** The name of the code: `RANGE_I` and so on. */
  readonly code: string;
  /** The source line of the assembly statement, where the action list has lines. */
  readonly source: SourceLine | undefined;

  constructor(status: number, text: string, source?: SourceLine, options?: ErrorOptions) {
    super(source ? `${placeText(source)}: ${text}` : text, options);
    this.status = status;
    this.code = codeName(status);
    this.source = source;
  }
}

function placeText({ file, line, column }: SourceLine): string {
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** The error of a call that comes at the wrong time or has a wrong argument. */
export function failCall(text: string): never {
  throw new EncodeError(Status.BAD_CALL, text);
}

/** The error of a call that has a value of a wrong type. `what`: the call and the name of the value. */
export function failExpected(what: string, value: unknown, expected: string): never {
  return failCall(`${what} is ${show(value)}, expected ${expected}`);
}

/** Node's name for the method that tells `console.log` what to print. */
export const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom');

/** A value in the words of a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'object' && value !== null)
    return `an object (${value.constructor?.name ?? 'Object'})`;
  return typeof value === 'function' ? 'a function' : String(value);
}

/**
 * Status codes of the engine and the error that carries them. DynASM's codes stand in the upper byte of a status; the
 * lower 24 bits hold an action-list offset, or the number of a label or section. Every error of the encoder is an
 * `EncodeError`; its message speaks of values, label names and source lines.
 */

/** Status codes: DynASM's own, and from 0x31 on those of this engine for what DynASM lets pass or cannot meet. */
export const Status = {
  OK: 0,
  /** No memory, or more code than one section can hold. */
  NOMEM: 0x01000000,
  /** Encoded size and linked size differ: a defect of the engine. */
  PHASE: 0x02000000,
  /** `checkStep`: another section is active; its number is in the lower bits. */
  MATCH_SEC: 0x03000000,
  /** An argument does not fit, is no integer, is missing or surplus. */
  RANGE_I: 0x11000000,
  /** Section number out of range. */
  RANGE_SEC: 0x12000000,
  /** Local label not defined (backward), or global label number out of range. */
  RANGE_LG: 0x13000000,
  /** Pc label number out of range. */
  RANGE_PC: 0x14000000,
  /** Register number out of range. */
  RANGE_VREG: 0x15000000,
  /** A local label was referenced and never defined; its number is in the lower bits. */
  UNDEF_L: 0x21000000,
  /** A pc label was referenced and never defined; its number is in the lower bits. */
  UNDEF_PC: 0x22000000,
  /** A distance or an address does not fit its field (DynASM cuts it silently). */
  RANGE_REL: 0x31000000,
  /** An extern has no address. */
  UNDEF_EXT: 0x32000000,
  /** The action list is malformed, or a put starts outside of it. */
  BAD_LIST: 0x33000000,
  /** A call at the wrong time or with a wrong argument: encode before link, a buffer that is too small. */
  BAD_CALL: 0x34000000,
} as const;

/** The name of the code in a status's upper byte: `RANGE_I` and so on. */
export function statusName(status: number): string {
  const code = status & 0xff000000;
  const entry = Object.entries(Status).find(([, value]) => value === code);
  return entry === undefined ? `0x${(code >>> 0).toString(16)}` : entry[0];
}

/** A line of a source file, counting from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** What goes wrong in the engine. `message` begins with `file:line: ` where the source line is known. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  /** As DynASM gives it: code in the upper byte, offset or number in the lower 24 bits. */
  readonly status: number;
  /** Name of the code: `RANGE_I` and so on. */
  readonly code: string;
  /** Source line of the assembly statement, where the action list has lines. */
  readonly source: SourceLine | undefined;

  constructor(status: number, text: string, source?: SourceLine, options?: ErrorOptions) {
    super(source ? `${source.file}:${source.line}: ${text}` : text, options);
    this.status = status;
    this.code = statusName(status);
    this.source = source;
  }
}

/** A value in a message. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'object' && value !== null)
    return `an object (${value.constructor?.name ?? 'Object'})`;
  return typeof value === 'function' ? 'a function' : String(value);
}

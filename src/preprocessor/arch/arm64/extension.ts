/** Shifts and extensions of registers and immediates, by the names of the table's sets. */

interface Extension {
  readonly field: string | undefined;
  /** Names as they are written, with their codes; where several have one code, the first is the usual one. */
  readonly names: ReadonlyMap<string, number>;
}

function extension(field: string | undefined, codes: Readonly<Record<string, number>>): Extension {
  return { field, names: new Map(Object.entries(codes)) };
}

/* prettier-ignore */
export const EXTENSIONS: Readonly<Record<string, Extension>> = {
  lsl:    extension(undefined, { lsl: 0 }),
  lsr:    extension(undefined, { lsr: 0 }),
  msl:    extension(undefined, { msl: 0 }),
  shift:  extension('shift', { lsl: 0, lsr: 1, asr: 2 }),
  rotate: extension('shift', { lsl: 0, lsr: 1, asr: 2, ror: 3 }),
  /** Of a register of 32 bits, in an operation of 64 bits. */
  extw:   extension('option', { uxtb: 0, uxth: 1, uxtw: 2, sxtb: 4, sxth: 5, sxtw: 6 }),
  /** Of a register of 64 bits. */
  extx:   extension('option', { uxtx: 3, sxtx: 7 }),
  lslx:   extension('option', { lsl: 3 }),
  /** In an operation of 32 bits. */
  ext32:  extension('option', { uxtb: 0, uxth: 1, uxtw: 2, uxtx: 3, sxtb: 4, sxth: 5, sxtw: 6, sxtx: 7 }),
  lslw:   extension('option', { lsl: 2 }),
  /** Of an index in memory. */
  indexw: extension('option', { uxtw: 2, sxtw: 6 }),
  sxtx:   extension(undefined, { sxtx: 0 }),
  indexx: extension('option', { lsl: 3, sxtx: 7 }),
};

/**
 * The registers of the processor between the lines of a REPL: `Image` has them, `describeChanges` says in
 * words what a line has changed.
 */

/** The general registers in the order of their numbers. */
// prettier-ignore
export const GENERAL: readonly string[] = [
  'rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi', 'r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15',
];

/** Where XSAVE puts what a processor may have; undefined: it does not have it. */
export interface VectorLayout {
  /** The upper halves of ymm0 … ymm15. */
  readonly ymm: number | undefined;
  /** k0 … k7. */
  readonly masks: number | undefined;
  /** The upper halves of zmm0 … zmm15. */
  readonly zmm: number | undefined;
  /** zmm16 … zmm31. */
  readonly highZmm: number | undefined;
}

export interface Image {
  /** By number, 0…2⁶⁴−1. */
  readonly general: readonly bigint[];
  /** RFLAGS. */
  readonly flags: bigint;
  /** What FXSAVE or XSAVE has written (Intel's manual, volume 1, 10.5.1 and 13.4). */
  readonly vectors: Uint8Array;
  readonly layout: VectorLayout;
}

/** Bits of RFLAGS: Intel's manual, volume 1, 3.4.3. */
const FLAGS: readonly (readonly [name: string, bit: bigint])[] = [
  ['CF', 0n],
  ['PF', 2n],
  ['AF', 4n],
  ['ZF', 6n],
  ['SF', 7n],
  ['DF', 10n],
  ['OF', 11n],
];

/** Where FXSAVE has the x87 status and tags, st0 … st7, and xmm0 … xmm15. */
const STATUS = 2;
const TAGS = 4;
const STACK = 32;
const XMM = 160;

/** A register as it is shown: two that are equal have the same text. */
type Shown = ReadonlyMap<string, string>;

function describe({ general, flags, vectors, layout }: Image): Shown {
  const shown = new Map<string, string>();
  for (const [index, value] of general.entries()) {
    const signed = BigInt.asIntN(64, value);
    shown.set(GENERAL[index] ?? '', `${hexadecimal(value, 16)}  ${signed}`);
  }
  const set = FLAGS.filter(([, bit]) => ((flags >> bit) & 1n) === 1n).map(([name]) => name);
  shown.set('flags', set.join(' ') || 'none of CF PF AF ZF SF DF OF');
  const view = new DataView(vectors.buffer, vectors.byteOffset, vectors.byteLength);
  describeStack(view, shown);
  describeVectors(view, layout, shown);
  return shown;
}

/** The registers of the x87 stack that are in use. */
function describeStack(view: DataView, shown: Map<string, string>): void {
  const top = (view.getUint16(STATUS, true) >> 11) & 7;
  for (let index = 0; index < 8; index++) {
    if (((view.getUint8(TAGS) >> ((top + index) & 7)) & 1) === 0) continue;
    const at = STACK + 16 * index;
    const exponent = view.getUint16(at + 8, true);
    const mantissa = Number(view.getBigUint64(at, true)) / 2 ** 63;
    const size =
      (exponent & 0x7fff) === 0x7fff
        ? mantissa === 1
          ? Infinity
          : Number.NaN
        : mantissa * 2 ** ((exponent & 0x7fff) - 16383);
    shown.set(`st${index}`, String(exponent > 0x7fff ? -size : size));
  }
}

function describeVectors(view: DataView, layout: VectorLayout, shown: Map<string, string>): void {
  /** The digits of `bytes` bytes; empty if the processor does not have them. */
  const digits = (at: number | undefined, bytes: number): string => {
    if (at === undefined) return '';
    const words = Array.from({ length: bytes / 8 }, (_, word) => view.getBigUint64(at + 8 * word, true));
    return words
      .toReversed()
      .map(word => hexadecimal(word, 16).slice(2))
      .join('_');
  };
  const name = (index: number, parts: readonly string[]): void => {
    // The widest part that is not zero gives the register its name.
    const widest = parts.findIndex(part => /[1-9a-f]/.test(part));
    const kind = ['zmm', 'ymm', 'xmm'][widest < 0 ? 2 : widest];
    const text = parts.slice(widest < 0 ? 2 : widest).join('_');
    shown.set(`xmm${index}`, `${kind}${index}  0x${text}`);
  };
  for (let index = 0; index < 16; index++) {
    name(index, [
      digits(layout.zmm && layout.zmm + 32 * index, 32),
      digits(layout.ymm && layout.ymm + 16 * index, 16),
      digits(XMM + 16 * index, 16),
    ]);
  }
  if (layout.highZmm !== undefined) {
    for (let index = 0; index < 16; index++) {
      const at = layout.highZmm + 64 * index;
      name(index + 16, [digits(at + 32, 32), digits(at + 16, 16), digits(at, 16)]);
    }
  }
  for (let index = 0; layout.masks !== undefined && index < 8; index++) {
    shown.set(`k${index}`, hexadecimal(view.getBigUint64(layout.masks + 8 * index, true), 16));
  }
}

function hexadecimal(value: bigint, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}

/** Lines of the registers that differ; without `before`, of all that are not as after a start. */
export function describeChanges(before: Image | undefined, after: Image): string {
  const old = before && describe(before);
  const lines: string[] = [];
  for (const [name, text] of describe(after)) {
    const isShown = old === undefined ? !isEmpty(name, text) : old.get(name) !== text;
    if (!isShown) continue;
    const isVector = name.startsWith('xmm');
    lines.push(isVector ? text.replace(/^\S+/, kind => kind.padEnd(6)) : `${name.padEnd(6)}  ${text}`);
  }
  for (const name of old?.keys() ?? []) {
    if (name.startsWith('st') && !describe(after).has(name)) lines.push(`${name.padEnd(6)}  empty`);
  }
  return lines.map(line => `${line}\n`).join('');
}

/** A vector or mask register with zero says nothing among all. */
function isEmpty(name: string, text: string): boolean {
  return /^(?:xmm|k)\d/.test(name) && /0x[0_]+$/.test(text);
}

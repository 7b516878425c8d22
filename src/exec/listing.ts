/**
 * Listings of machine code: addresses, bytes, labels, instructions and data.
 *
 * `dump` takes bytes, their address and the labels in them, and returns a line for each instruction and
 * label; `list` also knows which bytes are data and where they come from.
 */
import type { DataKind } from '../encoder/format/datakind.ts';
import { checkArgument, expecting, isBoolean, isOneOf } from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import type { Arch } from '../encoder/index.ts';
import { addressSize, dataLines } from './datatext.ts';
import { arm64Disassembler, type Disassembler, icedDisassembler } from './listingdecoder.ts';
import { printRows, type Row } from './listingrow.ts';
import { hostArch } from './process.ts';

/** Names of labels by their address. */
export type LabelNames = ReadonlyMap<bigint, readonly string[]>;

export interface DumpOptions {
  /** Architecture of the code. Default: that of this process, or x64 where no code runs. */
  readonly arch?: Arch;
  /** Shown in front of the instruction at their address, and behind branches to it. Default: none. */
  readonly labels?: LabelNames;
  /** Names of procedures by the address behind them, where a line says that they end. Default: none. */
  readonly ends?: LabelNames;
  /** Names of what lies elsewhere, shown behind branches to it and memory operands. Default: none. */
  readonly externs?: LabelNames;
  /** ANSI colours, for a terminal. Default: false. */
  readonly color?: boolean;
}

/** A part of the code, from an offset to that of the next part. */
export interface ListedPart {
  readonly offset: number;
  /** The offset of its action in the list. */
  readonly action: number;
  readonly kind: DataKind;
  /** The source line, as it is shown. */
  readonly source?: string | undefined;
}

/** What `list` shows. */
export interface ListedCode extends Required<DumpOptions> {
  readonly bytes: Uint8Array;
  readonly address: bigint;
  /** In the order of their offsets. Code in front of the first part is instructions. */
  readonly parts: readonly ListedPart[];
  /** The offsets behind addresses of labels and externs, in data and in instructions. */
  readonly addressEnds: ReadonlySet<number>;
}

const isBytes = expecting('a Uint8Array', value => value instanceof Uint8Array);
const isCodeAddress = expecting('an address, 0…2⁶⁴−1', value =>
  typeof value === 'bigint'
    ? value >= 0n && value < 2n ** 64n
    : Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 64,
);
const isLabelNames = expecting('a Map of names by address', value => value instanceof Map);
const checkDumpOptions = isOptions({
  arch: isOneOf('x64', 'x86', 'arm64'),
  labels: isLabelNames,
  ends: isLabelNames,
  externs: isLabelNames,
  color: isBoolean,
} satisfies OptionChecks<DumpOptions>);

/**
 * Disassembles. Data is shown as the instructions that it would be, bytes that are not an instruction as
 * `(bad)`: `Code.dump` knows better.
 * @param address of the first byte, 0…2⁶⁴−1
 * @returns lines that end in a line feed; nothing for no bytes
 * @throws {MissingPackageError} iced-x86, which people install who want listings of x86 code, is not there
 */
export function dump(bytes: Uint8Array, address: bigint | number = 0n, options: DumpOptions = {}): string {
  checkArgument('dasm.dump', 'bytes', bytes, isBytes);
  checkArgument('dasm.dump', 'address', address, isCodeAddress);
  checkArgument('dasm.dump', 'options', options, checkDumpOptions);
  const { arch = hostArch ?? 'x64', labels = new Map(), ends = new Map(), externs = new Map() } = options;
  return list({
    bytes,
    address: BigInt(address),
    arch,
    labels,
    ends,
    externs,
    color: options.color ?? false,
    parts: [],
    addressEnds: new Set(),
  });
}

/** The listing of code whose parts are known; see `dump`. */
export function list(code: ListedCode): string {
  return printRows(listRows(code), addressWidth(code), code.color);
}

/** The rows of the listing, in order. */
export function listRows(code: ListedCode): readonly Row[] {
  const lister = new Lister(code);
  try {
    return lister.rows();
  } finally {
    lister.free();
  }
}

/** How many digits the addresses of a listing have. */
export function addressWidth({ address, bytes }: ListedCode): number {
  return Math.max(4, (address + BigInt(bytes.length)).toString(16).length);
}

/** Statements of their own, in front of the instruction that they belong to: sizes, lock, rep, segments. */
const PREFIXES: ReadonlySet<number> = new Set([
  0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65,
]);

class Lister {
  readonly #code: ListedCode;
  readonly #disassembler: Disassembler;
  /** Offsets at which decoding starts anew: what seems to go on there is data. */
  readonly #starts: ReadonlySet<number>;
  readonly #rows: Row[] = [];

  constructor(code: ListedCode) {
    const { address, arch, labels, ends, parts } = code;
    this.#code = code;
    this.#disassembler = arch === 'arm64' ? arm64Disassembler(code) : icedDisassembler(code);
    const names = [...labels.keys(), ...ends.keys()].map(each => Number(each - address));
    const data = parts.flatMap(({ kind, offset }) => (kind === 'code' ? [] : [offset]));
    this.#starts = new Set([...names, ...data]);
  }

  free(): void {
    this.#disassembler.free();
  }

  rows(): readonly Row[] {
    const { bytes, parts } = this.#code;
    /** The index of the next part. */
    let next = 0;
    let kind: DataKind = 'code';
    let shown: ListedPart | undefined;
    for (let offset = 0; offset < bytes.length;) {
      this.#addNames(offset);
      // A part without bytes, such as a label, is not shown.
      for (; next < parts.length && (parts[next]?.offset ?? 0) <= offset; next++) {
        kind = parts[next]?.kind ?? 'code';
      }
      const first = this.#rows.length;
      const part = parts[next - 1];
      const end = parts[next]?.offset ?? bytes.length;
      if (kind === 'code') {
        offset = this.#addInstruction(offset, part === undefined ? undefined : this.#codeEnd(offset, next));
      } else offset = this.#addData(kind, offset, this.#nextStart(offset, end));
      if (part === undefined || part === shown) continue;
      const row = this.#rows[first];
      // A line of several parts shows its source once, unless it has been put again.
      const goesOn = part.source === shown?.source && part.action > (shown?.action ?? -1);
      if (row !== undefined && part.source !== undefined && !goesOn) row.source = part.source;
      shown = part;
    }
    this.#addNames(bytes.length);
    return this.#rows;
  }

  /** Where the code at `offset` ends: before the part `next`, or behind it if only prefixes are before it. */
  #codeEnd(offset: number, next: number): number {
    const { bytes, parts } = this.#code;
    const end = parts[next]?.offset ?? bytes.length;
    const isPrefix = next < parts.length && bytes.subarray(offset, end).every(byte => PREFIXES.has(byte));
    return isPrefix ? this.#codeEnd(offset, next + 1) : end;
  }

  #addNames(offset: number): void {
    const { labels, ends, address } = this.#code;
    const at = address + BigInt(offset);
    for (const name of ends.get(at) ?? []) this.#rows.push({ label: `; end of ${name}` });
    for (const name of labels.get(at) ?? []) this.#rows.push({ label: `${name}:` });
  }

  /**
   * Returns the offset behind the instruction. `partEnd`: that behind the part of the code, if it is known.
   * Where the disassembler does not know an instruction, the rest of the part is one row.
   */
  #addInstruction(offset: number, partEnd: number | undefined): number {
    const { bytes, address } = this.#code;
    const at = address + BigInt(offset);
    const { length, text, target } = this.#disassembler.decode(offset);
    const decoded = offset + length;
    if (partEnd !== undefined && (text === undefined || decoded > partEnd)) {
      const rest = this.#nextStart(offset, partEnd);
      this.#rows.push({ at, bytes: bytes.subarray(offset, rest), text: '(unknown)' });
      return rest;
    }
    const end = this.#nextStart(offset, decoded);
    if (end < decoded) return this.#addData('byte', offset, end);
    const name = target === undefined ? undefined : this.#nameOf(target, at);
    this.#rows.push({ at, bytes: bytes.subarray(offset, end), text: text ?? '(bad)', note: name });
    return end;
  }

  /** Returns `end`. */
  #addData(kind: Exclude<DataKind, 'code'>, offset: number, end: number): number {
    const { bytes, address } = this.#code;
    let at = offset;
    for (const { text, length } of dataLines(kind, bytes.subarray(offset, end), this.#code.arch)) {
      const note = this.#addressNames(kind, at, at + length);
      this.#rows.push({
        at: address + BigInt(at),
        bytes: bytes.subarray(at, at + length),
        text,
        note,
        isFill: kind === 'fill',
      });
      at += length;
    }
    return end;
  }

  /** The names of what the addresses in a line of data belong to; undefined if there are none. */
  #addressNames(kind: DataKind, start: number, end: number): string | undefined {
    const { addressEnds, bytes, address } = this.#code;
    const size = addressSize(kind);
    if (size === 0 || addressEnds.size === 0) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const names: string[] = [];
    for (let at = start; at < end; at += size) {
      if (!addressEnds.has(at + size)) continue;
      const target = size === 8 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true));
      const name = this.#nameOf(target, address + BigInt(at));
      if (name !== undefined) names.push(name);
    }
    return names.length === 0 ? undefined : names.join(', ');
  }

  /** The name of what is at an address that is referred to at `from`. */
  #nameOf(target: bigint, from: bigint): string | undefined {
    const { labels, externs } = this.#code;
    const name = (labels.get(target) ?? externs.get(target))?.[0];
    // A local label.
    return name !== undefined && /^\d$/.test(name) ? `${target > from ? '>' : '<'}${name}` : name;
  }

  /** The first start behind `offset` that lies in front of `end`; else `end`. */
  #nextStart(offset: number, end: number): number {
    for (let at = offset + 1; at < end; at++) if (this.#starts.has(at)) return at;
    return end;
  }
}

/**
 * Data as directives: takes the bytes of a piece of data and what kind it is, returns the directives that
 * would write them, each with the number of its bytes.
 */
import type { DataKind } from '../encoder/format/datakind.ts';
import type { Arch } from '../encoder/index.ts';

/** A directive, and how many of the bytes it writes. */
export interface DataLine {
  readonly text: string;
  readonly length: number;
}

/** Numbers are shown in lines of so many bytes, … */
const LINE_BYTES = 8;
/** … texts in lines of at most so many. */
const TEXT_BYTES = 64;
/** Printable characters among bytes are a text if they are so many. */
const TEXT_RUN = /[\x20-\x7e]{4,}/g;

/** The size of a number in bytes, and how it is shown. */
const NUMBERS = {
  word: { size: 2, read: (view, at) => integer(view.getUint16(at, true)) },
  dword: { size: 4, read: (view, at) => integer(view.getUint32(at, true)) },
  qword: { size: 8, read: (view, at) => integer(view.getBigUint64(at, true)) },
  float: { size: 4, read: (view, at) => float(view.getFloat32(at, true)) },
  double: { size: 8, read: (view, at) => number(view.getFloat64(at, true)) },
} satisfies Readonly<
  Partial<Record<DataKind, { readonly size: number; read(view: DataView, at: number): string }>>
>;

/** The directives of `arch` for `bytes`, which are not empty. */
export function dataLines(
  kind: Exclude<DataKind, 'code'>,
  bytes: Uint8Array,
  arch: Arch,
): readonly DataLine[] {
  switch (kind) {
    case 'byte':
      return byteLines(bytes);
    case 'text':
      return textLines(bytes);
    case 'utf16':
      return utf16Lines(bytes);
    case 'fill':
      return bytes.every(byte => byte === bytes[0]) ? [fillLine(bytes)] : byteLines(bytes);
    default:
      return numberLines(kind, bytes, arch === 'arm64' && kind === 'word' ? 'hword' : kind);
  }
}

/** The size of the numbers of a kind of data; 0 if it does not consist of numbers that may be addresses. */
export function addressSize(kind: DataKind): number {
  return kind === 'dword' || kind === 'qword' ? NUMBERS[kind].size : 0;
}

function numberLines(kind: keyof typeof NUMBERS, bytes: Uint8Array, name: string): readonly DataLine[] {
  const { size, read } = NUMBERS[kind];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % size);
  const lines: DataLine[] = [];
  for (let start = 0; start < whole; start += LINE_BYTES) {
    const end = Math.min(whole, start + LINE_BYTES);
    const numbers: string[] = [];
    for (let at = start; at < end; at += size) numbers.push(read(view, at));
    lines.push({ text: `.${name} ${numbers.join(', ')}`, length: end - start });
  }
  // A label stands inside of a number.
  return whole === bytes.length ? lines : [...lines, ...byteLines(bytes.subarray(whole))];
}

function byteLines(bytes: Uint8Array): readonly DataLine[] {
  const lines: DataLine[] = [];
  let elements: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (length > 0) lines.push({ text: `.byte ${elements.join(', ')}`, length });
    elements = [];
    length = 0;
  };
  const add = (element: string, count: number): void => {
    elements.push(element);
    length += count;
    if (length >= LINE_BYTES) flush();
  };
  let at = 0;
  const addNumbers = (end: number): void => {
    for (; at < end; at++) add(integer(bytes[at] ?? 0), 1);
  };
  for (const { index, 0: run } of Buffer.from(bytes).toString('latin1').matchAll(TEXT_RUN)) {
    addNumbers(index);
    for (let start = 0; start < run.length; start += TEXT_BYTES) {
      const part = run.slice(start, start + TEXT_BYTES);
      add(literal(part), part.length);
    }
    at = index + run.length;
  }
  addNumbers(bytes.length);
  flush();
  return lines;
}

function textLines(bytes: Uint8Array): readonly DataLine[] {
  const lines: DataLine[] = [];
  for (let start = 0; start < bytes.length;) {
    let end = Math.min(bytes.length, start + TEXT_BYTES);
    // Characters stay whole.
    while (end < bytes.length && end > start + 1 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
    const part = bytes.subarray(start, end);
    const text = decodeText(part);
    if (text === undefined) lines.push(...byteLines(part));
    else {
      const strings = text.split('\0');
      const isTerminated = strings.length > 1 && strings.at(-1) === '';
      const shown = isTerminated ? strings.slice(0, -1).map(literal).join(', ') : literal(text);
      lines.push({ text: `${isTerminated ? '.asciz' : '.ascii'} ${shown}`, length: part.length });
    }
    start = end;
  }
  return lines;
}

/** Undefined for bytes that are not UTF-8. */
function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16Lines(bytes: Uint8Array): readonly DataLine[] {
  const whole = bytes.length & ~1;
  const text = Buffer.from(bytes.subarray(0, whole)).toString('utf16le');
  const lines: DataLine[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + TEXT_BYTES / 2);
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
    const part = text.slice(start, end);
    const elements = part
      .split('\0')
      .flatMap((each, index) => [...(index > 0 ? ['0'] : []), ...(each === '' ? [] : [literal(each)])]);
    lines.push({ text: `.utf16 ${elements.join(', ')}`, length: 2 * part.length });
    start = end;
  }
  return whole === bytes.length ? lines : [...lines, ...byteLines(bytes.subarray(whole))];
}

function fillLine(bytes: Uint8Array): DataLine {
  const filler = bytes[0] ?? 0;
  const text = `.space ${bytes.length}${filler === 0 ? '' : `, ${integer(filler)}`}`;
  return { text, length: bytes.length };
}

/** As the listing of instructions shows integers: small ones are decimal. */
function integer(value: number | bigint): string {
  return value < 10 ? String(value) : `0x${value.toString(16)}`;
}

function number(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The shortest number that is this float. */
function float(value: number): string {
  if (value === 0) return number(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return number(short);
  }
  return number(value);
}

/** A string literal. What is not printed, or would change how the line is shown, is escaped. */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll(/[\p{C}\u2028\u2029]/gu, character => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

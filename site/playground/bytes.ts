/** The part of Node's `Buffer` that programs use to make and show bytes. */

type Encoding = 'utf8' | 'utf-8' | 'hex' | 'latin1' | 'ascii' | 'utf16le' | 'base64';

/** Bytes that have a text. */
class Bytes extends Uint8Array {
  override toString(encoding: Encoding = 'utf8'): string {
    switch (encoding) {
      case 'hex':
        return Array.from(this, byte => byte.toString(16).padStart(2, '0')).join('');
      case 'base64':
        return btoa(this.toString('latin1'));
      case 'latin1':
      case 'ascii':
        return Array.from(this, byte => String.fromCharCode(byte)).join('');
      case 'utf16le':
        return new TextDecoder('utf-16le').decode(this);
      default:
        return new TextDecoder().decode(this);
    }
  }
}

/** Reading and writing of numbers, by the names of `Buffer`: those of `DataView` with the order of the bytes. */
for (const kind of [
  'Int16',
  'Uint16',
  'Int32',
  'Uint32',
  'BigInt64',
  'BigUint64',
  'Float32',
  'Float64',
] as const) {
  const names: Readonly<Record<string, string>> = { Float32: 'Float', Float64: 'Double' };
  const name = names[kind] ?? kind.replace('Uint', 'UInt');
  for (const [order, isLittle] of [
    ['LE', true],
    ['BE', false],
  ] as const) {
    const size = /(\d+)$/.exec(kind)?.[1];
    Object.assign(Bytes.prototype, {
      [`read${name}${order}`](this: Bytes, offset = 0) {
        return viewOf(this)[`get${kind}`](offset, isLittle);
      },
      [`write${name}${order}`](this: Bytes, value: never, offset = 0) {
        viewOf(this)[`set${kind}`](offset, value, isLittle);
        return offset + Number(size) / 8;
      },
    });
  }
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

type Source = string | ArrayBuffer | Iterable<number>;

/** What programs know as `Buffer`. */
export const bytes = {
  from(value: Source, encoding: Encoding = 'utf8'): Bytes {
    if (typeof value === 'string') return bytesOf(value, encoding);
    return value instanceof ArrayBuffer ? new Bytes(value) : new Bytes([...value]);
  },
  alloc(size: number, fill = 0): Bytes {
    return new Bytes(size).fill(fill);
  },
  concat(parts: readonly Uint8Array[]): Bytes {
    return new Bytes(parts.flatMap(part => [...part]));
  },
  byteLength(text: string): number {
    return new TextEncoder().encode(text).length;
  },
};

function bytesOf(text: string, encoding: Encoding): Bytes {
  switch (encoding) {
    case 'hex':
      return new Bytes((text.match(/[\da-f]{2}/gi) ?? []).map(digits => Number.parseInt(digits, 16)));
    case 'base64':
      return bytesOf(atob(text), 'latin1');
    case 'latin1':
    case 'ascii':
      return new Bytes(Array.from(text, character => character.charCodeAt(0) & 0xff));
    case 'utf16le':
      return new Bytes(new Uint8Array(Uint16Array.from(text, (_, index) => text.charCodeAt(index)).buffer));
    default:
      return new Bytes(new TextEncoder().encode(text));
  }
}

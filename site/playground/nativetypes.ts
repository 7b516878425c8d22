/**
 * Sizes and members of C types, in the place of koffi, which needs Node: takes types as programs give them to
 * `dasm.koffi()`; returns their layouts. Types are those of 64-bit Linux and macOS; Windows and x86 differ in
 * `long` and in pointers.
 */

export interface NativeType {
  readonly name: string;
  readonly size: number;
  readonly alignment: number;
  readonly members?: Readonly<Record<string, { readonly type: NativeType; readonly offset: number }>>;
  /** Of an array. */
  readonly element?: NativeType;
}

export type TypeLike = NativeType | string;

const SIZES: Readonly<Record<number, string>> = {
  1: 'bool char uchar int8 int8_t uint8 uint8_t unsigned_char signed_char',
  2: 'short ushort int16 int16_t uint16 uint16_t unsigned_short char16 char16_t',
  4: 'int uint int32 int32_t uint32 uint32_t unsigned unsigned_int float float32 char32 char32_t',
  8: 'int64 int64_t uint64 uint64_t long_long unsigned_long_long longlong ulonglong double float64',
};

interface Platform {
  readonly pointer: number;
  readonly long: number;
}

/** The types of a platform, and those that the program defines. */
export class NativeTypes {
  readonly #types = new Map<string, NativeType>();
  readonly #pointer: number;

  constructor({ pointer, long }: Platform) {
    this.#pointer = pointer;
    for (const [size, names] of Object.entries(SIZES)) {
      for (const name of names.split(' '))
        this.#define(name.replaceAll('_', name.endsWith('_t') ? '_' : ' '), Number(size));
    }
    for (const name of ['long', 'ulong', 'unsigned long']) this.#define(name, long);
    for (const name of ['size_t', 'intptr_t', 'uintptr_t', 'intptr', 'uintptr', 'str', 'str16']) {
      this.#define(name, pointer);
    }
  }

  #define(name: string, size: number): void {
    this.#types.set(name, { name, size, alignment: size });
  }

  type(type: TypeLike): NativeType {
    if (typeof type !== 'string') {
      if (typeof (type as Partial<NativeType> | null)?.size === 'number') return type;
      throw new TypeError('type: expected a type of koffi, or its name');
    }
    const name = type
      .replaceAll(/\b(?:const|struct|union)\b/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (name.endsWith('*')) return { name, size: this.#pointer, alignment: this.#pointer };
    const [, element = '', count] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
    if (count !== undefined) return this.array(element.trim(), Number(count));
    const found = this.#types.get(name);
    if (found === undefined) {
      throw new TypeError(
        `type: "${type}" is neither a koffi type nor the name of one; define it with dasm.koffi()`,
      );
    }
    return found;
  }

  array(of: TypeLike, count: number): NativeType {
    const element = this.type(of);
    const name = `${element.name}[${count}]`;
    return { name, size: element.size * count, alignment: element.alignment, element };
  }

  pointer(to: TypeLike): NativeType {
    return { name: `${this.type(to).name} *`, size: this.#pointer, alignment: this.#pointer };
  }

  /** A structure; `isUnion`: all members begin at its beginning; `isPacked`: without gaps. */
  structure(
    name: string,
    fields: Readonly<Record<string, TypeLike>>,
    { isUnion = false, isPacked = false }: { isUnion?: boolean; isPacked?: boolean } = {},
  ): NativeType {
    const members: Record<string, { type: NativeType; offset: number }> = {};
    let [end, size, alignment] = [0, 0, 1];
    for (const [member, like] of Object.entries(fields)) {
      const type = this.type(like);
      const own = isPacked ? 1 : type.alignment;
      const offset = isUnion ? 0 : Math.ceil(end / own) * own;
      members[member] = { type, offset };
      end = offset + type.size;
      size = Math.max(size, end);
      alignment = Math.max(alignment, own);
    }
    const type = { name, size: Math.ceil(size / alignment) * alignment, alignment, members };
    if (name !== '') this.#types.set(name, type);
    return type;
  }

  alias(name: string, type: TypeLike): NativeType {
    const found = this.type(type);
    this.#types.set(name, found);
    return found;
  }

  opaque(name: string): NativeType {
    const type = { name, size: 0, alignment: 1 };
    this.#types.set(name, type);
    return type;
  }

  sizeOf(type: TypeLike): number {
    return this.type(type).size;
  }

  /** As `offsetOf` of the package. */
  offsetOf(like: TypeLike, ...path: readonly (string | number)[]): number {
    let type = this.type(like);
    let offset = 0;
    for (const [index, step] of path.entries()) {
      if (typeof step === 'string') {
        const { members = {} } = type;
        const member = Object.hasOwn(members, step) ? members[step] : undefined;
        if (member === undefined) {
          const names = Object.keys(members).join(', ');
          const has = names === '' ? 'it has no members' : `its members are ${names}`;
          throw new TypeError(`${type.name} has no member ${step}: ${has}`);
        }
        offset += member.offset;
        ({ type } = member);
      } else {
        if (!Number.isSafeInteger(step))
          throw new RangeError(`offsetOf: path: the index ${step} is not an integer`);
        if (index > 0) {
          if (type.element === undefined) {
            throw new TypeError(`${type.name} is not an array, and cannot be indexed with [${step}]`);
          }
          type = type.element;
        }
        offset += step * type.size;
      }
    }
    return offset;
  }
}

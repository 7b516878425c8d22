/**
 * A prototype in koffi's types: what a call and a callback need to know at run time.
 *
 * In goes the text of a prototype, out comes a Signature, the same one for the same text.
 */
import type { Koffi, TypeObject } from './koffi.ts';
import { scalarTypes, type ScalarName } from './ctype.ts';
import { native } from './native.ts';
import { parsePrototype, PrototypeError, type CType, type Prototype } from './prototype.ts';

/** A parameter or a result. */
export interface Slot {
  /** The type as the messages name it. */
  readonly text: string;
  /** Empty where the prototype gives none. */
  readonly name: string;
  readonly type: TypeObject;
  /** What comes from native code is made a bigint: koffi gives numbers up to 2⁵³. */
  readonly wide: boolean;
  /** Of a pointer to a function. */
  readonly callback: Signature | undefined;
}

export interface Signature {
  readonly prototype: Prototype;
  readonly parameters: readonly Slot[];
  readonly result: Slot;
  /** koffi's prototype. */
  readonly type: TypeObject;
  /** koffi's type of a pointer to such a function. */
  readonly pointer: TypeObject;
}

/**
 * @param text a prototype, see prototype.ts; types that the table in ctype.ts has not are koffi's to know (those that
 *   the program defined with `koffi.struct` and the like)
 * @throws PrototypeError
 */
export function signature(text: string): Signature {
  const { koffi, signatures } = native();
  let known = signatures.get(text);
  if (known === undefined) {
    known = bind(koffi, parsePrototype(text));
    signatures.set(text, known);
  }
  return known;
}

function bind(koffi: Koffi, prototype: Prototype): Signature {
  const parameters = prototype.parameters.map(({ type, name }) => {
    const slot = resolve(koffi, prototype, type, name);
    if (slot.text === 'void') {
      throw new PrototypeError(prototype.text, 'a parameter cannot be `void`; write `()` for none');
    }
    return slot;
  });
  const result = resolve(koffi, prototype, prototype.result, '');
  try {
    const types = parameters.map(({ type }) => type);
    const type =
      prototype.convention === ''
        ? koffi.proto(result.type, types)
        : koffi.proto(prototype.convention, result.type, types);
    return { prototype, parameters, result, type, pointer: koffi.pointer(type) };
  } catch (error) {
    throw new PrototypeError(prototype.text, error instanceof Error ? error.message : String(error));
  }
}

function resolve(koffi: Koffi, prototype: Prototype, type: CType, name: string): Slot {
  if (type.callback !== undefined) {
    const callback = bind(koffi, type.callback);
    return { text: 'function pointer', name, type: callback.pointer, wide: false, callback };
  }
  const { words, stars } = type;
  const scalar = isScalar(words) ? scalarTypes[words] : undefined;
  const text = words + (stars > 0 ? ` ${'*'.repeat(stars)}` : '');
  let resolved: TypeObject;
  try {
    resolved = koffi.type((scalar?.[0] ?? words) + '*'.repeat(stars));
  } catch {
    const names = Object.keys(scalarTypes)
      .filter(name => !name.includes(' '))
      .join(', ');
    const hint =
      stars > 0
        ? 'write `void *`, or define it with koffi'
        : `known are ${names}, pointers, and types defined with koffi`;
    throw new PrototypeError(prototype.text, `unknown type \`${words}\`; ${hint}`);
  }
  const wide = stars === 0 && (scalar ? scalar[1] === 'bigint' : /^U?Int64/.test(resolved.primitive));
  return { text, name, type: resolved, wide, callback: undefined };
}

function isScalar(words: string): words is ScalarName {
  return Object.hasOwn(scalarTypes, words);
}

/** What JavaScript gets of a result that koffi gave: 64-bit integers are always bigint. */
export function received(slot: Slot, value: unknown): unknown {
  return slot.wide && typeof value === 'number' ? BigInt(value) : value;
}

/**
 * Prototypes in koffi's types: what calls and callbacks need to know at run time.
 *
 * `signature` takes the text of a prototype and returns its `Signature`, the same object for the same text.
 */
import { koffi, type TypeObject } from '../koffi.ts';
import { parsePrototype, PrototypeError, type CType, type Prototype } from './prototype.ts';
import { isScalarName, scalarTypes } from './scalartype.ts';

/** A parameter or a result. */
export interface Slot {
  /** The type as messages name it. */
  readonly text: string;
  /** Empty where the prototype gives none, and for results. */
  readonly name: string;
  readonly type: TypeObject;
  /** Whether JavaScript gets the value as a bigint. (koffi gives a number for a small value.) */
  readonly isBigInt: boolean;
  /** For a pointer to a function, the signature of that function. */
  readonly functionPointer: Signature | undefined;
}

export interface Signature {
  readonly prototype: Prototype;
  readonly parameters: readonly Slot[];
  readonly result: Slot;
  /** koffi's type of the function. */
  readonly type: TypeObject;
  /** koffi's type of a pointer to the function. */
  readonly pointer: TypeObject;
}

/**
 * The signatures of this thread by the text of their prototypes. koffi never frees a prototype, which takes
 * some 2.5 KB, so it is made once in a thread and not once in a state.
 */
const signatures = new Map<string, Signature>();

/**
 * @param text a prototype; types that scalartype.ts does not have are looked up in koffi, where a program may
 *   have defined them (`koffi.struct` and others)
 * @throws {PrototypeError}, and {TypeError} for what is not a string
 */
export function signature(text: string): Signature {
  let found = signatures.get(text);
  if (found === undefined) {
    found = makeSignature(parsePrototype(text));
    signatures.set(text, found);
  }
  return found;
}

function makeSignature(prototype: Prototype): Signature {
  const parameters = prototype.parameters.map(({ type, name }) => {
    const slot = makeSlot(prototype, type, name);
    if (slot.text === 'void') {
      throw new PrototypeError(prototype.text, 'a parameter cannot be `void`; write `()` for none');
    }
    return slot;
  });
  const result = makeSlot(prototype, prototype.result, '');
  try {
    const types = parameters.map(({ type }) => type);
    const type =
      prototype.convention === ''
        ? koffi().proto(result.type, types)
        : koffi().proto(prototype.convention, result.type, types);
    return { prototype, parameters, result, type, pointer: koffi().pointer(type) };
  } catch (error) {
    throw new PrototypeError(prototype.text, error instanceof Error ? error.message : String(error));
  }
}

function makeSlot(prototype: Prototype, type: CType, name: string): Slot {
  if (type.functionPointer !== undefined) {
    const functionPointer = makeSignature(type.functionPointer);
    return {
      text: 'function pointer',
      name,
      type: functionPointer.pointer,
      isBigInt: false,
      functionPointer,
    };
  }
  const { words, stars } = type;
  const scalar = isScalarName(words) ? scalarTypes[words] : undefined;
  const text = words + (stars > 0 ? ` ${'*'.repeat(stars)}` : '');
  let resolved: TypeObject;
  try {
    resolved = koffi().type((scalar?.[0] ?? words) + '*'.repeat(stars));
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
  const isBigInt = stars === 0 && (scalar ? scalar[1] === 'bigint' : /^U?Int64/.test(resolved.primitive));
  return { text, name, type: resolved, isBigInt, functionPointer: undefined };
}

/**
 * Prototypes in koffi's types: what calls and callbacks need to know at run time.
 *
 * `signature` takes the text of a prototype and returns its `Signature`.
 */
import { koffi, type TypeObject } from '../koffi.ts';
import { isBigIntType, numberType } from './fromnative.ts';
import { functionType, type FunctionType } from './functionpointer.ts';
import { parsePrototype, PrototypeError, type CType, type Prototype } from './prototype.ts';
import { isScalarName, scalarTypes } from './scalartype.ts';

/** A parameter or a result. */
export interface Slot {
  /** The type as messages name it. */
  readonly text: string;
  /** Empty where the prototype gives none, and for results. */
  readonly name: string;
  readonly type: TypeObject;
  /** Whether JavaScript gets the value as a bigint. */
  readonly isBigInt: boolean;
}

export interface Signature extends FunctionType {
  readonly prototype: Prototype;
  readonly parameters: readonly Slot[];
  readonly result: Slot;
}

/** Signatures by the text of their prototypes; they are forgotten when there are more than this number. */
const signatures = new Map<string, Signature>();
const REMEMBERED = 256;

/**
 * Arguments and the result by value, in bytes. koffi does not look how much room its stack of 2 MB has, and
 * calls nest some 170 deep.
 */
const MAX_PASSED = 2 ** 13;

/**
 * @param text a prototype; types that scalartype.ts does not have are looked up in koffi, where a program may
 *   have defined them (`koffi.struct` and others)
 * @throws {PrototypeError}, and {TypeError} for what is not a string
 */
export function signature(text: string): Signature {
  let found = signatures.get(text);
  if (found === undefined) {
    found = makeSignature(parsePrototype(text));
    if (signatures.size >= REMEMBERED) signatures.clear();
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
  const types = parameters.map(({ type }) => type);
  const passed = [result.type, ...types].reduce((sum, { size }) => sum + size, 0);
  if (passed > MAX_PASSED) {
    const reason = `values of ${passed} bytes do not fit on the stack; structures of more than ${MAX_PASSED} bytes are passed by pointer`;
    throw new PrototypeError(prototype.text, reason);
  }
  try {
    const { convention, isVariadic } = prototype;
    return { prototype, parameters, result, ...functionType(convention, result.type, types, isVariadic) };
  } catch (error) {
    throw new PrototypeError(prototype.text, error instanceof Error ? error.message : String(error));
  }
}

function makeSlot(prototype: Prototype, type: CType, name: string): Slot {
  if (type.functionPointer !== undefined) {
    return {
      text: 'function pointer',
      name,
      type: makeSignature(type.functionPointer).pointer,
      isBigInt: false,
    };
  }
  const { words, stars } = type;
  const scalar = isScalarName(words) ? scalarTypes[words][0] : undefined;
  const text = words + (stars > 0 ? ` ${'*'.repeat(stars)}` : '');
  let resolved: TypeObject;
  try {
    resolved = numberType(koffi().type((scalar ?? words) + '*'.repeat(stars)));
  } catch {
    const names = Object.keys(scalarTypes)
      .filter(name => !name.includes(' '))
      .join(', ');
    const hint =
      stars > 0
        ? 'write `void *`, or define it with dasm.koffi()'
        : `known are ${names}, pointers, and types defined with dasm.koffi()`;
    throw new PrototypeError(prototype.text, `unknown type \`${words}\`; ${hint}`);
  }
  return { text, name, type: resolved, isBigInt: isBigIntType(resolved) };
}

/**
 * The type as which C passes an argument of this type behind the `...` of a variadic function. Undefined for
 * types that are not passed there: structures and pointers to functions.
 */
export function promotedType(type: TypeObject): TypeObject | undefined {
  const { primitive, size } = type;
  if (primitive === 'Float32') return koffi().type('double');
  if (primitive === 'Bool' || (/^U?Int/.test(primitive) && size < 4)) return koffi().type('int');
  return /^U?Int|^Float64$|^String|^Pointer$/.test(primitive) ? type : undefined;
}

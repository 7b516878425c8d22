/**
 * Functions among koffi's types. `functionType` takes a calling convention, the types of result and
 * parameters, and whether further arguments may follow. It returns koffi's type of such a function and of a
 * pointer to it, the same objects each time.
 */
import { koffi, type TypeObject } from '../koffi.ts';
import type { Convention } from './prototype.ts';

export interface FunctionType {
  readonly type: TypeObject;
  /** The type of a pointer to the function. */
  readonly pointer: TypeObject;
}

/**
 * By convention and numbers of the types. koffi never frees a prototype, which takes some 2.5 KB, so it is
 * made once in a thread, whatever the text and the names of the prototypes that need it.
 */
const functionTypes = new Map<string, FunctionType>();
/** Numbers of the types that prototypes have named. */
const typeNumbers = new Map<TypeObject, number>();

/** @throws {Error} from koffi, for a type that cannot be passed */
export function functionType(
  convention: Convention,
  result: TypeObject,
  parameters: readonly TypeObject[],
  isVariadic = false,
): FunctionType {
  const key = `${convention} ${[result, ...parameters].map(typeNumber).join(' ')}${isVariadic ? ' ...' : ''}`;
  let found = functionTypes.get(key);
  if (found === undefined) {
    const { proto, pointer } = koffi();
    const types = isVariadic ? [...parameters, '...'] : [...parameters];
    const type = convention === '' ? proto(result, types) : proto(convention, result, types);
    found = { type, pointer: pointer(type) };
    functionTypes.set(key, found);
  }
  return found;
}

function typeNumber(type: TypeObject): number {
  const number = typeNumbers.get(type) ?? typeNumbers.size;
  typeNumbers.set(type, number);
  return number;
}

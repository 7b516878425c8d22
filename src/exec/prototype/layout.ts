/**
 * Sizes and member offsets of koffi types, which the generated code of `.type` asks for.
 *
 * Takes a type (koffi's object or its name) and a path of members and indices, returns bytes.
 */
import { inspect } from 'node:util';
import { show } from '../../encoder/format/status.ts';
import { koffi, type TypeObject } from '../koffi.ts';

/** A type of koffi's, or its name. */
export type TypeLike = TypeObject | string;

/**
 * Returns the size of a type in bytes.
 * @throws {TypeError} for what koffi does not know as a type
 */
export function sizeOf(type: TypeLike): number {
  return resolve(type).size;
}

/**
 * Returns the offset in bytes of what a path leads to: `offsetOf(T, 'a', 2, 'b')` is the offset of
 * `->a[2].b`, `offsetOf(T, 3, 'b')` that of `[3].b`, both behind a pointer to T. A path cannot follow a
 * pointer, which would take a load.
 * @param path strings are member names of structs and unions; integers index arrays, also beyond their ends.
 *   An integer at the beginning steps over whole values of T
 * @throws {TypeError} for a member that the type does not have, with those that it has; for an index into
 *   what is not an array
 * @throws {RangeError} for an index that is not an integer
 */
export function offsetOf(type: TypeLike, ...path: (string | number)[]): number {
  let current = resolve(type);
  let offset = 0;
  for (const [i, step] of path.entries()) {
    if (typeof step === 'string') {
      const member = memberOf(current, step);
      offset += member.offset;
      current = member.type;
    } else {
      if (typeof step !== 'number') {
        throw new TypeError(`offsetOf: path has ${show(step)}, expected names of members and integers`);
      }
      if (!Number.isSafeInteger(step))
        throw new RangeError(`offsetOf: path: the index ${step} is not an integer`);
      if (i > 0) current = elementOf(current, step);
      offset += step * current.size;
    }
  }
  return offset;
}

function memberOf(type: TypeObject, name: string): { type: TypeObject; offset: number } {
  const members = type.members ?? {};
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  if (member !== undefined) return member;
  const names = Object.keys(members);
  const has = names.length === 0 ? 'it has no members' : `its members are ${names.join(', ')}`;
  throw new TypeError(`${type.name} has no member ${name}: ${has}`);
}

function elementOf(type: TypeObject, index: number): TypeObject {
  if (type.primitive === 'Array' && type.ref !== undefined) return type.ref;
  throw new TypeError(`${type.name} is not an array, and cannot be indexed with [${index}]`);
}

function resolve(type: TypeLike): TypeObject {
  try {
    return koffi().type(type);
  } catch (error) {
    const name = typeof type === 'string' ? `"${type}"` : inspect(type, { depth: 0 });
    throw new TypeError(
      `type: ${name} is neither a koffi type nor the name of one; define it with dasm.koffi()`,
      { cause: error },
    );
  }
}

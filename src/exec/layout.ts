/**
 * Sizes and member offsets of koffi types: what the generated code of `.type` asks.
 *
 * In go a type (koffi's object, or the name of one) and a path of members and indices, out come bytes.
 */
import { inspect } from 'node:util';
import type { TypeObject } from './koffi.ts';
import { native } from './native.ts';

/** A type of koffi's, or its name. */
export type TypeLike = TypeObject | string;

/**
 * Size of a type in bytes.
 * @throws TypeError for what is no type
 */
export function sizeOf(type: TypeLike): number {
  return resolve(type).size;
}

/**
 * Offset of what a path leads to, in bytes: `offsetOf(T, 'a', 2, 'b')` is that of `->a[2].b`, `offsetOf(T, 3, 'b')` that of
 * `[3].b` behind a pointer to T. Pointers on the way are not followed: that would take a load.
 * @param path member names of structs and unions; integers index arrays, also beyond their end
 * @throws TypeError for a member that there is not, with those that there are; RangeError for an index that is no integer
 */
export function offsetOf(type: TypeLike, ...path: (string | number)[]): number {
  // The type as it stands behind a pointer: a first index steps from one T to the next.
  let current = resolve(type);
  let offset = 0;
  for (const [i, step] of path.entries()) {
    if (typeof step === 'string') {
      const member = memberOf(current, step);
      offset += member.offset;
      current = member.type;
    } else {
      if (!Number.isSafeInteger(step)) throw new RangeError(`the index ${String(step)} is no integer`);
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
  throw new TypeError(`${type.name} is no array, and cannot be indexed with [${index}]`);
}

function resolve(type: TypeLike): TypeObject {
  const { koffi } = native();
  try {
    return koffi.type(type);
  } catch (error) {
    const name = typeof type === 'string' ? `"${type}"` : inspect(type, { depth: 0 });
    throw new TypeError(`${name} is no koffi type, nor the name of one`, { cause: error });
  }
}

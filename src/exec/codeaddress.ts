/**
 * The addresses of what native code can call: code objects, functions made by `cast`, callbacks.
 *
 * `setAddress` gives an object an address, with the lifetime of what lies there; `placeOf` takes the object
 * and returns both. The object keeps the lifetime, and nothing keeps the object.
 */
import type { Lifetime } from './memory/lifetime.ts';

interface CodeAddress {
  readonly address: bigint;
  /** The block that the address lies in, or the callback. It must stay alive while the address is in use. */
  readonly lifetime: Lifetime;
}

/** Its constructor returns what it is given. */
// oxlint-disable-next-line typescript/no-extraneous-class
class Itself {
  constructor(object: object) {
    // oxlint-disable-next-line no-constructor-return
    return object;
  }
}

/**
 * Adds a private field to an object of any class. An entry of a WeakMap would take 0.5 µs, 20 times as much,
 * at each `build` and `cast`.
 */
class Addressed extends Itself {
  #place: CodeAddress;

  private constructor(object: object, place: CodeAddress) {
    super(object);
    this.#place = place;
  }

  static set(object: object, place: CodeAddress): void {
    if (#place in object) object.#place = place;
    // oxlint-disable-next-line no-new
    else new Addressed(object, place);
  }

  static get(object: object): CodeAddress | undefined {
    return #place in object ? object.#place : undefined;
  }
}

/** From now on the object has this address. */
export function setAddress(object: object, address: bigint, lifetime: Lifetime): void {
  Addressed.set(object, { address, lifetime });
}

/** The address of an object that has one, which may have been freed. */
export function placeOf(object: object): CodeAddress | undefined {
  return Addressed.get(object);
}

/**
 * The address of an object that has one; undefined for another object.
 * @throws {Error} for code or a callback that has been freed
 */
export function knownAddress(value: object): bigint | undefined {
  const place = Addressed.get(value);
  if (place === undefined) return undefined;
  if (place.lifetime.freed) throw new Error('the address of code or of a callback that has been freed');
  place.lifetime.expose();
  return place.address;
}

/** @throws {TypeError} for a function of JavaScript's, which native code cannot call */
export function failFunction({ name }: { readonly name: string }): never {
  throw new TypeError(
    `the function ${name || '(anonymous)'} has no address: make it a callback, dasm.callback('int (int)', f)`,
  );
}

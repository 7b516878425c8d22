/**
 * The `dasm` namespace: states, functions from addresses, callbacks, dumps.
 */
import { ActionList, actionList, type Arch, type GlobalName, type State } from '../encoder/index.ts';
import { addressOf, type AddressLike } from './address.ts';
import { Block } from './block.ts';
import { makeFunction, type CastOptions } from './callable.ts';
import { Holder } from './holder.ts';
import type { FunctionOf } from './functiontype.ts';
import { BuildState, definedGlobals, type BuildOptions } from './state.ts';

export { callback } from './callback.ts';
export { dump } from './dump.ts';
export { offsetOf, sizeOf } from './layout.ts';
export { create as new };

/**
 * A new state for code of an action list.
 * @param actions the object that `.actionlist` defines; or the bytes of an action list from elsewhere (a `.dasc` build), whose
 *   architecture and counts the options give
 * @throws EncodeError for sizes out of range
 */
function create<L extends ActionList>(actions: L, options?: BuildOptions<GlobalName<L>>): BuildState<L>;
function create(actions: ArrayLike<number>, options: BuildOptions & { readonly arch: Arch }): BuildState;
function create(
  actions: ActionList | ArrayLike<number>,
  options: BuildOptions & { readonly arch?: Arch } = {},
): BuildState {
  if (actions instanceof ActionList) return new BuildState(actions, options);
  const { arch, ...others } = options;
  if (arch === undefined) {
    throw new TypeError(
      'raw bytes of an action list need their architecture: dasm.new(bytes, { arch: "x64" })',
    );
  }
  return new BuildState(actionList({ format: 1, arch, actions }), others);
}

/**
 * A function that calls the code at an address. Where the address lies in a code object that is alive, or comes from one, from one of
 * its functions or from a callback, the function keeps that alive, and throws once it is freed.
 * @param address also a pointer of koffi's
 * @param prototype as for `Code.cast`
 * @throws PrototypeError; TypeError for a value without an address; RangeError for the null pointer, and for numbers that are no address
 */
export function cast<P extends string>(
  address: AddressLike,
  prototype: P,
  options: CastOptions = {},
): FunctionOf<P> {
  const kept: object[] = [];
  const value = addressOf(address, object => kept.push(object));
  const entry = Number.isInteger(value) || typeof value === 'bigint' ? BigInt(value) : -1n;
  if (entry === 0n) throw new RangeError('a null pointer cannot be called');
  if (entry < 0n || entry >= 2n ** 64n) throw new RangeError(`${value} is no address that can be called`);
  const holder = kept.find(object => object instanceof Holder) ?? new Block(undefined, kept);
  return makeFunction(entry, prototype, holder, '', options);
}

/** Addresses of the global labels that `encode` found, by name. */
export function globals<L extends ActionList>(state: State<L>): { readonly [K in GlobalName<L>]?: bigint } {
  const addresses: { [K in GlobalName<L>]?: bigint } = Object.create(null);
  return Object.assign(addresses, Object.fromEntries(definedGlobals(state)));
}

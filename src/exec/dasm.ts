/** The `dasm` namespace: it makes states, functions from addresses, callbacks and listings. */
import { isActionList } from '../encoder/actionlist.ts';
import { checkArgument, expecting, isOneOf } from '../encoder/format/argument.ts';
import { isOptions } from '../encoder/format/option.ts';
import {
  type ActionList,
  actionList,
  arm64ActionList,
  type Arch,
  FORMAT,
  type GlobalName,
  type State,
} from '../encoder/index.ts';
import { BUILD_OPTIONS, BuildState, definedGlobals, type BuildOptions } from './buildstate.ts';
import { functionAt, type CastOptions } from './cast.ts';
import { koffi as loadKoffi, type Koffi } from './koffi.ts';
import { Block } from './memory/block.ts';
import { Lifetime } from './memory/lifetime.ts';
import type { FunctionOf } from './prototype/functiontype.ts';
import type { PrototypeText } from './prototype/prototypetext.ts';
import { templateList } from '../template/site.ts';
import { argumentAddress, type AddressLike } from './valueaddress.ts';

export { callback } from './callback.ts';
export { catchFaults } from './fault/setting.ts';
export { dump } from './listing.ts';
export { cpu } from './processorfeatures.ts';
export { offsetOf, sizeOf } from './prototype/layout.ts';
export { create as new };

const isBytes = expecting(
  'an action list, as `.actionlist` defines it, or an array of bytes',
  value => Array.isArray(value) || ArrayBuffer.isView(value),
);
const isBytesOptions = isOptions({ ...BUILD_OPTIONS, arch: isOneOf('x64', 'x86', 'arm64') });
const isState = expecting('a state, as dasm.new or `new State` makes it', value =>
  isActionList((value as Partial<State> | null | undefined)?.list),
);

/**
 * Makes a state for code of an action list.
 * @param actions the object that `.actionlist` defines; or the bytes (ARM64: words) of another action list,
 *   such as a translated `.dasc` file has. For these, the options give the architecture and the numbers of
 *   sections and global labels
 * @throws {EncodeError} BAD_CALL for numbers out of range; {RangeError} for a name in `globals` that the list
 *   does not have; {TypeError} for a value there that has no address, and for bytes without an architecture
 */
function create(): BuildState;
function create<L extends ActionList>(actions: L, options?: BuildOptions<GlobalName<L>>): BuildState<L>;
function create(actions: ArrayLike<number>, options: BuildOptions & { readonly arch: Arch }): BuildState;
function create(
  actions?: ActionList | ArrayLike<number>,
  options: BuildOptions & { readonly arch?: Arch } = {},
): BuildState {
  // A list that is undefined is a mistake.
  // oxlint-disable-next-line prefer-rest-params
  if (arguments.length === 0) return new BuildState(templateList());
  if (isActionList(actions)) return new BuildState(actions, options);
  checkArgument('dasm.new', 'actions', actions, isBytes);
  checkArgument('dasm.new', 'options', options, isBytesOptions);
  const { arch, ...others } = options;
  if (arch === undefined) {
    throw new TypeError(
      'raw bytes of an action list need their architecture: dasm.new(bytes, { arch: "x64" })',
    );
  }
  const makeList = arch === 'arm64' ? arm64ActionList : actionList;
  return new BuildState(makeList({ format: FORMAT, arch, actions: actions ?? [] }), others);
}

/**
 * Makes a function that calls the code at an address. If the address lies in a code object, or is given as a
 * callback or a function made by `cast`, the new function keeps the code or the callback alive, and throws
 * once it has been freed.
 * @param address 1…2⁶⁴−1, or an object that has an address
 * @param prototype as for `Code.cast`
 * @throws {PrototypeError}; {TypeError} for a value that has no address; {RangeError} for an address that is
 *   null or out of range; {Error} for code or a callback that has been freed
 */
export function cast<P extends string>(
  address: AddressLike,
  prototype: PrototypeText<P>,
  options: CastOptions = {},
): FunctionOf<P> {
  const kept: object[] = [];
  const value = argumentAddress('dasm.cast: address', address, object => kept.push(object));
  const entry = Number.isInteger(value) || typeof value === 'bigint' ? BigInt(value) : -1n;
  if (entry === 0n) throw new RangeError('dasm.cast: address: a null pointer cannot be called');
  if (entry < 0n || entry >= 2n ** 64n) {
    throw new RangeError(`dasm.cast: ${value} is not an address that can be called`);
  }
  const lifetime = kept.find(object => object instanceof Lifetime) ?? new Block(undefined, kept);
  return functionAt<P>(entry, prototype, lifetime, '', options);
}

/**
 * The address of a value: of memory, code, a function made by `cast`, a callback, or a function of koffi's;
 * null has 0. It is valid as long as the value is alive; code that holds the number does not keep the value
 * alive. Memory must not be resized, transferred or detached meanwhile.
 * @returns 0…2⁶⁴−1, a bigint for every value; a number or bigint is checked and returned as a bigint
 * @throws {TypeError} for a value that has no address; {RangeError} for a number that is not an address;
 *   {Error} for code or a callback that has been freed, and where koffi can make no more callbacks
 */
export function address(value: AddressLike): bigint {
  const found = argumentAddress('dasm.address: value', value, () => undefined);
  const exact = Number.isInteger(found) || typeof found === 'bigint' ? BigInt(found) : -1n;
  if (exact < 0n || exact >= 2n ** 64n) {
    throw new RangeError(`dasm.address: value is ${found}, expected an address, 0…2⁶⁴−1`);
  }
  return exact;
}

/**
 * The instance of koffi that prototypes and `.type` know. A program that has a copy of koffi of its own must
 * define here what they are to name: `dasm.koffi().struct('point', { x: 'int', y: 'int' })`.
 * @throws {MissingPackageError} koffi is not installed, or has no binary for this processor and system
 */
export function koffi(): Koffi {
  return loadKoffi();
}

/** Returns the addresses of the global labels by name, after `encode`; without those that have none. */
export function globals<L extends ActionList>(state: State<L>): { readonly [K in GlobalName<L>]?: bigint } {
  checkArgument('dasm.globals', 'state', state, isState);
  const addresses: { [K in GlobalName<L>]?: bigint } = Object.create(null);
  return Object.assign(addresses, Object.fromEntries(definedGlobals(state)));
}

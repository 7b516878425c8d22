/**
 * Machine code as a function of JavaScript's that returns undefined, through Node-API. A call takes a third
 * of what one of koffi's takes.
 *
 * Node-API gives a function only to code that Node has loaded as an addon. So `nodeFunction` writes a shared
 * object into memory that has a file name, and has it loaded: it contains nothing but the instructions that
 * ask for the function. Linux on x64 only.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { State } from '../../encoder/index.ts';
import { sharedObject } from '../elf/sharedobject.ts';
import { libraries, symbolAddress } from '../library.ts';
import { hostArch, isLinux } from '../process.ts';
import { actions, type NodeFunctions, putInitialisation } from './directentry.ts';

/** memfd_create(2). */
const MFD_CLOEXEC = 1;
/** getrlimit(2). */
const RLIMIT_STACK = 3;
/** A stack that may become larger is none: code that calls itself without end would take all memory. */
const LARGEST_STACK = 2n ** 30n;

/** Undefined where there is no such way: on other systems, in Bun and Deno. */
export function nodeFunctions(): NodeFunctions | undefined {
  const { bun, deno } = process.versions;
  const isNode = bun === undefined && deno === undefined;
  if (!isLinux || hostArch !== 'x64' || !isNode || !isStackBounded()) return undefined;
  const create = symbolAddress('napi_create_function');
  const callbackInfo = symbolAddress('napi_get_cb_info');
  const typedArrayInfo = symbolAddress('napi_get_typedarray_info');
  const hasAll = create !== undefined && callbackInfo !== undefined && typedArrayInfo !== undefined;
  return hasAll ? { create, callbackInfo, typedArrayInfo } : undefined;
}

/**
 * @param address of the machine code, which is called as a `napi_callback` and must return null
 * @returns undefined where addons are forbidden
 */
export function nodeFunction(
  { create }: NodeFunctions,
  address: bigint,
): ((...args: unknown[]) => void) | undefined {
  const state = new State(actions);
  putInitialisation(state, create, address);
  const code = new Uint8Array(state.link());
  state.encode(code, 0);
  state.free();
  try {
    return load(sharedObject({ name: 'napi_register_module_v1', bytes: code }));
  } catch {
    return undefined;
  }
}

/** A call outside of koffi is on the stack of the thread; koffi has one of its own, of 2 MB. */
function isStackBounded(): boolean {
  const limits = new BigUint64Array(2);
  const getrlimit: ((resource: number, limits: BigUint64Array) => number) | undefined = libraries()[0]?.func(
    'int getrlimit(int, void *)',
  );
  return getrlimit?.(RLIMIT_STACK, limits) === 0 && (limits[0] ?? 0n) <= LARGEST_STACK;
}

/** @throws {Error} if the system or Node does not load it */
function load(addon: Uint8Array): ((...args: unknown[]) => void) | undefined {
  const [library] = libraries();
  const memfdCreate: ((name: string, flags: number) => number) | undefined = library?.func(
    'int memfd_create(const char *, unsigned int)',
  );
  const file = memfdCreate?.('node-function', MFD_CLOEXEC) ?? -1;
  if (file < 0) return undefined;
  try {
    writeSync(file, addon);
    const module: { exports: unknown } = { exports: {} };
    process.dlopen(module, pathOf(file));
    return typeof module.exports === 'function' ? (module.exports as () => void) : undefined;
  } finally {
    // (Node warns of files that a worker closes and has not opened.)
    library?.func('int close(int)')(file);
  }
}

/**
 * A name of a file that is open, which no other one has had: the dynamic linker knows files by their names,
 * and the numbers of files are used again. Each of 64 slashes may have a dot behind it or not.
 */
function pathOf(file: number): string {
  const bits = Array.from({ length: 64 }, () => (Math.random() < 0.5 ? '/' : '/.'));
  return `/proc/self/fd${bits.join('')}/${file}`;
}

/**
 * Direct calls: functions of JavaScript's that write scalar arguments into memory themselves, and read the
 * result there (area.ts), so that nobody converts them. `directCalls` takes a signature, and returns what
 * makes such functions.
 *
 * They take what is common: the right number of arguments, each of which its type holds as it is. Everything
 * else goes to `otherwise`, which calls through koffi's conversions, or throws.
 */
import { State } from '../../encoder/index.ts';
import { FLOAT_REGISTERS, INTEGER_REGISTERS, SHADOW } from '../argumentplace.ts';
import { type Entry, entry } from '../entry.ts';
import { koffi } from '../koffi.ts';
import type { Lifetime } from '../memory/lifetime.ts';
import type { Block } from '../memory/block.ts';
import { MemoryError } from '../memory/pages.ts';
import { codeInPool } from '../owncode.ts';
import { hostArch } from '../process.ts';
import type { Signature } from '../prototype/signature.ts';
import { textFunction } from '../textfunction.ts';
import { CallState } from './area.ts';
import { makerText } from './makertext.ts';
import { actions, type NodeFunctions, putDirectEntry } from './directentry.ts';
import { nodeFunction, nodeFunctions } from './nodefunction.ts';

/** What is called. */
export interface Target {
  readonly lifetime: Lifetime;
  /** The address, in halves. */
  readonly low: number;
  readonly high: number;
}

/** What direct calls leave to their maker. */
export interface Exits<T extends Target> {
  /** Makes the call in another way, or throws. */
  readonly otherwise: (target: T, args: ArrayLike<unknown>) => unknown;
  /** To be called when the call has ended with a fault, or a callback has thrown: throws that. */
  readonly fail: (target: T) => void;
}

export type Maker<T extends Target> = (target: T) => (...args: unknown[]) => unknown;

/** What direct calls of this thread go through. */
interface Way {
  /** Calls what the area says; it takes the pointers, if one of them is to memory. */
  readonly enter: (...pointers: unknown[]) => void;
  readonly takesMemory: boolean;
  readonly rethrow: () => void;
  /** Keeps the machine code in memory. */
  readonly block: Block;
}

/** Programs with fewer calls do not pay for it: making the way takes as long as thousands of calls. */
const FIRST_CALLS = 1000;
let calls = 0;
/** Empty until then. */
const way: { -readonly [K in keyof Way]?: Way[K] } = {};

/** From now on calls are direct, unless there is no memory for the entry. */
function open(): void {
  const known = entry();
  try {
    Object.assign(way, makeWay(known));
    known.state[0] = CallState.NONE;
  } catch (error) {
    if (!(error instanceof MemoryError)) throw error;
  }
}

/** Throws what a callback of a direct call has thrown, if it has not come out yet. */
export function rethrow(): void {
  way.rethrow?.();
}

function makeWay(known: Entry): Way {
  const prototype = koffi().proto('void ()');
  const node = nodeFunctions();
  if (node !== undefined) {
    const { direct, nothing, block } = makeEntry(known, node);
    const enter = nodeFunction(node, direct);
    if (enter !== undefined) {
      // An exception of a callback waits in koffi until a function of koffi's returns.
      return { enter, takesMemory: true, rethrow: koffi().decode(nothing, prototype), block };
    }
    block.free();
  }
  const { direct, block } = makeEntry(known, undefined);
  const enter: () => void = koffi().decode(direct, prototype);
  return { enter, takesMemory: false, rethrow: () => undefined, block };
}

function makeEntry(
  { area, cell, address }: Entry,
  node: NodeFunctions | undefined,
): { readonly block: Block; readonly direct: bigint; readonly nothing: bigint } {
  const state = new State(actions);
  putDirectEntry(state, {
    area: koffi().address(new Uint8Array(area)),
    entry: address,
    cell: koffi().address(cell),
    integers: INTEGER_REGISTERS,
    floats: FLOAT_REGISTERS,
    shadow: SHADOW,
    node,
  });
  const block = codeInPool(state, 'dynasm_direct');
  const [direct = 0n, nothing = 0n] = state.globals.map(label => BigInt(label ?? 0));
  return { block, direct, nothing };
}

/** Typed arrays over the area, by the names that the text of the functions has for them. */
const ARRAYS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
  Float32Array,
  Float64Array,
} as const;

/**
 * @returns undefined for signatures with something else than numbers, truth values and addresses, for other
 *   processors than x64, and where code from strings is forbidden
 */
export function directCalls<T extends Target>(known: Signature, exits: Exits<T>): Maker<T> | undefined {
  if (hostArch !== 'x64') return undefined;
  const text = makerText(known);
  if (text === undefined) return undefined;
  const { area, signal, state } = entry();
  const otherwise: typeof exits.otherwise = (target, args) => {
    if (state[0] === CallState.CLOSED && ++calls === FIRST_CALLS) open();
    return exits.otherwise(target, args);
  };
  const arrays = Object.values(ARRAYS).map(Type => new Type(area));
  const names = [...Object.keys(ARRAYS), 'way', 'signal', 'otherwise', 'fail'];
  const make = textFunction(names, text);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return make?.(...arrays, way, signal, otherwise, exits.fail) as Maker<T> | undefined;
}

/**
 * Direct calls: functions of JavaScript's that write scalar arguments into memory themselves, and read the
 * result there (area.ts), so that koffi, which makes the call, has nothing to convert. `directCalls` takes a
 * signature, and returns what makes such functions.
 *
 * They take what is common: the right number of arguments, each of which its type holds as it is. Everything
 * else goes to `otherwise`, which calls through koffi's conversions, or throws.
 */
import { type ActionList, State } from '../../encoder/index.ts';
import { FLOAT_REGISTERS, INTEGER_REGISTERS, SHADOW } from '../argumentplace.ts';
import { failFault, type Target } from '../convertedcall.ts';
import { entry } from '../entry.ts';
import { koffi, type NativeFunction } from '../koffi.ts';
import type { Block } from '../memory/block.ts';
import { codeInPool } from '../owncode.ts';
import { hostArch } from '../process.ts';
import type { Signature } from '../prototype/signature.ts';
import { textFunction } from '../textfunction.ts';
import { Area } from './area.ts';
import * as arm64 from './arm64entry.ts';
import * as x64 from './directentry.ts';
import { makerText } from './makertext.ts';

export type Maker<T extends Target> = (target: T) => NativeFunction;

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

/** What direct calls of this thread go through. */
interface Way {
  /** Typed arrays over the memory that area.ts describes. */
  readonly arrays: readonly ArrayBufferView[];
  /** Calls what the area says. */
  readonly enter: () => void;
  /** Keeps the machine code in memory. */
  readonly block: Block;
}

let way: Way | undefined;

/** @throws {MemoryError} */
function makeWay(): Way {
  const { cell, address } = entry();
  // (Memory of an ArrayBuffer does not move.)
  const area = new ArrayBuffer(Area.SIZE);
  const { actions, putDirectEntry } = hostArch === 'arm64' ? arm64 : x64;
  const state = new State<ActionList>(actions);
  putDirectEntry(state, {
    area: koffi().address(new Uint8Array(area)),
    entry: address,
    cell: koffi().address(cell),
    integers: INTEGER_REGISTERS,
    floats: FLOAT_REGISTERS,
    shadow: SHADOW,
  });
  const block = codeInPool(state, 'dynasm_direct');
  return {
    arrays: Object.values(ARRAYS).map(Type => new Type(area)),
    enter: koffi().decode(block.address, koffi().proto('void ()')),
    block,
  };
}

/**
 * @param otherwise returns the function that makes a call in another way, or throws
 * @returns undefined for signatures with something else than numbers, truth values and pointers, for other
 *   processors than x64's and ARM64's, and where code from strings is forbidden
 */
export function directCalls<T extends Target>(
  known: Signature,
  otherwise: (target: T) => NativeFunction,
): Maker<T> | undefined {
  if (hostArch !== 'x64' && hostArch !== 'arm64') return undefined;
  const text = makerText(known);
  if (text === undefined) return undefined;
  const make = textFunction([...Object.keys(ARRAYS), 'enter', 'signal', 'otherwise', 'failFault'], text);
  if (make === undefined) return undefined;
  way ??= makeWay();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return make(...way.arrays, way.enter, entry().signal, otherwise, failFault) as Maker<T>;
}

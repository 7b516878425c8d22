/**
 * Batch calls: `mapAt` takes an address and a prototype, and returns a function that calls the code for each
 * element of typed arrays, in one native call. The loop is generated code.
 */
import { show } from '../../encoder/format/status.ts';
import { type ActionList, State } from '../../encoder/index.ts';
import { INTEGER_REGISTERS, placeArguments } from '../argumentplace.ts';
import { functionAt } from '../cast.ts';
import { koffi } from '../koffi.ts';
import { elementCount, isDetached, viewKind } from '../memoryvalue.ts';
import type { Block } from '../memory/block.ts';
import type { Lifetime } from '../memory/lifetime.ts';
import { codeInPool } from '../owncode.ts';
import { hostArch } from '../process.ts';
import { argumentCheck, describeArgument } from '../prototype/check.ts';
import { elementOf, type Element } from '../prototype/element.ts';
import type { Conversion } from '../prototype/fromnative.ts';
import type { BatchOf, FunctionOf } from '../prototype/functiontype.ts';
import { PrototypeError } from '../prototype/prototype.ts';
import { signature, type Slot } from '../prototype/signature.ts';
import { argumentAddress } from '../valueaddress.ts';
import { Context } from './context.ts';
import * as arm64 from './arm64loop.ts';
import * as x64 from './loop.ts';

interface Parameter {
  readonly element: Element;
  readonly check: Conversion;
  readonly isPointer: boolean;
  /** As messages name it. */
  readonly name: string;
}

/** The prototype of a loop, which is given its context. */
const LOOP = 'void (void *)';

/** What the calls under way use: nothing else may refer to it, and a callback may collect garbage. */
const inUse: object[] = [];

/** The loops of this thread, by the types of result and arguments, and by which arguments are arrays. */
const loops = new Map<string, Block>();

/**
 * @param address of the function
 * @throws {PrototypeError} for a prototype with something else than scalars
 * @throws {Error} if this process is neither an x64 nor an arm64 one
 */
export function mapAt<P extends string>(
  address: bigint,
  text: string,
  lifetime: Lifetime,
  name: string,
): BatchOf<P> {
  if (hostArch !== 'x64' && hostArch !== 'arm64') {
    throw new Error('batch calls are for x64 and arm64 processes');
  }
  const { prototype, parameters: slots, result: resultSlot } = signature(text);
  if (prototype.isVariadic) throw new PrototypeError(text, 'a batch call cannot be variadic');
  const parameters = slots.map((slot, index) => parameterOf(slot, index, text));
  const result = resultSlot.text === 'void' ? undefined : scalar(resultSlot, text);
  const offset = result === undefined ? 0 : 1;
  const names = slots.map(argumentName);
  /** By the kinds of the arguments. */
  const calls = new Map<string, FunctionOf<typeof LOOP>>();
  let spare: ContextMemory | undefined;

  const mapped = (...args: unknown[]): unknown => {
    if (lifetime.freed) throw new Error(`a batch call of "${text}", whose code has been freed`);
    const expected = parameters.length + offset;
    if (args.length !== expected) {
      const what = result === undefined ? '' : 'an array for the results and ';
      throw new TypeError(
        `the batch call of "${text}" takes ${what}${parameters.length} argument${parameters.length === 1 ? '' : 's'}, not ${args.length} values`,
      );
    }
    const counted = new Lengths(text);
    if (result !== undefined) counted.add(args[0], 'the array for the results', result, true);
    /** A letter for each parameter: whether it is an array. */
    let kinds = '';
    for (const [index, { element, isPointer }] of parameters.entries()) {
      const value = args[offset + index];
      // Other memory stands for its address.
      const isArray =
        (!isPointer || value instanceof BigUint64Array) && counted.add(value, names[index]!, element, false);
      kinds += isArray ? 'a' : 'c';
    }
    const { length } = counted;
    if (length === undefined) {
      throw new TypeError(
        `the batch call of "${text}" needs an array, whose length says how many calls there are`,
      );
    }
    const kept: object[] = [];
    // Calls of one function may be nested.
    const context = spare ?? makeContext(parameters.length);
    spare = undefined;
    inUse.push(args, kept);
    try {
      const { words } = context;
      for (const [index, parameter] of parameters.entries()) {
        if (kinds[index] === 'a') continue;
        words[Context.ARGUMENTS / 8 + index] = constantWord(parameter, args[offset + index], kept);
      }
      // No element: nothing is called.
      if (length === 0) return args[0];
      for (const index of parameters.keys()) {
        if (kinds[index] === 'a')
          words[Context.ARGUMENTS / 8 + index] = koffi().address(args[offset + index]);
      }
      words[Context.FUNCTION / 8] = address;
      words[Context.COUNT / 8] = BigInt(length);
      if (result !== undefined) words[Context.RESULT / 8] = koffi().address(args[0]);
      let call = calls.get(kinds);
      if (call === undefined) {
        const loop = loopFor(parameters, kinds, result);
        call = functionAt<typeof LOOP>(loop.address, LOOP, lifetime, name, { checked: false }, text);
        calls.set(kinds, call);
      }
      call(context.address);
    } finally {
      inUse.length -= 2;
      spare = context;
    }
    return result === undefined ? undefined : args[0];
  };
  // The type comes from the prototype's text alone.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return mapped as BatchOf<P>;
}

function argumentName({ name }: Slot, index: number): string {
  return `argument ${index + 1}${name === '' ? '' : ` (${name})`}`;
}

/** What the loop reads, outside of the collector's reach. */
interface ContextMemory {
  readonly words: BigUint64Array;
  readonly address: bigint;
}

function makeContext(parameters: number): ContextMemory {
  const words = new BigUint64Array(new ArrayBuffer(Context.ARGUMENTS + 8 * parameters));
  return { words, address: koffi().address(words) };
}

function parameterOf(slot: Slot, index: number, text: string): Parameter {
  const element = scalar(slot, text);
  const describe = describeArgument(index, slot.name, text);
  const check = argumentCheck(describe, slot);
  return { element, check, isPointer: slot.type.primitive === 'Pointer', name: describe('') };
}

function scalar(slot: Slot, text: string): Element {
  const element = elementOf(slot.type);
  if (element === undefined) {
    throw new PrototypeError(
      text,
      `a batch call takes integers, floating-point numbers and pointers, not \`${slot.text}\``,
    );
  }
  return element;
}

/** The length that all arrays of a call must have. */
class Lengths {
  length: number | undefined;
  readonly #text: string;
  /** What the length comes from. */
  #first = '';

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns whether a value is an array for these elements. */
  add(value: unknown, name: string, element: Element, isNeeded: boolean): boolean {
    const view = ArrayBuffer.isView(value) ? value : undefined;
    if (view === undefined && !isNeeded) return false;
    const kind = view && viewKind(view);
    const isBytes = element.array === 'Uint8Array' && kind === 'Uint8ClampedArray';
    if (view === undefined || (kind !== element.array && !isBytes)) {
      throw new TypeError(
        `${name} of "${this.#text}" is ${kind === undefined ? show(value) : `a ${kind}`}, expected ${article(element.array)}`,
      );
    }
    const length = elementCount(view);
    if (length === 0 && isDetached(view)) {
      throw new TypeError(`${name} of "${this.#text}" is an array whose memory has been detached`);
    }
    if (this.length === undefined) {
      this.length = length;
      this.#first = name;
    } else if (length !== this.length) {
      throw new RangeError(
        `${name} of "${this.#text}" has ${length} elements, ${this.#first} has ${this.length}: all arrays of a batch call are of one length`,
      );
    }
    return true;
  }
}

function article(name: string): string {
  return `${/^[AEIOU](?!int)/.test(name) ? 'an' : 'a'} ${name}`;
}

const bits = new DataView(new ArrayBuffer(8));

/** The 8 bytes of a constant. @throws {RangeError}, {TypeError} if the parameter does not take it */
function constantWord(parameter: Parameter, value: unknown, kept: object[]): bigint {
  const { element, check, isPointer, name } = parameter;
  const checked = check(value) as number | bigint | boolean;
  // (The check copies objects and arrays, which here must be memory.)
  if (isPointer) return BigInt(argumentAddress(name, value, object => kept.push(object)));
  if (!element.isFloat) return BigInt.asUintN(64, BigInt(checked));
  bits.setBigUint64(0, 0n);
  if (element.size === 4) bits.setFloat32(0, Number(checked), true);
  else bits.setFloat64(0, Number(checked), true);
  return bits.getBigUint64(0, true);
}

function loopFor(parameters: readonly Parameter[], kinds: string, result: Element | undefined): Block {
  const types = parameters.map(({ element }, index) => `${element.array} ${kinds[index]}`);
  const key = [result?.array ?? 'void', ...types].join();
  let loop = loops.get(key);
  if (loop === undefined) {
    loop = makeLoop(parameters, kinds, result);
    loops.set(key, loop);
  }
  return loop;
}

function makeLoop(parameters: readonly Parameter[], kinds: string, result: Element | undefined): Block {
  const { places, stack } = placeArguments(parameters.map(({ element }) => element));
  const placed = parameters.map(({ element }, index) => ({
    ...places[index]!,
    element,
    isArray: kinds[index] === 'a',
  }));
  const loop: x64.Loop = {
    first: INTEGER_REGISTERS[0] ?? 0,
    frame: Math.ceil(stack / 16) * 16,
    parameters: placed,
    result,
  };
  const { actions, putLoop } = hostArch === 'arm64' ? arm64 : x64;
  const state = new State<ActionList>(actions);
  putLoop(state, loop);
  return codeInPool(state, 'dynasm_map');
}

/**
 * Functions that call native code: what koffi makes of an address, guarded.
 *
 * In go an address, a prototype and the holder of what lies at the address; out comes a JavaScript function that
 * refuses to run after `free`, keeps the holder alive, counts its arguments, and gives 64-bit results as bigint.
 */
import { argumentsCheck } from './check.ts';
import { entries } from './entry.ts';
import type { Holder } from './holder.ts';
import { isFunction, type NativeFunction } from './koffi.ts';
import type { FunctionOf } from './functiontype.ts';
import { native } from './native.ts';
import { received, signature, type Signature } from './signature.ts';

export interface CastOptions {
  /** Refuse arguments that koffi would silently cut: out of the type's range, fractions, NaN. */
  readonly checked?: boolean;
}

/** What a guarded function closes over. */
interface Callee {
  readonly text: string;
  readonly count: number;
  readonly holder: Holder;
  /** The result is 64 bits wide. */
  readonly wide: boolean;
  readonly call: NativeFunction;
}

/**
 * @param text a prototype
 * @param name for stack traces; empty for the name in the prototype
 * @throws PrototypeError
 */
export function makeFunction<P extends string>(
  address: bigint,
  text: P,
  holder: Holder,
  name: string,
  { checked = false }: CastOptions,
): FunctionOf<P> {
  const bound = signature(text);
  const { parameters, prototype, result, type } = bound;
  const raw: NativeFunction = native().koffi.decode(address, type);
  let call = parameters.some(({ callback }) => callback) ? passingFunctions(bound, raw) : raw;
  if (checked) call = checking(argumentsCheck(bound), call);
  const callee = { text, count: parameters.length, holder, wide: result.wide, call };
  const guarded = (guards[parameters.length] ?? guardMany)(callee);
  const shown = `${text} { [native code at 0x${address.toString(16)}] }`;
  Object.defineProperties(guarded, {
    name: { value: name || prototype.name },
    length: { value: parameters.length },
    toString: { value: () => shown },
  });
  entries.set(guarded, { address, holder });
  // The text of the prototype is all that the type comes from: there is nothing for the compiler to check.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return guarded as FunctionOf<P>;
}

function checking(check: (args: readonly unknown[]) => void, call: NativeFunction): NativeFunction {
  return (...args) => {
    check(args);
    return call(...args);
  };
}

function passingFunctions({ parameters }: Signature, call: NativeFunction): NativeFunction {
  return (...args) =>
    call(...parameters.map(({ callback }, i) => (callback ? functionPointer(callback, args[i]) : args[i])));
}

/** An address for what has one; a JavaScript function becomes a callback of koffi's for the time of the call. */
function functionPointer(pointed: Signature, value: unknown): unknown {
  if (!isFunction(value) && (typeof value !== 'object' || value === null)) return value;
  const entry = entries.get(value);
  if (entry?.holder.freed) throw new Error('a function pointer to code or a callback that has been freed');
  return entry?.address ?? (isFunction(value) ? receive(pointed, value) : value);
}

/** A function that native code calls, with its 64-bit arguments as bigint, always. */
export function receive({ parameters }: Signature, fn: (...args: never[]) => unknown): NativeFunction {
  return (...args) =>
    Reflect.apply(
      fn,
      undefined,
      parameters.map((slot, i) => received(slot, args[i])),
    );
}

/** Before a call: may it be made? Then it counts. */
function begin({ holder, count, text }: Callee, given: number): void {
  if (holder.freed) throw new Error(`a call of "${text}", whose code has been freed`);
  if (given !== count) {
    throw new TypeError(`"${text}" takes ${count} argument${count === 1 ? '' : 's'}, not ${given}`);
  }
  holder.enter();
}

function finish({ wide }: Callee, result: unknown): unknown {
  return wide && typeof result === 'number' ? BigInt(result) : result;
}

/** After a call, also after one that threw. */
function end({ holder }: Callee): void {
  holder.leave();
}

type Guard = (callee: Callee) => (...args: unknown[]) => unknown;

/**
 * By the number of parameters: a function with rest parameters costs some 30 ns a call more than these.
 */
/* oxlint-disable prefer-rest-params */
// prettier-ignore
const guards: readonly Guard[] = [
  to => function () { begin(to, arguments.length); try { return finish(to, to.call()); } finally { end(to); } },
  to => function (a) { begin(to, arguments.length); try { return finish(to, to.call(a)); } finally { end(to); } },
  to => function (a, b) { begin(to, arguments.length); try { return finish(to, to.call(a, b)); } finally { end(to); } },
  to => function (a, b, c) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c)); } finally { end(to); } },
  to => function (a, b, c, d) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c, d)); } finally { end(to); } },
  to => function (a, b, c, d, e) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c, d, e)); } finally { end(to); } },
  to => function (a, b, c, d, e, f) { begin(to, arguments.length); try { return finish(to, to.call(a, b, c, d, e, f)); } finally { end(to); } },
];
/* oxlint-enable prefer-rest-params */

const guardMany: Guard =
  to =>
  (...args) => {
    begin(to, args.length);
    try {
      return finish(to, to.call(...args));
    } finally {
      end(to);
    }
  };

/**
 * Functions that call native code, as `cast` makes them.
 *
 * `functionAt` takes an address, a prototype and the lifetime of what lies at the address. It returns a
 * JavaScript function that throws after `free`, keeps the code alive, counts its arguments, and returns
 * 64-bit integers as bigints.
 */
import { highHalf, lowHalf } from '../encoder/address.ts';
import { checkArgument, isBoolean } from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import { placeOf, setAddress } from './codeaddress.ts';
import { convertedCalls, type Maker, type Target } from './convertedcall.ts';
import { directCalls, type Maker as DirectMaker } from './direct/directcall.ts';
import type { NativeFunction } from './koffi.ts';
import type { Lifetime } from './memory/lifetime.ts';
import type { FunctionOf } from './prototype/functiontype.ts';
import { signature, type Signature } from './prototype/signature.ts';

export interface CastOptions {
  /**
   * Whether the function throws for arguments that koffi would cut without saying so: RangeError for
   * numbers out of the type's range, fractions and NaN for integers, strings with a NUL; TypeError for
   * values of another type. Default: true. (What they cost: bench/call.ts.)
   */
  readonly checked?: boolean;
}

const checkCastOptions = isOptions({ checked: isBoolean } satisfies OptionChecks<CastOptions>);

/** What all functions of a prototype share that are checked, or that are not. */
interface Plan {
  readonly signature: Signature;
  readonly isChecked: boolean;
  readonly functionPrototype: object;
  /** Makes functions that call directly. */
  readonly direct: DirectMaker<CastTarget> | undefined;
  /** Makes functions that call through koffi's conversions; found when it is needed. */
  converted: Maker | undefined;
}

interface CastTarget extends Target {
  readonly plan: Plan;
  /** The function that calls it through koffi's conversions, beside a direct one. */
  converted: NativeFunction | undefined;
}

/**
 * @param address 1…2⁶⁴−1
 * @param text a prototype
 * @param name for stack traces; if it is empty, the name in the prototype
 * @param shown the prototype that messages name
 * @throws {PrototypeError}
 */
export function functionAt<P extends string>(
  address: bigint,
  text: string,
  lifetime: Lifetime,
  name: string,
  options: CastOptions | undefined,
  shown = text,
): FunctionOf<P> {
  checkArgument('cast', 'options', options, checkCastOptions);
  const plan = planFor(signature(text), options?.checked ?? true);
  const { prototype, parameters } = plan.signature;
  const target: CastTarget = {
    plan,
    shown,
    lifetime,
    low: lowHalf(address),
    high: highHalf(address),
    converted: undefined,
  };
  const made = plan.direct?.(target) ?? convertedCall(target);
  Object.setPrototypeOf(made, plan.functionPrototype);
  // Each of these takes 0.3 µs.
  if (made.length !== parameters.length) define(made, 'length', parameters.length);
  const jsName = name || prototype.name;
  if (jsName !== '') define(made, 'name', jsName);
  setAddress(made, address, lifetime);
  // The compiler has nothing to check here: the type comes from the prototype's text alone.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return made as FunctionOf<P>;
}

/** A function that calls the target through koffi's conversions. */
function convertedCall(target: CastTarget): NativeFunction {
  const { plan } = target;
  plan.converted ??= convertedCalls(plan.signature, plan.isChecked);
  return plan.converted(target);
}

function define(f: NativeFunction, property: string, value: unknown): void {
  Object.defineProperty(f, property, { value, configurable: true });
}

/**
 * The JavaScript prototype of the functions that have a C prototype: a property of each function would take
 * 0.3 µs.
 */
function functionPrototype(text: string): object {
  return Object.create(Function.prototype, {
    toString: {
      value(this: object) {
        const place = placeOf(this);
        return place === undefined ? text : `${text} { [native code at 0x${place.address.toString(16)}] }`;
      },
      configurable: true,
      writable: true,
    },
  });
}

/** Plans by signature: for functions that are checked, and for others. */
const plans = new WeakMap<Signature, [checked?: Plan, unchecked?: Plan]>();

function planFor(known: Signature, isChecked: boolean): Plan {
  let both = plans.get(known);
  if (both === undefined) plans.set(known, (both = []));
  const index = isChecked ? 0 : 1;
  return (both[index] ??= makePlan(known, isChecked));
}

function makePlan(known: Signature, isChecked: boolean): Plan {
  return {
    signature: known,
    isChecked,
    functionPrototype: functionPrototype(known.prototype.text),
    direct: directCalls(known, convertedFor),
    converted: undefined,
  };
}

/** What makes a call whose arguments are not for a direct one. */
function convertedFor(target: CastTarget): NativeFunction {
  return (target.converted ??= convertedCall(target));
}

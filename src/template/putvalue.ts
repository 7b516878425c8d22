/**
 * The values of a template's puts. Takes an argument as the translator found it, an expression in which names
 * stand for the values of the template; returns a function that computes what the put gets from the values.
 *
 * Expressions have 64 bits: what does not fit is an `InvalidValue`, which the put reports with its place.
 */
import {
  type Arithmetic,
  ConstantError,
  INTEGERS,
  NUMBERS,
  parseExpression,
  type Token,
} from '../asm/constant.ts';
import { InvalidValue, type State, type Value } from '../encoder/index.ts';
import type { SiteArgument } from '../files/index.ts';

/** Computes from the values of the template. Values of a wrong type go through, for the put to report. */
type Compute = (values: readonly unknown[], state: State) => unknown;

/** What a put gets for an argument. */
export type PutValue = (values: readonly unknown[], state: State) => Value;

/** The index of the value that a name stands for; undefined for other names. */
type ValueIndex = (name: string) => number | undefined;

/**
 * What a put gets for `argument`.
 * @throws {ConstantError} if its text is not an expression of numbers and values
 */
export function putValue(argument: SiteArgument, valueIndex: ValueIndex): PutValue {
  const { kind, text } = argument;
  switch (kind) {
    case 'address': {
      const compute = parseExpression(text, addresses(valueIndex));
      return (values, state) => state.address(compute(values, state));
    }
    case 'address32': {
      const compute = parseExpression(text, addresses(valueIndex));
      return (values, state) => state.address32(compute(values, state));
    }
    case 'low': {
      const compute = parseExpression(text, addresses(valueIndex));
      return (values, state) => state.low(compute(values, state));
    }
    case 'high': {
      const compute = parseExpression(text, addresses(valueIndex));
      return (values, state) => {
        state.low(compute(values, state));
        return state.high();
      };
    }
    case 'float': {
      const compute = parseExpression(text, numbers(valueIndex));
      return (values, state) => state.float(compute(values, state));
    }
    case 'double-low': {
      const compute = parseExpression(text, numbers(valueIndex));
      return (values, state) => state.double(compute(values, state));
    }
    case 'double-high': {
      const compute = parseExpression(text, numbers(valueIndex));
      return (values, state) => {
        state.double(compute(values, state));
        return state.high();
      };
    }
    default:
      return parseExpression(text, integers(valueIndex)) as PutValue;
  }
}

/** The value that an argument is, without any computation; undefined for other arguments. */
export function plainValue({ kind, text }: SiteArgument, valueIndex: ValueIndex): number | undefined {
  if (kind === 'register') return valueIndex(text.slice(1, -1).trim());
  return kind === 'value' ? valueIndex(text.trim()) : undefined;
}

/** Integers of 64 bits: numbers as far as they are exact, else bigints. */
function integers(valueIndex: ValueIndex): Arithmetic<Compute> {
  return {
    literal: INTEGERS.literal,
    title: INTEGERS.title,
    read(token) {
      const value = INTEGERS.read(token);
      if (value === undefined) return undefined;
      const literal = shortest(value);
      return () => literal;
    },
    readName(name) {
      const index = valueIndex(name);
      return index === undefined ? undefined : values => values[index];
    },
    sign: (operator, operand) => (values, state) =>
      computed([operand(values, state)], ([value = 0n]) => INTEGERS.sign(operator, value)),
    apply: (operator, left, right) => (values, state) => {
      const [a, b] = [left(values, state), right(values, state)];
      const sum = typeof a === 'number' && typeof b === 'number' ? quick(operator, a, b) : Number.NaN;
      if (Number.isSafeInteger(sum)) return sum;
      return computed([a, b], ([x = 0n, y = 0n]) => INTEGERS.apply(operator, x, y));
    },
  };
}

/** Integers, and objects for their addresses. */
function addresses(valueIndex: ValueIndex): Arithmetic<Compute> {
  return {
    ...integers(valueIndex),
    readName(name) {
      const index = valueIndex(name);
      if (index === undefined) return undefined;
      return (values, state) => {
        const value = values[index];
        const isNumber = typeof value === 'number' || typeof value === 'bigint';
        return isNumber ? value : state.address(value);
      };
    },
  };
}

/** Numbers with fractions. */
function numbers(valueIndex: ValueIndex): Arithmetic<Compute> {
  return {
    literal: NUMBERS.literal,
    title: NUMBERS.title,
    read(token) {
      const value = NUMBERS.read(token);
      return value === undefined ? undefined : () => value;
    },
    readName(name) {
      const index = valueIndex(name);
      if (index !== undefined) return values => values[index];
      const value = NUMBERS.readName(name);
      return value === undefined ? undefined : () => value;
    },
    sign: (operator, operand) => {
      NUMBERS.sign(operator, 0);
      return (values, state) => {
        const value = operand(values, state);
        return typeof value === 'number' ? NUMBERS.sign(operator, value) : value;
      };
    },
    apply: (operator, left, right) => {
      NUMBERS.apply(operator, 0, 0);
      return (values, state) => {
        const [a, b] = [left(values, state), right(values, state)];
        if (typeof a !== 'number') return a;
        return typeof b === 'number' ? NUMBERS.apply(operator, a, b) : b;
      };
    },
  };
}

/** The result of an operator that needs no bigints; NaN for others. */
function quick({ text }: Token, left: number, right: number): number {
  switch (text) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return Number.NaN;
  }
}

/** What `compute` makes of the operands as bigints, or why there is no result. */
function computed(operands: readonly unknown[], compute: (operands: readonly bigint[]) => bigint): unknown {
  const integerOperands: bigint[] = [];
  for (const operand of operands) {
    if (typeof operand === 'bigint') integerOperands.push(operand);
    else if (typeof operand === 'number' && Number.isSafeInteger(operand))
      integerOperands.push(BigInt(operand));
    else return notComputable(operand);
  }
  try {
    return shortest(compute(integerOperands));
  } catch (error) {
    if (!(error instanceof ConstantError)) throw error;
    return new InvalidValue(error.message);
  }
}

/** The operand itself, if the put says what is wrong with it. */
function notComputable(operand: unknown): unknown {
  if (Number.isInteger(operand)) return new InvalidValue(`${String(operand)} is beyond 2⁵³: give a bigint`);
  return operand;
}

function shortest(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

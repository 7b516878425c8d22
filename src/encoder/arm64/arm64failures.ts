/** The errors of puts that only ARM64 has, in the user's terms, with DynASM's numbers of statuses. */
import type { Contents } from '../contents.ts';
import { actionError, misfit, notInteger } from '../failures.ts';
import * as Arm64ExtendedAction from '../format/arm64/arm64extendedaction.ts';
import * as Arm64Step from '../format/arm64/arm64step.ts';
import { numberedStatus } from '../format/arm64/arm64status.ts';
import type { Range } from '../format/range.ts';
import { type EncodeError, Status, show } from '../format/status.ts';
import { isInteger } from '../value.ts';

/** The error of an action. `status`: as for all architectures. */
export function arm64Error(
  contents: Contents,
  status: number,
  text: string,
  offset: number | undefined,
): EncodeError {
  const error = actionError(contents, status, text, offset);
  return Object.assign(error, { status: numberedStatus(status) });
}

/** The error for an argument that a step does not take. `inline`: of the step. */
export function argumentError(
  contents: Contents,
  kind: number,
  inline: number,
  value: unknown,
  offset: number,
): EncodeError {
  const status = kind === Arm64Step.VREG ? Status.RANGE_VREG : Status.RANGE_I;
  const isNumber = isInteger(value) || (kind === Arm64Step.FLOAT8 && typeof value === 'number');
  const text = isNumber ? describe(value, kind, inline) : notInteger(value);
  return arm64Error(contents, status | offset, text, offset);
}

const REGISTER: Range = { low: 0, high: 31, field: 'a register number' };
const WORD: Range = { low: -0x8000_0000, high: 0xffff_ffff, field: 'a word' };

/** What is wrong with a number. */
function describe(value: number | bigint, kind: number, inline: number): string {
  switch (kind) {
    case Arm64Step.VREG:
      return misfit(value, REGISTER);
    case Arm64Step.IMM:
      return misfitScaled(value, immediateRange(inline), 2 ** ((inline >> 10) & 31));
    case Arm64Step.IMM6:
      return misfit(value, { low: 0, high: 63, field: 'the number of a bit' });
    case Arm64Step.IMM12:
      return `${value} is no immediate of add and sub: these are 0…4095, and multiples of 4096 up to 4095 · 4096`;
    case Arm64Step.ADD_SUB:
      return `${value} is no immediate of add and sub: these are −4095…4095, and multiples of 4096 up to ±4095 · 4096`;
    case Arm64Step.IMML: {
      const bytes = 2 ** inline;
      const multiple = bytes === 1 ? '' : `multiples of ${bytes} `;
      return `${value} is no offset of a load or store of ${bytes} bytes: these are −256…255, and ${multiple}up to ${4095 * bytes}`;
    }
    case Arm64Step.IMM13W:
      return `${value} is no logical immediate: these are runs of ones, rotated in 2, 4, 8, 16 or 32 bits and repeated`;
    case Arm64Step.IMM13X:
      return `${value} is no logical immediate: these are runs of ones, rotated in 2, 4, 8, 16, 32 or 64 bits and repeated`;
    case Arm64Step.MOV_W:
    case Arm64Step.MOV_X:
      return `one \`mov\` cannot load ${value}; \`ldr\` of \`=value\` loads any value`;
    case Arm64Step.BYTE_MASK:
      return `${value} is no byte mask, of which each byte is 00 or ff`;
    case Arm64Step.FLOAT8:
      return `${value} is no floating-point immediate: these are ±16…31 sixteenths, times a power of two from 2⁻³ to 2⁴`;
    case Arm64Step.VALUE:
      return misfit(value, dataRange(inline));
    default:
      return misfit(value, WORD);
  }
}

/** The values of a FIELD. */
export function fieldText(value: number | bigint, low: number, high: number, multiple: number): string {
  return misfitScaled(value, { low, high, field: 'the field' }, multiple);
}

function misfitScaled(value: number | bigint, range: Range, multiple: number): string {
  const isInside = value >= range.low && value <= range.high;
  return isInside ? `${show(value)} is not a multiple of ${multiple}` : misfit(value, range);
}

/** The range of IMM. `inline`: its parameters. */
function immediateRange(inline: number): Range {
  const width = (inline >> 5) & 31;
  const scale = 2 ** ((inline >> 10) & 31);
  const isSigned = (inline & 0x8000) !== 0;
  const low = isSigned ? -(2 ** (width - 1)) : 0;
  const high = 2 ** (isSigned ? width - 1 : width) - 1;
  const field = `${width} bits${scale === 1 ? '' : ` in units of ${scale}`}`;
  return { low: low * scale, high: high * scale, field };
}

/** The range of data. `inline`: as for the action VALUE. */
export function dataRange(inline: number): Range {
  const bits = 8 << (inline & Arm64ExtendedAction.SIZE_MASK);
  const isSigned = (inline & Arm64ExtendedAction.SIGNED) !== 0;
  const high = 2 ** (isSigned ? bits - 1 : bits) - 1;
  return { low: -(2 ** (bits - 1)), high, field: `${bits} bits` };
}

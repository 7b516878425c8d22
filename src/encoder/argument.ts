/**
 * Which values the actions take: ranges with the words for messages. A step and a value come in; an integer goes out, or
 * the text of what is wrong.
 */
import { show } from './status.ts';
import * as Step from './step.ts';

interface Range {
  readonly low: number;
  readonly high: number;
  readonly field: string;
  readonly hint?: string;
}

const SIGNED: Range = {
  low: -(2 ** 31),
  high: 2 ** 31 - 1,
  field: 'a 32-bit field that the processor sign-extends',
};
const DWORD: Range = { low: -(2 ** 31), high: 2 ** 32 - 1, field: 'a dword' };

const RANGES: { readonly [step: number]: Range } = {
  [Step.VREG]: { low: 0, high: 15, field: 'a register number' },
  [Step.VREG_NARROW]: { low: 0, high: 7, field: 'a register number' },
  [Step.DISP]: DWORD,
  [Step.DISP_SIGNED]: { ...SIGNED, field: 'a displacement' },
  [Step.IMM_S]: { low: -128, high: 127, field: 'a signed byte' },
  [Step.IMM_B]: { low: 0, high: 255, field: 'a byte', hint: '& 0xff' },
  [Step.IMM_W]: { low: 0, high: 65535, field: 'a word', hint: '& 0xffff' },
  // DynASM takes negative values only where the sign-extended byte form does.
  [Step.IMM_WB]: { low: -128, high: 65535, field: 'a word', hint: '& 0xffff' },
  [Step.IMM_D]: DWORD,
  [Step.IMM_D_SIGNED]: SIGNED,
  [Step.IMM_DB]: DWORD,
  [Step.IMM_DB_SIGNED]: SIGNED,
  [Step.SPACE]: { low: 0, high: 2 ** 30, field: 'the size of a .space' },
};

/** The value as an integer that fits; NaN if it does not. */
export function integerFor(step: number, value: unknown): number {
  const range = RANGES[step];
  const n = typeof value === 'bigint' ? Number(value) : value;
  if (range === undefined || typeof n !== 'number' || !Number.isInteger(n)) return Number.NaN;
  return n >= range.low && n <= range.high ? n : Number.NaN;
}

/** What is wrong with a value that does not fit. */
export function misfit(step: number, value: unknown): string {
  const range = RANGES[step];
  if (!isInteger(value)) return `${show(value)} is no integer`;
  if (range === undefined) return `${show(value)} is out of range`;
  const hint = range.hint === undefined ? '' : `; cut it with \`${range.hint}\` if that is meant`;
  return `${show(value)} does not fit ${range.field}, ${text(range.low)}…${text(range.high)}${hint}`;
}

/** Is it an integer at all? */
export function isInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function text(limit: number): string {
  const magnitude = Math.abs(limit);
  if (magnitude === 2 ** 31) return '−2³¹';
  if (magnitude === 2 ** 31 - 1) return '2³¹−1';
  if (magnitude === 2 ** 32 - 1) return '2³²−1';
  return limit < 0 ? `−${magnitude}` : String(limit);
}

/**
 * Segment overrides in memory operands: `[fs:0x28]` and `fs:[0x28]`. Takes the text of an operand without its
 * size word; returns the operand, or nothing if no segment is written.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import { parseMemory } from './memoryparser.ts';
import type { OperandContext } from './operandcontext.ts';
import type { Draft } from './operanddraft.ts';
import type { Size } from './registers.ts';

/** The prefixes by the names of the segment registers. Intel's manual, volume 2, 2.1.1. */
const PREFIXES: Readonly<Record<string, number>> = {
  es: 0x26,
  cs: 0x2e,
  ss: 0x36,
  ds: 0x3e,
  fs: 0x64,
  gs: 0x65,
};
const SEGMENT = /^([c-gs]s)[ \t-\r]*:(?!:)/;

/** @throws {StatementError} the segment is written twice, or without brackets */
export function parseSegmented(
  operand: Slice,
  size: Size | undefined,
  context: OperandContext,
): Draft | undefined {
  const { prefix, address } = cutAddress(operand);
  if (prefix === undefined) return undefined;
  const draft = parseMemory(address ?? failSegment(operand), size, context);
  draft.segment = prefix;
  return draft;
}

/**
 * The text between the brackets of a memory operand, without its segment, and the prefix of that; `address`
 * is undefined if there are no brackets.
 */
export function cutAddress(operand: Slice): {
  readonly prefix: number | undefined;
  readonly address: Slice | undefined;
} {
  const { prefix, rest } = cutSegment(operand);
  if (!rest.text.startsWith('[') || !rest.text.endsWith(']')) return { prefix, address: undefined };
  const inner = cutSegment(trimmed(cut(rest, 1, rest.text.length - 1)));
  if (prefix !== undefined && inner.prefix !== undefined) failSegment(operand);
  return { prefix: prefix ?? inner.prefix, address: inner.rest };
}

function cutSegment(slice: Slice): { readonly prefix: number | undefined; readonly rest: Slice } {
  const [written = '', name = ''] = SEGMENT.exec(slice.text) ?? [];
  return { prefix: PREFIXES[name], rest: written === '' ? slice : trimmed(cut(slice, written.length)) };
}

function failSegment(operand: Slice): never {
  throw new StatementError(`\`${operand.text}' is not a memory operand with a segment`, {
    code: 'segment',
    at: operand,
    notes: ["the segment stands in front of the address: `[fs:0x28]' or `fs:[0x28]'"],
  });
}

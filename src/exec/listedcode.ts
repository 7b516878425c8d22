/**
 * The listing of code that a state has made: takes its bytes and layout, and the labels with their addresses;
 * returns text. What of the code is data, and where it comes from, the action list says.
 */
import type { Layout } from '../encoder/codelayout.ts';
import type { ActionList } from '../encoder/index.ts';
import { kindAt } from '../encoder/inspection.ts';
import { jumpSlotsIn, type JumpSlot } from '../encoder/jumpslots.ts';
import { slotKind } from './branchslot.ts';
import { addressEnds, codeParts, literalParts, localLabels } from './codeparts.ts';
import { list as listing, type LabelNames, type ListedCode, type ListedPart } from './listing.ts';
import { SourceTexts } from './sourcetext.ts';
import { procedureEnds, type CodeSymbol } from './symbol.ts';

export interface BuiltCode {
  readonly list: ActionList;
  readonly layout: Layout;
  readonly address: bigint;
  readonly bytes: Uint8Array;
  /** Addresses of global labels by name; without those that have none. */
  readonly globals: ReadonlyMap<string, bigint>;
  readonly symbols: readonly CodeSymbol[];
  /** Offsets of pc labels by number; negative for those that are not defined. */
  readonly pcLabels: Int32Array;
  /** Names of the externs that the code refers to, by address. */
  readonly externs: LabelNames;
}

export interface CodeDumpOptions {
  /** With the source line that the code comes from, and its text if the file is still the same. */
  readonly source?: boolean;
  /** ANSI colours, for a terminal. */
  readonly color?: boolean;
}

/** @throws {MissingPackageError} */
export function listCode(code: BuiltCode, { source = false, color = false }: CodeDumpOptions): string {
  const texts = source ? new SourceTexts(code.list) : undefined;
  return listing({ ...listedCode(code, action => texts?.describe(action)), color });
}

/** What there is to list. `describe` says which source an action of the list comes from. */
export function listedCode(code: BuiltCode, describe: (action: number) => string | undefined): ListedCode {
  const { list, layout, address, bytes, globals, symbols, pcLabels } = code;
  const labels = new Map<bigint, string[]>();
  const add = (at: bigint, name: string): void => {
    labels.set(at, [...(labels.get(at) ?? []), name]);
  };
  for (const [name, at] of globals) add(at, `->${name}`);
  for (const [label, offset] of pcLabels.entries()) {
    if (offset >= 0) add(address + BigInt(offset), `=>${label}`);
  }
  for (const { label, offset } of localLabels(layout)) add(address + BigInt(offset), String(label));
  const slots = jumpSlotsIn(bytes, layout.size, slotKind(list.arch));
  const externs = new Map(code.externs);
  for (const { start, target } of slots) {
    const name = labels.get(target) ?? externs.get(target) ?? [`0x${target.toString(16)}`];
    externs.set(address + BigInt(start), name);
  }
  return {
    bytes,
    address,
    arch: list.arch,
    labels,
    ends: procedureEnds(symbols),
    externs,
    color: false,
    parts: [...partsOf(layout, list, describe), ...slotParts(slots, layout.size)],
    addressEnds: new Set([...addressEnds(layout), ...slots.map(({ end }) => end)]),
  };
}

function partsOf(
  layout: Layout,
  list: ActionList,
  describe: (action: number) => string | undefined,
): readonly ListedPart[] {
  const parts = codeParts(layout).map(({ offset, action }) => ({
    offset,
    action,
    kind: kindAt(list, action),
    source: describe(action),
  }));
  const literals = literalParts(layout);
  return literals.length === 0 ? parts : [...parts, ...literals].toSorted((a, b) => a.offset - b.offset);
}

/** Behind code of so many bytes there is padding, and then the slots. */
function slotParts(slots: readonly JumpSlot[], size: number): readonly ListedPart[] {
  if (slots.length === 0) return [];
  const action = Infinity;
  const parts = slots.flatMap(({ start, jumpEnd, address }) => [
    { offset: start, action, kind: 'code' as const },
    { offset: jumpEnd, action, kind: 'fill' as const },
    { offset: address, action, kind: 'qword' as const },
  ]);
  return [{ offset: size, action, kind: 'fill' }, ...parts];
}

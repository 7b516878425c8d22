/**
 * What a calling convention consists of: names of registers, and macros. `nameOperands` takes groups of
 * registers and operands in memory; returns the text that each name stands for.
 *
 * A name is the group's name, the number in the group, and the size: `CARG1` has the size of a pointer,
 * `CARG1d` 32 bits, `CARG1w` 16, `CARG1b` 8.
 */
import { MAX_CALL_ARGUMENTS, type CallConvention } from './call.ts';

export interface Convention {
  /** Names, and the operands that they stand for. */
  readonly names: ReadonlyMap<string, string>;
  /** Assembly lines that define the macros. */
  readonly macros: string;
  readonly call: CallConvention;
}

/** The registers of pointer size that `.ccall` passes arguments in. */
export function argumentRegisters(group: Group): readonly string[] {
  return group.slice(0, MAX_CALL_ARGUMENTS).map(([name = '']) => name);
}

/**
 * The operands of a group, in their order: for each the texts of its sizes, from that of a pointer down to 8
 * bits, as far as it has them.
 */
type Group = readonly (readonly string[])[];

/** Takes registers as `'rdi edi di dil'`. */
export function registers(...rows: readonly string[]): Group {
  return rows.map(row => row.split(' '));
}

/** Integers in memory, one for each address. */
export function memory(is64Bit: boolean, addresses: readonly string[]): Group {
  const sizes = is64Bit ? ['qword', 'dword', 'word', 'byte'] : ['dword', 'dword', 'word', 'byte'];
  return addresses.map(address => sizes.map(size => `${size} [${address}]`));
}

const SUFFIXES = ['', 'd', 'w', 'b'];

/** `groups`: by name; a group of one operand in `single` has no number. */
export function nameOperands(
  groups: Readonly<Record<string, Group>>,
  single: Readonly<Record<string, string>>,
): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, texts: readonly string[]): void => {
    for (const [index, text] of texts.entries()) names.set(name + SUFFIXES[index], text);
  };
  for (const [name, group] of Object.entries(groups)) {
    for (const [index, texts] of group.entries()) add(`${name}${index + 1}`, texts);
  }
  for (const [name, text] of Object.entries(single)) add(name, text.split(' '));
  return names;
}

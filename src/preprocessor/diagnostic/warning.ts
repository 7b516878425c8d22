/**
 * Warnings: what DynASM accepts although it can hardly be meant. Each has a code, by which it can be left out. In C and Lua output
 * the bytes stay DynASM's; TypeScript output refuses all but `bad-idea`, or does what is meant.
 */
export const WARNINGS = {
  'address-size':
    'a 32-bit register as an address on x64 is encoded without the 67h prefix: as its 64-bit one',
  'bad-idea': 'sp or esp as an operand, where rsp or esp is usually meant (DynASM warns, too)',
  defect: 'DynASM encodes this instruction wrongly with these operands',
  displacement: 'a number without a sign behind a register or scale is added as a displacement',
  'extern-size': 'the address of an extern takes four bytes in .aword and .qword',
  'high-byte': 'ah, ch, dh and bh cannot be named with a REX prefix, which registers from number 8 on need',
  'label-address': 'a global label set to an address gets the address of the code added to it',
  'label-size': 'an address as an immediate takes four bytes, whatever the size of the instruction',
  'mixed-address': 'base and index have different sizes; that of the base counts',
  'sign-extended': 'a literal from 0x80000000 on in a 64-bit operation means a negative number',
  'size-word': 'a name that begins with a size word reads as that size and the rest',
  'wide-displacement': 'a label added to a register takes eight bytes where four belong',
} as const;

export type WarningCode = keyof typeof WARNINGS;

export function isWarningCode(text: string): text is WarningCode {
  return Object.hasOwn(WARNINGS, text);
}

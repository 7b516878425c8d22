/**
 * Addresses of 16 bits, which only x86 has (Intel's manual, volume 2, table 2-1): `[bx+si]`, `[bp+8]`. Takes
 * the registers of an address; returns how they are encoded.
 */
import { StatementError } from '../../diagnostic/error.ts';
import type { Slice } from '../../text/slice.ts';
import type { Operand, RegisterUse } from './operand.ts';

/** The registers by the values of ModRM.rm. */
const ADDRESSES: readonly string[] = ['bx+si', 'bx+di', 'bp+si', 'bp+di', 'si', 'di', 'bp', 'bx'];
/** ModRM.rm of `[bp]`, for which there is no form without displacement. */
export const RM_BP = 6;

const FORM = `an address of 16 bits is ${ADDRESSES.map(each => `[${each}]`)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ')}, perhaps with a displacement`;

/** Whether a register makes an address one of 16 bits. */
export function isWordRegister(use: RegisterUse | undefined): boolean {
  return use?.register.size === 'w';
}

/** ModRM.rm of the address with these registers, of which the second may be missing; −1 if there is none. */
function rmOf(first: RegisterUse | undefined, second: RegisterUse | undefined): number {
  const names = [first, second].flatMap(use => (use === undefined ? [] : [use.register.name]));
  const found = ADDRESSES.indexOf(names.join('+'));
  return found >= 0 ? found : ADDRESSES.indexOf(names.toReversed().join('+'));
}

/** ModRM.rm of a memory operand with an address of 16 bits. */
export function wordAddressRm({ register, index }: Pick<Operand, 'register' | 'index'>): number {
  return rmOf(register, index);
}

/**
 * Checks the registers of an address, one of which has 16 bits. `scale`: what is written with the second.
 * `at`: the address.
 * @throws {StatementError} the processor has no such address
 */
export function checkWordAddress(
  base: RegisterUse | undefined,
  index: RegisterUse | undefined,
  scale: number,
  at: Slice,
  is64Bit: boolean,
): void {
  const uses = [base, index].filter(use => use !== undefined);
  const fail = (message: string, notes: readonly string[] = [FORM]): never => {
    throw new StatementError(message, { code: 'address', at, notes });
  };
  const name = uses.find(isWordRegister)?.register.name ?? '';
  if (is64Bit) {
    const advice = [`an address has registers of 64 or 32 bits: [r${name}] or [e${name}]`];
    fail(`\`${name}' cannot stand in an address on x64`, /^(?:[a-d]x|[sb]p|[sd]i)$/.test(name) ? advice : []);
  }
  if (uses.some(({ variable }) => variable !== undefined)) {
    fail('the registers of an address of 16 bits must be known when it is assembled');
  }
  if (!uses.every(isWordRegister)) fail(`base and index of different sizes in \`[${at.text}]'`);
  if (scale !== 1) fail('an address of 16 bits has no scale');
  if (rmOf(base, index) < 0) {
    fail(`there is no address of 16 bits with \`${uses.map(({ register }) => register.name).join('+')}'`);
  }
}

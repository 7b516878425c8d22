/**
 * `.include <dynasm/abi>`: the calling convention of the platform that is translated for, in names and
 * macros. Takes the architecture and what is defined; returns the convention.
 */
import { StatementError, StopError } from '../diagnostic/error.ts';
import type { Slice } from '../text/slice.ts';
import { AAPCS64, APPLE_ARM64 } from './arm64.ts';
import { CDECL } from './cdecl.ts';
import type { Convention } from './convention.ts';
import { MICROSOFT } from './microsoft.ts';
import { SYSTEM_V } from './systemv.ts';

/** The include that comes with the package, as it is written. */
export const ABI = '<dynasm/abi>';

/** Whether `.include` means a text of the package, not a file. */
export function isPackageInclude({ text }: Slice): boolean {
  return text.startsWith('<') && text.endsWith('>');
}

/**
 * The convention that `.include <dynasm/abi>` brings. `isDefined`: whether a name, such as `WINDOWS`, is a
 * define.
 *
 * @throws {StopError} `.arch` is missing
 * @throws {StatementError} another name, or the platform is not known
 */
export function findConvention(
  name: Slice,
  arch: string | undefined,
  isDefined: (name: string) => boolean,
): Convention {
  if (name.text !== ABI) {
    throw new StatementError(`the package has no include \`${name.text}'`, {
      code: 'include',
      at: name,
      notes: [`it has ${ABI}; the name of a file stands without angle brackets`],
    });
  }
  if (arch === undefined) {
    const notes = ['for example: .arch x64'];
    throw new StopError(`${ABI} comes behind .arch`, { code: 'arch', at: name, notes });
  }
  if (arch === 'x86') return CDECL;
  if (arch === 'arm64' && isDefined('OSX')) return APPLE_ARM64;
  if (isDefined('WINDOWS')) return arch === 'arm64' ? AAPCS64 : MICROSOFT;
  if (['LINUX', 'OSX', 'BSD'].some(isDefined)) return arch === 'arm64' ? AAPCS64 : SYSTEM_V;
  throw new StatementError(`${ABI} depends on the platform, which is not known`, {
    code: 'platform',
    at: name,
    notes: [`option \`platform\` (--platform) names it: ${arch}-linux, ${arch}-windows`],
  });
}

/**
 * The platform that code is for: `x64-linux`, `x86-windows`, … Takes its name; returns the defines that stand
 * for it, with the values of LuaJIT's `ffi.arch` and `ffi.os`. This is the one place that knows the names of
 * processors and systems, Node's among them.
 */
import { StatementError } from '../diagnostic/error.ts';

/** Names of systems: ours and those of Node's `process.platform`. */
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['linux', 'Linux'],
  ['windows', 'Windows'],
  ['win32', 'Windows'],
  ['osx', 'OSX'],
  ['macos', 'OSX'],
  ['darwin', 'OSX'],
  ['bsd', 'BSD'],
  ['freebsd', 'BSD'],
  ['netbsd', 'BSD'],
  ['openbsd', 'BSD'],
]);

/** Names of architectures: ours and those of Node's `process.arch`. */
const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x64', 'x64'],
  ['x86', 'x86'],
  ['ia32', 'x86'],
  ['arm64', 'arm64'],
]);

/**
 * The defines of a platform, `arch-system`: `ARCH` and `OS` with its names, and both names in upper case with
 * the value 1. Throws `StatementError` for unknown names.
 */
export function platformDefines(platform: string): ReadonlyMap<string, string> {
  const [archName = '', systemName = ''] = platform.toLowerCase().split(/-(.*)/s);
  const arch = ARCHITECTURES.get(archName);
  const system = SYSTEMS.get(systemName);
  if (arch === undefined || system === undefined) {
    throw new StatementError(`unknown platform \`${platform}'`, {
      code: 'platform',
      notes: [
        `a platform is an architecture and a system, such as x64-linux`,
        `architectures: ${[...ARCHITECTURES.keys()].join(', ')}`,
        `systems: ${[...SYSTEMS.keys()].join(', ')}`,
      ],
    });
  }
  return new Map([
    ['ARCH', arch],
    ['OS', system],
    [arch.toUpperCase(), '1'],
    [system.toUpperCase(), '1'],
  ]);
}

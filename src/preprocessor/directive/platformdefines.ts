/**
 * The machine that code is for: `x64-linux`, `x86-windows`, … In flows its name, out flow the defines that stand for it in
 * targets with host defines, with the values of LuaJIT's `ffi.arch` and `ffi.os`.
 */
import { StatementError } from '../diagnostic/diagnostic.ts';

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

/** Names of architectures: ours, and Node's `process.arch`. */
const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x64', 'x64'],
  ['x86', 'x86'],
  ['ia32', 'x86'],
  ['arm64', 'arm64'],
]);

/**
 * `ARCH`, `OS`, and the upper-case names of both, with the value 1. `machine` is `arch-system`.
 * Throws `StatementError` for names that are unknown.
 */
export function platformDefines(machine: string): ReadonlyMap<string, string> {
  const [archName = '', systemName = ''] = machine.toLowerCase().split(/-(.*)/s);
  const arch = ARCHITECTURES.get(archName);
  const system = SYSTEMS.get(systemName);
  if (arch === undefined || system === undefined) {
    throw new StatementError(`unknown target \`${machine}'`, {
      code: 'target',
      notes: [
        `a target is an architecture and a system, such as x64-linux`,
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

/**
 * What the tests of execution know of the process that they run in. They run on several platforms
 * (test/platforms); what one of them does not have is skipped there, and the test's name says why.
 */
import { test } from '@jest/globals';
import { dasm } from '../../src/exec/index.ts';
import { hostArch, isLinux, isWindows } from '../../src/exec/process.ts';

export { isLinux, isWindows };
export const isX64 = hostArch === 'x64';
export const isArm64 = hostArch === 'arm64';
/** What code on 64-bit systems has in common. */
export const is64Bit = isX64 || isArm64;

/** The C library: a program's own way to it, beside ours. */
export const cLibrary = dasm.koffi().load(isWindows ? 'msvcrt.dll' : 'libc.so.6');

/** Makes a test where `condition` holds. Elsewhere it is skipped, because of `reason`. */
export function testIf(
  condition: boolean,
  reason: string,
): (name: string, body: () => void | Promise<void>) => void {
  return (name, body) => {
    if (condition) test(name, body);
    else test.skip(`${name} (${reason})`, body);
  };
}

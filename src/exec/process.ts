/** The processor and the system of this process. Node's names for them stand in no other file of src/exec. */
import type { Arch } from '../encoder/index.ts';

const archs: Partial<Record<NodeJS.Architecture, Arch>> = { x64: 'x64', ia32: 'x86', arm64: 'arm64' };

/** The architecture whose machine code this process runs; undefined on other processors. */
export const hostArch: Arch | undefined = archs[process.arch];

export const isLinux = process.platform === 'linux';
export const isMacos = process.platform === 'darwin';
export const isWindows = process.platform === 'win32';

const NEEDS: Readonly<Record<Arch, string>> = {
  x64: 'a 64-bit Node on an x64 processor',
  x86: 'a 32-bit Node (ia32)',
  arm64: 'a 64-bit Node on an ARM processor',
};

/** @throws {Error} if this process cannot run code of an architecture */
export function checkHost(arch: Arch): void {
  if (arch === hostArch) return;
  throw new Error(
    `this is ${arch} code, and running it needs ${NEEDS[arch]}; this process is ${process.arch}. ` +
      'Translating, link, encode and dump work everywhere',
  );
}

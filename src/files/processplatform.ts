/** The platform of this process, by Node's names: the translator knows these, and what DynASM calls them. */

const ARCHITECTURES: readonly NodeJS.Architecture[] = ['x64', 'ia32', 'arm64'];
const SYSTEMS: readonly NodeJS.Platform[] = ['linux', 'win32', 'darwin'];

/**
 * The platform, like `x64-linux`, that is translated for if none is named. Other systems count as BSD; on a
 * processor that none of our code runs on, code for x64 is made.
 */
export function processPlatform(): string {
  const arch = ARCHITECTURES.includes(process.arch) ? process.arch : 'x64';
  return `${arch}-${SYSTEMS.includes(process.platform) ? process.platform : 'bsd'}`;
}

/**
 * Which platform code is translated for: `x64-linux`, `x86-windows` … The preprocessor asks for it as text; this file
 * names the one of the process.
 */
const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', win32: 'windows', darwin: 'osx' };

/** The target of this process, like `x64-linux`. Processors that DynASM code cannot run on translate for x64. */
export function hostTarget(): string {
  const arch = process.arch === 'ia32' ? 'x86' : 'x64';
  return `${arch}-${systems[process.platform] ?? 'bsd'}`;
}

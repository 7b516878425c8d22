/** The architectures that `.arch` knows. */
import { FatalError } from '../diagnostic.ts';
import type { Arch } from './arch.ts';
import { x64, x86 } from './x86/index.ts';

const ARCHES: ReadonlyMap<string, Arch> = new Map([x64, x86].map(arch => [arch.name, arch]));

/** Names that `.arch` takes. */
export const archNames: readonly string[] = [...ARCHES.keys()];

/** Throws `FatalError` for an unknown name. */
export function findArch(name: string): Arch {
  const arch = ARCHES.get(name);
  if (arch) return arch;
  throw new FatalError(`unknown architecture \`${name}'`, {
    code: 'arch',
    ...(name !== '' && { at: name }),
    notes: [`known: ${archNames.join(', ')}`],
  });
}

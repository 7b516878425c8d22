/** The architectures that `.arch` knows. */
import { FatalError } from '../diagnostic.ts';
import type { Arch } from './arch.ts';
import { archNames, type ArchName } from './name.ts';
import { x64, x86 } from './x86/index.ts';

const ARCHES: Readonly<Record<ArchName, Arch>> = { x64, x86 };

/** Throws `FatalError` for an unknown name. */
export function findArch(name: string): Arch {
  const known = archNames.find(each => each === name);
  if (known !== undefined) return ARCHES[known];
  throw new FatalError(`unknown architecture \`${name}'`, {
    code: 'arch',
    ...(name !== '' && { at: name }),
    notes: [`known: ${archNames.join(', ')}`],
  });
}

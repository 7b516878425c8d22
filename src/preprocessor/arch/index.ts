/** The architectures that `.arch` knows. */
import { FatalError } from '../diagnostic.ts';
import type { Arch } from './arch.ts';
import { archNames, type ArchName } from './name.ts';
import { fullX64, fullX86, x64, x86 } from './x86/index.ts';

const DYNASM: Readonly<Record<ArchName, Arch>> = { x64, x86 };
const FULL: Readonly<Record<ArchName, Arch>> = { x64: fullX64, x86: fullX86 };

/** `full`: with the instructions that DynASM does not know. Throws `FatalError` for an unknown name. */
export function findArch(name: string, full = true): Arch {
  const known = archNames.find(each => each === name);
  if (known !== undefined) return (full ? FULL : DYNASM)[known];
  throw new FatalError(`unknown architecture \`${name}'`, {
    code: 'arch',
    ...(name !== '' && { at: name }),
    notes: [`known: ${archNames.join(', ')}`],
  });
}

/** The architectures that `.arch` knows. */
import { FatalError } from '../diagnostic/error.ts';
import type { Span } from '../text/slice.ts';
import type { Arch } from './arch.ts';
import { archNames } from './name.ts';
import { makeArch } from './x86/index.ts';

/** Made when they are first asked for: all of them would take a millisecond of every start. */
const made = new Map<string, Arch>();

/** `full`: with the instructions that DynASM does not know. `at`: the operand that names it. Throws `FatalError` for an unknown name. */
export function findArch(name: string, full = true, at?: Span): Arch {
  const known = archNames.find(each => each === name);
  if (known !== undefined) {
    const key = `${known} ${full}`;
    const arch = made.get(key) ?? makeArch(known, full);
    made.set(key, arch);
    return arch;
  }
  throw new FatalError(`unknown architecture \`${name}'`, {
    code: 'arch',
    at,
    notes: [`known: ${archNames.join(', ')}`],
  });
}

/**
 * Finds an architecture by the name that `.arch` gives. An architecture holds nothing of a translation, so
 * each is made once. It is made when it is first asked for: to make all would add a millisecond to every
 * start.
 */
import { StopError } from '../diagnostic/error.ts';
import type { Span } from '../text/slice.ts';
import type { Arch } from './arch.ts';
import { archNames } from './archname.ts';
import { makeArm64 } from './arm64/index.ts';
import { makeX86 } from './x86/index.ts';

const cache = new Map<string, Arch>();

/**
 * The architecture with that name. `withAdditions`: it also has the instructions and directives that DynASM
 * does not know. `at`: where the source names it. Throws `StopError` for an unknown name.
 */
export function findArch(name: string, withAdditions = true, at?: Span): Arch {
  const known = archNames.find(each => each === name);
  if (known !== undefined) {
    const key = `${known} ${withAdditions}`;
    const arch =
      cache.get(key) ?? (known === 'arm64' ? makeArm64(withAdditions) : makeX86(known, withAdditions));
    cache.set(key, arch);
    return arch;
  }
  throw new StopError(`unknown architecture \`${name}'`, {
    code: 'arch',
    at,
    notes: [`known: ${archNames.join(', ')}`],
  });
}

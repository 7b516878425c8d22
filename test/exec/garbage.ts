/** Runs the garbage collector, for tests that objects are kept alive or released. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects several times, with pauses in which finalizers run. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let i = 0; i < 3; i++) {
    collect();
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

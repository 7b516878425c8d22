/**
 * Profilers and debuggers that environment variables ask for, such as DYNASM_GDB=1. `announce` tells them of
 * code that has been built. What they need is a bundle of its own, `#debugger`, which is loaded with the
 * first build.
 */
import process from 'node:process';
import type { NewCode, Tool } from './debugger/newcode.ts';
import { atThreadEnd } from './memory/lifetime.ts';
import { load } from './loadedpackage.ts';
import { hostArch, isLinux, isWindows } from './process.ts';

/** See loadedpackage.ts. */
declare const REQUIRE: NodeJS.Require;

/** What each variable needs. */
const settings = [
  { variable: 'DYNASM_PERF_MAP', isPossible: !isWindows, needs: 'a system with /tmp' },
  { variable: 'DYNASM_JITDUMP', isPossible: isLinux, needs: 'Linux' },
  { variable: 'DYNASM_GDB', isPossible: isLinux && hostArch === 'x64', needs: 'Linux on x64' },
  { variable: 'DYNASM_UNWIND', isPossible: isLinux && hostArch === 'x64', needs: 'Linux on x64' },
] as const;
const asked = settings.filter(({ variable }) => process.env[variable] === '1');

/** Whether somebody may want to know of new code. */
export const isWatched = asked.length > 0;

let tools: readonly Tool[] | undefined;

/** What is to be done for code that is there. */
const withdrawals = new Set<() => void>();
atThreadEnd(() => {
  for (const withdraw of withdrawals) withdraw();
});

/** Tells all tools of new code. Returns what is to be done before the code's memory is given back. */
export function announce(code: NewCode): () => void {
  tools ??= asked.flatMap(({ variable, isPossible, needs }): readonly Tool[] => {
    if (isPossible) return [debuggers().openTool(variable)];
    // What does not change what a program does is no reason to stop it.
    process.emitWarning(`${variable} has no effect here: it needs ${needs}`);
    return [];
  });
  const actions = tools.flatMap(tool => tool(code) ?? []);
  const withdraw = (): void => {
    if (withdrawals.delete(withdraw)) for (const action of actions) action();
  };
  withdrawals.add(withdraw);
  return withdraw;
}

function debuggers(): typeof import('#debugger') {
  return load(() => REQUIRE('#debugger'), '#debugger') as typeof import('#debugger');
}

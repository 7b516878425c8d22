/**
 * Profilers and debuggers that environment variables ask for: DYNASM_PERF_MAP=1, DYNASM_JITDUMP=1,
 * DYNASM_GDB=1. `announce` tells them of code that has been built. What they need is a bundle of its own,
 * `#debugger`, which is loaded with the first build.
 */
import process from 'node:process';
import type { NewCode, Tool } from './debugger/newcode.ts';
import { load } from './loadedpackage.ts';
import { hostArch, isLinux, isWindows } from './process.ts';

/** See loadedpackage.ts. */
declare const REQUIRE: NodeJS.Require;

/** What each variable needs. */
const settings = [
  { variable: 'DYNASM_PERF_MAP', isPossible: !isWindows, needs: 'a system with /tmp' },
  { variable: 'DYNASM_JITDUMP', isPossible: isLinux, needs: 'Linux' },
  { variable: 'DYNASM_GDB', isPossible: isLinux && hostArch === 'x64', needs: 'Linux on x64' },
] as const;
const asked = settings.filter(({ variable }) => process.env[variable] === '1');

/** Whether somebody may want to know of new code. */
export const isWatched = asked.length > 0;

let tools: readonly Tool[] | undefined;

/** Tells all tools of new code. Returns what is to be done when the code's memory is given back. */
export function announce(code: NewCode): readonly (() => void)[] {
  tools ??= asked.flatMap(({ variable, isPossible, needs }): readonly Tool[] => {
    if (isPossible) return [debuggers().openTool(variable)];
    // What does not change what a program does is no reason to stop it.
    process.emitWarning(`${variable} has no effect here: it needs ${needs}`);
    return [];
  });
  return tools.flatMap(tool => tool(code) ?? []);
}

function debuggers(): typeof import('#debugger') {
  return load(() => REQUIRE('#debugger'), '#debugger') as typeof import('#debugger');
}

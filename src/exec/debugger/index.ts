/** What tells profilers and debuggers of code: a bundle of its own (`#debugger`), as few programs want it. */
import type { Tool } from './newcode.ts';
import { openGdb } from './gdb.ts';
import { openJitdump } from './jitdump.ts';
import { openPerfMap } from './perfmap.ts';
import { openUnwinder } from './unwinder.ts';

const openers = {
  DYNASM_PERF_MAP: openPerfMap,
  DYNASM_JITDUMP: openJitdump,
  DYNASM_GDB: openGdb,
  DYNASM_UNWIND: openUnwinder,
} satisfies Record<string, () => Tool>;

/**
 * @param variable the environment variable that asks for the tool
 * @throws {Error} if a file that the tool reads cannot be written
 */
export function openTool(variable: keyof typeof openers): Tool {
  return openers[variable]();
}

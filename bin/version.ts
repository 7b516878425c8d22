/** Which dynasm this is. */
import { createRequire } from 'node:module';

/** The version of the package, and of the DynASM whose output it writes. */
export function versionText(): string {
  const { version } = createRequire(import.meta.url)('dynasm/package.json') as { version: string };
  return `dynasm ${version}, output of DynASM 1.5.0 (C) and luapower's DynASM 1.4.0 (Lua)\n`;
}

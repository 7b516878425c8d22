/** Which dynasm this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of the package, and of the DynASM whose output it writes. */
export function versionText(): string {
  return `dynasm ${packageVersion()}, output of DynASM 1.5.0 (C) and luapower's DynASM 1.4.0 (Lua)\n`;
}

/** package.json stands above the sources, and two folders above the built file. */
function packageVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8')) as { version: string })
        .version;
    } catch {
      // The other layout.
    }
  }
  return 'unknown';
}

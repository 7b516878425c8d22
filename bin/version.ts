/** Which dynasm this is. */
import manifest from '../package.json' with { type: 'json' };

/** The version of the package, and of the DynASM whose output it writes. */
export function versionText(): string {
  return `dynasm ${manifest.version}, output of DynASM 1.5.0 (C) and luapower's DynASM 1.4.0 (Lua)\n`;
}

/** Stands in for src/exec/loadedpackage.ts in a browser: what a listing needs is loaded beforehand. */

/** What has been loaded, by name. */
const loaded = new Map<string, unknown>();

/** Loads the disassembler of an architecture, once. */
export async function loadDisassemblerOf(arch: string): Promise<void> {
  const name = arch === 'arm64' ? '#disassembler' : 'iced-x86';
  if (loaded.has(name)) return;
  if (arch === 'arm64') {
    loaded.set(name, await import('../../../src/preprocessor/arch/arm64/disassembler.ts'));
  } else {
    const { loadIced } = await import('virtual:iced-x86');
    loaded.set(name, await loadIced());
  }
}

export function load(_: unknown, name: string): unknown {
  return loaded.get(name);
}

export function loadDisassembler(): unknown {
  return loaded.get('iced-x86');
}

/**
 * The machines that the tests run on, by their names. `prepare` installs what a machine needs and returns how
 * a script is run there. What is not from the npm registry is kept in the user's cache.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { debianRoot, run } from './debian.ts';

const modules = join(import.meta.dirname, 'node_modules');
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dynasm-platforms');

/** A command in front of a script's name, and what it wants in the environment. */
export interface Command {
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Machine {
  /** What `process` says there. */
  readonly platform: NodeJS.Platform;
  readonly arch: NodeJS.Architecture;
  /** The version of Node, or how it begins. */
  readonly node: string;
  /** What the names of files of tests must match to run there; undefined for all. */
  readonly tests?: RegExp;
  /** Whether the examples run there, through the command line. */
  readonly runsExamples?: boolean;
  /** @throws {Error} something cannot be installed */
  prepare(): Command;
}

/** Node's versions on the processor that this runs on, without anything in between. */
function linux(name: string, node: string): Machine {
  return {
    platform: 'linux',
    arch: 'x64',
    node,
    prepare: () => ({ command: [join(modules, name, 'bin/node')] }),
  };
}

/**
 * qemu 10, whose emulators are static programs. (Emulators before 8.1 ignore flushes of the instruction cache
 * where memory has two mappings; this one shows where a flush is missing.)
 */
function qemu(name: string): string {
  const packages = ['qemu-user'];
  const root = debianRoot(join(cache, 'qemu-2'), { suite: 'trixie', arch: 'amd64', packages });
  return join(root, 'usr/bin', name);
}

/** Runs a command with a folder as the system's root, and with these folders of the real one in it. */
const IN_ROOT = `for name in proc dev tmp; do
  mkdir -p "$0/$name" && mount --rbind "/$name" "$0/$name" || exit
done
exec chroot "$0" "$@"`;

const x86Root = (): string =>
  debianRoot(join(cache, 'x86-1'), { suite: 'trixie', arch: 'i386', packages: ['nodejs'] });

/** The processor itself runs 32-bit programs, unless the system does not let it: then qemu does. */
const x86: Machine = {
  platform: 'linux',
  arch: 'ia32',
  node: '20.19.',
  prepare() {
    const inRoot = ['--map-root-user', '--mount', 'sh', '-c', IN_ROOT, x86Root(), '/usr/bin/node'];
    const isPossible = spawnSync('unshare', [...inRoot, '--version']).status === 0;
    return isPossible ? { command: ['unshare', ...inRoot] } : x86InQemu.prepare();
  },
};

/** In qemu, memory with two mappings is not what it is elsewhere (src/exec/memory/coherence.ts). */
const x86InQemu: Machine = {
  platform: 'linux',
  arch: 'ia32',
  node: '20.19.',
  tests: /exec\/(code|cast)|program/,
  prepare() {
    const root = x86Root();
    return { command: [qemu('qemu-i386'), '-L', root, join(root, 'usr/bin/node')] };
  },
};

const arm64: Machine = {
  platform: 'linux',
  arch: 'arm64',
  node: '22.',
  runsExamples: true,
  prepare() {
    const packages = ['libc6', 'libstdc++6', 'libatomic1', 'libgcc-s1'];
    const root = debianRoot(join(cache, 'arm64-2'), { suite: 'trixie', arch: 'arm64', packages });
    return {
      command: [qemu('qemu-aarch64'), '-L', root, join(modules, 'node-arm64/bin/node')],
      // For tests of what only an emulator does.
      env: { EMULATOR: 'qemu' },
    };
  },
};

/** Node 22 is the last version that Wine 8.0 runs. */
const windows: Machine = {
  platform: 'win32',
  arch: 'x64',
  node: '22.',
  prepare() {
    const packages = ['wine64'];
    // A C library that is not the loader's own does not start.
    const without = ['libc6', 'libc-bin'];
    const root = debianRoot(
      join(cache, 'wine-1'),
      { suite: 'bookworm', arch: 'amd64', packages, without },
      folder => {
        // Debian's is a script that knows only where the package would be installed.
        const server = join(folder, 'usr/lib/wine/wineserver');
        rmSync(server);
        symlinkSync('wineserver64', server);
      },
    );
    const wine = join(root, 'usr/lib/wine/wine64');
    const env = {
      LD_LIBRARY_PATH: join(root, 'usr/lib/x86_64-linux-gnu'),
      WINEDEBUG: '-all',
      // What Wine would ask in a window to install.
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
    };
    const prefix = join(cache, 'wineprefix-1');
    if (!existsSync(prefix)) makePrefix(prefix, root, wine, env);
    return {
      command: [wine, join(modules, 'node-windows/bin/node.exe')],
      env: { ...env, WINEPREFIX: prefix },
    };
  },
};

/** Makes the folder that is Wine's drive C: 700 MB, and 10 s. */
function makePrefix(prefix: string, root: string, wine: string, env: Readonly<Record<string, string>>): void {
  const part = `${prefix}.${process.pid}`;
  try {
    // The package has it where the loader does not look.
    const system = join(part, 'drive_c/windows/system32');
    mkdirSync(system, { recursive: true });
    copyFileSync(join(root, 'usr/x86_64-w64-mingw32/lib/zlib1.dll'), join(system, 'zlib1.dll'));
    for (const args of [['wineboot', '--update'], ['winecfg', '-v', 'win10'], ['wineserver']]) {
      const isServer = args[0] === 'wineserver';
      // The server writes the registry when it ends, and must do so in front of the renaming.
      const command = isServer ? [join(root, 'usr/lib/wine/wineserver'), '--wait'] : [wine, ...args];
      run('timeout', [
        '300',
        'env',
        ...Object.entries({ ...env, WINEPREFIX: part }).map(each => each.join('=')),
        ...command,
      ]);
    }
    if (!existsSync(prefix)) renameSync(part, prefix);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

export const machines: Readonly<Record<string, Machine>> = {
  'linux-node20': linux('node-20', '20.19.0'),
  'linux-node22': linux('node-22', '22.'),
  'linux-node24': linux('node-24', '24.'),
  'linux-node26': linux('node-26', '26.'),
  windows,
  x86,
  'x86-qemu': x86InQemu,
  arm64,
};

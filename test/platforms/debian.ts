/**
 * Debian packages of any release and architecture, unpacked into a folder: `debianRoot` takes what is wanted
 * and returns the folder. The system's packages stay as they are, no script of a package is run, and nobody
 * needs to be root. apt checks Debian's signature and the hash of every package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MIRROR = process.env['DEBIAN_MIRROR'] ?? 'http://deb.debian.org/debian';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

interface Root {
  readonly suite: string;
  readonly arch: string;
  readonly packages: readonly string[];
  /** Packages that the system has, too, and whose files must come from there. */
  readonly without?: readonly string[];
}

/**
 * @param folder where the root is; if it is there, it is complete, and nothing is done
 * @param finish changes the new root before it counts as complete
 * @throws {Error} a command is missing or fails
 */
export function debianRoot(folder: string, root: Root, finish: (folder: string) => void = () => {}): string {
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}`;
  try {
    unpack(join(part, 'root'), join(part, 'apt'), root);
    finish(join(part, 'root'));
    // Another process may have been faster.
    if (!existsSync(folder)) renameSync(join(part, 'root'), folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

function unpack(target: string, state: string, { suite, arch, packages, without = [] }: Root): void {
  for (const folder of ['lists/partial', 'archives/partial', 'parts']) {
    mkdirSync(join(state, folder), { recursive: true });
  }
  writeFileSync(join(state, 'status'), '');
  writeFileSync(join(state, 'sources.list'), `deb [signed-by=${KEYRING}] ${MIRROR} ${suite} main\n`);
  const settings = {
    'APT::Architecture': arch,
    'APT::Architectures': arch,
    'APT::Install-Recommends': 'false',
    // Without it apt, started by root, gives up root and cannot write here.
    'APT::Sandbox::User': 'root',
    'Acquire::Retries': '3',
    'Debug::NoLocking': 'true',
    'Dir::Cache': state,
    'Dir::Cache::archives': join(state, 'archives'),
    'Dir::Etc::sourcelist': join(state, 'sources.list'),
    'Dir::Etc::sourceparts': join(state, 'parts'),
    'Dir::State': state,
    'Dir::State::lists': join(state, 'lists'),
    'Dir::State::status': join(state, 'status'),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  // `update` counts a list that cannot be fetched as a warning.
  run('apt-get', ['-q', ...options, '-o', 'APT::Update::Error-Mode=any', 'update']);
  run('apt-get', ['-q', ...options, 'install', '--yes', '--download-only', ...packages]);
  mkdirSync(target);
  for (const file of readdirSync(join(state, 'archives'))) {
    if (!file.endsWith('.deb') || without.some(name => file.startsWith(`${name}_`))) continue;
    run('dpkg-deb', ['--extract', join(state, 'archives', file), target]);
  }
  // From trixie on, these are links that come with a package of the base system.
  for (const name of ['bin', 'lib', 'sbin']) {
    if (!existsSync(join(target, name))) symlinkSync(`usr/${name}`, join(target, name));
  }
}

/** @throws {Error} with what the command wrote */
export function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${command} cannot be run: ${error.message}`);
  if (status !== 0) {
    throw new Error(`${[command, ...args].join(' ')} ended with status ${status}\n${stdout}${stderr}`);
  }
}

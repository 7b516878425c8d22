/**
 * GNU's assembler and LLVM's for AArch64, as Debian's newest suite has them, unpacked in the user's cache.
 * They take statements or instruction words, all at once, and return what they make of each.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianRoot } from '../platforms/debian.ts';

const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dynasm-platforms');

/** A word, or undefined for a statement that is refused. */
export type Words = readonly (number | undefined)[];

export class Oracle {
  readonly #root = debianRoot(join(cache, 'oracles-1'), {
    suite: 'sid',
    arch: 'amd64',
    packages: ['binutils-aarch64-linux-gnu', 'llvm'],
  });
  readonly #llvm = readdirSync(join(this.#root, 'usr/lib')).find(name => /^llvm-\d+$/.test(name)) ?? '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'dynasm-oracle-'));

  get llvmVersion(): string {
    return this.#llvm.replace('llvm-', 'LLVM ');
  }

  free(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs a program of the root with the root's libraries. */
  #run(program: string, args: readonly string[], output: string): string {
    const library = (name: string): string => join(this.#root, 'usr/lib', name);
    const libraries = [library('x86_64-linux-gnu'), library(`${this.#llvm}/lib`)].join(':');
    const loader = library('x86_64-linux-gnu/ld-linux-x86-64.so.2');
    const line = [loader, '--library-path', libraries, join(this.#root, 'usr', program), ...args];
    // What is refused fills the error stream, and may be long.
    const { error } = spawnSync('sh', ['-c', '"$@" > "$0" 2> "$0.err"', output, ...line]);
    if (error) throw error;
    return readFileSync(`${output}.err`, 'utf8');
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }

  /** What LLVM's disassembler writes for words that it knows. */
  llvmTexts(words: readonly number[]): ReadonlyMap<number, string> {
    writeFileSync(this.#path('words'), words.map(word => `${bytesOf(word)}\n`).join(''));
    const args = [
      '--disassemble',
      '--triple=aarch64',
      '--mattr=+all',
      '--show-encoding',
      this.#path('words'),
    ];
    this.#run(`lib/${this.#llvm}/bin/llvm-mc`, args, this.#path('texts'));
    const texts = new Map<number, string>();
    for (const [text, bytes] of encodedLines(readFileSync(this.#path('texts'), 'utf8'))) {
      texts.set(bytes.readUInt32LE(), text);
    }
    return texts;
  }

  /** What LLVM's assembler makes of statements. */
  llvmWords(statements: readonly string[]): Words {
    const accepted = this.#llvmAccepted(statements);
    const words: (number | undefined)[] = statements.map(() => undefined);
    const indices = [...statements.keys()].filter(n => accepted.has(n + 1));
    const found = this.#llvmLines(indices.map(n => statements[n] ?? ''));
    for (const [place, n] of indices.entries()) words[n] = found[place];
    return words;
  }

  #llvmArgs(): readonly string[] {
    return ['--triple=aarch64', '--mattr=+all', '--show-encoding', this.#path('llvm.s')];
  }

  /** The numbers of lines without an error, from 1. */
  #llvmAccepted(statements: readonly string[]): ReadonlySet<number> {
    writeFileSync(this.#path('llvm.s'), `${statements.join('\n')}\n`);
    const messages = this.#run(`lib/${this.#llvm}/bin/llvm-mc`, this.#llvmArgs(), this.#path('llvm.out'));
    const wrong = new Set(
      [...messages.matchAll(/llvm\.s:(\d+):\d+: error:/g)].map(([, line]) => Number(line)),
    );
    return new Set(statements.flatMap((_, n) => (wrong.has(n + 1) ? [] : [n + 1])));
  }

  #llvmLines(statements: readonly string[]): readonly number[] {
    writeFileSync(this.#path('llvm.s'), `${statements.join('\n')}\n`);
    this.#run(`lib/${this.#llvm}/bin/llvm-mc`, this.#llvmArgs(), this.#path('llvm.out'));
    const lines = encodedLines(readFileSync(this.#path('llvm.out'), 'utf8'));
    if (lines.length !== statements.length) throw new Error(`LLVM: ${lines.length} of ${statements.length}`);
    return lines.map(([, bytes]) => bytes.readUInt32LE());
  }

  /** What GNU's assembler makes of statements. */
  gnuWords(statements: readonly string[]): Words {
    let accepted: readonly number[] = [...statements.keys()];
    // Some errors are only found where there are no others.
    for (;;) {
      const messages = this.#gnu(accepted.map(n => statements[n] ?? ''));
      const wrong = new Set([...messages.matchAll(/gnu\.s:(\d+): Error:/g)].map(([, line]) => Number(line)));
      if (wrong.size === 0) break;
      accepted = accepted.filter((_, place) => !wrong.has(place + 2));
    }
    this.#run(
      'bin/aarch64-linux-gnu-objcopy',
      ['-O', 'binary', '-j', '.text', this.#path('gnu.o'), this.#path('gnu.bin')],
      this.#path('gnu.out'),
    );
    const code = readFileSync(this.#path('gnu.bin'));
    if (code.length !== accepted.length * 4) throw new Error('GNU: a statement is not one word');
    const words: (number | undefined)[] = statements.map(() => undefined);
    for (const [place, n] of accepted.entries()) words[n] = code.readUInt32LE(place * 4);
    return words;
  }

  #gnu(statements: readonly string[]): string {
    writeFileSync(this.#path('gnu.s'), `.arch ${this.#gnuArch()}\n${statements.join('\n')}\n`);
    return this.#run(
      'bin/aarch64-linux-gnu-as',
      ['-o', this.#path('gnu.o'), this.#path('gnu.s')],
      this.#path('gnu.out'),
    );
  }

  #arch: string | undefined;

  /** The newest architecture with all extensions that this assembler knows. */
  #gnuArch(): string {
    if (this.#arch !== undefined) return this.#arch;
    const takes = (arch: string): boolean => {
      writeFileSync(this.#path('arch.s'), `.arch ${arch}\n`);
      const args = ['-o', this.#path('arch.o'), this.#path('arch.s')];
      return this.#run('bin/aarch64-linux-gnu-as', args, this.#path('arch.out')) === '';
    };
    const base = ['armv9.6-a', 'armv9.5-a'].find(takes) ?? 'armv9-a';
    const names = EXTENSIONS.trim()
      .split(/\s+/)
      .filter(name => takes(`${base}+${name}`));
    this.#arch = [base, ...names].join('+');
    return this.#arch;
  }
}

const EXTENSIONS = `
  crc lse fp simd crypto aes sha2 sha3 sm4 fp16 fp16fml dotprod i8mm bf16 rcpc rcpc2 rcpc3 lse128 memtag mops pauth
  flagm cssc sb ssbs predres predres2 rng tme ls64 the d128 gcs chk hbc faminmax fp8 lut cpa wfxt xs rdma compnum
  jscvt profile ras lor pan frintts fprcvt lsui lsfe pops cmpbr occmo f8f16mm f8f32mm mtetc fp8fma fp8dot2 fp8dot4
  pauth-lr sme ite`;

function bytesOf(word: number): string {
  return [0, 8, 16, 24].map(shift => `0x${((word >>> shift) & 255).toString(16)}`).join(' ');
}

/** The lines of LLVM's output: text and bytes. */
function encodedLines(output: string): readonly (readonly [text: string, bytes: Buffer])[] {
  return output.split('\n').flatMap(line => {
    const [, text = '', hex = ''] = /^\s+(.*?)\s*\/\/ encoding: \[([^\]]*)\]/.exec(line) ?? [];
    if (hex === '') return [];
    const bytes = hex.split(',').map(each => (each.startsWith('0x') ? Number(each) : 0));
    return [[text.replaceAll(/\s+/g, ' '), Buffer.from(bytes)] as const];
  });
}

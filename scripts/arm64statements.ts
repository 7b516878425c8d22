/**
 * Asks GNU's assembler for aarch64 how it encodes statements, and writes its answers to
 * fixtures/instructions/arm64-gnu.txt.gz, so that tests need no assembler. Run it where the instruction table
 * has got new forms:
 *
 *     node --import tsx scripts/arm64statements.ts [aarch64-linux-gnu-as]
 *
 * The statements are those of test/preprocessor/arm64/formsample.ts, and the lines of
 * fixtures/instructions/arm64-spellings.txt. A line of the answer is the word in hexadecimal, or `refused `,
 * and the statement.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mutate, sampleForms } from '../test/preprocessor/arm64/formsample.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/instructions');
const SEED = 2026;

const EXTENSIONS = `
  crc lse fp simd crypto aes sha2 sha3 sm4 fp16 fp16fml dotprod i8mm bf16 rcpc rcpc2 rcpc3 lse128 memtag mops pauth
  flagm cssc sb ssbs predres predres2 rng tme ls64 the d128 gcs chk hbc faminmax fp8 lut cpa wfxt xs rdma compnum
  jscvt profile ras lor pan frintts fprcvt lsui lsfe pops cmpbr occmo f8f16mm f8f32mm mtetc fp8fma fp8dot2 fp8dot4
  pauth-lr sme ite`;

const [assembler = 'aarch64-linux-gnu-as'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'dynasm-'));
const source = join(folder, 'a.s');
const object = join(folder, 'a.o');

/** Assembles a text; returns what the assembler says. */
function run(text: string): string {
  writeFileSync(source, text);
  const { stderr, error } = spawnSync(assembler, ['-o', object, source], { encoding: 'utf8' });
  if (error) throw error;
  return stderr;
}

/** The numbers of the lines that are wrong, from 1. */
function wrongLines(messages: string): ReadonlySet<number> {
  return new Set([...messages.matchAll(/\.s:(\d+): Error:/g)].map(([, line = '']) => Number(line)));
}

/** The section .text of the object file. */
function code(): Buffer {
  const bytes = readFileSync(object);
  const headers = Number(bytes.readBigUInt64LE(0x28));
  for (let n = 0; n < bytes.readUInt16LE(0x3c); n++) {
    const at = headers + n * 64;
    const isCode = (bytes.readBigUInt64LE(at + 8) & 4n) !== 0n;
    if (!isCode) continue;
    const start = Number(bytes.readBigUInt64LE(at + 24));
    return bytes.subarray(start, start + Number(bytes.readBigUInt64LE(at + 32)));
  }
  throw new Error('no code in the object file');
}

const known = EXTENSIONS.trim()
  .split(/\s+/)
  .filter(name => run(`.arch armv9.5-a+${name}\n`) === '');
const head = `.arch armv9.5-a${known.map(name => `+${name}`).join('')}\n`;

const forms = sampleForms(SEED, 1);
const spellings = readFileSync(join(FIXTURES, 'arm64-spellings.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('//'));
const statements = [...new Set([...spellings, ...forms, ...mutate(forms, SEED)])];
const refused = wrongLines(run(`${head}${statements.join('\n')}\n`));
const accepted = statements.filter((_, n) => !refused.has(n + 2));
const messages = run(`${head}${accepted.join('\n')}\n`);
if (wrongLines(messages).size > 0) throw new Error(messages);
const words = code();
if (words.length !== accepted.length * 4) throw new Error('a statement is not one word');
const word = new Map(
  accepted.map((statement, n) => [
    statement,
    words
      .readUInt32LE(n * 4)
      .toString(16)
      .padStart(8, '0'),
  ]),
);
const answers = statements.map(statement => `${word.get(statement) ?? 'refused '} ${statement}\n`);
writeFileSync(join(FIXTURES, 'arm64-gnu.txt.gz'), gzipSync(answers.join(''), { level: 9 }));
rmSync(folder, { recursive: true });
const [version] = execFileSync(assembler, ['--version'], { encoding: 'utf8' }).split('\n');
console.log(`${statements.length} statements, ${accepted.length} of them accepted by ${version}`);

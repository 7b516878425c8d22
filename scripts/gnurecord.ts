/**
 * Records what GNU as makes of sample statements, for test/preprocessor/x86/gnuassembler.test.ts.
 *
 *     node --import tsx scripts/gnurecord.ts [FOLDER]
 *
 * FOLDER has `as` and `objcopy` of GNU binutils 2.45 or newer; by default those of PATH are taken. Writes
 * fixtures/instructions/gnu.txt.gz: the version, then a line for each statement, with the bytes behind a tab;
 * nothing behind it if GNU as refuses the statement.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { gnuStatement, recordedStatements } from '../test/preprocessor/x86/gnusample.ts';

const [folder = ''] = process.argv.slice(2);
const program = (name: string): string => (folder === '' ? name : join(folder, name));
const scratch = mkdtempSync(join(tmpdir(), 'gnurecord-'));
const [source, object, binary] = ['in.s', 'out.o', 'out.bin'].map(name => join(scratch, name)) as [
  string,
  string,
  string,
];

/** Each statement is followed by its length in a section of its own. */
function write(statements: readonly string[], refused: ReadonlySet<number>): void {
  const lines = statements.map((statement, n) =>
    refused.has(n) ? '' : `1: ${gnuStatement(statement)}; 2: .pushsection .lengths; .byte 2b-1b; .popsection`,
  );
  writeFileSync(source, `.intel_syntax noprefix\n${lines.join('\n')}\n`);
}

function section(name: string): Buffer {
  execFileSync(program('objcopy'), ['-O', 'binary', '-j', name, object, binary]);
  return readFileSync(binary);
}

try {
  const statements = recordedStatements();
  const refused = new Set<number>();
  write(statements, refused);
  const { stderr } = spawnSync(program('as'), ['--64', source, '-o', object], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  for (const [, line] of stderr.matchAll(/^\S+?:(\d+): Error/gm)) refused.add(Number(line) - 2);
  write(statements, refused);
  execFileSync(program('as'), ['--64', '--no-warn', source, '-o', object]);
  execFileSync(program('objcopy'), ['--set-section-flags', '.lengths=alloc', object]);
  const [lengths, code] = [section('.lengths'), section('.text')];
  let [index, offset] = [0, 0];
  const lines = statements.map((statement, n) => {
    if (refused.has(n)) return `${statement}\t`;
    const length = lengths[index++] ?? 0;
    offset += length;
    return `${statement}\t${code.toString('hex', offset - length, offset)}`;
  });
  const [version = ''] = execFileSync(program('as'), ['--version'], { encoding: 'utf8' }).split('\n');
  const file = join(import.meta.dirname, '../fixtures/instructions/gnu.txt.gz');
  writeFileSync(file, gzipSync(`${version}\n${lines.join('\n')}\n`, { level: 9 }));
  console.log(`${version}: ${statements.length} statements, ${refused.size} refused`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The map of code for `perf`, and what all tools that environment variables ask for have in common. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from '../packagefolder.ts';

/** Runs a program with the built package. */
function run(program: string, env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

const BUILD = `import { asm } from 'dynasm';
const { symbols, address, size } = asm.x64\`nop; ->a:; mov eax, 1; ->b:; ret; ->c:\`.build();
asm.x64\`ret\`.build();
console.log(JSON.stringify([process.pid, address.toString(16), size]));`;

test('each build appends its labels', () => {
  const { stdout, stderr } = run(BUILD, { DYNASM_PERF_MAP: '1' });
  expect(stderr).toBe('');
  const [pid, address] = JSON.parse(stdout) as [number, string, number];
  const path = `/tmp/perf-${pid}.map`;
  const at = (offset: number): string => (BigInt(`0x${address}`) + BigInt(offset)).toString(16);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  rmSync(path);
  expect(lines).toEqual([
    `${at(0)} 1 templates`,
    `${at(1)} 5 a`,
    `${at(6)} 1 b`,
    expect.stringMatching(/^[0-9a-f]+ 1 templates$/),
  ]);
});

test('a link of somebody else is not followed', () => {
  const program = `import { symlinkSync, rmSync } from 'node:fs';
const map = '/tmp/perf-' + process.pid + '.map';
symlinkSync('/tmp/perf-target-' + process.pid, map);
import('dynasm').then(({ asm }) => { try { asm.x64\`ret\`.build(); } catch (error) { console.log(error.code); } rmSync(map); });`;
  expect(run(program, { DYNASM_PERF_MAP: '1' }).stdout).toBe('ELOOP\n');
});

test('nobody asks for it by default', () => {
  const { stdout } = run(BUILD, { DYNASM_PERF_MAP: '' });
  const [pid] = JSON.parse(stdout) as [number];
  expect(() => readFileSync(`/tmp/perf-${pid}.map`)).toThrow('ENOENT');
});

test('code lies in memory of no file: perf has no names for others', () => {
  const program = `import { asm } from 'dynasm';
import { readFileSync, rmSync } from 'node:fs';
const { address } = asm.x64\`ret\`.build();
const mapping = readFileSync('/proc/self/maps', 'utf8').split('\\n').find(line => {
  const [start, end] = line.match(/[0-9a-f]+/g).map(word => BigInt('0x' + word));
  return start <= address && address < end;
});
rmSync('/tmp/perf-' + process.pid + '.map');
console.log(mapping);`;
  expect(run(program, { DYNASM_PERF_MAP: '1' }).stdout).toMatch(/^\S+ r-xp 0+ 00:00 0 *\n$/);
});

test('where nobody reads what is asked for, a warning says so', () => {
  const program = `import { createRequire } from 'node:module';
createRequire('${root}/')('koffi'); // which has a binary for the real platform
Object.defineProperty(process, 'platform', { value: 'freebsd' });
const { asm } = await import('dynasm');
console.log(asm.x64\`mov eax, 7; ret\`.cast('int ()')(), asm.x64\`mov eax, 8; ret\`.cast('int ()')());`;
  const { stdout, stderr } = run(program, { DYNASM_JITDUMP: '1' });
  expect(stdout).toBe('7 8\n');
  expect(stderr.match(/Warning.*/g)).toEqual(['Warning: DYNASM_JITDUMP has no effect here: it needs Linux']);
});

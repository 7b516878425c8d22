/**
 * Runs the examples as their head comments say. Their translations must pass TypeScript's strict checks.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from '../examples/common/inputerror.ts';
import { parse as parseFormula } from '../examples/expression/formula.ts';
import { assemble, OPERATIONS } from '../examples/machine/bytecode.ts';
import { parse as parseFilter } from '../examples/packetfilter/filter.ts';
import { automaton } from '../examples/regex/automaton.ts';
import { parse as parsePattern } from '../examples/regex/pattern.ts';
import { Folder, root } from './packagefolder.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
  cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
  folder.write('bad.txt', 'push 1\n  add\n stop');
  folder.write('two.pcap', Buffer.concat([pcapHeader, record(17), record(6)]));
  folder.write('cut.pcap', Buffer.concat([pcapHeader, record(17), record(6).subarray(0, -1)]));
  folder.write('text', `${'x'.repeat(20)}abc${'y'.repeat(38)}`);
});
afterAll(() => folder.remove());

const bf = 'examples/brainfuck/bf.ts';
const programs = 'examples/brainfuck/programs';
const primes =
  '2 3 5 7 11 13 17 19 23 29 31 37 41 43 47 53 59 61 67 71 73 79 83 89 97 101 103 107 109 113 127 131 137 139 149 151 ' +
  '157 163 167 173 179 181 191 193 197 199 211 223 227 229 233 239 241 \n';

const expression = 'examples/expression/evaluate.ts';
const machine = 'examples/machine/runprogram.ts';
const packets = 'examples/packetfilter/tcpfilter.ts';
const regex = 'examples/regex/grep.ts';

// The head of a pcap file, version 2.4, of Ethernet packets.
const pcapHeader = Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex');

/** The record of an IPv4 packet of 24 bytes. */
function record(protocol: number): Buffer {
  const record = Buffer.alloc(16 + 24);
  record.writeUInt32LE(24, 8);
  record.writeUInt32LE(24, 12);
  record.writeUInt16BE(0x0800, 16 + 12);
  record[16 + 23] = protocol;
  return record;
}

/** What an example prints that compares itself with JavaScript. */
function figured(output: RegExp): RegExp {
  const figure = /assembly \d+\.\d+ ms, JavaScript \d+\.\d+ ms: \d+\.\d times as fast\n/;
  return new RegExp(`^${output.source}${figure.source}$`);
}

const runs: readonly [args: readonly string[], input: string, stdout: string | RegExp][] = [
  [['examples/multiply.dast', '6', '-7'], '', '-42\n'],
  [['examples/multiply.dast'], '', ''],
  [
    ['examples/funcs.dast'],
    '',
    /^add\(3, 5\) = 8 .*\nmultiply\(3, 5\) = 15 .*\ndistance\(3, 5\) = 2 .*\npower\(3, 5\) = 243 .*\n$/,
  ],
  [[expression, 'a*(1 + 1) - min(a, 3)/2'], '', figured(/a = \S+, a\*\(1 \+ 1\) - min\(a, 3\)\/2 = \S+\n/)],
  [
    [regex, 'e(rr|xampl)[eo]r?'],
    '',
    figured(/\d+: "e\w+"\n\d+: .*\n\d+: .*\n\d+ matches in 1048576 bytes\n/),
  ],
  [[machine, 'examples/machine/programs/primes.txt'], '', figured(/result 95\n/)],
  [[machine, 'examples/machine/programs/distance.txt'], '', '99\n96\n91\n84\n75\nresult 6\n'],
  [[packets, 'tcp and dst port 80'], '', figured(/\d+ of 10000 packets pass\n/)],
  [[packets, 'udp', 'two.pcap'], '', figured(/1 of 2 packets pass\n/)],
  // A state that accepts, skips and is left for one that does not accept.
  [
    [regex, '([^ab]|[ab]b*[^abc])*', 'text'],
    '',
    figured(/0: "x{20}"\n20: ""\n21: ""\n\d+ matches in 61 bytes\n/),
  ],
  [[bf, `${programs}/hello.bf`], '', 'Hello from generated code\n'],
  [[bf, `${programs}/reverse.bf`], 'abc', 'cba'],
  [[bf, `${programs}/primes.bf`], '', primes],
];

test.each(runs)('dynasm run %j prints what it should', (args, input, stdout) => {
  const ran = folder.dynasm(['run', ...args], input);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  if (typeof stdout === 'string') expect(ran.stdout).toBe(stdout);
  else expect(ran.stdout).toMatch(stdout);
});

// These check themselves what they compute, and print it.
test.each(readdirSync(join(root, 'examples/tour')))('the tour goes through %s', name => {
  const ran = folder.dynasm(['run', `examples/tour/${name}`]);
  expect(ran).toEqual({ status: 0, stdout: expect.stringMatching(/^.+ = [^]+\n$/), stderr: '' });
});

test('an example that computes something else than expected fails', () => {
  folder.write('wrong.ts', "import { check } from './examples/common/check.ts';\ncheck('x', [1], [2]);\n");
  const ran = folder.dynasm(['run', 'wrong.ts']);
  expect(ran).toMatchObject({ status: 1, stdout: '' });
});

test.each([
  [[bf], 'usage: bf.ts [--compare] program.bf'],
  [[bf, 'none.bf'], "ENOENT: no such file or directory, open 'none.bf'"],
  [[expression], "usage: evaluate.ts 'formula'"],
  [[expression, 'a', 'b'], "usage: evaluate.ts 'formula'"],
  [[expression, 'a b'], '1:3: expected an operator or the end, found `b`\n  a b\n    ^'],
  [[machine], 'usage: runprogram.ts program.txt'],
  [[machine, 'none'], "ENOENT: no such file or directory, open 'none'"],
  [[machine, 'bad.txt'], 'bad.txt:2:3: add pops 2, there may be 1\n    add\n    ^'],
  [[packets], "usage: tcpfilter.ts 'filter' [file.pcap]"],
  [[packets, 'tcp port'], '1:5: expected `and`, `or` or the end, found `p`\n  tcp port\n      ^'],
  [[packets, 'tcp', 'text'], 'text: not a pcap file, lower byte first'],
  [[packets, 'tcp', 'cut.pcap'], 'cut.pcap: cut off behind 1 records'],
  [[regex], "usage: grep.ts 'pattern' [file]"],
  [[regex, 'a', 'none'], "ENOENT: no such file or directory, open 'none'"],
  [[regex, '(a|b)*a(a|b){12}'], '1:1: needs more than 1000 states\n  (a|b)*a(a|b){12}\n  ^'],
])('dynasm run %j says what is wrong', (args, stderr) => {
  expect(folder.dynasm(['run', ...args])).toEqual({ status: 1, stdout: '', stderr: `${stderr}\n` });
});

// Texts of the small languages, and column and message of the error.
const refusals: Readonly<Record<string, readonly (readonly [text: string, column: number, what: string])[]>> =
  {
    formula: [
      ['', 1, 'expected a number, a variable or `(`, found the end'],
      ['a +', 4, 'expected a number, a variable or `(`, found the end'],
      ['a b', 3, 'expected an operator or the end, found `b`'],
      ['2 * (a + b', 11, 'expected `)`, found the end'],
      ['min(a)', 6, 'expected `,`, found `)`'],
      ['1 + sin(x)', 5, 'no function `sin`; there are abs, max, min and sqrt'],
      ['a+b+c+d+e+f+g+h+i', 17, 'more than 8 variables'],
      [`${'('.repeat(60)}1`, 52, 'nested more than 50 deep'],
      ['1+'.repeat(1001), 2001, 'longer than 2000 characters'],
    ],
    filter: [
      ['', 1, 'expected a test, found the end'],
      ['tcp and', 8, 'expected a test, found the end'],
      ['(tcp', 5, 'expected `)`, `and` or `or`, found the end'],
      ['not sctp', 5, 'no test `sctp`'],
      ['toString', 1, 'no test `toString`'],
      ['src tcp', 5, 'expected host, net, port or portrange, found `tcp`'],
      ['host 1.2.3', 6, 'expected an address such as 10.0.0.1, found `1`'],
      ['host 1.2.3.256', 6, 'the numbers of an address are at most 255'],
      ['net 10.0.0.0', 13, 'expected `/` and a number of bits, found the end'],
      ['net 10.0.0.0/33', 14, 'a number of bits is at most 32'],
      ['net 10.0.0.1/24', 13, 'the address has more than 24 bits'],
      ['port 65536', 6, 'a port is at most 65535'],
      ['portrange 5', 12, 'expected `-` and a port, found the end'],
      ['portrange 5-4', 1, 'the ports are out of order'],
      ['less many', 6, 'expected a length, found `m`'],
    ],
    program: [
      ['', 1, 'the program does not end with `stop`'],
      ['push 1', 1, 'the program does not end with `stop`'],
      ['divide', 1, `expected a label or an operation: ${OPERATIONS.map(({ name }) => name).join(', ')}`],
      ['push', 5, 'expected a number of 32 bits'],
      ['push 1.5', 6, 'expected a number of 32 bits'],
      ['push 2147483648', 6, 'expected a number of 32 bits'],
      ['store aa', 7, 'expected a variable, a … z'],
      ['jump home', 6, 'expected a label of the program'],
      ['stop 1', 6, 'this operation has no operand'],
      ['  add ; two numbers', 3, 'add pops 2, there may be 0'],
    ],
    pattern: [
      ['a(b', 2, '`(` without `)`'],
      ['a)b', 2, '`)` without `(`'],
      ['[ab', 1, '`[` without `]`'],
      ['a|*', 3, 'nothing to repeat, or a bracket that needs a `\\`'],
      ['(a*)+', 5, 'what `+` repeats must not match nothing'],
      ['a{3,2}', 2, 'the numbers are out of order'],
      ['a{101}', 2, 'more than 100 repetitions'],
      ['[z-a]', 2, 'the range is out of order'],
      ['[a-\\d]', 2, 'a range goes from one character to another'],
      ['(?=a)', 1, 'no assertions, names or flags: `(…)` and `(?:…)` group'],
      ['^a', 1, '`^` and `$` are not supported, but as `\\^` and `\\$`'],
      ['a\\b', 2, 'no such escape: there are \\d \\w \\s \\D \\W \\S \\n \\r \\t \\v \\f \\0 \\x41'],
      ['a€', 2, 'not a character of Latin-1'],
    ],
  };
const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  filter: parseFilter,
  program: assemble,
  formula: parseFormula,
  pattern: parsePattern,
};

test.each(Object.entries(refusals))('a %s that is wrong is an error with its column', (language, rows) => {
  for (const [text, column, what] of rows) {
    const message = `1:${column}: ${what}\n  ${text}\n  ${' '.repeat(column - 1)}^`;
    expect(() => parsers[language]?.(text)).toThrow(SourceError);
    expect(() => parsers[language]?.(text)).toThrow(message);
  }
});

test.each([
  ['a:\na:\n', 2, 1, 'the label `a` is there already'],
  ['a:\n push 1\n jump a\n', 2, 2, 'reached with 0 numbers on the stack and with 1'],
  [`${'push 1\n'.repeat(257)}stop\n`, 257, 1, 'more than 256 numbers on the stack'],
  ['push 1\njump b\nb:', 2, 1, 'the program does not end with `stop`'],
])('a program of several lines: %j', (text, line, column, what) => {
  expect(() => assemble(text)).toThrow(`${line}:${column}: ${what}`);
});

test('a regular expression may be too large', () => {
  for (const text of ['(a|b)*a(a|b){12}', '((a{100}){100}){100}']) {
    expect(automaton(parsePattern(text), 'forward')).toBeUndefined();
  }
});

test.each([
  ['+[-\n  ]]', '2:4: `]` without `[`\n    ]]\n     ^'],
  ['[\n[-', '2:1: `[` without `]`\n  [-\n  ^'],
])('the compiler of brainfuck finds the bracket that is wrong in %j', (source, message) => {
  folder.write('bad.bf', source);
  expect(folder.dynasm(['run', bf, 'bad.bf'])).toEqual({
    status: 1,
    stdout: '',
    stderr: `bad.bf:${message}\n`,
  });
});

const scripts = readdirSync(join(root, 'test/examples')).filter(name => name.startsWith('random'));
test.each(scripts)('machine code and JavaScript agree in %s', name => {
  const ran = folder.dynasm(['run', join(root, 'test/examples', name)]);
  expect(ran).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^seed \d+: \d+ rounds agree\n$/),
    stderr: '',
  });
});

test('translated examples pass tsc --strict', () => {
  const names = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.dast'))
    .map(name => `examples/${name.replace(/\.dast$/, '')}`);
  for (const name of names) {
    const ran = folder.dynasm(['translate', `${name}.dast`, '-o', `${name}.ts`]);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
  }
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    noEmit: true,
    allowImportingTsExtensions: true,
    lib: ['es2023'],
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const files = names.map(name => `${name}.ts`);
  folder.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder.path], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});

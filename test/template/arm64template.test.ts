/** Templates for arm64: the same bytes as the text with numbers, names shared between templates, errors. */
import { afterAll, expect, test } from '@jest/globals';
import { asm, dasm } from 'dynasm';
import { assemble } from '../../src/asm/assembly.ts';
import { Folder } from '../packagefolder.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/** A template (JavaScript), and the text with numbers in place of the values. */
const CASES: readonly (readonly [template: string, text: string])[] = [
  ['add x0, x1, #${k}; ret', 'add x0, x1, #5; ret'],
  ['add x0, x1, ${k} * 2 + 1', 'add x0, x1, #11'],
  ['add Rx(${k}), Rx(${k + 1}), x2', 'add x5, x6, x2'],
  ['ldr x0, [x1, #${k} * 8]; str w0, [sp, #${-8}]!', 'ldr x0, [x1, #40]; str w0, [sp, #-8]!'],
  ['mov x0, #${-1n}; mov x1, #${0xffff0000}', 'mov x0, #-1; mov x1, #0xffff0000'],
  ['and x0, x1, #${0xff00ff00ff00ff00n}', 'and x0, x1, #0xff00ff00ff00ff00'],
  ['ldr x0, =${0x123456789abcdef0n}; ret', 'ldr x0, =0x123456789abcdef0; ret'],
  ['ldr x0, =&${0x123456789abc}; .ltorg; nop', 'ldr x0, =0x123456789abc; .ltorg; nop'],
  ['fmov d0, #${1.5}', 'fmov d0, #1.5'],
  ['lsl x0, x1, #${k}; ubfx w2, w3, #${k}, #${7}', 'lsl x0, x1, #5; ubfx w2, w3, #5, #7'],
  ['b =>${0}; nop; =>${0}:', 'b >1; nop; 1:'],
  ['->f:; bl ->g; ret; ->g:; ret', '->f:; bl ->g; ret; ->g:; ret'],
  ['.section code, data; .data; ->d:; .quad ->d; .code; adr x0, ->d', 'adr x0, ->d; ->d:; .quad ->d'],
  ['.byte ${1}, ${k}, "ab"; .hword ${-1}; .long ${k}', '.byte 1, 5, "ab"; .hword -1; .long 5'],
  ['.float ${1.5}; .double ${0.1}', '.float 1.5; .double 0.1'],
  ['.macro skip\n cbz x0, %%end\n%%end:\n.endmacro\nskip\nskip', 'cbz x0, >1; 1:; cbz x0, >2; 2:'],
  ['.proc f; ret; .endproc', '.proc f; ret; .endproc'],
  ['.if ARM64\nnop\n.endif', 'nop'],
  ['add x0, x1, n', 'error'],
  ['mov eax, 1', 'error'],
];

test('templates give the bytes of the same text', () => {
  folder.write(
    'forms.mjs',
    `import { asm } from 'dynasm';
const k = 5;
function show(bytes) {
  try { console.log(Buffer.from(bytes()).toString('hex')); } catch (error) { console.log(error.name); }
}
${CASES.map(([template]) => `show(() => asm.arm64\`${template}\`.bytes);`).join('\n')}
`,
  );
  const { stdout, stderr } = folder.node(['forms.mjs']);
  expect(stderr).toBe('');
  const expected = CASES.map(([, text]) => {
    if (text === 'error') return 'TranslationError';
    const listing = assemble(text, { arch: 'arm64', file: 'text' });
    return [...listing.matchAll(/^[\da-f]{4} {2}((?:[\da-f]{2} ?)+)/gm)]
      .map(([, bytes = '']) => bytes.replaceAll(' ', ''))
      .join('');
  });
  expect(stdout.split('\n').slice(0, -1)).toEqual(expected);
});

test('a state takes templates for arm64, which share labels, sections and externs by name', () => {
  const Dst = dasm.new(asm.actionList('arm64'));
  Dst.setupExtern(name => (name === 'puts' ? 0x20000n : undefined));
  const twice = (n: number): void => void Dst.asm`movz x0, #${n}; bl ->g; adr x1, ->t + 4; bl extern puts`;
  // A function is made of a site that is used so often.
  for (let n = 0; n < 60; n++) twice(n);
  Dst.asm`.section code, data; .code; ->g:; ret; .data; ->t:; .quad ->g`;
  const bytes = new Uint8Array(Dst.link());
  Dst.encode(bytes, 0x10000n);
  const words = new Uint32Array(bytes.buffer);
  // bl from 0x10000 + 16n + 4 to 0x103c0, adr from there + 4 to 0x103c4 + 4, bl to 0x20000.
  for (let n = 0; n < 60; n++) {
    const from = 16 * n + 4;
    const adr = 0x3c8 - (from + 4);
    expect([...words.subarray(4 * n, 4 * n + 4)].map(word => word.toString(16))).toEqual(
      [
        0xd2800000 + n * 32,
        0x94000000 + (0x3c0 - from) / 4,
        (0x10000001 | ((adr & 3) << 29) | ((adr >> 2) << 5)) >>> 0,
        0x94000000 + (0x10000 - (from + 8)) / 4,
      ].map(word => word.toString(16)),
    );
  }
  expect([...words.subarray(240)]).toEqual([0xd65f03c0, 0x103c0, 0]);
  expect(Dst.list.sections).toEqual(['code', 'data']);
});

test('a value that does not fit is an error with its place', () => {
  expect(() => asm.arm64`add x0, x1, #${4097}`.bytes).toThrow(/arm64template\.test\.ts:\d+:\d+: 4097 /);
});

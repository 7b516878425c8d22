/** What templates may hold: each case is a program that prints the same bytes or results for both columns. */
import { afterAll, expect, test } from '@jest/globals';
import { asm, dasm } from 'dynasm';
import { assemble } from '../../src/asm/assembly.ts';
import { Folder } from '../packagefolder.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/** A template (JavaScript), and the text with numbers in place of the values. */
const CASES: readonly (readonly [template: string, text: string])[] = [
  ['lea eax, [rdi+${k}]; ret', 'lea eax, [rdi+5]; ret'],
  ['mov eax, ${k}', 'mov eax, 5'],
  ['mov rax, [rdi+rcx*8+${k}]', 'mov rax, [rdi+rcx*8+5]'],
  ['mov rax, [rdi+${k}-${2}]', 'mov rax, [rdi+3]'],
  ['mov rax, [rdi+8*${k}+${300}]', 'mov rax, [rdi+340]'],
  ['mov Rq(${1}), Rq(${k+4})', 'mov rcx, r9'],
  ['mov Rd(${1}+${1}), ${-1}', 'mov edx, -1'],
  ['mov64 rax, ${2n ** 63n}', 'mov64 rax, 0x8000000000000000'],
  ['mov64 rax, &${0x123456789abc}', 'mov64 rax, 0x123456789abc'],
  ['mov eax, ${k} << 2 | 1', 'mov eax, 21'],
  ['mov eax, -(${k} + 1) * 2', 'mov eax, -12'],
  ['mov eax, ~${k}', 'mov eax, ~5'],
  ['mov64 rax, ${2 ** 52} * 4 + ${1n}', 'mov64 rax, 0x40000000000001'],
  ['.dword ${k}, ${-1}', '.dword 5, -1'],
  ['.byte ${1}, ${k}', '.byte 1, 5'],
  ['.qword ${-2n}, ${k}*2', '.qword -2, 10'],
  ['.float ${1.5}, ${k}/2', '.float 1.5, 2.5'],
  ['.double ${0.1}, -${k}', '.double 0.1, -5'],
  ['.space ${k}, 0x90', '.space 5, 0x90'],
  ['jmp =>${0}; nop; =>${0}:', 'jmp >1; nop; 1:'],
  ['=>${k}:; jmp =>${k}', '1:; jmp <1'],
  ['1:; dec eax; jnz <1; jmp >2; 2:; ret', '1:; dec eax; jnz <1; jmp >2; 2:; ret'],
  ['->f:; call ->g; ret; ->g:; ret', '->f:; call ->g; ret; ->g:; ret'],
  ['lea rax, [->t]; ->t:; .dword ->t - ->t + ${k}', 'lea rax, [->t]; ->t:; .dword ->t - ->t + 5'],
  ['|  mov eax, 1\n|  ret', 'mov eax, 1; ret'],
  ['\n  mov eax, 1 // ${k} in a comment\n\n  | ret /* ${1} */\n', 'mov eax, 1; ret'],
  ['.macro add3, r, v\n  add r, v\n  add r, 3\n.endmacro\nadd3 eax, ${k}', 'add eax, 5; add eax, 3'],
  ['.macro twice\n jmp >1\n1:\n.endmacro\ntwice\ntwice', 'jmp >1; 1:; jmp >2; 2:'],
  ['.macro skip\n jmp %%end\n%%end:\n.endmacro\nskip\nskip', 'jmp >1; 1:; jmp >2; 2:'],
  ['.define N, ${k}\nmov eax, N', 'mov eax, 5'],
  ['.if X64 || X86\nnop\n.else\nret\n.endif', 'nop'],
  ['.section code, data\n.data\n->d:\n.byte 7\n.code\nnop', 'nop; .byte 7'],
  ['.asciz "a\\n"', '.byte 0x61, 10, 0'],
  ['.capture c; mov eax, ${k}; .endcapture; mov ecx, ${1}; .dumpcapture c', 'mov ecx, 1; mov eax, 5'],
  ['mov eax, $1 + 1', 'error'],
  ['.align 8; .align 16; nop', 'nop'],
  ['', ''],
];

test('templates give the bytes of the same text', () => {
  const lines = CASES.map(([template]) => {
    return `show(() => asm.x64\`${template}\`.bytes);`;
  });
  folder.write(
    'forms.mjs',
    `import { asm } from 'dynasm';
const k = 5;
function show(bytes) {
  try { console.log(Buffer.from(bytes()).toString('hex')); } catch (error) { console.log(error.name); }
}
${lines.join('\n')}
`,
  );
  const { stdout, stderr } = folder.node(['forms.mjs']);
  expect(stderr).toBe('');
  const actual = stdout.split('\n').slice(0, -1);
  const expected = CASES.map(([, text]) => {
    if (text === 'error') return 'TranslationError';
    if (text === '') return '';
    const listing = assemble(text, { arch: 'x64', file: 'text' });
    return listing
      .split('\n')
      .map(line => /^[\da-f]{4,} {2}((?:[\da-f]{2} )+)/.exec(line)?.[1] ?? '')
      .join('')
      .replaceAll(' ', '');
  });
  expect(actual.map((bytes, index) => [CASES[index]?.[0], bytes])).toEqual(
    expected.map((bytes, index) => [CASES[index]?.[0], bytes]),
  );
});

/** Runs a module, and returns what it prints. */
function run(text: string, ...options: string[]): string {
  folder.write('run.mjs', `import { asm, dasm, actionList } from 'dynasm';\n${text}`);
  const { stdout, stderr, status } = folder.node([...options, 'run.mjs']);
  return status === 0 ? stdout.trim() : stderr;
}

test('functions of one template are cast by their labels', () => {
  const text = `
    const code = asm\`
      ->one:; mov eax, \${1}; ret
      ->two:; mov eax, \${2}; ret
      =>\${3}:; mov eax, 3; ret
    \`;
    console.log(['one', 'two', 3].map(label => code.cast('int ()', label)()), code.build() === code.build());`;
  expect(run(text)).toBe('[ 1, 2, 3 ] true');
});

test('asm.x86 gives code for x86, and asm the code of the process', () => {
  const text = `
    console.log(Buffer.from(asm.x86\`push ebp; mov eax, [&\${64}]\`.bytes).toString('hex'), asm\`ret\`.bytes);
    try { asm.x86\`ret\`.build(); } catch (error) { console.log(error.message); }`;
  expect(run(text)).toMatch(/^55a140000000 Uint8Array\(1\) \[ 195 \]\n.*x86/);
});

test('a state takes templates and shares labels, sections and externs by name', () => {
  const text = `
    const Dst = dasm.new();
    Dst.growPc(2);
    Dst.asm\`.section code, data; .data; ->table:; .dword \${10}, \${20}; .code; ->f:; lea rax, [->table]; jmp >1\`;
    Dst.asm\`nop; 1:; mov eax, [rax+\${4}]; jmp =>\${1}\`;
    Dst.asm\`->g:; mov eax, 7; ret\`.asm\`=>\${1}:; add eax, 1; ret\`;
    Dst.asm\`.section more, data; .data; ->end:; .dword 1; .more; ->h:; lea rax, [->end]; mov eax, [rax]; ret\`;
    const code = Dst.build();
    console.log(['f', 'g', 'h'].map(name => code.cast('int ()', name)()), Dst.list.sections);`;
  expect(run(text)).toBe(`[ 21, 7, 1 ] [ 'code', 'data', 'more' ]`);
});

test('templates are added to the code of a .dast file, with its labels', () => {
  folder.write(
    'base.dast',
    `import { dasm } from 'dynasm';
|.arch x64
|.actionlist actions
export function start() {
  const Dst = dasm.new(actions);
  |->first:; mov eax, 20
  | call ->second
  | ret
  return Dst;
}
export function finish(Dst) {
  |->third:; add eax, 2
  | ret
}
`,
  );
  const text = `
    import { start, finish } from './base.dast';
    for (let i = 0; i < 100; i++) {
      const Dst = start();
      Dst.asm\`->second:; add eax, \${i}; call ->third; call extern labs; ret\`;
      finish(Dst);
      if (i % 33 === 0) console.log(Dst.build().cast('int ()', 'first')());
    }`.replace('call extern labs; ', '');
  expect(run(text, '--import', 'dynasm/register')).toBe('22\n55\n88\n121');
});

test('many uses of a site give the same code, before and after its function is made', () => {
  const text = `
    const list = asm.actionList('x64');
    const buffer = new Uint8Array(8);
    const seen = new Set();
    for (let i = 0; i < 5000; i++) {
      const Dst = dasm.new(list);
      const put = n => Dst.asm\`->f:; mov eax, \${i} + \${n}; mov64 rdx, &\${buffer}; jmp =>\${n}; =>\${n}:; ret\`;
      Dst.growPc(4);
      put(3);
      const bytes = new Uint8Array(Dst.link());
      Dst.encode(bytes, 0);
      seen.add(Buffer.from(bytes).readInt32LE(1) - i + ' ' + bytes.length);
      Dst.free();
    }
    console.log([...seen], list.globals, list.actions.length < 100);`;
  const expected = `[ '3 18' ] [ 'f' ] true`;
  expect(run(text)).toBe(expected);
  expect(run(text, '--disallow-code-generation-from-strings')).toBe(expected);
});

test('expressions are evaluated once and in order', () => {
  const text = `
    const order = [];
    const value = n => (order.push(n), n);
    for (let i = 0; i < 200; i++)
      asm.x64\`mov eax, \${value(1)}; mov64 rcx, \${value(2)}; mov edx, [rcx+\${value(3)}]\`;
    console.log(order.length, order.slice(-3));`;
  expect(run(text)).toBe('600 [ 1, 2, 3 ]');
});

test('what the code refers to stays alive, and what it does not refer to is collected', () => {
  const text = `
    const registry = new FinalizationRegistry(name => collected.add(name));
    const collected = new Set();
    let read;
    (() => {
      const kept = new Int32Array([42]);
      registry.register(kept, 'kept');
      read = asm\`mov64 rax, &\${kept}; mov eax, [rax]; ret\`.cast('int ()');
      registry.register(asm\`mov eax, \${1}; ret\`.cast('int ()'), 'function');
      class Maker { make() { return asm\`mov eax, \${2}; ret\`.build(); } }
      const maker = new Maker();
      registry.register(maker, 'maker');
      maker.make().free();
    })();
    for (let i = 0; i < 10; i++) { gc(); await new Promise(resolve => setTimeout(resolve, 10)); }
    console.log([...collected].sort(), read());`;
  expect(run(text, '--expose-gc')).toBe(`[ 'function', 'maker' ] 42`);
});

test('templates work in workers', () => {
  folder.write(
    'worker.mjs',
    `import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { asm } from 'dynasm';
export const add = n => asm\`lea eax, [rdi+\${n}]; ret\`.cast('int (int)');
if (isMainThread) {
  const answers = [1, 2].map(() => new Promise(resolve => new Worker('./worker.mjs').on('message', resolve)));
  console.log(add(1)(1), await Promise.all(answers));
} else {
  let sum = 0;
  for (let i = 0; i < 100; i++) sum += add(i)(1);
  parentPort.postMessage(sum);
}
`,
  );
  expect(folder.node(['worker.mjs']).stdout.trim()).toBe('2 [ 5050, 5050 ]');
});

test('dynasm loads without the translator', () => {
  const text = `
    import { createRequire } from 'node:module';
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some(name => name.includes('src/files'));
    const before = loaded();
    asm\`ret\`;
    console.log(before, loaded());`;
  expect(run(text)).toBe('false true');
});

/** The compiler takes only what the encoder takes: this is compiled, and never runs. */
export const typed = (): unknown => [
  asm`mov eax, ${1}; mov64 rax, ${2n}; mov64 rax, &${new Uint8Array(1)}; mov64 rcx, &${asm`ret`.build()}`,
  // @ts-expect-error a string is not a value
  asm`mov eax, ${'1'}`,
  // @ts-expect-error undefined is not a value
  asm.x64`mov eax, ${undefined}`,
  // @ts-expect-error nor is an object without an address
  asm.x86`mov eax, ${{}}`,
  // @ts-expect-error nor a boolean
  dasm.new().asm`mov eax, ${true}`,
  asm`ret`.cast('int (int)')(1) satisfies number,
];

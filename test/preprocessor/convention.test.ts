/** `.include <dynasm/abi>`: its code on every platform, as bytes, and run on this one. */
import { expect, test } from '@jest/globals';
import { actionList, State } from '../../src/encoder/index.ts';
import { dasm } from '../../src/exec/index.ts';
import { assembleLines, translateSource } from '../../src/preprocessor/index.ts';
import { evaluate, machineCode, translate } from './typescript/generatedmodule.ts';

/** The machine code of statements behind the include, or the errors. */
function assembled(platform: string, statements: string): string {
  const arch = platform.startsWith('x86') ? 'x86' : 'x64';
  const text = `.include <dynasm/abi>\n${statements}`;
  const { unit, diagnostics } = assembleLines(text, { file: 'f', arch, lang: 'ts', platform });
  if (diagnostics.length > 0) return diagnostics.map(({ message }) => message).join();
  const { format, globals, externs, signed, moving, actions } = unit;
  const state = new State(actionList({ format, arch, globals, externs, signed, moving, actions }));
  for (const item of unit.items) {
    if (item.kind !== 'put') continue;
    // The operands that are expressions are constant ones, of this test's own text.
    // eslint-disable-next-line typescript/no-implied-eval
    const values = item.arguments.map(({ text: each }) => Number(new Function(`return ${each}`)()));
    state.put(item.start, ...values);
  }
  return machineCode(state);
}

const PLATFORMS = ['x64-linux', 'x64-windows', 'x86-linux', 'x86-windows'];

/** Statements, and what they stand for on x64 System V, x64 Windows and x86, in the words of each. */
const MEANINGS: readonly (readonly [statements: string, ...plain: readonly string[]])[] = [
  [
    'mov CRET, CARG1; mov CRETd, CARG2d; mov CRETw, CARG3w; mov CRETb, CARG4b',
    'mov rax, rdi; mov eax, esi; mov ax, dx; mov al, cl',
    'mov rax, rcx; mov eax, edx; mov ax, r8w; mov al, r9b',
    'mov eax, [ebp+8]; mov eax, [ebp+12]; mov ax, [ebp+16]; mov al, [ebp+20]',
  ],
  [
    'mov CRET, CARG5; mov CRETd, CARG6d',
    'mov rax, r8; mov eax, r9d',
    'mov rax, [rbp+48]; mov eax, [rbp+56]',
    'mov eax, [ebp+24]; mov eax, [ebp+28]',
  ],
  [
    'mov CSAVE1, CTMP1; mov CSAVE2d, CTMP2d; mov CSAVE3w, CTMP1w; mov CSAVE1b, CTMP2b',
    'mov rbx, r10; mov r12d, r11d; mov r13w, r10w; mov bl, r11b',
    'mov rbx, r10; mov r12d, r11d; mov r13w, r10w; mov bl, r11b',
    'mov ebx, ecx; mov esi, edx; mov di, cx; mov bl, dl',
  ],
  ['.prologue; .epilogue', 'ret', 'ret', 'push ebp; mov ebp, esp; leave; ret'],
  [
    '.prologue 0; .epilogue 0',
    'push rbp; mov rbp, rsp; leave; ret',
    'push rbp; mov rbp, rsp; sub rsp, 32; leave; ret',
    'push ebp; mov ebp, esp; sub esp, 8; leave; ret',
  ],
  [
    '.prologue 1; .epilogue 1',
    'push rbp; mov rbp, rsp; push rbx; sub rsp, 8; lea rsp, [rbp-8]; pop rbx; pop rbp; ret',
    'push rbp; mov rbp, rsp; push rbx; sub rsp, 40; lea rsp, [rbp-8]; pop rbx; pop rbp; ret',
    'push ebp; mov ebp, esp; push ebx; sub esp, 4; lea esp, [ebp-4]; pop ebx; pop ebp; ret',
  ],
  [
    '.prologue 3, 20; .epilogue 3',
    'push rbp; mov rbp, rsp; push rbx; push r12; push r13; sub rsp, 40; lea rsp, [rbp-24]; pop r13; pop r12; pop rbx; pop rbp; ret',
    'push rbp; mov rbp, rsp; push rbx; push r12; push r13; sub rsp, 72; lea rsp, [rbp-24]; pop r13; pop r12; pop rbx; pop rbp; ret',
    'push ebp; mov ebp, esp; push ebx; push esi; push edi; sub esp, 12; sub esp, 32; lea esp, [ebp-12]; pop edi; pop esi; pop ebx; pop ebp; ret',
  ],
  [
    '.ccall CRET',
    'push rsp; push qword [rsp]; and rsp, -16; call rax; mov rsp, [rsp+8]',
    'push rsp; push qword [rsp]; and rsp, -16; sub rsp, 32; call rax; mov rsp, [rsp+40]',
    'push esp; push dword [esp]; push dword [esp]; push dword [esp]; and esp, -16; call eax; mov esp, [esp+12]',
  ],
  [
    '.ccall CRET, CSAVE1, 7, CSAVE2',
    'push rsp; push qword [rsp]; and rsp, -16; mov rdi, rbx; mov rsi, 7; mov rdx, r12; call rax; mov rsp, [rsp+8]',
    'push rsp; push qword [rsp]; and rsp, -16; sub rsp, 32; mov rcx, rbx; mov rdx, 7; mov r8, r12; call rax; mov rsp, [rsp+40]',
    'push esp; push dword [esp]; push dword [esp]; push dword [esp]; and esp, -16; sub esp, 4; push esi; push 7; push ebx; call eax; mov esp, [esp+28]',
  ],
];

const CASES = MEANINGS.flatMap(([statements, systemV = '', microsoft = '', cdecl = '']) =>
  [systemV, microsoft, cdecl, cdecl].map(
    (plain, index) => [PLATFORMS[index] ?? '', statements, plain] as const,
  ),
);

test.each(CASES)('on %s, `%s` is `%s`', (platform, statements, plain) => {
  expect(assembled(platform, statements)).toBe(assembled(platform, plain));
});

test('of x64 only: floating-point numbers, and lists with both kinds', () => {
  const text = 'movsd CFRET, CFARG2; cvtsi2sd CFARG2_1, CARG3_2d; mov CRET, CARG2_1';
  expect(assembled('x64-linux', text)).toBe(
    assembled('x64-linux', 'movsd xmm0, xmm1; cvtsi2sd xmm0, esi; mov rax, rdi'),
  );
  expect(assembled('x64-windows', text)).toBe(
    assembled('x64-windows', 'movsd xmm0, xmm1; cvtsi2sd xmm1, r8d; mov rax, rdx'),
  );
  expect(assembled('x64-darwin', text)).toBe(assembled('x64-linux', text));
});

test.each([
  ['x64-linux', '.prologue 6', 'a frame saves 0 to 5 registers'],
  ['x86-linux', '.epilogue 4', 'a frame saves 0 to 3 registers'],
  ['x64-linux', '.prologue rbx', 'a frame saves 0 to 5 registers'],
])('on %s, `%s` is an error: %s', (platform, statement, message) => {
  expect(assembled(platform, statement)).toBe(message);
});

/** Heads of files, and what is wrong with them. */
const ERRORS: readonly (readonly [platform: string | undefined, source: string, message: string])[] = [
  ['x64-linux', '|.include <dynasm/abi>\n', '1:11 <dynasm/abi> comes behind .arch'],
  [
    undefined,
    '|.arch x64\n|.include <dynasm/abi>\n',
    '2:11 <dynasm/abi> depends on the platform, which is not known',
  ],
  ['x64-linux', '|.arch x64\n|.include <abi>\n', "2:11 the package has no include `<abi>'"],
];

test.each(ERRORS)('with platform %s, %j: %s', (platform, source, message) => {
  const {
    diagnostics: [first],
  } = translateSource(source, { file: 'f', lang: 'ts', platform });
  expect(`${first?.line}:${first?.column} ${first?.message}`).toBe(message);
});

test('in C and Lua it is the name of a file', () => {
  for (const lang of ['c', 'lua'] as const) {
    const source = '|.arch x64\n|.include <dynasm/abi>\n';
    const { diagnostics } = translateSource(source, { file: 'f', lang, platform: 'x64-linux' });
    expect(diagnostics.map(({ message }) => message)).toEqual(["include file `<dynasm/abi>' not found"]);
  }
});

test('it may be repeated, is no dependency, and leaves names of the program alone', () => {
  const {
    code = '',
    dependencies,
    diagnostics,
  } = translateSource(
    '|.arch x64\n|.actionlist a\n|.define CARG1, rbx\n|.include <dynasm/abi>\n|.include <dynasm/abi>\n|  mov rax, CARG1\n',
    { file: 'f', lang: 'ts', platform: 'x64-linux' },
  );
  expect([dependencies, diagnostics]).toEqual([[], []]);
  expect(code).toContain('actions: [72, 137, 216, 255]');
  expect(code.match(/^\/\/\|.*$/gm)).toEqual([
    '//|.arch x64',
    '//|.actionlist a',
    '//|.define CARG1, rbx',
    '//|.include <dynasm/abi>',
    '//|.include <dynasm/abi>',
    '//|  mov rax, CARG1',
  ]);
});

const isHere = process.arch === 'x64';
const HEAD = '|.arch x64\n|.actionlist actions\n|.include <dynasm/abi>\n';

/** Builds the code of assembly lines. */
function build(lines: string, scope: Readonly<Record<string, unknown>> = {}) {
  const code = translate(`${HEAD}export const emit = (Dst: any): void => {\n${lines}\n};\n`);
  const { actions, emit } = evaluate(code, ['actions', 'emit'], scope) as {
    actions: Parameters<typeof dasm.new>[0];
    emit: (Dst: unknown) => void;
  };
  const Dst = dasm.new(actions as never) as ReturnType<typeof dasm.new<never>>;
  emit(Dst);
  return Dst.build();
}

(isHere ? test : test.skip).each([0, 1, 2, 3, 4, 5])(
  'a frame that saves %i registers keeps them, and calls',
  saved => {
    /** The arguments of calls; the second is what rsp lacks of a multiple of 16. */
    const seen: string[] = [];
    const called = dasm.callback(
      'int64_t (int64_t, int64_t, int64_t, int64_t)',
      (...args: [bigint, bigint, bigint, bigint]) => {
        seen.push(args.join());
        return args[0];
      },
    );
    const clobber = Array.from(
      { length: saved },
      (_, index) => `|  mov CSAVE${index + 1}, ${index + 1}`,
    ).join('\n');
    const keep = ['rbx', 'r12', 'r13', 'r14', 'r15'];
    const isAligned = '|  mov CTMP1, rsp; and CTMP1d, 15';
    const code = build(
      `
    |->outer:
    |  .prologue 5
    ${keep.map((register, index) => `|  mov ${register}, ${100 + index}`).join('\n')}
    |  call ->inner
    ${keep.map((register, index) => `|  cmp ${register}, ${100 + index}; jne >9`).join('\n')}
    |  .epilogue 5
    |9:
    |  mov CRET, -1
    |  .epilogue 5
    |->inner:
    |  .prologue ${saved}, locals
    |  mov CTMP2, CARG1
    ${clobber}
    ${isAligned}
    |  push rax
    |  mov64 rax, &called
    |  .ccall rax, CTMP2, CTMP1, 3, -4
    |  add rax, 1
    |  .epilogue ${saved}
    `,
      { locals: 24, called },
    );
    expect(code.cast('int64_t (int64_t)', 'outer')(41n)).toBe(42n);
    expect(seen).toEqual(['41,0,3,-4']);
  },
);

(isHere ? test : test.skip)('six arguments, floating point, and a call from an unaligned stack', () => {
  const sum = build(`
    |  .prologue 0
    |  mov CRET, CARG1; add CRET, CARG2; add CRET, CARG3; add CRET, CARG4; add CRET, CARG5; add CRET, CARG6
    |  .epilogue 0
  `).cast('int64_t (int64_t, int64_t, int64_t, int64_t, int64_t, int64_t)');
  expect(sum(1n, 20n, 300n, 4000n, 50000n, 600000n)).toBe(654321n);

  const scale = build(`
    |  .prologue
    |  cvtsi2sd xmm5, CARG2_1d
    |  mulsd CFARG1, xmm5
    |  addsd CFARG1, CFARG3_2
    |  .epilogue
  `).cast('double (double, int, double)');
  expect(scale(1.5, 3, 0.25)).toBe(4.75);

  // Were the stack not aligned, the `movaps` in the callee would fault.
  const length = build(`
    |->outer:
    |  push CARG1
    |  .ccall ->inner, CARG1
    |  pop CTMP1
    |  ret
    |->inner:
    |  .prologue 0, 16
    |  movaps [rsp + CSHADOW], xmm0
    |  mov CRET, CARG1
    |  .epilogue 0
  `).cast('int64_t (int64_t)', 'outer');
  expect(length(7n)).toBe(7n);
});

/** The examples: programs that the documentation shows, and some that it does not. */
import { fencesOf } from '../../test/markdown.ts';
import { read } from '../make/repository.ts';

export interface Example {
  readonly title: string;
  readonly text: string;
  readonly arch: string;
}

/** Programs of documents, by file name. */
const SHOWN: readonly (readonly [title: string, document: string, file: string])[] = [
  ['A first function', '01-first-function', 'first.dast'],
  ['A function made for a number', '01-first-function', 'adder.dast'],
  ['Labels and branches', '02-branches', 'branches.dast'],
  ['Labels that JavaScript numbers', '02-branches', 'chain.dast'],
  ['Arguments and conventions', '03-arguments', 'arguments.dast'],
  ['Registers that are kept', '03-arguments', 'fibonacci.dast'],
  ['Memory', '04-memory', 'sum.dast'],
  ['Members of structures', '04-memory', 'bodies.dast'],
  ['Text and data', '05-data', 'days.dast'],
  ['A table of jumps', '05-data', 'calculate.dast'],
  ['Calls of C', '06-calls', 'lengths.dast'],
  ['JavaScript as a function', '06-calls', 'callback.dast'],
  ['Macros', '07-macros', 'saturate.dast'],
  ['Names out of parts', '07-macros', 'pasted.dast'],
  ['A compiler of expressions', '08-expressions', 'formula.dast'],
  ['A Brainfuck compiler', '09-brainfuck', 'brainfuck.dast'],
];

const ARM64 = `import { dasm } from 'dynasm';

|.arch arm64
|.actionlist actions
|.include <dynasm/abi>

/** A function that multiplies by \`n\`: with a shift if it is a power of two. */
function times(n: number) {
  const Dst = dasm.new(actions);
  if ((n & (n - 1)) === 0) {
    |  lsl w0, w0, #Math.log2(n)
  } else {
    |  mov w1, #n
    |  mul w0, w0, w1
  }
  |  ret
  return Dst.build();
}

for (const n of [8, 10, 1000]) times(n);

const Dst = dasm.new(actions);
|->sum:                          // of x1 doubles at x0
|  movi d1, #0
|1:
|  ldr d0, [x0], #8
|  fadd d1, d1, d0
|  subs x1, x1, #1
|  b.ne <1
|  fmov d0, d1
|  ret
Dst.build();
`;

const VECTORS = `import { dasm } from 'dynasm';

|.arch x64
|.actionlist actions
|.include <dynasm/abi>

const Dst = dasm.new(actions);
|->scale:                        // void (float *values, int64_t count, float factor), eight at a time
|  vbroadcastss ymm1, CFARG3_1
|1:
|  vmulps ymm0, ymm1, [CARG1]
|  vmovups [CARG1], ymm0
|  add CARG1, 32
|  sub CARG2, 8
|  ja <1
|  vzeroupper
|  ret

|->masked:                       // sixteen at a time, with AVX-512
|  vpcmpd k1, zmm0, [CARG1], 1
|  vpaddd zmm2{k1}{z}, zmm0, [CARG2]{1to16}
|  ret

Dst.build();
`;

const STATEMENTS = `// Statements only: without bars and TypeScript. Each line is assembly.
.define COUNT, ecx
  mov COUNT, 10
  xor eax, eax
1:
  add eax, COUNT
  dec COUNT
  jnz <1
  ret
.align 8
.dword 1, 2, 3
.asciz "text"
`;

export function examples(): readonly Example[] {
  const shown = SHOWN.map(([title, document, file]) => {
    const text = fencesOf(read(`docs/tutorial/${document}.md`)).find(({ name }) => name === file)?.text;
    if (text === undefined) throw new Error(`docs/tutorial/${document}.md does not show ${file}`);
    return { title, text, arch: 'x64' };
  });
  return [
    ...shown,
    { title: 'Vectors', text: VECTORS, arch: 'x64' },
    { title: 'ARM64', text: ARM64, arch: 'arm64' },
    { title: 'Statements', text: STATEMENTS, arch: 'x64' },
  ];
}

/** Programs that show the diagnostics which no few lines of source show: what they print, and how they are right. */

export interface ShownProgram {
  readonly command: string;
  readonly files: Readonly<Record<string, string>>;
  /** What is wrong in them, and what stands in its place where it is right. */
  readonly wrong: string;
  readonly right: string;
}

const HEAD = `import { dasm } from 'dynasm';

|.arch x64
|.actionlist actions
|.include <dynasm/abi>

const Dst = dasm.new(actions);
`;

/** By code. */
export const PROGRAMS: Readonly<Record<string, ShownProgram>> = {
  call: {
    command: 'dynasm run call.dast',
    files: { 'call.dast': `${HEAD}|  mov CRETd, 7\n|  ret\nDst.build().cast('itn ()');\n` },
    wrong: `Dst.build().cast('itn ()');`,
    right: `Dst.build().cast('int ()');`,
  },
  fault: {
    command: 'dynasm run fault.dast',
    files: {
      'fault.dast': `${HEAD}|  mov CRETd, [CARG1]\n|  ret\nconst load = Dst.build().cast('int (void *)');\nload(null);\n`,
    },
    wrong: 'load(null);',
    right: 'load(Int32Array.of(7));',
  },
  nesting: {
    command: 'dynasm translate nesting.dast',
    files: {
      'nesting.dast': '|.arch x64\n|.actionlist actions\n|.include again.inc\n',
      'again.inc': '|.include again.inc\n',
    },
    wrong: '|.include again.inc\n',
    right: '|.define AGAIN\n',
  },
  'macro-size': {
    command: 'dynasm translate doubled.dast',
    files: {
      'doubled.dast': [
        '|.arch x64\n|.actionlist actions\n|.macro m0; nop; .endmacro\n',
        ...Array.from({ length: 40 }, (_, n) => `|.macro m${n + 1}; m${n}; m${n}; .endmacro\n`),
        '| m40\n',
      ].join(''),
    },
    wrong: '| m40',
    right: '| m10',
  },
  template: {
    command: 'dynasm run template.ts',
    files: {
      'template.ts':
        "import { asm } from 'dynasm';\n\nconst name = 'mov';\nasm.x64`${name as never} eax, 1; ret`.build();\n",
    },
    wrong: 'asm.x64`${name as never} eax, 1; ret`.build();',
    right: 'asm.x64`mov eax, ${1}; ret`.build();',
  },
};

/** Codes without an example: only a text of millions of characters gets them, or a machine without a parser. */
export const WITHOUT_EXAMPLE: ReadonlySet<string> = new Set(['limit', 'unchecked']);

/** Defines, macros, captures, includes, sections and what else needs no instruction: what comes out, or the errors. */
import { expect, test } from '@jest/globals';
import { renderClassic, translateSource } from '../../src/preprocessor/index.ts';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly defines?: Readonly<Record<string, string>>;
  readonly undefines?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** Output below the head and the version check, without comments and `#line`. */
  readonly output?: string;
  /** Messages, as `file:line: message`. */
  readonly errors?: readonly string[];
}

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const cases: readonly Case[] = [
  { name: 'define without text is 1', source: '|.define A\n|| A;', output: ' 1;' },
  { name: 'chain of defines', source: '|.define A, B\n|.define B, C\n|| A B;', output: ' C C;' },
  { name: 'defines are whole words', source: '|.define A, x\n|| A_ AA A.A;', output: ' A_ AA x.x;' },
  { name: 'redefinition', source: '|.define A, 1\n|.define B, A\n|| B;', output: ' 1;' },
  { name: 'register names show', source: '|| rax r8b;', output: ' @q0 @b8R;' },
  { name: '-D', source: '|| A B;', defines: { A: '5', B: 'A' }, output: ' 5 5;' },
  { name: '-D of a register', source: '|| rax;', defines: { rax: 'x' }, output: ' x;' },
  { name: '-U', source: '|| A;', defines: { A: '5' }, undefines: ['A'], output: ' A;' },
  {
    name: 'define of itself',
    source: '|.define A, A\n|| A;',
    errors: ["f:3: recursive define involving `A'"],
  },
  {
    name: 'define that doubles',
    source: '|.define A, A A\n|| A;',
    errors: ["f:3: recursive define involving `A'"],
  },
  { name: 'define that is no name', source: '|.define 1, 2', errors: ['f:2: bad or duplicate define'] },
  { name: 'host lines are left alone', source: 'A\n|.define A, 1\nA', output: 'A\nA' },
  {
    name: 'host lines in a false branch',
    source: '|.if 0\nhost\n|| raw\n|.endif\n|| end',
    output: 'host\n end',
  },
  {
    name: 'elif',
    source: '|.if 0\n||1\n|.elif 1\n||2\n|.elif 1\n||3\n|.else\n||4\n|.endif',
    output: '2',
  },
  {
    name: 'nested conditionals in a false branch',
    source: '|.if 0\n|.if 1\n||1\n|.else\n||2\n|.endif\n||3\n|.else\n||4\n|.endif',
    output: '4',
  },
  {
    name: 'garbage in a false branch',
    source: '|.if 0\n| ( [ ;; .foo\n|.macro m\n|.endif\n||x',
    output: 'x',
  },
  {
    name: 'bad condition',
    source: '|.if 1 +\n|| x',
    errors: ['f:2: bad condition: the expression ends too early'],
  },
  {
    name: 'macro: arities, parameters, pasting',
    source: '|.macro m, a\n||a a_ a .. 1;\n|.endmacro\n|.macro m, a, b\n| m a\n||b;\n|.endmacro\n| m x, y',
    output: 'x a_ x1;\ny;',
  },
  {
    name: 'macro: parameter with #',
    source: '|.macro m, a\n||#a;\n|.endmacro\n| m x',
    output: '#x;',
  },
  {
    name: 'macro: name as parameter',
    source: '|.macro a, x\n||a(x);\n|.endmacro\n|.macro call, m, x\n| m x\n|.endmacro\n| call a, 1',
    output: 'a(1);',
  },
  {
    name: 'macro defined by a macro',
    source: '|.macro outer\n|.macro inner\n||in;\n|.endmacro\n| outer\n||captured;\n|.endmacro\n| inner',
    output: 'in;\ncaptured;',
  },
  {
    name: 'macro named like a directive',
    source: '|.macro .nop, a',
    errors: ["f:2: duplicate macro `.nop' (1 parameters)"],
  },
  { name: 'macro without a name', source: '|.macro', errors: ['f:2: missing macro name'] },
  {
    name: 'recursive macros',
    source: '|.macro a\n| b\n|.endmacro\n|.macro b\n| a\n|.endmacro\n| a',
    errors: ['f:8: recursive macro invocation'],
  },
  {
    name: 'macros that double',
    source: `|.macro m0\n|.nop\n|.endmacro\n${repeat(
      30,
      index => `|.macro m${index + 1}\n| m${index}\n| m${index}\n|.endmacro`,
    )}\n| m30`,
    errors: ["f:125: expansion of macro `m0' does not end"],
  },
  {
    name: 'macros nested too deep',
    source: `|.macro m0\n|.nop\n|.endmacro\n${repeat(300, index => `|.macro m${index + 1}\n| m${index}\n|.endmacro`)}\n| m300`,
    errors: ['f:905: macros or include files nested too deep'],
  },
  {
    name: 'capture: appended, dumped twice, also before',
    source:
      '|.dumpcapture c\n|.capture c\n||1\n|.endcapture\nx\n|.capture c\n||2\n|.endcapture\n|.dumpcapture c',
    output: '1\n2\nx\n1\n2',
  },
  { name: 'capture: dump of none', source: '|.dumpcapture c', output: '' },
  {
    name: 'capture: dumped in another',
    source:
      '|.capture a\n||1\n|.endcapture\n|.capture b\n||2\n|.dumpcapture a\n|.endcapture\n|.dumpcapture b',
    output: '2\n1',
  },
  {
    name: 'capture: dumped in itself',
    source: '|.capture a\n|.dumpcapture a\n|.endcapture',
    errors: ["f:2: capture `a' does not end"],
  },
  {
    name: 'capture: dumps that double',
    source: `|.capture c0\n||x\n|.endcapture\n${repeat(
      40,
      index => `|.capture c${index + 1}\n|.dumpcapture c${index}; .dumpcapture c${index}\n|.endcapture`,
    )}\n|.dumpcapture c40`,
    errors: ["f:50: capture `c16' does not end"],
  },
  {
    name: 'include',
    source: '|.include a\n|| A;\nend',
    files: { a: '|.define A, 1\nin a\n|.include b', b: 'in b' },
    output: 'in a\nin b\n 1;\nend',
  },
  {
    name: 'include of itself',
    source: '|.include a',
    files: { a: '|.include a' },
    errors: ['a:1: macros or include files nested too deep'],
  },
  { name: 'include of nothing', source: '|.include a', errors: ["f:2: include file `a' not found"] },
  {
    name: 'section',
    source: '|.section a, b',
    output: '#define DASM_SECTION_A\t0\n#define DASM_SECTION_B\t1\n#define DASM_MAXSECTION\t\t2',
  },
  { name: 'too many operands', source: `|.nop ${'1,'.repeat(16)}1`, errors: ['f:2: too many parameters'] },
  { name: 'no name', source: '|, 1', errors: ['f:2: bad statement syntax'] },
  { name: 'a long line', source: `|.nop ${'x'.repeat(1_000_000)}`, output: '' },
  {
    name: 'names of objects',
    source: '| constructor; __proto__ 1',
    errors: ["f:2: unknown statement `constructor'"],
  },
];

test('the core', () => {
  const failures: string[] = [];
  for (const { name, source, files = {}, output, errors = [], defines, undefines } of cases) {
    const { code, diagnostics } = translateSource(`|.arch x64\n${source}`, {
      file: 'f',
      lang: 'c',
      comments: 'none',
      lineNumbers: false,
      defines,
      undefines,
      readInclude: path => {
        const text = Object.hasOwn(files, path) ? files[path] : undefined;
        return text === undefined ? undefined : { path, text };
      },
    });
    const messages = diagnostics.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    if (JSON.stringify(messages) !== JSON.stringify(errors))
      failures.push(`${name}: ${messages.slice(0, 5).join('; ')}`);
    const body = code?.split('\n').slice(10, -1).join('\n');
    if (output !== undefined && body !== output) failures.push(`${name}: ${body}`);
  }
  expect(failures).toEqual([]);
});

test('errors stop at the limit', () => {
  const source = `|.arch x64\n${'| bogus\n'.repeat(10)}`;
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'c', maxErrors: 3 });
  expect(diagnostics).toHaveLength(3);
});

test('classic form shows the innermost expansion only', () => {
  const source = '|.arch x64\n|.macro a, x\n| bogus x\n|.endmacro\n|.macro b\n| a 1\n|.endmacro\n  | b';
  const { diagnostics } = translateSource(source, { file: 'f', lang: 'c' });
  expect(renderClassic(diagnostics, 'f')).toBe(
    "f:8: error: unknown statement `bogus':\n  | b\n  |   bogus x\t[MACRO a (1)]\n" +
      'f:*: info: 1 error in input file -- no output file generated.\n',
  );
});

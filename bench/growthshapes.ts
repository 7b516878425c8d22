/**
 * The shapes of input that growth.ts measures, by group: one for each output language, one for the encoder,
 * and one for the rest. A shape takes a size and returns what is to be measured.
 */
import { assemble } from '../src/asm/assembly.ts';
import {
  codeLines,
  type ActionList,
  actionList,
  FORMAT,
  State,
  undefinedGlobals,
} from '../src/encoder/index.ts';
import { parsePrototype } from '../src/exec/prototype/prototype.ts';
import { translateFile } from '../src/files/translatefile.ts';
import { assembleLines, renderClassic, renderPretty, translateSource } from '../src/preprocessor/index.ts';
import type { Language, Translation } from '../src/preprocessor/index.ts';

export interface Shape {
  readonly name: string;
  /** The smaller size. */
  readonly size: number;
  readonly prepare: (size: number) => () => void;
}

/** Characters of a line, and lines, in the smaller of the two inputs. */
const CHARACTERS = 1 << 12;
const LINES = 1 << 8;

type Text = (n: number) => string;

/** `n` texts, each made from its index. */
function many(n: number, text: (index: number) => string): string {
  return Array.from({ length: n }, (_, index) => text(index)).join('');
}

const words = (n: number, text: string): string => text.repeat(Math.ceil(n / text.length));

/** Assembly lines, without their bars, that are long: `n` characters. */
const LONG_LINES: Readonly<Record<string, Text>> = {
  'a number and a letter as displacement': n => `mov eax, [rax+${words(n, '1')}x]`,
  'a number and a letter in brackets': n => `mov eax, [${words(n, '1')}x]`,
  'a number and a letter as immediate': n => `mov eax, ${words(n, '1')}x`,
  'a long number': n => `.qword ${words(n, '1')}`,
  'a long hexadecimal number': n => `.qword 0x${words(n, '1')}`,
  'a hexadecimal number and a letter': n => `.dword 0x${words(n, '1')}x`,
  'a hexadecimal fraction': n => `.dword 0x1.${words(n, '1')}px`,
  'a decimal fraction': n => `.dword 1.${words(n, '1')}ex`,
  'an exponent': n => `.dword 1e${words(n, '1')}x`,
  'a size word and a number': n => `mov eax, [rax+dword*${words(n, '1')}x]`,
  'a size word and digits': n => `mov eax, word${words(n, '1')}`,
  'a size word and blanks': n => `mov dword${words(n, ' ')}[rax], 1`,
  'blanks in a scale': n => `mov eax, [rax*${words(n, ' ')}2${words(n, ' ')}+1]`,
  'blanks in a sum': n => `mov eax, [rax+${words(n, ' ')}rcx${words(n, ' ')}x]`,
  'blanks behind extern': n => `call extern${words(n, ' ')}a b`,
  'a long text': n => `.asciz "${words(n, 'a\\0, ')}"`,
  'a large file': n => `.incbin ${n}`,
  'a long extern': n => `call extern ${words(n, 'a')}`,
  'a long label': n => `->${words(n, 'a')}:`,
  'a long register': n => `mov eax, [${words(n, 'a')}]`,
  'a long type override': n => `mov eax, [${words(n, 'a')}:${words(n, 'a')}]`,
  'a long name': n => `${words(n, 'a')} eax`,
  'a long sum': n => `mov eax, [rax+${words(n, 'a+')}1]`,
  blanks: n => words(n, ' '),
  'blanks and an operand': n => `mov${words(n, ' ')}eax${words(n, ' ')},${words(n, ' ')}1${words(n, ' ')}`,
  'blanks and a comment': n => `mov eax, 1${words(n, ' ')}//${words(n, ' /')}`,
  'blanks and an unknown statement': n => `foo${words(n, ' ')}x${words(n, ' ')}`,
  'many statements': n => words(n, 'inc eax; '),
  'many statements with arguments': n => words(n, 'mov eax, [rax+foo]; '),
  'many warnings': n => words(n, 'mov eax, [esp*1]; mov esp, esp; '),
  'many warnings and blanks': n => `${words(n, 'mov esp, 1; ')}${words(n, ' ')}`,
  'many empty statements': n => words(n, ';'),
  'many blank statements': n => words(n, '; '),
  'many operands': n => `mov eax${words(n, ', 1')}`,
  'deep brackets': n => `mov eax, ${words(n, '(')}1${words(n, ')')}`,
  'deep brackets and pairs': n => `mov eax, ${words(n, '(')}1${words(n, '+()')}${words(n, ')')}`,
  'brackets that are not closed': n => `mov eax, ${words(n, '([{')}`,
  'brackets that are not opened': n => `mov eax, ${words(n, ')]}')}`,
  'pairs of brackets': n => `mov eax, ${words(n, '()')}`,
  'a deep variable register': n => `mov Rd(${words(n, '(')}1${words(n, ')')}), 1`,
  'a variable register not closed': n => `mov Rd(${words(n, '(')}, 1`,
  'escaped quotes': n => `mov eax, '${words(n, "\\'")}`,
  'escaped double quotes': n => `mov eax, "${words(n, '\\"')}`,
  'quotes of both kinds': n => `mov eax, ${words(n, `'"`)}`,
  'escaped backquotes': n => `mov eax, \`${words(n, '\\`')}`,
  'many strings': n => `mov eax, ${words(n, "'a'+")}1`,
  'deep templates': n => `mov eax, ${words(n, '`${')}1${words(n, '}')}`,
  'deep closed templates': n => `mov eax, ${words(n, '`${')}1${words(n, '}`')}`,
  'slashes with blanks': n => `mov eax, ${words(n, '/ ')}`,
  divisions: n => `mov eax, 1${words(n, ' / 1')}`,
  'escaped slashes': n => `mov eax, /${words(n, '\\/')}`,
  'classes of regular expressions': n => `mov eax, ${words(n, '/[')}`,
  'closed classes of regular expressions': n => `mov eax, /${words(n, '[/]a')}`,
  'escaped slashes in a class': n => `mov eax, /[${words(n, '\\/')}`,
  comments: n => `mov eax, ${words(n, '/**/')}1`,
  'openings of comments': n => `mov eax, ${words(n, '/*')}`,
  members: n => `mov eax, T${words(n, '->a')}`,
  'indices of members': n => `mov eax, T${words(n, '[1]')}`,
  'blanks in a path': n => `mov eax, T->a${words(n, ' ')}.b${words(n, ' ')}%`,
  'words behind dots': n => `mov eax, ${words(n, 'a.b ')}`,
  'blanks and words behind dots': n => `mov eax, a.${words(n, ' ')}b${words(n, ' b')}`,
  defines: n => `mov eax, ${words(n, 'DEF+')}1`,
  'defines of defines': n => `mov eax, ${words(n, 'CHAIN+')}1`,
  'defines in an error': n => `foo ${words(n, 'CHAIN+')}1, [`,
  'a condition with a number and a letter': n => `.if ${words(n, '1')}x`,
  'a condition with a number': n => `.if ${words(n, '1')}`,
  'a condition with a suffix': n => `.if 1${words(n, 'l')}`,
  'a condition with dots': n => `.if 1${words(n, '.1')}`,
  'a condition with a long sum': n => `.if 1${words(n, '+1')}`,
  'a condition with `or`': n => `.if 1${words(n, ' or a')}`,
  'a condition with a string': n => `.if '${words(n, 'a\\n')}' == ''`,
  'a condition with an open string': n => `.if '${words(n, 'a\\n')}`,
  'a condition with blanks': n => `.if 1${words(n, ' ')}==${words(n, ' ')}1`,
  'a condition that is deep': n => `.if ${words(n, '(')}`,
  'a long include': n => `.include "${words(n, 'a"')}`,
  'a long define': n => `.define X, ${words(n, 'a ')}`,
  'a long error': n => `.error ${words(n, 'a ')}`,
};

/** Bodies of a macro, with parameters `a` and `b`, and `n` characters. */
const LONG_MACROS: Readonly<Record<string, Text>> = {
  'a macro with blanks in front of dots': n => `mov eax, a${words(n, ' ')}..b`,
  'a macro with blanks behind dots': n => `mov eax, a..${words(n, ' ')}b`,
  'a macro with blanks and one dot': n => `mov eax, a..b${words(n, ' ')}.`,
  'a macro with blanks between words': n => `mov eax, a..b${words(n, ' ')}x`,
  'a macro that pastes': n => `mov eax, a${words(n, ' .. b')}`,
  'a macro with dots': n => `mov eax, a..b ${words(n, '.')}`,
  'a macro with parameters': n => `mov eax, ${words(n, 'a+b+')}1`,
};

/** Assembly lines, with their bars. */
const MANY_LINES: Readonly<Record<string, Text>> = {
  instructions: n => many(n, index => `|mov eax, ${index}\n`),
  'equal instructions': n => many(n, () => '|mov eax, [rax]\n'),
  'equal instructions between host lines': n => many(n, () => '|mov eax, [rax]\n;\n'),
  'more externs and globals than there can be': n =>
    many(n * 4, index => `|call extern a${index}\n|call ->a${index}\n`),
  'chunks that differ at the start': n =>
    many(n, index => `|.dword ${index}\n${'|.dword 7, 7, 7, 7, 7, 7, 7, 7\n'.repeat(5)};\n`),
  arguments: n => many(n, index => `|mov eax, [rax+x${index}]\n`),
  labels: n => many(n, index => `|${(index % 9) + 1}:\n|jmp <${(index % 9) + 1}\n`),
  'global labels': n => many(n, index => `|->a${index % 100}:\n|jmp ->b${index % 100}\n`),
  externs: n => many(n, index => `|call extern a${index % 200}\n`),
  'unknown statements': n => many(n, index => `|foo${index} eax\n`),
  'wrong operands': n => many(n, index => `|mov eax, xmm${index}, 1\n|mov al, rax\n`),
  warnings: n => many(n, index => `|mov esp, ${index}\n|mov eax, [rax*1${index}]\n`),
  definitions: n => many(n, index => `|.define A${index}, ${index}\n`),
  'uses of definitions': n => many(n, index => `|.define A${index}, ${index}\n|mov eax, A${index >> 1}\n`),
  types: n => many(n, index => `|.type T${index}, Type\n`),
  macros: n => many(n, index => `|.macro m${index}, a\n|mov eax, a\n|.endmacro\n|m${index} 1\n`),
  'calls of a macro': n => `|.macro m, a\n|mov eax, a\n|.endmacro\n${many(n, index => `|m ${index}\n`)}`,
  'a long macro': n => `|.macro m, a\n${many(n, index => `|mov eax, a+${index}\n`)}|.endmacro\n|m 1\n|m 2\n`,
  'errors in a macro': n => `|.macro m, a\n|foo a\n|.endmacro\n${many(n, index => `|m ${index}\n`)}`,
  'open conditionals': n => many(n, () => '|.if 1\n'),
  'open false conditionals': n => many(n, () => '|.if 0\n'),
  conditionals: n => many(n, () => '|.if 0\n|nop\n|.elif 0\n|nop\n|.else\n|nop\n|.endif\n'),
  captures: n => many(n, index => `|.capture c${index}\nx;\n|.endcapture\n|.dumpcapture c${index}\n`),
  'one capture': n => `${many(n, () => '|.capture c\nx;\n|nop\n|.endcapture\n')}|.dumpcapture c\n`,
  'open captures': n => many(n, index => `|.capture c${index}\n|.endcapture\n`),
  sections: n => `|.section a, b\n${many(n, () => '|.a\n|nop\n|.b\n|nop\n')}`,
  includes: n => many(n, index => `|.include a${index}\n`),
  'raw lines': n => many(n, index => `||x${index};\n`),
  'host lines': n => many(n, index => `x${index} = ${index};\n`),
  'empty lines': n => many(n * 16, () => '\n'),
};

/** Lines of TypeScript, around assembly. */
const TYPESCRIPT_LINES: Readonly<Record<string, Text>> = {
  'a host line of words': n => words(n, 'a '),
  'a host line of sums': n => words(n, 'a+1+'),
  'a host line with open brackets': n => words(n, '('),
  'a host line with wrong brackets': n => words(n, '(') + words(n, ']'),
  'a host line with braces': n => words(n, '{') + words(n, ')'),
  'a host line of closing brackets': n => words(n, ')]}'),
  'a host line with strings': n => words(n, "'a'+"),
  'a host line with escaped quotes': n => `'${words(n, "\\'")}`,
  'a host line with templates': n => words(n, '`${a}`+'),
  'a host line with deep templates': n => words(n, '`${') + words(n, '}'),
  'a host line with slashes': n => words(n, '/ '),
  'a host line with classes': n => words(n, '/['),
  'a host line with closed classes': n => `/${words(n, '[/]a')}`,
  'a host line with escaped slashes': n => `/${words(n, '\\/')}`,
  'a host line with escaped slashes in a class': n => `/[${words(n, '\\/')}`,
  'a host line with comments': n => words(n, '/**/a '),
  'a host line with blanks': n => `a${words(n, ' ')}b${words(n, '\u00a0')}`,
  'a host line with a number': n => words(n, '1e'),
  'a host line with letters': n => words(n, 'ü'),
  'a host line with angles': n => `let a: ${words(n, 'A<')}B${words(n, '>')}`,
  'a host line with questions': n => words(n, 'a?'),
  'a line of blanks and a bar': n => `${words(n, ' ')}|nop`,
  'a union of blanks': n => `type A =\n${words(n, ' ')}| B${words(n, ' ')};`,
  'an open bar': n => `a\n|${words(n, ' ')}b${words(n, ' ')}`,
  'many open brackets': n => many(n >> 4, () => 'f(\n'),
  'many wrong brackets': n => many(n >> 4, () => 'f(\n') + many(n >> 4, () => ']\n'),
  'many blocks': n => many(n >> 4, () => 'if (a) {\n|nop\n') + many(n >> 4, () => '}\n'),
  'many bodies': n => many(n >> 4, () => 'if (a)\n  |nop\nb();\n'),
  'many lines of a template': n => `\`${many(n >> 4, () => 'a\n|nop\n')}`,
  'many lines of a comment': n => `/*${many(n >> 4, () => 'a\n|nop\n')}`,
  'many lines of a union': n => `type A =\n${many(n >> 4, () => '  | B\n')}`,
  'many members': n => `class A {\n${many(n >> 4, index => `a${index}() { return 1; }\n`)}`,
  'names with dollars': n => many(Math.sqrt(n), index => `let ${'$'.repeat(index)}$put0;\n`),
  'many names with dollars': n => many(n >> 4, index => `let $put${index}, $exec${index || ''};\n`),
};

const HEAD: Readonly<Record<string, string>> = {
  ts: '|.arch x64\n|.actionlist actions\n|.globals G\n|.globalnames gn\n',
  c: '|.arch x64\n|.actionlist actions\n|.globals G\n|.globalnames gn\n',
  lua: '|.arch x64\n|.actionlist actions\n|.globals G\n|.globalnames gn\n',
};
const DEFINES =
  '|.define DEF, abc\n|.define CHAIN, b+B1\n|.define B1, c+B2\n|.define B2, d\n|.type T, Type\n';

function translateShapes(lang: Language): Shape[] {
  const start = `${HEAD[lang] ?? ''}${DEFINES}`;
  const shape = (name: string, size: number, text: Text): Shape => ({
    name,
    size,
    prepare: n => {
      const source = `${start}${text(n)}\n`;
      return () => translateText(source, lang);
    },
  });
  const long = Object.entries(LONG_LINES).map(([name, line]) => shape(name, CHARACTERS, n => `|${line(n)}`));
  const macros = Object.entries(LONG_MACROS).map(([name, line]) =>
    shape(name, CHARACTERS, n => `|.macro m, a, b\n|${line(n)}\n|.endmacro\n|m 1, 2\n|m 3, 4`),
  );
  const lines = Object.entries(MANY_LINES).map(([name, text]) => shape(name, LINES, text));
  const host = lang === 'ts' ? Object.entries(TYPESCRIPT_LINES) : [];
  return [...long, ...macros, ...lines, ...host.map(([name, text]) => shape(name, CHARACTERS, text))];
}

/** Translates as the command line does, and makes text of what there is to say. */
function translateText(text: string, lang: Language): Translation {
  const result = translateSource(text, {
    file: 'growth',
    lang,
    sourceMap: lang === 'ts',
    definitions: true,
    readInclude: name => ({ path: name, text: '|nop\n' }),
    // The name is the size.
    readBinary: name => ({ path: name, bytes: new Uint8Array(Number(name)).fill(255) }),
  });
  renderPretty(result.diagnostics);
  // The classic form repeats the whole line for each diagnostic, as DynASM does: not for long lines.
  if (result.diagnostics.every(({ lineText = '' }) => lineText.length < 200)) {
    renderClassic(result.diagnostics, 'growth');
  }
  return result;
}

/** Statements, each a put. */
const PUTS = {
  code: '.code',
  data: '.data',
  immediate: 'mov eax, x',
  memory: 'mov eax, [rax+x]',
  local: '1:',
  forward: 'jmp >1',
  backward: 'jmp <1',
  pc: '=>x:',
  branch: 'jmp =>x',
  call: 'call extern foo',
  address: 'call &x',
  align: '.align 16',
  globals: many(200, index => `call ->g${index}; `),
};

type Put = (name: keyof typeof PUTS, ...values: readonly number[]) => void;

/** An action list with all of them, and where each starts. */
function makeList(): { actions: ActionList; starts: ReadonlyMap<string, number> } {
  const text = `.section code, data\n${Object.values(PUTS).join('\n')}`;
  const { unit } = assembleLines(text, { file: 'growth', arch: 'x64', lang: 'ts' });
  const { sections, globals, externs, signed, actions: bytes, lines } = unit;
  const { files, triples } = lines;
  const names = { sections, globals, externs, signed, files };
  const actions = actionList({ format: FORMAT, arch: 'x64', ...names, lines: triples, actions: bytes });
  const lineNames = Object.keys(PUTS);
  const starts = new Map<string, number>();
  for (const item of unit.items) {
    if (item.kind === 'put') starts.set(lineNames[item.place.line - 2] ?? '', item.start);
  }
  return { actions, starts };
}

/** What a program puts, and what is done with it then. */
interface Program {
  readonly put: (put: Put, n: number, state: State) => void;
  readonly end?: (state: State, n: number) => void;
}

/** The error that is thrown is what is measured. */
function fails(run: () => void): void {
  try {
    run();
  } catch {
    return;
  }
  throw new Error('there is no error');
}

function repeat(n: number, run: (index: number) => void): void {
  for (let index = 0; index < n; index++) run(index);
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  immediates: { put: (put, n) => repeat(n, index => put('immediate', index)) },
  displacements: { put: (put, n) => repeat(n, index => put('memory', index)) },
  'local labels': {
    put: (put, n) => repeat(n, () => (['forward', 'local', 'backward'] as const).forEach(each => put(each))),
  },
  'forward branches': {
    put: (put, n) => {
      repeat(n, () => put('forward'));
      put('local');
    },
  },
  'pc labels': {
    put: (put, n, state) => {
      state.growPc(n);
      repeat(n, index => put('branch', n - 1 - index));
      repeat(n, index => put('pc', index));
    },
    end: (state, n) => repeat(n, index => state.getPcLabel(index)),
  },
  'pc labels one by one': {
    put: (put, n, state) =>
      repeat(n, index => {
        state.growPc(index + 1);
        put('pc', index);
      }),
  },
  sections: {
    put: (put, n) =>
      repeat(n, index =>
        (['data', 'align', 'code', 'immediate'] as const).forEach(each =>
          put(each, ...(each === 'immediate' ? [index] : [])),
        ),
      ),
  },
  externs: { put: (put, n) => repeat(n, () => put('call')) },
  addresses: { put: (put, n) => repeat(n, index => put('address', index)) },
  'source lines': {
    put: (put, n) => repeat(n, index => put('memory', index)),
    end: state => codeLines(state),
  },
  'undefined globals': {
    put: (put, n) => {
      repeat(n, index => put('immediate', index));
      put('globals');
    },
    end: state => undefinedGlobals(state),
  },
  'an undefined pc label': {
    put: (put, n, state) => {
      state.growPc(n);
      repeat(n, index => put('pc', index));
      state.growPc(n * 2);
      put('branch', n + 1);
    },
    end: state => fails(() => state.link()),
  },
  'an undefined local label': {
    put: (put, n) => {
      repeat(n, index => put('immediate', index));
      put('forward');
    },
    end: state => fails(() => state.checkStep()),
  },
  'errors of puts': {
    put: (put, n) => repeat(n, () => fails(() => put('branch', 1e9))),
    end: state => fails(() => state.link()),
  },
  steps: {
    put: (put, n, state) =>
      repeat(n, () => {
        put('local');
        state.checkStep();
      }),
  },
};

/** An action list with these bytes, of which each chunk is put once. */
function listShape(name: string, text: (n: number) => number[]): Shape {
  return {
    name,
    size: CHARACTERS,
    prepare: n => {
      const bytes = text(n);
      return () => {
        const made = actionList({ format: FORMAT, arch: 'x64', actions: bytes });
        const state = new State(made);
        for (let start = 0; start < bytes.length; start = bytes.indexOf(255, start) + 1) state.put(start);
        state.free();
      };
    },
  };
}

function encoderShapes(): Shape[] {
  const { actions, starts } = makeList();
  const programs = Object.entries(PROGRAMS).map(([name, { put, end }]): Shape => ({
    name,
    size: LINES * 8,
    prepare: n => () => {
      const state = new State(actions);
      state.setupExtern(() => 0);
      const target = actions.on(state);
      put((statement, ...values) => target.put(starts.get(statement) ?? 0, ...values), n, state);
      if (end && name.startsWith('an ')) end(state, n);
      else if (state.status === 0) {
        const buffer = new Uint8Array(state.link());
        state.globals = Array.from({ length: 200 }, () => 0);
        state.encode(buffer, 4096);
        end?.(state, n);
      } else end?.(state, n);
      state.free();
    },
  }));
  return [
    ...programs,
    listShape('a list of one chunk', n => [...Array.from({ length: n }, () => 0x90), 255]),
    listShape('a list of many chunks', n =>
      Array.from({ length: n }, (_, index) => (index % 2 === 0 ? 0x90 : 255)),
    ),
  ];
}

/** Texts for `dynasm asm`. */
const ASSEMBLY: Readonly<Record<string, Text>> = {
  lines: n => many(n >> 4, index => `mov eax, ${index}\n`),
  labels: n => many(n >> 4, index => `->l${index % 200}: .byte 1\njmp ->l${index % 200}\n`).slice(0, 1 << 20),
  'statements in a line': n => words(n, 'nop;'),
  parentheses: n => `mov eax, ${words(n, '(')}1${words(n, ')')}`,
  'open parentheses': n => `mov eax, ${words(n, '(')}1${words(n, ') ')}`,
  'values that are missing': n => many(n >> 4, index => `mov eax, [rax+x${index}]\n`),
  errors: n => many(n >> 4, () => 'foo\n'),
};

/** Texts of C files. */
const FILES: Readonly<Record<string, Text>> = {
  'warnings in a line of ASCII': n => `|${words(n, 'mov esp, 1; ')}`,
  'warnings in a line': n => `|${words(n, 'mov esp, ü; ')}`,
  'warnings in lines': n => many(n >> 4, index => `|mov esp, ü${index}\n`),
  'errors in lines': n => many(n >> 4, index => `|foo ü${index}\n`),
};

const PROTOTYPES: Readonly<Record<string, Text>> = {
  parameters: n => `int (${words(n, 'int, ')}int)`,
  stars: n => `int (void ${words(n, '*')}a)`,
  blanks: n => `int (${words(n, ' ')}int${words(n, ' ')})${words(n, ' ')}x`,
  words: n => `int (${words(n, 'const ')}${words(n, 'a ')})`,
  letters: n => `${words(n, 'a')} (${words(n, '1')})`,
};

function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // Whether it succeeds is not what is measured.
  }
}

/** Shapes whose texts `run` takes. */
function textShapes(
  kind: string,
  texts: Readonly<Record<string, Text>>,
  run: (text: string) => void,
): Shape[] {
  return Object.entries(texts).map(([name, text]) => ({
    name: `${kind}: ${name}`,
    size: CHARACTERS,
    prepare: n => {
      const given = text(n);
      return () => attempt(() => run(given));
    },
  }));
}

function otherShapes(): Shape[] {
  return [
    ...textShapes('asm', ASSEMBLY, text => assemble(text, { arch: 'x64', file: 'growth' })),
    ...textShapes('C file', FILES, text =>
      renderPretty(
        translateFile({ source: Buffer.from(`|.arch x64\n|.actionlist a\n${text}`), file: 'a.dasc' }, {})
          .diagnostics,
      ),
    ),
    ...textShapes('prototype', PROTOTYPES, parsePrototype),
  ];
}

export const groups: ReadonlyMap<string, () => readonly Shape[]> = new Map([
  ['ts', () => translateShapes('ts')],
  ['c', () => translateShapes('c')],
  ['lua', () => translateShapes('lua')],
  ['encoder', encoderShapes],
  ['other', otherShapes],
]);

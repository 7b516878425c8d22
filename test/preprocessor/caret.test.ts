/**
 * Where the caret of each diagnostic of the operand parser stands: below the text that is wrong, although the
 * same text stands earlier in the line, where it is right.
 */
import { expect, test } from '@jest/globals';
import { translateSource, type Diagnostic, type Language } from '../../src/preprocessor/index.ts';
import { filesOf, testCases } from '../casefile.ts';

/** The line below has a caret in front of the text that the diagnostic marks. */
interface Case {
  readonly code: string;
  readonly line: string;
  readonly marks: string;
  readonly lang?: Language;
  readonly arch?: 'x64' | 'x86';
  /** Lines between `.arch` and the line. */
  readonly before?: string;
}

const repeat = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');

// prettier-ignore
const CASES: readonly Case[] = [
  { code: 'index-register',    line: '| mov rsp, [rax+rsp*2]',
                               marks: '                ^~~' },
  { code: 'index-register',    line: '| mov rsp, [rsp*2]',
                               marks: '            ^~~' },
  { code: 'index-register',    line: '| add ah, [rax+ah*2]',
                               marks: '               ^~' },
  { code: 'base-register',     line: '| mov al, [al]',
                               marks: '           ^~' },
  { code: 'base-register',     line: '|.type al, T, al',
                               marks: '              ^~' },
  { code: 'base-register',     line: '| mov al, T:al->x', before: '|.type T, x, rax\n',
                               marks: '          ^~~~' },
  { code: 'type-register',     line: '| mov T, T->x', before: '|.type T, x\n',
                               marks: '      ^' },
  { code: 'type-register',     line: '| mov eax, [T]; mov eax, T->x', before: '|.type T, x\n',
                               marks: '            ^' },
  { code: 'variable-register', line: '| mov Rd(f("Rd")), Rd',
                               marks: '                     ^' },
  { code: 'number',            line: '| mov dword [rax+1.5], 1.5', lang: 'c',
                               marks: '                ^~~~' },
  { code: 'number',            line: '| mov eax, f(1.5); mov eax, 1.5',
                               marks: '                            ^~~' },
  { code: 'number-range',      line: '| mov eax, f(0x123456789); mov eax, 0x123456789',
                               marks: '                                    ^~~~~~~~~~~' },
  { code: 'number-range',      line: '| mov [rax+(0x123456789)], eax; mov [rax+0x123456789], eax',
                               marks: '                                        ^~~~~~~~~~~~' },
  { code: 'label-sum',         line: '| mov eax, +"- ->x"; mov eax, [rax- ->x]',
                               marks: '                                    ^~~' },
  { code: 'displacement',      line: '| mov eax, [eax eax]',
                               marks: '                ^~~' },
  { code: 'address',           line: '| mov ecx, f("[rax*16]"); mov ecx, [rax*16]',
                               marks: '                                    ^~~~~~' },
  { code: 'displacement',      line: '| mov eax, [rax+]',
                               marks: '               ^' },
  { code: 'displacement',      line: '| mov eax, []', lang: 'c',
                               marks: '            ^' },
  { code: 'size-override',     line: '| mov eax, dword eax',
                               marks: '           ^~~~~~~~~' },
  { code: 'size-override',     line: '| mov byte 1, byte 1', lang: 'c',
                               marks: '      ^~~~~~' },
  { code: 'size-word',         line: '| mov eax, f(bytes); mov eax, bytes', lang: 'c',
                               marks: '                              ^~~~~' },
  { code: 'operand',           line: '| mov eax, f("eax x"); mov eax, eax x',
                               marks: '                                ^~~~~' },
  { code: 'mixed-address',     line: '| mov eax, [rax+ecx]; nop', 
                               marks: '            ^~~~~~~' },
  { code: 'bad-idea',          line: '| mov [rsp+f("esp")], esp',
                               marks: '                      ^~~' },
  { code: 'label-name',        line: '| mov eax, f("->1x"); jmp ->1x',
                               marks: '                            ^~' },
  { code: 'label-count',       line: '| mov eax, +"->z"; jmp ->z', before: repeat(237, n => `|->a${n}:`),
                               marks: '                         ^' },
  { code: 'extern-count',      line: '| mov eax, +"extern z"; call extern z', before: repeat(256, n => `| call extern a${n}`),
                               marks: '                                    ^' },
  { code: 'operand-mode',      line: '| fld st0; mov eax, st0',
                               marks: '                    ^~~' },
  { code: 'byte-registers',    line: '| mov ah, r8b; mov [r8], ah; mov r8b, ah',
                               marks: '          ^~~' },
  { code: 'immediate-range',   line: '| mov [rax+256], bl; mov bl, f(256); mov bl, 256',
                               marks: '                                             ^~~' },
  { code: 'sign-extended',     line: '| mov eax, 0xffffffff; add rax, 0xffffffff',
                               marks: '                                ^~~~~~~~~~' },
  { code: 'expression',        line: '| mov eax, f(a); mov eax, a; mov eax, a; mov ecx, ...a',
                               marks: '                                                  ^~~~' },
  { code: 'member',            line: '| mov eax, f("T->1"); mov eax, T->1', before: '|.type T, x, rax\n',
                               marks: '                                ^~~' },
  { code: 'condition',         line: '|.if 1 == 1 1',
                               marks: '            ^' },
  { code: 'rip-relative',      line: '| cmp dword [rax], 1; cmp dword [=>x], 1', lang: 'c',
                               marks: '                          ^~~~~~~~~~~' },
  { code: 'alignment',         line: '|.nop 3; .align 3',
                               marks: '                ^' },
  { code: 'filler',            line: '|.space 300, 300',
                               marks: '             ^~~' },
  { code: 'label',             line: '|.label a.a, &a',
                               marks: '        ^~~' },
  { code: 'data',              line: '|.byte f("[a]"), [a]',
                               marks: '                 ^~~' },
  { code: 'brackets',          line: '| mov eax, (1); mov eax, 1)',
                               marks: '                          ^' },
];

/** What a diagnostic marks, as a line of blanks, a caret and tildes. */
function marked({ column = 0, length = 0 }: Pick<Diagnostic, 'column' | 'length'>): string {
  return `${' '.repeat(Math.max(0, column - 1))}^${'~'.repeat(Math.max(0, length - 1))}`;
}

test.each(CASES)(
  'the caret of $code stands below the wrong text of $line',
  ({ code, line, marks, lang = 'ts', arch = 'x64', before = '' }) => {
    const source = `|.arch ${arch}\n|.actionlist actions\n${before}${line}\n`;
    const [first] = translateSource(source, { file: 'f', lang }).diagnostics;
    expect([first?.code, first?.lineText, first && marked(first)]).toEqual([code, line, marks]);
  },
);

/** What the statement became, and what of it the diagnostic marks, if that is not what the source has. */
function expanded(diagnostic: Diagnostic): string {
  if (diagnostic.expanded === undefined) return '';
  return `\nas: ${diagnostic.expanded.text}\n    ${marked(diagnostic.expanded)}`;
}

testCases('places/carets.txt', ['language', 'source'], parts => {
  const files = filesOf(parts);
  const options = {
    file: 'f',
    lang: parts.get('language') as Language,
    readInclude: (path: string) => ({ path, text: files[path] ?? '' }),
  };
  const { diagnostics } = translateSource(parts.get('source') ?? '', options);
  return { marks: diagnostics.map(each => `${each.lineText}\n${marked(each)}${expanded(each)}`).join('\n') };
});

test('C and Lua keep the bytes of an expression with a comma, and warn', () => {
  const source = '|.arch x64\n|.actionlist actions\n| mov rax, [rdi+n,8]\n| mov rax, [rdi+f(n,8)]\n';
  for (const lang of ['c', 'lua'] as const) {
    const { code = '', diagnostics } = translateSource(source, { file: 'f', lang });
    expect(code).toContain('put(Dst, 0, n,8, f(n,8))');
    expect(diagnostics.map(each => [each.severity, each.code, each.line])).toEqual([
      ['warning', 'expression-comma', 3],
    ]);
  }
});

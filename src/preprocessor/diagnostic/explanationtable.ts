/**
 * What each code of a diagnostic means, for `dynasm explain` and the documentation. The keys of the
 * tables are the codes; other files import their types, and load the tables only where an explanation is
 * wanted.
 */

export interface Explanation {
  readonly meaning: string;
  /**
   * Source lines that get the diagnostic, or a command that does where the code is not about a source.
   * Without `.arch` the lines stand behind `|.arch x64` and `|.actionlist actions`.
   */
  readonly wrong: string;
  /** The same as it is right. */
  readonly right: string;
  /** The language of the examples. Default: TypeScript. */
  readonly lang?: 'c' | 'lua';
}

/** Errors. Translation goes on behind most of them, but nothing is written. */
export const ERRORS = {
  actionlist: {
    meaning:
      'Assembly in TypeScript needs one `.actionlist NAME` at module level: there the object is declared that states are made from. ' +
      'It may not stand inside brackets or a function, and a module has only one.',
    wrong: '|.arch x64\n| ret',
    right: '|.arch x64\n|.actionlist actions\n| ret',
  },
  address: {
    meaning:
      'An address is the sum of a base register, an index register times 1, 2, 4 or 8, and displacements, in any order. Registers ' +
      'can only be added, there are at most two, and only one is scaled, by a number.',
    wrong: '| mov eax, [rcx*16]',
    right: '| mov eax, [8 + rcx*8 + rdx - n]',
  },
  alignment: {
    meaning:
      '`.align` takes a power of two from 2 to 256, or a size word (`word` 2, `dword` 4, `qword` 8, …).',
    wrong: '|.align 12',
    right: '|.align 16',
  },
  'ambiguous-line': {
    meaning:
      'The line above is a statement that nothing has ended, so that a line that begins with `|` may be assembly or the rest of an ' +
      'expression. End the line above with `;` if this is assembly.',
    wrong: 'const a = b\n| ret',
    right: 'const a = b;\n| ret',
  },
  arch: {
    meaning:
      'The first statement of a file must be `.arch x64`, `.arch x86` or `.arch arm64`, or `.arch ARCH` for the processor of the ' +
      'platform; only conditionals and `.include` may stand before it. It may not be repeated. A text for `dynasm asm` has none: ' +
      'the option `--arch` says it.',
    wrong: '|.arch x65',
    right: '|.arch x64',
  },
  'assembly-body': {
    meaning:
      'Assembly lines that follow a header without braces (`if (x)`) are all its body, up to the next host line. A line that is ' +
      'indented less looks as if it stood outside. Behind a blank line or comment, lines as deep as the first one belong to the ' +
      'body, and lines as deep as the header do not; anything between is this error. Put braces around the body.',
    wrong: 'if (x)\n  | nop\n| ret',
    right: 'if (x) {\n  | nop\n}\n| ret',
  },
  'assembly-place': {
    meaning:
      'An assembly line is a statement, and no statement can stand here: inside a class, an object, a type, before the first `case`, or behind the head of a function without braces.',
    wrong: 'class A {\n  | ret\n}',
    right: 'class A {\n  emit(Dst) {\n    | ret\n  }\n}',
  },
  'ambiguous-register': {
    meaning:
      'An operand is the name of a register that earlier versions of DynASM do not know (`k1`, `mm0`, `zmm5`, `xmm16`, `r16`), and the file has a ' +
      'variable of that name. In parentheses it is the variable; for the register, give the variable another name.',
    wrong: 'const k1 = 5;\n| mov eax, k1',
    right: 'const k1 = 5;\n| mov eax, (k1)',
  },
  'base-register': {
    meaning:
      'A memory operand, or the register of a `.type`, needs a base register of 32 bits or of the address size.',
    wrong: '| mov eax, [al]',
    right: '| mov eax, [rax]',
  },
  brackets: {
    meaning: 'The brackets of a statement do not match.',
    wrong: '| mov eax, f(1',
    right: '| mov eax, f(1)',
  },
  'byte-registers': {
    meaning:
      'ah, ch, dh and bh exist only in instructions without a REX prefix; spl, bpl, sil, dil, r8b … r31b and variable byte registers ' +
      'exist only with one. One instruction cannot have both.',
    wrong: '| mov ah, r8b',
    right: '| mov al, r8b',
  },
  call: {
    meaning:
      'A program under `dynasm run` called a function of the library with a value that it does not take, or at a time at which it ' +
      'cannot do what is asked. The line is that of the call; `dynasm run --stack` shows the whole stack trace.',
    wrong: '',
    right: '',
  },
  capture: {
    meaning:
      'A `.capture NAME` ends with `.endcapture`, captures do not stand inside one another, and each must come out somewhere with ' +
      '`.dumpcapture NAME`, though not inside itself.',
    wrong: '|.capture later\n| ret\n|.endcapture',
    right: '|.capture later\n| ret\n|.endcapture\n|.dumpcapture later',
  },
  'capture-name': {
    meaning: 'The name of a capture is a letter or `_`, then letters, digits and `_`.',
    wrong: '|.capture 1st\n|.endcapture',
    right: '|.capture first\n|.endcapture\n|.dumpcapture first',
  },
  comment: {
    meaning: 'A block comment in an assembly line must end on the same line.',
    wrong: '| mov eax, 1 /* one',
    right: '| mov eax, 1 /* one */',
  },
  condition: {
    meaning:
      'The condition of `.if` or `.elif` is not an expression. It takes numbers, strings, comparisons, arithmetic, `and`, `or`, `not`, in ' +
      'TypeScript also `&&`, `||`, `!`; names that are not defined are nil.',
    wrong: '|.if 1 +\n|.endif',
    right: '|.if 1 + 1 == 2\n|.endif',
  },
  conditional: {
    meaning:
      '`.if` needs its `.endif`; between them may stand any number of `.elif`, then at most one `.else`.',
    wrong: '|.if X64\n| ret',
    right: '|.if X64\n| ret\n|.endif',
  },
  cpu: {
    meaning:
      'The option `cpu` (`--cpu x86-64-v3`) says which processor features instructions may need, and `.cpu` allows more of them ' +
      'from there on, up to `.cpu default`: for code that is only put where `dasm.cpu` has the feature. Features have the names of ' +
      "Intel's manual.",
    wrong: '|.cpu avx3',
    right: '|.cpu avx2, fma\n| vfmadd231pd ymm0, ymm1, ymm2\n|.cpu default',
  },
  data: {
    meaning:
      'A data directive takes numbers, expressions and, where the size is that of an address, labels and addresses.',
    wrong: '|.byte al',
    right: '|.byte 1, 2, value',
  },
  'declaration-place': {
    meaning: 'A directive that declares a name cannot be the body of a header without braces.',
    wrong: 'if (x)\n|.globals G_',
    right: '|.globals G_',
  },
  'define-name': {
    meaning:
      'The name of a define is a letter or `_`, then letters, digits and `_`. Names that are defined already are replaced in `.define`, ' +
      'too: where the old text is not a name, it cannot be defined again.',
    wrong: '|.define 1st, eax',
    right: '|.define FIRST, eax',
  },
  displacement: {
    meaning:
      'What follows a register in brackets must be `+` or `-` with a number, a size times a number, an expression or (after `+`) a label.',
    wrong: '| mov eax, [rax+]',
    right: '| mov eax, [rax+8]',
  },
  'duplicate-macro': {
    meaning:
      'A macro with that name and number of parameters exists already, or an instruction or directive that takes as many operands.',
    wrong: '|.macro nop\n|.endmacro',
    right: '|.macro three_nops\n| nop; nop; nop\n|.endmacro',
  },
  'duplicate-name': {
    meaning: 'Two directives at module level declare the same name.',
    wrong: '|.globalnames names\n|.externnames names',
    right: '|.globalnames names\n|.externnames others',
  },
  'duplicate-section': {
    meaning: 'One `.section` names all sections of a file.',
    wrong: '|.section code\n|.section data',
    right: '|.section code, data',
  },
  encode: {
    meaning:
      'The encoding engine refused a value, a label or an address. Under `dynasm run` the line is that of the statement that was put.',
    wrong: "dynasm asm 'mov al, 1; jmp >1'",
    right: "dynasm asm 'mov al, 1; jmp >1; 1:'",
  },
  'encoding-choice': {
    meaning:
      'What stands in braces in front of an instruction chooses its encoding: `{vex}`, `{evex}`, `{rex2}`, or `{nf}`, which leaves the flags as they are. ' +
      'The instruction has no such encoding.',
    wrong: '| {nf} mov eax, ebx',
    right: '| {nf} add eax, ebx',
  },
  expression: {
    meaning: 'The text where a value stands is not one expression of TypeScript.',
    wrong: '| mov eax, ...values',
    right: '| mov eax, values[0]',
  },
  'extern-count': {
    meaning:
      'An action list refers to at most 256 externs. Call further functions by address: `call &expression`.',
    wrong: 'dynasm asm "$(seq -f \'call extern f%g\' 257)"',
    right: 'dynasm asm "$(seq -f \'call extern f%g\' 3)"',
  },
  'far-pointer': {
    meaning:
      'A far pointer in the code is a selector of 16 bits, a colon, and an offset, with `word` in front if that has 16 bits. The processor has such calls and jumps on x86 only.',
    wrong: '|.arch x86\n|.actionlist actions\n| jmp qword 0x10:0x1234',
    right: '|.arch x86\n|.actionlist actions\n| jmp 0x10:->entry\n|->entry:',
  },
  fault: {
    meaning:
      'Generated code did what the processor refuses when it ran: it accessed memory that is not there, divided by zero, or jumped to ' +
      'what is not code. Under `dynasm run` the line is that of the instruction.',
    wrong: '',
    right: '',
  },
  filler: {
    meaning: 'The second operand of `.space` and `.align` is a byte, a number from 0 to 255.',
    wrong: '|.space 16, 256',
    right: '|.space 16, 255',
  },
  'float-range': {
    meaning:
      'A literal is so large that it would become an infinite number. Floats reach to 3.4e38, doubles to 1.79e308; `Infinity` can be written.',
    wrong: '|.float 1e39',
    right: '|.double 1e39\n|.float Infinity',
  },
  'global-name': {
    meaning:
      '`.globals PREFIX` makes a constant of each global label, its prefix and the name without what follows `@`. These must be ' +
      'TypeScript identifiers, each another one.',
    wrong: '|.globals G_\n|->a@1:\n|->a@2:',
    right: '|.globals G_\n|->a:\n|->b:',
  },
  'host-syntax': {
    meaning:
      'The output would not be TypeScript: a parser has read it, and found a mistake in the text around the assembly, a name that is ' +
      'declared twice, or an `await` where there can be none.',
    wrong: "echo 'const = 1;' | dynasm translate -",
    right: "echo 'const one = 1;' | dynasm translate - -o out.ts",
  },
  identifier: {
    meaning: 'A directive declares a name in the output, and this one is not an identifier of TypeScript.',
    wrong: '|.globalnames class',
    right: '|.globalnames names',
  },
  'immediate-range': {
    meaning:
      'A literal does not fit the immediate: a byte takes 0 … 255 (or -128 … 127 where it is signed), a word 0 … 65535.',
    wrong: '| mov al, 256',
    right: '| mov al, 255',
  },
  incbin: {
    meaning:
      'The file of `.incbin` is not there or cannot be read, or ends before the part that is wanted. It is looked for in the folders of `-I`, ' +
      'beside the file with the directive, and in the working directory. The operands behind the name are the offset of the first byte and ' +
      'the number of bytes. All code and data of an action list have at most 16 MB.',
    wrong: '|.incbin "missing.bin"',
    right: '|.byte 1, 2, 3',
  },
  include: {
    meaning:
      'An included file is not there or cannot be read. It is looked for in the folders of `-I`, beside the including file, and in the working directory.',
    wrong: '|.include missing.dasi',
    right: '|.define X, 1',
  },
  'index-register': {
    meaning:
      'esp and rsp cannot be index registers, nor can registers that are smaller than 32 bits. Without a scale either register can be ' +
      'the base, so that `[rax+rsp]` is right (in C and Lua only `[rsp+rax]`).',
    wrong: '| mov eax, [rax+rsp*2]',
    right: '| mov eax, [rsp+rax*2]',
  },
  'keep-lines': {
    meaning:
      'With --keep-lines, what a macro, an included file, a capture or a `||` line brings stands on one line: a text that goes over lines ' +
      'cannot be written there.',
    wrong: "printf '|.arch x64\\n|| const text = `a\\n|| b`;\\n' | dynasm translate --keep-lines -",
    right: "printf '|.arch x64\\nconst text = `a\\n b`;\\n' | dynasm translate --keep-lines -",
  },
  label: {
    meaning:
      'A label is defined as `1:` … `9:`, `->name:` or `=>expression:`. With `.label` it can be set to an address, `&expression`.',
    wrong: '|.label eax',
    right: '|.label 1',
  },
  'label-operand': {
    meaning:
      'A label or an extern stands where an expression of the program belongs, as in `.space` or in a variable register.',
    wrong: '|.space ->data\n|->data:',
    right: '|.space 8\n|->data:',
  },
  'label-count': {
    meaning: 'An action list holds at most 237 global labels. Pc labels (`=>expression`) have no limit.',
    wrong: 'dynasm asm "$(seq -f \'->l%g:\' 238)"',
    right: 'dynasm asm "$(seq -f \'->l%g:\' 3)"',
  },
  'label-name': {
    meaning: 'A global label is a letter or `_`, then letters, digits, `_` and `@`.',
    wrong: '|->1st:',
    right: '|->first:',
  },
  'label-sum': {
    meaning:
      'What is added to a label is a number or an expression, and what is subtracted may be another label: `->table + 4`, `->end - ->start`. ' +
      'Addresses cannot be added to each other or multiplied, and the sum is an address or a distance.',
    wrong: '|->a:\n|->b:\n| lea rax, [->a + ->b]',
    right: '|->a:\n|->b:\n| lea rax, [->a + 8]\n|.dword ->b - ->a',
  },
  'label-size': {
    meaning:
      'The address of a label does not fit this operand. Load it into a register first: `lea rax, [label]`.',
    wrong: '| push ->data\n|->data:',
    right: '| lea rax, [->data]\n| push rax\n|->data:',
  },
  language: {
    meaning: 'The output languages are ts, js, c and lua.',
    wrong: 'dynasm translate in.dast --lang python',
    right: 'dynasm translate in.dast --lang ts',
  },
  limit: {
    meaning: 'The text got too long, or is nested too deep: only a mistake reaches this limit.',
    wrong: '',
    right: '',
  },
  macro: {
    meaning: '`.macro` needs its `.endmacro`, and the other way round.',
    wrong: '|.macro m\n| nop',
    right: '|.macro m\n| nop\n|.endmacro',
  },
  'macro-label-capture': {
    meaning:
      'A label of a macro is used inside and outside of a capture. Captured code comes out elsewhere, where other expansions may stand ' +
      'between the label and its references. Take a pc label instead.',
    wrong:
      '|.macro slow\n| jz %%far\n|.capture cold\n|%%far:\n| nop\n|.endcapture\n|.endmacro\n| slow\n|.dumpcapture cold',
    right:
      '|.macro slow, n\n| jz =>n\n|.capture cold\n|=>n:\n| nop\n|.endcapture\n|.endmacro\n| slow 0\n|.dumpcapture cold',
  },
  'macro-label-count': {
    meaning:
      'The macros of a file have at most 128 names of labels (`%%name`). Each counts once, however often its macro is expanded. ' +
      'pc labels have no limit.',
    wrong: `dynasm asm "$(echo .macro m; seq -f '%%%%l%g:' 129; echo .endmacro; echo m)"`,
    right: `dynasm asm "$(echo .macro m; seq -f '%%%%l%g:' 128; echo .endmacro; echo m)"`,
  },
  'macro-label-name': {
    meaning: 'A label of a macro is `%%` and a name: a letter or `_`, then letters, digits and `_`.',
    wrong: '|.macro skip\n| jmp %%1\n|%%1:\n|.endmacro\n| skip',
    right: '|.macro skip\n| jmp %%end\n|%%end:\n|.endmacro\n| skip',
  },
  'macro-label-place': {
    meaning:
      'A label `%%name` belongs to the expansion of a macro, and stands only there. Outside of macros take a local label, `1:`.',
    wrong: '|%%loop:\n| jmp %%loop',
    right: '|1:\n| jmp <1',
  },
  'macro-label-twice': {
    meaning: 'An expansion of a macro defines a label `%%name` once.',
    wrong: '|.macro twice\n|%%a:\n|%%a:\n|.endmacro\n| twice',
    right: '|.macro once\n|%%a:\n|%%b:\n|.endmacro\n| once',
  },
  'macro-label-undefined': {
    meaning: 'A label `%%name` must be defined in the expansion that refers to it.',
    wrong: '|.macro skip\n| jmp %%end\n|.endmacro\n| skip',
    right: '|.macro skip\n| jmp %%end\n|%%end:\n|.endmacro\n| skip',
  },
  'macro-name': {
    meaning: 'The name of a macro is a letter, `_` or `.`, then letters, digits, `_` and `.`.',
    wrong: '|.macro 1st\n|.endmacro',
    right: '|.macro first\n| nop\n|.endmacro',
  },
  'macro-parameter': {
    meaning:
      'A parameter of a macro is a letter or `_`, then letters, digits and `_`; each has another name.',
    wrong: '|.macro m, a, a\n|.endmacro',
    right: '|.macro m, a, b\n| mov a, b\n|.endmacro',
  },
  'macro-size': {
    meaning:
      'The expansion of a macro gets longer than any program needs: macros that use one another double it each time.',
    wrong: '',
    right: '',
  },
  member: {
    meaning:
      'What follows the name of a `.type` is `->name` or `[expression]`, and then `.name`, `->name` or `[expression]` as often as needed.',
    wrong: '|.type T, t, rax\n| mov eax, T->1',
    right: '|.type T, t, rax\n| mov eax, T->first',
  },
  nesting: {
    meaning: 'Macros or included files are nested more than 200 deep: one of them uses itself.',
    wrong: '',
    right: '',
  },
  'no-value': {
    meaning:
      'In `dynasm asm` an operand must be a constant expression: integers, names that `-D NAME=VALUE` gives a value, the operators ' +
      '`+ - * / % << >> & | ^ ~`, and parentheses. Values have 64 bits. In a template of the tag `asm` values come in as `${value}`.',
    wrong: "dynasm asm 'mov eax, size'",
    right: "dynasm asm 'mov eax, size' -D size=8",
  },
  number: {
    meaning:
      'An operand is a number that is not an integer, or one that TypeScript does not have: `010`, `5LL`, `0x1p4`, `0ffh`.',
    wrong: '| mov eax, 010',
    right: '| mov eax, 0o10',
  },
  'number-range': {
    meaning: 'A literal is between -0x80000000 and 0xffffffff. `mov64` takes 64 bits.',
    wrong: '| mov rax, 0x123456789',
    right: '| mov64 rax, 0x123456789',
  },
  operand: {
    meaning: 'An operand begins with a register, and something follows that does not belong to it.',
    wrong: '| mov eax, ecx edx',
    right: '| mov eax, ecx',
  },
  decorator: {
    meaning:
      'Braces behind an operand hold a mask (`{k1}` … `{k7}`, `{k(n)}`), `{z}` behind a mask, a broadcast of memory (`{1to2}` … `{1to32}`), ' +
      'or rounding (`{rn-sae}`, `{rd-sae}`, `{ru-sae}`, `{rz-sae}`, `{sae}`).',
    wrong: '| vaddps zmm0{k0}, zmm1, zmm2',
    right: '| vaddps zmm0{k1}{z}, zmm1, zmm2',
  },
  'operand-count': {
    meaning: 'The instruction, directive or macro takes another number of operands.',
    wrong: '| mov eax',
    right: '| mov eax, 1',
  },
  'operand-mode': {
    meaning:
      'The instruction does not take an operand of that kind in that place: a register, memory, an immediate or a label. The notes list the ' +
      'forms that are nearest.',
    wrong: '| lea eax, ecx',
    right: '| lea eax, [rcx]',
  },
  'operand-size': {
    meaning:
      'The sizes of the operands do not go together, or the size of a memory operand is missing. It may be left out where all forms that ' +
      'take the other operands agree on it (in C and Lua output only where another operand has it); else write one of the size words that ' +
      'the message lists in front of the operand.',
    wrong: '| mov [rax], 1',
    right: '| mov dword [rax], 1',
  },
  platform: {
    meaning: 'A platform is an architecture and a system: x64-linux, x86-windows, x64-osx, …',
    wrong: 'dynasm translate in.dast --platform vax-vms',
    right: 'dynasm translate in.dast --platform x64-linux',
  },
  proc: {
    meaning:
      'A procedure, `.proc NAME`, ends with `.endproc` in the section in which it begins. Procedures do not stand inside one another. ' +
      'A name behind `.endproc` must be that of the procedure.',
    wrong: '|.proc f\n| ret',
    right: '|.proc f\n| ret\n|.endproc',
  },
  'recursive-define': {
    meaning: 'A define stands for a text that contains itself.',
    wrong: '|.define A, A+1\n| mov eax, A',
    right: '|.define A, B+1\n| mov eax, A',
  },
  'recursive-macro': {
    meaning: 'A macro uses itself.',
    wrong: '|.macro m\n| m\n|.endmacro\n| m',
    right: '|.macro m\n| nop\n|.endmacro\n| m',
  },
  'rip-relative': {
    meaning:
      "A label as a memory operand is encoded as a distance from the end of the instruction, and DynASM's action list has no way to say " +
      'how long an immediate behind it is. Load the address first. (In TypeScript output there is no such limit.)',
    wrong: '| cmp dword [->flag], 1\n|->flag:',
    right: '| lea rax, [->flag]\n| cmp dword [rax], 1\n|->flag:',
    lang: 'c',
  },
  'register-expression': {
    meaning:
      'The name of a register, or one that is nearly such a name, stands in an expression, which is evaluated when the code is made: registers ' +
      'have no values then. If a variable has that name, a host line of the file must contain it.',
    wrong: '| mov eax, edx + 1',
    right: '| lea eax, [rdx + 1]',
  },
  'section-name': {
    meaning:
      'The name of a section is a letter, then letters, digits and `_`, and `.NAME` is not a directive already.',
    wrong: '|.section 1st',
    right: '|.section first',
  },
  segment: {
    meaning:
      'A segment register stands in front of the address of a memory operand, once, and inside or outside of the brackets.',
    wrong: '| mov rax, fs:0x28',
    right: '| mov rax, [fs:0x28]',
  },
  'size-override': {
    meaning:
      'A size word stands in front of something that has a size of its own, or none: a register or a label (in C and Lua also a number).',
    wrong: '| mov eax, dword ecx',
    right: '| mov eax, ecx',
  },
  syntax: {
    meaning: 'A statement begins with a name.',
    wrong: '|, 1',
    right: '| nop',
  },
  template: {
    meaning:
      'In a template of the tag `asm`, `${value}` stands for an expression: an immediate, a displacement, the number of a register ' +
      '(`mov Rd(${n}), 1`), an address, data. It cannot be an instruction, a name, or a part of one (`mov ${register}, 1`, `f${n}:`). A template ' +
      'has no host lines, and no directives that declare names in a module (`.actionlist`, `.globals`, `.type`).',
    wrong: '',
    right: '',
  },
  text: {
    meaning:
      'A text is a string literal of TypeScript, in single or double quotes, not a template. `.byte`, `.ascii` and `.asciz` take it as UTF-8 ' +
      '(`.asciz` with a 0 byte behind each), `.utf16` as UTF-16. Its escape sequences are those of TypeScript.',
    wrong: '|.word "text"',
    right: '|.utf16 "text"\n|.asciz "text"',
  },
  'type-dot': {
    meaning:
      '`NAME.member` could be a member of a `.type`, or a property of a variable of that name. Write `NAME->member` for the one and ' +
      '`(NAME.member)` for the other.',
    wrong: '|.type T, t, rax\n| mov eax, T.first',
    right: '|.type T, t, rax\n| mov eax, T->first',
  },
  'type-member': {
    meaning:
      'In Lua output, what follows the name of a `.type` is `.member`, `->member`, `[index]` or `[index].member`.',
    wrong: '|.type T, t, rax\n| mov eax, T[1]x',
    right: '|.type T, t, rax\n| mov eax, T.a',
    lang: 'lua',
  },
  'type-name': {
    meaning:
      'The name of a `.type` is a letter or `_`, then letters, digits and `_`, and is not a type already.',
    wrong: '|.type 1st, t',
    right: '|.type FIRST, t',
  },
  'type-register': {
    meaning: 'The `.type` names no register, so that each use must: `TYPE:register->member`.',
    wrong: '|.type T, t\n| mov eax, T->a',
    right: '|.type T, t\n| mov eax, T:rdi->a',
  },
  'unknown-type': {
    meaning: 'What stands in front of `->`, or behind `#`, is not the name of a `.type` above.',
    wrong: '| mov eax, NODE->next',
    right: "|.type NODE, 'node_t', rbx\n| mov eax, NODE->next",
  },
  'unknown-statement': {
    meaning: 'There is no instruction, directive or macro of that name.',
    wrong: '| mvo eax, 1',
    right: '| mov eax, 1',
  },
  user: {
    meaning: 'The source says so: `.error` or `.fatal`.',
    wrong: '|.error not on this platform',
    right: '|.nop',
  },
  'variable-register': {
    meaning: 'A register class is followed by the register number in parentheses.',
    wrong: '| mov Rd, 1',
    right: '| mov Rd(n), 1',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/**
 * Warnings: what DynASM accepts although it can hardly be meant. In C and Lua output the bytes stay DynASM's,
 * and each warning can be turned off; TypeScript output rejects all except `bad-idea`, or does what is meant.
 */
export const WARNINGS = {
  'address-size': {
    meaning: 'a 32-bit register as an address on x64 is encoded without the 67h prefix: as its 64-bit one',
    wrong: '| mov eax, [ecx]',
    right: '| mov eax, [rcx]',
    lang: 'c',
  },
  'bad-idea': {
    meaning: 'sp or esp as an operand, where rsp or esp is usually meant (DynASM warns, too)',
    wrong: '| mov esp, eax',
    right: '| mov rsp, rax',
  },
  defect: {
    meaning:
      'DynASM encodes this instruction wrongly with these operands (some for one register only, as `xchg Rd(n), eax` for n = 0), or the ' +
      'processor does not have it with them',
    wrong: '| clflush word [rax]',
    right: '| clflush [rax]',
  },
  displacement: {
    meaning: 'a number without a sign behind a register or scale is added as a displacement',
    wrong: '| mov eax, [rcx*16]',
    right: '| mov eax, [rcx*8+8]',
    lang: 'c',
  },
  'condition-variable': {
    meaning:
      'a condition of `.if` has a name that is not defined, and that is a variable of the program: it counts as false',
    wrong: 'const size = 8;\n|.if size == 8\n| nop\n|.endif',
    right: '|.define size, 8\n|.if size == 8\n| nop\n|.endif',
  },
  'expression-comma': {
    meaning: 'a comma in an expression makes two arguments of it, and shifts all that follow',
    wrong: '| mov eax, [rdi+n,8]',
    right: '| mov eax, [rdi+n+8]',
    lang: 'c',
  },
  'extern-size': {
    meaning: 'the address of an extern takes four bytes in .aword and .qword',
    wrong: '|.aword extern malloc',
    right: '|.aword ->table\n|->table:',
    lang: 'c',
  },
  'high-byte': {
    meaning: 'ah, ch, dh and bh cannot be named with a REX prefix, which registers from number 8 on need',
    wrong: '| mov ah, [r8]',
    right: '| mov al, [r8]',
  },
  'label-address': {
    meaning: 'a global label set to an address gets the address of the code added to it',
    wrong: '|.label ->table, &address',
    right: '|->table:',
    lang: 'c',
  },
  'label-redefined': {
    meaning:
      'a global or pc label is defined twice: references before the second definition and behind it go to different places',
    wrong: '|->x:\n| jmp ->x\n|->x:\n| ret',
    right: '|->x:\n| jmp ->y\n|->y:\n| ret',
    lang: 'c',
  },
  'label-size': {
    meaning: 'an address as an immediate takes four bytes, whatever the size of the instruction',
    wrong: '|.arch x86\n|.actionlist actions\n| cmp cl, ->x\n|->x:',
    right: '|.arch x86\n|.actionlist actions\n| cmp ecx, ->x\n|->x:',
  },
  'mixed-address': {
    meaning: 'base and index have different sizes; that of the base counts',
    wrong: '| mov eax, [rax+ecx]',
    right: '| mov eax, [rax+rcx]',
  },
  'sign-extended': {
    meaning: 'a literal from 0x80000000 on in a 64-bit operation means a negative number',
    wrong: '| add rax, 0xffffffff',
    right: '| add rax, -1',
  },
  'size-prefix': {
    meaning:
      'a prefix that is a statement of its own gives the next instruction another length, so that the processor reads the bytes behind it ' +
      'as something else: `o16` shortens an immediate, `a16` and `a32` an address',
    wrong: '| o16; push 0x1234',
    right: '| push word 0x1234',
  },
  'size-word': {
    meaning: 'a name that begins with a size word reads as that size and the rest',
    wrong: '| mov eax, bytes',
    right: '| mov eax, (bytes)',
    lang: 'c',
  },
  'wide-displacement': {
    meaning: 'a label added to a register takes eight bytes where four belong',
    wrong: '| mov eax, [rax+->table]\n|->table:',
    right: '| lea rcx, [->table]\n| mov eax, [rcx+rax]\n|->table:',
    lang: 'c',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/** Notes: about the translation, not about a mistake. */
export const NOTES = {
  unchecked: {
    meaning:
      'Nobody has looked whether the TypeScript output parses, since the parser, oxc-transform, has no binary for this platform. Mistakes in the ' +
      'program around the assembly show when the output is compiled. From version 22.13 on, Node ' +
      'itself strips types for JavaScript and for modules that are loaded; before, neither is possible (then this is an error).',
    wrong: '',
    right: '',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

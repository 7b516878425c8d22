/**
 * Sources to translate, of any length: made-up code emitters, as a compiler's back end has them, four lines in five of them
 * assembly. The same text at every call.
 */

/** Languages of sources, by what differs in the host's lines. */
const hosts = {
  ts: {
    head: `import { dasm, type State } from 'dynasm';\n`,
    open: (n: number) =>
      `export function emit${n}(Dst: State<typeof actions>, slot: number, value: number): void {`,
    list: '',
  },
  c: {
    head: '#include "dasm_proto.h"\n',
    open: (n: number) => `void emit${n}(Dst_DECL, int slot, int value) {`,
    list: '|.globals GLOBAL_\n',
  },
} as const;

/** One emitter; `N` is its number. */
const body = `|->entryN:
|  push rbx
|  mov FRAME, rdi               // the frame of the interpreter
|  load eax, slot
|  load ecx, slot + 1
|  lea rdx, [FRAME+rcx*8+16]
|  cmp eax, value
|  jge >1
|  imul ecx, [FRAME+slot*8], 24
|  add eax, ecx; sub rdx, rcx
|  test dword [rdx+4], 0x7f
|  jz <9
|1:
|  movsd xmm0, qword [rdx]
|  addsd xmm0, qword [FRAME+8*slot]
|  ucomisd xmm0, xmm1
|  ja ->entryN
|  movzx eax, byte [rdx+rax]
|  mov [rdx+value], al
  if (value > N) {
    |  mov dword [FRAME+8], value
    |  and eax, value & 0xff
  }
|9:
|  shl rax, 3
|  xor ecx, ecx
|  cmp rax, TOP
|  setl cl
|  store slot, ecx
|  jne =>slot
|  call rax
|  pop rbx
|  ret
}
`;

export function makeSource(lang: 'ts' | 'c', lines: number): string {
  const { head, open, list } = hosts[lang];
  let text = `${head}
|.arch x64
|.actionlist actions
${list}
|.define FRAME, rbx
|.define TOP, r12

|.macro load, reg, index
|  mov reg, [FRAME+8*(index)]
|.endmacro
|.macro store, index, reg
|  mov [FRAME+8*(index)], reg
|.endmacro

`;
  for (let count = text.split('\n').length, n = 0; count < lines; n++) {
    const emitter = `${open(n)}\n${body.replaceAll('N', String(n % 200))}\n`;
    text += emitter;
    count += emitter.split('\n').length - 1;
  }
  return text;
}

/** How many lines of `source` are assembly. */
export function countAssembly(source: string): number {
  return source.match(/^\s*\|/gm)?.length ?? 0;
}

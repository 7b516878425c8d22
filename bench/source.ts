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

const REGISTERS = ['rax', 'rcx', 'rdx', 'rsi', 'r8', 'r9', 'r10', 'r11'];

/** One emitter. What differs from one to the next makes statements as various as in real programs. */
function body(n: number): string {
  const register = (k: number): string => REGISTERS[(n + k) % REGISTERS.length] ?? 'rax';
  const slot = 8 * n;
  return `|->entry${n % 200}:
|  push rbx
|  mov FRAME, rdi               // the frame of the interpreter
|  load eax, slot
|  load ecx, slot + ${n % 50}
|  lea ${register(2)}, [FRAME+${register(1)}*8+${slot}]
|  cmp eax, value + ${n}
|  jge >1
|  imul ecx, [FRAME+slot*8], ${n + 24}
|  add eax, ecx; sub ${register(3)}, ${register(5)}
|  test dword [${register(4)}+${slot + 4}], 0x7f
|  jz <9
|1:
|  movsd xmm${n % 7}, qword [${register(2)}+${n % 128}]
|  addsd xmm0, qword [FRAME+8*slot+${slot}]
|  ucomisd xmm${n % 7}, xmm${n % 5}
|  ja ->entry${n % 200}
|  movzx eax, byte [${register(0)}+${register(7)}*2+${n}]
|  mov [rdx+value+${slot}], al
  if (value > ${n}) {
    |  mov dword [FRAME+${slot}], value
    |  and eax, value & ${n % 256}
  }
|9:
|  shl ${register(6)}, ${n % 31}
|  xor ecx, ecx
|  cmp ${register(1)}, TOP
|  setl cl
|  store slot + ${n % 40}, ecx
|  jne =>slot
|  call ${register(3)}
|  pop rbx
|  ret
}
`;
}

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
    const emitter = `${open(n)}\n${body(n)}\n`;
    text += emitter;
    count += emitter.split('\n').length - 1;
  }
  return text;
}

/** How many lines of `source` are assembly. */
export function countAssembly(source: string): number {
  return source.match(/^\s*\|/gm)?.length ?? 0;
}

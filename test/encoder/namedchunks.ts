/**
 * A small action list for tests. Its chunks have names, and each comes from a source line of its own in
 * `chunks.dast`, in order from 1.
 */
import { type ActionList, actionList, type Arch } from '../../src/encoder/index.ts';

// prettier-ignore
const CHUNKS = {
  nop: [0x90, 255],
  byte: [0xb0, 235, 255],                      // mov al, i
  sbyte: [0x83, 0xc0, 234, 255],               // add eax, sbyte i
  word: [0x66, 0xb8, 236, 255],                // mov ax, i
  wordByte: [0x66, 0x81, 0xc0, 238, 255],      // add ax, i
  dword: [0xb8, 237, 255],                     // mov eax, i
  signed: [0x48, 0xc7, 0xc0, 237, 255],        // mov rax, i (sign-extended)
  dwordByte: [0x81, 0xc0, 239, 255],           // add eax, i
  signedByte: [0x48, 0x81, 0xc0, 239, 255],    // add rax, i (sign-extended)
  disp: [0x8b, 0x83, 233, 255],                // mov eax, [rbx+d]
  register: [0x40, 0x50, 240, 42, 255],        // push Rq(n)
  index: [0x40, 0x8b, 0x84, 253, 0xc3, 240, 0x44, 233, 255], // mov eax, [rbx+Ra(n)*8+d]
  x87: [0xd8, 0x40, 0xc0, 240, 42, 255],       // fadd Rf(n)
  highByte: [0x8a, 0x24, 0x43, 240, 0x42, 255], // mov ah, [rbx+Rq(n)*2]
  space: [241, 0xcc, 255],
  mov64: [0x48, 0xb8, 237, 237, 255],           // mov64 rax, i
  call: [0xe8, 243, 255],                      // call &f
  extern: [0xe8, 251, 1, 0, 255],              // call extern puts
  externAddress: [0xb8, 251, 0, 0, 255],       // mov eax, extern puts
  externSigned: [0x48, 0xc7, 0xc0, 251, 0, 0, 255], // mov rax, extern puts (sign-extended)
  one: [248, 1, 255],                          // 1:
  back: [252, 0xe9, 244, 1, 255],              // jmp <1
  ahead: [0x0f, 0x84, 244, 247, 255],          // jz >1
  top: [248, 10, 255],                         // ->top:
  setTop: [248, 10, 242, 255],                 // .label ->top, &a
  setOne: [248, 1, 242, 255],
  setPc: [249, 242, 255],
  toTop: [252, 0xe9, 244, 10, 255],            // jmp ->top
  toBottom: [0xe8, 244, 11, 255],              // call ->bottom
  toOther: [0xe8, 244, 40, 255],               // call of a label that the list has no name for
  topAddress: [246, 10, 255],                  // .aword ->top
  pc: [249, 255],                              // =>pc:
  toPc: [0x0f, 0x8f, 245, 255],                // jg =>pc
  pcAddress: [247, 255],                       // .aword =>pc
  align: [250, 15, 255],                       // .align 16
  data: [254, 1],                              // .data
  code: [254, 0],
  section9: [254, 9],
  several: [0xb8, 237, 0xb9, 237, 0xc3, 255],  // mov eax, i; mov ecx, j; ret, on three lines
} satisfies { readonly [name: string]: readonly number[] };

export type ChunkName = keyof typeof CHUNKS;

const names = Object.keys(CHUNKS);
const actions: number[] = [];
const starts = new Map<string, number>();
const lines: number[] = [];
for (const [index, [name, bytes]] of Object.entries(CHUNKS).entries()) {
  starts.set(name, actions.length);
  lines.push(actions.length, 0, index + 1);
  actions.push(...bytes);
}
const several = start('several');
lines.push(several + 2, 0, names.length + 1, several + 4, 0, names.length + 2);

/** The offset of a chunk. */
export function start(name: ChunkName): number {
  return starts.get(name) ?? -1;
}

/** The source line of a chunk. */
export function line(name: ChunkName): number {
  return names.indexOf(name) + 1;
}

/** The action list for an architecture. */
export function namedChunks(arch: Arch = 'x64', id = 'chunks'): ActionList {
  const signed = [start('signed') + 3, start('signedByte') + 3, start('externSigned') + 3];
  return actionList({
    format: 1,
    arch,
    id,
    sections: ['code', 'data'],
    globals: ['top', 'bottom'],
    externs: ['puts'],
    signed,
    files: ['chunks.dast'],
    lines,
    actions,
  });
}

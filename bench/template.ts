/**
 * Templates (`` Dst.asm`…` ``, `` asm`…` ``) beside the same puts in a `.dast` file, both used before.
 *
 *     node --import tsx bench/template.ts
 *
 * Prints a Markdown table.
 */
import { type ActionList, asm, dasm, loadString } from 'dynasm';
import { type Candidate, measure, median, nanoseconds, row, table } from './measurement.ts';

type State = ReturnType<typeof dasm.new>;

interface Module {
  readonly actions: ActionList;
  readonly four: (Dst: State, end: number, start?: number) => void;
  readonly twenty: (Dst: State, rounds: number) => void;
  readonly one: (Dst: State, rounds: number) => void;
}

const SOURCE = `
|.arch x64
|.actionlist actions
export { actions };
export function one(Dst, rounds) {
  for (let i = 0; i < rounds; i++) {
    | add eax, i
  }
}
export function four(Dst, end, start = 0) {
  for (let i = start; i < end; i++) {
    const a = i & 3;
    | mov Rd(a), i
    | add Rq(a), rsi
    | add Rd(a), i & 63
    | xor edi, edi
  }
}
export function twenty(Dst, rounds) {
  for (let i = 0; i < rounds; i++) {
    const a = i & 3;
    | push rbx
    | mov rbx, rdi
    | mov ecx, i
    |1:
    | mov eax, [rbx+8*a]
    | imul eax, eax, 3
    | add eax, i & 63
    | cmp eax, [rbx+rcx*4+16]
    | jae >2
    | mov [rbx+rcx*4], eax
    | movsd xmm0, qword [rbx+i]
    | addsd xmm0, xmm1
    | movsd qword [rbx+8], xmm0
    | dec ecx
    | jnz <1
    |2:
    | lea rax, [rbx+rcx]
    | test eax, eax
    | pop rbx
    | ret
  }
}
`;

const { actions, one, four, twenty } = (await loadString(SOURCE)) as unknown as Module;

const templates = {
  one: (Dst: State, rounds: number): void => {
    for (let i = 0; i < rounds; i++) Dst.asm`add eax, ${i}`;
  },
  four: (Dst: State, rounds: number): void => {
    for (let i = 0; i < rounds; i++) {
      const a = i & 3;
      Dst.asm`
        mov Rd(${a}), ${i}
        add Rq(${a}), rsi
        add Rd(${a}), ${i & 63}
        xor edi, edi
      `;
    }
  },
  twenty: (Dst: State, rounds: number): void => {
    for (let i = 0; i < rounds; i++) {
      const a = i & 3;
      Dst.asm`
        push rbx
        mov rbx, rdi
        mov ecx, ${i}
      1:
        mov eax, [rbx+${8 * a}]
        imul eax, eax, 3
        add eax, ${i & 63}
        cmp eax, [rbx+rcx*4+16]
        jae >2
        mov [rbx+rcx*4], eax
        movsd xmm0, qword [rbx+${i}]
        addsd xmm0, xmm1
        movsd qword [rbx+8], xmm0
        dec ecx
        jnz <1
      2:
        lea rax, [rbx+rcx]
        test eax, eax
        pop rbx
        ret
      `;
    }
  },
};

const ROUNDS = 1000;

/** Nanoseconds for one put of `compile`, into a state that is used again and again. */
function candidate(name: string, Dst: State, compile: (Dst: State, rounds: number) => void): Candidate {
  const run = (): void => {
    Dst.setup();
    compile(Dst, ROUNDS);
  };
  return { name, run: () => median(Array.from({ length: 40 }, () => nanoseconds(run))) / ROUNDS };
}

/** Nanoseconds for a piece of code in a state of its own, linked and encoded. */
function whole(name: string, code: (value: number) => Uint8Array): Candidate {
  const run = (): void => {
    for (let i = 0; i < ROUNDS; i++) code(i);
  };
  return { name, run: () => median(Array.from({ length: 10 }, () => nanoseconds(run))) / ROUNDS };
}

function bytesOf(Dst: State): Uint8Array {
  const bytes = new Uint8Array(Dst.link());
  Dst.encode(bytes, 0);
  return bytes;
}

const groups: readonly (readonly Candidate[])[] = [
  [
    candidate('one instruction: .dast', dasm.new(actions), one),
    candidate('the same: template', dasm.new(), templates.one),
  ],
  [
    candidate('four instructions: .dast', dasm.new(actions), four),
    candidate('the same: template', dasm.new(), templates.four),
  ],
  [
    candidate('20 instructions: .dast', dasm.new(actions), twenty),
    candidate('the same: template', dasm.new(), templates.twenty),
  ],
  [
    whole('a piece of code of its own: .dast', value => {
      const Dst = dasm.new(actions);
      four(Dst, value + 1, value);
      return bytesOf(Dst);
    }),
    whole(
      'the same: template',
      value =>
        asm.x64`mov Rd(${value & 3}), ${value}; add Rq(${value & 3}), rsi; add Rd(${value & 3}), ${value & 63}; xor edi, edi`
          .bytes,
    ),
  ],
];
const rows: string[][] = [];
for (const group of groups) for (const figures of await measure(group, 30, 10)) rows.push(row(figures));
console.log(table(['', 'ns', '10 % … 90 %', 'ratio'], rows));

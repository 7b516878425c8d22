/**
 * Encoder throughput: put + link + encode of a realistic mix, as a compiler for a small register machine would make it:
 * immediates, variable registers, forward and backward branches, labels, data in a second section.
 *
 *     node --conditions=dynasm-source --import tsx bench/encoder.ts [operations] [rounds]
 *
 * Prints nanoseconds a put (median and spread over rounds), puts and bytes a second, machine and Node version.
 */
import { cpus } from 'node:os';
import { actionList, State } from 'dynasm/encoder';

// prettier-ignore
const actions = actionList({ format: 1, arch: 'x64', id: 'bench/encoder', sections: ['code', 'data'], globals: ['exit'],
  files: ['encoder.ts'], lines: lineTriples(),
  actions: [
    254,0,83,85,72,137,252,251,72,137,252,245,255,249,255,64,184,240,42,237,255,
    72,1,192,240,131,240,35,255,64,129,192,240,43,239,255,72,139,131,253,240,
    131,233,255,64,137,132,253,240,131,195,240,84,233,255,64,129,252,248,240,
    43,239,15,141,245,255,131,252,237,1,15,133,245,255,72,137,223,190,237,252,
    255,83,16,133,192,15,132,244,247,255,72,139,64,8,255,252,233,244,10,248,1,
    255,252,242,64,15,88,192,240,132,240,52,255,254,1,237,237,237,254,0,64,15,
    182,132,253,240,132,3,240,85,233,64,193,224,240,43,235,255,248,2,64,252,255,
    192,240,43,64,131,252,248,240,43,100,15,140,244,2,255,72,141,68,139,16,72,
    137,68,36,8,255,252,246,131,233,1,15,132,244,10,255,64,105,67,253,240,139,
    8,239,255,49,192,137,3,255,250,15,248,10,93,91,195,255] });

/** Action offsets of the assembly lines, as line triples. */
// prettier-ignore
function lineTriples(): number[] {
  const offsets = [
    0, 2, 3, 4, 8, 13, 15, 21, 29, 36, 44, 55, 62, 66, 70, 74, 77, 79, 83, 85, 90, 95, 99, 102, 113, 115, 118, 120, 130, 138,
    140, 145, 151, 158, 163, 169, 174, 179, 188, 190, 193, 195, 197, 198, 199];
  return offsets.flatMap((offset, index) => [offset, 0, index + 1]);
}

let puts = 0;

/** Puts code for so many operations of a made-up program, by the calls that the preprocessor writes. */
function compile(Dst: State, operations: number, seed: number): void {
  const last = (operations - 1) >> 2;
  actions.on(Dst).put(0); // .code
  actions.on(Dst).put(2); // push rbx; push rbp; mov rbx, rdi; mov rbp, rsi
  for (let i = 0; i < operations; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    const a = (seed >> 8) & 15;
    const b = (seed >> 12) & 15;
    const imm = seed >> 12;
    const index = b === 4 ? 5 : b;
    if ((i & 3) === 0) {
      actions.on(Dst).put(13, i >> 2); // =>i/4:
      puts++;
    }
    switch ((seed >> 28) & 15) {
      case 0:
        actions.on(Dst).put(15, a, imm); // mov Rd(a), imm
        break;
      case 1:
        actions.on(Dst).put(21, b, a); // add Rq(a), Rq(b)
        break;
      case 2:
        actions.on(Dst).put(29, a, imm & 255); // add Rd(a), imm & 255
        break;
      case 3:
        actions.on(Dst).put(36, a, imm & 1023); // mov Rq(a), [rbx+(imm & 1023)]
        break;
      case 4:
        actions.on(Dst).put(44, a, index, imm & 127); // mov [rbx+Rq(index)*8+(imm & 127)], Rd(a)
        break;
      case 5:
        actions.on(Dst).put(55, a, imm, Math.min((i >> 2) + 1 + (imm & 7), last)); // cmp Rd(a), imm; jge =>…
        break;
      case 6:
        actions.on(Dst).put(66, Math.max((i >> 2) - (imm & 15), 0)); // sub ebp, 1; jnz =>…
        break;
      case 7:
        actions.on(Dst).put(74, imm); // mov rdi, rbx; mov esi, imm; call qword [rbx+16]; test eax, eax; jz >1
        if (imm & 1) {
          actions.on(Dst).put(90); // mov rax, [rax+8]
          puts++;
        }
        actions.on(Dst).put(95); // jmp ->exit; 1:
        puts++;
        break;
      case 8:
        actions.on(Dst).put(102, a, b); // addsd xmm(a), xmm(b)
        break;
      case 9:
        actions.on(Dst).put(113); // .data
        actions.on(Dst).put(115, imm, a, b); // .dword imm, a, b; .code
        puts++;
        break;
      case 10:
        actions.on(Dst).put(120, a, index, imm, a, b); // movzx Rd(a), byte [rbx+Rq(index)+imm]; shl Rd(a), b
        break;
      case 11:
        actions.on(Dst).put(138, a, a); // 2: inc Rd(a); cmp Rd(a), 100; jl <2
        break;
      case 12:
        actions.on(Dst).put(158); // lea rax, [rbx+rcx*4+16]; mov [rsp+8], rax
        break;
      case 13:
        actions.on(Dst).put(169, imm & 63); // test byte [rbx+(imm & 63)], 1; jz ->exit
        break;
      case 14:
        actions.on(Dst).put(179, a, imm); // imul Rd(a), [rbx+8], imm
        break;
      default:
        actions.on(Dst).put(188); // xor eax, eax; mov [rbx], eax
    }
    puts++;
  }
  actions.on(Dst).put(193); // .align 16; ->exit: pop rbp; pop rbx; ret
  puts += 3;
}

/** Nanoseconds of put, link and encode for the ten programs of a round. */
function round(
  Dst: State,
  operations: number,
  buffer: Uint8Array,
): { times: [number, number, number]; bytes: number } {
  const times: [number, number, number] = [0, 0, 0];
  let bytes = 0;
  for (let seed = 1; seed <= 10; seed++) {
    Dst.setup();
    const start = process.hrtime.bigint();
    compile(Dst, operations, seed);
    const put = process.hrtime.bigint();
    const size = Dst.link();
    const link = process.hrtime.bigint();
    Dst.encode(buffer, 0x7e1234560000);
    const encode = process.hrtime.bigint();
    times[0] += Number(put - start);
    times[1] += Number(link - put);
    times[2] += Number(encode - link);
    bytes += size;
  }
  return { times, bytes };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const operations = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 500);
const Dst = new State(actions);
Dst.growPc((operations >> 2) + 1);
const buffer = new Uint8Array(operations * 40 + 4096);
for (let warmup = 0; warmup < Math.min(rounds, 200); warmup++) round(Dst, operations, buffer);

const samples: [number, number, number][] = [];
puts = 0;
let bytes = 0;
for (let i = 0; i < rounds; i++) {
  const result = round(Dst, operations, buffer);
  samples.push(result.times);
  bytes += result.bytes;
}
const putsARound = puts / rounds;
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform} ${process.arch}`,
);
console.log(
  `${putsARound / 10} puts and ${Math.round(bytes / rounds / 10)} bytes a program, ${rounds} rounds of 10 programs`,
);
const columns = [
  ['put', samples.map(times => times[0])],
  ['link', samples.map(times => times[1])],
  ['encode', samples.map(times => times[2])],
  ['total', samples.map(times => times[0] + times[1] + times[2])],
] as const;
for (const [name, times] of columns) {
  const sorted = times.map(time => time / putsARound).toSorted((x, y) => x - y);
  const [low, median, high] = [0.1, 0.5, 0.9].map(share => percentile(sorted, share).toFixed(1));
  console.log(`${name.padEnd(7)} ${median} ns a put (10 %: ${low}, 90 %: ${high})`);
}
const total = percentile(
  samples.map(times => times[0] + times[1] + times[2]).toSorted((x, y) => x - y),
  0.5,
);
console.log(
  `${((putsARound / total) * 1e3).toFixed(2)} million puts/s, ${((bytes / rounds / total) * 1e3).toFixed(1)} MB/s`,
);

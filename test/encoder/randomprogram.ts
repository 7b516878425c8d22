/**
 * Random programs for the encoder. `randomProgram` takes a seed and returns a program. Most programs are
 * right; some have a value, label or section that is out of range.
 */
import { Action } from '../../src/encoder/index.ts';
import * as ExtendedAction from '../../src/encoder/format/extendedaction.ts';
import { codeAt, codeBytes, inlineBytes } from '../../src/encoder/format/actionsize.ts';
import { randomFractions } from '../seededrandom.ts';
import type { Call, Program } from './encoderprogram.ts';

/** One action (or literal byte) with its inline bytes. */
type Piece = readonly number[];

/** The code of a piece and its first inline byte. */
function read(piece: Piece): readonly [code: number, inline: number] {
  const code = codeAt(piece, 0, 2) ?? 0;
  return [code, piece[codeBytes(code)] ?? 0];
}

/** Cuts a list into chunks, each of which ends in STOP or SECTION, and those into pieces. */
function chunksOf(actions: readonly number[]): Piece[][] {
  const chunks: Piece[][] = [];
  let chunk: Piece[] = [];
  for (let at = 0; at < actions.length;) {
    const code = codeAt(actions, at, 2) ?? Action.STOP;
    const end = at + codeBytes(code) + inlineBytes(code);
    chunk.push(actions.slice(at, end));
    at = end;
    if (code === Action.SECTION || code === Action.STOP) {
      chunks.push(chunk);
      chunk = [];
    }
  }
  return chunks;
}

// prettier-ignore
const MORE_CHUNKS: readonly number[] = [
  248,1,242,255, 248,10,242,255, 249,242,255, 249,242,252,233,244,1,255, 248,2,242,255, // labels set to addresses
  249,255, 249,255, 249,255, 248,1,255, 248,2,255,                                       // labels
  252,233,245,255, 15,143,245,255, 252,233,244,12,255,                                   // branches
  102,144,250,31,255, 250,0,255, 246,1,255, 246,247,255, 247,255, 247,255,               // align, addresses
  184,251,0,1,255, 139,4,37,237,255,                                                     // mov eax, extern; mov eax, [disp]
  65,139,132,253,197,233,255, 64,139,132,253,133,240,92,233,255, // [r13+rax*8+d]; [rbp+Rq(i)*4+d]
  129,61,253,252,3,11,252,7,252,9,6,239,252,10,255,              // cmp dword [->l+v], i
  107,5,252,3,12,252,9,22,21,255, 139,5,252,5,252,7,252,9,6,255, // imul eax, [->l], 21; mov eax, [=>l+v]
  102,129,5,253,252,6,3,252,9,6,238,252,10,255,                  // add word [extern], i
  248,1,144,144,248,2,252,3,2,252,8,252,3,1,252,9,0,255,         // .byte 2 - 1
  248,2,144,227,252,3,2,252,9,4,255, 235,252,3,248,252,9,4,144,248,2,255, // 2: jecxz <2; jmp short >2; 2:
  252,5,252,8,252,7,252,9,3,255, 252,6,2,252,7,252,9,3,255,      // .qword =>l - v, extern + v
  252,3,12,252,8,252,3,11,252,9,2,255, 252,3,12,252,9,10,255,    // .dword ->m - ->l; [->m+rcx*8]
  252,233,252,2,128,144,252,1,0,15,132,252,2,0,252,4,0,252,9,3,255, // jmp %0; %0: jz %0; .qword %0
  252,1,1,255, 252,1,2,255, 252,233,252,2,130,255, 15,143,252,2,1,255, // %1:  %2:  jmp >%2  jg <%1
  252,4,130,252,8,252,4,1,252,9,2,255,                           // .dword >%2 - <%1
  252,11,31,255, 252,11,0,255, 252,13,63,204,255, 252,13,7,240,255, 252,12,11,255, // other alignments; .endproc
  // vaddps zmm{k}, zmm, zmm; zmm, [r+d]; ymm, [r13+r*2+d]; vgatherdps zmm{k1}, [r+zmm*4+d];
  // vaddps zmm, [rbp+d]; vfpclassss k, xmm, i
  98,252,241,124,72,252,32,0x25,4,252,32,0x36,4,88,192,252,32,0x20,6,252,32,0x21,6,255,
  98,252,241,124,72,88,128,253,252,32,0x20,6,252,32,0x12,6,252,33,6,255,
  98,209,124,40,88,132,253,69,252,32,0x13,7,252,33,5,255,
  98,252,242,125,73,146,132,253,128,252,32,0x20,7,252,32,0x24,7,252,32,0x11,7,252,33,2,255,
  98,252,241,124,72,88,133,252,32,0x20,6,252,33,0,255,
  98,252,243,125,8,252,32,0x36,4,103,128,252,32,0x07,6,252,33,3,235,255,
  // kmovd k, r; kaddb k, k, k
  197,252,251,146,192,252,32,0x07,0,252,32,0x08,0,255, 197,252,253,252,32,0x39,0,74,192,252,32,0x07,0,252,32,0x38,0,255];

const INTEGERS = [0, 1, -1, 5, 127, 128, -128, -129, 255, 256, 1000, 65535, 2 ** 31 - 1, -(2 ** 31), -70000];
const SPACES = [0, 1, 3, 17, 100, 130, 300];
const BASES = {
  x64: [
    0x10000000n,
    0x10000a30n,
    0xfffff000n,
    0x7e1234560000n,
    0x7e12ffffffe0n,
    0x7fff_ffff_ffff_f000n,
    1n << 53n,
  ],
  x86: [0x10000000n, 0x10003210n, 0xffff0000n, 0n],
};

/** The name of the global label that a piece defines, `pc` if it defines a pc label; undefined for others. */
function uniqueLabel(piece: Piece): string | undefined {
  const [code, inline] = read(piece);
  if (code === 249) return 'pc';
  return code === 248 && inline >= 10 ? `->${inline}` : undefined;
}

const MACRO_LABELS = 3;

/** The local label, or macro label (from 300 on), that an action refers to or defines. */
function localLabel(
  code: number,
  inline: number,
): { readonly backward?: number; readonly forward?: number; readonly defined?: number } {
  switch (code) {
    case Action.REL_LG:
    case Action.IMM_LG:
    case ExtendedAction.ADD_LG:
      if (inline > 246) return { forward: inline - 246 };
      return inline < 10 ? { backward: inline } : {};
    case ExtendedAction.REL_MACRO:
    case ExtendedAction.ADD_MACRO:
      return inline < 128 ? { backward: 300 + inline } : { forward: 300 + inline - 128 };
    case Action.LABEL_LG:
      return inline < 10 ? { defined: inline } : {};
    case ExtendedAction.LABEL_MACRO:
      return { defined: 300 + inline };
    default:
      return {};
  }
}

/** The actions of format 2 that take an argument. */
const ARGUMENT_ACTIONS: ReadonlySet<number> = new Set([
  ExtendedAction.ADD_PC,
  ExtendedAction.ADD_VALUE,
  ExtendedAction.REGISTER,
  ExtendedAction.DISP_SCALED,
]);

function hasArgument(code: number): boolean {
  if (code > 255) return ARGUMENT_ACTIONS.has(code);
  return (code >= 233 && code <= 243) || code === 245 || code === 247 || code === 249;
}

/** Makes a program for an architecture; `actions` is an action list to take chunks from. */
export function randomProgram(arch: 'x64' | 'x86', actions: readonly number[], seed: number): Program {
  const random = randomFractions(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(values: readonly [T, ...T[]] | readonly T[]): T => values[below(values.length)] as T;

  // The list: the given chunks, some more, and random ones made of their pieces.
  const chunks = chunksOf([...actions, ...MORE_CHUNKS]);
  const instructions = new Set(chunks.map(([first]) => first));
  for (const known = [...chunks]; chunks.length < known.length + 30;) {
    const pieces: Piece[] = [];
    for (let count = 1 + below(6); count > 0; count--) {
      const chunk = pick(known).slice(0, -1);
      instructions.add(chunk[0]);
      pieces.push(...chunk);
      for (let literals = below(12); literals > 8; literals--) pieces.push([below(233)]);
    }
    chunks.push([...pieces, random() < 0.1 ? [254, below(3)] : [255]]);
  }
  const starts: number[] = [];
  const signed: number[] = [];
  const moving = new Set<number>();
  const lines: number[] = [];
  const list: number[] = [];
  const labelsAreUnique = random() < 0.5;
  for (const chunk of chunks) {
    starts.push(list.length);
    for (const piece of chunk) {
      if (random() < 0.2 && [233, 237, 239, 251, 289].includes(read(piece)[0])) signed.push(list.length);
      if (uniqueLabel(piece) !== undefined && random() < 0.2) moving.add(list.length);
      if (random() < 0.7 && instructions.has(piece)) lines.push(list.length);
      list.push(...piece);
    }
  }

  const base = pick(BASES[arch]);
  const low = base < 2n ** 31n;
  const careless = random() < 0.1;
  const near = (): bigint => base + BigInt(below(0x1000000));
  let pcLabels = pick([0, 1, 4, 9, 20]);
  const calls: Call[] = [{ do: 'growPc', count: pcLabels }];
  /** Local labels: 1 is referenced only, −1 defined. */
  const locals = new Map<number, number>();
  /** Global and pc labels that are defined, where they are unique. */
  const defined = new Set<string>();
  /** Some of the definitions that fail are left in. */
  const isSecond = (label: string, known: ReadonlySet<string>): boolean =>
    known.has(label) && random() < (careless ? 0.9 : 0.99);

  /** The argument of an action; undefined if a careful program has none. */
  const argument = (piece: Piece): number | bigint | undefined => {
    if (careless && random() < 0.05) return pick(INTEGERS);
    switch (read(piece)[0]) {
      case 234:
        return below(256) - 128;
      case 235:
        return below(256);
      case 236:
        return below(65536);
      case 238:
        return random() < 0.5 ? below(256) - 128 : below(65536);
      case 240: {
        const number = below(arch === 'x64' ? 16 : 8);
        return number === 4 && (piece[1] ?? 0) >> 5 === 2 ? 3 : number;
      }
      case ExtendedAction.REGISTER: {
        const [field, limit] = [(piece[2] ?? 0) & 15, (piece[2] ?? 0) >> 4];
        const number = below(arch === 'x64' ? ([8, 16, 32, 8][limit] ?? 0) : 8);
        return (field === 3 && number === 4) || (limit === 3 && number === 0) ? 3 : number;
      }
      case ExtendedAction.DISP_SCALED:
        return random() < 0.5 ? (below(300) - 150) * 2 ** below(7) : pick(INTEGERS);
      case 241:
        return pick(SPACES);
      case 242:
      case 243: {
        const address = BigInt.asUintN(arch === 'x64' ? 64 : 32, near());
        return address < 2n ** 53n && random() < 0.5 ? Number(address) : address;
      }
      case ExtendedAction.ADD_VALUE:
        if (random() < 0.9) return pick(INTEGERS);
        return arch === 'x64'
          ? BigInt.asIntN(64, BigInt(below(2 ** 32)) << BigInt(below(33)))
          : below(2 ** 32);
      case 245:
      case 247:
      case 249:
      case ExtendedAction.ADD_PC:
        return pcLabels === 0 ? undefined : below(pcLabels);
      default: {
        const value = random() < 0.7 ? pick(INTEGERS) : below(2 ** 32) - 2 ** 31;
        return random() < 0.1 ? BigInt(value) : value;
      }
    }
  };

  const put = (index: number): void => {
    const chunk = chunks[index] ?? [];
    const seen = new Map(locals);
    const known = new Set(defined);
    let offset = starts[index] ?? 0;
    const values: (number | bigint)[] = [];
    for (const piece of chunk) {
      const [code, inline] = read(piece);
      let label = labelsAreUnique ? uniqueLabel(piece) : undefined;
      const moves = moving.has(offset);
      offset += piece.length;
      const { backward, forward, defined: settled } = localLabel(code, inline);
      if (!careless && backward !== undefined && seen.get(backward) !== -1) return;
      if (code === 251 && inline === 0 && !low) return;
      // The address of a label in 32 bits.
      if (code === ExtendedAction.FIELD && (inline & 15) === 10 && !low) return;
      if (forward !== undefined) seen.set(forward, 1);
      if (settled !== undefined) seen.set(settled, -1);
      if (hasArgument(code)) {
        const value = argument(piece);
        if (value === undefined) return;
        values.push(value);
        if (label === 'pc') label = `=>${value}`;
      }
      if (label !== undefined) {
        if (!moves && isSecond(label, known)) return;
        known.add(label);
      }
    }
    for (const [label, state] of seen) locals.set(label, state);
    for (const label of known) defined.add(label);
    calls.push({ do: 'put', start: starts[index] ?? 0, arguments: values });
  };

  for (let count = pick([5, 20, 60, 200]); count > 0; count--) {
    const settled = ![...locals.values()].includes(1);
    const dice = random();
    if (dice < 0.01) calls.push({ do: 'growPc', count: (pcLabels += below(5)) });
    else if (dice < 0.02 && (settled || careless)) {
      calls.push({ do: 'checkStep', section: careless ? below(3) : -1 });
      locals.clear();
    } else put(below(chunks.length));
  }
  // Define the labels that are referenced and not defined yet.
  const lone = (matches: (piece: Piece) => boolean): number =>
    chunks.findIndex(chunk => chunk.length === 2 && matches(chunk[0] ?? []));
  for (const [label, state] of Array.from(locals))
    if (state === 1) put(lone(piece => localLabel(...read(piece)).defined === label));
  const start = starts[lone(piece => read(piece)[0] === 249)] ?? 0;
  for (let pc = 0; pc < pcLabels; pc++) {
    if (labelsAreUnique && !moving.has(start) && isSecond(`=>${pc}`, defined)) continue;
    if (random() < 0.998) calls.push({ do: 'put', start, arguments: [pc] });
  }
  const far = random() < 0.02 ? 0x80000000n : 0x100000n;
  return {
    arch,
    actions: list,
    signed,
    moving: labelsAreUnique ? [...moving] : undefined,
    lines,
    sections: 3,
    globals: pick([5, 6, 8]),
    macroLabels: MACRO_LABELS,
    calls,
    base,
    globalBase: arch === 'x64' ? base + far : (base + far) & 0xffffffffn,
    externBase: low ? base + 0x3000000n : BigInt.asUintN(arch === 'x64' ? 64 : 32, base - 0x3000000n),
  };
}

/** Where debuggers find the caller of code that has frames: as a reader that follows DWARF sees it. */
import { expect, test } from '@jest/globals';
import { type BuildState, dasm } from 'dynasm';
import { layoutOf } from '../../src/encoder/codelayout.ts';
import { statementStarts } from '../../src/exec/codeparts.ts';
import { callFrameTable } from '../../src/exec/debugger/callframe.ts';
import { frameRanges } from '../../src/exec/debugger/framefinder.ts';
import { symbolsOf } from '../../src/exec/symbol.ts';

const BASE = 0x1000n;
const NAMES: Readonly<Record<number, string>> = {
  3: 'rbx',
  6: 'rbp',
  7: 'rsp',
  12: 'r12',
  13: 'r13',
  14: 'r14',
  15: 'r15',
};

/** The ranges of a table: `start…end`, and for offsets the frame's address and where registers are. */
function readTable(table: Uint8Array): string[] {
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  let at = 0;
  const u8 = (): number => view.getUint8(at++);
  const uleb = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  interface State {
    frame: string;
    saved: Map<number, string>;
  }
  const copy = ({ frame, saved }: State): State => ({ frame, saved: new Map(saved) });
  const ranges: string[] = [];
  let initial: State = { frame: '', saved: new Map() };
  for (;;) {
    const length = view.getUint32(at, true);
    at += 4;
    if (length === 0) break;
    expect((length + 4) % 8).toBe(0);
    const end = at + length;
    const back = view.getUint32(at, true);
    let state = copy(initial);
    let [start, size] = [0, 0];
    if (back === 0) {
      at += 4;
      // Version 1, no augmentation, alignments 1 and -8, the return address in column 16.
      expect([u8(), u8(), u8(), u8(), u8()]).toEqual([1, 0, 1, 0x78, 16]);
    } else {
      expect(at - back).toBe(0);
      start = Number(view.getBigUint64(at + 4, true) - BASE);
      size = Number(view.getBigUint64(at + 12, true));
      at += 20;
    }
    const rows: string[] = [];
    const kept: State[] = [];
    let offset = start;
    const row = (): void => {
      const saved = [...state.saved].filter(([register]) => register !== 16).toSorted(([a], [b]) => a - b);
      // The return address is always below the frame's address.
      expect(state.saved.get(16)).toBe('-8');
      rows.push(
        `${offset}: ${[state.frame, ...saved.map(([register, where]) => `${NAMES[register]}${where}`)].join(' ')}`,
      );
    };
    while (at < end) {
      const code = u8();
      const low = code & 0x3f;
      if (code >> 6 === 1) {
        row();
        offset += low;
      } else if (code >> 6 === 2) state.saved.set(low, String(-8 * uleb()));
      else if (code >> 6 === 3) state.saved.delete(low);
      else if (code === 0x04) {
        row();
        offset += view.getUint32(at, true);
        at += 4;
      } else if (code === 0x0a) kept.push(copy(state));
      else if (code === 0x0b) state = kept.pop()!;
      else if (code === 0x0c) state.frame = `${NAMES[uleb()]}+${uleb()}`;
      else expect(code).toBe(0);
    }
    expect(kept).toEqual([]);
    if (back === 0) initial = state;
    else {
      row();
      ranges.push(`${start}…${start + size}`, ...rows);
    }
  }
  expect(at).toBe(table.length);
  return ranges;
}

/** The rules for the code of a template. */
function framesOf(put: (Dst: BuildState) => unknown): string[] {
  const Dst = dasm.new();
  put(Dst);
  const bytes = new Uint8Array(Dst.link());
  const statements = statementStarts(layoutOf(Dst, bytes.length));
  Dst.encode(bytes, BASE);
  const symbols = symbolsOf(Dst, BASE, bytes.length);
  const ranges = frameRanges({ address: BASE, bytes, symbols, name: '', lines: [], statements });
  return readTable(callFrameTable(BASE, ranges));
}

/** For the code of a template without values. */
const CASES: readonly (readonly [
  name: string,
  put: (Dst: BuildState) => unknown,
  rules: readonly string[],
])[] = [
  [
    'a frame of the macros with all registers',
    Dst => Dst.asm`
      .include <dynasm/abi>
      .prologue 5
      nop
      .epilogue 5`,
    [
      '0…33',
      '0: rsp+8',
      '1: rsp+16 rbp-16',
      '4: rbp+16 rbp-16',
      '5: rbp+16 rbx-24 rbp-16',
      '7: rbp+16 rbx-24 rbp-16 r12-32',
      '9: rbp+16 rbx-24 rbp-16 r12-32 r13-40',
      '11: rbp+16 rbx-24 rbp-16 r12-32 r13-40 r14-48',
      '13: rbp+16 rbx-24 rbp-16 r12-32 r13-40 r14-48 r15-56',
      '24: rbp+16 rbx-24 rbp-16 r12-32 r13-40 r14-48',
      '26: rbp+16 rbx-24 rbp-16 r12-32 r13-40',
      '28: rbp+16 rbx-24 rbp-16 r12-32',
      '30: rbp+16 rbx-24 rbp-16',
      '31: rbp+16 rbp-16',
      '32: rsp+8',
      '33: rbp+16 rbx-24 rbp-16 r12-32 r13-40 r14-48 r15-56',
    ],
  ],
  [
    'a return in the middle, and what jumps back from behind it; far from the beginning',
    Dst => Dst.asm`
      .include <dynasm/abi>
      .prologue 0
      .space 300, 0x90
      1:
      .epilogue 0
      2:
      jmp <1`,
    ['0…308', '0: rsp+8', '1: rsp+16 rbp-16', '4: rbp+16 rbp-16', '305: rsp+8', '306: rbp+16 rbp-16'],
  ],
  [
    'a function without a frame behind one with a frame',
    Dst => Dst.asm`
      .include <dynasm/abi>
      ->first:
      .prologue 0
      .epilogue 0
      .align 16
      ->leaf:
      lea eax, [rdi+1]
      ret`,
    ['0…16', '0: rsp+8', '1: rsp+16 rbp-16', '4: rbp+16 rbp-16', '5: rsp+8', '6: rbp+16 rbp-16'],
  ],
  [
    'a frame that hand-written lines make and remove, and a jump out of it',
    Dst => Dst.asm`
      nop
      push rbp
      mov rbp, rsp
      push r12
      push rax
      pop rax
      lea rsp, [rbp-8]
      pop r12
      pop rbp
      jmp >1
      ->leaf:
      1:
      ret`,
    [
      '1…18',
      '1: rsp+8',
      '2: rsp+16 rbp-16',
      '5: rbp+16 rbp-16',
      '7: rbp+16 rbp-16 r12-24',
      '15: rbp+16 rbp-16',
      '16: rsp+8',
      '18: rbp+16 rbp-16 r12-24',
    ],
  ],
  [
    'global labels in a frame belong to it',
    Dst => Dst.asm`
      push rbp; mov rbp, rsp
      ->next:
      jmp ->next
      ->other:
      nop
      leave; ret`,
    ['0…9', '0: rsp+8', '1: rsp+16 rbp-16', '4: rbp+16 rbp-16', '8: rsp+8', '9: rbp+16 rbp-16'],
  ],
  [
    'a procedure begins and ends where it says so',
    Dst => Dst.asm`
      push rbp; mov rbp, rsp
      nop
      .proc leaf, 2
      nop
      .endproc
      nop`,
    ['0…6', '0: rsp+8', '1: rsp+16 rbp-16', '4: rbp+16 rbp-16'],
  ],
  [
    'two frames',
    Dst => Dst.asm`
      push rbp; mov rbp, rsp
      leave
      ret
      push rbp; mov rbp, rsp; push rbx`,
    [
      '0…6',
      '0: rsp+8',
      '1: rsp+16 rbp-16',
      '4: rbp+16 rbp-16',
      '5: rsp+8',
      '6: rbp+16 rbp-16',
      '6…11',
      '6: rsp+8',
      '7: rsp+16 rbp-16',
      '10: rbp+16 rbp-16',
      '11: rbp+16 rbx-24 rbp-16',
    ],
  ],
  [
    'bytes that are no instructions, or within one',
    Dst => Dst.asm`
      .byte 0x55, 0x48, 0x89, 0xe5
      mov eax, 0xe5894855
      push rbp
      mov rbp, rdi`,
    [],
  ],
  [
    'a register that is no part of the frame, and a frame that stays',
    Dst => Dst.asm`
      push rbp; mov rbp, rsp; push rax; push rbx
      lea rsp, [rbp-8]
      mov eax, 1
      lea rsp, [rbp-16]
      pop rbx
      ret`,
    ['0…21', '0: rsp+8', '1: rsp+16 rbp-16', '4: rbp+16 rbp-16'],
  ],
];

test.each(CASES)('%s', (_, put, rules) => {
  expect(framesOf(put)).toEqual(rules);
});

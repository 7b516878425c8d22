/** Branches to what is out of reach of their 32-bit distance go through jump slots behind the code. */
import { expect, test } from '@jest/globals';
import { State } from '../../src/encoder/index.ts';
import { dasm, type BuildState } from '../../src/exec/index.ts';
import { symbolAddress } from '../../src/exec/library.ts';
import { isWindows } from './host.ts';
import { evaluate, translate } from '../preprocessor/typescript/generatedmodule.ts';

type List = Parameters<typeof dasm.new>[0];
interface Program {
  readonly actions: List;
  readonly emit: (Dst: State | BuildState) => void;
}

/** The action list of assembly lines, and a function that puts them. */
function program(lines: string, scope: Readonly<Record<string, unknown>> = {}): Program {
  const head = '|.arch x64\n|.actionlist actions\n|.include <dynasm/abi>\n';
  const target = `x64-${process.platform}`;
  const code = translate(`${head}export const emit = (Dst: any): void => {\n${lines}\n};\n`, { target });
  return evaluate(code, ['actions', 'emit'], scope) as unknown as Program;
}

function build(lines: string, scope: Readonly<Record<string, unknown>> = {}, options: object = {}) {
  const { actions, emit } = program(lines, scope);
  const Dst = dasm.new(actions as never, options) as unknown as BuildState;
  emit(Dst);
  return Dst.build();
}

/** A function of the library beside which code is placed. */
const NEAR = isWindows ? 'GetLastError' : 'malloc';
/** An address that is far from it. */
const FAR = 0x1234_5678_a000n;
const isFar = (address: bigint): boolean => {
  const distance = address - (symbolAddress(NEAR) ?? 0n);
  return distance > 2n ** 31n || distance < -(2n ** 31n);
};

test('functions of the executable itself can be called', () => {
  const version = symbolAddress('uv_version') ?? 0n;
  const code = build('|  .prologue 0\n|  call extern uv_version\n|  .epilogue 0');
  const [major, minor, patch] = (process.versions['uv'] ?? '').split('.').map(Number);
  const packed = ((major ?? 0) << 16) | ((minor ?? 0) << 8) | (patch ?? 0);
  expect(code.cast('unsigned ()')()).toBe(packed);
  if (isFar(version)) expect(code.size % 16).toBe(0);
});

const BRANCHES = [
  'call &target',
  'jmp &target',
  'jne &target',
  'jg &target',
  'call extern f',
  'jmp extern f',
  'jz extern f',
  'call ->given',
  'jmp ->given',
  'jo ->given',
  'jmp extern f+8',
];

test.each(BRANCHES)('%s', branch => {
  const { actions, emit } = program(`|  nop; ${branch}; nop`, { target: FAR });
  const Dst = dasm.new(actions as never, {
    externs: { f: FAR },
    ...(branch.includes('->given') && { globals: { given: FAR } }),
  }) as unknown as BuildState;
  emit(Dst);
  const code = Dst.build();
  const { bytes } = code;
  const view = new DataView(bytes.buffer);
  const end = bytes.lastIndexOf(0x90);
  const slot = end + view.getInt32(end - 4, true);
  expect([slot, bytes.length]).toEqual([16, 32]);
  expect([...bytes.subarray(end + 1, 16)].every(byte => byte === 0xcc)).toBe(true);
  expect(Buffer.from(bytes.subarray(16, 24)).toString('hex')).toBe('ff2502000000cccc');
  const offset = BigInt(/\+(\d+)$/.exec(branch)?.[1] ?? 0);
  expect(view.getBigUint64(24, true)).toBe(FAR + offset);
});

test('each distinct target has one slot; what is near has none', () => {
  const lines = `
  |->top:
  |  call &a; call &b; call &a; jne &b; call extern ${NEAR}; jmp ->top
  `;
  const scope = { a: FAR, b: FAR + 64n };
  const code = build(lines, scope);
  expect(code.size).toBe(32 + 16 * 2);
  expect(build(`|  call extern ${NEAR}; ret`).size).toBe(6);
});

test('a far function returns to its caller', () => {
  // Code that jumps through a slot into code that is called by address.
  const add = dasm.callback('int (int, int)', (a, b) => a + b);
  const code = build(
    '|  .prologue 0\n|  call &add\n|  call extern uv_version\n|  mov CRETd, 7\n|  .epilogue 0',
    {
      add,
    },
  );
  expect(code.cast('int (int, int)')(1, 2)).toBe(7);
});

test.each(['lea rax, [&target]', 'mov eax, [extern f]', 'lea rax, [extern f+4]', 'mov eax, [&target]'])(
  '`%s` out of reach is an error that names a way out',
  statement => {
    expect(() => build(`|  ${statement}; ret`, { target: FAR }, { externs: { f: FAR } })).toThrow(
      /out of reach.*(?:mov64|32-bit distance)/,
    );
  },
);

test('encode itself has no slots: its error names the way out', () => {
  const { actions, emit } = program('|  call &target; ret', { target: FAR });
  const state = new State(actions as never);
  emit(state);
  const bytes = new Uint8Array(state.link());
  expect(() => {
    state.encode(bytes, 0x1000);
  }).toThrow('`mov64 r11, address` and `call r11` (or `jmp r11`) reach any address');
});

test('code is aligned as its largest .align asks', () => {
  for (const alignment of [16, 32, 64, 128, 256]) {
    for (let round = 0; round < 5; round++) {
      const code = build(`|  nop\n|.align ${alignment}\n|->here:\n|  ret`);
      expect(Number(code.globals['here' as never]) % alignment).toBe(0);
      expect(code.size).toBe(alignment + 1);
    }
  }
});

test('listings name what the slots lead to', () => {
  const code = build('|  call extern f\n|  jmp &0x123456789abcd0\n|  ret', {}, { externs: { f: FAR } });
  const shown = code
    .dump()
    .split('\n')
    .map(line => line.replace(/^[0-9a-f]+ {2}(?:[0-9a-f]{2} )+ +/, '').replaceAll(/0x[0-9a-f]{6,}/g, '0x…'));
  expect(shown.slice(3)).toEqual([
    '.space 5, 0xcc',
    'jmp qword [rel 0x…]',
    '.space 2, 0xcc',
    '.qword 0x…  ; extern f',
    'jmp qword [rel 0x…]',
    '.space 2, 0xcc',
    '.qword 0x…',
    '',
  ]);
  expect(shown.slice(0, 3)).toEqual(['call 0x…  ; extern f', 'jmp 0x…  ; 0x…', 'ret']);
});

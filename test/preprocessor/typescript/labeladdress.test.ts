/** `.label` with an address: what references to such a label get, and what the array of globals has. */
import { expect, test } from '@jest/globals';
import { State, type ActionList } from '../../../src/encoder/index.ts';
import { evaluate, machineCode, translate } from './generatedmodule.ts';

const SOURCE = `|.arch ARCH
|.actionlist actions
function build(Dst, address) {
  |.label ->a, &address
  |.label =>1, &address
  |.label 1, &address
  |.aword ->a, =>1, <1
  |->own:
  |  call ->a
  |  jmp ->a
  |.aword ->own
}
function move(Dst, first, second) {
  |.label ->a, &first
  |.aword ->a
  |.relabel ->a, &second
  |.aword ->a
}
`;

interface Built {
  readonly code: string;
  readonly globals: State['globals'];
}

function run(arch: string, specialise: boolean, name: 'build' | 'move', ...args: readonly unknown[]): Built {
  const code = translate(SOURCE.replace('ARCH', arch), { specialise });
  const module = evaluate(code, ['actions', 'build', 'move']);
  const state = new State(module['actions'] as ActionList);
  state.growPc(2);
  (module[name] as (...all: readonly unknown[]) => void)(state, ...args);
  return { code: machineCode(state, 0x10000000), globals: state.globals };
}

/** Little endian, in hexadecimal. */
function word(value: bigint, size: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value));
  return bytes.toString('hex', 0, size);
}

test.each(
  (['x64', 'x86'] as const).flatMap(arch =>
    [false, true].flatMap(specialise =>
      [0x1000, 0x1000n, 0x10000000n, 0x7fff_ffffn].map(address => [arch, specialise, address] as const),
    ),
  ),
)('%s, specialise %s: labels that are set to %s', (arch, specialise, address) => {
  const size = arch === 'x64' ? 8 : 4;
  const base = 0x10000000n;
  const own = BigInt(3 * size);
  const { code, globals } = run(arch, specialise, 'build', address);
  const target = BigInt(address);
  expect(code).toBe(
    word(target, size).repeat(3) +
      `e8${word(target - (base + own + 5n), 4)}e9${word(target - (base + own + 10n), 4)}` +
      word(base + own, size),
  );
  expect(globals.map(value => BigInt(value ?? 0))).toEqual([target, base + own]);
});

test.each([false, true])('.relabel moves such a label (specialise %s)', specialise => {
  const { code, globals } = run('x64', specialise, 'move', 0x1000, 0xffff_ffff_8000_0000n);
  expect(code).toBe(word(0x1000n, 8) + word(0xffff_ffff_8000_0000n, 8));
  expect(globals).toEqual([0xffff_ffff_8000_0000n]);
});

/** `code.symbols`, and the listing: global labels with their addresses, and where procedures end. */
import { expect, test } from '@jest/globals';
import { actionList, State } from '../../src/encoder/index.ts';
import { procedureSizes } from '../../src/encoder/inspection.ts';
import { dasm } from '../../src/exec/index.ts';
import { symbolsOf } from '../../src/exec/symbol.ts';
import { isX64 } from './host.ts';
import { arch } from './machinecode.ts';

const description = {
  format: 2,
  arch,
  globals: ['end', 'f', 'outside', 'unused', 'g'],
  // .proc g, 16; nop; .endproc; .proc f, 16; jmp =>0; =>0:; ret; .endproc; ->end:
  actions: [
    [252, 11, 15, 248, 14, 0x90, 252, 12, 14, 252, 11, 15, 248, 11],
    [252, 0xe9, 245, 249, 0xc3, 252, 12, 11, 248, 10, 255],
    // mov CRET, ->outside
    isX64 ? [0x48, 0xb8, 246, 12, 255] : [0xb8, 246, 12, 255],
  ].flat(),
} as const;

test('the labels that the code defines are there by address, procedures with their sizes', () => {
  const state = dasm.new(actionList(description), { globals: { outside: 16n } });
  state.growPc(1);
  state.put(0, 0, 0);
  state.put(25);
  const code = state.build();
  const { address, symbols } = code;
  expect(symbols).toEqual([
    { name: 'g', address, offset: 0, size: 1 },
    { name: 'f', address: address + 16n, offset: 16, size: 3 },
    { name: 'end', address: address + 19n, offset: 19, size: undefined },
  ]);
  const at = (offset: number): string => (address + BigInt(offset)).toString(16);
  const lines = code.dump().replaceAll(/  +/g, ' ').split('\n');
  expect(lines.slice(0, 4)).toEqual([
    '->g:',
    `${at(0)} 90 nop`,
    '; end of ->g',
    expect.stringContaining(at(1)),
  ]);
  expect(lines.slice(5, 11)).toEqual([
    '->f:',
    `${at(16)} eb 00 jmp ${at(18)} ; =>0`.replace(`jmp ${at(18)}`, `jmp 0x${at(18)}`),
    '=>0:',
    `${at(18)} c3 ret`,
    '; end of ->f',
    '->end:',
  ]);
  code.free();
  expect(() => code.symbols).toThrow('freed');
});

test('a label that is set to an address elsewhere is not a symbol, and has no size', () => {
  // .label ->f, &n; .endproc f
  const state = new State(actionList({ ...description, actions: [248, 11, 242, 252, 12, 11, 0x90, 255] }));
  state.put(0, 0x10);
  const code = new Uint8Array(state.link());
  state.encode(code, 0x1000);
  expect(symbolsOf(state, 0x1000n, code.length)).toEqual([]);
  expect(procedureSizes(state).size).toBe(0);
});

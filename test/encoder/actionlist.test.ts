/**
 * Descriptions of action lists that are rejected, with the message of each; lists whose chunks are malformed.
 */
import { expect, test } from '@jest/globals';
import { actionList, EncodeError, State } from '../../src/encoder/index.ts';
import { randomFractions } from '../seededrandom.ts';
import { start, namedChunks } from './namedchunks.ts';

const GOOD = { format: 1, arch: 'x64', actions: [0xc3, 255] };

// prettier-ignore
const REJECTED: readonly [description: unknown, message: string][] = [
  [undefined, 'no description'],
  [null, 'no description'],
  [{ ...GOOD, format: 3 }, 'format 3, but this encoder reads the formats 1 and 2: translate the source again'],
  [{ ...GOOD, format: undefined }, 'format undefined, but this encoder reads the formats 1 and 2: translate the source again'],
  [{ ...GOOD, arch: 'arm64' }, "arch 'arm64', expected 'x64' or 'x86'; arm64ActionList takes 'arm64'"],
  [{ ...GOOD, id: 5 }, 'id is not a string'],
  [{ ...GOOD, actions: 'abc' }, 'actions is not an array'],
  [{ ...GOOD, actions: undefined }, 'actions is not an array'],
  [{ ...GOOD, actions: [1, 256] }, 'actions[1] is 256, expected 0…255'],
  [{ ...GOOD, actions: [-1] }, 'actions[0] is -1, expected 0…255'],
  [{ ...GOOD, actions: [1.5] }, 'actions[0] is 1.5, expected 0…255'],
  [{ ...GOOD, actions: ['1'] }, 'actions[0] is the string "1", expected 0…255'],
  [{ ...GOOD, sections: 'code' }, 'sections is not an array'],
  [{ ...GOOD, globals: [1] }, 'globals[0] is 1, expected a text'],
  [{ ...GOOD, globals: Array<string>(238).fill('g') }, '238 globals, at most 237 are possible'],
  [{ ...GOOD, externs: Array<string>(257).fill('e') }, '257 externs, at most 256 are possible'],
  [{ ...GOOD, macroLabels: 129 }, 'macroLabels is 129, expected 0…128'],
  [{ ...GOOD, signed: [2] }, 'signed[0] is 2, expected an offset in the actions'],
  [{ ...GOOD, signed: ['0'] }, 'signed[0] is the string "0", expected an offset in the actions'],
  [{ ...GOOD, files: [0] }, 'files[0] is 0, expected a text'],
  [{ ...GOOD, files: ['a'], lines: [0, 0] }, 'lines has not triples (offset, file, line)'],
  [{ ...GOOD, lines: [0, 0, 1] }, 'lines[1] is 0, expected an index into files'],
  [{ ...GOOD, files: ['a'], lines: [0, 0, 0] }, 'lines[2] is 0, expected a line number'],
  [{ ...GOOD, files: ['a'], lines: [1, 0, 1, 0, 0, 2] }, 'lines[3] is 0: offsets ascend'],
  [{ ...GOOD, files: ['a'], lines: [9, 0, 1] }, 'lines[0] is 9, expected an offset in the actions'],
  [{ ...GOOD, sources: 'text' }, 'sources is not an array'],
  [{ ...GOOD, sources: [-1] }, 'sources[0] is -1, expected a text or a digest'],
  [{ ...GOOD, sources: [2 ** 32] }, 'sources[0] is 4294967296, expected a text or a digest'],
  [{ ...GOOD, data: [0] }, 'data has not pairs (offset, kind)'],
  [{ ...GOOD, data: [3, 1] }, 'data[0] is 3, expected an offset in the actions'],
  [{ ...GOOD, data: [1, 1, 0, 0] }, 'data[2] is 0: offsets ascend'],
  [{ ...GOOD, data: [0, 256] }, 'data[1] is 256, expected a kind, 0…255'],
];

test('a wrong description is rejected with a message that says what is wrong', () => {
  const failures: string[] = [];
  for (const [description, message] of REJECTED) {
    let got = 'accepted';
    try {
      Reflect.apply(actionList, undefined, [description]);
    } catch (error) {
      got = error instanceof EncodeError ? error.message : String(error);
    }
    if (got !== `bad action list: ${message}`) failures.push(`${got}, expected ${message}`);
  }
  expect(failures.join('\n')).toBe('');
});

// prettier-ignore
const MALFORMED: readonly [actions: number[], message: string][] = [
  [[0x90, 240, 0x4a, 255], 'VREG looks for a prefix in front of the chunk (offset 1)'],
  [[], 'put(0): the action list is empty'],
  [[0x90], 'the list ends inside of a chunk (offset 0)'],
  [[237], 'the list ends inside of a chunk (offset 0)'],
  [[252], 'the list ends inside of a chunk (offset 0)'],
  [[251, 0], 'the list ends inside of a chunk (offset 0)'],
  [[240], 'the list ends inside of a chunk (offset 0)'],
  [[254], 'the list ends inside of a chunk (offset 0)'],
  [[242, 255], 'SETLABEL does not follow a label (offset 0)'],
  [[248, 1, 0x90, 242, 255], 'SETLABEL does not follow a label (offset 3)'],
  [[248, 0, 255], 'there is no label number 0 (offset 0)'],
  [[248, 247, 255], 'there is no label number 247 (offset 0)'],
  [[244, 0, 255], 'there is no label number 0 (offset 0)'],
  [[250, 5, 255], 'ALIGN with 5, which is not 2ⁿ−1 (offset 0)'],
  [[251, 2, 0, 255], 'EXTERN with 2, expected 0 or 1 (offset 0)'],
  [[252, 0, 255], 'there is no action ESC 0 (offset 0)'],
  [[252, 232, 255], 'there is no action ESC 232 (offset 0)'],
  [[252, 1], 'the list ends inside of a chunk (offset 0)'],
  [[252, 1, 128, 255], 'there is no macro label number 128 (offset 0)'],
  [[252, 3, 10, 255], 'a term that no FIELD follows (offset 3)'],
  [[252, 3, 10, 0x90, 252, 9, 2, 255], 'a term that no FIELD follows (offset 3)'],
  [[252, 8, 252, 8, 255], 'SUBTRACT twice (offset 2)'],
  [[252, 8, 252, 9, 2, 255], 'SUBTRACT does not precede a term (offset 2)'],
  [[252, 10, 255], 'END does not follow a FIELD (offset 0)'],
  [[252, 9, 2, 250, 15, 252, 10, 255], 'END does not follow a FIELD (offset 5)'],
  [[252, 11, 6, 255], 'ALIGN with 6, which is not 2ⁿ−1 (offset 0)'],
  [[252, 12, 9, 255], 'there is no global label number 9 (offset 0)'],
  [[98, 1, 1, 1, 252, 32, 0x2a, 4, 255], 'there is no REGISTER 42, 4 (offset 4)'],
  [[98, 1, 1, 1, 252, 32, 0x45, 4, 255], 'there is no REGISTER 69, 4 (offset 4)'],
  [[98, 1, 1, 252, 32, 0x25, 3, 255], 'there is no REGISTER 37, 3 (offset 3)'],
  [[98, 1, 1, 252, 32, 0x25, 4, 255], 'there is no REGISTER 37, 4 (offset 3)'],
  [[98, 1, 1, 1, 1, 252, 32, 0x25, 4, 255], 'there is no REGISTER 37, 4 (offset 5)'],
  [[98, 1, 1, 1, 252, 32, 0x25, 0, 255], 'there is no REGISTER 37, 0 (offset 4)'],
  [[252, 32, 0x07, 0, 255], 'there is no REGISTER 7, 0 (offset 0)'],
  [[252, 32, 0x07], 'the list ends inside of a chunk (offset 0)'],
  [[0x90, 252, 33, 7, 255], 'there is no scale 7 (offset 1)'],
];

test('a malformed chunk makes its put fail with BAD_LIST', () => {
  const failures: string[] = [];
  for (const [actions, message] of MALFORMED) {
    const state = new State(actionList({ format: 2, arch: 'x64', actions }));
    let got = 'accepted';
    try {
      state.put(0);
    } catch (error) {
      got = error instanceof EncodeError ? `${error.code} ${error.message}` : String(error);
    }
    if (!got.startsWith('BAD_LIST ') || !got.endsWith(message)) failures.push(`${got}, expected ${message}`);
    if (state.status === 0) failures.push(`${message}: no status`);
  }
  expect(failures.join('\n')).toBe('');
});

test('random bytes as an action list give code or an EncodeError, and never crash', () => {
  const replay = process.env['DYNASM_SEED'] || undefined;
  const seed = replay === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(replay);
  const random = randomFractions(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let round = 0; round < 300; round++) {
    const actions = Array.from({ length: 1 + below(60) }, () =>
      random() < 0.5 ? 233 + below(23) : random() < 0.3 ? below(16) : below(256),
    );
    const arch = random() < 0.5 ? 'x64' : 'x86';
    const state = new State(actionList({ format: random() < 0.5 ? 1 : 2, arch, macroLabels: 4, actions }));
    state.growPc(4);
    state.setupExtern(() => 0);
    for (let call = 0; call < 40; call++) {
      const args = Array.from({ length: below(5) }, () => below(300));
      try {
        const dice = random();
        if (dice < 0.1) state.setup();
        else if (dice < 0.2) state.encode(new Uint8Array(state.link()), 0);
        else state.put(below(actions.length + 1), ...args);
      } catch (error) {
        if (error instanceof EncodeError) continue;
        throw new Error(`seed ${seed}; replay: DYNASM_SEED=${seed} npm test -- test/encoder/actionlist`, {
          cause: error,
        });
      }
    }
  }
});

test('raw bytes without names and lines are an action list, too', () => {
  const list = actionList({ format: 1, arch: 'x86', actions: Uint8Array.of(0xb8, 237, 0xc3, 255) });
  const state = new State(list);
  state.put(0, 42);
  const buffer = new Uint8Array(state.link());
  state.encode(buffer, 0);
  expect([...buffer]).toEqual([0xb8, 42, 0, 0, 0, 0xc3]);
  expect(list.sourceOf(0)).toBeUndefined();
  expect(() => state.put(0, 0.5)).toThrow(/^0\.5 is not an integer$/);
});

test('sourceOf finds the source line of an action', () => {
  const list = namedChunks();
  expect(list.sourceOf(start('nop'))).toEqual({ file: 'chunks.dast', line: 1 });
  expect(list.sourceOf(start('nop') + 1)).toEqual({ file: 'chunks.dast', line: 1 });
  expect(list.sourceOf(start('byte'))).toEqual({ file: 'chunks.dast', line: 2 });
  expect(list.sourceOf(-1)).toBeUndefined();
});

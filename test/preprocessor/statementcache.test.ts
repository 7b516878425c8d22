/**
 * What is remembered changes nothing: random programs that repeat themselves, translated with and without memory. Replay one with
 * DYNASM_SEED=<seed>.
 */
import { afterEach, expect, jest, test } from '@jest/globals';
import { type Language, type Translation, translateSource } from '../../src/preprocessor/index.ts';
import { TextCache } from '../../src/preprocessor/text/textcache.ts';
import { randomNumbers } from '../seededrandom.ts';

const replay = process.env['DYNASM_SEED'] || undefined;
const firstSeed = Number(replay ?? 1);
const count = replay === undefined ? 60 : 1;
const LINES = 150;

const HEAD = `|.arch x64
|.section code, cold
|.actionlist actions
|.define FRAME, rcx
|.macro load, to, from
| mov to, [FRAME+from]; add to, N
|.endmacro
|.macro paste, n
| mov eax, n .. 1
|.endmacro
`;

/** Lines whose meaning depends on others, and some that have none. */
const GOOD: readonly string[] = [
  '| mov eax, [rdi+d]',
  '  | mov eax, [rdi+d]',
  '| nop; mov eax, [rdi+d]; mov eax, [rdi+d]',
  '| mov eax, value; add ecx, value',
  '| mov eax, REG',
  '| mov [rax+INDEX], al',
  '| add ecx, N',
  '| load eax, d',
  '| load edx, 8',
  '| paste NAM',
  '| paste REG',
  '| mov Rd(r), Rd(r)',
  '| mov Rq(r), [Rq(r)+Rq(i)*8+d]',
  '| mov64 rax, wide',
  '| mov rax, &target',
  '| a32; mov [eax], ecx',
  '| movzx eax, byte [rsp+TOP]',
  '| mov eax, TYPE->member',
  '| mov ecx, #TYPE',
  '|1:; jmp <1; jmp >1; je >2',
  '|2:',
  '| jmp ->global; call extern puts; jmp =>label',
  '| .align 16; .space 3; .byte 1, 2; .dword d, 2; .qword wide',
  '| .cold; ret; .code',
  '|.if N == 1; nop; .elif TOP == 8; ret; .else; int3; .endif',
  '|| raw(REG);',
  'host();',
];
/** What changes the meaning of others: each stands once, somewhere. */
const CHANGES: readonly string[] = [
  '|.define REG, edx',
  '|.define INDEX, rbx',
  '|.define N, 1',
  '|.define NAM1, 5',
  '|.define NAME, nop',
  '|.define TOP, rbp*2',
  '|.type TYPE, struct_type, rbx',
  '|->global:',
];
const DOUBTFUL: readonly string[] = [
  '| mov [eax], ecx',
  '| mov eax, esp',
  '| NAME 1',
  '| mov al, 300; push 0xffffffff; mov rax, 0xffffffff',
  '|.macro NAME, a; .nop; .endmacro',
];

function randomSource(seed: number): string {
  const random = randomNumbers(seed);
  const all = seed % 2 === 0 ? GOOD : [...GOOD, ...DOUBTFUL];
  const lines = Array.from({ length: LINES }, () => all[random(all.length)]);
  for (const change of CHANGES) lines.splice(random(lines.length), 0, change);
  return `${HEAD}${lines.join('\n')}\n`;
}

/** Both what comes out, and what is complained about. */
function translate(text: string, lang: Language): Translation {
  return translateSource(text, { file: 'f', lang, sourceMap: true, macroComments: true });
}

afterEach(() => {
  jest.restoreAllMocks();
});

test.each(['c', 'lua', 'ts'] as const)('with and without memory, %s', lang => {
  let translated = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const source = randomSource(seed);
    const remembered = translate(source, lang);
    const memory = jest.spyOn(TextCache.prototype, 'get').mockReturnValue(undefined);
    const plain = translate(source, lang);
    expect(memory).toHaveBeenCalled();
    memory.mockRestore();
    if (plain.code !== undefined) translated++;
    try {
      expect(remembered).toEqual(plain);
    } catch (error) {
      throw new Error(`seed ${seed}; replay: DYNASM_SEED=${seed} npm test -- test/preprocessor/memory`, {
        cause: error,
      });
    }
  }
  if (replay === undefined) expect(translated).toBeGreaterThan(0);
});

/**
 * Every record of fixtures/instructions in generated TypeScript. Each statement becomes a function that adds
 * it to a state, its expressions get the values of the record's runs, and the machine code must be the
 * reference's.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { type ActionList, EncodeError, State } from '../../../src/encoder/index.ts';
import { translateSource } from '../../../src/preprocessor/translate.ts';
import { evaluate, machineCode } from './generatedmodule.ts';

interface Run {
  readonly args: readonly number[];
  readonly code?: string;
  readonly status?: string;
}

interface ReferenceRecord {
  readonly asm: string;
  readonly args: string;
  readonly runs?: readonly Run[];
}

type Mode = 'x64' | 'x86';

/** Statements in one module. */
const BATCH = 1000;
const BASE = 0x10000000;
const EXTERNS = 0x20000000;
const TYPES = { Tstruct: { size: 24, x: 8 }, Nstruct: { size: 32, y: 16 } };
const EXEC = {
  sizeOf: (type: { size: number }) => type.size,
  offsetOf(type: Readonly<Record<string, number>>, ...path: readonly (string | number)[]): number {
    let offset = 0;
    for (const step of path)
      offset += typeof step === 'number' ? step * (type['size'] ?? 0) : (type[step] ?? NaN);
    return offset;
  },
};
const VARIABLES = ['r', 'b', 'x', 'i', 'd', 'n', 'pc', 'ptr'];

type Chunk = (Dst: State, ...values: readonly unknown[]) => void;

function readRecords(mode: Mode): readonly ReferenceRecord[] {
  const file = new URL(`../../../fixtures/instructions/${mode}.jsonl.gz`, import.meta.url);
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as ReferenceRecord).filter(record => record.runs);
}

function moduleText(mode: Mode, records: readonly ReferenceRecord[]): string {
  const parameters = ['Dst', ...VARIABLES].map(name => `${name}: any`).join(', ');
  const chunks = records.map(({ asm }) => `function (${parameters}) {\n| ${asm}\n},`);
  return [
    `|.arch ${mode}`,
    '|.actionlist actions',
    `|.type TY, Tstruct, ${mode === 'x64' ? 'rbx' : 'ebx'}`,
    '|.type NR, Nstruct',
    'function prelude(Dst: any) {',
    '|1:',
    '|->glob:',
    '|=>0:',
    '|=>1:',
    '}',
    'const chunks = [',
    ...chunks,
    '];',
  ].join('\n');
}

/** Line (from 1) of the first record's statement in `moduleText`; each takes three lines. */
const FIRST_LINE = 13;

/** Translates the records. Those with errors come back in `rejected`, with code and message. */
function translateRecords(mode: Mode, records: readonly ReferenceRecord[]) {
  const options = { file: 'records.dast', lang: 'ts', target: `${mode}-linux` } as const;
  const first = translateSource(moduleText(mode, records), options);
  const rejected = new Map<ReferenceRecord, string>();
  for (const { severity, code, line = 0, message } of first.diagnostics) {
    if (severity === 'warning') continue;
    const record = records[(line - FIRST_LINE) / 3];
    if (!record) throw new Error(`line ${line}: ${message}`);
    rejected.set(record, `${code}: ${message}`);
  }
  const taken = records.filter(record => !rejected.has(record));
  const { code, diagnostics } =
    rejected.size === 0 ? first : translateSource(moduleText(mode, taken), options);
  if (code === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { code, taken, rejected };
}

function unsigned(value: number | undefined): bigint {
  return BigInt.asUintN(32, BigInt(value ?? 0));
}

/** What the variables of the statement are in a run, from the C text of the arguments and their values. */
function valuesOf({ args }: ReferenceRecord, run: Run): readonly unknown[] {
  const values = new Map<string, number | bigint>();
  const texts = args === '' ? [] : args.split(', ');
  for (const [index, text] of texts.entries()) {
    const value = run.args[index] ?? NaN;
    const plain = text.replaceAll('(ptrdiff_t)', '').replace(/^\((.*)\)$/, '$1');
    const [, name = '', add = '0'] = /^(\w+)(?:\+(\d+))?$/.exec(plain) ?? [];
    if (text.startsWith('(unsigned int)') && !text.includes('>>32')) {
      values.set('n', BigInt.asIntN(64, (unsigned(run.args[index + 1]) << 32n) | unsigned(value)));
      if (text.includes('(i)')) values.set('i', values.get('n') ?? 0);
    } else if (plain === '-d') values.set('d', -value);
    else if (plain.startsWith('Dt1([i].x')) values.set('i', (value - TYPES.Tstruct.x) / TYPES.Tstruct.size);
    else if (name !== '') values.set(name, value - Number(add));
  }
  return VARIABLES.map(name => values.get(name));
}

/** Addresses of the externs, which the record numbers in the order of their appearance. */
function externAddresses(asm: string): ReadonlyMap<string, number> {
  const names = [...new Set([...asm.matchAll(/extern\s+(\w+)/g)].map(([, name = '']) => name))];
  return new Map(names.map((name, index) => [name, EXTERNS + 16 * index]));
}

function outcome(state: State, prelude: Chunk, chunk: Chunk, record: ReferenceRecord, run: Run): string {
  const externs = externAddresses(record.asm);
  state.setup();
  state.setupExtern(name => externs.get(name ?? ''));
  state.setupGlobal(state.globals.fill(0));
  state.growPc(2);
  prelude(state);
  try {
    chunk(state, ...valuesOf(record, run));
    return machineCode(state, BASE);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    return `0x${(error.status & 0xff000000).toString(16)}`;
  }
}

interface Difference {
  readonly asm: string;
  readonly expected: string;
  readonly found: string;
}

const NO_FORMS =
  /^(?:into|vsqrts[sd] [^,]*,[^,]*$|vcvtpd2(?:dq|ps) ymm|vps[rl][la][dqw] ymm|vpmov[sz]x.*, ymm|(?:rsqrtss|movddup) .*oword)/;

/** Memory without a size word that may have several sizes, where DynASM takes that of the register. */
const GUESSED = /^(?:crc32|vcvtt?pd2(?:dq|ps) xmm)[^,]*, \[/;

/** Where we mean to differ from the reference, and why. */
const DIFFERENCES: readonly {
  readonly mode: Mode;
  readonly reason: string;
  readonly applies: (difference: Difference) => boolean;
}[] = [
  {
    mode: 'x64',
    reason: '[eax] gets its 67h prefix',
    applies: ({ asm, expected, found }) =>
      /\[(?:e[a-ds]|r\d+d|Rd)/.test(asm) && found.replace(/^((?:66|9b|f2|f3)*)67/, '$1') === expected,
  },
  {
    mode: 'x64',
    reason: 'base and index of different sizes are an error',
    applies: ({ found }) => found.startsWith('mixed-address: '),
  },
  {
    mode: 'x64',
    reason: 'literals of sign-extended fields lie in −2³¹…2³¹−1',
    applies: ({ found }) => found.startsWith('sign-extended: '),
  },
  {
    mode: 'x64',
    reason: 'forms that the processor does not have are an error',
    applies: ({ asm, found }) => NO_FORMS.test(asm) && found.startsWith('defect: '),
  },
  {
    mode: 'x86',
    reason: 'forms that the processor does not have are an error',
    applies: ({ asm, found }) => NO_FORMS.test(asm) && found.startsWith('defect: '),
  },
  ...(['x64', 'x86'] as const).map(mode => ({
    mode,
    reason: 'the size of memory is not guessed',
    applies: ({ asm, found }: Difference) => GUESSED.test(asm) && found.startsWith('operand-size: '),
  })),
  ...(['x64', 'x86'] as const).map(mode => ({
    mode,
    reason: '`TYPE.member` could be a property of a host variable',
    applies: ({ asm, found }: Difference) => asm.includes('TY.x') && found.startsWith('type-dot: '),
  })),
  ...(['x64', 'x86'] as const).map(mode => ({
    mode,
    reason: 'the processor ignores W, so that two bytes of VEX may do',
    applies: ({ asm, expected, found }: Difference) =>
      /^vmov(?:[hl]p[sd]|sd|q) /.test(asm) && expected.length + 2 >= found.length,
  })),
  {
    mode: 'x86',
    reason: 'the form whose result is a ymm register has operands of 512 bits, and EVEX',
    applies: ({ asm, found }) => /^vcvtt?pd2(?:dq|ps) ymm/.test(asm) && found.startsWith('62'),
  },
  {
    mode: 'x64',
    reason: '90 does not clear the upper half of rax',
    applies: ({ asm, found }) => /^xchg (?:eax, Rd|Rd.*, eax$)/.test(asm) && /^(?:4[0-7])?87/.test(found),
  },
  {
    mode: 'x86',
    reason: 'the bit that says qword is ignored in x86 mode: a dword would be converted',
    applies: ({ asm, found }) => /^vcvtsi2s[ds] .*qword/.test(asm) && found.startsWith('defect: '),
  },
];

test.each<Mode>(['x64', 'x86'])(
  "the records of %s assemble to the reference's code in generated TypeScript",
  mode => {
    const records = readRecords(mode);
    const wrong: string[] = [];
    const differences = DIFFERENCES.filter(difference => difference.mode === mode);
    const unused = new Set(differences.map(({ reason }) => reason));
    const check = ({ asm }: ReferenceRecord, run: Run, found: string): void => {
      const expected = run.code ?? run.status ?? '';
      if (found === expected) return;
      const difference = differences.find(({ applies }) => applies({ asm, expected, found }));
      if (difference) unused.delete(difference.reason);
      else wrong.push(`${asm} (${run.args.join(', ')}): found ${found}, expected ${expected}`);
    };
    for (let start = 0; start < records.length; start += BATCH) {
      const { code, taken, rejected } = translateRecords(mode, records.slice(start, start + BATCH));
      const { actions, prelude, chunks } = evaluate(code, ['actions', 'prelude', 'chunks'], {
        $exec: EXEC,
        ...TYPES,
      });
      const state = new State(actions as ActionList);
      for (const [index, record] of taken.entries()) {
        const chunk = (chunks as readonly Chunk[])[index];
        if (!chunk) throw new Error(`no function for ${record.asm}`);
        for (const run of record.runs ?? [])
          check(record, run, outcome(state, prelude as Chunk, chunk, record, run));
      }
      state.free();
      for (const [record, message] of rejected)
        for (const run of record.runs ?? []) check(record, run, message);
    }
    expect(wrong).toEqual([]);
    expect([...unused]).toEqual([]);
  },
);

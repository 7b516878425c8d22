/**
 * All errors of states: a table of calls, each with the status and the message that its last step must give.
 */
import { expect, test } from '@jest/globals';
import { type Address, type Arch, EncodeError, State, type Value } from '../../src/encoder/index.ts';
import { type ChunkName, line, start, namedChunks } from './namedchunks.ts';

/** A put, or another call. */
type Step = [ChunkName, ...Value[]] | ((state: State) => void);

interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The name of the code in the upper byte of the status. */
  readonly code: string;
  /** The lower 24 bits: an offset in the chunk of the last put, or a number. */
  readonly offset?: number;
  readonly number?: number;
  readonly message: string;
  /** The chunk whose source line the message has; if it is not given, that of the last put. */
  readonly line?: ChunkName;
  readonly arch?: Arch;
}

const link = (state: State): number => state.link();
const encodeAt =
  (base: Address) =>
  (state: State): void => {
    state.encode(new Uint8Array(state.link()), base);
  };
const put = (state: State, ...args: unknown[]): unknown =>
  Reflect.apply(state.put.bind(state), undefined, args);
const bad = (value: unknown): Value => value as Value;

const HIGH = 0x7f0012345678;
/** What the errors of targets out of reach advise. */
const REACH = '`mov64 r11, address` and `call r11` (or `jmp r11`) reach any address';
const FIELD = 'a 32-bit field that the processor sign-extends, −2³¹…2³¹−1';

// prettier-ignore
const CASES: readonly Case[] = [
  // values
  { name: 'byte too large', steps: [['byte', 256]], code: 'RANGE_I', offset: 1, message: '256 does not fit a byte, 0…255; cut it with `& 0xff` if that is meant' },
  { name: 'byte negative', steps: [['byte', -1]], code: 'RANGE_I', offset: 1, message: '-1 does not fit a byte, 0…255; cut it with `& 0xff` if that is meant' },
  { name: 'signed byte', steps: [['sbyte', 128]], code: 'RANGE_I', offset: 2, message: '128 does not fit a signed byte, −128…127' },
  { name: 'word', steps: [['word', 65536]], code: 'RANGE_I', offset: 2, message: '65536 does not fit a word, 0…65535; cut it with `& 0xffff` if that is meant' },
  { name: 'word or byte', steps: [['wordByte', -129]], code: 'RANGE_I', offset: 3, message: '-129 does not fit a word, −128…65535; cut it with `& 0xffff` if that is meant' },
  { name: 'dword', steps: [['dword', 2 ** 32]], code: 'RANGE_I', offset: 1, message: '4294967296 does not fit a dword, −2³¹…2³²−1' },
  { name: 'dword negative', steps: [['dword', -(2 ** 31) - 1]], code: 'RANGE_I', offset: 1, message: '-2147483649 does not fit a dword, −2³¹…2³²−1' },
  { name: 'dword bigint', steps: [['dword', 2n ** 32n]], code: 'RANGE_I', offset: 1, message: '4294967296 does not fit a dword, −2³¹…2³²−1' },
  { name: 'signed field', steps: [['signed', 2 ** 31]], code: 'RANGE_I', offset: 3, message: `2147483648 does not fit ${FIELD}` },
  { name: 'signed field bigint', steps: [['signed', 2n ** 31n]], code: 'RANGE_I', offset: 3, message: `2147483648 does not fit ${FIELD}` },
  { name: 'signed field or byte', steps: [['signedByte', 0xffffffff]], code: 'RANGE_I', offset: 3, message: `4294967295 does not fit ${FIELD}` },
  { name: 'displacement', steps: [['disp', 2 ** 31]], code: 'RANGE_I', offset: 2, message: '2147483648 does not fit a displacement, −2³¹…2³¹−1' },
  { name: 'displacement on x86', arch: 'x86', steps: [['disp', 2 ** 32]], code: 'RANGE_I', offset: 2, message: '4294967296 does not fit a dword, −2³¹…2³²−1' },
  { name: 'space negative', steps: [['space', -1]], code: 'RANGE_I', offset: 0, message: '-1 does not fit the size of a .space, 0…1073741824' },
  { name: 'fraction', steps: [['dword', 1.5]], code: 'RANGE_I', offset: 1, message: '1.5 is not an integer' },
  { name: 'fraction in a byte', steps: [['byte', 0.5]], code: 'RANGE_I', offset: 1, message: '0.5 is not an integer' },
  { name: 'NaN', steps: [['dwordByte', Number.NaN]], code: 'RANGE_I', offset: 2, message: 'NaN is not an integer' },
  { name: 'infinity', steps: [['dword', Infinity]], code: 'RANGE_I', offset: 1, message: 'Infinity is not an integer' },
  { name: 'string', steps: [['dword', bad('5')]], code: 'RANGE_I', offset: 1, message: 'the string "5" is not an integer' },
  { name: 'undefined', steps: [['dword', bad(undefined)]], code: 'RANGE_I', offset: 1, message: 'undefined is not an integer' },
  { name: 'null', steps: [['disp', bad(null)]], code: 'RANGE_I', offset: 2, message: 'null is not an integer' },
  { name: 'object', steps: [['word', bad({})]], code: 'RANGE_I', offset: 2, message: 'an object (Object) is not an integer' },
  { name: 'boolean', steps: [['sbyte', bad(true)]], code: 'RANGE_I', offset: 2, message: 'true is not an integer' },
  { name: 'missing argument', steps: [['dword']], code: 'RANGE_I', offset: 0, message: `missing argument: put(${start('dword')}, …) takes 1 of them, not 0` },
  { name: 'surplus argument', steps: [['nop', 1]], code: 'RANGE_I', offset: 0, message: `surplus argument: put(${start('nop')}, …) takes 0 of them, not 1` },
  // registers
  { name: 'register 16', steps: [['register', 16]], code: 'RANGE_VREG', offset: 2, message: '16 does not fit a register number, 0…15' },
  { name: 'register −1', steps: [['register', -1]], code: 'RANGE_VREG', offset: 2, message: '-1 does not fit a register number, 0…15' },
  { name: 'register 8 on x86', arch: 'x86', steps: [['register', 8]], code: 'RANGE_VREG', offset: 2, message: '8 does not fit a register number, 0…7' },
  { name: 'x87 register 8', steps: [['x87', 8]], code: 'RANGE_VREG', offset: 3, message: '8 does not fit a register number, 0…7' },
  { name: 'register 8 beside ah', steps: [['highByte', 8]], code: 'RANGE_VREG', offset: 3, message: '8 does not fit a register number, 0…7 beside ah, ch, dh or bh' },
  { name: 'rsp as index', steps: [['index', 4, 0]], code: 'RANGE_VREG', offset: 5, message: 'register 4 (esp, rsp) is not an index register' },
  { name: 'register is a string', steps: [['register', bad('rax')]], code: 'RANGE_VREG', offset: 2, message: 'the string "rax" is not an integer' },
  // labels
  { name: 'backward to nothing', steps: [['back']], code: 'RANGE_LG', offset: 3, message: 'local label 1 is not defined, or referenced forward since: `<1` needs it' },
  { name: 'backward past a forward reference', steps: [['one'], ['ahead'], ['back']], code: 'RANGE_LG', offset: 3, message: 'local label 1 is not defined, or referenced forward since: `<1` needs it' },
  { name: 'global beyond the list', steps: [['toOther']], code: 'RANGE_LG', offset: 2, message: 'global label 30 is out of range: there are 2' },
  { name: 'no pc labels', steps: [['pc', 0]], code: 'RANGE_PC', offset: 0, message: 'pc label =>0 is out of range; there are none (newLabel and growPc make more)' },
  { name: 'pc label beyond', steps: [state => state.growPc(3), ['toPc', 3]], code: 'RANGE_PC', offset: 2, message: 'pc label =>3 is out of range; there are 0…2 (newLabel and growPc make more)' },
  { name: 'pc label negative', steps: [state => state.growPc(3), ['pcAddress', -1]], code: 'RANGE_PC', offset: 0, message: 'pc label =>-1 is out of range; there are 0…2 (newLabel and growPc make more)' },
  { name: 'pc label not an integer', steps: [state => state.growPc(3), ['toPc', 0.5]], code: 'RANGE_PC', offset: 2, message: 'pc label: 0.5 is not an integer; there are 0…2 (newLabel and growPc make more)' },
  { name: 'section', steps: [['section9']], code: 'RANGE_SEC', offset: 0, message: 'section 9 is out of range: there are 2' },
  { name: 'local never defined, checkStep', steps: [['nop'], ['ahead'], state => state.checkStep()], code: 'UNDEF_L', number: 1, line: 'ahead', message: 'local label 1 is undefined' },
  { name: 'local never defined, link', steps: [['ahead'], ['nop'], link], code: 'UNDEF_L', number: 1, line: 'ahead', message: 'local label 1 is undefined' },
  { name: 'pc label never defined', steps: [state => state.growPc(8), ['toPc', 5], ['nop'], link], code: 'UNDEF_PC', number: 5, line: 'toPc', message: 'pc label =>5 is undefined' },
  { name: 'wrong section', steps: [['data'], state => state.checkStep(0)], code: 'MATCH_SEC', number: 1, message: 'the active section is section `data`, not section `code`' },
  // addresses
  { name: 'address not an integer', steps: [['call', 1.5]], code: 'RANGE_I', offset: 1, message: '1.5 is not an address' },
  { name: 'address beyond 64 bits', steps: [['call', 2n ** 64n]], code: 'RANGE_I', offset: 1, message: '18446744073709551616 is not an address' },
  { name: 'address beyond 2⁵³', steps: [['setTop', 2 ** 60]], code: 'RANGE_I', offset: 2, message: '1152921504606847000 is not an address' },
  { name: 'address beyond 32 bits on x86', arch: 'x86', steps: [['call', 2 ** 32]], code: 'RANGE_I', offset: 1, message: '4294967296 is not an address' },
  { name: 'call out of reach', steps: [['call', HIGH], encodeAt(0x10000000)], code: 'RANGE_REL', offset: 1, line: 'call', message: `the target, at 0x7f0012345678, is out of reach of a 32-bit distance from 0x10000005; ${REACH}` },
  { name: 'one byte out of reach', steps: [['call', 0x10000005 + 2 ** 31], encodeAt(0x10000000)], code: 'RANGE_REL', offset: 1, line: 'call', message: `the target, at 0x90000005, is out of reach of a 32-bit distance from 0x10000005; ${REACH}` },
  { name: 'undefined global out of reach', steps: [['toBottom'], encodeAt(HIGH)], code: 'RANGE_REL', offset: 1, line: 'toBottom', message: `global label \`bottom\` (undefined), at 0x0, is out of reach of a 32-bit distance from 0x7f001234567d; ${REACH}` },
  { name: 'label set out of reach', steps: [['setTop', HIGH], ['nop'], ['toTop'], encodeAt(0x10000000)], code: 'RANGE_REL', offset: 2, line: 'toTop', message: `global label \`top\`, at 0x7f0012345678, is out of reach of a 32-bit distance from 0x10000006; ${REACH}` },
  { name: 'pc label set out of reach', steps: [state => state.growPc(3), ['setPc', 2, -1], ['toPc', 2], encodeAt(HIGH)], code: 'RANGE_REL', offset: 2, line: 'toPc', message: `pc label =>2, at 0xffffffffffffffff, is out of reach of a 32-bit distance from 0x7f001234567e; ${REACH}` },
  { name: 'extern without resolver', steps: [['extern'], encodeAt(0)], code: 'UNDEF_EXT', number: 0, line: 'extern', message: 'extern `puts` has no address' },
  { name: 'extern resolved to nonsense', steps: [state => state.setupExtern(() => 0.5), ['extern'], encodeAt(0)], code: 'UNDEF_EXT', number: 0, line: 'extern', message: 'extern `puts`: 0.5 is not an address' },
  { name: 'extern out of reach', steps: [state => state.setupExtern(() => HIGH), ['extern'], encodeAt(0)], code: 'RANGE_REL', offset: 1, line: 'extern', message: `extern \`puts\`, at 0x7f0012345678, is out of reach of a 32-bit distance from 0x5; ${REACH}` },
  { name: 'extern too wide', steps: [state => state.setupExtern(() => HIGH), ['externAddress'], encodeAt(0)], code: 'RANGE_REL', offset: 1, line: 'externAddress', message: 'extern `puts`, at 0x7f0012345678, does not fit a 32-bit field' },
  { name: 'extern sign-extended', steps: [state => state.setupExtern(() => 0x80000000), ['externSigned'], encodeAt(0)], code: 'RANGE_REL', offset: 3, line: 'externSigned', message: 'extern `puts`, at 0x80000000, does not fit a 32-bit field' },
  { name: 'global in the array is not an address', steps: [['toBottom'], state => { state.globals[1] = 0.5; }, encodeAt(0)], code: 'RANGE_REL', number: 0, message: 'global label `bottom`: 0.5 in globals is not an address' },
  // 64-bit values
  { name: 'low of a fraction', steps: [state => put(state, start('mov64'), state.low(1.5), state.high())], code: 'RANGE_I', number: start('mov64') + 2, line: 'mov64', message: '1.5 is not an integer' },
  { name: 'low of an unsafe number', steps: [state => put(state, start('mov64'), state.low(2 ** 60), state.high())], code: 'RANGE_I', number: start('mov64') + 2, line: 'mov64', message: '1152921504606847000 is beyond 2⁵³: give a bigint' },
  { name: 'low of too much', steps: [state => put(state, start('mov64'), state.low(2n ** 64n), state.high())], code: 'RANGE_I', number: start('mov64') + 2, line: 'mov64', message: '18446744073709551616 does not fit 64 bits' },
  { name: 'low of undefined', steps: [state => put(state, start('mov64'), state.low(undefined), state.high())], code: 'RANGE_I', number: start('mov64') + 2, line: 'mov64', message: 'undefined is not an integer' },
  { name: 'address of undefined', steps: [state => put(state, start('call'), state.address(undefined))], code: 'RANGE_I', number: start('call') + 1, line: 'call', message: 'undefined is not an address' },
  { name: 'address32 of much', steps: [state => put(state, start('signed'), state.address32(HIGH))], code: 'RANGE_I', number: start('signed') + 3, line: 'signed', message: 'address 0x7f0012345678 does not fit 32 bits; load it into a register with mov64' },
  { name: 'address32 of a fraction', steps: [state => put(state, start('signed'), state.address32(0.5))], code: 'RANGE_I', number: start('signed') + 3, line: 'signed', message: '0.5 is not an address' },
  // calls
  { name: 'start beyond', steps: [state => state.put(10000)], code: 'BAD_LIST', number: 0, message: 'put(10000): the action list has the offsets 0…' },
  { name: 'start negative', steps: [state => state.put(-1)], code: 'BAD_LIST', number: 0, message: 'put(-1): the action list has the offsets 0…' },
  { name: 'start is a fraction', steps: [state => state.put(0.5)], code: 'BAD_LIST', number: 0, message: 'put(0.5): the action list has the offsets 0…' },
  { name: 'start is a string', steps: [['nop'], state => put(state, '0')], code: 'BAD_LIST', number: 0, message: 'put(the string "0"): the action list has the offsets 0…' },
  { name: 'start is a property', steps: [state => put(state, 'length')], code: 'BAD_LIST', number: 0, message: 'put(the string "length"): the action list has the offsets 0…' },
  { name: 'start is missing', steps: [state => put(state)], code: 'BAD_LIST', number: 0, message: 'put(undefined): the action list has the offsets 0…' },
  { name: 'encode before link', steps: [['nop'], state => state.encode(new Uint8Array(9), 0)], code: 'BAD_CALL', number: 0, message: 'encode comes after link, and link after the last put' },
  { name: 'put after link', steps: [['nop'], link, ['nop'], state => state.encode(new Uint8Array(9), 0)], code: 'BAD_CALL', number: 0, message: 'encode comes after link, and link after the last put' },
  { name: 'small buffer', steps: [['dword', 1], link, state => state.encode(new Uint8Array(4), 0)], code: 'BAD_CALL', number: 0, message: 'the code has 5 bytes, the buffer only 4' },
  { name: 'no buffer', steps: [['nop'], link, state => Reflect.apply(state.encode.bind(state), undefined, [[0, 0], 0])], code: 'BAD_CALL', number: 0, message: 'encode: buffer is an object (Array), expected a Uint8Array' },
  { name: 'base negative', steps: [['nop'], encodeAt(-1)], code: 'BAD_CALL', number: 0, message: 'base address -1 is out of range' },
  { name: 'base too high', steps: [['dword', 1], encodeAt(2n ** 64n - 4n)], code: 'BAD_CALL', number: 0, message: 'base address 18446744073709551612 is out of range' },
  { name: 'base too high for x86', arch: 'x86', steps: [['dword', 1], encodeAt(2 ** 32 - 4)], code: 'BAD_CALL', number: 0, message: 'base address 4294967292 is out of range' },
  { name: 'base is a fraction', steps: [['nop'], encodeAt(0.5)], code: 'BAD_CALL', number: 0, message: 'base address 0.5 is out of range' },
  { name: 'growPc', steps: [state => state.growPc(-1)], code: 'BAD_CALL', number: 0, message: 'growPc: count is -1, expected an integer, 0…16777216' },
  { name: 'setupGlobal', steps: [state => state.setupGlobal([], 238)], code: 'BAD_CALL', number: 0, message: 'setupGlobal: count is 238, expected an integer, 0…237' },
  { name: 'options', steps: [state => new State(state.list, { sections: 0 })], code: 'BAD_CALL', number: 0, message: 'new State: options.sections is 0, expected an integer, 1…256' },
  { name: 'put after free', steps: [['nop'], state => state.free(), ['nop']], code: 'BAD_CALL', number: 0, message: 'this state was freed' },
  { name: 'link after free', steps: [state => state.free(), link], code: 'BAD_CALL', number: 0, message: 'this state was freed' },
  { name: 'setup after free', steps: [state => state.free(), state => state.setup()], code: 'BAD_CALL', number: 0, message: 'this state was freed' },
];

function outcome(entry: Case): string {
  const state = new State(namedChunks(entry.arch));
  let last: ChunkName | undefined;
  for (const [index, step] of entry.steps.entries()) {
    try {
      if (typeof step === 'function') step(state);
      else {
        last = step[0];
        const [name, ...args] = step;
        state.put(start(name), ...args);
      }
    } catch (error) {
      if (!(error instanceof EncodeError)) return String(error);
      if (index < entry.steps.length - 1) return `step ${index} fails: ${error.message}`;
      return `${error.code} ${error.status & 0xffffff} ${error.message}`;
    }
  }
  return `nothing fails (last put: ${last})`;
}

function expected(entry: Case): string {
  const puts = entry.steps.filter(step => typeof step !== 'function');
  const last = puts.at(-1)?.[0];
  const chunk = entry.line ?? last;
  const number = entry.number ?? start(chunk ?? 'nop') + (entry.offset ?? 0);
  const withLine = entry.line !== undefined || entry.offset !== undefined || entry.code === 'NOMEM';
  const source = withLine && chunk ? `chunks.dast:${line(chunk)}: ` : '';
  return `${entry.code} ${number} ${source}${entry.message}`;
}

// (A process of 32 bits does not have the memory of the first step.)
const LARGE: readonly Case[] = [
  {
    name: 'space enormous',
    steps: [
      ['space', 2 ** 30],
      ['space', 2 ** 30],
    ],
    code: 'NOMEM',
    number: 0,
    message: 'more than 1073741824 bytes of code in one section',
  },
];

test('every error has its status, its source line and its words', () => {
  const failures: string[] = [];
  for (const entry of process.arch === 'ia32' ? CASES : [...CASES, ...LARGE]) {
    const [got, wanted] = [outcome(entry), expected(entry)];
    // An expected message that ends in … is the beginning of the real one.
    const equal = wanted.endsWith('0…') ? got.startsWith(wanted) : got === wanted;
    if (!equal) failures.push(`${entry.name}\n  got      ${got}\n  expected ${wanted}`);
  }
  expect(failures.join('\n')).toBe('');
});

test('a failing put adds nothing, sets the status, and link throws its error', () => {
  const state = new State(namedChunks());
  state.put(start('nop'));
  expect(() => state.put(start('byte'), 300)).toThrow(EncodeError);
  const first = state.status;
  expect(first).toBe(0x11000000 | (start('byte') + 1));
  state.put(start('nop'));
  expect(state.status).toBe(first);
  expect(() => state.put(start('sbyte'), 300)).toThrow(EncodeError);
  expect(state.status).toBe(0x11000000 | (start('sbyte') + 2));
  expect(() => state.link()).toThrow('300 does not fit a signed byte');
  expect(() => state.checkStep()).toThrow('300 does not fit a signed byte');
  expect(() => state.encode(new Uint8Array(9), 0)).toThrow('300 does not fit a signed byte');
  state.setup();
  state.put(start('nop'));
  expect(state.status).toBe(0);
  expect(state.link()).toBe(1);
});

test('encode that fails leaves buffer and globals alone', () => {
  const state = new State(namedChunks());
  state.put(start('top'));
  state.put(start('call'), HIGH);
  const buffer = new Uint8Array(state.link()).fill(7);
  expect(() => state.encode(buffer, 0x10000000)).toThrow(EncodeError);
  expect([...buffer]).toEqual([7, 7, 7, 7, 7]);
  expect(state.globals).toEqual([]);
  state.encode(buffer, HIGH);
  expect(Buffer.from(buffer).toString('hex')).toBe('e8fbffffff');
  expect(state.globals).toEqual([BigInt(HIGH)]);
});

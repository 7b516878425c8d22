/**
 * What a state refuses: everything after `free`, whose buffers belong to the next state; and every change
 * while encode runs what the user gave, the resolver of externs above all.
 */
import { expect, test } from '@jest/globals';
import { codeLines, definesGlobal, EncodeError, State, undefinedGlobals } from '../../src/encoder/index.ts';
import { layoutOf } from '../../src/encoder/codelayout.ts';
import { findPut, procedureSizes } from '../../src/encoder/inspection.ts';
import { fitList } from '../../src/template/fitting.ts';
import { start, namedChunks } from './namedchunks.ts';

const FREED = 'this state was freed';
const RUNNING =
  'encode is running: the resolver of externs must not change or free the state that it is called from';

/** A call of every public method of a state. */
const CALLS: Readonly<Record<string, (state: State) => unknown>> = {
  setup: state => state.setup(),
  setupGlobal: state => state.setupGlobal([]),
  growPc: state => state.growPc(100),
  newLabel: state => state.newLabel(),
  newLabels: state => state.newLabels(2),
  setupExtern: state => state.setupExtern(undefined),
  put: state => state.put(start('nop')),
  checkStep: state => state.checkStep(),
  link: state => state.link(),
  encode: state => state.encode(new Uint8Array(64), 0),
  encodeWithSlots: state => state.encodeWithSlots(new Uint8Array(64), 0, undefined),
  holdLayout: state => state.holdLayout({ detach: () => {} }),
  getPcLabel: state => state.getPcLabel(0),
  low: state => state.low(1n),
  high: state => state.high(),
  float: state => state.float(1),
  double: state => state.double(1),
  address: state => state.address(1),
  address32: state => state.address32(1),
  free: state => state.free(),
};
/** Those that change nothing. */
const READING = new Set(
  'holdLayout getPcLabel undefinedGlobals definesGlobal codeLines layoutOf procedureSizes findPut low high float double address address32'.split(
    ' ',
  ),
);
/** What stands outside of the class. */
const FUNCTIONS: Readonly<Record<string, (state: State) => unknown>> = {
  codeLines,
  undefinedGlobals,
  definesGlobal: state => definesGlobal(state, 0),
  layoutOf: state => layoutOf(state, 0),
  procedureSizes,
  findPut: state => findPut(state, new Set()),
  fitList,
};
/** Puts that are wrong themselves, or need no room. */
const WRONG_PUTS: Readonly<Record<string, (state: State) => unknown>> = {
  'put with a missing argument': state => state.put(start('byte')),
  'put outside of the list': state => state.put(-1),
  'put of a bad value': state => state.put(start('byte'), 300),
  'put of a label': state => state.put(start('top')),
  'put of a section': state => state.put(start('data')),
  'put of a chunk that is not decoded yet': state => state.put(start('sbyte'), 1),
};

function thrown(call: () => unknown): string {
  try {
    call();
    return 'nothing';
  } catch (error) {
    return error instanceof EncodeError ? `${error.code} ${error.message}` : String(error);
  }
}

test('every method is in the table', () => {
  const methods = Object.entries(Object.getOwnPropertyDescriptors(State.prototype))
    .filter(([name, { value }]) => typeof value === 'function' && name !== 'constructor')
    .map(([name]) => name);
  expect(Object.keys(CALLS).toSorted()).toEqual(methods.toSorted());
});

test.each(Object.entries({ ...CALLS, ...FUNCTIONS, ...WRONG_PUTS }))(
  'after free, %s is refused',
  (name, call) => {
    const list = namedChunks();
    const freed = new State(list);
    freed.growPc(4);
    freed.put(start('nop'));
    freed.link();
    freed.free();
    const next = new State(list);
    next.growPc(4);
    next.put(start('toTop'));
    next.put(start('pc'), 0);
    next.put(start('ahead'));
    next.put(start('one'));
    const expected = name === 'free' ? 'nothing' : `BAD_CALL ${FREED}`;
    expect(thrown(() => call(freed))).toBe(expected);
    expect([next.getPcLabel(0), definesGlobal(next, 0), next.emitter.labels.pcSize]).toEqual([5, false, 4]);
    expect(next.link()).toBe(7);
  },
);

/** Encodes code with an extern, whose resolver calls `call`; returns what that throws. */
function fromResolver(call: (state: State) => unknown): [message: string, code: string] {
  const state = new State(namedChunks());
  state.growPc(4);
  for (const name of ['extern', 'nop', 'ahead', 'one', 'extern'] as const) state.put(start(name));
  let message = '';
  state.setupExtern(() => {
    message = thrown(() => call(state));
    return 0x2000;
  });
  const code = new Uint8Array(state.link());
  state.encode(code, 0x1000);
  // It goes on working.
  state.put(start('nop'));
  state.encode(new Uint8Array(state.link()), 0x1000);
  return [message, Buffer.from(code).toString('hex')];
}

test.each(Object.entries({ ...CALLS, ...FUNCTIONS, ...WRONG_PUTS }))(
  'inside of a resolver, %s',
  (name, call) => {
    const [message, code] = fromResolver(call);
    expect(message).toBe(READING.has(name) ? 'nothing' : `BAD_CALL ${RUNNING}`);
    expect(code).toBe('e8fb0f0000907400e8f30f0000');
  },
);

test('what a resolver does not catch comes out of encode', () => {
  const state = new State(namedChunks());
  state.put(start('extern'));
  state.setupExtern(() => {
    state.free();
    return 0;
  });
  const code = new Uint8Array(state.link());
  expect(() => state.encode(code, 0)).toThrow(RUNNING);
  state.setupExtern(() => 0);
  state.encode(code, 0);
  expect(state.status).toBe(0);
});

test('a resolver may use other states of the same list', () => {
  const list = namedChunks();
  const [state, other] = [new State(list), new State(list)];
  state.put(start('extern'));
  state.setupExtern(() => {
    other.free();
    const third = new State(list);
    third.put(start('nop'));
    return third.link();
  });
  const code = new Uint8Array(state.link());
  state.encode(code, 0);
  expect(Buffer.from(code).toString('hex')).toBe('e8fcffffff');
});

test('an accessor in the array of globals cannot free the state', () => {
  const state = new State(namedChunks());
  state.put(start('toTop'));
  const globals: number[] = [];
  Object.defineProperty(globals, 0, { get: () => (state.free(), 0) });
  state.setupGlobal(globals);
  const code = new Uint8Array(state.link());
  expect(() => state.encode(code, 0)).toThrow(RUNNING);
});

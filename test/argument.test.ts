/**
 * Wrong arguments of the public functions: each value that a parameter does not take gives an error that
 * names the parameter and what would be right, never one from inside. The rows say what a parameter takes;
 * all values of other kinds are tried in its place.
 */
import { expect, test } from '@jest/globals';
import * as dynasm from '../src/index.ts';
import * as encoder from '../src/encoder/index.ts';
import { show } from '../src/encoder/format/status.ts';
import { translateNow } from '../src/files/translatefile.ts';
import * as preprocessor from '../src/preprocessor/index.ts';

const { dasm } = dynasm;

/** Values by kind. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  undefined: [undefined],
  null: [null],
  boolean: [true],
  count: [1],
  integer: [-1, 2 ** 60],
  fraction: [1.5, Number.NaN, Infinity],
  bigint: [-1n, 5n, 2n ** 70n],
  text: ['', 'text'],
  symbol: [Symbol('s')],
  function: [() => 1],
  array: [[], [1], [null]],
  bytes: [new Uint8Array(4)],
  object: [{}, Object.create(null), new Date(0)],
  unknownOption: [{ nosuch: 1 }],
};

interface Row {
  readonly name: string;
  readonly call: (...args: never[]) => unknown;
  /** Arguments with which it works. */
  readonly good: () => readonly unknown[];
  /** For each parameter: how messages name it, and the kinds that it takes. */
  readonly parameters: readonly (readonly [name: RegExp, ...kinds: string[]])[];
}

const list = encoder.actionList({
  format: 1,
  arch: 'x64',
  actions: [0xb8, 237, 0xc3, 255],
  globals: ['top'],
});

function linked(): encoder.State {
  const state = new encoder.State(list);
  state.put(0, 1);
  state.link();
  return state;
}

const state = linked();
const built = dasm.new(list);
built.put(0, 1);
const code = built.build();

const OBJECT = ['object'] as const;
const OPTIONS = ['undefined', 'object'] as const;
const INPUT = { source: '|.arch x64\n', file: 'in.dast' };
const [LINE] = preprocessor.assembleLines('nop', { file: 'f', arch: 'x64', lang: 'c' }).lines;
const { definitions: DEFINITIONS } = preprocessor.translateSource('', {
  file: 'f',
  lang: 'ts',
  definitions: true,
});

// prettier-ignore
const ROWS: readonly Row[] = [
  // dynasm/encoder
  { name: 'actionList', call: encoder.actionList, good: () => [{ format: 1, arch: 'x64', actions: [] }], parameters: [[/description|format/]] },
  { name: 'arm64ActionList', call: encoder.arm64ActionList, good: () => [{ format: 1, arch: 'arm64', actions: [] }], parameters: [[/description|format/]] },
  { name: 'ActionList.on', call: list.on.bind(list), good: () => [state], parameters: [[/state/]] },
  { name: 'ActionList.sourceOf', call: list.sourceOf.bind(list), good: () => [0], parameters: [[/offset/, 'count', 'integer', 'fraction']] },
  { name: 'hexadecimal', call: encoder.hexadecimal, good: () => [5n], parameters: [[/address/, 'bigint', 'count', 'integer', 'fraction']] },
  { name: 'statusName', call: encoder.statusName, good: () => [0], parameters: [[/status/, 'count', 'integer', 'fraction']] },
  { name: 'arm64StatusName', call: encoder.arm64StatusName, good: () => [0], parameters: [[/status/, 'count', 'integer', 'fraction']] },
  { name: 'new State', call: (...args) => Reflect.construct(encoder.State, args), good: () => [list, {}], parameters: [[/list/], [/option/, ...OPTIONS]] },
  { name: 'new State: sections', call: (sections: number) => new encoder.State(list, { sections }), good: () => [1], parameters: [[/sections/, 'undefined', 'count']] },
  { name: 'new State: globals', call: (globals: number) => new encoder.State(list, { globals }), good: () => [1], parameters: [[/globals/, 'undefined', 'count']] },
  { name: 'setupGlobal', call: (...args) => linked().setupGlobal(...args as unknown as [[]]), good: () => [[], 1], parameters: [[/globals/, 'array'], [/count/, 'undefined', 'count']] },
  { name: 'growPc', call: state.growPc.bind(state), good: () => [1], parameters: [[/count/, 'count']] },
  { name: 'newLabels', call: state.newLabels.bind(state), good: () => [1], parameters: [[/count/, 'count']] },
  { name: 'setupExtern', call: state.setupExtern.bind(state), good: () => [undefined], parameters: [[/resolver/, 'undefined', 'function']] },
  { name: 'put', call: (...args) => linked().put(...args as unknown as [number]), good: () => [0, 1], parameters: [[/put\(/, 'count'], [/integer|dword|argument/, 'count', 'integer', 'bigint']] },
  { name: 'checkStep', call: (...args) => linked().checkStep(...args as []), good: () => [0], parameters: [[/section/, 'undefined', 'count', 'integer', 'fraction']] },
  { name: 'encode', call: (...args) => linked().encode(...args as unknown as [Uint8Array, number]), good: () => [new Uint8Array(9), 0], parameters: [[/buffer/], [/base/, 'count', 'bigint']] },
  { name: 'getPcLabel', call: state.getPcLabel.bind(state), good: () => [0], parameters: [[/pc/, 'count', 'integer', 'fraction']] },
  { name: 'undefinedGlobals', call: encoder.undefinedGlobals, good: () => [state], parameters: [[/state/]] },
  { name: 'definesGlobal', call: encoder.definesGlobal, good: () => [state, 0], parameters: [[/state/], [/index/, 'count', 'integer', 'fraction']] },
  { name: 'codeLines', call: encoder.codeLines, good: () => [state], parameters: [[/state/]] },
  // dasm
  { name: 'dasm.new', call: dasm.new, good: () => [list, {}], parameters: [[/actions|bytes/], [/option/, ...OPTIONS]] },
  { name: 'dasm.new of bytes', call: dasm.new, good: () => [[255], { arch: 'x64' }], parameters: [[/actions/, 'bytes'], [/option|arch/]] },
  { name: 'dasm.new: globals', call: (globals: number) => dasm.new(list, { globals }), good: () => [1], parameters: [[/globals/, 'undefined', 'count', ...OBJECT, 'unknownOption']] },
  { name: 'dasm.new: globals.top', call: (top: number) => dasm.new(list, { globals: { top } }), good: () => [1], parameters: [[/globals\.top/, 'undefined', 'null', 'count', 'integer', 'fraction', 'bigint', 'bytes']] },
  { name: 'dasm.new: externs', call: (externs: object) => dasm.new(list, { externs } as object), good: () => [{}], parameters: [[/externs/, 'undefined', 'function', ...OBJECT, 'unknownOption']] },
  { name: 'dasm.cast', call: dasm.cast, good: () => [code, 'int ()', {}], parameters: [[/address/, 'count', 'integer', 'bigint', 'bytes'], [/prototype/], [/option/, ...OPTIONS]] },
  { name: 'dasm.cast: checked', call: (checked: boolean) => dasm.cast(code, 'int ()', { checked }), good: () => [true], parameters: [[/checked/, 'undefined', 'boolean']] },
  { name: 'dasm.callback', call: dasm.callback, good: () => ['int ()', () => 1], parameters: [[/prototype/], [/fn/, 'function']] },
  { name: 'dasm.dump', call: dasm.dump, good: () => [new Uint8Array([0xc3]), 0, {}], parameters: [[/bytes/, 'bytes'], [/address/, 'undefined', 'count', 'integer', 'bigint'], [/option/, ...OPTIONS]] },
  { name: 'dasm.dump: arch', call: (arch: 'x64') => dasm.dump(new Uint8Array(1), 0, { arch }), good: () => ['x86'], parameters: [[/arch/, 'undefined']] },
  { name: 'dasm.dump: labels', call: (labels: Map<bigint, string[]>) => dasm.dump(new Uint8Array(1), 0, { labels }), good: () => [new Map()], parameters: [[/labels/, 'undefined']] },
  { name: 'dasm.catchFaults', call: dasm.catchFaults, good: () => [true], parameters: [[/isCaught/, 'boolean']] },
  { name: 'dasm.address', call: dasm.address, good: () => [code], parameters: [[/value/, 'null', 'count', 'bigint', 'bytes', 'integer']] },
  { name: 'dasm.globals', call: dasm.globals, good: () => [state], parameters: [[/state/]] },
  { name: 'sizeOf', call: dasm.sizeOf, good: () => ['int'], parameters: [[/type/]] },
  { name: 'offsetOf', call: dasm.offsetOf, good: () => ['int', 2], parameters: [[/type/], [/path|member/, 'count', 'integer']] },
  { name: 'code.cast', call: code.cast.bind(code), good: () => ['int ()', undefined, {}], parameters: [[/prototype/], [/label|option/, 'count', 'integer', 'fraction', ...OPTIONS], [/option/, ...OPTIONS]] },
  { name: 'code.pcLabel', call: code.pcLabel.bind(code), good: () => [], parameters: [[/label/, 'count', 'integer', 'fraction']] },
  { name: 'asm.actionList', call: dynasm.asm.actionList, good: () => ['x86'], parameters: [[/arch/, 'undefined']] },
  // Translating and loading
  { name: 'translate', call: dynasm.translate, good: () => [INPUT, '/dev/null', {}], parameters: [[/input/, 'text'], [/output/, 'text', 'undefined'], [/option/, ...OPTIONS]] },
  // (Jest cannot `require` the translator's sources, as `translateSync` does.)
  { name: 'translateSync', call: translateNow, good: () => [INPUT, '/dev/null', {}], parameters: [[/input/, 'text'], [/output/, 'text', 'undefined'], [/option/, ...OPTIONS]] },
  { name: 'translateToIterator', call: (...args) => Reflect.apply(dynasm.translateToIterator, undefined, args).next(), good: () => [INPUT, {}], parameters: [[/input/, 'text'], [/option/, ...OPTIONS]] },
  { name: 'stringInfile', call: dynasm.stringInfile, good: () => ['', 'x.dast'], parameters: [[/source/, 'text'], [/file/, 'text', 'undefined']] },
  { name: 'funcOutfile', call: dynasm.funcOutfile, good: () => [() => 1], parameters: [[/write/, 'function']] },
  { name: 'arrayOutfile', call: dynasm.arrayOutfile, good: () => [[]], parameters: [[/lines/, 'array']] },
  { name: 'translateToString', call: dynasm.translateToString, good: () => [INPUT, {}], parameters: [[/input/, 'text'], [/option/, ...OPTIONS]] },
  { name: 'translateToString: source', call: (source: string) => dynasm.translateToString({ source }), good: () => [''], parameters: [[/input/, 'text', 'bytes']] },
  { name: 'translateToString: file', call: (file: string) => dynasm.translateToString({ source: '', file }), good: () => ['x.dast'], parameters: [[/input\.file/, 'undefined', 'text']] },
  ...(['lang', 'platform', 'target', 'output'] as const).map((option): Row => (
    { name: `translateToString: ${option}`, call: (value: string) => dynasm.translateToString(INPUT, { [option]: value }), good: () => [{ lang: 'ts', platform: 'x64-linux', target: 'x86-linux', output: 'x.ts' }[option]], parameters: [[new RegExp(option), 'undefined', 'text']] })),
  ...(['macroComments', 'lineNumbers', 'flushLines', 'sourceMap', 'specialise', 'keepLines', 'strict', 'definitions'] as const).map((option): Row => (
    { name: `translateToString: ${option}`, call: (value: boolean) => dynasm.translateToString(INPUT, { [option]: value }), good: () => [true], parameters: [[new RegExp(option), 'undefined', 'boolean']] })),
  ...(['undefines', 'include', 'silenced'] as const).map((option): Row => (
    { name: `translateToString: ${option}`, call: (value: string[]) => dynasm.translateToString(INPUT, { [option]: value }), good: () => [['x']], parameters: [[new RegExp(option), 'undefined']] })),
  { name: 'translateToString: defines', call: (defines: object) => dynasm.translateToString(INPUT, { defines } as object), good: () => [{ A: '1' }], parameters: [[/defines/, 'undefined', ...OBJECT]] },
  { name: 'translateToString: defines.A', call: (A: string) => dynasm.translateToString(INPUT, { defines: { A } }), good: () => ['1'], parameters: [[/defines\.A/, 'text']] },
  { name: 'translateToString: comments', call: (comments: 'line') => dynasm.translateToString(INPUT, { comments }), good: () => ['block'], parameters: [[/comments/, 'undefined']] },
  { name: 'translateToString: maxErrors', call: (maxErrors: number) => dynasm.translateToString(INPUT, { maxErrors }), good: () => [Infinity], parameters: [[/maxErrors/, 'undefined', 'count']] },
  { name: 'loadFile', call: dynasm.loadFile, good: () => [], parameters: [[/path/, 'text'], [/option|path/, ...OPTIONS]] },
  { name: 'loadString', call: dynasm.loadString, good: () => [], parameters: [[/source/, 'text'], [/option|source/, ...OPTIONS]] },
  // dynasm/preprocessor
  { name: 'translateSource', call: preprocessor.translateSource, good: () => ['', { file: 'f', lang: 'ts' }], parameters: [[/text/, 'text'], [/option/]] },
  { name: 'translateSource: file', call: (file: string) => preprocessor.translateSource('', { file, lang: 'ts' }), good: () => ['f'], parameters: [[/file/, 'text']] },
  { name: 'translateSource: lang', call: (lang: 'ts') => preprocessor.translateSource('', { file: 'f', lang }), good: () => ['c'], parameters: [[/lang/, 'text']] },
  { name: 'translateSource: readInclude', call: (readInclude: () => undefined) => preprocessor.translateSource('', { file: 'f', lang: 'c', readInclude }), good: () => [() => undefined], parameters: [[/readInclude/, 'undefined', 'function']] },
  { name: 'translateJavaScript', call: preprocessor.translateJavaScript, good: () => ['', { file: 'f' }], parameters: [[/text/, 'text'], [/option/]] },
  { name: 'translateJavaScript: file', call: (file: string) => preprocessor.translateJavaScript('', { file }), good: () => ['f'], parameters: [[/file/, 'text']] },
  { name: 'assembleLines', call: preprocessor.assembleLines, good: () => ['nop', { file: 'f', arch: 'x64', lang: 'c' }], parameters: [[/text/, 'text'], [/option/]] },
  { name: 'assembleLines: arch', call: (arch: string) => preprocessor.assembleLines('nop', { file: 'f', arch, lang: 'c' }), good: () => ['x86'], parameters: [[/arch/]] },
  { name: 'argumentTexts', call: preprocessor.argumentTexts, good: () => [LINE], parameters: [[/line/]] },
  { name: 'findForms', call: preprocessor.findForms, good: () => ['x64', 'mov', 'avx2'], parameters: [[/arch/], [/pattern/, 'undefined', 'text'], [/cpu|feature/, 'undefined', 'text', 'array']] },
  { name: 'describeArch', call: preprocessor.describeArch, good: () => ['x64'], parameters: [[/name|arch/]] },
  { name: 'renderForms', call: preprocessor.renderForms, good: () => [preprocessor.findForms('x64', 'mov')], parameters: [[/forms/]] },
  { name: 'renderDefinitions', call: preprocessor.renderDefinitions, good: () => [DEFINITIONS, true], parameters: [[/definitions/], [/full/, 'boolean']] },
  { name: 'renderClassic', call: preprocessor.renderClassic, good: () => [[], 'f'], parameters: [[/diagnostics/], [/file/, 'text']] },
  { name: 'renderPretty', call: preprocessor.renderPretty, good: () => [[], {}], parameters: [[/diagnostics/], [/option/, ...OPTIONS]] },
  { name: 'renderJson', call: preprocessor.renderJson, good: () => [[]], parameters: [[/diagnostics/]] },
  { name: 'explain', call: preprocessor.explain, good: () => ['limit'], parameters: [[/code/, 'text']] },
  { name: 'isWarningCode', call: preprocessor.isWarningCode, good: () => ['defect'], parameters: [[/text/, 'text']] },
];

/** What V8 and Node say where a value was used without a look at it. */
const FROM_INSIDE =
  /Cannot (?:read|set|convert|destructure|mix)|is not (?:iterable|a function|a constructor|defined)|not a valid|Invalid array|ERR_|must be of type/;
/** `put` does not look at the type of `start` before it finds no chunk there. */
const isLeft = (name: string, value: unknown): boolean =>
  name === 'put' && typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
/** Some values of a kind are right for some parameters: an empty array, and a text that names something. */
const MAY_PASS: Readonly<Record<string, readonly string[]>> = {
  array: ['translate', 'translateSync', 'translateToIterator', 'translateToString', 'translateToString: source', 'dasm.new', 'dasm.new of bytes', 'setupGlobal', 'renderForms', 'renderClassic', 'renderPretty', 'renderJson', 'translateToString: undefines', 'translateToString: include', 'translateToString: silenced'],
  object: ['dasm.new', 'dasm.new of bytes'],
  integer: ['translateToString: maxErrors'],
  fraction: ['translateToString: maxErrors'],
}; // prettier-ignore

async function failureOf({ call }: Row, args: readonly unknown[]): Promise<string | undefined> {
  try {
    await Reflect.apply(call, undefined, args);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : `not an error: ${String(error)}`;
  }
}

test.each(ROWS)('$name names the parameter that is wrong', async row => {
  if (row.good().length > 0) expect(await failureOf(row, row.good())).toBeUndefined();
  const wrong: string[] = [];
  let count = 0;
  for (const [index, [name, ...taken]] of row.parameters.entries()) {
    for (const [kind, values] of Object.entries(VALUES)) {
      if (taken.includes(kind)) continue;
      for (const value of values) {
        if (isLeft(row.name, value)) continue;
        const args = [...row.good()];
        args[index] = value;
        count++;
        const message = await failureOf(row, args);
        const mayPass = message === undefined && MAY_PASS[kind]?.includes(row.name) === true;
        if (mayPass || (message !== undefined && name.test(message) && !FROM_INSIDE.test(message))) continue;
        wrong.push(`${kind} ${show(value)} as ${name.source}: ${message ?? 'no error'}`);
      }
    }
  }
  expect(count).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test('every public function is among the rows', () => {
  const tested = new Set(ROWS.map(({ call }) => call as unknown));
  const names = ROWS.map(({ name }) => name);
  // Errors and tags of values that users do not make; what only generated code uses; constants. What the tag
  // of templates takes is tested with templates.
  const left =
    /^(?:[A-Z_]+|EncodeError|InvalidValue|FaultError|MemoryError|PrototypeError|ProcessorError|TranslationError|OutputFileError|OutputLanguageError|Action|PcLabel|Status|isInt|isWithin|dasm|asm|koffi|archNames)$/;
  const all = [dynasm, encoder, preprocessor, dasm].flatMap(each => Object.entries(each));
  const missing = all.filter(
    ([name, value]) =>
      !left.test(name) &&
      !tested.has(value) &&
      !names.includes(name) &&
      !names.includes(`new ${name}`) &&
      typeof value === 'function',
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});

test('an unknown option is an error that suggests the one that was meant', async () => {
  const options = { defins: {} } as object;
  for (const [call, text] of [
    [() => dynasm.translateToString(INPUT, options), 'translateToString: there is no option `defins`; did you mean `defines`?'],
    [() => dynasm.translate(INPUT, '/dev/null', options), 'translate: there is no option `defins`; did you mean `defines`?'],
    [() => dynasm.loadFile('f.dast', options), 'loadFile: there is no option `defins`; did you mean `defines`?'],
    [() => dynasm.loadString('', options), 'loadString: there is no option `defins`; did you mean `defines`?'],
    [() => dynasm.loadFile('f.dast', { file: 'x' } as object), 'loadFile: there is no option `file`; the options are lang'],
    [() => preprocessor.translateSource('', { file: 'f', lang: 'ts', sourcemap: true } as never), 'translateSource: there is no option `sourcemap`; did you mean `sourceMap`?'],
    [() => preprocessor.assembleLines('', { file: 'f', lang: 'ts', arhc: 'x64' } as never), 'assembleLines: there is no option `arhc`; did you mean `arch`?'],
    [() => new encoder.State(list, { global: 5 } as object), 'new State: there is no option `global`; the options are sections, globals'],
    [() => dasm.new(list, { extern: {} } as object), 'dasm.new: there is no option `extern`; did you mean `externs`?'],
    [() => dasm.new([255], { arch: 'x64', extern: {} } as never), 'dasm.new: there is no option `extern`; did you mean `externs`?'],
    [() => dasm.cast(code, 'int ()', { check: true } as object), 'cast: there is no option `check`; did you mean `checked`?'],
    [() => dasm.dump(new Uint8Array(1), 0, { label: 1 } as object), 'dasm.dump: there is no option `label`; did you mean `labels`?'],
    [() => preprocessor.renderPretty([], { colour: true } as object), 'renderPretty: there is no option `colour`; did you mean `color`?'],
  ] as const) {
    let message = 'no error';
    try {
      await call();
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message.slice(0, text.length)).toBe(text);
  }
}); // prettier-ignore

test('the messages that the callers of the functions see', () => {
  const messages = [
    () => dasm.new(undefined as never),
    () => (dasm.callback as (fn: unknown) => unknown)(() => 1),
    () => dasm.dump([0xc3] as never),
    () => dasm.dump(new Uint8Array(1), -1),
    () => dasm.globals(5 as never),
    () => dasm.new(list, null as never),
    () => dasm.new(list, { externs: 5 as never }),
    () => code.cast('int ()', null as never),
    () => new encoder.State({} as never),
  ].map(call => {
    try {
      call();
      return 'no error';
    } catch (error) {
      return String(error);
    }
  });
  expect(messages).toEqual([
    'TypeError: dasm.new: actions is undefined, expected an action list, as `.actionlist` defines it, or an array of bytes',
    'TypeError: dasm.callback: prototype is a function, expected a string',
    'TypeError: dasm.dump: bytes is an object (Array), expected a Uint8Array',
    'TypeError: dasm.dump: address is -1, expected an address, 0…2⁶⁴−1',
    'TypeError: dasm.globals: state is 5, expected a state, as dasm.new or `new State` makes it',
    'TypeError: dasm.new: options is null, expected a plain object',
    'TypeError: dasm.new: options.externs is 5, expected an object of addresses by name, or a function',
    'TypeError: cast: label is null, expected the name of a global label or the number of a pc label',
    'EncodeError: new State: list is an object (Object), expected an action list, as `actionList` makes it',
  ]);
});

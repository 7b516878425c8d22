/**
 * Checks of the arguments with which the library's functions translate and load, for callers without a type
 * checker.
 */
import {
  type Check,
  checkArgument,
  expecting,
  isArrayOf,
  isBoolean,
  isText,
} from '../encoder/format/argument.ts';
import { type OptionChecks, isOptions } from '../encoder/format/option.ts';
import { SOURCE_OPTIONS } from '../preprocessor/sourceoptions.ts';
import { isAsyncIterable, isIterable } from './pieces.ts';
import { isPieceSink, isSink } from './sink.ts';
import type { TranslateOptions } from './translation.ts';

const {
  file,
  readInclude: _readInclude,
  readBinary: _readBinary,
  partial: _partial,
  ...SHARED_OPTIONS
} = SOURCE_OPTIONS;

const TRANSLATE_OPTIONS = {
  ...SHARED_OPTIONS,
  include: isArrayOf(isText),
  sourceMap: expecting("true, false or 'inline'", value => typeof value === 'boolean' || value === 'inline'),
  output: isText,
  check: isBoolean,
} satisfies OptionChecks<TranslateOptions>;

const checkTranslateOptions = isOptions(TRANSLATE_OPTIONS);
const checkStringOptions = isOptions({ ...TRANSLATE_OPTIONS, file });
const isSource = expecting(
  'a string or a Uint8Array',
  value => typeof value === 'string' || value instanceof Uint8Array,
);

/** Says that a text stands where a path is meant. A path has no line break; file systems take no NUL. */
const isPath: Check = (value, name) => {
  if (typeof value !== 'string') return isText(value, name);
  if (value === '') return `${name} is an empty string, expected a path`;
  if (value.length <= MAX_PATH && !/[\n\r\0]/.test(value)) return undefined;
  const start = JSON.stringify(value.slice(0, 20));
  return `${name} is a text (${start}…), expected a path`;
};
/** No system takes longer paths. */
const MAX_PATH = 32_767;

/** Says that a path stands where a text is meant. */
const isSourceText: Check = (value, name) =>
  typeof value === 'string' && /^[^\s|]+\.(?:dast|dasc|dasl)$/.test(value)
    ? `${name} is the path ${JSON.stringify(value)}, expected a text`
    : undefined;

function withHint(problem: string | undefined, hint: string): string | undefined {
  return problem === undefined ? undefined : `${problem}: ${hint}`;
}

/** An input that may come in pieces, if `isPieces` takes them. */
function isInput(isPieces: (value: unknown) => boolean): Check {
  return (value, name) => {
    if (typeof value === 'string')
      return withHint(isPath(value, name), 'a text is passed as { source: text }');
    if (isPieces(value)) return undefined;
    if (typeof value !== 'object' || value === null || !('source' in value)) {
      return expecting(
        'a path, { source, file }, or a stream or iterable of strings and Uint8Arrays',
        () => false,
      )(value, name);
    }
    const { source } = value;
    const given = 'file' in value ? value.file : undefined;
    return (
      (isPieces(source) ? undefined : isSource(source, `${name}.source`)) ??
      withHint(isSourceText(source, `${name}.source`), 'a path is the input itself') ??
      (given === undefined ? undefined : isText(given, `${name}.file`))
    );
  };
}

const isSyncInput = isInput(isIterable);
const isAnyInput = isInput(value => isIterable(value) || isAsyncIterable(value));

/** @throws {TypeError} for a wrong input of the function `where` */
export function checkInput(where: string, input: unknown): void {
  checkArgument(where, 'input', input, isAnyInput);
}

/** @throws {TypeError} for a wrong input, also for one that must be waited for */
export function checkSyncInput(where: string, input: unknown): void {
  const isLate = isAnyInput(input, 'input') === undefined && isSyncInput(input, 'input') !== undefined;
  if (isLate) throw new TypeError(`${where}: input must be waited for: use translate`);
  checkArgument(where, 'input', input, isSyncInput);
}

/** @throws {TypeError} for wrong options of a function that translates */
export function checkOptions(where: string, options: unknown): void {
  checkArgument(where, 'options', options, checkTranslateOptions);
}

const isOutput: Check = (value, name) =>
  typeof value === 'string'
    ? isPath(value, name)
    : expecting('a path, a stream, or an object with the method `write`', isSink)(value, name);
const isSyncOutput: Check = (value, name) =>
  typeof value === 'string'
    ? isPath(value, name)
    : expecting('a path or an object with the method `write`', isPieceSink)(value, name);

/** @throws {TypeError} for what is not an output */
export function checkOutput(where: string, output: unknown): void {
  checkArgument(where, 'output', output, isOutput);
}

/** @throws {TypeError} for what is not an output that takes pieces at once */
export function checkSyncOutput(where: string, output: unknown): void {
  checkArgument(where, 'output', output, isSyncOutput);
}

/** @throws {TypeError} for wrong arguments of `loadFile` */
export function checkLoadFile(path: unknown, options: unknown): void {
  checkArgument('loadFile', 'path', path, (value, name) =>
    withHint(isPath(value, name), 'loadString takes a text'),
  );
  checkArgument('loadFile', 'options', options, checkTranslateOptions);
}

/** @throws {TypeError} for wrong arguments of `loadString` */
export function checkLoadString(source: unknown, options: unknown): void {
  checkArgument('loadString', 'source', source, isText);
  checkArgument('loadString', 'source', source, (value, name) =>
    withHint(isSourceText(value, name), 'loadFile takes a path'),
  );
  checkArgument('loadString', 'options', options, checkStringOptions);
}

/** Of a whole project the language and the output are not asked for. */
const {
  lang: _lang,
  output: _output,
  sourceMap: _sourceMap,
  check: _check,
  lineNumbers: _lineNumbers,
  definitions: _definitions,
  ...PROJECT_OPTIONS
} = TRANSLATE_OPTIONS;
const checkProjectOptions = isOptions(PROJECT_OPTIONS);

/** @throws {TypeError} for wrong options of a plugin of `dynasm/plugin`, or of `dynasm/jest` */
export function checkPluginOptions(where: string, options: unknown): void {
  checkArgument(where, 'options', options, checkProjectOptions);
}

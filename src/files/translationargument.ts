/**
 * Checks of the arguments with which the library's functions translate and load, for callers without a type
 * checker.
 */
import {
  type Check,
  type OptionChecks,
  checkArgument,
  expecting,
  isArrayOf,
  isBoolean,
  isOptions,
  isText,
} from '../encoder/format/argument.ts';
import { SOURCE_OPTIONS } from '../preprocessor/sourceoptions.ts';
import type { TranslateOptions } from './translation.ts';

const { file, readInclude: _readInclude, readBinary: _readBinary, ...SHARED_OPTIONS } = SOURCE_OPTIONS;

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

/** A path, or `{ source, file }`. */
const isInput: Check = (value, name) => {
  if (typeof value === 'string') return undefined;
  if (typeof value !== 'object' || value === null || !('source' in value)) {
    return expecting('a path, or { source, file }', () => false)(value, name);
  }
  const given = 'file' in value ? value.file : undefined;
  return (
    isSource(value.source, `${name}.source`) ??
    (given === undefined ? undefined : isText(given, `${name}.file`))
  );
};

/** @throws {TypeError} for wrong arguments of `translate` or `translateToString` */
export function checkTranslation(where: string, input: unknown, options: unknown): void {
  checkArgument(where, 'input', input, isInput);
  checkArgument(where, 'options', options, checkTranslateOptions);
}

/** @throws {TypeError} for an output that is not a path */
export function checkOutput(where: string, output: unknown): void {
  checkArgument(where, 'output', output, isText);
}

/** @throws {TypeError} for wrong arguments of `loadFile` */
export function checkLoadFile(path: unknown, options: unknown): void {
  checkArgument('loadFile', 'path', path, isText);
  checkArgument('loadFile', 'options', options, checkTranslateOptions);
}

/** @throws {TypeError} for wrong arguments of `loadString` */
export function checkLoadString(source: unknown, options: unknown): void {
  checkArgument('loadString', 'source', source, isText);
  checkArgument('loadString', 'options', options, checkStringOptions);
}

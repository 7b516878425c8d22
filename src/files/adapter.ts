/**
 * Makes inputs of texts, and outputs of functions and arrays: what luapower's DynASM has as `string_infile`,
 * `func_outfile` and `table_outfile`.
 */
import { checkArgument, expecting, isFunction, isText } from '../encoder/format/argument.ts';
import type { PieceSink } from './sink.ts';

const isArray = expecting('an array', value => Array.isArray(value));

/**
 * Makes an input of a text.
 *
 * @param file its name for messages; its ending says which language it is in
 * @throws {TypeError} for an argument of a wrong type
 */
export function stringInfile(source: string, file?: string): { source: string; file?: string } {
  checkArgument('stringInfile', 'source', source, isText);
  if (file === undefined) return { source };
  checkArgument('stringInfile', 'file', file, isText);
  return { source, file };
}

/**
 * Makes an output of a function, which is called with each line of the output, line end included. `translate`
 * waits for promises that it returns.
 *
 * @throws {TypeError} for what is not a function
 */
export function funcOutfile(write: (piece: string) => unknown): PieceSink {
  checkArgument('funcOutfile', 'write', write, isFunction);
  return { write };
}

/**
 * Makes an output of an array, to which the lines of the output are added, line ends included.
 *
 * @throws {TypeError} for what is not an array
 */
export function arrayOutfile(lines: string[]): PieceSink {
  checkArgument('arrayOutfile', 'lines', lines, isArray);
  return { write: line => lines.push(line) };
}

/**
 * Writes a function that puts a template: the functions for its chunks and a call of each. Takes the chunks
 * of a list, and for each put what its arguments are; returns JavaScript.
 */
import type { Chunks } from '../encoder/format/chunks.ts';
import { writeFunction } from './language/typescript/print/functionwriter.ts';

interface FunctionPut {
  /** Offset of the chunk in the list. */
  readonly start: number;
  /** An expression for each argument. */
  readonly arguments: readonly string[];
}

/** The names in the text. */
const ENCODER = 'encoder';
const TYPES = /: encoder\.(?:PutTarget|Value)/g;

/**
 * The body of a function that takes `encoder`, the namespace, and what the arguments refer to, and returns a
 * function of a state and the values `v`.
 */
export function writeTemplateFunction(chunks: Chunks, puts: readonly FunctionPut[]): string {
  let functions = '';
  let calls = '';
  for (const { start, arguments: args } of puts) {
    const name = `put${start}`;
    const written = writeFunction(name, chunks, start, ENCODER);
    if (written !== undefined) functions += written.text.replaceAll(TYPES, '');
    const called = written === undefined ? `Dst.emitter.put(${start}` : `${name}(Dst.emitter`;
    calls += `${[called, ...args].join(', ')});\n`;
  }
  return `'use strict';\n${functions}return (Dst, v) => {\n${calls}};`;
}

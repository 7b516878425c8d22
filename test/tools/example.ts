/** The program and the configurations of docs/bundlers.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf } from '../markdown.ts';
import { root } from './project.ts';

/** The named examples. */
export const EXAMPLES: ReadonlyMap<string, string> = new Map(
  fencesOf(readFileSync(join(root, 'docs/bundlers.md'), 'utf8')).flatMap(({ name, text }) =>
    name === undefined ? [] : [[name, text]],
  ),
);

export function example(name: string): string {
  const text = EXAMPLES.get(name);
  if (text === undefined) throw new Error(`docs/bundlers.md has no example ${name}`);
  return text;
}

/** The module, and where it throws. */
export const SOURCE = example('scale.dast');
export const THROWN = `scale.dast:${SOURCE.split('\n').findIndex(line => line.includes('throw')) + 1}:`;
export const INCLUDED = example('factor.inc');

/** The module with an error, the line of the error, and what must be printed of it. */
const WRONG = '|  mov eax, [rdi+rsp*4]';
export const WRONG_SOURCE = SOURCE.replace('|  imul', `${WRONG}\n|  imul`);
const line = WRONG_SOURCE.split('\n').indexOf(WRONG) + 1;
export const SHOWN: readonly RegExp[] = [
  /bad index register `?rsp/,
  new RegExp(`scale\\.dast\\b\\D*${line}`),
  /mov eax, \[rdi\+rsp\*4\]/,
  /\^~~|~~~/,
];

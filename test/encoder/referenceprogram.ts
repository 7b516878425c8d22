/**
 * The programs of fixtures/encoder, each with what DynASM's own engine gives for it. The files explain their
 * form themselves.
 */
import { readFileSync } from 'node:fs';
import type { Arch } from '../../src/encoder/index.ts';
import type { Call } from './encoderprogram.ts';

export interface ReferenceProgram {
  readonly pcLabels: number;
  readonly calls: readonly Call[];
  /** The second line of the program, without its indentation. */
  readonly result: string;
}

export interface Reference {
  readonly arch: Arch;
  readonly base: bigint;
  /** The addresses of the externs. */
  readonly externs: readonly number[];
  readonly sections: number;
  readonly globals: number;
  readonly actions: readonly number[];
  readonly programs: readonly ReferenceProgram[];
}

function parseCall(text: string): Call {
  const [, what = '', values] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? [];
  const numbers = values === undefined ? [] : values.split(',').map(Number);
  return what === 'check'
    ? { do: 'checkStep', section: numbers[0] ?? NaN }
    : { do: 'put', start: Number(what), arguments: numbers };
}

/** Reads fixtures/encoder/NAME.txt. */
export function readReference(name: 'x64' | 'x86' | 'x64-high'): Reference {
  const text = readFileSync(new URL(`../../fixtures/encoder/${name}.txt`, import.meta.url), 'utf8');
  const [, head = '', ...programs] = text.trimEnd().split('\n\n');
  const values = new Map(head.split('\n').map(line => [line.replace(/ .*/, ''), line.split(' ').slice(1)]));
  const numbers = (key: string): number[] => (values.get(key) ?? []).map(Number);
  return {
    arch: values.get('arch')?.[0] as Arch,
    base: BigInt(values.get('base')?.[0] ?? 0),
    externs: numbers('externs'),
    sections: numbers('sections')[0] ?? NaN,
    globals: numbers('globals')[0] ?? NaN,
    actions: numbers('actions'),
    programs: programs.map(program => {
      const [, pcLabels, calls = '', result = ''] = /^pc (\d+): (.*)\n {2}(.*)$/.exec(program) ?? [];
      return { pcLabels: Number(pcLabels), calls: calls.split(' ').map(parseCall), result };
    }),
  };
}

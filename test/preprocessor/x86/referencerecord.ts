/** The reference records of `fixtures/instructions`: statements, and what DynASM makes of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Arch } from '../../../src/preprocessor/arch/arch.ts';
import { StatementAssembler } from './statementassembler.ts';

export interface Run {
  readonly args: readonly number[];
  readonly code?: string;
  readonly status?: string;
}

export interface ReferenceRecord {
  readonly asm: string;
  readonly error?: string;
  readonly actions?: readonly number[];
  readonly args?: string;
  readonly runs?: readonly Run[];
  /** What GNU's assembler says, if it is something else: its bytes, or `refused`. */
  readonly gnu?: string;
}

const FOLDER = join(import.meta.dirname, '../../../fixtures/instructions');

export function readRecords(arch: string): readonly ReferenceRecord[] {
  const text = gunzipSync(readFileSync(join(FOLDER, `${arch}.jsonl.gz`))).toString();
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as ReferenceRecord);
}

const TYPE_REGISTERS: Readonly<Record<string, string>> = { x64: 'rbx', x86: 'ebx', arm64: 'x19' };

/** An assembler that knows what the records know: their types, and the numbers of their global labels. */
export function recordAssembler(arch: Arch): StatementAssembler {
  const assembler = new StatementAssembler(arch);
  const register = TYPE_REGISTERS[arch.name];
  const definitions = [`.type TY, Tstruct, ${register}`, '.type NR, Nstruct', '.label ->glob', 'jmp ->glob2'];
  for (const statement of definitions) assembler.assemble(statement);
  return assembler;
}

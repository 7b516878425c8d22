/**
 * Encodes many statements at once. Takes statements, each with its text; calls back with the machine code of
 * each, or with the code or message of its error. In front of each stands the pc label `=>0`.
 */
import { ConstantError, constantValue } from '../../../src/asm/constant.ts';
import { actionList, EncodeError, FORMAT, State } from '../../../src/encoder/index.ts';
import { assembleLines } from '../../../src/preprocessor/index.ts';
import type { Argument } from '../../../src/preprocessor/item.ts';

/** The address of the code, and so of `=>0`. */
export const BASE = 0x1000_0000n;

function valueOf({ kind, text }: Argument): bigint {
  const value = constantValue(text);
  if (kind === 'low') return BigInt.asIntN(32, value);
  return kind === 'high' ? BigInt.asIntN(32, value >> 32n) : value;
}

export function encodeAll<Statement extends { readonly text: string }>(
  arch: 'x64' | 'x86',
  statements: readonly Statement[],
  visit: (statement: Statement, result: Uint8Array | string) => void,
): void {
  const text = ['=>0:', ...statements.map(statement => statement.text)].join('\n');
  const { unit, lines } = assembleLines(text, { file: 'sweep', arch, lang: 'ts' });
  const { sections, globals, externs, signed, actions, items } = unit;
  const Dst = new State(
    actionList({
      format: FORMAT,
      arch,
      sections,
      globals,
      externs,
      signed,
      actions,
      files: [],
      lines: [],
    }),
  );
  Dst.growPc(1);
  const puts = new Map(items.filter(item => item.kind === 'put').map(put => [put.place.line, put]));
  const label = puts.get(1)?.start ?? 0;
  for (const [index, statement] of statements.entries()) {
    const put = puts.get(index + 2);
    const error = lines[index + 1]?.errors[0];
    if (error !== undefined || put === undefined) visit(statement, error?.code ?? 'nothing');
    else {
      Dst.setup();
      Dst.put(label, 0);
      try {
        Dst.put(put.start, ...put.arguments.map(valueOf));
        const code = new Uint8Array(Dst.link());
        Dst.encode(code, BASE);
        visit(statement, code);
      } catch (problem) {
        if (!(problem instanceof EncodeError || problem instanceof ConstantError)) throw problem;
        visit(statement, problem.message);
      }
    }
  }
}

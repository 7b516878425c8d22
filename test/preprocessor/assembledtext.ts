/**
 * Assembles statements in tests. Takes the text of `dynasm asm`, returns machine code in hexadecimal, or the
 * errors.
 */
import { actionList, State } from '../../src/encoder/index.ts';
import { assembleLines, renderPretty } from '../../src/preprocessor/index.ts';
import { machineCode } from './typescript/generatedmodule.ts';

/** The pc labels that a text can use. */
export const PC_LABELS = 4096;

/** Either the code or the errors are empty. */
export interface AssembledText {
  readonly code: string;
  readonly errors: string;
}

/** Expressions that are not integers count as 0. */
export function assembleText(text: string, arch: 'x64' | 'x86' = 'x64'): AssembledText {
  const { unit, diagnostics } = assembleLines(text, { file: 'f', arch, lang: 'ts' });
  if (diagnostics.length > 0) return { code: '', errors: renderPretty(diagnostics).trimEnd() };
  const { format, sections, globals, externs, macroLabels, signed, moving, actions } = unit;
  const list = { format, sections, globals, externs, macroLabels, signed, moving, actions };
  const state = new State(actionList({ arch, ...list }));
  state.growPc(PC_LABELS);
  for (const item of unit.items) {
    if (item.kind !== 'put') continue;
    state.put(item.start, ...item.arguments.map(({ text: value }) => Number(value.replace(/[()]/g, '')) | 0));
  }
  return { code: machineCode(state), errors: '' };
}

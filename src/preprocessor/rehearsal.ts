/**
 * Assembles a statement that is not carried out, in a macro's definition or a branch that is not taken, only
 * for the names in it. Takes the assembler; returns a context in which a handler leaves nothing behind.
 */
import type { StatementContext } from './arch/arch.ts';
import type { Assembler } from './actionlist/assembler.ts';
import { ActionListWriter } from './actionlist/writer.ts';

export function rehearsalOf({
  dialect,
  capabilities,
  types,
  labelNamed,
  writer: { layout },
}: Assembler): StatementContext {
  const writer = new ActionListWriter({ shareChunks: true, put: () => {} });
  writer.layout = layout;
  return {
    writer,
    dialect,
    capabilities,
    types,
    labelNamed,
    labels: { global: () => layout.firstGlobal, extern: () => 0 },
    procedures: { begin: () => {}, end: () => layout.firstGlobal },
    prefixes: [],
    isHostName: () => true,
    argument: (value, sourceOrder) => ({
      ...value,
      sourceOrder,
      statement: 0,
      place: { file: '', line: 0, column: 0 },
    }),
    readBinary: () => new Uint8Array(),
    addType: () => {},
    labelDefined: () => {},
    macroLabel: () => 0,
    macroLabelDefined: () => 0,
    requireFeatures: () => {},
    warn: () => {},
    rejectOrWarn: () => {},
    addPrefix: () => {},
  };
}

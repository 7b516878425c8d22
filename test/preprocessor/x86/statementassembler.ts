/**
 * Assembles single statements without the translator: takes a statement, returns its part of the action list,
 * and its arguments as C text. Labels and types persist from statement to statement.
 */
import { FIRST_GLOBAL } from '../../../src/encoder/format/action.ts';
import type { Arch, StatementContext } from '../../../src/preprocessor/arch/arch.ts';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import type { Argument, HostType } from '../../../src/preprocessor/item.ts';
import { LabelNumbers } from '../../../src/preprocessor/actionlist/labelnumbers.ts';
import { argumentText, cLanguage } from '../../../src/preprocessor/language/c/c.ts';
import type { OutputLanguage } from '../../../src/preprocessor/language/outputlanguage.ts';
import { ActionListWriter } from '../../../src/preprocessor/actionlist/writer.ts';

export type Assembled =
  | {
      readonly actions: readonly number[];
      readonly arguments: readonly Argument[];
      /** The arguments as C text. */
      readonly args: string;
      readonly signed: readonly number[];
    }
  | {
      /** DynASM's message. */
      readonly error: string;
      readonly code: string;
      readonly notes: readonly string[];
    };

export class StatementAssembler {
  readonly #arch: Arch;
  readonly #language: OutputLanguage;
  readonly #defines = new Map<string, string>();
  readonly #labels = new LabelNumbers(() => this.#arch.layout);
  readonly #types = new Map<string, HostType>();
  readonly warnings: string[] = [];

  constructor(arch: Arch, language: OutputLanguage = cLanguage) {
    this.#arch = arch;
    this.#language = language;
  }

  assemble(statement: string): Assembled {
    const { capabilities, dialect } = this.#language;
    const puts: { args: readonly Argument[] }[] = [];
    const writer = new ActionListWriter({
      shareChunks: false,
      put: (_, args) => {
        puts.push({ args });
      },
    });
    writer.layout = this.#arch.layout;
    const context: StatementContext = {
      writer,
      dialect,
      capabilities,
      labels: this.#labels,
      types: this.#types,
      argument: (value, sourceOrder) => ({
        ...value,
        sourceOrder,
        statement: 1,
        place: { file: 'test', line: 1, column: 1 },
      }),
      isHostName: () => false,
      requireFeatures: () => {},
      labelDefined: () => {},
      readBinary: () => new Uint8Array(0),
      procedures: { begin: () => {}, end: () => FIRST_GLOBAL },
      macroLabel: () => 0,
      macroLabelDefined: () => 0,
      addType: type => {
        this.#types.set(type.name, type);
        this.#defines.set(`#${type.name}`, `sizeof(${type.ctype})`);
      },
      prefixes: [],
      addPrefix: () => {},
      warn: (code, message) => {
        this.warnings.push(`${code}: ${message}`);
      },
      rejectOrWarn: (code, message, at) => {
        if (capabilities.rejectsDefects) throw new StatementError(message, { code, at });
        this.warnings.push(`${code}: ${message}`);
      },
    };
    const text = this.#substitute(statement);
    const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    try {
      const operands = rest === '' ? [] : dialect.operands(rest);
      const handler = this.#arch.find(name, operands.length);
      if (handler === undefined)
        throw new StatementError(`unknown statement \`${name}'`, { code: 'unknown-statement' });
      handler.assemble(operands, context);
      writer.flush();
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      return { error: error.classic, code: error.code, notes: error.notes };
    }
    const values = puts.flatMap(put => put.args);
    return {
      actions: writer.actions,
      arguments: values,
      args: values.map(argumentText).join(', '),
      signed: writer.signed,
    };
  }

  #substitute(text: string): string {
    const { registers } = this.#arch;
    const registersAreDefines = this.#language.capabilities.registersAreDefines;
    return text.replace(
      /#?\w+/g,
      word => this.#defines.get(word) ?? (registersAreDefines ? registers.get(word) : undefined) ?? word,
    );
  }
}

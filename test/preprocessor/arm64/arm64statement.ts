/** Assembles a statement of arm64 by the strict instruction table, without a translation around it. */
import type { StatementContext } from '../../../src/preprocessor/arch/arch.ts';
import { encodeForm, type EncodedStatement } from '../../../src/preprocessor/arch/arm64/formencoder.ts';
import { parseOperand } from '../../../src/preprocessor/arch/arm64/operandsyntax.ts';
import { failOperands } from '../../../src/preprocessor/arch/arm64/refusal.ts';
import { formsOf } from '../../../src/preprocessor/arch/arm64/rowindex.ts';
import { StatementError } from '../../../src/preprocessor/diagnostic/error.ts';
import type { HostType } from '../../../src/preprocessor/item.ts';
import { findLanguage } from '../../../src/preprocessor/language/index.ts';
import { cut, type Slice } from '../../../src/preprocessor/text/slice.ts';

const { dialect } = findLanguage('ts');

/** Types that statements may name. */
const TYPES: ReadonlyMap<string, HostType> = new Map([
  ['TY', { name: 'TY', ctype: 'Tstruct', register: 'x19', number: 1 }],
  ['NR', { name: 'NR', ctype: 'Nstruct', register: undefined, number: 2 }],
]);

/** What parsing and messages need; `variables`: names of the host program. */
function context(variables: readonly string[]): StatementContext {
  const part: Partial<StatementContext> = {
    dialect,
    types: TYPES,
    labels: { global: () => 20, extern: () => 0 },
    isHostName: name => variables.includes(name),
    macroLabel: () => 0,
  };
  // Nothing else is asked for.
  return part as StatementContext;
}

/** The name and the operands of a statement. */
function split(text: string): readonly [name: string, operands: readonly Slice[]] {
  const [first, ...others] = dialect.operands(text);
  if (first === undefined) throw new RangeError('an empty statement');
  const [head = '', name = ''] = /^(\S+)\s*/.exec(first.text) ?? [];
  const rest = cut(first, head.length);
  return [name, rest.text === '' ? others : [rest, ...others]];
}

/** @throws {StatementError} no form takes the operands */
export function encodeStatement(text: string, variables: readonly string[] = []): EncodedStatement {
  const [name, slices] = split(text);
  const statement = context(variables);
  const forms = formsOf(name).filter(({ patterns }) => patterns.length === slices.length);
  if (forms.length === 0)
    throw new StatementError(`\`${name}' takes other operands`, { code: 'operand-count' });
  const operands = slices.map(slice => parseOperand(slice, statement));
  for (const form of forms) {
    const encoded = encodeForm(form, operands, true);
    if ('word' in encoded) return encoded;
  }
  return failOperands(name, forms, operands, statement);
}

/**
 * Prefixes that are statements of their own: `o16`, `a16`, `a32`, `lock`, `rep`, segments. Tells which forms
 * are prefixes, and rejects (or warns about) one that makes the processor read the next instruction with
 * another length: the bytes behind it would be read as something else.
 */
import type { StatementContext } from '../arch.ts';
import { ADDRESS_SIZE_PREFIX, OPERAND_SIZE_PREFIX } from './bitfield.ts';
import type { Form } from './form.ts';
import type { Match } from './match.ts';
import { OperandMode } from './operand.ts';
import type { Operand } from './operand.ts';
import type { Registers } from './registers.ts';

// prettier-ignore
/** Intel's manual, volume 2, 2.1.1. */
const PREFIXES: readonly number[] = [
  OPERAND_SIZE_PREFIX, ADDRESS_SIZE_PREFIX, 0xf0, 0xf2, 0xf3, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65,
];

/** The prefix that a form without operands is; undefined if it is an instruction. */
export function prefixOf({ kinds, code }: Form): number | undefined {
  if (kinds.length > 0) return undefined;
  const { opcode, prefixes } = code.encoding;
  const [byte] = opcode;
  return opcode.length === 1 && prefixes.length === 0 && byte !== undefined && PREFIXES.includes(byte)
    ? byte
    : undefined;
}

/** Notes a prefix for the next statement. Only sizes matter there, but others may stand behind them. */
export function addPrefix(byte: number, statement: StatementContext): void {
  const isSize = byte === OPERAND_SIZE_PREFIX || byte === ADDRESS_SIZE_PREFIX;
  if (isSize || statement.prefixes.length > 0) statement.addPrefix(byte);
}

/** Rejects (or warns about) the size prefixes that stand before an instruction if they change its length. */
export function checkPrefixes(
  match: Match,
  operands: readonly Operand[],
  statement: StatementContext,
  registers: Registers,
): void {
  const { mnemonic } = match.form;
  if (statement.prefixes.includes(OPERAND_SIZE_PREFIX) && shortens(match)) {
    const hasTarget = match.form.code.encoding.fields.includes('cd');
    const advice = hasTarget ? '' : `: write \`${mnemonic} ${withWords(operands, registers)}'`;
    const what = hasTarget ? 'distance' : 'immediate';
    statement.rejectOrWarn('size-prefix', `\`o16' shortens the ${what} of \`${mnemonic}'${advice}`);
  }
  if (!statement.prefixes.includes(ADDRESS_SIZE_PREFIX)) return;
  const memory = operands.find(({ modes }) => (modes & OperandMode.MEMORY) !== 0);
  const isMoffs = match.form.code.encoding.fields.includes('mo');
  if (memory !== undefined && (isMoffs || !registers.is64Bit)) {
    const name = registers.is64Bit ? 'a32' : 'a16';
    statement.rejectOrWarn(
      'size-prefix',
      `\`${name}' changes how the address \`${memory.text}' is read`,
      memory,
    );
  }
}

/** Whether 66h shortens an immediate or distance of 32 bits. REX.W has precedence over it. */
function shortens({ form, operandSize }: Match): boolean {
  const { fields, rexW, o16 } = form.code.encoding;
  if (fields.includes('cd') || fields.includes('p32')) return true;
  if (rexW || o16 || operandSize === 'q' || operandSize === 'w') return false;
  return fields.some(field => field === 'id' || field.startsWith('iz'));
}

/** The operands with 16 bits: `eax, 5` becomes `ax, 5`; an immediate alone gets the size word. */
function withWords(operands: readonly Operand[], registers: Registers): string {
  const words = operands.map(operand => {
    const { modes, register, text, size } = operand;
    if ((modes & OperandMode.REGISTER) !== 0 && register !== undefined) {
      const { number } = register.register;
      const name = registers.byInternal.get(`@w${number < 0 ? '' : number.toString(16)}`)?.name ?? text;
      return name + (register.variable?.text ?? '');
    }
    const needsWord = (modes & OperandMode.MEMORY) !== 0 || operands.length === 1;
    if (!needsWord) return text;
    const unsized = size === undefined ? text : text.replace(/^\w+\s*/, '');
    return `word ${unsized}`;
  });
  return words.join(', ');
}

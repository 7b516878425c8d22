/**
 * The instructions of one mode. In: the table's rows. Out: forms by mnemonic, read when first asked for, and the handlers that
 * assemble a statement.
 */
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import type { Context, Handler } from '../arch.ts';
import { emit } from './emit.ts';
import { parseForms } from './form.ts';
import type { Form } from './form.ts';
import { describeForms, explainMismatch, matchForm } from './match.ts';
import { Mode, parseOperand } from './operand.ts';
import type { Operand, OperandContext } from './operand.ts';
import type { Registers } from './registers.ts';
import { findRows, rowsOf, type Rows } from './row.ts';

/** A put must hold the whole of an instruction: at most this many positions. */
const POSITIONS = 6;

/** What a mnemonic can be with a number of operands, and what assembles that. */
interface Entry {
  readonly forms: readonly Form[];
  readonly handler: Handler;
}

type Entries = ReadonlyMap<number, Entry>;

const NONE: Entries = new Map();

/** The table of one mode. It is indexed when it is first asked for anything, and a mnemonic's rows are read when it is first used. */
export class Instructions {
  readonly #x64: boolean;
  readonly #beyond: boolean;
  readonly #registers: Registers;
  #found: readonly Rows[] | undefined;
  /** By mnemonic, then by number of operands. */
  readonly #entries = new Map<string, Entries>();

  constructor(x64: boolean, registers: Registers, beyond: boolean) {
    this.#x64 = x64;
    this.#beyond = beyond;
    this.#registers = registers;
  }

  /** Every mnemonic, in the order of the table. */
  get names(): readonly string[] {
    return [...new Set(this.#rows.flatMap(({ blocks }) => [...blocks.keys()]))];
  }

  /** The forms of a mnemonic. */
  forms(name: string): readonly Form[] {
    return [...this.#entriesOf(name).values()].flatMap(({ forms }) => forms);
  }

  /** Numbers of operands that a mnemonic takes, ascending. */
  counts(name: string): readonly number[] {
    return [...this.#entriesOf(name).keys()].toSorted((a, b) => a - b);
  }

  find(name: string, count: number): Handler | undefined {
    return this.#entriesOf(name).get(count)?.handler;
  }

  get #rows(): readonly Rows[] {
    return (this.#found ??= findRows(this.#beyond));
  }

  #entriesOf(name: string): Entries {
    const known = this.#entries.get(name);
    if (known !== undefined) return known;
    const all = new Map<number, Form[]>();
    for (const rows of this.#rows) {
      for (const [, operands, encoding] of rowsOf(name, rows, this.#x64)) {
        for (const form of parseForms(name, operands, encoding, rows.origin)) {
          const count = form.kinds.length;
          const others = all.get(count);
          if (others === undefined) all.set(count, [form]);
          else others.push(form);
        }
      }
    }
    if (all.size === 0) return NONE;
    const entries = new Map<number, Entry>();
    for (const [count, forms] of all) entries.set(count, { forms, handler: this.#handler(name, forms) });
    this.#entries.set(name, entries);
    return entries;
  }

  #handler(name: string, forms: readonly Form[]): Handler {
    const repeatable = true;
    if (name === 'mov64') {
      const assemble: Handler['assemble'] = (operands, context) =>
        this.#assembleMov64(forms, operands, context);
      return { positions: 2, repeatable, assemble };
    }
    const assemble: Handler['assemble'] = (operands, context) =>
      this.#assemble(name, forms, operands, context);
    return { positions: POSITIONS, repeatable, assemble };
  }

  #assemble(name: string, forms: readonly Form[], slices: readonly Slice[], context: Context): void {
    const reader: OperandContext = { x64: this.#x64, registers: this.#registers, context };
    const operands: Operand[] = [];
    let rex: boolean | undefined;
    for (const slice of slices) {
      const operand = parseOperand(slice, operands.length, reader);
      operands.push(operand);
      const own = (operand.modes & Mode.REGISTER) === 0 ? undefined : operand.register?.register.rex;
      if (own !== undefined && rex !== undefined && own !== rex) {
        throw new StatementError('bad mix of byte-addressable registers', {
          code: 'byte-registers',
          at: slice,
          notes: ['ah, ch, dh and bh do not go with spl, bpl, sil, dil, r8b … r15b and Rb(n)'],
        });
      }
      rex ??= own;
    }
    this.#emit(name, forms, operands, rex, context);
  }

  /** `mov64`: the second operand, or the address in brackets, is an expression of 64 bits whatever it looks like. */
  #assembleMov64(forms: readonly Form[], slices: readonly Slice[], context: Context): void {
    const reader: OperandContext = { x64: this.#x64, registers: this.#registers, context };
    const addressed = slices.findIndex(({ text }) => /^\[[^]*\]$/.test(text));
    const wide = addressed < 0 ? 1 : addressed;
    const operands = slices.map((slice, position): Operand => {
      if (position !== wide) return parseOperand(slice, position, reader);
      const inner = addressed < 0 ? slice : trimmed(cut(slice, 1, slice.text.length - 1));
      const isAddress = context.capabilities.addresses64Bit && inner.text.startsWith('&');
      const value = isAddress
        ? ({ kind: 'address', ...cut(inner, 1) } as const)
        : ({ kind: 'value', ...inner } as const);
      return {
        ...slice,
        position,
        modes: addressed < 0 ? Mode.IMMEDIATE | Mode.EXPRESSION : Mode.MEMORY | Mode.OFFSET,
        size: undefined,
        register: undefined,
        index: undefined,
        scale: 0,
        displacement: value,
        immediate: value,
      };
    });
    if (matchForm(forms, operands, this.#x64) === undefined) {
      throw new StatementError('bad operand mode', {
        code: 'operand-mode',
        notes: describeForms('mov64', forms, this.#x64),
      });
    }
    this.#emit('mov64', forms, operands, undefined, context);
  }

  #emit(
    name: string,
    forms: readonly Form[],
    operands: readonly Operand[],
    rex: boolean | undefined,
    context: Context,
  ): void {
    const match = matchForm(forms, operands, this.#x64);
    const { rejectsDefects } = context.capabilities;
    // Corrections stand last: where one matches, nothing that DynASM knows does.
    if (match === undefined || (match.form.origin === 'correction' && !rejectsDefects)) {
      const known = rejectsDefects ? forms : forms.filter(({ origin }) => origin !== 'correction');
      const right = known.filter(({ origin }) => origin !== 'defect');
      throw explainMismatch(name, right.length > 0 ? right : known, operands, this.#x64);
    }
    const { form, size } = match;
    if (form.origin === 'defect') {
      context.rejectOrWarn('defect', `DynASM encodes \`${name}' wrongly with these operands`);
    }
    emit({ form, operands, size, rex }, context, this.#x64);
  }
}

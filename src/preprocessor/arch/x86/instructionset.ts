/**
 * The instructions of x64, or of x86. Takes the rows of the instruction table; returns the forms of a
 * mnemonic, and the handlers that assemble its statements.
 */
import { BASE, baseline, featuresBeyond, type Feature } from '../../../encoder/format/feature.ts';
import { StatementError } from '../../diagnostic/error.ts';
import { cut, trimmed, type Slice } from '../../text/slice.ts';
import type { Handler, StatementContext } from '../arch.ts';
import { checkBraces, isRounding } from './decorator.ts';
import { rejectFlags, takeFlags } from './defaultflags.ts';
import { parseForms } from './form.ts';
import type { Form, FormCode } from './form.ts';
import { indexApx, indexTables, rowsOf, type IndexedTable } from './instructiontable.ts';
import { writeInstruction } from './instructionwriter.ts';
import { chooseForm, isExtended, isSizeGuessed, isUnsizedMemory, matchesBySize, matchForm } from './match.ts';
import type { Match, MatchRules } from './match.ts';
import { failMismatch } from './mismatch.ts';
import { Decoration } from './notation.ts';
import { OperandMode } from './operand.ts';
import type { Operand, Value } from './operand.ts';
import { parseLabel } from './labelparser.ts';
import { parseOperand } from './operandparser.ts';
import type { OperandContext } from './operandcontext.ts';
import { describeForms } from './operandtext.ts';
import { addPrefix, checkPrefixes, prefixOf } from './prefix.ts';
import { cutAddress } from './segment.ts';
import type { Registers, Size } from './registers.ts';
import { checkExpression } from './strayname.ts';
import { parseLabelSum } from './sumparser.ts';

/** An instruction must not be split between two puts. It takes at most this many buffer positions. */
const POSITIONS = 6;
const MOV64_POSITIONS = 2;
/** The modes of operands that are registers. */
const REGISTERS = OperandMode.REGISTER | OperandMode.FLOAT;

/** Decorators that may stand behind a comma. */
const ROUNDINGS = Decoration.ROUNDING | Decoration.SAE;

/** The forms of a mnemonic with one number of operands, and the handler that assembles them. */
interface Entry {
  readonly forms: readonly Form[];
  readonly handler: Handler;
}

/** The entries of a mnemonic by their number of operands. */
type Entries = ReadonlyMap<number, Entry>;

/** What r16 … r31 need. */
const APX: Feature = 'APX_F';

const NO_ENTRIES: Entries = new Map();

/** Which encodings what stands in front of a mnemonic chooses. */
const CHOOSERS: Readonly<Record<string, (code: FormCode, is64Bit: boolean) => boolean>> = {
  '{vex}': ({ text }) => text.startsWith('VEX.'),
  '{evex}': ({ text }) => text.startsWith('EVEX.'),
  '{rex2}': ({ encoding }, is64Bit) => is64Bit && encoding.rex2Map !== undefined,
  '{nf}': ({ encoding }) => encoding.evex?.nf === 'chosen',
};

/** What stands in braces in front of a mnemonic, and the mnemonic. */
const CHOOSER = /^(\{[^{}]+\})(?: (\S+))?$/;

export class InstructionSet {
  readonly #is64Bit: boolean;
  readonly #withAdditions: boolean;
  readonly #registers: Registers;
  /** Indexed on first use. */
  #indexedTables: readonly IndexedTable[] | undefined;
  /** For headings of the tables: the features that not every processor of the architecture has. */
  readonly #features = new Map<string, readonly Feature[] | undefined>();
  /** The mnemonics that have been asked for. */
  readonly #entries = new Map<string, Entries>();
  /** The same for APX. */
  readonly #apxEntries = new Map<string, Entries>();
  #indexedApx: IndexedTable | undefined;

  constructor(is64Bit: boolean, registers: Registers, withAdditions: boolean) {
    this.#is64Bit = is64Bit;
    this.#withAdditions = withAdditions;
    this.#registers = registers;
  }

  /** All mnemonics, in the order of the tables. */
  get names(): readonly string[] {
    const tables = [...this.#tables, ...(this.#apxTable === undefined ? [] : [this.#apxTable])];
    return [...new Set(tables.flatMap(({ blocks }) => [...blocks.keys()]))];
  }

  /** The forms of a mnemonic. */
  forms(name: string): readonly Form[] {
    const entries = [...this.#entriesOf(name).values(), ...this.#apxEntriesOf(name).values()];
    return entries.flatMap(({ forms }) => forms);
  }

  /** The numbers of operands that a mnemonic takes, ascending. */
  counts(name: string): readonly number[] {
    const counts = new Set([...this.#entriesOf(name).keys(), ...this.#apxEntriesOf(name).keys()]);
    return [...counts].toSorted((a, b) => a - b);
  }

  /** The sizes of registers that forms of a mnemonic take at a position. */
  sizesAt(name: string, position: number): ReadonlySet<Size> {
    const kinds = this.forms(name).flatMap(form => form.kinds[position] ?? []);
    return new Set(kinds.flatMap(({ anyOf, sizes }) => ((anyOf & REGISTERS) === 0 ? [] : (sizes ?? []))));
  }

  find(name: string, count: number): Handler | undefined {
    const entries = this.#entriesOf(name);
    const shorter = entries.get(count - 1);
    return (
      entries.get(count)?.handler ??
      this.#roundingHandler(name, shorter, isRoundable) ??
      this.#apxEntriesOf(name).get(count)?.handler ??
      this.#roundingHandler(name, shorter, ({ isEvex }) => isEvex) ??
      this.#unchosenHandler(name)
    );
  }

  /** For an instruction that has none of the encodings which what stands in front of it chooses. */
  #unchosenHandler(name: string): Handler | undefined {
    if (!CHOOSER.test(name) || !this.#withAdditions || this.counts(name).length > 0) return undefined;
    const [, chooser = '', mnemonic = ''] = CHOOSER.exec(name) ?? [];
    const forms = this.forms(mnemonic);
    if (forms.length === 0 && mnemonic !== '') return undefined;
    const assemble = (): never => {
      const these = `these do: ${Object.keys(CHOOSERS).join(', ')}`;
      const [message, note] =
        CHOOSERS[chooser] === undefined
          ? [`\`${chooser}' chooses no encoding`, these]
          : mnemonic === ''
            ? [`the name of an instruction must stand behind \`${chooser}'`]
            : [`no form of \`${mnemonic}' has what \`${chooser}' chooses`, this.#takers(chooser)];
      const notes = [...(note === undefined ? [] : [note]), ...describeForms(mnemonic, forms, this.#is64Bit)];
      throw new StatementError(message, { code: 'encoding-choice', notes });
    };
    return { positions: POSITIONS, repeatable: false, assemble };
  }

  /** Which instructions go with `{nf}`; undefined for others, which go with too many. */
  #takers(chooser: string): string | undefined {
    if (chooser !== '{nf}' || this.#apxTable === undefined) return undefined;
    const takers = [...this.#apxTable.blocks]
      .filter(([, blocks]) => blocks.some(({ text }) => /\.NF\b/.test(text)))
      .map(([mnemonic]) => mnemonic);
    return `\`{nf}' goes with ${takers.join(', ')}`;
  }

  /**
   * Rounding may stand behind a comma, as an operand of its own: it belongs to the operand in front, or to
   * the one behind where that in front cannot have it, as in `vcvtsi2ss xmm1, xmm2, {rn-sae}, eax`. `isMeant`
   * says of which forms one must be there.
   */
  #roundingHandler(
    name: string,
    entry: Entry | undefined,
    isMeant: (form: Form) => boolean,
  ): Handler | undefined {
    if (entry?.forms.some(isMeant) !== true) return undefined;
    const { handler, forms } = entry;
    const takesRounding = (position: number): boolean =>
      forms.some(({ kinds }) => ((kinds[position]?.decorations ?? 0) & ROUNDINGS) !== 0);
    return {
      ...handler,
      assemble: (operands, statement) => {
        const place = operands.findIndex(isRounding);
        const before = operands[place - 1];
        const rounding = operands[place];
        if (before === undefined || rounding === undefined) {
          operands.forEach(checkBraces);
          const [count = 0] = this.counts(name).toReversed();
          throw new StatementError(`\`${name}' takes ${count} operands, not ${operands.length}`, {
            code: 'operand-count',
            notes: describeForms(name, forms, this.#is64Bit),
          });
        }
        const next = operands[place + 1];
        const isInFront = next !== undefined && !takesRounding(place - 1) && takesRounding(place);
        const owner = isInFront ? next : before;
        const end = isInFront ? next.end : rounding.end;
        const merged = { text: `${owner.text} ${rounding.text}`, start: owner.start, end };
        handler.assemble(operands.toSpliced(isInFront ? place : place - 1, 2, merged), statement);
      },
    };
  }

  get #tables(): readonly IndexedTable[] {
    return (this.#indexedTables ??= indexTables(this.#withAdditions));
  }

  /** The table of APX, which most programs do not need; undefined if the output has no such instructions. */
  get #apxTable(): IndexedTable | undefined {
    if (!this.#is64Bit || !this.#withAdditions) return undefined;
    return (this.#indexedApx ??= indexApx());
  }

  #entriesOf(name: string): Entries {
    return this.#makeEntries(name, this.#entries, this.#tables);
  }

  /** The entries of a mnemonic that only APX has. */
  #apxEntriesOf(name: string): Entries {
    return this.#apxTable === undefined
      ? NO_ENTRIES
      : this.#makeEntries(name, this.#apxEntries, [this.#apxTable]);
  }

  #makeEntries(name: string, all: Map<string, Entries>, tables: readonly IndexedTable[]): Entries {
    const known = all.get(name);
    if (known !== undefined) return known;
    const byCount = new Map<number, Form[]>();
    for (const form of this.#chosenForms(name, tables)) {
      const count = form.kinds.length;
      const others = byCount.get(count);
      if (others === undefined) byCount.set(count, [form]);
      else others.push(form);
    }
    if (byCount.size === 0) return NO_ENTRIES;
    const entries = new Map<number, Entry>();
    for (const [count, forms] of byCount) entries.set(count, { forms, handler: this.#handler(name, forms) });
    all.set(name, entries);
    return entries;
  }

  /** The forms of a name, which may have what chooses the encoding in front: `{evex} vaddps`. */
  #chosenForms(name: string, tables: readonly IndexedTable[]): readonly Form[] {
    if (!name.startsWith('{')) return this.#formsOf(name, this.#is64Bit, tables);
    const [chooser = '', mnemonic = ''] = name.split(' ');
    const takes = this.#withAdditions ? CHOOSERS[chooser] : undefined;
    if (takes === undefined) return [];
    const forms = this.#formsOf(mnemonic, this.#is64Bit, tables);
    return forms.filter(({ code }) => takes(code, this.#is64Bit));
  }

  #formsOf(name: string, is64Bit: boolean, tables = this.#tables): readonly Form[] {
    const forms: Form[] = [];
    for (const table of tables) {
      for (const { operands, encoding, features } of rowsOf(name, table, is64Bit)) {
        forms.push(...parseForms(name, operands, encoding, table.name, features));
      }
    }
    return forms;
  }

  #handler(name: string, forms: readonly Form[]): Handler {
    const isMov64 = name === 'mov64' || name === 'jmpabs';
    const assemble: Handler['assemble'] = isMov64
      ? (operands, statement) => this.#assembleMov64(name, forms, operands, statement)
      : (operands, statement) => this.#assemble(name, forms, operands, statement);
    return { positions: isMov64 ? MOV64_POSITIONS : POSITIONS, repeatable: true, assemble };
  }

  #assemble(
    name: string,
    forms: readonly Form[],
    slices: readonly Slice[],
    statement: StatementContext,
  ): void {
    const context = this.#operandContext(
      statement,
      (size, position) =>
        forms.some(({ kinds: { [position]: kind } }) => kind?.sizes?.includes(size) === true),
      position => forms.some(({ kinds: { [position]: kind } }) => kind?.anyOf === OperandMode.FAR_POINTER),
    );
    const operands: Operand[] = [];
    let needsRex: boolean | undefined;
    const [first] = slices;
    const isConditional = forms[0]?.code.text.includes('.SC') === true && first !== undefined;
    const { rest, flags } = isConditional ? takeFlags(first) : { rest: first, flags: 0 };
    for (const slice of rest === undefined ? slices : slices.with(0, rest)) {
      rejectFlags(slice);
      const operand = parseOperand(slice, operands.length, context);
      operands.push(operand);
      const isRegister = (operand.modes & OperandMode.REGISTER) !== 0;
      const registerNeedsRex = isRegister ? operand.register?.register.needsRex : undefined;
      if (registerNeedsRex !== undefined && needsRex !== undefined && registerNeedsRex !== needsRex) {
        throw new StatementError('bad mix of byte-addressable registers', {
          code: 'byte-registers',
          at: slice,
          notes: ['ah, ch, dh and bh do not go with spl, bpl, sil, dil, r8b … r31b and Rb(n)'],
        });
      }
      needsRex ??= registerNeedsRex;
    }
    this.#write(name, forms, operands, needsRex, flags, statement);
  }

  /**
   * Assembles `mov64` or `jmpabs`: the last operand, or the address in brackets, is an expression of 64 bits,
   * also if it is a number.
   */
  #assembleMov64(
    name: string,
    forms: readonly Form[],
    slices: readonly Slice[],
    statement: StatementContext,
  ): void {
    const context = this.#operandContext(statement, () => false);
    const { extendedActions } = statement.capabilities;
    const addresses = slices.map(slice => (extendedActions ? cutAddress(slice) : withoutSegment(slice)));
    const memory = addresses.findIndex(({ address }) => address !== undefined);
    const isMemory = memory >= 0;
    const operands = slices.map((slice, position): Operand => {
      if (position !== (isMemory ? memory : slices.length - 1)) return parseOperand(slice, position, context);
      const { address = slice, prefix } = addresses[position] ?? {};
      const value = parseQword(address, context);
      return {
        ...slice,
        position,
        modes: isMemory
          ? OperandMode.MEMORY | OperandMode.MOFFS
          : OperandMode.IMMEDIATE | OperandMode.EXPRESSION,
        size: undefined,
        register: undefined,
        index: undefined,
        scale: 0,
        decorators: undefined,
        element: undefined,
        segment: prefix,
        displacement: value,
        immediate: value,
      };
    });
    const rules = { is64Bit: this.#is64Bit, isStrict: false };
    if (matchForm(forms, operands, rules) === undefined) {
      failMismatch({
        name,
        forms,
        operands,
        rules,
        otherForms: () => [],
        registerNames: [],
        classic: 'bad operand mode',
      });
    }
    this.#write(name, forms, operands, undefined, 0, statement);
  }

  #operandContext(
    statement: StatementContext,
    takes: NonNullable<OperandContext['takes']>,
    takesFarPointer: NonNullable<OperandContext['takesFarPointer']> = () => false,
  ): OperandContext {
    const { is64Bit, registers } = { is64Bit: this.#is64Bit, registers: this.#registers };
    return { is64Bit, registers, statement, position: 0, takes, takesFarPointer };
  }

  #write(
    name: string,
    forms: readonly Form[],
    operands: readonly Operand[],
    needsRex: boolean | undefined,
    flags: number,
    statement: StatementContext,
  ): void {
    const match = this.#match(name, forms, operands, statement.capabilities.rejectsDefects);
    const { form, operandSize } = match;
    if (form.table === 'defects') {
      if (statement.capabilities.rejectsDefects) this.#failDefect(name, forms);
      statement.warn('defect', `DynASM encodes \`${name}' wrongly with these operands`);
    }
    const chooser = name.startsWith('{') ? name.slice(0, name.indexOf('}') + 1) : undefined;
    // Most statements need none.
    let features = form.features === BASE ? undefined : this.#featuresOf(form);
    statement.writer.form = form;
    if (chooser === '{rex2}' || operands.some(isExtended)) {
      features = [...new Set([...(features ?? []), APX])];
      statement.writer.form = withApx(form);
    }
    if (features !== undefined) statement.requireFeatures(name, features);
    const prefix = prefixOf(form);
    if (prefix !== undefined) addPrefix(prefix, statement);
    else if (statement.prefixes.length > 0) checkPrefixes(match, operands, statement, this.#registers);
    writeInstruction({ form, operands, operandSize, needsRex, chooser, flags }, statement, this.#is64Bit);
  }

  /** The features that a form needs and not every processor has; undefined if there are none. */
  #featuresOf({ features: heading }: Form): readonly Feature[] | undefined {
    if (!this.#features.has(heading)) {
      this.#features.set(heading, featuresBeyond(heading, baseline(this.#is64Bit ? 'x64' : 'x86')));
    }
    return this.#features.get(heading);
  }

  /** The form that the language wants. Throws `StatementError` if there is none. */
  #match(name: string, forms: readonly Form[], operands: readonly Operand[], isStrict: boolean): Match {
    const rules: MatchRules = { is64Bit: this.#is64Bit, isStrict };
    const match = matchSized(forms, operands, rules);
    if (match !== undefined) return match;
    const further = this.#apxEntriesOf(name).get(operands.length)?.forms ?? [];
    if (further.length === 0 || further === forms) return this.#failMismatch(name, forms, operands, rules);
    // Which of several sizes memory has is not decided by the forms of APX.
    const memory = operands.find(isUnsizedMemory);
    const isOpen = memory !== undefined && matchesBySize(forms, operands, memory, rules).size > 0;
    const apxMatch = isOpen ? undefined : matchSized(further, operands, rules);
    return apxMatch ?? this.#failMismatch(name, [...forms, ...further], operands, rules);
  }

  #failMismatch(
    name: string,
    forms: readonly Form[],
    operands: readonly Operand[],
    rules: MatchRules,
  ): never {
    const known = forms.filter(({ table }) => table !== (rules.isStrict ? 'defects' : 'corrections'));
    if (known.length === 0) this.#failDefect(name, forms);
    const count = operands.length;
    const otherForms = (): readonly Form[] =>
      this.#formsOf(name, !this.#is64Bit).filter(({ kinds }) => kinds.length === count);
    const registerNames = [...this.#registers.names.keys()];
    return failMismatch({ name, forms: known, operands, rules, otherForms, registerNames });
  }

  #failDefect(name: string, forms: readonly Form[]): never {
    const message = `${this.#is64Bit ? 'x64' : 'x86'} does not have \`${name}' with these operands`;
    const notes = describeForms(name, withoutDefects(forms), this.#is64Bit);
    throw new StatementError(message, { code: 'defect', notes });
  }
}

/** The first form that matches; undefined also if the size of memory is open. */
function matchSized(
  forms: readonly Form[],
  operands: readonly Operand[],
  rules: MatchRules,
): Match | undefined {
  const match = chooseForm(forms, operands, rules);
  const memory = rules.isStrict ? operands.find(isUnsizedMemory) : undefined;
  if (memory === undefined || (match !== undefined && !isSizeGuessed(forms, operands))) return match;
  const [only, second] = matchesBySize(forms, operands, memory, rules).values();
  return second === undefined ? (only ?? match) : undefined;
}

/** The form as it is where the registers of a statement need APX. */
function withApx(form: Form): Form {
  const names = form.features.split(' ').filter(name => name !== BASE && name !== APX);
  return { ...form, features: [...names, APX].join(' ') };
}

function isRoundable({ kinds }: Form): boolean {
  return kinds.some(({ decorations }) => (decorations & ROUNDINGS) !== 0);
}

function withoutDefects(forms: readonly Form[]): readonly Form[] {
  return forms.filter(({ table }) => table !== 'defects');
}

/** As `cutAddress`, for lists of format 1: the text between the brackets, if there are any. */
function withoutSegment(operand: Slice): ReturnType<typeof cutAddress> {
  const { text } = operand;
  const isInBrackets = text.startsWith('[') && text.endsWith(']');
  return { prefix: undefined, address: isInBrackets ? trimmed(cut(operand, 1, text.length - 1)) : undefined };
}

/** The operand of `mov64`: a label or a sum with labels where the list can have them, else an expression. */
function parseQword(operand: Slice, context: OperandContext): Exclude<Value, number> {
  const { extendedActions, addresses64Bit } = context.statement.capabilities;
  if (extendedActions) {
    const target = parseLabelSum(operand, context) ?? parseLabel(operand, context);
    if (target !== undefined) return target;
  }
  const isAddress = addresses64Bit && operand.text.startsWith('&');
  const value = isAddress
    ? ({ kind: 'address', ...cut(operand, 1) } as const)
    : ({ kind: 'value', ...operand } as const);
  checkExpression(value, context);
  return value;
}

/**
 * Encodes one instruction. Takes the chosen form, the operands and the operand size. Writes the bytes and
 * actions of the action list in the order of machine code: prefixes, opcode, ModRM, SIB, displacement,
 * immediates; and VREG actions for registers whose number is known at run time only.
 */
import * as Action from '../../../encoder/format/actioncode.ts';
import * as ExtendedAction from '../../../encoder/format/extendedaction.ts';
import { contains, SIGNED_BYTE } from '../../../encoder/format/range.ts';
import * as RegisterField from '../../../encoder/format/registerfield.ts';
import * as Vreg from '../../../encoder/format/vreg.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { StatementContext } from '../arch.ts';
import {
  ADDRESS_SIZE_PREFIX,
  EVEX,
  evexBytes,
  extensionBits,
  Mod,
  modRm,
  NO_BASE,
  NO_INDEX,
  OPERAND_SIZE_PREFIX,
  Rex,
  REX2,
  REX2_M0,
  RM_SIB,
  sib,
  VEX_2_BYTES,
  VEX_3_BYTES,
  XOP,
  vexLastByte,
  vexMapByte,
} from './bitfield.ts';
import type { Instruction } from './instruction.ts';
import type { EvexFields, VexFields } from './notation.ts';
import { isAddressLike, isMemory, isReference, OperandMode } from './operand.ts';
import type { Label, Operand, RegisterUse, Rounding, Sum } from './operand.ts';
import { isVectorSize, SIZE_BYTES, type Size } from './registers.ts';
import type { Slice } from '../../text/slice.ts';
import { OperandPart, partOrder, sourceOrder } from './sourceorder.ts';
import { ValueWriter } from './valuewriter.ts';
import { isWordRegister, RM_BP, wordAddressRm } from './wordaddress.ts';

/** Throws `StatementError` for values that do not fit and for what cannot be encoded. */
export function writeInstruction(
  instruction: Instruction,
  statement: StatementContext,
  is64Bit: boolean,
): void {
  new InstructionWriter(instruction, statement, is64Bit).write();
}

class InstructionWriter {
  readonly #instruction: Instruction;
  readonly #statement: StatementContext;
  readonly #is64Bit: boolean;
  readonly #values: ValueWriter;
  /** How many bytes there are from REX, or from the first byte of VEX, to the end of the opcode. */
  #distance = 0;
  /**
   * 0, or: REX (or the third byte of VEX) is there only because of variable registers in fields below this
   * one. The encoder drops it if all their numbers are below 8.
   */
  #shrinkable = 0;
  /** How many of these registers have been written. */
  #shrinkCount = 0;
  /** REX2 has said the opcode map, so that the opcode begins without 0F. */
  #isMapSaid = false;
  /** A distance was written that counts from behind an immediate whose size the encoder chooses. */
  #endsBehindField = false;

  constructor(instruction: Instruction, statement: StatementContext, is64Bit: boolean) {
    this.#instruction = instruction;
    this.#statement = statement;
    this.#is64Bit = is64Bit;
    this.#values = new ValueWriter(instruction, statement, is64Bit);
  }

  write(): void {
    const { encoding, roles } = this.#instruction.form.code;
    if (encoding.distinct !== undefined) this.#checkDistinct(encoding.distinct);
    if (encoding.refusesCs) {
      const cs = this.#instruction.operands.find(({ modes }) => (modes & OperandMode.CS) !== 0);
      if (cs !== undefined) {
        const message = 'cs cannot be loaded by mov: a far jump or a far return sets it';
        throw new StatementError(message, { code: 'operand-mode', at: cs });
      }
    }
    const sp = encoding.refusesSp && this.#instruction.operands.find(isSp);
    if (sp) {
      const message = `\`${this.#instruction.form.mnemonic}' does not take rsp`;
      throw new StatementError(message, { code: 'operand-mode', at: sp });
    }
    if (encoding.modrm !== undefined) this.#writeUpToDisplacement(encoding.modrm);
    else {
      const register = this.#operand(roles.opcode)?.register;
      this.#prefixes(extensionBits(numberOf(register), Rex.B), isVariable(register), false);
      this.#opcode(numberOf(register));
      this.#vreg(Vreg.RM, register, 0);
    }
    for (let n = 0; n < encoding.fields.length; n++) {
      const field = encoding.fields[n];
      const operand = this.#operand(roles.fields[n]);
      if (field !== undefined && operand !== undefined) this.#values.field(field, operand);
    }
    if (this.#endsBehindField) this.#statement.writer.action(ExtendedAction.END);
    const is4 = this.#operand(roles.is4)?.register;
    if (encoding.suffix !== undefined) this.#statement.writer.code(encoding.suffix);
    if (is4 !== undefined) {
      const low = encoding.fields.includes('i4') ? this.#lowNibble(this.#operand(roles.fields.at(-1))) : 0;
      this.#statement.writer.code((numberOf(is4) << 4) | low);
      if (isVariable(is4)) this.#vregRaw(Vreg.pack(Vreg.HIGH_NIBBLE, 0, 0), is4);
    }
  }

  /** An immediate of four bits. */
  #lowNibble(operand: Operand | undefined): number {
    const value = operand?.immediate;
    if (typeof value === 'number' && value >= 0 && value < 16) return value;
    const message = `the last operand of \`${this.#instruction.form.mnemonic}' must be a literal from 0 to 15`;
    throw new StatementError(message, { code: 'immediate-range', ...(operand && { at: operand }) });
  }

  #operand(position: number | undefined): Operand | undefined {
    return position === undefined ? undefined : this.#instruction.operands[position];
  }

  /** Rejects a register that stands twice where the processor would fault. */
  #checkDistinct(which: 'all' | 'first'): void {
    const { form, operands } = this.#instruction;
    const numbers = operands.flatMap(operand => {
      const use = isMemory(operand) ? operand.index : operand.register;
      const isCompared =
        use !== undefined && !isVariable(use) && (!isMemory(operand) || isVectorSize(use?.register.size));
      return !isCompared ? [] : [{ operand, number: numberOf(use) }];
    });
    const [first] = numbers;
    for (const [n, { operand, number }] of numbers.entries()) {
      const others = which === 'all' ? numbers.slice(0, n) : n > 0 && first !== undefined ? [first] : [];
      if (!others.some(other => other.number === number)) continue;
      const what = which === 'all' ? 'the registers' : 'the first register and the others';
      throw new StatementError(`${what} of \`${form.mnemonic}' must differ: the processor faults`, {
        code: 'operand-mode',
        at: operand,
      });
    }
  }

  /** Writes an instruction with ModRM, up to its displacement. */
  #writeUpToDisplacement(modrm: 'r' | number): void {
    const { roles, encoding } = this.#instruction.form.code;
    const rm = this.#operand(roles.rm);
    if (rm === undefined && encoding.order === 'R') return this.#writeRegisterOnly();
    if (rm === undefined) throw new RangeError('a form with ModRM has an r/m operand');
    const reg = this.#operand(roles.reg)?.register;
    const memory = isMemory(rm) ? rm : undefined;
    const { evex } = encoding;
    if (evex === undefined) {
      const extensions =
        extensionBits(numberOf(reg), Rex.R) |
        extensionBits(numberOf(rm.index), Rex.X) |
        extensionBits(numberOf(rm.register), Rex.B);
      const isRmVariable = mayBeExtended(rm.register) || mayBeExtended(rm.index);
      this.#prefixes(extensions, mayBeExtended(reg), isRmVariable, memory);
    } else {
      this.#memoryPrefixes(memory);
      this.#evex(evex, rm, reg);
    }
    this.#opcode(0);
    const regField = modrm === 'r' ? numberOf(reg) : modrm;
    if ((rm.modes & OperandMode.REGISTER) !== 0) {
      this.#statement.writer.code(modRm(Mod.REGISTER, regField, numberOf(rm.register)));
      this.#vreg(Vreg.REG, reg, 1, isVariable(rm.register));
      this.#vreg(Vreg.RM, rm.register, 1);
    } else if (rm.register === undefined) this.#memoryWithoutBase(rm, regField, reg);
    else if (isWordRegister(rm.register)) this.#wordAddress(rm, regField, reg);
    else this.#memory(rm, rm.register, regField, reg);
  }

  /** Writes an instruction whose ModRM has a register in reg and 0 in rm. */
  #writeRegisterOnly(): void {
    const reg = this.#operand(this.#instruction.form.code.roles.reg)?.register;
    this.#prefixes(0, false, false);
    this.#opcode(0);
    this.#statement.writer.code(modRm(Mod.REGISTER, numberOf(reg), 0));
    this.#vreg(Vreg.REG, reg, 1);
  }

  // Prefixes

  /**
   * Writes the prefixes with REX or VEX. `extensions`: the bits R, X and B of REX. `isRegVariable`,
   * `isRmVariable`: the number of a register in ModRM.reg, or in ModRM.rm or SIB, is known at run time only.
   */
  #prefixes(extensions: number, isRegVariable: boolean, isRmVariable: boolean, memory?: Operand): void {
    const { writer } = this.#statement;
    const { encoding } = this.#instruction.form.code;
    const ignoresW = encoding.vex?.ignoresW === true && this.#statement.capabilities.rejectsDefects;
    const hasW = (encoding.rexW && !ignoresW) || this.#instruction.operandSize === 'q';
    const rexW = hasW ? Rex.W : 0;
    if (encoding.vex !== undefined) {
      this.#memoryPrefixes(memory);
      this.#vex(encoding.vex, extensions | rexW, isRmVariable);
      return;
    }
    const bits = extensions | rexW;
    const isRex2 = bits > Rex.LAST || encoding.isRex2 || this.#instruction.chooser === '{rex2}';
    const rex = isRex2 ? this.#rex2Byte(bits) : this.#rexByte(bits, isRegVariable || isRmVariable);
    if (this.#instruction.operandSize === 'w' || encoding.o16) writer.code(OPERAND_SIZE_PREFIX);
    for (const prefix of encoding.prefixes) writer.code(prefix);
    // They stand behind the other prefixes, as 9B is an instruction of its own.
    this.#memoryPrefixes(memory);
    if (isRex2) writer.code(REX2);
    if (rex !== 0 || isRex2) writer.code(rex);
    this.#isMapSaid = isRex2 && encoding.rex2Map === 1;
    // Without REX the distance means nothing; this is what DynASM writes.
    const length = encoding.opcode.length;
    this.#distance = rex !== 0 ? length + 1 : Math.min(encoding.prefixes.length + length - 1, 2);
  }

  /** Writes the prefixes that a memory operand has. */
  #memoryPrefixes(memory: Operand | undefined): void {
    const { writer } = this.#statement;
    const segment = this.#instruction.operands.find(operand => operand.segment !== undefined)?.segment;
    if (segment !== undefined) writer.code(segment);
    const { code, mnemonic } = this.#instruction.form;
    const { isAddressSized, addressSize } = code.encoding;
    if (addressSize !== undefined) {
      if (memory !== undefined) this.#checkAddressSize(memory, addressSize);
      writer.code(ADDRESS_SIZE_PREFIX);
    }
    if (addressSize !== undefined || memory === undefined || !this.#hasAddressSize(memory)) return;
    if (isAddressSized) {
      const message = `\`${mnemonic}' needs an address of ${this.#is64Bit ? 64 : 32} bits`;
      throw new StatementError(message, { code: 'operand-size', at: memory });
    }
    writer.code(ADDRESS_SIZE_PREFIX);
  }

  /** Rejects memory whose address does not have the size that the prefix 67h of the form gives it. */
  #checkAddressSize(memory: Operand, wanted: Size): void {
    const { operands, form } = this.#instruction;
    const { size } = (memory.register ?? memory.index)?.register ?? {};
    const isRelative = size === undefined && isReference(memory.displacement);
    if (size === wanted || (size === undefined && wanted === 'd' && !isRelative)) return;
    const bits = SIZE_BYTES[wanted] * 8;
    const message = `the address must have ${bits} bits in \`${form.mnemonic} ${operands.map(({ text }) => text).join(', ')}'`;
    throw new StatementError(message, {
      code: 'operand-size',
      at: memory,
      notes: [`the register in front holds an address, too: both have ${bits} bits`],
    });
  }

  /**
   * Whether the memory operand gets the prefix 67h: its address consists of 32-bit registers on x64, or of
   * 16-bit registers on x86. If the language leaves the prefix to an `a32` in front, as DynASM does, warns
   * and returns false.
   */
  #hasAddressSize(memory: Operand): boolean {
    const size = (memory.register ?? memory.index)?.register.size;
    if (!this.#is64Bit) return size === 'w';
    if (size !== 'd') return false;
    const statement = this.#statement;
    if (statement.capabilities.addressSizePrefix) return true;
    const isPrefixed = statement.prefixes.includes(ADDRESS_SIZE_PREFIX);
    if (!isPrefixed && (this.#instruction.form.mnemonic !== 'lea' || this.#instruction.operandSize === 'q')) {
      const message = `\`${memory.text}' is encoded as an address of 64 bits; \`a32' in front makes it one of 32`;
      statement.warn('address-size', message, memory);
    }
    return false;
  }

  /**
   * The REX prefix, 0 if there is none. `bits`: W, R, X, B. `hasVariable`: a register's number is known at
   * run time only.
   */
  #rexByte(bits: number, hasVariable: boolean): number {
    const statement = this.#statement;
    if (bits !== 0 || this.#instruction.needsRex === true) {
      if (!this.#is64Bit) {
        const message = `\`${this.#instruction.form.mnemonic}' has operands of 64 bits on x64 only`;
        throw new StatementError(message, { code: 'operand-size', classic: 'bad operand size' });
      }
      if (this.#instruction.needsRex === false) {
        statement.rejectOrWarn('high-byte', 'ah, ch, dh and bh cannot be named with a REX prefix');
      }
      return Rex.FIXED | bits;
    }
    if (!hasVariable || !this.#is64Bit) return 0;
    if (this.#instruction.needsRex === false) {
      // Beside ah, ch, dh and bh there must not be a REX prefix. If the list has none, the encoder refuses
      // numbers above 7.
      if (statement.capabilities.rejectsDefects) return 0;
      const message = 'beside ah, ch, dh and bh the number of a register must be below 8 at run time';
      statement.warn('high-byte', message);
    }
    this.#shrinkable = Vreg.VVVV;
    return Rex.FIXED;
  }

  /** The second byte of REX2. */
  #rex2Byte(bits: number): number {
    const { needsRex, form, operands } = this.#instruction;
    const variable = operands.find(({ register, index }) => mayBeExtended(register) || mayBeExtended(index));
    if (variable !== undefined) {
      const message = "with a REX2 prefix no register's number can be known at run time only";
      throw new StatementError(message, { code: 'operand-mode', at: variable });
    }
    if (needsRex === false) {
      const message = 'ah, ch, dh and bh cannot be named with a REX2 prefix, which r16 … r31 need';
      throw new StatementError(message, { code: 'high-byte' });
    }
    return (form.code.encoding.rex2Map === 1 ? REX2_M0 : 0) | bits;
  }

  /** Writes the VEX prefix, in two bytes if possible. `bits`: W, R, X, B as in REX. */
  #vex(vex: VexFields, bits: number, isRmVariable: boolean): void {
    const { writer } = this.#statement;
    const vvvv = this.#operand(this.#instruction.form.code.roles.vvvv)?.register;
    const mayBeShort = vex.map === 1 && (bits & (Rex.W | Rex.X | Rex.B)) === 0;
    if (mayBeShort && !(this.#is64Bit && isRmVariable)) {
      writer.code(VEX_2_BYTES);
      writer.code(vexLastByte((bits & Rex.R) === 0, numberOf(vvvv), vex.l, vex.pp));
      this.#distance = 3;
    } else {
      if (mayBeShort) this.#shrinkable = Vreg.REG;
      writer.code(vex.isXop ? XOP : VEX_3_BYTES);
      writer.code(vexMapByte(bits, vex.map));
      writer.code(vexLastByte((bits & Rex.W) !== 0, numberOf(vvvv), vex.l, vex.pp));
      this.#distance = 4;
    }
    if (!isVariable(vvvv)) return;
    if (mayBeExtended(vvvv)) this.#vregRaw(Vreg.pack(Vreg.VVVV, 0, 0), vvvv);
    else this.#register(RegisterField.LOW_VVVV, vvvv, 0);
  }

  /** Writes the EVEX prefix. */
  #evex(evex: EvexFields, rm: Operand, reg: RegisterUse | undefined): void {
    const { writer } = this.#statement;
    const vvvv = this.#operand(this.#instruction.form.code.roles.vvvv)?.register;
    const isVectorIndex = isVectorSize(rm.index?.register.size);
    let [mask, rounding, isZeroing]: [RegisterUse?, Rounding?, boolean?] = [];
    for (const { decorators } of this.#instruction.operands) {
      mask ??= decorators?.mask;
      rounding ??= decorators?.rounding;
      isZeroing ||= decorators?.isZeroing;
    }
    if (this.#instruction.needsRex === false) {
      const message = 'ah, ch, dh and bh cannot be named with an EVEX prefix';
      throw new StatementError(message, { code: 'high-byte' });
    }
    const isVectorRm = isVectorSize(rm.register?.register.size);
    const registers = {
      reg: numberOf(reg),
      rm: isVectorRm ? numberOf(rm.register) : -1,
      base: numberOf(rm.register),
      index: numberOf(rm.index),
      isVectorIndex,
      // V' is a bit of the condition.
      vvvv: evex.condition === undefined ? numberOf(vvvv) : 31 - this.#instruction.flags,
    };
    const hasB = rounding !== undefined || (rm.modes & OperandMode.BROADCAST) !== 0 || evex.nd;
    const length = rounding === undefined ? evex.length : ROUNDING_MODES[rounding];
    const nf = evex.nf === 'always' || this.#instruction.chooser === '{nf}' ? 4 : 0;
    const last =
      (isZeroing === true ? 0x80 : 0) |
      (length << 5) |
      (hasB ? 0x10 : 0) |
      nf |
      (evex.condition ?? numberOf(mask));
    const { operandSize } = this.#instruction;
    const pp = evex.isScalable && operandSize === 'w' ? 1 : evex.pp;
    const hasW = evex.w || (evex.isScalable && operandSize === 'q');
    const bytes = evexBytes(registers, evex.map, pp, hasW, last);
    writer.code(EVEX);
    for (const byte of bytes) writer.code(byte);
    this.#distance = 4;
    this.#register(RegisterField.VVVV, vvvv, 0);
    this.#register(RegisterField.MASK, mask, 0);
    this.#distance = 5;
  }

  // Opcode

  /** Writes the opcode with `number`, the lower three bits of which are added to the last byte. */
  #opcode(number: number): void {
    const { opcode } = this.#instruction.form.code.encoding;
    const { writer } = this.#statement;
    const last = opcode.length - 1;
    for (let n = this.#isMapSaid ? 1 : 0; n <= last; n++)
      writer.code((opcode[n] ?? 0) + (n === last ? number & 7 : 0));
  }

  // ModRM, SIB and displacement of memory operands. `reg`: the register in ModRM.reg, if there is one.

  #memory(memory: Operand, base: RegisterUse, regField: number, reg: RegisterUse | undefined): void {
    const { writer } = this.#statement;
    const { index } = memory;
    const needsSib =
      index !== undefined || (numberOf(base) & 7) === RM_SIB || this.#instruction.form.code.encoding.needsSib;
    const unit = this.#displacementUnit(memory);
    const mod = modOf(memory, base, unit);
    const shrinks = this.#immediateShrinks();
    writer.code(modRm(mod ?? Mod.DISPLACEMENT_32, regField, needsSib ? RM_SIB : numberOf(base)));
    // To choose the size of a displacement the encoder changes ModRM, for that of an immediate the opcode. It
    // expects them right before the action; if SIB, a displacement or VREG lies between, MARK tells where.
    const needsMark = needsSib
      ? mod === undefined || shrinks
      : (mod === undefined && (isVariable(reg) || isVariable(base))) ||
        ((mod === Mod.DISPLACEMENT_8 || mod === Mod.DISPLACEMENT_32) && shrinks);
    if (needsMark) writer.action(Action.MARK);
    this.#vreg(Vreg.REG, reg, 1, isVariable(index) || isVariable(base));
    if (needsSib) {
      writer.code(sib(memory.scale, index === undefined ? NO_INDEX : numberOf(index), numberOf(base)));
      this.#vreg(Vreg.INDEX, index, 2, isVariable(base));
      this.#vreg(Vreg.RM, base, 2);
    } else this.#vreg(Vreg.MEMORY, base, 1);

    if (mod === Mod.DISPLACEMENT_8) this.#values.displacement8(memory, unit);
    else if (mod === Mod.DISPLACEMENT_32) this.#values.displacement32(memory);
    else if (mod === undefined) this.#values.variableDisplacement(memory, unit);
  }

  /** How many bytes a displacement of one byte counts in. */
  #displacementUnit({ position, modes }: Operand): number {
    const { kinds, code } = this.#instruction.form;
    const { evex } = code.encoding;
    if (evex === undefined) return 1;
    if (evex.unit !== undefined) return evex.unit / 8;
    const kind = kinds[position];
    const isVsib = (modes & OperandMode.VSIB) !== 0;
    const size = isVsib ? code.element : (kind?.element ?? kind?.sizes?.[0]);
    return size === undefined ? 1 : SIZE_BYTES[size];
  }

  /** Writes ModRM and displacement of an address of 16 bits, which has no SIB byte. */
  #wordAddress(memory: Operand, regField: number, reg: RegisterUse | undefined): void {
    const { writer } = this.#statement;
    const rm = wordAddressRm(memory);
    const unit = this.#displacementUnit(memory);
    const { displacement } = memory;
    // Numbers are those of the 16 bits: 0xffff is −1.
    const number =
      typeof displacement === 'number' && displacement > 0x7fff && displacement <= 0xffff
        ? displacement - 0x10000
        : displacement;
    const isShort = typeof number === 'number' && number % unit === 0 && contains(SIGNED_BYTE, number / unit);
    const mod =
      number === 0 && rm !== RM_BP ? Mod.NO_DISPLACEMENT : isShort ? Mod.DISPLACEMENT_8 : Mod.DISPLACEMENT_16;
    writer.code(modRm(mod, regField, rm));
    if (mod !== Mod.NO_DISPLACEMENT && this.#immediateShrinks()) writer.action(Action.MARK);
    this.#vreg(Vreg.REG, reg, 1);
    if (mod === Mod.DISPLACEMENT_8) this.#values.displacement8({ ...memory, displacement: number }, unit);
    else if (mod === Mod.DISPLACEMENT_16) this.#values.displacement16(memory);
  }

  #memoryWithoutBase(memory: Operand, regField: number, reg: RegisterUse | undefined): void {
    const { writer } = this.#statement;
    const { index, displacement } = memory;
    const { mnemonic, code } = this.#instruction.form;
    const target =
      this.#is64Bit && index === undefined && isReference(displacement) && isAddressLike(displacement)
        ? displacement
        : undefined;
    if (target !== undefined && (code.encoding.isBased || code.encoding.needsSib)) {
      const message = `the memory of \`${mnemonic}' cannot be relative to rip`;
      throw new StatementError(message, { code: 'operand-mode', at: memory });
    }
    if (index !== undefined) {
      writer.code(modRm(Mod.NO_DISPLACEMENT, regField, RM_SIB));
      if (this.#immediateShrinks()) writer.action(Action.MARK);
      this.#vreg(Vreg.REG, reg, 1, isVariable(index));
      writer.code(sib(memory.scale, numberOf(index), NO_BASE));
      this.#vreg(Vreg.INDEX, index, 2);
    } else if (this.#is64Bit && target === undefined) {
      // Without SIB the address would be relative to rip.
      writer.code(modRm(Mod.NO_DISPLACEMENT, regField, RM_SIB));
      this.#vreg(Vreg.REG, reg, 1);
      if (this.#immediateShrinks()) writer.action(Action.MARK);
      writer.code(sib(0, NO_INDEX, NO_BASE));
    } else {
      writer.code(modRm(Mod.NO_DISPLACEMENT, regField, NO_BASE));
      this.#vreg(Vreg.REG, reg, 1);
      if (this.#immediateShrinks()) writer.action(Action.MARK);
    }
    if (target === undefined) this.#values.displacement32(memory);
    else this.#ripRelative(memory, target);
  }

  /**
   * Writes the distance to a label or sum. Throws `StatementError` if an immediate follows and the list is to
   * be of format 1, which cannot say how many bytes lie between the distance and the end of the instruction.
   */
  #ripRelative(memory: Operand, target: Label | Sum): void {
    const { roles, encoding } = this.#instruction.form.code;
    const hasTrailing = roles.is4 !== undefined || encoding.fields.length > 0;
    if (hasTrailing && !this.#statement.capabilities.extendedActions) {
      const message = 'a label as memory cannot stand in an instruction that also has an immediate';
      throw new StatementError(message, {
        code: 'rip-relative',
        classic: 'NYI: rip-relative displacement followed by immediate',
        at: memory,
        notes: [
          `load the address first: lea rax, ${memory.text.replace(/^[^[]*/, '')}`,
          // DynASM before 2023 read [&x] as an expression, and sources of that time mean it so.
          ...(target.kind === 'address'
            ? [`where \`&' is to be the address operator of the host language, write [(&${target.text})]`]
            : []),
        ],
      });
    }
    this.#values.ripRelative(memory, target);
    this.#endsBehindField = this.#immediateShrinks();
  }

  /** Whether the encoder chooses the size of the last immediate. */
  #immediateShrinks(): boolean {
    return this.#instruction.form.code.encoding.fields.at(-1) === 'iz|ib';
  }

  // Variable registers

  /**
   * Writes VREG for a register that is known at run time only. `behind`: how many bytes have been written
   * since the opcode. `more`: another VREG of ModRM or SIB follows, which will carry the count.
   */
  #vreg(field: number, use: RegisterUse | undefined, behind: number, more = false): void {
    if (use === undefined || !isVariable(use)) return;
    const { evex } = this.#instruction.form.code.encoding;
    const isVectorIndex = field === Vreg.INDEX && isVectorSize(use.register.size);
    if (evex !== undefined || isVectorIndex || !mayBeExtended(use)) {
      const fields = evex === undefined && !isVectorIndex ? LOW_FIELDS : EVEX_FIELDS;
      this.#register(isVectorIndex ? RegisterField.VECTOR_INDEX : (fields[field] ?? 0), use, behind);
      return;
    }
    if (field < this.#shrinkable) this.#shrinkCount++;
    const count = more ? 0 : this.#shrinkCount;
    if (!more) this.#shrinkCount = 0;
    this.#vregRaw(Vreg.pack(field, count, this.#distance + behind), use);
  }

  #vregRaw(inline: number, use: RegisterUse | undefined): void {
    if (use?.variable === undefined) return;
    this.#registerArgument(Action.VREG, use, use.variable);
    this.#statement.writer.inline(inline);
  }

  /** Writes REGISTER for a register that is known at run time only. */
  #register(field: number, use: RegisterUse | undefined, behind: number): void {
    if (use?.variable === undefined) return;
    const { writer } = this.#statement;
    const isEvex = this.#instruction.form.isEvex;
    const limit =
      field === RegisterField.MASK
        ? RegisterField.FROM_1_TO_7
        : !mayBeExtended(use)
          ? RegisterField.UP_TO_7
          : isEvex && isVectorSize(use.register.size)
            ? RegisterField.UP_TO_31
            : RegisterField.UP_TO_15;
    this.#registerArgument(ExtendedAction.REGISTER, use, use.variable);
    writer.inline(RegisterField.pack(field, limit));
    writer.inline(field >= RegisterField.LOW_REG ? 0 : this.#distance + behind);
  }

  /** Writes an action whose argument is the number of a register. */
  #registerArgument(action: number, use: RegisterUse, variable: Slice): void {
    const operand = this.#instruction.operands.find(
      ({ register, index, decorators }) => register === use || index === use || decorators?.mask === use,
    );
    const argument = { kind: 'register', ...variable } as const;
    const part =
      operand?.index === use
        ? OperandPart.INDEX
        : operand?.decorators?.mask === use
          ? OperandPart.MASK
          : OperandPart.BASE;
    const order = operand === undefined ? sourceOrder(0) : partOrder(operand, part);
    this.#statement.writer.argument(action, this.#statement.argument(argument, order));
  }
}

/** The fields of VREG in instructions with EVEX. */
const EVEX_FIELDS: Readonly<Record<number, number>> = {
  [Vreg.MEMORY]: RegisterField.MEMORY,
  [Vreg.RM]: RegisterField.RM,
  [Vreg.INDEX]: RegisterField.INDEX,
  [Vreg.REG]: RegisterField.REG,
  [Vreg.VVVV]: RegisterField.VVVV,
};
/** The same for registers without a fourth bit in other instructions. */
const LOW_FIELDS: Readonly<Record<number, number>> = {
  [Vreg.RM]: RegisterField.LOW_RM,
  [Vreg.REG]: RegisterField.LOW_REG,
  [Vreg.VVVV]: RegisterField.LOW_VVVV,
};

/** L'L for rounding (Intel's manual, volume 2, table 2-38). */
const ROUNDING_MODES: Readonly<Record<Rounding, number>> = {
  sae: 0,
  'rn-sae': 0,
  'rd-sae': 1,
  'ru-sae': 2,
  'rz-sae': 3,
};

/** ModRM.mod of a memory operand with a base; undefined if the encoder has to choose. */
function modOf({ displacement }: Operand, base: RegisterUse, unit: number): number | undefined {
  if (typeof displacement !== 'number') return isReference(displacement) ? Mod.DISPLACEMENT_32 : undefined;
  if (displacement === 0) {
    // The encoder must choose, as the base may have number 5 or 13, for which there is no form without
    // displacement.
    if (isVariable(base)) return undefined;
    if ((numberOf(base) & 7) !== NO_BASE) return Mod.NO_DISPLACEMENT;
  }
  return contains(SIGNED_BYTE, displacement / unit) && displacement % unit === 0
    ? Mod.DISPLACEMENT_8
    : Mod.DISPLACEMENT_32;
}

function isSp({ register }: Operand): boolean {
  return register?.register.number === 4;
}

function isVariable(use: RegisterUse | undefined): boolean {
  return use?.variable !== undefined;
}

/** Registers whose numbers have three bits, or two. */
const LOW_SIZES: ReadonlySet<Size | undefined> = new Set<Size | undefined>(['k', 'm', 'n', 'r', 'u']);

/** Whether its number is known at run time only, and may have a fourth bit. */
function mayBeExtended(use: RegisterUse | undefined): boolean {
  return isVariable(use) && !LOW_SIZES.has(use?.register.size);
}

/** The number of a register, 0…31; 0 if it is known at run time only. */
function numberOf(use: RegisterUse | undefined): number {
  return use === undefined || use.register.number < 0 ? 0 : use.register.number;
}

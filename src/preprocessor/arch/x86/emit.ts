/**
 * Encodes one instruction. In: the form that was chosen, its operands, the operand size. Out: bytes and actions of the
 * action list: prefixes, opcode, ModRM, SIB, displacement, immediates, and VREG actions for registers known at run time only.
 */
import { Action } from '../../../encoder/format/action.ts';
import { contains, SIGNED_BYTE } from '../../../encoder/format/range.ts';
import * as Vreg from '../../../encoder/format/vreg.ts';
import { StatementError } from '../../diagnostic/error.ts';
import type { Context } from '../arch.ts';
import { FieldWriter, isLabel } from './field.ts';
import type { Encoding, Field, Form } from './form.ts';
import { Mode } from './operand.ts';
import type { Operand, RegisterUse } from './operand.ts';
import { SIZE_BYTES } from './registers.ts';
import type { Size } from './registers.ts';

const ADDRESS_SIZE = 0x67;

/** Parts of a REX byte. */
const REX = 0x40;
const W = 8;
const R = 4;
const X = 2;
const B = 1;

export interface Instruction {
  readonly form: Form;
  readonly operands: readonly Operand[];
  /** Size of the operation, where the form has `v` or `y` operands. */
  readonly size: Size | undefined;
  /** A byte register needs REX (true) or must not have it (false). */
  readonly rex: boolean | undefined;
}

/** Writes `instruction`. Throws `StatementError`. */
export function emit(instruction: Instruction, context: Context, x64: boolean): void {
  new Emitter(instruction, context, x64).emit();
}

class Emitter {
  readonly #form: Form;
  readonly #operands: readonly Operand[];
  readonly #size: Size | undefined;
  readonly #rex: boolean | undefined;
  readonly #context: Context;
  readonly #x64: boolean;
  readonly #fields: FieldWriter;
  /** How many bytes there are from the one that carries REX's bits to the last one of the opcode. */
  #distance = 0;
  /** Registers of the fields below this one alone need the REX or VEX byte written; they are counted. */
  #shrinkable = 0;
  #shrinkCount = 0;

  constructor({ form, operands, size, rex }: Instruction, context: Context, x64: boolean) {
    this.#form = form;
    this.#operands = operands;
    this.#size = size;
    this.#rex = rex;
    this.#context = context;
    this.#x64 = x64;
    this.#fields = new FieldWriter(context, operands);
  }

  emit(): void {
    const { encoding, roles } = this.#form.code;
    const wide = encoding.rexW || this.#size === 'q';
    if (encoding.modrm !== undefined) this.#emitModRm(wide);
    else {
      const opcode = this.#operand(roles.opcode)?.register;
      this.#prefixes(wide, high(opcode) ? B : 0, isVariable(opcode), false);
      this.#opcode(numberOf(opcode));
      this.#vreg(Vreg.RM, opcode, 0);
    }
    for (let n = 0; n < encoding.fields.length; n++) {
      const field = encoding.fields[n];
      const operand = this.#operand(roles.fields[n]);
      if (field !== undefined && operand !== undefined) this.#field(field, operand);
    }
    const is4 = this.#operand(roles.is4)?.register;
    if (is4 !== undefined) {
      this.#context.writer.code(numberOf(is4) << 4);
      if (isVariable(is4)) this.#vregRaw(Vreg.pack(Vreg.HIGH_NIBBLE, 0, 0), is4);
    }
  }

  #operand(place: number | undefined): Operand | undefined {
    return place === undefined ? undefined : this.#operands[place];
  }

  #emitModRm(wide: boolean): void {
    const { encoding, roles } = this.#form.code;
    const rm = this.#operand(roles.rm);
    if (rm === undefined) throw new RangeError('a form with ModRM has an r/m operand');
    const reg = this.#operand(roles.reg)?.register;
    const rexBits = (high(reg) ? R : 0) | (high(rm.index) ? X : 0) | (high(rm.register) ? B : 0);
    this.#prefixes(wide, rexBits, isVariable(reg), isVariable(rm.register) || isVariable(rm.index), rm);
    this.#opcode(0);
    const field = typeof encoding.modrm === 'number' ? encoding.modrm : numberOf(reg);
    if ((rm.modes & Mode.REGISTER) !== 0) {
      this.#modRm(3, field, numberOf(rm.register));
      this.#vreg(Vreg.REG, reg, 1, isVariable(rm.register));
      this.#vreg(Vreg.RM, rm.register, 1);
    } else this.#memory(rm, field, reg);
  }

  /** Writes prefixes, REX or VEX. `variableReg`, `variableRm`: a register of those parts is known at run time only. */
  #prefixes(
    wide: boolean,
    rexBits: number,
    variableReg: boolean,
    variableRm: boolean,
    memory?: Operand,
  ): void {
    const { writer, capabilities } = this.#context;
    const { encoding } = this.#form.code;
    const inMemory = memory !== undefined && (memory.modes & Mode.MEMORY) !== 0 ? memory : undefined;
    const address = (inMemory?.register ?? inMemory?.index)?.register.size;
    const narrow = this.#x64 && address === 'd';
    if (narrow && !capabilities.addressSizePrefix) this.#warnWideAddress(inMemory);
    const bits = rexBits | (wide ? W : 0);
    if (encoding.vex !== undefined) {
      if (narrow && capabilities.addressSizePrefix) writer.code(ADDRESS_SIZE);
      this.#vex(encoding.vex, bits, variableRm);
      return;
    }
    let rex = bits | (this.#rex === true ? REX : 0);
    if (rex !== 0) {
      if (!this.#x64) throw new StatementError('bad operand size', { code: 'operand-size' });
      if (this.#rex === false)
        this.#context.rejectOrWarn('high-byte', 'ah, ch, dh and bh cannot be named with a REX prefix');
    } else if ((variableReg || variableRm) && this.#x64) {
      if (this.#rex === false) this.#warnHighNumber();
      // Beside ah, ch, dh and bh there must not be one: without a REX in the list the encoder refuses numbers above 7.
      if (this.#rex !== false || !capabilities.rejectsDefects) {
        rex = REX;
        this.#shrinkable = Vreg.VVVV;
      }
    }
    if (this.#size === 'w' || encoding.o16) writer.code(0x66);
    for (const prefix of encoding.prefixes) writer.code(prefix);
    // Behind 9B, which is an instruction of its own.
    if (narrow && capabilities.addressSizePrefix) writer.code(ADDRESS_SIZE);
    if (rex !== 0) writer.code(REX | bits);
    // Without REX the distance leads to a byte that is none; the reference fills it in.
    const length = encoding.opcode.length;
    this.#distance = rex !== 0 ? length + 1 : Math.min(encoding.prefixes.length + length - 1, 2);
  }

  #vex(vex: NonNullable<Encoding['vex']>, bits: number, variableRm: boolean): void {
    const { writer } = this.#context;
    const vvvv = this.#operand(this.#form.code.roles.vvvv)?.register;
    const last = ((~numberOf(vvvv) & 15) << 3) | (vex.l ? 4 : 0) | vex.pp;
    const mayBeShort = vex.map === 1 && (bits & (W | X | B)) === 0;
    if (mayBeShort && !(this.#x64 && variableRm)) {
      writer.code(0xc5);
      writer.code((bits & R ? 0 : 0x80) | last);
      this.#distance = 3;
    } else {
      if (mayBeShort) this.#shrinkable = Vreg.REG;
      writer.code(0xc4);
      writer.code(((~bits & (R | X | B)) << 5) | vex.map);
      writer.code((bits & W ? 0x80 : 0) | last);
      this.#distance = 4;
    }
    if (isVariable(vvvv)) this.#vregRaw(Vreg.pack(Vreg.VVVV, 0, 0), vvvv);
  }

  #opcode(add: number): void {
    const { opcode } = this.#form.code.encoding;
    const { writer } = this.#context;
    const last = opcode.length - 1;
    for (let n = 0; n <= last; n++) writer.code((opcode[n] ?? 0) + (n === last ? add & 7 : 0));
  }

  #modRm(mod: number, middle: number, low: number): void {
    this.#context.writer.code((mod << 6) | ((middle & 7) << 3) | (low & 7));
  }

  /**
   * A register that is known at run time only goes into `field`, `behind` bytes behind the opcode. `more`: another VREG
   * of ModRM or SIB follows, which will carry the count.
   */
  #vreg(field: number, use: RegisterUse | undefined, behind: number, more = false): void {
    if (use === undefined || !isVariable(use)) return;
    if (field < this.#shrinkable) this.#shrinkCount++;
    const count = more ? 0 : this.#shrinkCount;
    if (!more) this.#shrinkCount = 0;
    this.#vregRaw(Vreg.pack(field, count, this.#distance + behind), use);
  }

  #vregRaw(inline: number, use: RegisterUse | undefined): void {
    const { writer } = this.#context;
    if (use?.variable === undefined) return;
    const sourceOrder = this.#operands.find(operand => operand.register === use || operand.index === use);
    const offset = sourceOrder?.index === use ? 1 : 0;
    const argument = { kind: 'register', ...use.variable } as const;
    writer.argument(Action.VREG, this.#context.argument(argument, (sourceOrder?.position ?? 0) * 4 + offset));
    writer.inline(inline);
  }

  /** ModRM, SIB and displacement of a memory operand; `reg` is the register of ModRM's middle field, if it has one. */
  #memory(memory: Operand, field: number, reg: RegisterUse | undefined): void {
    const { register: base, index, displacement } = memory;
    if (base === undefined) this.#memoryWithoutBase(memory, field, reg);
    else {
      const { writer } = this.#context;
      const needsSib = index !== undefined || (numberOf(base) & 7) === 4;
      const mod = this.#modOf(memory, base);
      const shrinks = this.#form.code.encoding.fields.at(-1) === 'iz|ib';
      this.#modRm(mod ?? 2, field, needsSib ? 4 : numberOf(base));
      // The encoder looks back for ModRM, but VREG actions or an immediate that shrinks hide it.
      const hidden = needsSib
        ? mod === undefined || shrinks
        : (mod === undefined && (isVariable(reg) || isVariable(base))) ||
          ((mod === 1 || mod === 2) && shrinks);
      if (hidden) writer.action(Action.MARK);
      this.#vreg(Vreg.REG, reg, 1, isVariable(index) || isVariable(base));
      if (needsSib) {
        this.#modRm(memory.scale, index === undefined ? 4 : numberOf(index), numberOf(base));
        this.#vreg(Vreg.INDEX, index, 2, isVariable(base));
        this.#vreg(Vreg.RM, base, 2);
      } else this.#vreg(Vreg.MEMORY, base, 1);

      const sourceOrder = memory.position * 4 + 2;
      if (mod === 1) this.#fields.signedByte(displacement, sourceOrder);
      else if (mod === 2) this.#displacement(memory);
      else if (mod === undefined) this.#variableDisplacement(memory);
    }
  }

  /** ModRM.mod for a memory operand with a base; undefined if the encoder has to choose. */
  #modOf({ displacement }: Operand, base: RegisterUse): 0 | 1 | 2 | undefined {
    if (typeof displacement !== 'number') return isLabel(displacement) ? 2 : undefined;
    // Base number 5 modulo 8 has no form without displacement; a variable base may be that.
    if (displacement === 0 && (numberOf(base) & 7) !== 5) return isVariable(base) ? undefined : 0;
    return contains(SIGNED_BYTE, displacement) ? 1 : 2;
  }

  #memoryWithoutBase(memory: Operand, field: number, reg: RegisterUse | undefined): void {
    const { writer } = this.#context;
    const { index, displacement } = memory;
    const { fields } = this.#form.code.encoding;
    const last = fields.at(-1);
    const shrinks = last === 'iz|ib';
    const ripRelative = this.#x64 && index === undefined && isLabel(displacement);
    if (index !== undefined) {
      this.#modRm(0, field, 4);
      if (shrinks) writer.action(Action.MARK);
      this.#vreg(Vreg.REG, reg, 1, isVariable(index));
      this.#modRm(memory.scale, numberOf(index), 5);
      this.#vreg(Vreg.INDEX, index, 2);
    } else if (this.#x64 && !ripRelative) {
      this.#modRm(0, field, 4);
      this.#vreg(Vreg.REG, reg, 1);
      if (shrinks) writer.action(Action.MARK);
      this.#modRm(0, 4, 5);
    } else {
      this.#modRm(0, field, 5);
      this.#vreg(Vreg.REG, reg, 1);
      if (shrinks) writer.action(Action.MARK);
    }
    if (!ripRelative) {
      this.#displacement(memory);
      return;
    }
    if (this.#form.code.roles.is4 !== undefined || (last !== undefined && last !== 'cd' && last !== 'mo')) {
      // The action list has no way to say how many bytes lie between the distance and the end of the instruction.
      throw new StatementError('NYI: rip-relative displacement followed by immediate', {
        code: 'rip-relative',
        at: memory,
        notes: [
          `load the address first: lea rax, ${memory.text.replace(/^[^[]*/, '')}`,
          // DynASM before 2023 took [&x] for an expression, and code of that time means it so.
          ...(displacement.kind === 'address'
            ? [
                `where \`&' is to be the address operator of the host language, write [(&${displacement.text})]`,
              ]
            : []),
        ],
      });
    }
    this.#fields.label('REL', displacement, memory.position * 4 + 2);
  }

  /** A displacement that the encoder sizes. */
  #variableDisplacement({ displacement, position, start, end }: Operand): void {
    if (typeof displacement === 'number') {
      // [Rd(n)]: 0, but a base of number 5 or 13 needs a displacement byte.
      const value = { kind: 'value', text: String(displacement), start, end } as const;
      const argument = this.#context.argument(value, position * 4 + 2);
      this.#context.writer.argument(Action.DISP, argument);
    } else this.#fields.runtimeField(Action.DISP, displacement, position * 4 + 2);
  }

  /** A 32-bit address on x64 needs the 67h prefix, which DynASM leaves to an `a32` in front. */
  #warnWideAddress(memory: Operand | undefined): void {
    this.#context.doNotRepeat();
    const isPrefixed = this.#context.writer.bytes.at(-1) === ADDRESS_SIZE;
    if (isPrefixed || (this.#form.mnemonic === 'lea' && this.#size !== 'q')) return;
    const message = `\`${memory?.text}' is encoded as an address of 64 bits; \`a32' in front makes it one of 32`;
    this.#context.warn('address-size', message, memory);
  }

  /** What is right in DynASM's encoding only for some values at run time. */
  #warnHighNumber(): void {
    if (this.#context.capabilities.rejectsDefects) return;
    const message = 'beside ah, ch, dh and bh the number of a register must be below 8 at run time';
    this.#context.warn('high-byte', message);
  }

  /** A displacement of four bytes. */
  #displacement(memory: Operand): void {
    const { displacement, position, register, index } = memory;
    const sourceOrder = position * 4 + 2;
    if (!isLabel(displacement)) return this.#fields.dword(displacement, sourceOrder, this.#x64);
    if (this.#x64) {
      const address =
        register === undefined && index === undefined ? '' : ' (an absolute address takes eight bytes)';
      this.#context.rejectOrWarn(
        'wide-displacement',
        `a label cannot be added to a register${address}`,
        memory,
      );
    } else if (displacement.kind === 'address') return this.#fields.dword(displacement, sourceOrder, false);
    return this.#fields.label('IMM', displacement, sourceOrder);
  }

  #field(field: Field, operand: Operand): void {
    const { immediate: value, displacement, position } = operand;
    if (field === 'cd') {
      if (isLabel(value)) this.#fields.label('REL', value, position * 4);
    } else if (field === 'mo') {
      if (this.#x64) this.#fields.qword(displacement, position * 4 + 2, false);
      else this.#displacement(operand);
    } else if (isLabel(value) && value.kind !== 'address') this.#absoluteLabel(field, operand);
    else this.#immediate(field, operand);
  }

  #immediate(field: Field, operand: Operand): void {
    const { immediate: value, position, modes, size } = operand;
    const { kinds, code, mnemonic } = this.#form;
    const kind = kinds[position];
    const sourceOrder = position * 4;
    const isWord = field === 'iw' || (this.#size === 'w' && field.startsWith('iz'));
    // Every dword immediate of a 64-bit operation is sign-extended, and so is that of push.
    const extended = this.#x64 && (this.#size === 'q' || code.encoding.rexW || mnemonic === 'push');
    const shrinks = field === 'iz|ib' && (modes & Mode.EXPRESSION) !== 0;
    if (field === 'io') this.#fields.qword(value, sourceOrder, false);
    else if (field === 'ib') {
      if (kind?.signed === true) this.#fields.signedByte(value, sourceOrder, extended);
      else this.#fields.byte(value, sourceOrder);
    } else if (isWord) this.#fields.word(value, sourceOrder, shrinks ? Action.IMM_WB : Action.IMM_W);
    else {
      if (size !== undefined && SIZE_BYTES[size] > 8) {
        throw new StatementError('bad operand size', { code: 'operand-size', at: operand });
      }
      this.#fields.dword(value, sourceOrder, extended, shrinks ? Action.IMM_DB : Action.IMM_D);
    }
  }

  /** The address of a label as an immediate: four bytes, x86 only. */
  #absoluteLabel(field: Field, operand: Operand): void {
    const { immediate: value, text, position } = operand;
    // Where DynASM does not look at the size of an operand, it writes four bytes also into a smaller one.
    const fits = field !== 'iw' && (field !== 'ib' || this.#form.kinds[position]?.free === true);
    if (this.#x64 || !isLabel(value) || !fits) {
      throw new StatementError('bad operand size for label', {
        code: 'label-size',
        at: operand,
        notes: this.#x64 ? ['load the address first: lea rax, [label]'] : [],
      });
    }
    if (field === 'ib' || this.#size === 'w') {
      this.#context.rejectOrWarn('label-size', `the address \`${text}' takes four bytes here`, operand);
    }
    this.#fields.label('IMM', value, position * 4);
  }
}

function isVariable(use: RegisterUse | undefined): boolean {
  return use?.variable !== undefined;
}

/** The number of a register; 0 while it is not known. */
function numberOf(use: RegisterUse | undefined): number {
  return use === undefined || use.register.number < 0 ? 0 : use.register.number;
}

function high(use: RegisterUse | undefined): boolean {
  return numberOf(use) > 7;
}

/**
 * The kinds of operands in DynASM's rows. Takes the name of a kind, as the rows have it; returns the function
 * that reads such an operand into a draft, and tells why it cannot.
 *
 *   Rd Rn Rm Ra        general registers, of one size in a statement: x or w; letter = field, d also is Rt
 *   Xd Wn …            x or w; the letter `t` is Rt2, at bit 10
 *   Rd|sp Rn|sp        also sp
 *   Xd≠zr              number 31 means sp, which cannot be written
 *   Em                 the register in front of an extension: x or w, in a statement with w registers w
 *   Rnm Fnm            one register in two fields
 *   Fd Fn Fm Fa        SIMD registers, of one size: d or s; Dd Sn Qt … of that size
 *   *d                 any register but sp
 *   sp                 sp itself
 *   imm12 logical      immediates of additions and of logical operations
 *   imm16 u5 nzcv      unsigned: 16 bits at 5, five at 16, four at 0
 *   immr imms          unsigned, six bits at 16 and at 10
 *   left               the bit field of a left shift
 *   lsb width          the bit field of an insertion: where it goes, and its width
 *   count              the width of an extraction, behind `immr`
 *   bit float zero     the number of a bit; a floating-point number; `#0` or `#0.0`
 *   lsl16              `lsl #n` behind an immediate of 16 bits
 *   shift extend       behind a register
 *   cond not-cond      a condition, also inverted
 *   bti                `c`, `j` or `jc`
 *   to26 to19 to14     a label whose place has so many bits; `to-adr`, `to-adrp`
 *   literal            a label, and whatever stands behind it
 *   mem0 … mem3        an address, by the logarithm of the size of the access
 *   pair2 … pair4      the address of two registers
 */
import * as Arm64Action from '../../../../encoder/format/arm64/arm64action.ts';
import * as Arm64Place from '../../../../encoder/format/arm64/arm64place.ts';
import { cut, type Slice } from '../../../text/slice.ts';
import { readAddress, readPairAddress } from './classicaddress.ts';
import {
  doubtBit,
  IMMR,
  IMMS,
  readCount,
  readInsertion,
  readLeftShift,
  readWidth,
  registerBit,
} from './classicbitfield.ts';
import { type Draft, misfit, type Reader } from './classicdraft.ts';
import {
  behindHash,
  doubtNumber,
  immediate,
  outOfRange,
  readRegister,
  writeRegister,
} from './classicfield.ts';
import {
  encodeAddition,
  encodeBitNumber,
  encodeField,
  encodeFloat,
  encodeLogical,
  fieldAction,
  parseNumber,
  toBits,
} from './classicimmediate.ts';
import { parseLabelInto } from './classiclabel.ts';

const FIELDS: Readonly<Record<string, number>> = { d: 0, t: 0, n: 5, t2: 10, a: 10, m: 16 };
/** The field ftype of a double-precision operation. */
const DOUBLE = 0x0040_0000;
const CONDITIONS = ['eq', 'ne', 'cs', 'cc', 'mi', 'pl', 'vs', 'vc', 'hi', 'ls', 'ge', 'lt', 'gt', 'le', 'al'];
const CONDITION_CODES: ReadonlyMap<string, number> = new Map([
  ...CONDITIONS.map((name, code) => [name, code] as const),
  ['hs', 2],
  ['lo', 3],
]);
const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['lsl', 0],
  ['lsr', 1],
  ['asr', 2],
]);
const MAX_EXTENSION = 4;
const EXTENSIONS = ['uxtb', 'uxth', 'uxtw', 'uxtx', 'sxtb', 'sxth', 'sxtw', 'sxtx'];
const SIMD = 'qdshb';

// Registers

/**
 * `kinds`: those that the operand takes; of several, all operands with such a choice have the same. `last`:
 * what is said of number 31, `|sp` or `≠zr`.
 */
function register(kinds: string, fields: readonly number[], last: string | undefined): Reader {
  const isGroup = kinds.length > 1;
  const takesSp = last === '|sp';
  return (draft, operand) => {
    const found = readRegister(draft, operand);
    if ('message' in found) return found;
    const isSp = found.kind === 'sp';
    if (isSp && !takesSp) return misfit(`bad register name \`${operand.text}'`, operand);
    const kind = isSp ? 'x' : found.kind;
    const isSimd = SIMD.includes(kind);
    const size = isSimd ? draft.simdSize : draft.size;
    if (!kinds.includes(kind) || (isGroup && size !== undefined && size !== kind)) {
      return misfit('register size mismatch', operand);
    }
    if (isGroup && size === undefined) {
      if (isSimd) draft.simdSize = kind;
      else draft.size = kind;
      if (kind === 'x') draft.add(draft.wide);
      if (kind === 'd') draft.add(DOUBLE);
    }
    if (last !== undefined && !isSp && found.number === 31) {
      draft.doubt(`\`${kind}zr' means ${kind === 'x' ? 'sp' : 'wsp'} in this operand`, operand);
    }
    if (isSimd && (found.number ?? 0) > 31) {
      draft.doubt(
        `there is no register \`${operand.text}': its number runs over into another field`,
        operand,
      );
    }
    for (const field of fields) writeRegister(draft, found, field);
    return undefined;
  };
}

const readSp: Reader = (_, operand) => (operand.text === 'sp' ? undefined : misfit('expected sp', operand));

/** Any register but sp: DynASM's `mov` does not look at the size. */
const readAny: Reader = (draft, operand) => {
  const found = readRegister(draft, operand);
  if ('message' in found) return found;
  const { kind } = found;
  if (kind === 'sp') return misfit(`bad register name \`${operand.text}'`, operand);
  if (SIMD.includes(kind)) {
    draft.doubt(`this becomes \`mov w${found.number ?? '…'}', with the general register`, operand);
  }
  writeRegister(draft, found, 0);
  return undefined;
};

/** The register that is extended. */
const readExtended: Reader = (draft, operand) => {
  const found = readRegister(draft, operand);
  if ('message' in found) return found;
  const { kind } = found;
  if (kind === 'sp') return misfit(`bad register name \`${operand.text}'`, operand);
  const fits = kind === 'w' || (kind === 'x' && draft.size !== 'w');
  if (!fits) return misfit('register size mismatch', operand);
  draft.extendedKind = kind;
  writeRegister(draft, found, FIELDS['m'] ?? 0);
  return undefined;
};

// Immediates

/** An immediate of `width` bits at bit `shift`. */
function unsigned(shift: number, width: number): Reader {
  const action = fieldAction(shift, width, 0, false);
  const encode = (number: number): number | undefined => encodeField(number, shift, width, 0, false);
  return (draft, operand) => {
    const text = behindHash(operand);
    return 'message' in text ? text : immediate(draft, text, encode, action);
  };
}

const readAddition: Reader = (draft, operand) => {
  const text = behindHash(operand);
  return 'message' in text
    ? text
    : immediate(draft, text, encodeAddition, Arm64Action.word(Arm64Action.IMM12));
};

const readBitNumber: Reader = (draft, operand) => {
  const text = behindHash(operand);
  if ('message' in text) return text;
  doubtBit(draft, text);
  return immediate(draft, text, encodeBitNumber, Arm64Action.word(Arm64Action.IMM6));
};

/** A logical immediate. Numbers that need more than 32 bits are left to the engine, as expressions are. */
const readLogical: Reader = (draft, operand) => {
  const text = behindHash(operand);
  if ('message' in text) return text;
  const number = parseNumber(text);
  if (number !== undefined && Number.isInteger(number) && number >= 0 && number <= 0xffff_ffff) {
    const bits = encodeLogical(BigInt(toBits(number) >>> 0), draft.size === 'w' ? 32 : 64);
    if (bits === undefined) return outOfRange(text);
    doubtNumber(draft, text, number);
    draft.add(bits);
    return undefined;
  }
  if (number !== undefined) doubtLogical(draft, text, number);
  if (draft.size === 'w') draft.argue(Arm64Action.word(Arm64Action.IMM13W), { kind: 'value', ...text });
  else {
    const half = { address: false, data: true, ...text };
    draft.argue(Arm64Action.word(Arm64Action.IMM13X), { kind: 'low', ...half }, { kind: 'high', ...half });
  }
  return undefined;
};

/** A number that is left to the engine. */
function doubtLogical(draft: Draft, text: Slice, number: number): void {
  const bits = draft.size === 'w' ? 32 : 64;
  const written = text.text.trim();
  if (!Number.isInteger(number))
    draft.doubt(`the engine gets the fraction \`${written}' as an integer`, text);
  // Lua's numbers are not exact beyond 53 bits; C takes the text.
  else if (/^(?:0[xX][\da-fA-F]+|[1-9]\d*)$/.test(written) || Number.isSafeInteger(number)) {
    const value = BigInt(Number.isSafeInteger(number) ? number : written);
    if (encodeLogical(value, bits) !== undefined) return;
    draft.doubt(`\`${written}' is no logical immediate: the put fails, or encodes another number`, text);
  }
}

const readFloat: Reader = (draft, operand) => {
  const text = behindHash(operand);
  if ('message' in text) return text;
  const number = parseNumber(text);
  if (number === undefined) return misfit('NYI fpimm action', text, true);
  const bits = encodeFloat(number);
  if (bits === undefined) return outOfRange(text);
  draft.add(bits);
  return undefined;
};

const readZero: Reader = (_, operand) =>
  operand.text === '#0' || operand.text === '#0.0' ? undefined : misfit('expected zero immediate', operand);

/** `lsl #n` behind an immediate of 16 bits. */
const readLsl16: Reader = (draft, operand) => {
  const [, digits] = /^lsl\s+#(\d+)$/.exec(operand.text) ?? [];
  if (digits === undefined) return misfit('expected shift operand', operand);
  const shift = Number(digits);
  if (shift % 16 !== 0 || shift >= (draft.size === 'w' ? 32 : 64)) {
    return misfit('bad shift amount', operand, true);
  }
  draft.add(shift * 2 ** 17);
  return undefined;
};

// Shifts, extensions, conditions

/** An amount of `width` bits in the field imms. */
function inImms(width: number): (number: number) => number | undefined {
  return number => encodeField(number, IMMS, width, 0, false);
}

const readShift: Reader = (draft, operand) => {
  const [head, name = ''] =
    /^(\w+)\s+(?=#)/.exec(operand.text) ?? /^(lsl|lsr|asr)\s+/.exec(operand.text) ?? [];
  const type = SHIFTS.get(name);
  if (head === undefined || type === undefined) return misfit('expected shift operand', operand);
  const text = behindHash(cut(operand, head.length));
  if ('message' in text) return text;
  draft.add(type << 22);
  doubtBit(draft, text);
  return immediate(draft, text, inImms(6), fieldAction(IMMS, 6, 0, false));
};

const readExtension: Reader = (draft, operand) => {
  const [name = ''] = /^\w+/.exec(operand.text) ?? [];
  const option = name === 'lsl' ? (draft.extendedKind === 'x' ? 3 : 2) : EXTENSIONS.indexOf(name);
  const rest = /^(?:\s+(?=#)|$)/.exec(operand.text.slice(name.length));
  if (option < 0 || rest === null) return misfit('expected extend operand', operand);
  draft.add(option << 13);
  if (name === 'lsl' && draft.size === 'x' && draft.extendedKind === 'w') {
    draft.doubt("`lsl' of a register of 32 bits is `uxtw'", operand);
  }
  const text = cut(operand, name.length + rest[0].length);
  if (text.text === '') return undefined;
  const amount = parseNumber(cut(text, 1)) ?? 0;
  if (amount > MAX_EXTENSION) draft.doubt(`an extension shifts by 0 … ${MAX_EXTENSION}`, text);
  return immediate(draft, cut(text, 1), inImms(3), fieldAction(IMMS, 3, 0, false));
};

function condition(isInverted: boolean): Reader {
  return (draft, operand) => {
    const code = CONDITION_CODES.get(operand.text);
    if (code === undefined) return misfit('expected condition operand', operand);
    if (isInverted && operand.text === 'al') {
      draft.doubt("the inverse of `al' does not exist: the condition is always false", operand);
    }
    draft.add((isInverted ? code ^ 1 : code) << 12);
    return undefined;
  };
}

const TARGETS: ReadonlyMap<string, number> = new Map([
  ['c', 0x40],
  ['j', 0x80],
  ['jc', 0xc0],
]);

const readTarget: Reader = (draft, operand) => {
  const bits = TARGETS.get(operand.text);
  if (bits === undefined) return misfit('bad operand', operand);
  draft.add(bits);
  return undefined;
};

// Labels

function label(place: number): Reader {
  return (draft, operand) => parseLabelInto(draft, operand, place);
}

/** The label of a literal. DynASM does not look at operands behind it. */
const readLiteral: Reader = (draft, operand) => {
  const failure = parseLabelInto(draft, operand, Arm64Place.BRANCH19);
  if (failure !== undefined) return misfit('expected address operand', operand);
  const ignored = draft.operand(1);
  if (ignored !== undefined) draft.doubt(`\`${ignored.text}' is ignored behind a label`, ignored);
  draft.taken = draft.operands.length - 1;
  return undefined;
};

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['sp', readSp],
  ['*d', readAny],
  ['Em', readExtended],
  ['imm12', readAddition],
  ['logical', readLogical],
  ['imm16', unsigned(5, 16)],
  ['u5', unsigned(16, 5)],
  ['nzcv', unsigned(0, 4)],
  ['immr', registerBit(IMMR)],
  ['imms', registerBit(IMMS)],
  ['left', readLeftShift],
  ['lsb', readInsertion],
  ['width', readWidth],
  ['count', readCount],
  ['bit', readBitNumber],
  ['float', readFloat],
  ['zero', readZero],
  ['lsl16', readLsl16],
  ['shift', readShift],
  ['extend', readExtension],
  ['cond', condition(false)],
  ['not-cond', condition(true)],
  ['bti', readTarget],
  ['to26', label(Arm64Place.BRANCH26)],
  ['to19', label(Arm64Place.BRANCH19)],
  ['to14', label(Arm64Place.BRANCH14)],
  ['to-adr', label(Arm64Place.ADR)],
  ['to-adrp', label(Arm64Place.ADRP)],
  ['literal', readLiteral],
  ...[0, 1, 2, 3].map((scale): [string, Reader] => [`mem${scale}`, draft => readAddress(draft, scale)]),
  ...[2, 3, 4].map((scale): [string, Reader] => [`pair${scale}`, draft => readPairAddress(draft, scale)]),
]);

/** The sizes that the letter of a register stands for. */
const KINDS: Readonly<Record<string, string>> = {
  R: 'xw',
  X: 'x',
  W: 'w',
  F: 'ds',
  D: 'd',
  S: 's',
  Q: 'q',
};

/** @throws {RangeError} there is no such kind */
export function makeReader(kind: string): Reader {
  const reader = READERS.get(kind);
  if (reader !== undefined) return reader;
  const [, letter = '', names = '', last] = /^([A-Z])(t2|[dtnam]+)(\|sp|≠zr)?$/.exec(kind) ?? [];
  const kinds = KINDS[letter];
  if (kinds === undefined) throw new RangeError(`operand kind ${kind}`);
  return register(
    kinds,
    (names.match(/[a-z]2?/g) ?? []).map(name => FIELDS[name] ?? 0),
    last,
  );
}

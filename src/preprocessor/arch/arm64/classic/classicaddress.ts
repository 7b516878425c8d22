/**
 * Addresses of loads and stores: `[x0]`, `[x0, #8]!`, `[x0], #8`, `[x0, w1, sxtw #3]`, `TYPE->member`. Takes
 * the operands of a draft that are left; writes the base, the index and the offset.
 *
 * The words of the rows are those of the form with an offset of 9 bits that does not change the base.
 */
import * as Arm64Action from '../../../../encoder/format/arm64/arm64action.ts';
import { cut, NOTHING, trimmed, type Slice } from '../../../text/slice.ts';
import { encodeField, encodeOffset, fieldAction } from './classicimmediate.ts';
import { type Draft, misfit, type Misfit } from './classicdraft.ts';
import { behindHash, immediate, readRegister, writeRegister } from './classicfield.ts';
import { parseRegister } from './classicregister.ts';

/** Added where the base changes behind the access, or in front of it, and where the index is a register. */
const POST_INDEX = 0x400;
const PRE_INDEX = 0xc00;
const REGISTER_INDEX = 0x0020_0800;
const SCALED_INDEX = 0x1000;
/** The same for pairs. */
const PAIR_POST_INDEX = 0x0080_0000;
const PAIR_OFFSET = 0x0100_0000;
const PAIR_PRE_INDEX = 0x0180_0000;

const BASE = 5;
const INDEX = 16;

/** `[…]` and what stands behind it. */
const BRACKETS = /^\[([^]*)\](!?)$/;
/** Whatever stands behind the name of a type: the C compiler tells whether it is the path of a member. */
const MEMBER = /^([\w:]+)(?![\w:])(\s*)([^]+)$/;
const INDEX_EXTENSIONS: ReadonlyMap<string, readonly [kind: string, option: number]> = new Map([
  ['uxtw', ['w', 2]],
  ['lsl', ['x', 3]],
  ['sxtw', ['w', 6]],
  ['sxtx', ['x', 7]],
]);

/** Reads the address of one register. `scale`: the logarithm of the size of the access. */
export function readAddress(draft: Draft, scale: number): Misfit | undefined {
  const address = draft.operand();
  if (address === undefined) return misfit('expected address operand', NOTHING);
  const behind = draft.operand(1);
  const [, inner, mark = ''] = BRACKETS.exec(address.text) ?? [];
  if (inner === undefined)
    return readMember(draft, address, behind, Arm64Action.word(Arm64Action.IMML, scale));
  const parts = split(address, inner.length);
  const failure = readBase(draft, parts[0] ?? address);
  if (failure !== undefined) return failure;
  const [, second, third] = parts;
  if (behind !== undefined) {
    if (parts.length > 1 || mark !== '') return misfit('too many operands', behind);
    draft.taken++;
    draft.add(POST_INDEX);
    return indexOffset(draft, behind);
  }
  if (second === undefined) {
    if (mark !== '') return misfit('expected immediate operand', address);
    draft.add(encodeOffset(0, scale) ?? 0);
    return undefined;
  }
  if (second.text.startsWith('#')) {
    if (mark !== '') {
      draft.add(PRE_INDEX);
      return indexOffset(draft, second);
    }
    return offset(draft, cut(second, 1), scale);
  }
  if (mark !== '') return misfit('expected immediate operand', second);
  return readIndex(draft, second, third, scale);
}

/** Reads the address of a pair of registers. */
export function readPairAddress(draft: Draft, scale: number): Misfit | undefined {
  const address = draft.operand();
  if (address === undefined) return misfit('expected address operand', NOTHING);
  const behind = draft.operand(1);
  const action = fieldAction(15, 7, scale, true);
  const [, inner, mark = ''] = BRACKETS.exec(address.text) ?? [];
  if (inner === undefined) {
    draft.add(PAIR_OFFSET);
    return readMember(draft, address, behind, action);
  }
  const parts = split(address, inner.length);
  const failure = readBase(draft, parts[0] ?? address);
  if (failure !== undefined) return failure;
  const [, second, third] = parts;
  if (behind !== undefined) {
    if (second !== undefined || mark !== '') return misfit('too many operands', behind);
    draft.taken++;
    draft.add(PAIR_POST_INDEX);
  } else {
    if (third !== undefined) return misfit('expected immediate operand', second ?? third);
    draft.add(mark === '' ? PAIR_OFFSET : PAIR_PRE_INDEX);
  }
  const written = behind ?? second;
  if (written === undefined) {
    if (mark !== '') draft.doubt('the base is written back unchanged: there is no offset', address);
    return undefined;
  }
  const text = behindHash(written);
  if ('message' in text) return text;
  return immediate(draft, text, number => encodeField(number, 15, 7, scale, true), action);
}

/**
 * What stands between the brackets: the base, an immediate or an index, and an extension. DynASM cuts at
 * commas, also at those in parentheses; an immediate goes up to the end.
 */
function split(address: Slice, length: number): readonly Slice[] {
  const inner = cut(address, 1, 1 + length);
  const [base, rest] = cutAtComma(inner);
  if (rest === undefined) return [base];
  if (rest.text.startsWith('#')) return [base, rest];
  const [index, extension] = cutAtComma(rest);
  return extension === undefined || extension.text === '' ? [base, index] : [base, index, extension];
}

function cutAtComma(slice: Slice): readonly [first: Slice, rest?: Slice] {
  const comma = slice.text.indexOf(',');
  if (comma < 0) return [trimmed(slice)];
  return [trimmed(cut(slice, 0, comma)), trimmed(cut(slice, comma + 1))];
}

function readBase(draft: Draft, text: Slice): Misfit | undefined {
  const base = readRegister(draft, text);
  if ('message' in base) return base;
  if (base.kind !== 'x' && base.kind !== 'sp') return misfit('bad register type', text);
  if (base.kind === 'x' && base.number === 31) draft.doubt("`xzr' means sp as a base", text);
  writeRegister(draft, base, BASE);
  return undefined;
}

/** An offset that is added to the base for the access only. */
function offset(draft: Draft, text: Slice, scale: number): Misfit | undefined {
  return immediate(
    draft,
    text,
    number => encodeOffset(number, scale),
    Arm64Action.word(Arm64Action.IMML, scale),
  );
}

/** An offset that changes the base: nine bits with a sign. */
function indexOffset(draft: Draft, written: Slice): Misfit | undefined {
  const text = behindHash(written);
  if ('message' in text) return text;
  return immediate(draft, text, number => encodeField(number, 12, 9, 0, true), fieldAction(12, 9, 0, true));
}

/** A register as index. The access's size is the only factor that it can have. */
function readIndex(
  draft: Draft,
  text: Slice,
  extension: Slice | undefined,
  scale: number,
): Misfit | undefined {
  const index = readRegister(draft, text);
  if ('message' in index) return index;
  const [name = 'lsl', amount] = extension === undefined ? [] : cutExtension(extension.text);
  const [kind, option] = INDEX_EXTENSIONS.get(name) ?? [];
  const lacksAmount = extension?.text === 'lsl';
  if (option === undefined || lacksAmount) return misfit('bad extend/shift specifier', extension ?? text);
  if (index.kind !== kind) return misfit('bad index register type', text);
  writeRegister(draft, index, INDEX);
  draft.add(REGISTER_INDEX + (option << 13));
  if (amount === undefined) return undefined;
  if (amount !== 0 && amount !== scale) return misfit('bad scale', extension ?? text, true);
  if (amount !== 0) draft.add(SCALED_INDEX);
  return undefined;
}

/** The name of an extension, and its amount. */
function cutExtension(text: string): readonly [name: string, amount?: number] {
  const [, name = '', digits] = /^(\w+)(?:\s+#(\d))?$/.exec(text) ?? [];
  return digits === undefined ? [name] : [name, Number(digits)];
}

/** `TYPE->member`: the register of a type, with the offset of the member as the argument of `action`. */
function readMember(
  draft: Draft,
  address: Slice,
  behind: Slice | undefined,
  action: number,
): Misfit | undefined {
  const [, head = '', blanks = '', path] = MEMBER.exec(address.text) ?? [];
  const { types, dialect } = draft.statement;
  const type = types.get(/^\w*/.exec(head)?.[0] ?? '');
  if (type === undefined || path === undefined) return misfit('expected address operand', address);
  if (behind !== undefined) return misfit('too many operands', behind);
  const base = parseRegister(cut(address, 0, head.length), types, dialect);
  if (base?.kind !== 'x') return misfit('bad register type', address);
  writeRegister(draft, base, BASE);
  draft.argue(action, { kind: 'member', type, ...cut(address, head.length + blanks.length) });
  return undefined;
}

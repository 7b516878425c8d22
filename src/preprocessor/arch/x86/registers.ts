/**
 * Registers of x86 and x64: their names, sizes and numbers. For C and Lua output, register names are defines
 * that stand for DynASM's internal names (`@q0` for `rax`); in TypeScript output the names stay as users
 * write them. `Registers.find` takes both.
 */
import type { RegisterGroup } from '../arch.ts';

/**
 * Sizes of operands: byte, word, dword, qword, oword (xmm), yword (ymm), zword (zmm), tword (80 bits). The
 * others are those of registers that have a class of their own: f of x87, k masks, m of MMX, s segments,
 * c control, g debug, r test, n bounds, u tiles.
 */
export type Size =
  'b' | 'w' | 'd' | 'q' | 'o' | 'y' | 'z' | 't' | 'f' | 'k' | 'm' | 's' | 'c' | 'g' | 'r' | 'n' | 'u';

export interface Register {
  /** The name that users write. */
  readonly name: string;
  /** DynASM's internal name. */
  readonly internal: string;
  readonly size: Size;
  /** 0…31; −1 for a register class (`Rd`, `xmm`), where the number is an argument of the put. */
  readonly number: number;
  /** Whether DynASM does not know it: programs may have variables of that name. */
  readonly isAdded: boolean;
  /** Whether it can be the base of a memory operand. */
  readonly canBeBase: boolean;
  /** Whether it can be the index of a memory operand. A vector register can: it is that of a gather. */
  readonly canBeIndex: boolean;
  /**
   * For byte registers: true if it exists only with a REX prefix (`spl`), false if only without (`ah`). Else
   * undefined.
   */
  readonly needsRex: boolean | undefined;
}

export interface Registers {
  /** Whether they are those of x64. */
  readonly is64Bit: boolean;
  /** All names with their internal names. A register may have several names. */
  readonly names: ReadonlyMap<string, string>;
  readonly byInternal: ReadonlyMap<string, Register>;
  /** Finds a register by its internal name or by a name that users write. */
  find(text: string): Register | undefined;
}

/** The size words of operands, without `aword`, whose size depends on the architecture. */
export const SIZE_WORDS: ReadonlyMap<string, Size> = new Map([
  ['byte', 'b'],
  ['word', 'w'],
  ['dword', 'd'],
  ['qword', 'q'],
  ['oword', 'o'],
  ['yword', 'y'],
  ['zword', 'z'],
  ['tword', 't'],
]);
/** The word of each size that has one. */
export const WORDS_BY_SIZE: ReadonlyMap<Size, string> = new Map(
  [...SIZE_WORDS].map(([word, size]) => [size, word]),
);
/** Bytes of each size. */
export const SIZE_BYTES: Readonly<Record<Size, number>> = {
  b: 1,
  w: 2,
  d: 4,
  q: 8,
  o: 16,
  y: 32,
  z: 64,
  t: 10,
  f: 10,
  k: 8,
  m: 8,
  s: 2,
  c: 8,
  g: 8,
  r: 4,
  n: 16,
  u: 1024,
};

/** The sizes that operands may have: those with words first. */
export const SIZES = Object.keys(SIZE_BYTES) as readonly Size[];

/** Sizes of registers that DynASM does not know. */
const ADDED_SIZES: ReadonlySet<Size> = new Set<Size>(['z', 'k', 'm', 's', 'c', 'g', 'r', 'n', 'u']);
/** Segment registers, by their numbers. */
const SEGMENTS = ['es', 'cs', 'ss', 'ds', 'fs', 'gs'];

/** Whether it is a general register that only APX has, which REX2 or EVEX can name. */
export function isExtendedGeneral({ number, size }: Register): boolean {
  return number > 15 && !isVectorSize(size);
}

/** Whether it is the size of vector registers: xmm, ymm, zmm. */
export function isVectorSize(size: Size | undefined): boolean {
  return size === 'o' || size === 'y' || size === 'z';
}

const QWORD = ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'];
const DWORD = ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi'];
const WORD = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const BYTE = ['al', 'cl', 'dl', 'bl', 'ah', 'ch', 'dh', 'bh'];

/** So many vector registers there are with EVEX on x64, and 16 without. */
const VECTORS = 32;

/** So many general registers there are with APX, and 16 without. */
const GENERALS = 32;

/** Intel's names of the byte registers 4 … 7, which need a REX prefix. DynASM calls them r4b … r7b. */
const REX_BYTE = ['spl', 'bpl', 'sil', 'dil'];

/** Makes the registers of x64, or of x86. `withAdditions`: with the names that DynASM does not know. */
export function makeRegisters(is64Bit: boolean, withAdditions: boolean): Registers {
  const names = new Map<string, string>();
  const byInternal = new Map<string, Register>();
  const address: Size = is64Bit ? 'q' : 'd';

  const add = (name: string, internal: string, size: Size, number: number, needsRex?: boolean): void => {
    names.set(name, internal);
    if (byInternal.has(internal)) return;
    const canBeBase = size === address || size === 'd';
    const canBeIndex = (canBeBase && number !== 4) || (withAdditions && isVectorSize(size));
    const isAdded = number > 15 || ADDED_SIZES.has(size);
    byInternal.set(internal, { name, internal, size, number, isAdded, canBeBase, canBeIndex, needsRex });
  };
  const addClass = (
    size: Size,
    className: string,
    traditionalNames: readonly string[],
    numberedName: (n: number) => string,
    count = is64Bit ? 16 : 8,
  ): void => {
    add(className, `@${size}`, size, -1, size === 'b' && is64Bit ? true : undefined);
    for (const [n, name] of traditionalNames.entries())
      add(name, `@${size}${n}`, size, n, size === 'b' && n > 3 ? false : undefined);
    for (let n = 0; n < count; n++) {
      const needsRex = size === 'b' && n > 3;
      const internal = `@${size}${n.toString(16)}${needsRex ? 'R' : ''}`;
      add(numberedName(n), internal, size, n, needsRex ? true : undefined);
    }
  };
  const general = (size: Size) => (n: number) => `r${n}${size === address ? '' : size}`;
  const generals = is64Bit && withAdditions ? GENERALS : undefined;
  if (is64Bit) addClass('q', 'Rq', QWORD, general('q'), generals);
  addClass('d', 'Rd', DWORD, general('d'), generals);
  addClass('w', 'Rw', WORD, general('w'), generals);
  addClass('b', 'Rb', BYTE, general('b'), generals);
  if (is64Bit && withAdditions) {
    for (const [index, name] of REX_BYTE.entries()) names.set(name, `@b${index + 4}R`);
  }
  names.set('Ra', `@${address}`);
  addClass('f', 'Rf', [], n => `st${n}`, 8);
  const vectors = is64Bit && withAdditions ? VECTORS : undefined;
  addClass('o', 'xmm', [], n => `xmm${n}`, vectors);
  addClass('y', 'ymm', [], n => `ymm${n}`, vectors);
  if (withAdditions) {
    addClass('z', 'zmm', [], n => `zmm${n}`, vectors);
    addClass('k', 'k', [], n => `k${n}`, 8);
    addClass('m', 'mm', [], n => `mm${n}`, 8);
    addClass('c', 'cr', [], n => `cr${n}`);
    addClass('g', 'dr', [], n => `dr${n}`);
    // The 386 and the 486 had them.
    if (!is64Bit) addClass('r', 'tr', [], n => `tr${n}`);
    addClass('n', 'bnd', [], n => `bnd${n}`, 4);
    addClass('u', 'tmm', [], n => `tmm${n}`, 8);
    for (const [n, name] of SEGMENTS.entries()) add(name, `@s${n}`, 's', n);
  }

  const all = new Map(byInternal);
  for (const [name, internal] of names) {
    const register = byInternal.get(internal);
    if (register !== undefined) all.set(name, register);
  }
  return { is64Bit, names, byInternal, find: text => all.get(text) };
}

/** The names of all registers, and register classes, of these sizes. */
export function registersOfSizes(
  { names, byInternal }: Registers,
  sizes: ReadonlySet<Size>,
): readonly string[] {
  return [...names].flatMap(([name, internal]) => {
    const size = byInternal.get(internal)?.size;
    return size !== undefined && sizes.has(size) ? [name] : [];
  });
}

/** Groups all registers by size. */
export function groupRegisters({ names, byInternal }: Registers): readonly RegisterGroup[] {
  const all = [...byInternal.values()];
  return all
    .filter(({ number }) => number < 0)
    .map(({ size, name }) => ({
      size: WORDS_BY_SIZE.get(size) ?? 'st',
      variable: name,
      names: all
        .filter(register => register.size === size && register.number >= 0)
        .map(({ internal }) => [...names].filter(([, other]) => other === internal).map(([own]) => own)),
    }));
}

/**
 * Registers of x86 and x64: their names, sizes and numbers. DynASM's internal names (`@q0` for `rax`) stand in the text of
 * C and Lua output; TypeScript output knows only the names that users write. One lookup takes both.
 */
import type { RegisterGroup } from '../arch.ts';

/** Operand sizes: byte, word, dword, qword, oword (xmm), yword (ymm), tword (80 bits), f for x87 registers. */
export type Size = 'b' | 'w' | 'd' | 'q' | 'o' | 'y' | 't' | 'f';

export interface Register {
  /** The name users write, and the internal one. */
  readonly name: string;
  readonly internal: string;
  readonly size: Size;
  /** 0…15, or −1 for a class (`Rd`, `xmm`), whose number is an argument of the put. */
  readonly number: number;
  readonly base: boolean;
  readonly index: boolean;
  /** Byte registers on x64: true if it exists only with a REX prefix (`spl`), false if only without (`ah`). */
  readonly rex: boolean | undefined;
}

export interface Registers {
  /** Every name, those of the same register included, with its internal name. */
  readonly names: ReadonlyMap<string, string>;
  readonly byInternal: ReadonlyMap<string, Register>;
  /** A register by its internal name or by one that users write. */
  find(text: string): Register | undefined;
}

/** Size words of operands, with their size letter and bytes; `aword` depends on the mode. */
export const SIZE_WORDS: ReadonlyMap<string, Size> = new Map([
  ['byte', 'b'],
  ['word', 'w'],
  ['dword', 'd'],
  ['qword', 'q'],
  ['oword', 'o'],
  ['yword', 'y'],
  ['tword', 't'],
]);
export const SIZE_BYTES: Readonly<Record<Size, number>> = {
  b: 1,
  w: 2,
  d: 4,
  q: 8,
  o: 16,
  y: 32,
  t: 10,
  f: 10,
};

const QWORD = ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'];
const DWORD = ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi'];
const WORD = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];
const BYTE = ['al', 'cl', 'dl', 'bl', 'ah', 'ch', 'dh', 'bh'];

/** The registers of one mode. */
export function makeRegisters(x64: boolean): Registers {
  const names = new Map<string, string>();
  const byInternal = new Map<string, Register>();
  const address: Size = x64 ? 'q' : 'd';

  const add = (name: string, internal: string, size: Size, number: number, rex?: boolean): void => {
    names.set(name, internal);
    if (byInternal.has(internal)) return;
    const base = size === address || size === 'd';
    byInternal.set(internal, { name, internal, size, number, base, index: base && number !== 4, rex });
  };
  const addClass = (
    size: Size,
    className: string,
    own: readonly string[],
    numbered: (n: number) => string,
  ): void => {
    add(className, `@${size}`, size, -1, size === 'b' && x64 ? true : undefined);
    for (const [n, name] of own.entries())
      add(name, `@${size}${n}`, size, n, size === 'b' && n > 3 ? false : undefined);
    const count = x64 && size !== 'f' ? 16 : 8;
    for (let n = 0; n < count; n++) {
      const rex = size === 'b' && n > 3;
      add(numbered(n), `@${size}${n.toString(16)}${rex ? 'R' : ''}`, size, n, rex ? true : undefined);
    }
  };
  const general = (size: Size) => (n: number) => `r${n}${size === address ? '' : size}`;
  if (x64) addClass('q', 'Rq', QWORD, general('q'));
  addClass('d', 'Rd', DWORD, general('d'));
  addClass('w', 'Rw', WORD, general('w'));
  addClass('b', 'Rb', BYTE, general('b'));
  names.set('Ra', `@${address}`);
  addClass('f', 'Rf', [], n => `st${n}`);
  addClass('o', 'xmm', [], n => `xmm${n}`);
  addClass('y', 'ymm', [], n => `ymm${n}`);

  const all = new Map(byInternal);
  for (const [name, internal] of names) {
    const register = byInternal.get(internal);
    if (register !== undefined) all.set(name, register);
  }
  return { names, byInternal, find: text => all.get(text) };
}

const SIZE_NAMES: ReadonlyMap<Size, string> = new Map([...SIZE_WORDS].map(([word, size]) => [size, word]));

/** All registers, by size. */
export function groupRegisters({ names, byInternal }: Registers): readonly RegisterGroup[] {
  const all = [...byInternal.values()];
  return all
    .filter(({ number }) => number < 0)
    .map(({ size, name }) => ({
      size: SIZE_NAMES.get(size) ?? 'st',
      variable: name,
      names: all
        .filter(register => register.size === size && register.number >= 0)
        .map(({ internal }) => [...names].filter(([, other]) => other === internal).map(([own]) => own)),
    }));
}

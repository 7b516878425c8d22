/** The registers of arm64 by their size, as lists of what the assembler knows show them. */
import type { RegisterGroup } from '../arch.ts';

const numbered = (letter: string, count: number): (readonly string[])[] =>
  Array.from({ length: count }, (_, number) => [`${letter}${number}`]);

/** Those of DynASM. */
export const CLASSIC_GROUPS: readonly RegisterGroup[] = [
  { size: '64 bits', variable: 'Rx', names: [...numbered('x', 30), ['x30', 'lr'], ['xzr'], ['sp']] },
  { size: '32 bits', variable: 'Rw', names: [...numbered('w', 31), ['wzr']] },
  { size: '128 bits', variable: 'Rq', names: numbered('q', 32) },
  { size: 'double', variable: 'Rd', names: numbered('d', 32) },
  { size: 'single', variable: 'Rs', names: numbered('s', 32) },
];

const ALIASES: Readonly<Record<string, string>> = { x16: 'ip0', x17: 'ip1', x29: 'fp', x30: 'lr' };

const general = (letter: string): (readonly string[])[] =>
  numbered(letter, 31).map(([name = '']) => [name, ALIASES[name] ?? []].flat());

export const STRICT_GROUPS: readonly RegisterGroup[] = [
  { size: '64 bits', variable: 'Rx', names: [...general('x'), ['xzr'], ['sp']] },
  { size: '32 bits', variable: 'Rw', names: [...general('w'), ['wzr'], ['wsp']] },
  { size: 'vector', variable: 'Rv', names: numbered('v', 32) },
  { size: '128 bits', variable: 'Rq', names: numbered('q', 32) },
  { size: 'double', variable: 'Rd', names: numbered('d', 32) },
  { size: 'single', variable: 'Rs', names: numbered('s', 32) },
  { size: 'half', variable: 'Rh', names: numbered('h', 32) },
  { size: '8 bits', variable: 'Rb', names: numbered('b', 32) },
];

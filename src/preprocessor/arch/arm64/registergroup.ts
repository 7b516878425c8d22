/** The registers of arm64 by their size, as lists of what the assembler knows show them. */
import type { RegisterGroup } from '../arch.ts';

const numbered = (letter: string, count: number): (readonly string[])[] =>
  Array.from({ length: count }, (_, number) => [`${letter}${number}`]);

export const REGISTER_GROUPS: readonly RegisterGroup[] = [
  { size: '64 bits', variable: 'Rx', names: [...numbered('x', 30), ['x30', 'lr'], ['xzr'], ['sp']] },
  { size: '32 bits', variable: 'Rw', names: [...numbered('w', 31), ['wzr']] },
  { size: '128 bits', variable: 'Rq', names: numbered('q', 32) },
  { size: 'double', variable: 'Rd', names: numbered('d', 32) },
  { size: 'single', variable: 'Rs', names: numbered('s', 32) },
];

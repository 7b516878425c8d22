/** The parts of code that have a name of their own, as profilers and debuggers show them. */
import type { NewCode } from './newcode.ts';

interface NamedPart {
  readonly name: string;
  readonly start: number;
  /** The offset behind it. */
  readonly end: number;
}

/** From each symbol to the next one. What stands in front of the first one has the name of the code. */
export function namedParts({ symbols, bytes, name }: NewCode): readonly NamedPart[] {
  const starts = symbols.map(symbol => ({ start: symbol.offset, name: symbol.name }));
  if (starts[0]?.start !== 0) starts.unshift({ start: 0, name });
  return starts
    .map((part, index) => ({ ...part, end: starts[index + 1]?.start ?? bytes.length }))
    .filter(({ start, end }) => end > start);
}

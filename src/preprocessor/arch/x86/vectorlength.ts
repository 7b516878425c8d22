/**
 * Writes out the rows of the instruction table that stand for several vector lengths (notation.ts,
 * `EVEX.VL`), or for one without and one with a new destination (`ND?`), and the memory whose size a tuple
 * says. Takes a row; returns the rows that it stands for.
 */

/** What a row of a mnemonic says on one architecture, and the heading above it. */
export interface MnemonicRow {
  readonly operands: string;
  /** With the mnemonic's condition in place of `<cc>`. */
  readonly encoding: string;
  readonly features: string;
}

/** Tuples that say how large memory is, as parts of the vector length. */
const PARTS: Readonly<Record<string, number>> = { fv: 1, hv: 2, qv: 4, ov: 8 };
const REGISTERS: Readonly<Record<number, string>> = { 128: 'xmm', 256: 'ymm', 512: 'zmm' };

export function isTuple(text: string): boolean {
  return Object.hasOwn(PARTS, text) || /^u\d+$/.test(text);
}

/** The rows that a row with EVEX stands for. */
export function expandLengths(row: MnemonicRow, tuple: string | undefined): readonly MnemonicRow[] {
  if (row.encoding.includes('.ND?')) return expandDestination(row);
  if (!row.encoding.startsWith('EVEX.VL.')) {
    const [, length = '128'] = /^EVEX\.(\d+)/.exec(row.encoding) ?? [];
    return [withLength(row, Number(length), tuple)];
  }
  return [128, 256, 512].map(length => {
    const { operands, encoding, features } = withLength(row, length, tuple);
    return {
      operands: length === 512 ? operands : operands.replaceAll(/\{(?:er|sae)\}/g, ''),
      encoding: encoding.replace('EVEX.VL.', `EVEX.${length}.`),
      features: length === 512 ? features : withVl(features),
    };
  });
}

/** Without a new destination, and with one: a register as large as the first operand. */
function expandDestination({ operands, encoding, features }: MnemonicRow): readonly MnemonicRow[] {
  const [, size = ''] = /^r?\/?m?(8|v|y)\b/.exec(operands) ?? [];
  return [
    { operands, encoding: encoding.replace('.ND?', ''), features },
    { operands: `r${size}, ${operands}`, encoding: encoding.replace('?', ''), features },
  ];
}

/** AVX512VL brings AVX512F; AVX10 brings AVX512VL. */
function withVl(features: string): string {
  if (features.includes('AVX10')) return features;
  return features.includes(' AVX512F') ? features.replace('AVX512F', 'AVX512VL') : `${features} AVX512VL`;
}

function withLength(row: MnemonicRow, length: number, tuple: string | undefined): MnemonicRow {
  const register = (part: number): string => REGISTERS[Math.max(128, length / part)] ?? '';
  const memory = tuple === undefined ? 'm' : `m${length / (PARTS[tuple] ?? 1)}`;
  const operands = row.operands
    .replaceAll(/(?<![\w{])([vh])(?![\w}])/g, (_, part: string) => register(LETTERS[part] ?? 1))
    .replaceAll(/(?<![\w{])m(?![\w}])/g, memory)
    .replaceAll(
      /\b(vm\d+)([vh])\b/g,
      (_, kind: string, part: string) => kind + register(LETTERS[part] ?? 1)[0],
    );
  const unit = tuple?.startsWith('u') === true ? ` ${tuple}` : '';
  return { ...row, operands, encoding: row.encoding + unit };
}

/** Parts of the vector length. */
const LETTERS: Readonly<Record<string, number>> = { v: 1, h: 2 };

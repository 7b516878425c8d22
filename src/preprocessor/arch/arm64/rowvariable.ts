/**
 * The variables of the instruction table: what may stand in `<…>` in a row. A variable has alternatives, and
 * each alternative says by what the keys are replaced. `expandRow` takes the columns of a row; returns the
 * columns of each form that it stands for.
 */
import { CONDITIONS } from './conditionname.ts';

/** For one alternative of a variable: the text that each key in `<…>` is replaced by. */
type Alternative = Readonly<Record<string, string>>;

/** A line of names for the keys, and a line for each alternative; `-` is an empty text. */
function alternatives(keys: string, ...lines: readonly string[]): readonly Alternative[] {
  const names = keys.split(/ +/);
  return lines.map(line => {
    const texts = line.split(/ +/);
    return Object.fromEntries(names.map((name, n) => [name, texts[n] === '-' ? '' : (texts[n] ?? '')]));
  });
}

/* prettier-ignore */
const VARIABLES: Readonly<Record<string, readonly Alternative[]>> = {
  /** A general register of 32 or 64 bits. */
  R: alternatives('R sf SP', 'W 0 WSP', 'X 1 SP'),
  /** add and sub; the opposite is for negative immediates. */
  as: alternatives('as op opposite', 'add 0 1', 'sub 1 0'),
  cmp: alternatives('cmp op opposite', 'cmn 0 1', 'cmp 1 0'),
  /** A floating-point register. */
  F: alternatives('F ftype +', 'S 00 -', 'D 01 -', 'H 11 FEAT_FP16'),
  /**
   * The arrangement of a vector. Tw: with elements of twice the size in 128 bits; Tp: the same in as many
   * bits as T; Tq: with elements of four times the size; Ts: the size of an element; Tl: twice that; `2`: the
   * end of the names of instructions that work on the upper half; b1 … b4, e1 … e4: the bytes of so many
   * registers or elements; xtl: immh and immb for a shift by 0.
   */
  T: alternatives('T size Q sz Ts Tw Tp Tq 2 Tl xtl b1 b2 b3 b4 e1 e2 e3 e4',
                  '8B 00 0 - B 8H 4H 2S - H 0001000 8 16 24 32 1 2 3 4',
                  '16B 00 1 - B 8H 8H 4S 2 H 0001000 16 32 48 64 1 2 3 4',
                  '4H 01 0 - H 4S 2S 1D - S 0010000 8 16 24 32 2 4 6 8',
                  '8H 01 1 - H 4S 4S 2D 2 S 0010000 16 32 48 64 2 4 6 8',
                  '2S 10 0 0 S 2D 1D - - D 0100000 8 16 24 32 4 8 12 16',
                  '4S 10 1 0 S 2D 2D - 2 D 0100000 16 32 48 64 4 8 12 16',
                  '1D 11 0 1 D 1Q - - - - - 8 16 24 32 8 16 24 32',
                  '2D 11 1 1 D 1Q - - 2 - - 16 32 48 64 8 16 24 32'),
  /** A scalar register of the vector instructions. Vw: twice the size. */
  V: alternatives('V size sz Vw Vh', 'B 00 - H -', 'H 01 - S B', 'S 10 0 D H', 'D 11 1 - S'),
  cond: CONDITIONS.flatMap((names, code) =>
    names.map(cond => ({ cond, code: code.toString(2).padStart(4, '0') }))),
  /** Memory order of atomic operations: acquire and release. */
  order: alternatives('order A L', '- 0 0', 'a 1 0', 'al 1 1', 'l 0 1'),
  /** Operations of the atomic loads and stores. */
  atomic: alternatives('atomic aop', 'add 0000', 'clr 0001', 'eor 0010', 'set 0011', 'smax 0100', 'smin 0101',
                       'umax 0110', 'umin 0111'),
  release: alternatives('release L', '- 0', 'l 1'),
  /** Bytes and halfwords. */
  bh: alternatives('bh bhz', 'b 00', 'h 01'),
  /** Sizes of exclusive and atomic accesses. */
  xs: alternatives('xs xr xz', 'b W 00', 'h W 01', '- W 10', '- X 11'),
  ldst: alternatives('ldst r scale am ls v opc',
                     'strb W 1 0 00 0 00', 'ldrb W 1 0 00 0 01', 'ldrsb X 1 0 00 0 10', 'ldrsb W 1 0 00 0 11',
                     'strh W 2 1 01 0 00', 'ldrh W 2 1 01 0 01', 'ldrsh X 2 1 01 0 10', 'ldrsh W 2 1 01 0 11',
                     'str W 4 2 10 0 00', 'ldr W 4 2 10 0 01', 'ldrsw X 4 2 10 0 10',
                     'str X 8 3 11 0 00', 'ldr X 8 3 11 0 01',
                     'str H 2 1 01 1 00', 'ldr H 2 1 01 1 01', 'str S 4 2 10 1 00', 'ldr S 4 2 10 1 01',
                     'str D 8 3 11 1 00', 'ldr D 8 3 11 1 01', 'str Q 16 4 00 1 10', 'ldr Q 16 4 00 1 11'),
  ldst8: alternatives('ldst8 opc', 'str 00', 'ldr 01'),
  unscaled: alternatives('unscaled r ls v opc',
                         'sturb W 00 0 00', 'ldurb W 00 0 01', 'ldursb X 00 0 10', 'ldursb W 00 0 11',
                         'sturh W 01 0 00', 'ldurh W 01 0 01', 'ldursh X 01 0 10', 'ldursh W 01 0 11',
                         'stur W 10 0 00', 'ldur W 10 0 01', 'ldursw X 10 0 10', 'stur X 11 0 00', 'ldur X 11 0 01',
                         'stur B 00 1 00', 'ldur B 00 1 01', 'stur H 01 1 00', 'ldur H 01 1 01',
                         'stur S 10 1 00', 'ldur S 10 1 01', 'stur D 11 1 00', 'ldur D 11 1 01',
                         'stur Q 00 1 10', 'ldur Q 00 1 11'),
  unpriv: alternatives('unpriv r ls opc',
                       'sttrb W 00 00', 'ldtrb W 00 01', 'ldtrsb X 00 10', 'ldtrsb W 00 11',
                       'sttrh W 01 00', 'ldtrh W 01 01', 'ldtrsh X 01 10', 'ldtrsh W 01 11',
                       'sttr W 10 00', 'ldtr W 10 01', 'ldtrsw X 10 10', 'sttr X 11 00', 'ldtr X 11 01'),
  pair: alternatives('pair r scale po v l',
                     'stp W 4 00 0 0', 'ldp W 4 00 0 1', 'stp X 8 10 0 0', 'ldp X 8 10 0 1',
                     'stp S 4 00 1 0', 'ldp S 4 00 1 1', 'stp D 8 01 1 0', 'ldp D 8 01 1 1',
                     'stp Q 16 10 1 0', 'ldp Q 16 10 1 1'),
  pairnt: alternatives('pairnt r scale po v l',
                       'stnp W 4 00 0 0', 'ldnp W 4 00 0 1', 'stnp X 8 10 0 0', 'ldnp X 8 10 0 1',
                       'stnp S 4 00 1 0', 'ldnp S 4 00 1 1', 'stnp D 8 01 1 0', 'ldnp D 8 01 1 1',
                       'stnp Q 16 10 1 0', 'ldnp Q 16 10 1 1'),
  /** Pairs that are accessed as at EL0. */
  pairt: alternatives('pairt r scale v l', 'sttp X 8 0 0', 'ldtp X 8 0 1', 'sttp Q 16 1 0', 'ldtp Q 16 1 1'),
  pairtnt: alternatives('pairtnt r scale v l', 'sttnp X 8 0 0', 'ldtnp X 8 0 1', 'sttnp Q 16 1 0', 'ldtnp Q 16 1 1'),
  /** Operations of the atomics that access as at EL0. */
  lop: alternatives('lop lo', 'add 0000', 'clr 0001', 'set 0011'),
  /** Sizes and operations of the floating-point atomics. */
  E: alternatives('E ez', 'H 01', 'S 10', 'D 11'),
  fop: alternatives('fop fo', 'add 000', 'max 100', 'min 101', 'maxnm 110', 'minnm 111'),
  stg: alternatives('stg tag', 'stg 00', 'stzg 01', 'st2g 10', 'stz2g 11'),
  /** Registers of floating point of any size, as loads with acquire order encode them. */
  Z: alternatives('Z zs zh', 'B 00 0', 'H 01 0', 'S 10 0', 'D 11 0', 'Q 00 1'),
  cf: alternatives('cf cpy', 'f 0', '- 1'),
  stage: alternatives('stage st', 'p 00', 'm 01', 'e 10'),
  so: alternatives('so sop', '- 00', 't 01', 'n 10', 'tn 11'),
  /** Key A or B of pointer authentication. */
  key: alternatives('key k', 'a 0', 'b 1'),
  crc: alternatives('crc sz2 Rc x', 'b 00 W 0', 'h 01 W 0', 'w 10 W 0', 'x 11 X 1'),
  /** Two instructions that differ in one bit. */
  us: alternatives('us U', 's 0', 'u 1'),
  /** Options of the memory copy: unprivileged reads and writes, non-temporal ones. */
  wt: alternatives('wt o1', '- 00', 'wt 01', 'rt 10', 't 11'),
  nt: alternatives('nt o2', '- 00', 'wn 01', 'rn 10', 'n 11'),
};

const OWNERS = new Map(
  Object.entries(VARIABLES).flatMap(([variable, [first = {}]]) =>
    Object.keys(first).map(key => [key, variable] as const),
  ),
);

/** Names for sets of alternatives in the column `variables`. */
const SETS: Readonly<Record<string, string>> = {
  BHS: '8B 16B 4H 8H 2S 4S',
  BHSD: '8B 16B 4H 8H 2S 4S 2D',
  HS: '4H 8H 2S 4S',
  SD: '2S 4S 2D',
  BH: '8B 16B 4H 8H',
  B: '8B 16B',
  H: '4H 8H',
  S: '2S 4S',
  ALL: '8B 16B 4H 8H 2S 4S 1D 2D',
};

/** The columns of a row; `variables` is empty where all alternatives are meant. */
export interface Row {
  readonly mnemonic: string;
  readonly operands: string;
  readonly encoding: string;
  readonly variables: string;
  readonly features: string;
}

/**
 * All rows that a row stands for, without variables. A key belongs to several variables (`size`, `sz`, `L`):
 * then it goes with the one that the row uses.
 */
export function expandRow(row: Row): readonly Row[] {
  const texts = `${row.mnemonic} ${row.operands} ${row.encoding}`;
  const keys = [...texts.matchAll(/<([^>]+)>/g)].map(([, key = '']) => key);
  const chosen = new Map(
    row.variables === '' ? [] : row.variables.split('; ').map(text => text.split('=') as [string, string]),
  );
  const used = new Set<string>(chosen.keys());
  for (const key of keys) if (VARIABLES[key] !== undefined) used.add(key);
  for (const key of keys) {
    if ([...used].some(name => VARIABLES[name]?.[0]?.[key] !== undefined)) continue;
    const owner = OWNERS.get(key);
    if (owner === undefined) throw new SyntaxError(`there is no variable <${key}>`);
    used.add(owner);
  }
  let rows: readonly Row[] = [row];
  for (const name of used) {
    const listed = chosen.get(name);
    const set = name === 'T' ? SETS[listed ?? ''] : undefined;
    const names = listed === undefined ? undefined : (set ?? listed).split(' ');
    const choices = alternativesOf(name).filter(choice => names?.includes(choice[name] || '-') ?? true);
    if (choices.length === 0) throw new SyntaxError(`${listed} are no alternatives of ${name}`);
    rows = rows.flatMap(each => choices.map(choice => replaceKeys(each, choice)));
  }
  return rows;
}

function alternativesOf(name: string): readonly Alternative[] {
  const found = VARIABLES[name];
  if (found === undefined) throw new SyntaxError(`there is no variable ${name}`);
  return found;
}

function replaceKeys(row: Row, choice: Alternative): Row {
  const replace = (text: string): string =>
    text.includes('<') ? text.replace(/<([^>]+)>/g, (all, key: string) => choice[key] ?? all) : text;
  return {
    mnemonic: replace(row.mnemonic),
    operands: replace(row.operands),
    encoding: replace(row.encoding),
    variables: row.variables,
    features: choice['+']
      ? row.features === 'BASE'
        ? choice['+']
        : `${row.features} ${choice['+']}`
      : row.features,
  };
}

/**
 * Operands that are names: barriers, prefetch operations, operations on caches, system registers.
 * `NAMED_VALUES` has the sets that the instruction table names.
 */
import {
  CACHE_OPERATIONS,
  findSystemRegister,
  GENERIC,
  genericName,
  systemRegisterName,
} from './systemname.ts';

export interface NamedSet {
  /** The bits of a name, which is in lower case; undefined if there is no such name. */
  find(name: string): number | undefined;
  /** The name that stands for these bits; undefined if there is none. */
  nameOf(bits: number): string | undefined;
  readonly names: readonly string[];
  /** What it is, in messages: `a barrier option`. */
  readonly words: string;
  /** Numbers up to this one are accepted, too; −1: none. */
  readonly max: number;
}

function makeSet(words: string, max: number, values: ReadonlyMap<string, number>): NamedSet {
  return {
    find: name => values.get(name),
    nameOf: bits =>
      [...values].find(([, value]) => value === bits)?.[0] ?? (bits <= max ? `#${bits}` : undefined),
    names: [...values.keys()],
    words,
    max,
  };
}

/** Names in the order of their bits; `-` is a hole. */
function listed(words: string, max: number, names: string): NamedSet {
  const values = names
    .trim()
    .split(/\s+/)
    .map((name, bits) => [name, bits] as const);
  return makeSet(words, max, new Map(values.filter(([name]) => name !== '-')));
}

/** Fields of pstate of several bits, by op1 and op2. */
const PSTATE = new Map([
  ['daifset', 0o36],
  ['daifclr', 0o37],
]);

/** Those of one bit. */
const PSTATE_FLAGS = new Map([
  ['spsel', 0o05],
  ['uao', 0o03],
  ['pan', 0o04],
  ['ssbs', 0o31],
  ['dit', 0o32],
  ['tco', 0o34],
]);

const PREFETCHES = `
  pldl1keep pldl1strm pldl2keep pldl2strm pldl3keep pldl3strm pldslckeep pldslcstrm
  plil1keep plil1strm plil2keep plil2strm plil3keep plil3strm plislckeep plislcstrm
  pstl1keep pstl1strm pstl2keep pstl2strm pstl3keep pstl3strm pstslckeep pstslcstrm`;

/** The system registers that have 128 bits. */
const REGISTERS_128: ReadonlySet<string> = new Set([
  'par_el1',
  'rcwmask_el1',
  'rcwsmask_el1',
  'ttbr0_el1',
  'ttbr1_el1',
  'ttbr0_el12',
  'ttbr1_el12',
  'ttbr0_el2',
  'ttbr1_el2',
  'vttbr_el2',
]);

export const NAMED_VALUES: Readonly<Record<string, NamedSet>> = {
  barrier: listed('a barrier option', 15, '- oshld oshst osh - nshld nshst nsh - ishld ishst ish - ld st sy'),
  isb: makeSet('a barrier option', 15, new Map([['sy', 15]])),
  /** Those with nXS, in bits 3:2 of CRm. */
  nxs: listed('a barrier option', -1, 'oshnxs nshnxs ishnxs synxs'),
  prfop: listed('a prefetch operation', 31, PREFETCHES),
  /** Where the others belong to RPRFM. */
  prfop24: listed('a prefetch operation', 23, PREFETCHES),
  smza: makeSet(
    'sm or za',
    -1,
    new Map([
      ['sm', 1],
      ['za', 2],
    ]),
  ),
  bti: listed('a target of branches', -1, '- c j jc'),
  rcontext: listed('rctx', -1, 'rctx'),
  pstate: makeSet('a field of pstate', -1, PSTATE),
  flag: makeSet('a field of pstate', -1, PSTATE_FLAGS),
  ...Object.fromEntries(
    ['allint', 'svcrsm', 'svcrza', 'svcrsmza', 'csync', 'dsync'].map(name => [name, listed(name, -1, name)]),
  ),
  sysreg: {
    find: findSystemRegister,
    nameOf: systemRegisterName,
    names: [],
    words: 'a system register, such as nzcv or s3_3_c4_c2_0',
    max: -1,
  },
  sysreg128: {
    find: name => (GENERIC.test(name) || REGISTERS_128.has(name) ? findSystemRegister(name) : undefined),
    nameOf: bits => {
      const name = systemRegisterName(bits);
      return REGISTERS_128.has(name) ? name : genericName(bits);
    },
    names: [...REGISTERS_128],
    words: 'a system register of 128 bits, such as par_el1 or s3_0_c7_c4_0',
    max: -1,
  },
  ...Object.fromEntries(
    Object.entries(CACHE_OPERATIONS).map(([name, values]) => [
      name,
      makeSet(`an operation of ${name.replace(/t$/, '')}`, -1, values),
    ]),
  ),
};

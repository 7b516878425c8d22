/**
 * The names of system registers, and of operations on caches and address translation, with their encodings
 * (Arm ARM, D24 and C5). A register is o0:op1:CRn:CRm:op2 as in MRS, an operation op1:CRn:CRm:op2 as in SYS.
 */
import { SYSTEM_REGISTERS } from './table/systemregister.ts';

/** Names that another register has when it is written. */
const WRITTEN: readonly (readonly [name: string, same: string])[] = [['dbgdtrtx_el0', 'dbgdtrrx_el0']];

/** The names that `name[0-7]_el1` stands for; others stand for themselves. */
function series(name: string): readonly string[] {
  const [, head = '', from = '', to = '', tail = ''] = /^(.*)\[(\d+)-(\d+)\](.*)$/.exec(name) ?? [];
  if (from === '') return [name];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `${head}${Number(from) + n}${tail}`);
}

function parseRegisters(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (name: string, op0: number, op1: number, crn: number, crm: number, op2: number): void => {
    found.set(name, ((op0 - 2) << 14) + (op1 << 11) + (crn << 7) + (crm << 3) + op2);
  };
  for (const line of SYSTEM_REGISTERS.trim().split('\n')) {
    const [op0 = '', op1 = '', crn = '', ...groups] = line.split(/ +/);
    for (const group of groups) {
      const [place = '', names = ''] = group.split('=');
      const [crm, op2] = place.split('.').map(Number);
      for (const [n, name] of names.split(',').flatMap(series).entries()) {
        add(name, Number(op0), Number(op1), Number(crn), crm ?? 0, (op2 ?? 0) + n);
      }
    }
  }
  for (let n = 0; n < 31; n++) {
    add(`pmevcntr${n}_el0`, 3, 3, 14, 8 + (n >> 3), n & 7);
    add(`pmevtyper${n}_el0`, 3, 3, 14, 12 + (n >> 3), n & 7);
  }
  for (let n = 0; n < 16; n++) {
    add(`dbgbvr${n}_el1`, 2, 0, 0, n, 4);
    add(`dbgbcr${n}_el1`, 2, 0, 0, n, 5);
    add(`dbgwvr${n}_el1`, 2, 0, 0, n, 6);
    add(`dbgwcr${n}_el1`, 2, 0, 0, n, 7);
    add(`amevcntr0${n}_el0`, 3, 3, 13, 4 + (n >> 3), n & 7);
    add(`amevtyper0${n}_el0`, 3, 3, 13, 6 + (n >> 3), n & 7);
    add(`amevcntr1${n}_el0`, 3, 3, 13, 12 + (n >> 3), n & 7);
    add(`amevtyper1${n}_el0`, 3, 3, 13, 14 + (n >> 3), n & 7);
  }
  for (const [name, same] of WRITTEN) found.set(name, found.get(same) ?? 0);
  return found;
}

let registers: ReadonlyMap<string, number> | undefined;

/** A register by its encoding. */
export const GENERIC = /^s([23])_([0-7])_c(\d|1[0-5])_c(\d|1[0-5])_([0-7])$/;

/** o0:op1:CRn:CRm:op2 of a register, by its name or as `s3_3_c4_c2_0`. The name is in lower case. */
export function findSystemRegister(name: string): number | undefined {
  const parts = GENERIC.exec(name);
  if (parts === null) return (registers ??= parseRegisters()).get(name);
  const [op0 = 0, op1 = 0, crn = 0, crm = 0, op2 = 0] = parts.slice(1).map(Number);
  return ((op0 - 2) << 14) | (op1 << 11) | (crn << 7) | (crm << 3) | op2;
}

/** The name of a register. */
export function systemRegisterName(bits: number): string {
  for (const [name, value] of (registers ??= parseRegisters())) if (value === bits) return name;
  return genericName(bits);
}

export function genericName(bits: number): string {
  return `s${2 + (bits >> 14)}_${(bits >> 11) & 7}_c${(bits >> 7) & 15}_c${(bits >> 3) & 15}_${bits & 7}`;
}

/** All names. */
export function systemRegisterNames(): readonly string[] {
  return [...(registers ??= parseRegisters()).keys()];
}

/** op1:CRn:CRm:op2 by the names of operations, `name=op1.CRn.CRm.op2`. */
function operations(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map(each => {
        const [name = '', place = ''] = each.split('=');
        const [op1 = 0, crn = 0, crm = 0, op2 = 0] = place.split('.').map(Number);
        return [name, (op1 << 11) | (crn << 7) | (crm << 3) | op2] as const;
      }),
  );
}

/**
 * TLBI operations exist with `nxs` behind the name, which is CRn 9. `names`: operations of one CRm, by
 * op1.CRm.
 */
function invalidations(text: string): ReadonlyMap<string, number> {
  const plain = operations(text.replaceAll(/=(\d)\./g, '=$1.8.'));
  return new Map([...plain, ...[...plain].map(([name, bits]) => [`${name}nxs`, bits + (1 << 7)] as const)]);
}

/** The sets of `ic`, `dc`, `at` and `tlbi`; those with `t` take a register. */
export const CACHE_OPERATIONS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  ic: operations('ialluis=0.7.1.0 iallu=0.7.5.0'),
  ict: operations('ivau=3.7.5.1'),
  dc: operations(`
    zva=3.7.4.1 gva=3.7.4.3 gzva=3.7.4.4 ivac=0.7.6.1 isw=0.7.6.2 igvac=0.7.6.3 igsw=0.7.6.4 igdvac=0.7.6.5
    igdsw=0.7.6.6 cvac=3.7.10.1 cgvac=3.7.10.3 cgdvac=3.7.10.5 csw=0.7.10.2 cgsw=0.7.10.4 cgdsw=0.7.10.6
    cvau=3.7.11.1 cvap=3.7.12.1 cgvap=3.7.12.3 cgdvap=3.7.12.5 cvadp=3.7.13.1 cgvadp=3.7.13.3 cgdvadp=3.7.13.5
    civac=3.7.14.1 cigvac=3.7.14.3 cigdvac=3.7.14.5 cisw=0.7.14.2 cigsw=0.7.14.4 cigdsw=0.7.14.6
    cvaoc=3.7.11.0 cgdvaoc=3.7.11.7 civaoc=3.7.15.0 cigdvaoc=3.7.15.7 civaps=0.7.15.1 cigdvaps=0.7.15.5
    cipapa=6.7.14.1 cigdpapa=6.7.14.5 cipae=4.7.14.0 cigdpae=4.7.14.7`),
  at: operations(`
    s1e1r=0.7.8.0 s1e1w=0.7.8.1 s1e0r=0.7.8.2 s1e0w=0.7.8.3 s1e1rp=0.7.9.0 s1e1wp=0.7.9.1 s1e1a=0.7.9.2
    s1e2r=4.7.8.0 s1e2w=4.7.8.1 s12e1r=4.7.8.4 s12e1w=4.7.8.5 s12e0r=4.7.8.6 s12e0w=4.7.8.7 s1e2a=4.7.9.2
    s1e3r=6.7.8.0 s1e3w=6.7.8.1 s1e3a=6.7.9.2`),
  tlbi: invalidations(`
    vmalle1os=0.1.0 vmalle1is=0.3.0 vmalle1=0.7.0 alle2os=4.1.0 alle1os=4.1.4 vmalls12e1os=4.1.6 alle2is=4.3.0
    alle1is=4.3.4 vmalls12e1is=4.3.6 alle2=4.7.0 alle1=4.7.4 vmalls12e1=4.7.6 alle3os=6.1.0 alle3is=6.3.0
    alle3=6.7.0 paall=6.7.4 paallos=6.1.4`),
  tlbit: invalidations(`
    vae1os=0.1.1 aside1os=0.1.2 vaae1os=0.1.3 vale1os=0.1.5 vaale1os=0.1.7
    rvae1is=0.2.1 rvaae1is=0.2.3 rvale1is=0.2.5 rvaale1is=0.2.7
    vae1is=0.3.1 aside1is=0.3.2 vaae1is=0.3.3 vale1is=0.3.5 vaale1is=0.3.7
    rvae1os=0.5.1 rvaae1os=0.5.3 rvale1os=0.5.5 rvaale1os=0.5.7
    rvae1=0.6.1 rvaae1=0.6.3 rvale1=0.6.5 rvaale1=0.6.7
    vae1=0.7.1 aside1=0.7.2 vaae1=0.7.3 vale1=0.7.5 vaale1=0.7.7
    ipas2e1is=4.0.1 ripas2e1is=4.0.2 ipas2le1is=4.0.5 ripas2le1is=4.0.6
    vae2os=4.1.1 vale2os=4.1.5 rvae2is=4.2.1 rvale2is=4.2.5 vae2is=4.3.1 vale2is=4.3.5
    ipas2e1os=4.4.0 ipas2e1=4.4.1 ripas2e1=4.4.2 ripas2e1os=4.4.3 ipas2le1os=4.4.4 ipas2le1=4.4.5
    ripas2le1=4.4.6 ripas2le1os=4.4.7 rvae2os=4.5.1 rvale2os=4.5.5 rvae2=4.6.1 rvale2=4.6.5 vae2=4.7.1 vale2=4.7.5
    vae3os=6.1.1 vale3os=6.1.5 rvae3is=6.2.1 rvale3is=6.2.5 vae3is=6.3.1 vale3is=6.3.5 rpaos=6.4.3 rpalos=6.4.7
    rvae3os=6.5.1 rvale3os=6.5.5 rvae3=6.6.1 rvale3=6.6.5 vae3=6.7.1 vale3=6.7.5`),
};

/**
 * The names of system registers, and of operations on caches and address translation, with their encodings
 * (Arm ARM, D24 and C5). A register is o0:op1:CRn:CRm:op2 as in MRS, an operation op1:CRn:CRm:op2 as in SYS.
 */

/** Registers, a group a line: op0, op1, CRn, then `CRm.op2=names`, the names of successive op2. */
const REGISTERS = `
3 3 4   2.0=nzcv,daif 2.5=dit,ssbs,tco 4.0=fpcr,fpsr,fpmr 5.0=dspsr_el0,dlr_el0
3 3 13  0.2=tpidr_el0,tpidrro_el0 0.5=tpidr2_el0 0.7=scxtnum_el0
3 3 0   0.1=ctr_el0 0.7=dczid_el0
3 3 14  0.0=cntfrq_el0,cntpct_el0,cntvct_el0 0.5=cntpctss_el0,cntvctss_el0 2.0=cntp_tval_el0,cntp_ctl_el0,cntp_cval_el0 3.0=cntv_tval_el0,cntv_ctl_el0,cntv_cval_el0
3 3 2   4.0=rndr,rndrrs 5.1=gcspr_el0
3 3 9   12.0=pmcr_el0,pmcntenset_el0,pmcntenclr_el0,pmovsclr_el0,pmswinc_el0,pmselr_el0,pmceid0_el0,pmceid1_el0 13.0=pmccntr_el0,pmxevtyper_el0,pmxevcntr_el0 14.0=pmuserenr_el0 14.3=pmovsset_el0
3 0 0   0.0=midr_el1 0.5=mpidr_el1,revidr_el1 1.0=id_pfr0_el1,id_pfr1_el1,id_dfr0_el1,id_afr0_el1,id_mmfr0_el1,id_mmfr1_el1,id_mmfr2_el1,id_mmfr3_el1 2.0=id_isar0_el1,id_isar1_el1,id_isar2_el1,id_isar3_el1,id_isar4_el1,id_isar5_el1,id_mmfr4_el1,id_isar6_el1 3.0=mvfr0_el1,mvfr1_el1,mvfr2_el1 3.4=id_pfr2_el1,id_dfr1_el1,id_mmfr5_el1 4.0=id_aa64pfr0_el1,id_aa64pfr1_el1,id_aa64pfr2_el1 4.4=id_aa64zfr0_el1,id_aa64smfr0_el1 4.7=id_aa64fpfr0_el1 5.0=id_aa64dfr0_el1,id_aa64dfr1_el1 5.4=id_aa64afr0_el1,id_aa64afr1_el1 6.0=id_aa64isar0_el1,id_aa64isar1_el1,id_aa64isar2_el1,id_aa64isar3_el1 7.0=id_aa64mmfr0_el1,id_aa64mmfr1_el1,id_aa64mmfr2_el1,id_aa64mmfr3_el1,id_aa64mmfr4_el1
3 1 0   0.0=ccsidr_el1,clidr_el1,ccsidr2_el1 0.4=gmid_el1 0.6=smidr_el1,aidr_el1
3 2 0   0.0=csselr_el1
3 4 0   0.0=vpidr_el2 0.5=vmpidr_el2
3 0 1   0.0=sctlr_el1,actlr_el1,cpacr_el1,sctlr2_el1 0.5=rgsr_el1,gcr_el1 2.0=zcr_el1,trfcr_el1 2.4=smpri_el1 2.6=smcr_el1
3 4 1   0.0=sctlr_el2,actlr_el2 0.3=sctlr2_el2 1.0=hcr_el2,mdcr_el2,cptr_el2,hstr_el2,hfgrtr_el2,hfgwtr_el2,hfgitr_el2,hacr_el2 2.0=zcr_el2,trfcr_el2,hcrx_el2 2.5=smprimap_el2,smcr_el2 3.1=sder32_el2
3 5 1   0.0=sctlr_el12 0.2=cpacr_el12,sctlr2_el12 2.0=zcr_el12,trfcr_el12 2.6=smcr_el12
3 6 1   0.0=sctlr_el3,actlr_el3 0.3=sctlr2_el3 1.0=scr_el3,sder32_el3,cptr_el3 2.0=zcr_el3 2.6=smcr_el3 3.1=mdcr_el3
3 0 2   0.0=ttbr0_el1,ttbr1_el1,tcr_el1,tcr2_el1 1.0=apiakeylo_el1,apiakeyhi_el1,apibkeylo_el1,apibkeyhi_el1 2.0=apdakeylo_el1,apdakeyhi_el1,apdbkeylo_el1,apdbkeyhi_el1 3.0=apgakeylo_el1,apgakeyhi_el1 5.0=gcscr_el1,gcspr_el1,gcscre0_el1
3 4 2   0.0=ttbr0_el2,ttbr1_el2,tcr_el2,tcr2_el2 1.0=vttbr_el2 1.2=vtcr_el2 2.0=vncr_el2 5.0=gcscr_el2,gcspr_el2 6.0=vsttbr_el2 6.2=vstcr_el2
3 5 2   0.0=ttbr0_el12,ttbr1_el12,tcr_el12,tcr2_el12 5.0=gcscr_el12,gcspr_el12
3 6 2   0.0=ttbr0_el3 0.2=tcr_el3 5.0=gcscr_el3,gcspr_el3
3 4 3   0.0=dacr32_el2 1.4=hdfgrtr_el2,hdfgwtr_el2,hafgrtr_el2
3 0 4   0.0=spsr_el1,elr_el1 1.0=sp_el0 2.0=spsel 2.2=currentel,pan,uao 3.0=allint 3.1=pm 6.0=icc_pmr_el1
3 4 4   0.0=spsr_el2,elr_el2 1.0=sp_el1 3.0=spsr_irq,spsr_abt,spsr_und,spsr_fiq
3 5 4   0.0=spsr_el12,elr_el12
3 6 4   0.0=spsr_el3,elr_el3 1.0=sp_el2
3 0 5   1.0=afsr0_el1,afsr1_el1 2.0=esr_el1 3.0=erridr_el1,errselr_el1 4.0=erxfr_el1,erxctlr_el1,erxstatus_el1,erxaddr_el1,erxpfgf_el1,erxpfgctl_el1,erxpfgcdn_el1 5.0=erxmisc0_el1,erxmisc1_el1,erxmisc2_el1,erxmisc3_el1 6.0=tfsr_el1,tfsre0_el1
3 4 5   0.1=ifsr32_el2 1.0=afsr0_el2,afsr1_el2 2.0=esr_el2 2.3=vsesr_el2 3.0=fpexc32_el2 6.0=tfsr_el2
3 5 5   1.0=afsr0_el12,afsr1_el12 2.0=esr_el12 6.0=tfsr_el12
3 6 5   1.0=afsr0_el3,afsr1_el3 2.0=esr_el3 6.0=tfsr_el3
3 0 6   0.0=far_el1
3 4 6   0.0=far_el2 0.4=hpfar_el2
3 5 6   0.0=far_el12
3 6 6   0.0=far_el3 0.5=mfar_el3
3 0 7   4.0=par_el1
3 0 9   9.0=pmscr_el1 9.2=pmsicr_el1,pmsirr_el1,pmsfcr_el1,pmsevfr_el1,pmslatfr_el1,pmsidr_el1 10.0=pmblimitr_el1,pmbptr_el1 10.3=pmbsr_el1 10.7=pmbidr_el1 11.0=trblimitr_el1,trbptr_el1,trbbaser_el1,trbsr_el1,trbmar_el1 11.6=trbtrg_el1,trbidr_el1 14.1=pmintenset_el1,pmintenclr_el1 14.6=pmmir_el1
3 4 9   9.0=pmscr_el2
3 5 9   9.0=pmscr_el12
3 0 10  2.0=mair_el1,mair2_el1,pire0_el1,pir_el1,por_el1,s2por_el1 3.0=amair_el1,amair2_el1 4.0=lorsa_el1,lorea_el1,lorn_el1,lorc_el1 4.4=mpamidr_el1 5.0=mpam1_el1,mpam0_el1
3 3 10  2.4=por_el0
3 4 10  1.1=mair2_el2 2.0=mair_el2 2.2=pire0_el2,pir_el2,por_el2,s2pir_el2 3.0=amair_el2,amair2_el2 4.0=mpamhcr_el2,mpamvpmv_el2 5.0=mpam2_el2 6.0=mpamvpm0_el2,mpamvpm1_el2,mpamvpm2_el2,mpamvpm3_el2,mpamvpm4_el2,mpamvpm5_el2,mpamvpm6_el2,mpamvpm7_el2
3 5 10  2.0=mair_el12,mair2_el12,pire0_el12,pir_el12,por_el12 3.0=amair_el12,amair2_el12 5.0=mpam1_el12
3 6 10  1.1=mair2_el3 2.0=mair_el3 2.3=pir_el3,por_el3 3.0=amair_el3,amair2_el3 5.0=mpam3_el3
3 0 12  0.0=vbar_el1,rvbar_el1,rmr_el1 1.0=isr_el1,disr_el1 8.0=icc_iar0_el1,icc_eoir0_el1,icc_hppir0_el1,icc_bpr0_el1,icc_ap0r0_el1,icc_ap0r1_el1,icc_ap0r2_el1,icc_ap0r3_el1 9.0=icc_ap1r0_el1,icc_ap1r1_el1,icc_ap1r2_el1,icc_ap1r3_el1 9.5=icc_nmiar1_el1 11.1=icc_dir_el1 11.3=icc_rpr_el1 11.5=icc_sgi1r_el1,icc_asgi1r_el1,icc_sgi0r_el1 12.0=icc_iar1_el1,icc_eoir1_el1,icc_hppir1_el1,icc_bpr1_el1,icc_ctlr_el1,icc_sre_el1,icc_igrpen0_el1,icc_igrpen1_el1
3 4 12  0.0=vbar_el2,rvbar_el2,rmr_el2 1.1=vdisr_el2 8.0=ich_ap0r0_el2,ich_ap0r1_el2,ich_ap0r2_el2,ich_ap0r3_el2 9.0=ich_ap1r0_el2,ich_ap1r1_el2,ich_ap1r2_el2,ich_ap1r3_el2 9.5=icc_sre_el2 11.0=ich_hcr_el2,ich_vtr_el2,ich_misr_el2,ich_eisr_el2 11.5=ich_elrsr_el2 11.7=ich_vmcr_el2 12.0=ich_lr0_el2,ich_lr1_el2,ich_lr2_el2,ich_lr3_el2,ich_lr4_el2,ich_lr5_el2,ich_lr6_el2,ich_lr7_el2 13.0=ich_lr8_el2,ich_lr9_el2,ich_lr10_el2,ich_lr11_el2,ich_lr12_el2,ich_lr13_el2,ich_lr14_el2,ich_lr15_el2
3 5 12  0.0=vbar_el12
3 6 12  0.0=vbar_el3,rvbar_el3,rmr_el3 12.4=icc_ctlr_el3,icc_sre_el3 12.7=icc_igrpen1_el3
3 0 13  0.1=contextidr_el1 0.3=rcwsmask_el1,tpidr_el1,accdata_el1,rcwmask_el1,scxtnum_el1
3 4 13  0.1=contextidr_el2,tpidr_el2 0.7=scxtnum_el2
3 5 13  0.1=contextidr_el12 0.7=scxtnum_el12
3 6 13  0.2=tpidr_el3 0.7=scxtnum_el3
3 0 14  1.0=cntkctl_el1
3 4 14  0.3=cntvoff_el2 0.6=cntpoff_el2 1.0=cnthctl_el2 2.0=cnthp_tval_el2,cnthp_ctl_el2,cnthp_cval_el2 3.0=cnthv_tval_el2,cnthv_ctl_el2,cnthv_cval_el2 4.0=cnthvs_tval_el2,cnthvs_ctl_el2,cnthvs_cval_el2 5.0=cnthps_tval_el2,cnthps_ctl_el2,cnthps_cval_el2
3 5 14  1.0=cntkctl_el12 2.0=cntp_tval_el02,cntp_ctl_el02,cntp_cval_el02 3.0=cntv_tval_el02,cntv_ctl_el02,cntv_cval_el02
3 7 14  2.0=cntps_tval_el1,cntps_ctl_el1,cntps_cval_el1
2 0 0   0.2=osdtrrx_el1 2.0=mdccint_el1 2.2=mdscr_el1 3.2=osdtrtx_el1 6.2=oseccr_el1
2 0 1   0.0=mdrar_el1 0.4=oslar_el1 1.4=oslsr_el1 3.4=osdlr_el1 4.4=dbgprcr_el1
2 0 7   8.6=dbgclaimset_el1 9.6=dbgclaimclr_el1 14.6=dbgauthstatus_el1
2 3 0   1.0=mdccsr_el0 4.0=dbgdtr_el0 5.0=dbgdtrrx_el0
2 4 0   7.0=dbgvcr32_el2
2 1 9   0.0=brbcr_el1,brbfcr_el1,brbts_el1 1.0=brbinfinj_el1,brbsrcinj_el1,brbtgtinj_el1 2.0=brbidr0_el1
2 4 9   0.0=brbcr_el2
2 5 9   0.0=brbcr_el12
3 3 13  2.0=amcr_el0,amcfgr_el0,amcgcr_el0,amuserenr_el0,amcntenclr0_el0,amcntenset0_el0,amcg1idr_el0 3.0=amcntenclr1_el0,amcntenset1_el0
3 3 14  15.7=pmccfiltr_el0
`;

/** Names that another register has when it is written. */
const WRITTEN: readonly (readonly [name: string, same: string])[] = [['dbgdtrtx_el0', 'dbgdtrrx_el0']];

function parseRegisters(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (name: string, op0: number, op1: number, crn: number, crm: number, op2: number): void => {
    found.set(name, ((op0 - 2) << 14) | (op1 << 11) | (crn << 7) | (crm << 3) | op2);
  };
  for (const line of REGISTERS.trim().split('\n')) {
    const [op0 = '', op1 = '', crn = '', ...groups] = line.split(/ +/);
    for (const group of groups) {
      const [place = '', names = ''] = group.split('=');
      const [crm, op2] = place.split('.').map(Number);
      for (const [n, name] of names.split(',').entries()) {
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

const GENERIC = /^s([23])_([0-7])_c(\d|1[0-5])_c(\d|1[0-5])_([0-7])$/;

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

/**
 * The system registers (Arm ARM, D24), a group a line: op0, op1, CRn, then `CRm.op2=names`, the names of
 * successive op2, and then of the next CRm. `trcidr[0-7]` stands for eight names.
 */
export const SYSTEM_REGISTERS = `
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
2 0 0   4.2=mdselr_el1 5.2=mdstepop_el1
2 0 9   13.0=spmcgcr0_el1,spmcgcr1_el1 13.3=spmaccessr_el1,spmiidr_el1,spmdevarch_el1,spmdevaff_el1,spmcfgr_el1 14.1=spmintenset_el1,spmintenclr_el1
2 0 14  8.0=pmevcntsvr[0-30]_el1,pmccntsvr_el1,pmicntsvr_el1
2 1 0   0.1=trctraceidr,trcvictlr 0.4=trcseqevr0,trccntrldvr0,trcidr8,trcimspec0,trcprgctlr,trcqctlr,trcviiectlr 1.4=trcseqevr1,trccntrldvr1,trcidr9,trcimspec1,trcprocselr,trciteedcr,trcvissctlr 2.4=trcseqevr2,trccntrldvr2,trcidr10,trcimspec2,trcstatr 3.2=trcvipcssctlr 3.5=trccntrldvr3,trcidr11,trcimspec3,trcconfigr 4.5=trccntctlr0,trcidr12,trcimspec4 5.5=trccntctlr1,trcidr13,trcimspec5,trcauxctlr 6.4=trcseqrstevr,trccntctlr2 6.7=trcimspec6 7.4=trcseqstr,trccntctlr3 7.7=trcimspec7,trceventctl0r 8.2=trcvdctlr 8.4=trcextinselr,trccntvr0 8.7=trcidr0,trceventctl1r 9.2=trcvdsacctlr 9.4=trcextinselr1,trccntvr1 9.7=trcidr1,trcrsr 10.2=trcvdarcctlr 10.4=trcextinselr2,trccntvr2 10.7=trcidr2,trcstallctlr 11.4=trcextinselr3,trccntvr3 11.7=trcidr3,trctsctlr 12.7=trcidr4,trcsyncpr 13.7=trcidr5,trcccctlr 14.7=trcidr6,trcbbctlr 15.7=trcidr7
2 1 1   0.1=trcrsctlr16,trcssccr0,trcsspcicr0,trcoslar 1.1=trcrsctlr17,trcssccr1,trcsspcicr1,trcoslsr 2.0=trcrsctlr2,trcrsctlr18,trcssccr2,trcsspcicr2 3.0=trcrsctlr3,trcrsctlr19,trcssccr3,trcsspcicr3 4.0=trcrsctlr4,trcrsctlr20,trcssccr4,trcsspcicr4,trcpdcr 5.0=trcrsctlr5,trcrsctlr21,trcssccr5,trcsspcicr5,trcpdsr 6.0=trcrsctlr6,trcrsctlr22,trcssccr6,trcsspcicr6 7.0=trcrsctlr7,trcrsctlr23,trcssccr7,trcsspcicr7 8.0=trcrsctlr8,trcrsctlr24,trcsscsr0 9.0=trcrsctlr9,trcrsctlr25,trcsscsr1 10.0=trcrsctlr10,trcrsctlr26,trcsscsr2 11.0=trcrsctlr11,trcrsctlr27,trcsscsr3 12.0=trcrsctlr12,trcrsctlr28,trcsscsr4 13.0=trcrsctlr13,trcrsctlr29,trcsscsr5 14.0=trcrsctlr14,trcrsctlr30,trcsscsr6 15.0=trcrsctlr15,trcrsctlr31,trcsscsr7
2 1 2   0.0=trcacvr0,trcacvr8,trcacatr0,trcacatr8,trcdvcvr0,trcdvcvr4,trcdvcmr0,trcdvcmr4 2.0=trcacvr1,trcacvr9,trcacatr1,trcacatr9 4.0=trcacvr2,trcacvr10,trcacatr2,trcacatr10,trcdvcvr1,trcdvcvr5,trcdvcmr1,trcdvcmr5 6.0=trcacvr3,trcacvr11,trcacatr3,trcacatr11 8.0=trcacvr4,trcacvr12,trcacatr4,trcacatr12,trcdvcvr2,trcdvcvr6,trcdvcmr2,trcdvcmr6 10.0=trcacvr5,trcacvr13,trcacatr5,trcacatr13 12.0=trcacvr6,trcacvr14,trcacatr6,trcacatr14,trcdvcvr3,trcdvcvr7,trcdvcmr3,trcdvcmr7 14.0=trcacvr7,trcacvr15,trcacatr7,trcacatr15
2 1 3   0.0=trccidcvr0,trcvmidcvr0,trccidcctlr0 1.2=trccidcctlr1 2.0=trccidcvr1,trcvmidcvr1,trcvmidcctlr0 3.2=trcvmidcctlr1 4.0=trccidcvr2,trcvmidcvr2 6.0=trccidcvr3,trcvmidcvr3 8.0=trccidcvr4,trcvmidcvr4 10.0=trccidcvr5,trcvmidcvr5 12.0=trccidcvr6,trcvmidcvr6 14.0=trccidcvr7,trcvmidcvr7
2 1 7   0.4=trcitctrl 2.7=trcdevid 3.7=trcdevtype 4.7=trcpidr4 5.7=trcpidr5 6.7=trcpidr6 7.7=trcpidr7 8.6=trcclaimset,trcpidr0 9.6=trcclaimclr,trcpidr1 10.6=trcdevaff0,trcpidr2 11.6=trcdevaff1,trcpidr3 12.6=trclar,trccidr0 13.6=trclsr,trccidr1 14.6=trcauthstatus,trccidr2 15.6=trcdevarch,trccidr3
2 1 8   0.0=brbinf0_el1,brbsrc0_el1,brbtgt0_el1 0.4=brbinf16_el1,brbsrc16_el1,brbtgt16_el1 1.0=brbinf1_el1,brbsrc1_el1,brbtgt1_el1 1.4=brbinf17_el1,brbsrc17_el1,brbtgt17_el1 2.0=brbinf2_el1,brbsrc2_el1,brbtgt2_el1 2.4=brbinf18_el1,brbsrc18_el1,brbtgt18_el1 3.0=brbinf3_el1,brbsrc3_el1,brbtgt3_el1 3.4=brbinf19_el1,brbsrc19_el1,brbtgt19_el1 4.0=brbinf4_el1,brbsrc4_el1,brbtgt4_el1 4.4=brbinf20_el1,brbsrc20_el1,brbtgt20_el1 5.0=brbinf5_el1,brbsrc5_el1,brbtgt5_el1 5.4=brbinf21_el1,brbsrc21_el1,brbtgt21_el1 6.0=brbinf6_el1,brbsrc6_el1,brbtgt6_el1 6.4=brbinf22_el1,brbsrc22_el1,brbtgt22_el1 7.0=brbinf7_el1,brbsrc7_el1,brbtgt7_el1 7.4=brbinf23_el1,brbsrc23_el1,brbtgt23_el1 8.0=brbinf8_el1,brbsrc8_el1,brbtgt8_el1 8.4=brbinf24_el1,brbsrc24_el1,brbtgt24_el1 9.0=brbinf9_el1,brbsrc9_el1,brbtgt9_el1 9.4=brbinf25_el1,brbsrc25_el1,brbtgt25_el1 10.0=brbinf10_el1,brbsrc10_el1,brbtgt10_el1 10.4=brbinf26_el1,brbsrc26_el1,brbtgt26_el1 11.0=brbinf11_el1,brbsrc11_el1,brbtgt11_el1 11.4=brbinf27_el1,brbsrc27_el1,brbtgt27_el1 12.0=brbinf12_el1,brbsrc12_el1,brbtgt12_el1 12.4=brbinf28_el1,brbsrc28_el1,brbtgt28_el1 13.0=brbinf13_el1,brbsrc13_el1,brbtgt13_el1 13.4=brbinf29_el1,brbsrc29_el1,brbtgt29_el1 14.0=brbinf14_el1,brbsrc14_el1,brbtgt14_el1 14.4=brbinf30_el1,brbsrc30_el1,brbtgt30_el1 15.0=brbinf15_el1,brbsrc15_el1,brbtgt15_el1 15.4=brbinf31_el1,brbsrc31_el1,brbtgt31_el1
2 2 0   0.0=teecr32_el1
2 2 1   0.0=teehbr32_el1
2 3 9   12.0=spmcr_el0,spmcntenset_el0,spmcntenclr_el0,spmovsclr_el0,spmzr_el0,spmselr_el0 14.3=spmovsset_el0
2 3 14  0.0=spmevcntr[0-15]_el0,spmevtyper[0-15]_el0,spmevfiltr[0-15]_el0,spmevfilt2r[0-15]_el0
2 4 9   13.3=spmaccessr_el2
2 5 9   13.3=spmaccessr_el12
2 6 9   13.3=spmaccessr_el3 14.7=spmrootcr_el3
2 7 9   14.7=spmscr_el1
3 0 0   0.4=mpuir_el1 5.2=id_aa64dfr2_el1
3 0 1   2.3=trcitecr_el1 4.0=sctlrmask_el1,actlrmask_el1,cpacrmask_el1,sctlr2mask_el1,cpacralias_el1,actlralias_el1,sctlralias_el1,sctlr2alias_el1
3 0 2   7.2=tcrmask_el1,tcr2mask_el1 7.6=tcralias_el1,tcr2alias_el1
3 0 5   3.2=erxgsr_el1
3 0 6   0.5=pfar_el1 1.1=prenr_el1 2.1=prselr_el1 8.0=prbar_el1,prlar_el1 8.4=prbar1_el1,prlar1_el1 9.0=prbar2_el1,prlar2_el1 9.4=prbar3_el1,prlar3_el1 10.0=prbar4_el1,prlar4_el1 10.4=prbar5_el1,prlar5_el1 11.0=prbar6_el1,prlar6_el1 11.4=prbar7_el1,prlar7_el1 12.0=prbar8_el1,prlar8_el1 12.4=prbar9_el1,prlar9_el1 13.0=prbar10_el1,prlar10_el1 13.4=prbar11_el1,prlar11_el1 14.0=prbar12_el1,prlar12_el1 14.4=prbar13_el1,prlar13_el1 15.0=prbar14_el1,prlar14_el1 15.4=prbar15_el1,prlar15_el1
3 0 9   9.1=pmsnevfr_el1 10.4=pmsdsfr_el1,pmbmar_el1 11.5=trbmpam_el1 13.3=pmsscr_el1 14.4=pmuacr_el1,pmecr_el1 14.7=pmiar_el1
3 0 10  4.5=mpambwidr_el1 4.7=lorid_el1 5.3=mpamsm_el1,mpambw1_el1,mpambw0_el1 5.7=mpambwsm_el1
3 3 4   2.2=svcr
3 3 9   4.0=pmicntr_el0 6.0=pmicfiltr_el0 13.4=pmzr_el0
3 4 0   0.4=mpuir_el2
3 4 1   2.3=trcitecr_el2 4.0=sctlrmask_el2,actlrmask_el2,cptrmask_el2,sctlr2mask_el2
3 4 2   3.2=hdbssbr_el2,hdbssprod_el2,hacdbsbr_el2,hacdbscons_el2 7.2=tcrmask_el2,tcr2mask_el2
3 4 3   1.0=hdfgrtr2_el2,hdfgwtr2_el2,hfgrtr2_el2,hfgwtr2_el2 1.7=hfgitr2_el2
3 4 6   0.5=pfar_el2 1.1=prenr_el2 2.1=prselr_el2 8.0=prbar_el2,prlar_el2 8.4=prbar1_el2,prlar1_el2 9.0=prbar2_el2,prlar2_el2 9.4=prbar3_el2,prlar3_el2 10.0=prbar4_el2,prlar4_el2 10.4=prbar5_el2,prlar5_el2 11.0=prbar6_el2,prlar6_el2 11.4=prbar7_el2,prlar7_el2 12.0=prbar8_el2,prlar8_el2 12.4=prbar9_el2,prlar9_el2 13.0=prbar10_el2,prlar10_el2 13.4=prbar11_el2,prlar11_el2 14.0=prbar12_el2,prlar12_el2 14.4=prbar13_el2,prlar13_el2 15.0=prbar14_el2,prlar14_el2 15.4=prbar15_el2,prlar15_el2
3 4 9   10.3=pmbsr_el2 11.3=trbsr_el2
3 4 10  5.4=mpambw2_el2 5.6=mpambwcap_el2 8.0=mecid_p0_el2,mecid_a0_el2,mecid_p1_el2,mecid_a1_el2 8.7=mecidr_el2,vmecid_p_el2,vmecid_a_el2
3 4 13  8.0=amevcntvoff00_el2,amevcntvoff01_el2,amevcntvoff02_el2,amevcntvoff03_el2,amevcntvoff04_el2,amevcntvoff05_el2,amevcntvoff06_el2,amevcntvoff07_el2,amevcntvoff08_el2,amevcntvoff09_el2,amevcntvoff010_el2,amevcntvoff011_el2,amevcntvoff012_el2,amevcntvoff013_el2,amevcntvoff014_el2,amevcntvoff015_el2,amevcntvoff[10-19]_el2,amevcntvoff[110-115]_el2
3 4 14  0.4=cntscale_el2,cntiscale_el2 0.7=cntvfrq_el2
3 5 1   0.1=actlr_el12 2.3=trcitecr_el12 4.0=sctlrmask_el12,actlrmask_el12,cpacrmask_el12,sctlr2mask_el12
3 5 2   7.2=tcrmask_el12,tcr2mask_el12
3 5 6   0.5=pfar_el12
3 5 9   10.3=pmbsr_el12 11.3=trbsr_el12
3 5 10  5.4=mpambw1_el12
3 6 1   1.5=fgwte3_el3
3 6 2   1.4=gptbr_el3,gpcbw_el3,gpccr_el3
3 6 5   2.3=vsesr_el3
3 6 9   10.3=pmbsr_el3 11.3=trbsr_el3
3 6 10  5.4=mpambw3_el3 10.1=mecid_rl_a_el3
3 6 12  1.1=vdisr_el3
`;

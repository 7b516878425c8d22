/** Instructions of processors of the past, and VIA’s PadLock. notation.ts explains the columns. */
export const HISTORIC = `
# CENTAUR_AIS
altinst     |            | 0F 3F        | x86
# CL1INVMB
cl1invmb    |            | 0F 0A        | x86
# INTEL286_ONLY
loadall286  |            | 0F 05        | x86
storeall    |            | 0F 04        | x86
# INTEL386_A0_ONLY
ibts        | r/m16, r16 | o16 0F A7 /r | x86
ibts        | r/m32, r32 | 0F A7 /r     | x86
xbts        | r16, r/m16 | o16 0F A6 /r | x86
xbts        | r32, r/m32 | 0F A6 /r     | x86
# INTEL386_ONLY
loadall     |            | 0F 07        | x86
# INTEL486_A_ONLY
cmpxchg486  | r/m8, r8   | 0F A6 /r     | x86
cmpxchg486  | r/m16, r16 | o16 0F A7 /r | x86
cmpxchg486  | r/m32, r32 | 0F A7 /r     | x86
# PADLOCK_ACE
xcryptcbc   |            | F3 0F A7 D0
xcryptcfb   |            | F3 0F A7 E0
xcryptctr   |            | F3 0F A7 D8
xcryptecb   |            | F3 0F A7 C8
xcryptofb   |            | F3 0F A7 E8
# PADLOCK_GMI
ccs_encrypt |            | F3 0F A7 F0
ccs_hash    |            | F3 0F A6 E8
# PADLOCK_PHE
xsha1       |            | F3 0F A6 C8
xsha256     |            | F3 0F A6 D0
xsha512     |            | F3 0F A6 E0
xsha512_alt |            | F3 0F A6 D8
# PADLOCK_PMM
montmul     |            | F3 0F A6 C0
# PADLOCK_RNG
xstore      |            | 0F A7 C0
xstore_alt  |            | F3 0F A7 F8
# UMOV
umov        | r/m8, r8   | 0F 10 /r     | x86
umov        | r/m16, r16 | o16 0F 11 /r | x86
umov        | r/m32, r32 | 0F 11 /r     | x86
umov        | r8, r/m8   | 0F 12 /r     | x86
umov        | r16, r/m16 | o16 0F 13 /r | x86
umov        | r32, r/m32 | 0F 13 /r     | x86
# IA64
jmpe        | imm32      | 0F B8 id     | x86
jmpe        | imm16      | o16 0F B8 iw | x86
jmpe        | r/m16      | o16 0F 00 /6 | x86
jmpe        | r/m32      | 0F 00 /6     | x86
# UDBG
rdudbg      |            | 0F 0E
wrudbg      |            | 0F 0F
# FPU
fdisi       |            | 9B DB E1
feni        |            | 9B DB E0
fndisi      |            | DB E1
fneni       |            | DB E0
fnsetpm     |            | DB E4
fnstdw      | ax         | DF E1        | x86
fnstsg      | ax         | DF E2        | x86
frstpm      |            | DB E5        | x86
fsetpm      |            | 9B DB E4
fstdw       | ax         | 9B DF E1     | x86
fstpnce     | sti        | D9 D8+r
fstsg       | ax         | 9B DF E2     | x86
# PCOMMIT
pcommit     |            | 66 0F AE F8
`;

/** Branches, exceptions, system and pointer authentication. rownotation.ts explains the columns. */
export const BRANCH = `
# BASE
b            | rel26                                          | 0 00101 imm26
bl           | rel26                                          | 1 00101 imm26
b.<cond>     | rel19                                          | 0101010 0 imm19 0 <code>
b<cond>      | rel19                                          | 0101010 0 imm19 0 <code>
br           | Xn                                             | 1101011 0 0 00 11111 0000 0 0 Rn 00000
blr          | Xn                                             | 1101011 0 0 01 11111 0000 0 0 Rn 00000
ret          |                                                | 1101011 0 0 10 11111 0000 0 0 11110 00000
ret          | Xn                                             | 1101011 0 0 10 11111 0000 0 0 Rn 00000
eret         |                                                | 1101011 0 100 11111 0000 0 0 11111 00000
drps         |                                                | 1101011 0 101 11111 000000 11111 00000
cbz          | <R>t, rel19                                    | <sf> 011010 0 imm19 Rt
cbnz         | <R>t, rel19                                    | <sf> 011010 1 imm19 Rt
tbz          | Wt, #b40, rel14                                | 0 011011 0 b40 imm14 Rt
tbz          | Xt, #b5:b40, rel14                             | b5 011011 0 b40 imm14 Rt
tbnz         | Wt, #b40, rel14                                | 0 011011 1 b40 imm14 Rt
tbnz         | Xt, #b5:b40, rel14                             | b5 011011 1 b40 imm14 Rt

svc          | #imm16                                         | 11010100 000 imm16 000 01
hvc          | #imm16                                         | 11010100 000 imm16 000 10
smc          | #imm16                                         | 11010100 000 imm16 000 11
brk          | #imm16                                         | 11010100 001 imm16 000 00
// DynASM's own spelling
brk          |                                                | 11010100 001 0000000000000000 000 00 hidden
hlt          | #imm16                                         | 11010100 010 imm16 000 00
dcps1        | {, #imm16}                                     | 11010100 101 imm16 000 01
dcps2        | {, #imm16}                                     | 11010100 101 imm16 000 10
dcps3        | {, #imm16}                                     | 11010100 101 imm16 000 11
udf          | #imm16                                         | 0000000000000000 imm16

nop          |                                                | 11010101000000110010 0000 000 11111
yield        |                                                | 11010101000000110010 0000 001 11111
wfe          |                                                | 11010101000000110010 0000 010 11111
wfi          |                                                | 11010101000000110010 0000 011 11111
sev          |                                                | 11010101000000110010 0000 100 11111
sevl         |                                                | 11010101000000110010 0000 101 11111
csdb         |                                                | 11010101000000110010 0010 100 11111
# FEAT_RAS
esb          |                                                | 11010101000000110010 0010 000 11111
# FEAT_SPE
psb          | csync                                          | 11010101000000110010 0010 001 11111
# FEAT_TRF
tsb          | csync                                          | 11010101000000110010 0010 010 11111
# FEAT_GCS
gcsb         | dsync                                          | 11010101000000110010 0010 011 11111
# FEAT_DGH
dgh          |                                                | 11010101000000110010 0000 110 11111
# FEAT_CLRBHB
clrbhb       |                                                | 11010101000000110010 0010 110 11111
# FEAT_CHK
chkfeat      | X16                                            | 11010101000000110010 0101 000 11111
# FEAT_BTI
bti          |                                                | 11010101000000110010 0100 000 11111
bti          | bti@bti2                                       | 11010101000000110010 0100 bti2 0 11111
# BASE
dmb          | barrier@CRm                                    | 11010101000000110011 CRm 1 01 11111
ssbb         |                                                | 11010101000000110011 0000 1 00 11111
pssbb        |                                                | 11010101000000110011 0100 1 00 11111
dfb          |                                                | 11010101000000110011 1100 1 00 11111 hidden
dsb          | barrier@CRm                                    | 11010101000000110011 CRm 1 00 11111
isb          |                                                | 11010101000000110011 1111 1 10 11111
isb          | isb@CRm                                        | 11010101000000110011 CRm 1 10 11111
clrex        |                                                | 11010101000000110011 1111 0 10 11111
clrex        | #CRm                                           | 11010101000000110011 CRm 0 10 11111
# FEAT_XS
dsb          | nxs@nxs2                                       | 11010101000000110011 nxs2 10 0 01 11111
# FEAT_SB
sb           |                                                | 11010101000000110011 0000 1 11 11111
# FEAT_WFxT
wfet         | Xt                                             | 11010101000000110001 0000 000 Rt
wfit         | Xt                                             | 11010101000000110001 0000 001 Rt
# BASE
mrs          | Xt, sysreg@o0:op1:CRn:CRm:op2                  | 1101010100 1 1 o0 op1 CRn CRm op2 Rt
msr          | pstate@op1:op2, #CRm                           | 1101010100 0 00 op1 0100 CRm op2 11111
msr          | flag@op1:op2, #imm1                            | 1101010100 0 00 op1 0100 000 imm1 op2 11111
# FEAT_NMI
msr          | allint, #imm1                                  | 1101010100 0 00 001 0100 000 imm1 000 11111
# FEAT_SME
msr          | svcrsm, #imm1                                  | 1101010100 0 00 011 0100 001 imm1 011 11111
msr          | svcrza, #imm1                                  | 1101010100 0 00 011 0100 010 imm1 011 11111
msr          | svcrsmza, #imm1                                | 1101010100 0 00 011 0100 011 imm1 011 11111
# BASE
msr          | sysreg@o0:op1:CRn:CRm:op2, Xt                  | 1101010100 0 1 o0 op1 CRn CRm op2 Rt
ic           | ic@op1:CRn:CRm:op2                             | 1101010100 0 01 op1 CRn CRm op2 11111
ic           | ict@op1:CRn:CRm:op2, Xt                        | 1101010100 0 01 op1 CRn CRm op2 Rt
dc           | dc@op1:CRn:CRm:op2, Xt                         | 1101010100 0 01 op1 CRn CRm op2 Rt
at           | at@op1:CRn:CRm:op2, Xt                         | 1101010100 0 01 op1 CRn CRm op2 Rt
tlbi         | tlbi@op1:CRn:CRm:op2                           | 1101010100 0 01 op1 CRn CRm op2 11111
tlbi         | tlbit@op1:CRn:CRm:op2, Xt                      | 1101010100 0 01 op1 CRn CRm op2 Rt
# FEAT_SPECRES
cfp          | rcontext, Xt                                   | 1101010100 0 01 011 0111 0011 100 Rt
dvp          | rcontext, Xt                                   | 1101010100 0 01 011 0111 0011 101 Rt
cpp          | rcontext, Xt                                   | 1101010100 0 01 011 0111 0011 111 Rt
# FEAT_SPECRES2
cosp         | rcontext, Xt                                   | 1101010100 0 01 011 0111 0011 110 Rt
# BASE
sys          | #op1, Cn, Cm, #op2                             | 1101010100 0 01 op1 CRn CRm op2 11111
sys          | #op1, Cn, Cm, #op2, Xt                         | 1101010100 0 01 op1 CRn CRm op2 Rt
sysl         | Xt, #op1, Cn, Cm, #op2                         | 1101010100 1 01 op1 CRn CRm op2 Rt
hint         | #CRm:op2                                       | 11010101000000110010 CRm op2 11111

# FEAT_PAuth
pacia1716    |                                                | 11010101000000110010 0001 000 11111
pacib1716    |                                                | 11010101000000110010 0001 010 11111
autia1716    |                                                | 11010101000000110010 0001 100 11111
autib1716    |                                                | 11010101000000110010 0001 110 11111
paciaz       |                                                | 11010101000000110010 0011 000 11111
paciasp      |                                                | 11010101000000110010 0011 001 11111
pacibz       |                                                | 11010101000000110010 0011 010 11111
pacibsp      |                                                | 11010101000000110010 0011 011 11111
autiaz       |                                                | 11010101000000110010 0011 100 11111
autiasp      |                                                | 11010101000000110010 0011 101 11111
autibz       |                                                | 11010101000000110010 0011 110 11111
autibsp      |                                                | 11010101000000110010 0011 111 11111
xpaclri      |                                                | 11010101000000110010 0000 111 11111
xpaci        | Xd                                             | 1 10 11010110 00001 01000 0 11111 Rd
xpacd        | Xd                                             | 1 10 11010110 00001 01000 1 11111 Rd
paci<key>    | Xd, Xn|SP                                      | 1 10 11010110 00001 00000 <k> Rn Rd
pacd<key>    | Xd, Xn|SP                                      | 1 10 11010110 00001 00001 <k> Rn Rd
auti<key>    | Xd, Xn|SP                                      | 1 10 11010110 00001 00010 <k> Rn Rd
autd<key>    | Xd, Xn|SP                                      | 1 10 11010110 00001 00011 <k> Rn Rd
paciz<key>   | Xd                                             | 1 10 11010110 00001 00100 <k> 11111 Rd
pacdz<key>   | Xd                                             | 1 10 11010110 00001 00101 <k> 11111 Rd
autiz<key>   | Xd                                             | 1 10 11010110 00001 00110 <k> 11111 Rd
autdz<key>   | Xd                                             | 1 10 11010110 00001 00111 <k> 11111 Rd
pacga        | Xd, Xn, Xm|SP                                  | 1 00 11010110 Rm 001100 Rn Rd
bra<key>z    | Xn                                             | 1101011 0 000 11111 00001 <k> Rn 11111
blra<key>z   | Xn                                             | 1101011 0 001 11111 00001 <k> Rn 11111
bra<key>     | Xn, Xm|SP                                      | 1101011 1 000 11111 00001 <k> Rn Rm
blra<key>    | Xn, Xm|SP                                      | 1101011 1 001 11111 00001 <k> Rn Rm
reta<key>    |                                                | 1101011 0 010 11111 00001 <k> 11111 11111
ereta<key>   |                                                | 1101011 0 100 11111 00001 <k> 11111 11111
ldra<key>    | Xt, [Xn|SP]                                    | 11 111 0 00 <k> 0 1 000000000 0 1 Rn Rt
ldra<key>    | Xt, [Xn|SP, #sS:imm9*8]                        | 11 111 0 00 <k> S 1 imm9 0 1 Rn Rt
ldra<key>    | Xt, [Xn|SP]!                                   | 11 111 0 00 <k> 0 1 000000000 1 1 Rn Rt
ldra<key>    | Xt, [Xn|SP, #sS:imm9*8]!                       | 11 111 0 00 <k> S 1 imm9 1 1 Rn Rt
# FEAT_LS64
ld64b        | Xt≤22e, [Xn|SP]                                    | 11 111 0 00 001 11111 1101 00 Rn Rt
st64b        | Xt≤22e, [Xn|SP]                                    | 11 111 0 00 001 11111 1001 00 Rn Rt
st64bv       | Xs, Xt≤22e, [Xn|SP]                            | 11 111 0 00 001 Rs 1011 00 Rn Rt
st64bv0      | Xs, Xt≤22e, [Xn|SP]                            | 11 111 0 00 001 Rs 1010 00 Rn Rt
# FEAT_GCS
gcspushm     | Xt                                             | 1101010100 0 01 011 0111 0111 000 Rt
gcspopm      |                                                | 1101010100 1 01 011 0111 0111 001 11111
gcspopm      | Xt                                             | 1101010100 1 01 011 0111 0111 001 Rt
gcspopx      |                                                | 1101010100 0 01 000 0111 0111 110 11111
gcspopcx     |                                                | 1101010100 0 01 000 0111 0111 101 11111
gcspushx     |                                                | 1101010100 0 01 000 0111 0111 100 11111
gcsss1       | Xt                                             | 1101010100 0 01 011 0111 0111 010 Rt
gcsss2       | Xt                                             | 1101010100 1 01 011 0111 0111 011 Rt
gcsstr       | Xt, [Xn|SP]                                    | 11011001 00011111 000011 Rn Rt
gcssttr      | Xt, [Xn|SP]                                    | 11011001 00011111 000111 Rn Rt
# FEAT_HBC
bc.<cond>    | rel19                                          | 0101010 0 imm19 1 <code>
# FEAT_TME
tstart       | Xd                                             | 11010101 00100011 0011 0000 011 Rd
ttest        | Xd                                             | 11010101 00100011 0011 0001 011 Rd
tcommit      |                                                | 11010101 00000011 0011 0000 011 11111
tcancel      | #imm16                                         | 11010100 011 imm16 000 00
`;

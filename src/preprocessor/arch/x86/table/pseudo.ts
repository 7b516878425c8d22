/**
 * Pseudo-operations, whose mnemonics say what is an immediate otherwise, and other names of instructions.
 * notation.ts explains the columns.
 */
export const PSEUDO = `
# SSE2
cmp<fp8>pd      | xmm, xmm/m128             | 66 0F C2 /r pp
cmp<fp8>sd      | xmm, xmm/m64              | F2 0F C2 /r pp
# SSE
cmp<fp8>ps      | xmm, xmm/m128             | 0F C2 /r pp
cmp<fp8>ss      | xmm, xmm/m32              | F3 0F C2 /r pp
# AVX
vcmp<fp>pd      | xmm, xmm, xmm/m128        | VEX.128.66.0F.WIG C2 /r pp
vcmp<fp>pd      | ymm, ymm, ymm/m256        | VEX.256.66.0F.WIG C2 /r pp
vcmp<fp>ps      | xmm, xmm, xmm/m128        | VEX.128.0F.WIG C2 /r pp
vcmp<fp>ps      | ymm, ymm, ymm/m256        | VEX.256.0F.WIG C2 /r pp
vcmp<fp>sd      | xmm, xmm, xmm/m64         | VEX.LIG.F2.0F.WIG C2 /r pp
vcmp<fp>ss      | xmm, xmm, xmm/m32         | VEX.LIG.F3.0F.WIG C2 /r pp
# AVX512F
vcmp<fp>pd      | k{k}, v, v/m/m64bcst{sae} | EVEX.VL.66.0F.W1 C2 /r pp    | fv
vcmp<fp>ps      | k{k}, v, v/m/m32bcst{sae} | EVEX.VL.0F.W0 C2 /r pp       | fv
vcmp<fp>sd      | k{k}, xmm, xmm/m64{sae}   | EVEX.LIG.F2.0F.W1 C2 /r pp
vcmp<fp>ss      | k{k}, xmm, xmm/m32{sae}   | EVEX.LIG.F3.0F.W0 C2 /r pp
vpcmp<int>d     | k{k}, v, v/m/m32bcst      | EVEX.VL.66.0F3A.W0 1F /r pp  | fv
vpcmp<uint>ud   | k{k}, v, v/m/m32bcst      | EVEX.VL.66.0F3A.W0 1E /r pp  | fv
vpcmp<int>q     | k{k}, v, v/m/m64bcst      | EVEX.VL.66.0F3A.W1 1F /r pp  | fv
vpcmp<uint>uq   | k{k}, v, v/m/m64bcst      | EVEX.VL.66.0F3A.W1 1E /r pp  | fv
# AVX512_FP16
vcmp<fp>ph      | k{k}, v, v/m/m16bcst{sae} | EVEX.VL.0F3A.W0 C2 /r pp     | fv
vcmp<fp>sh      | k{k}, xmm, xmm/m16{sae}   | EVEX.LIG.F3.0F3A.W0 C2 /r pp
# AVX512BW
vpcmp<int>b     | k{k}, v, v/m              | EVEX.VL.66.0F3A.W0 3F /r pp  | fv
vpcmp<uint>ub   | k{k}, v, v/m              | EVEX.VL.66.0F3A.W0 3E /r pp  | fv
vpcmp<int>w     | k{k}, v, v/m              | EVEX.VL.66.0F3A.W1 3F /r pp  | fv
vpcmp<uint>uw   | k{k}, v, v/m              | EVEX.VL.66.0F3A.W1 3E /r pp  | fv
# XOP
vpcom<com>b     | xmm, xmm, xmm/m128        | XOP.128.M8.W0 CC /r pp
vpcom<com>w     | xmm, xmm, xmm/m128        | XOP.128.M8.W0 CD /r pp
vpcom<com>d     | xmm, xmm, xmm/m128        | XOP.128.M8.W0 CE /r pp
vpcom<com>q     | xmm, xmm, xmm/m128        | XOP.128.M8.W0 CF /r pp
vpcom<com>ub    | xmm, xmm, xmm/m128        | XOP.128.M8.W0 EC /r pp
vpcom<com>uw    | xmm, xmm, xmm/m128        | XOP.128.M8.W0 ED /r pp
vpcom<com>ud    | xmm, xmm, xmm/m128        | XOP.128.M8.W0 EE /r pp
vpcom<com>uq    | xmm, xmm, xmm/m128        | XOP.128.M8.W0 EF /r pp
# PCLMULQDQ
pclmul<half>dq  | xmm, xmm/m128             | 66 0F 3A 44 /r pp
# PCLMULQDQ AVX
vpclmul<half>dq | xmm, xmm, xmm/m128        | VEX.128.66.0F3A.WIG 44 /r pp
# VPCLMULQDQ
vpclmul<half>dq | ymm, ymm, ymm/m256        | VEX.256.66.0F3A.WIG 44 /r pp
# VPCLMULQDQ AVX512F
vpclmul<half>dq | v, v, v/m                 | EVEX.VL.66.0F3A.WIG 44 /r pp | fv
# BASE
retn            |                           | C3
retn            | imm16                     | C2 iw
icebp           |                           | F1
xlat            |                           | D7
ud2a            |                           | 0F 0B
xacquire        |                           | F2
xrelease        |                           | F3
notrack         |                           | 3E
bnd             |                           | F2
# FPU CMOV
fcmovb          |                           | DA C1
fcmove          |                           | DA C9
fcmovbe         |                           | DA D1
fcmovu          |                           | DA D9
fcmovnb         |                           | DB C1
fcmovne         |                           | DB C9
fcmovnbe        |                           | DB D1
fcmovnu         |                           | DB D9
`;

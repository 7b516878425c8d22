/**
 * Forms of the manual that DynASM 1.5.0 refuses, mostly because it wants an operand of another size. C and
 * Lua output refuse them, too; TypeScript output takes them. notation.ts explains the columns.
 */
export const CORRECTIONS = `
# CLFSH
clflush   | m8                 | 0F AE /7
# SSE3
movddup   | xmm, m64           | F2 0F 12 /r
# BASE
push      | imm8sx16           | o16 6A ib
push      | imm16              | o16 68 iw
# BMI2
rorx      | r32, r/m32, imm8   | VEX.LZ.F2.0F3A.W0 F0 /r ib
rorx      | r64, r/m64, imm8   | VEX.LZ.F2.0F3A.W1 F0 /r ib | x64
# SSE
rsqrtss   | xmm, m32           | F3 0F 52 /r
# AVX
vcvtpd2dq | xmm, ymm/m256      | VEX.256.F2.0F.WIG E6 /r
vcvtpd2ps | xmm, ymm/m256      | VEX.256.66.0F.WIG 5A /r
# AVX2
vpmovsxbd | ymm, xmm           | VEX.256.66.0F38.WIG 21 /r
vpmovsxbq | ymm, xmm           | VEX.256.66.0F38.WIG 22 /r
vpmovsxbw | ymm, xmm           | VEX.256.66.0F38.WIG 20 /r
vpmovsxdq | ymm, xmm           | VEX.256.66.0F38.WIG 25 /r
vpmovsxwd | ymm, xmm           | VEX.256.66.0F38.WIG 23 /r
vpmovsxwq | ymm, xmm           | VEX.256.66.0F38.WIG 24 /r
vpmovzxbd | ymm, xmm           | VEX.256.66.0F38.WIG 31 /r
vpmovzxbq | ymm, xmm           | VEX.256.66.0F38.WIG 32 /r
vpmovzxbw | ymm, xmm           | VEX.256.66.0F38.WIG 30 /r
vpmovzxdq | ymm, xmm           | VEX.256.66.0F38.WIG 35 /r
vpmovzxwd | ymm, xmm           | VEX.256.66.0F38.WIG 33 /r
vpmovzxwq | ymm, xmm           | VEX.256.66.0F38.WIG 34 /r
vpslld    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG F2 /r
vpsllq    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG F3 /r
vpsllw    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG F1 /r
vpsrad    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG E2 /r
vpsraw    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG E1 /r
vpsrld    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG D2 /r
vpsrlq    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG D3 /r
vpsrlw    | ymm, ymm, xmm/m128 | VEX.256.66.0F.WIG D1 /r
# BASE
xchg      | r32, r32           | 87 /r                      | x64
`;

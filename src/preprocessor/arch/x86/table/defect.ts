/**
 * Forms that DynASM 1.5.0 takes and encodes wrongly. C and Lua output write its bytes and warn; TypeScript
 * output takes a row of correction.ts in place of it, or refuses the statement. These rows are tried before
 * all others. notation.ts explains the columns.
 */
export const DEFECTS = `
// The size word changes the opcode or adds a prefix.
# FXSR
fxsave    | m8                    | 0F AD /0
fxsave    | m16                   | o16 0F AE /0
fxrstor   | m8                    | 0F AD /1
fxrstor   | m16                   | o16 0F AE /1
# CLFSH
clflush   | m8                    | 0F AD /7
clflush   | m16                   | o16 0F AE /7
# FPU
fldenv    | m8                    | D8 /4
fldenv    | m16                   | o16 D9 /4
fnstenv   | m8                    | D8 /6
fnstenv   | m16                   | o16 D9 /6
fstenv    | m8                    | 9B D8 /6
fstenv    | m16                   | o16 9B D9 /6
// x86 does not have REX.W, which these need.
# BASE
cqo       |                       | 48 99                       | x86
cdqe      |                       | 48 98                       | x86
# AVX
vcvtsi2ss | xmm, xmm, m64         | VEX.LIG.F3.0F.W1 2A /r      | x86
vcvtsi2sd | xmm, xmm, m64         | VEX.LIG.F2.0F.W1 2A /r      | x86
vpextrq   | r/m64, xmm, imm8      | VEX.128.66.0F3A.W1 16 /r ib | x86
vpinsrq   | xmm, xmm, r/m64, imm8 | VEX.128.66.0F3A.W1 22 /r ib | x86
// The instruction clears the upper half of rax, but 90 does nothing. Rd may be eax.
# BASE
xchg      | eax, eax              | 90                          | x64
xchg      | eax, Rd               | 90+r                        | x64
xchg      | Rd, eax               | 90+r                        | x64
// x64 does not have the instruction.
into      |                       | CE                          | x64
// The hidden second source is xmm0.
# AVX
vsqrtsd   | xmm, xmm/m64          | VEX.LIG.F2.0F.WIG 51 /r
vsqrtss   | xmm, xmm/m32          | VEX.LIG.F3.0F.WIG 51 /r
// The result is an xmm register.
vcvtpd2dq | ymm, ymm/m256         | VEX.256.F2.0F.WIG E6 /r
vcvtpd2ps | ymm, ymm/m256         | VEX.256.66.0F.WIG 5A /r
// The last operand is an xmm register or oword.
# AVX2
vpslld    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG F2 /r
vpsllq    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG F3 /r
vpsllw    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG F1 /r
vpsrad    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG E2 /r
vpsraw    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG E1 /r
vpsrld    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG D2 /r
vpsrlq    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG D3 /r
vpsrlw    | ymm, ymm, ymm/m256!   | VEX.256.66.0F.WIG D1 /r
// The source is an xmm register.
vpmovsxbd | ymm, ymm              | VEX.256.66.0F38.WIG 21 /r
vpmovsxbq | ymm, ymm              | VEX.256.66.0F38.WIG 22 /r
vpmovsxbw | ymm, ymm              | VEX.256.66.0F38.WIG 20 /r
vpmovsxdq | ymm, ymm              | VEX.256.66.0F38.WIG 25 /r
vpmovsxwd | ymm, ymm              | VEX.256.66.0F38.WIG 23 /r
vpmovsxwq | ymm, ymm              | VEX.256.66.0F38.WIG 24 /r
vpmovzxbd | ymm, ymm              | VEX.256.66.0F38.WIG 31 /r
vpmovzxbq | ymm, ymm              | VEX.256.66.0F38.WIG 32 /r
vpmovzxbw | ymm, ymm              | VEX.256.66.0F38.WIG 30 /r
vpmovzxdq | ymm, ymm              | VEX.256.66.0F38.WIG 35 /r
vpmovzxwd | ymm, ymm              | VEX.256.66.0F38.WIG 33 /r
vpmovzxwq | ymm, ymm              | VEX.256.66.0F38.WIG 34 /r
// The memory is smaller.
# SSE
rsqrtss   | xmm, m128!            | F3 0F 52 /r
# SSE3
movddup   | xmm, m128!            | F2 0F 12 /r
// The processor loads and stores only the accumulator at a 64-bit address.
# BASE
mov64     | xmm0, moffs           | A1 mo                       | x64
mov64     | ymm0, moffs           | A1 mo                       | x64
mov64     | moffs, xmm0           | A3 mo                       | x64
mov64     | moffs, ymm0           | A3 mo                       | x64
`;

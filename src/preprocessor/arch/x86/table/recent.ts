/**
 * Extensions that are newer than the decoder of the tests: their bytes are compared with GNU as.
 * notation.ts explains the columns.
 */
export const RECENT = `
# AMX-AVX512
tcvtrowd2ps      | zmm, tmm, r32      | EVEX.512.F3.0F38.W0 4A /r RMV         | x64
tcvtrowd2ps      | zmm, tmm, imm8     | EVEX.512.F3.0F3A.W0 07 /r ib          | x64
tcvtrowps2bf16h  | zmm, tmm, r32      | EVEX.512.F2.0F38.W0 6D /r RMV         | x64
tcvtrowps2bf16h  | zmm, tmm, imm8     | EVEX.512.F2.0F3A.W0 07 /r ib          | x64
tcvtrowps2bf16l  | zmm, tmm, r32      | EVEX.512.F3.0F38.W0 6D /r RMV         | x64
tcvtrowps2bf16l  | zmm, tmm, imm8     | EVEX.512.F3.0F3A.W0 77 /r ib          | x64
tcvtrowps2phh    | zmm, tmm, r32      | EVEX.512.0F38.W0 6D /r RMV            | x64
tcvtrowps2phh    | zmm, tmm, imm8     | EVEX.512.0F3A.W0 07 /r ib             | x64
tcvtrowps2phl    | zmm, tmm, r32      | EVEX.512.66.0F38.W0 6D /r RMV         | x64
tcvtrowps2phl    | zmm, tmm, imm8     | EVEX.512.F2.0F3A.W0 77 /r ib          | x64
tilemovrow       | zmm, tmm, r32      | EVEX.512.66.0F38.W0 4A /r RMV         | x64
tilemovrow       | zmm, tmm, imm8     | EVEX.512.66.0F3A.W0 07 /r ib          | x64
# AMX-FP8
tdpbf8ps         | tmm, tmm, tmm      | VEX.128.MAP5.W0 FD /r distinct RMV    | x64
tdpbhf8ps        | tmm, tmm, tmm      | VEX.128.F2.MAP5.W0 FD /r distinct RMV | x64
tdphbf8ps        | tmm, tmm, tmm      | VEX.128.F3.MAP5.W0 FD /r distinct RMV | x64
tdphf8ps         | tmm, tmm, tmm      | VEX.128.66.MAP5.W0 FD /r distinct RMV | x64
# AMX-MOVRS
tileloaddrs      | tmm, m             | VEX.128.F2.0F38.W0 4A /r sib          | x64
tileloaddrst1    | tmm, m             | VEX.128.66.0F38.W0 4A /r sib          | x64
# AVX512_BMM
vbitrevb         | v{k}{z}, v/m       | EVEX.VL.MAP6.W0 81 /r                 | fv
vbmacor16x16x16  | zmm, zmm, zmm/m512 | EVEX.512.MAP6.W0 80 /r
vbmacxor16x16x16 | zmm, zmm, zmm/m512 | EVEX.512.MAP6.W1 80 /r
# AVX512_BMM AVX512VL
vbmacor16x16x16  | ymm, ymm, ymm/m256 | EVEX.256.MAP6.W0 80 /r
vbmacxor16x16x16 | ymm, ymm, ymm/m256 | EVEX.256.MAP6.W1 80 /r
# MSR_IMM
rdmsr            | r64, imm32         | VEX.128.F2.MAP7.W0 F6 /0 id           | x64
wrmsrns          | imm32, r64         | VEX.128.F3.MAP7.W0 F6 /0 id           | x64
# RMPREAD
rmpread          |                    | F2 0F 01 FD                           | x64
# USER_MSR
urdmsr           | r64, r64           | F2 0F 38 F8 /r MR                     | x64
urdmsr           | r64, imm32         | VEX.128.F2.MAP7.W0 F8 /0 id           | x64
uwrmsr           | r64, r64           | F3 0F 38 F8 /r                        | x64
uwrmsr           | imm32, r64         | VEX.128.F3.MAP7.W0 F8 /0 id           | x64
`;

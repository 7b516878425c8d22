/** XOP, FMA4, TBM and LWP, which AMD’s processors had from 2011 to 2017. notation.ts explains the columns. */
export const AMD = `
# FMA4
vfmaddpd    | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 69 /r /is4
vfmaddpd    | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 69 /r /is4
vfmaddpd    | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 69 /r /is4
vfmaddpd    | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 69 /r /is4
vfmaddps    | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 68 /r /is4
vfmaddps    | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 68 /r /is4
vfmaddps    | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 68 /r /is4
vfmaddps    | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 68 /r /is4
vfmaddsd    | xmm, xmm, xmm/m64, xmm        | VEX.LIG.66.0F3A.W0 6B /r /is4
vfmaddsd    | xmm, xmm, xmm, xmm/m64        | VEX.LIG.66.0F3A.W1 6B /r /is4
vfmaddss    | xmm, xmm, xmm/m32, xmm        | VEX.LIG.66.0F3A.W0 6A /r /is4
vfmaddss    | xmm, xmm, xmm, xmm/m32        | VEX.LIG.66.0F3A.W1 6A /r /is4
vfmaddsubpd | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 5D /r /is4
vfmaddsubpd | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 5D /r /is4
vfmaddsubpd | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 5D /r /is4
vfmaddsubpd | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 5D /r /is4
vfmaddsubps | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 5C /r /is4
vfmaddsubps | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 5C /r /is4
vfmaddsubps | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 5C /r /is4
vfmaddsubps | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 5C /r /is4
vfmsubaddpd | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 5F /r /is4
vfmsubaddpd | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 5F /r /is4
vfmsubaddpd | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 5F /r /is4
vfmsubaddpd | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 5F /r /is4
vfmsubaddps | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 5E /r /is4
vfmsubaddps | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 5E /r /is4
vfmsubaddps | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 5E /r /is4
vfmsubaddps | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 5E /r /is4
vfmsubpd    | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 6D /r /is4
vfmsubpd    | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 6D /r /is4
vfmsubpd    | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 6D /r /is4
vfmsubpd    | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 6D /r /is4
vfmsubps    | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 6C /r /is4
vfmsubps    | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 6C /r /is4
vfmsubps    | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 6C /r /is4
vfmsubps    | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 6C /r /is4
vfmsubsd    | xmm, xmm, xmm/m64, xmm        | VEX.LIG.66.0F3A.W0 6F /r /is4
vfmsubsd    | xmm, xmm, xmm, xmm/m64        | VEX.LIG.66.0F3A.W1 6F /r /is4
vfmsubss    | xmm, xmm, xmm/m32, xmm        | VEX.LIG.66.0F3A.W0 6E /r /is4
vfmsubss    | xmm, xmm, xmm, xmm/m32        | VEX.LIG.66.0F3A.W1 6E /r /is4
vfnmaddpd   | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 79 /r /is4
vfnmaddpd   | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 79 /r /is4
vfnmaddpd   | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 79 /r /is4
vfnmaddpd   | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 79 /r /is4
vfnmaddps   | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 78 /r /is4
vfnmaddps   | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 78 /r /is4
vfnmaddps   | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 78 /r /is4
vfnmaddps   | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 78 /r /is4
vfnmaddsd   | xmm, xmm, xmm/m64, xmm        | VEX.LIG.66.0F3A.W0 7B /r /is4
vfnmaddsd   | xmm, xmm, xmm, xmm/m64        | VEX.LIG.66.0F3A.W1 7B /r /is4
vfnmaddss   | xmm, xmm, xmm/m32, xmm        | VEX.LIG.66.0F3A.W0 7A /r /is4
vfnmaddss   | xmm, xmm, xmm, xmm/m32        | VEX.LIG.66.0F3A.W1 7A /r /is4
vfnmsubpd   | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 7D /r /is4
vfnmsubpd   | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 7D /r /is4
vfnmsubpd   | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 7D /r /is4
vfnmsubpd   | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 7D /r /is4
vfnmsubps   | xmm, xmm, xmm/m128, xmm       | VEX.128.66.0F3A.W0 7C /r /is4
vfnmsubps   | ymm, ymm, ymm/m256, ymm       | VEX.256.66.0F3A.W0 7C /r /is4
vfnmsubps   | xmm, xmm, xmm, xmm/m128       | VEX.128.66.0F3A.W1 7C /r /is4
vfnmsubps   | ymm, ymm, ymm, ymm/m256       | VEX.256.66.0F3A.W1 7C /r /is4
vfnmsubsd   | xmm, xmm, xmm/m64, xmm        | VEX.LIG.66.0F3A.W0 7F /r /is4
vfnmsubsd   | xmm, xmm, xmm, xmm/m64        | VEX.LIG.66.0F3A.W1 7F /r /is4
vfnmsubss   | xmm, xmm, xmm/m32, xmm        | VEX.LIG.66.0F3A.W0 7E /r /is4
vfnmsubss   | xmm, xmm, xmm, xmm/m32        | VEX.LIG.66.0F3A.W1 7E /r /is4
# LWP
llwpcb      | r32                           | XOP.L0.M9.W0 12 /0
llwpcb      | r64                           | XOP.L0.M9.W1 12 /0            | x64
lwpins      | r32, r/m32, imm32             | XOP.L0.MA.W0 12 /0 id
lwpins      | r64, r/m32, imm32             | XOP.L0.MA.W1 12 /0 id         | x64
lwpval      | r32, r/m32, imm32             | XOP.L0.MA.W0 12 /1 id
lwpval      | r64, r/m32, imm32             | XOP.L0.MA.W1 12 /1 id         | x64
slwpcb      | r32                           | XOP.L0.M9.W0 12 /1
slwpcb      | r64                           | XOP.L0.M9.W1 12 /1            | x64
# TBM
bextr       | r32, r/m32, imm32             | XOP.L0.MA.W0 10 /r id
bextr       | r64, r/m64, imm32             | XOP.L0.MA.W1 10 /r id         | x64
blcfill     | r32, r/m32                    | XOP.L0.M9.W0 01 /1
blcfill     | r64, r/m64                    | XOP.L0.M9.W1 01 /1            | x64
blci        | r32, r/m32                    | XOP.L0.M9.W0 02 /6
blci        | r64, r/m64                    | XOP.L0.M9.W1 02 /6            | x64
blcic       | r32, r/m32                    | XOP.L0.M9.W0 01 /5
blcic       | r64, r/m64                    | XOP.L0.M9.W1 01 /5            | x64
blcmsk      | r32, r/m32                    | XOP.L0.M9.W0 02 /1
blcmsk      | r64, r/m64                    | XOP.L0.M9.W1 02 /1            | x64
blcs        | r32, r/m32                    | XOP.L0.M9.W0 01 /3
blcs        | r64, r/m64                    | XOP.L0.M9.W1 01 /3            | x64
blsfill     | r32, r/m32                    | XOP.L0.M9.W0 01 /2
blsfill     | r64, r/m64                    | XOP.L0.M9.W1 01 /2            | x64
blsic       | r32, r/m32                    | XOP.L0.M9.W0 01 /6
blsic       | r64, r/m64                    | XOP.L0.M9.W1 01 /6            | x64
t1mskc      | r32, r/m32                    | XOP.L0.M9.W0 01 /7
t1mskc      | r64, r/m64                    | XOP.L0.M9.W1 01 /7            | x64
tzmsk       | r32, r/m32                    | XOP.L0.M9.W0 01 /4
tzmsk       | r64, r/m64                    | XOP.L0.M9.W1 01 /4            | x64
# XOP
vfrczpd     | xmm, xmm/m128                 | XOP.128.M9.W0 81 /r
vfrczpd     | ymm, ymm/m256                 | XOP.256.M9.W0 81 /r
vfrczps     | xmm, xmm/m128                 | XOP.128.M9.W0 80 /r
vfrczps     | ymm, ymm/m256                 | XOP.256.M9.W0 80 /r
vfrczsd     | xmm, xmm/m64                  | XOP.128.M9.W0 83 /r
vfrczss     | xmm, xmm/m32                  | XOP.128.M9.W0 82 /r
vpcmov      | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 A2 /r /is4
vpcmov      | ymm, ymm, ymm/m256, ymm       | XOP.256.M8.W0 A2 /r /is4
vpcmov      | xmm, xmm, xmm, xmm/m128       | XOP.128.M8.W1 A2 /r /is4
vpcmov      | ymm, ymm, ymm, ymm/m256       | XOP.256.M8.W1 A2 /r /is4
vpcomb      | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 CC /r ib
vpcomd      | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 CE /r ib
vpcomq      | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 CF /r ib
vpcomub     | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 EC /r ib
vpcomud     | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 EE /r ib
vpcomuq     | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 EF /r ib
vpcomuw     | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 ED /r ib
vpcomw      | xmm, xmm, xmm/m128, imm8      | XOP.128.M8.W0 CD /r ib
vpermil2pd  | xmm, xmm, xmm/m128, xmm, imm4 | VEX.128.66.0F3A.W0 49 /r /is5
vpermil2pd  | xmm, xmm, xmm, xmm/m128, imm4 | VEX.128.66.0F3A.W1 49 /r /is5
vpermil2pd  | ymm, ymm, ymm/m256, ymm, imm4 | VEX.256.66.0F3A.W0 49 /r /is5
vpermil2pd  | ymm, ymm, ymm, ymm/m256, imm4 | VEX.256.66.0F3A.W1 49 /r /is5
vpermil2ps  | xmm, xmm, xmm/m128, xmm, imm4 | VEX.128.66.0F3A.W0 48 /r /is5
vpermil2ps  | xmm, xmm, xmm, xmm/m128, imm4 | VEX.128.66.0F3A.W1 48 /r /is5
vpermil2ps  | ymm, ymm, ymm/m256, ymm, imm4 | VEX.256.66.0F3A.W0 48 /r /is5
vpermil2ps  | ymm, ymm, ymm, ymm/m256, imm4 | VEX.256.66.0F3A.W1 48 /r /is5
vphaddbd    | xmm, xmm/m128                 | XOP.128.M9.W0 C2 /r
vphaddbq    | xmm, xmm/m128                 | XOP.128.M9.W0 C3 /r
vphaddbw    | xmm, xmm/m128                 | XOP.128.M9.W0 C1 /r
vphadddq    | xmm, xmm/m128                 | XOP.128.M9.W0 CB /r
vphaddubd   | xmm, xmm/m128                 | XOP.128.M9.W0 D2 /r
vphaddubq   | xmm, xmm/m128                 | XOP.128.M9.W0 D3 /r
vphaddubw   | xmm, xmm/m128                 | XOP.128.M9.W0 D1 /r
vphaddudq   | xmm, xmm/m128                 | XOP.128.M9.W0 DB /r
vphadduwd   | xmm, xmm/m128                 | XOP.128.M9.W0 D6 /r
vphadduwq   | xmm, xmm/m128                 | XOP.128.M9.W0 D7 /r
vphaddwd    | xmm, xmm/m128                 | XOP.128.M9.W0 C6 /r
vphaddwq    | xmm, xmm/m128                 | XOP.128.M9.W0 C7 /r
vphsubbw    | xmm, xmm/m128                 | XOP.128.M9.W0 E1 /r
vphsubdq    | xmm, xmm/m128                 | XOP.128.M9.W0 E3 /r
vphsubwd    | xmm, xmm/m128                 | XOP.128.M9.W0 E2 /r
vpmacsdd    | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 9E /r /is4
vpmacsdqh   | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 9F /r /is4
vpmacsdql   | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 97 /r /is4
vpmacssdd   | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 8E /r /is4
vpmacssdqh  | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 8F /r /is4
vpmacssdql  | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 87 /r /is4
vpmacsswd   | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 86 /r /is4
vpmacssww   | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 85 /r /is4
vpmacswd    | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 96 /r /is4
vpmacsww    | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 95 /r /is4
vpmadcsswd  | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 A6 /r /is4
vpmadcswd   | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 B6 /r /is4
vpperm      | xmm, xmm, xmm/m128, xmm       | XOP.128.M8.W0 A3 /r /is4
vpperm      | xmm, xmm, xmm, xmm/m128       | XOP.128.M8.W1 A3 /r /is4
vprotb      | xmm, xmm/m128, imm8           | XOP.128.M8.W0 C0 /r ib
vprotb      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 90 /r
vprotb      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 90 /r
vprotd      | xmm, xmm/m128, imm8           | XOP.128.M8.W0 C2 /r ib
vprotd      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 92 /r
vprotd      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 92 /r
vprotq      | xmm, xmm/m128, imm8           | XOP.128.M8.W0 C3 /r ib
vprotq      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 93 /r
vprotq      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 93 /r
vprotw      | xmm, xmm/m128, imm8           | XOP.128.M8.W0 C1 /r ib
vprotw      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 91 /r
vprotw      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 91 /r
vpshab      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 98 /r
vpshab      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 98 /r
vpshad      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 9A /r
vpshad      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 9A /r
vpshaq      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 9B /r
vpshaq      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 9B /r
vpshaw      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 99 /r
vpshaw      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 99 /r
vpshlb      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 94 /r
vpshlb      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 94 /r
vpshld      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 96 /r
vpshld      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 96 /r
vpshlq      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 97 /r
vpshlq      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 97 /r
vpshlw      | xmm, xmm/m128, xmm            | XOP.128.M9.W0 95 /r
vpshlw      | xmm, xmm, xmm/m128            | XOP.128.M9.W1 95 /r
`;
